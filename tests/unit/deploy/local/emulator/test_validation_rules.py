"""Data validation: which conditions may be used, and how rules read back."""

import pytest

from deploy.local.emulator.discovery.tables import api
from deploy.local.emulator.edits.boolean_conditions import check
from deploy.local.emulator.edits.condition_types import TYPES, Purpose
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from tests.unit.deploy.local.emulator.conftest import Book
from tests.unit.deploy.local.emulator.pieces import AREA, rows_of

CELL = {"startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 1}


def condition(kind: str, *values: str) -> Json:
    """Return a BooleanCondition."""
    if not values:
        return {"type": kind}
    return {"type": kind, "values": [{"userEnteredValue": value} for value in values]}


def set_rule(book: Book, wanted: Json, **more: bool) -> Json:
    """Set a rule on A1 and return it as it reads back."""
    book.do("setDataValidation", {"range": CELL, "rule": {"condition": wanted, **more}})
    rule: Json = book.cell("dataValidation").get("dataValidation", {})
    return rule


def refusal(book: Book, wanted: Json | None) -> str:
    """Return the sentence a rule is refused with."""
    return book.refused("setDataValidation", {"range": CELL, "rule": {"condition": wanted}})


def test_every_type_is_known() -> None:
    """The table names exactly the types of Google's discovery document."""
    kinds = next(kinds for kinds in api("sheets").enums if "ONE_OF_LIST" in kinds)
    assert set(TYPES) | {"CONDITION_TYPE_UNSPECIFIED"} == set(kinds)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("NUMBER_GREATER", ["1.5"]),
        ("NUMBER_EQ", ["=A2+1"]),
        ("NUMBER_LESS", ["50%"]),
        ("NUMBER_BETWEEN", ["-1", "1,000"]),
        ("TEXT_CONTAINS", ["+84"]),
        ("TEXT_EQ", ["=A2"]),
        ("TEXT_IS_EMAIL", []),
        ("TEXT_IS_URL", []),
        ("DATE_EQ", ["2026-01-31"]),
        ("DATE_BEFORE", ["=TODAY()"]),
        ("DATE_ON_OR_AFTER", ["1/31/2026"]),
        ("DATE_BETWEEN", ["2026-01-01", "=TODAY()+7"]),
        ("DATE_IS_VALID", []),
        ("ONE_OF_LIST", ["a", "1", "có"]),
        ("CUSTOM_FORMULA", ['=AND(A1>0,LEN(A1)<5,A1<>"x")']),
        ("CUSTOM_FORMULA", ["+A1>0"]),
        ("CUSTOM_FORMULA", ["=A1=5%"]),
        ("BOOLEAN", []),
        ("BOOLEAN", ["Có"]),
        ("BOOLEAN", ["Yes", "No"]),
    ],
)
def test_conditions_read_back(book: Book, kind: str, values: list[str]) -> None:
    """Good conditions are kept as they were written."""
    wanted = condition(kind, *values)
    assert set_rule(book, wanted) == {"condition": wanted}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("=Sheet1!A2:A5", "=Sheet1!$A$2:$A$5"),
        ("='Sheet1'!$A2:$A", "=Sheet1!$A$2:$A"),
        ("='Danh mục'!A:B", "='Danh mục'!$A:$B"),
        ("=b1:b9", "=$B$1:$B$9"),
        ("=2:3", "=$2:$3"),
        ("=choices", "=choices"),
    ],
)
def test_ranges_read_back_absolute(book: Book, written: str, read: str) -> None:
    """A list from a range reads back with dollar signs; named ranges stay."""
    book.do("addSheet", {"properties": {"title": "Danh mục"}})
    book.do("addNamedRange", {"namedRange": {"name": "choices", "range": AREA}})
    assert set_rule(book, condition("ONE_OF_RANGE", written)) == {
        "condition": condition("ONE_OF_RANGE", read)
    }


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("NUMBER_GREATER", "ten"),
        ("NUMBER_GREATER", "TRUE"),
        ("NUMBER_GREATER", ""),
        ("NUMBER_GREATER", "=SUM("),
        ("NUMBER_GREATER", "=)("),
        ("NUMBER_GREATER", "="),
        ("DATE_EQ", "5"),
        ("DATE_EQ", "soon"),
        ("TEXT_EQ", ""),
        ("ONE_OF_LIST", "=A1"),
        ("ONE_OF_LIST", ""),
        ("ONE_OF_RANGE", "Sheet1!A2:A5"),
        ("ONE_OF_RANGE", "=Nope!A1"),
        ("ONE_OF_RANGE", "=A1+1"),
        ("ONE_OF_RANGE", "=nothing"),
        ("CUSTOM_FORMULA", "A1>0"),
        ("CUSTOM_FORMULA", "=A1>"),
        ("CUSTOM_FORMULA", "=A1 ~ 2"),
    ],
)
def test_bad_values(book: Book, kind: str, value: str) -> None:
    """A value that does not fit its type is refused with Google's sentence."""
    assert refusal(book, condition(kind, value)) == (
        f"Invalid ConditionValue.userEnteredValue: {value} for ConditionType: {kind}"
    )


