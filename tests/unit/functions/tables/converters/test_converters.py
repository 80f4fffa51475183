"""What holds for every kind of column: empty cells, ditto marks, errors, endless texts."""

import pytest

from functions.domain.workbook import Cell, CellError
from functions.tables.converters import CONVERTERS, is_ditto
from sheets_schema.model import FilledBy
from tests.builders import SCHEMA, meaning

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
        ("nt (chiều)", False),
        (5, False),
        (None, False),
    ],
)
def test_ditto(cell: Cell, *, answer: bool) -> None:
    """«nt», «như trên» and quotation marks mean the row above; more words do not."""
    assert is_ditto(cell) is answer
