"""What holds for every kind of column: empty cells, ditto marks, errors, endless texts."""

from datetime import date

import pytest

from functions.domain.workbook import Cell, CellError
from functions.tables.converters import CONVERTERS, convert, is_ditto
from functions.tables.converters.base import Context
from sheets_schema.model import Field, FilledBy
from tests.builders import SCHEMA, WINDOW, meaning

KINDS = sorted(CONVERTERS)
LISTS = {"bool": "answer", "choice": "topics"}


def test_every_typed_column_has_a_converter() -> None:
    """Each kind of column that people type into, and each setting, can be converted."""
    kinds = {
        each.kind
        for table in SCHEMA.tables
        for each in table.fields
        if each.filled_by is FilledBy.PEOPLE
    } | {each.kind for each in SCHEMA.settings}
    assert kinds - CONVERTERS.keys() == {"any"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_every_kind_does(kind: str) -> None:
    """Nothing is nothing, a formula's error is an error, and «as above» is what stands above."""
    name = LISTS.get(kind, "")
    cases: list[tuple[Cell, object, object, list[str]]] = [
        (None, None, None, []),
        (" - ", None, None, []),
        ("\u200b", None, None, []),
        (CellError("#N/A"), None, None, ["sheet_error"]),
        (" #REF! ", None, None, ["sheet_error"]),
        ("nt", "trên", "trên", []),
        ('"', "trên", "trên", []),
        ("-nt-", "trên", "trên", []),
        ("nt", None, None, ["no_previous"]),
        ("x" * 50_000, None, None, ["too_long"]),
    ]
    for cell, previous, value, codes in cases:
        assert meaning(kind, cell, previous=previous, list_name=name) == (value, codes)


@pytest.mark.parametrize("kind", KINDS)
def test_required_cells_must_say_something(kind: str) -> None:
    """A required cell that is empty, in whatever way, is missing."""
    for cell in (None, "", " \u00a0 ", "...", "–"):
        read = meaning(kind, cell, required=True, list_name=LISTS.get(kind, ""))
        assert read == (None, ["missing"])


def test_a_required_cell_of_which_nothing_is_left_is_missing() -> None:
    """A list of nothing but separators, or a title without a name, is as good as empty."""
    assert meaning("choice", ";;", required=True, many=True, list_name="topics") == (
        None,
        ["missing"],
    )
    assert meaning("ref", ";", required=True, many=True) == (None, ["missing"])
    assert meaning("person", "1.", required=True) == (None, ["missing"])
    assert meaning("person", "1.") == (None, [])


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("NT", True),
        ("như trên", True),
        ("”", True),
        ("″", True),
        ("''", True),
        ("nt " * 100, False),
        ("nt (chiều)", True),
        ("ntn", False),
        (5, False),
        (None, False),
    ],
)
def test_ditto(cell: Cell, *, answer: bool) -> None:
    """«nt», «như trên» and quotation marks mean the row above, whatever words are added."""
    assert is_ditto(cell) is answer


def test_words_beside_a_ditto_mark_are_remarked() -> None:
    """What is added to the row above is not read, and that is said."""
    assert meaning("text", "nt (chiều)", previous="trên") == ("trên", ["extra_text"])
    assert meaning("text", "nt (chiều)") == (None, ["no_previous"])


@pytest.mark.parametrize(
    ("kind", "cell", "value", "codes"),
    [
        ("text", "T©y Ninh", "Tây Ninh", ["legacy_tcvn3"]),
        ("text", "Taây Ninh", "Tây Ninh", ["legacy_vni"]),
        ("text", "TÃ¢y Ninh", "Tây Ninh", ["mojibake"]),
        ("text", "T&acirc;y Ninh", "Tây Ninh", ["html_entity"]),
        ("text", "T©y Ninh " * 30, ("Tây Ninh " * 30).strip(), ["legacy_tcvn3"]),
        ("person", "TrÇn ThÞ BÐ", "Trần Thị Bé", ["legacy_tcvn3"]),
        ("person", "NguyÔn V¨n An, TrÇn ThÞ BÐ", None, ["multiple_values"]),
        ("url", "https://a.example/?a=1&amp;b=2", "https://a.example/?a=1&b=2", ["html_entity"]),
        ("int", "kho¶ng 120", 120, ["legacy_tcvn3", "approximate"]),
        ("date", "Jul 15, 2024 s¸ng", date(2024, 7, 15), []),
        ("unit", "Hßa Thµnh", "709", ["legacy_tcvn3"]),
        ("bool", "Cã", True, ["legacy_tcvn3"]),
        ("bool", "ü", True, []),
        ("bool", "Ãã", None, ["bad_bool"]),
        ("choice", "Tuyªn truyÒn", "tuyen_truyen", ["legacy_tcvn3"]),
    ],
)
def test_broken_encodings(kind: str, cell: str, value: object, codes: list[str]) -> None:
    """What is mended is remarked; what makes sense as it stands is taken as it stands."""
    assert meaning(kind, cell, list_name=LISTS.get(kind, "")) == (value, codes)


def test_what_was_mended_is_shown_in_short() -> None:
    """The remark on a long text quotes its beginning."""
    context = Context(SCHEMA, Field("f", "F", "text"), WINDOW)
    (remark,) = convert("T©y Ninh " * 30, context).remarks
    assert remark.data["read_as"] == ("Tây Ninh " * 30)[:200] + "…"
