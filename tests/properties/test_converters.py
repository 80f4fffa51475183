"""Whatever stands in a cell, reading it ends well; what was read once is read the same again."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from functions.domain.records import Window
from functions.domain.workbook import Cell, CellError
from functions.tables.conversions import Conversions
from functions.tables.converters import CONVERTERS, convert, is_ditto
from functions.tables.converters.base import Context, Converted, show_date, show_number
from functions.tables.locate import locate
from functions.tables.rows import split_rows
from functions.tables.typed import read_table
from sheets_schema.model import Field, TableKind
from tests.builders import SCHEMA, TAN_BIEN, WINDOW, book, grid_tab

LISTED = sorted(SCHEMA.lists)
# After the districts were abolished, so that the tree has other units.
LATER = Window(date(2026, 6, 1), date(2026, 8, 31))
ERRORS = {code for code, each in SCHEMA.findings.items() if each.severity == "error"}

# The letters, marks and words of which real cells are made, so that most of them nearly fit.
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐHNTXàáảãạằấềệỉịọốờữỵ\u0300\u0301\u0323\u200b\u00a0"
WORDS = (
    *("Tân Biên", "Tân Lập", "Hoà Thành", "xã", "TX.", "huyện", "Phường 1", "P.", "tỉnh Tây Ninh"),
    *("ngày", "tháng", "năm", "từ", "đến", "thứ hai", "CN", "15/7", "2024", "15-18/7/2024"),
    *("0912345678", "+84", "1.200", "1,5", "~", "khoảng", "người", "nt", '"', "x", "Có", "Không"),
    *("AI", "CĐS giáo dục", "y tế", "An toàn, an ninh mạng", "và", "Đ/c", "Nguyễn Văn An", "1."),
    *("TNV-705-001", "Tổng cộng", "Cộng:", "#REF!", "=A1", "VD", "https://a.example", "a@b.vn"),
    # Old fonts, and Unicode that went through something else.
    *(
        "T©y Ninh",
        "ngµy",
        "th¸ng",
        "NguyÔn V¨n An",
        "Cã",
        "x· H\u00adng ThuËn",
        "Taây Ninh",
        "ngaøy",
    ),
    *("TÃ¢y Ninh", "Huyá»‡n", "T&acirc;n", "&nbsp;", "&amp;", "ü", "√", "Ðoàn", "𝗧𝗮\u0302𝗻"),
    # Marks for the row above, units that changed, ranges, brackets.
    *("nt (chiều)", "như trên, ca chiều", "-nt-", "〃", "tương tự"),
    *(
        "xã Tân Hà",
        ", nay là ",
        "(xã Tân Hà cũ)",
        "đã sáp nhập vào",
        "trước đây là",
        "cũ",
        "biên giới",
    ),
    *("15/7 - 18/7/2024", "100-150", "8h-10h", "15, 16/7", "→", "…", "tới", "hoặc", "2003-2004"),
    *(
        "(",
        ")",
        "(Bí thư)",
        "[1]",
        "(dự kiến)",
        "(8h-17h)",
        "½",
        "85%",
        "2k",
        "O",
        "1.200,5",
        "nghìn",
    ),
    *(
        "#",
        "0084",
        "01681234567",
        "066",
        "máy lẻ 12",
        "July",
        "mùng",
        "sinh năm",
        "20 tuổi",
        "www.",
    ),
)
nearly = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from([" ", ",", ";", "/", "-", ".", "+", "\n", "(", ")", "–", "?", "o", "l"]),
        st.text(LETTERS, max_size=4),
        st.integers(0, 5000).map(str),
    ),
    max_size=8,
).map("".join)
texts = st.one_of(nearly, st.text(max_size=30), nearly.map(lambda text: text * 700))
cells: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**80), 2**80),
    st.integers(36000, 60000),
    st.floats(),
    st.floats(0, 60000).map(lambda number: round(number, 2)),
    st.sampled_from(["#REF!", "#N/A", "#ERROR!"]).map(CellError),
    texts,
)


@st.composite
def contexts(draw: st.DrawFn, kind: str = "") -> Context:
    """Draw a column of some kind, with or without limits, in a unit's or the province's book."""
    kind = kind or draw(st.sampled_from(sorted(CONVERTERS)))
    column = Field(
        "f",
        "Cột",
        kind,
        required=draw(st.booleans()),
        minimum=draw(st.none() | st.integers(0, 5)),
        maximum=draw(st.none() | st.integers(5, 2500)),
        many=draw(st.booleans()),
        list_name=draw(st.sampled_from(LISTED)) if kind == "choice" else "answer",
        refers_to=draw(st.sampled_from([(), ("volunteers",), ("volunteers", "teams")])),
    )
    unit = draw(st.sampled_from(["", "705", "999"]))
    previous = draw(st.none() | st.just("trên"))
    campaign = draw(st.sampled_from([WINDOW, LATER]))
    any_year = draw(st.booleans())
    return Context(SCHEMA, column, campaign, unit, previous, any_year=any_year, owner=unit)


def check(read: Converted, context: Context) -> None:
    """Hold one reading against what every converter promises."""
    codes = [each.code for each in read.remarks]
    assert SCHEMA.findings.keys() >= set(codes)
    assert len(codes) == len(set(codes))
    # A value and an error exclude each other, and an error stands alone.
    assert (len(codes) == 1 and read.value is None) or not ERRORS.intersection(codes)
    if read.value is None:
        assert ERRORS.issuperset(codes)
        assert codes or not context.field.required
    for each in read.remarks:
        words = {"value": "v", "column": "c", "example": "e", **each.data}
        kind = SCHEMA.findings[each.code]
        assert kind.problem.format(**words)
        assert kind.advice.format(**words)


def canonical(value: Any, context: Context) -> Cell:  # noqa: ANN401 - any converter's value
    """Return how a value is written by somebody who writes it as the examples do."""
    kind = context.field.kind
    several = value if isinstance(value, tuple) else (value,)
    if kind == "choice":
        choices = SCHEMA.lists[context.field.list_name]
        return "; ".join(choices.label(each) for each in several)
    if kind == "date_range":
        return f"{show_date(value.first)} - {show_date(value.last)}"
    writers = {
        "bool": lambda: SCHEMA.lists["answer"].label(str(value).lower()),
        "date": lambda: show_date(value),
        "int": lambda: show_number(value),
        "number": lambda: show_number(value),
        "percent": lambda: f"{show_number(value)}%",
        "ref": lambda: "; ".join(several),
        "unit_or_province": lambda: "Toàn tỉnh" if value == "T" else str(value),
    }
    return writers.get(kind, lambda: str(value))()


@settings(max_examples=800, deadline=None)
@given(cells, contexts())
def test_no_cell_crashes_a_converter(cell: Cell, context: Context) -> None:
    """Any cell in any column gives a value, nothing, or an error with words; the same each time."""
    read = convert(cell, context)
    check(read, context)
    assert convert(cell, context) == read


@pytest.mark.parametrize("kind", sorted(CONVERTERS))
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_converters_are_idempotent(kind: str, data: st.DataObject) -> None:
    """What was accepted, written properly, is accepted again as the same and with less to say."""
    context = data.draw(contexts(kind))
    cell = data.draw(cells)
    read = convert(cell, context)
    if read.value is None or read.value == context.previous:
        return
    if kind == "person" and any(len(each.upper() + each.lower()) > 2 for each in str(cell)):
        return  # A letter without a capital of its own, such as «ß».
    if isinstance(read.value, float) and round(read.value, 6) != read.value:
        return
    written = canonical(read.value, context)
    if is_ditto(written) or (kind == "ref" and not str(written).isascii()):
        return  # The name «Nt»; a name where an id belongs, which no check lets pass.
    again = convert(written, context)
    assert again.value == read.value
    before = {each.code for each in read.remarks}
    still = {"out_of_campaign", "under_16", "may_be_under_16", "landline", "could_be_province"}
    assert {each.code for each in again.remarks} <= before & still


days = st.dates(WINDOW.first, WINDOW.last)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_canonical_values_are_read_as_they_are(data: st.DataObject) -> None:
    """Values written as the examples show are read back without a word."""
    first = data.draw(days)
    last = data.draw(st.integers(0, (WINDOW.last - first).days).map(lambda n: first + timedelta(n)))
    choices = SCHEMA.lists[data.draw(st.sampled_from(LISTED))]
    codes = data.draw(
        st.lists(st.sampled_from([each.code for each in choices.items]), min_size=1, unique=True)
    )
    units = list(SCHEMA.units.at_level("district", WINDOW.first))
    communes = list(SCHEMA.units.at_level("commune", WINDOW.first))
    commune = data.draw(st.sampled_from(communes))
    number = data.draw(st.integers(0, 10**9))
    cases: list[tuple[Field, str, object, Cell]] = [
        (Field("f", "F", "date"), "", first, show_date(first)),
        (
            Field("f", "F", "date_range"),
            "",
            Window(first, last),
            f"{show_date(first)} - {show_date(last)}",
        ),
        (Field("f", "F", "int"), "", number, show_number(number)),
        (Field("f", "F", "int"), "", number, number),
        (Field("f", "F", "number"), "", number / 4, show_number(number / 4)),
        (Field("f", "F", "phone"), "", f"09{number % 10**8:08}", f"09{number % 10**8:08}"),
        (Field("f", "F", "birth_year"), "", 1964 + number % 40, 1964 + number % 40),
        (Field("f", "F", "commune"), commune.parent, commune.code, commune.full_name),
        (Field("f", "F", "commune"), "", commune.code, commune.code),
        *[(Field("f", "F", "unit"), "", each.code, each.full_name) for each in units],
        (
            Field("f", "F", "choice", list_name=choices.name, many=True),
            "",
            tuple(codes),
            "; ".join(choices.label(each) for each in codes),
        ),
    ]
    for column, unit, value, cell in cases:
        assert convert(cell, Context(SCHEMA, column, WINDOW, unit)) == Converted(value)


TABLES = [each for each in SCHEMA.tables if each.kind in (TableKind.INPUT, TableKind.LEDGER)]


@st.composite
def grids(draw: st.DrawFn, width: int, titles: list[str]) -> list[list[Cell]]:
    """Draw a ragged grid with a header that may be whole, changed or gone."""
    header = draw(
        st.one_of(
            st.just(titles),
            st.permutations(titles),
            st.lists(st.sampled_from([*titles, None, "Lạ", ""]), max_size=width + 2),
            st.none(),
        )
    )
    above = draw(st.lists(st.lists(cells, max_size=3), max_size=2))
    rows = draw(st.lists(st.lists(cells, max_size=width + 1), max_size=4))
    return [*above, *([list(header)] if header is not None else []), *rows]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(TABLES), st.data())
def test_no_grid_crashes_the_reader(kind: Any, data: st.DataObject) -> None:  # noqa: ANN401
    """A whole tab of anything is read; every data row comes out once, every finding has words."""
    titles = [each.title for each in kind.fields]
    grid = data.draw(grids(len(titles), titles))
    keys = data.draw(st.sampled_from([(), range(len(titles)), (3, None, 1)]))
    one = grid_tab(kind, grid, keys=[each for each in keys if each is None or each < len(titles)])
    reading = read_table(TAN_BIEN, book(one), kind, Conversions(SCHEMA, WINDOW))
    for finding in reading.findings:
        words = {"value": finding.value, **finding.data}
        assert SCHEMA.findings[finding.code].problem.format(**words)
        assert SCHEMA.findings[finding.code].advice.format(**words)
        assert len(finding.value) <= 200
    located, _ = locate("705", book(one), kind, SCHEMA)
    assert (located is None) == (reading.located is None)
    data_rows = (
        []
        if located is None
        else [each.index for each in split_rows(located) if each.kind.value == "data"]
    )
    assert [each.index for each in reading.rows] == data_rows
    ids = list(reading.new_ids.values())
    assert len(ids) == len(set(ids))
    assert not set(ids) & {
        each.row_id for each in reading.rows if each.index not in reading.new_ids
    }