def test_formulas_follow_the_locale(book: Book) -> None:
    """Where the comma is the decimal mark, arguments are separated by semicolons."""
    properties = {"properties": {"locale": "vi_VN"}, "fields": "locale"}
    book.do("updateSpreadsheetProperties", properties)
    assert "Invalid ConditionValue" in refusal(book, condition("CUSTOM_FORMULA", "=AND(A1,B1)"))
    assert "Invalid ConditionValue" in refusal(book, condition("CUSTOM_FORMULA", "=MAX(1,2,3)"))
    assert set_rule(book, condition("CUSTOM_FORMULA", "=AND(A1;B1)"))
    assert set_rule(book, condition("NUMBER_EQ", "1,5"))


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (None, "No condition type specified."),
        ({}, "No condition type specified."),
        ({"type": "CONDITION_TYPE_UNSPECIFIED"}, "No condition type specified."),
        (condition("BLANK"), "ConditionType 'BLANK' is not supported in data validation."),
        (
            condition("TEXT_STARTS_WITH", "a"),
            "ConditionType 'TEXT_STARTS_WITH' is not supported in data validation.",
        ),
        (
            condition("FILTER_EXPRESSION", "a"),
            "ConditionType 'FILTER_EXPRESSION' is not supported in data validation.",
        ),
        (condition("NUMBER_BETWEEN", "1"), "requires 2 ConditionValues, but 1 were specified."),
        (condition("TEXT_EQ", "a", "b"), "requires 1 ConditionValues, but 2 were specified."),
        (condition("ONE_OF_LIST"), "requires at least 1 ConditionValues, but 0 were"),
        (condition("BOOLEAN", "a", "b", "c"), "requires at most 2 ConditionValues, but 3 were"),
        (condition("TEXT_IS_URL", "a"), "requires 0 ConditionValues, but 1 were specified."),
        (
            {"type": "DATE_BEFORE", "values": [{"relativeDate": "TODAY"}]},
            "Invalid ConditionValue.relativeDate: TODAY for ConditionType: DATE_BEFORE",
        ),
        (
            condition("ONE_OF_LIST", *[str(number) for number in range(501)]),
            (
                "The data validation rule has more items than the limit of 500. "
                'Use the "List from a range" criteria instead.'
            ),
        ),
    ],
)
def test_bad_conditions(book: Book, wanted: Json | None, words: str) -> None:
    """Types of other purposes, wrong numbers of values and relative dates are refused."""
    body = {"range": CELL, "rule": {"condition": wanted, "strict": True}}
    assert words in book.refused("setDataValidation", body)


@pytest.mark.parametrize(
    ("purpose", "kind", "good"),
    [
        (Purpose.FORMAT, "TEXT_STARTS_WITH", True),
        (Purpose.FORMAT, "ONE_OF_LIST", False),
        (Purpose.FILTER, "TEXT_ENDS_WITH", True),
        (Purpose.FILTER, "DATE_IS_VALID", False),
        (Purpose.FILTER, "TEXT_NOT_EQ", False),
    ],
)
def test_purposes(book: Book, purpose: Purpose, kind: str, *, good: bool) -> None:
    """Conditional formats and filters share the table and have their own sentence."""
    store = book.google.app.store
    edit = Edit(store.workbook(book.id), store.files[book.id], "owner@example.test")
    wanted = condition(kind, "a")
    if good:
        assert check(edit, wanted, purpose) == wanted
        return
    with pytest.raises(RequestFault) as found:
        check(edit, wanted, purpose)
    assert found.value.text == f"ConditionType '{kind}' is not supported in {purpose}."


@pytest.mark.parametrize("purpose", [Purpose.FORMAT, Purpose.FILTER])
def test_relative_dates(book: Book, purpose: Purpose) -> None:
    """Conditional formats and filters take dates relative to today, for types that allow it."""
    store = book.google.app.store
    edit = Edit(store.workbook(book.id), store.files[book.id], "owner@example.test")
    wanted = {"type": "DATE_AFTER", "values": [{"relativeDate": "PAST_WEEK"}]}
    assert check(edit, wanted, purpose) == wanted
    for bad in (
        {"type": "DATE_EQ", "values": [{"relativeDate": "PAST_WEEK"}]},
        {"type": "DATE_AFTER", "values": [{"relativeDate": "TODAY", "userEnteredValue": "5"}]},
    ):
        with pytest.raises(RequestFault):
            check(edit, bad, purpose)


def test_rules_are_kept_without_empty_parts(book: Book) -> None:
    """False and empty parts are left out; a missing or empty rule clears."""
    rule = {
        "condition": condition("BOOLEAN", "Có", "Không"),
        "inputMessage": "Chọn",
        "strict": True,
        "showCustomUi": True,
    }
    book.do("setDataValidation", {"range": CELL, "rule": rule})
    assert book.cell("dataValidation") == {"dataValidation": rule}
    assert list(book.cell("dataValidation")["dataValidation"]) == list(rule)
    plain = {"condition": {"type": "BOOLEAN"}, "inputMessage": "", "strict": False}
    book.do("setDataValidation", {"range": CELL, "rule": plain})
    assert book.cell("dataValidation") == {"dataValidation": {"condition": {"type": "BOOLEAN"}}}
    for body in ({"range": CELL}, {"range": CELL, "rule": {}}):
        set_rule(book, {"type": "BOOLEAN"})
        book.do("setDataValidation", body)
        assert book.cell("dataValidation") == {}


def test_filtered_rows_are_left_out(book: Book) -> None:
    """Rows a filter hides keep their rules, unless they are included."""
    book.put("A1:A4", [["h"], ["x"], ["y"], ["x"]])
    area = {"endRowIndex": 4, "endColumnIndex": 1}
    criteria = {"criteria": {"0": {"hiddenValues": ["y"]}}}
    book.do("setBasicFilter", {"filter": {"range": area, **criteria}})
    rule = {"condition": {"type": "BOOLEAN"}}

    def marked() -> list[bool]:
        rows = book.cells("dataValidation", ranges="A1:A4")
        return [bool(row.get("values", [{}])[0]) for row in rows]

    book.do("setDataValidation", {"range": area, "rule": rule})
    assert marked() == [True, True, False, True]
    book.do("setDataValidation", {"range": area, "rule": rule, "filteredRowsIncluded": True})
    assert marked() == [True] * 4


def test_cells_carry_rules(book: Book) -> None:
    """UpdateCells checks rules too and merges them as the mask says; writes ignore rules."""
    rule = {"condition": condition("NUMBER_GREATER", "5"), "strict": True}
    body = {"range": CELL, "rows": rows_of([{"dataValidation": rule}]), "fields": "dataValidation"}
    book.do("updateCells", body)
    book.put("A1", [[1]])
    assert book.read("A1") == [["1"]]
    softer = {"dataValidation": {"strict": False}}
    body = {"range": CELL, "cell": softer, "fields": "dataValidation.strict"}
    book.do("repeatCell", body)
    assert book.cell("dataValidation")["dataValidation"] == {"condition": rule["condition"]}
    bad = {"dataValidation": {"condition": condition("NOT_BLANK")}}
    body = {"start": {}, "rows": rows_of([bad]), "fields": "*"}
    assert "not supported in data validation" in book.refused("updateCells", body)
    body = {"range": CELL, "fields": "data_validation", "cell": {}}
    book.do("repeatCell", body)
    assert book.cell("dataValidation") == {}


def test_rules_follow_deleted_tabs(book: Book) -> None:
    """A list from a tab that is deleted loses its range."""
    tab = book.do("addSheet", {"properties": {"title": "L"}})["properties"]["sheetId"]
    set_rule(book, condition("ONE_OF_RANGE", "=L!A1:A3"))
    book.do("deleteSheet", {"sheetId": tab})
    assert book.cell("dataValidation")["dataValidation"] == {
        "condition": condition("ONE_OF_RANGE", "=#REF!")
    }
