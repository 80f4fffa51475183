"""Free text, and how any cell reads as text."""

import pytest

from functions.domain.workbook import Cell, CellError
from functions.tables.converters.texts import as_text, lines_of, too_long
from tests.builders import meaning


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (CellError("#REF!"), ""),
        (True, "x"),
        (False, ""),
        (1200, "1200"),
        (1200.0, "1200"),
        (1.5, "1,5"),
        ("  a\n b ", "a b"),
    ],
)
def test_cells_as_text(cell: Cell, text: str) -> None:
    """A cell is one clean line; a number is written without grouping."""
    assert as_text(cell) == text


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        ("Nhà  văn hóa ấp 1 ", "Nhà văn hóa ấp 1", []),
        ('=IMPORTDATA("http://x.example")', '=IMPORTDATA("http://x.example")', []),
        (12, "12", []),
        ("x" * 5000, "x" * 5000, []),
        ("x" * 5001, None, ["too_long"]),
    ],
)
def test_text(cell: Cell, value: str | None, codes: list[str]) -> None:
    """Words stay as typed, a formula's text too; a document is no answer."""
    assert meaning("text", cell) == (value, codes)


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("  a\n b ", "a; b"),
        ("a\r\n\nb\u2028c", "a; b; c"),
        ("\n", ""),
        (12, "12"),
        (None, ""),
    ],
)
def test_lines_of_cells(cell: Cell, lines: str) -> None:
    """The lines of a cell stay apart, so that two values do not become one."""
    assert lines_of(cell) == lines


def test_the_length_of_a_text() -> None:
    """A text is refused with its length and the limit, both grouped."""
    assert too_long("x" * 5000, 5000) is None
    refused = too_long("x" * 5001, 5000)
    assert refused is not None
    assert dict(refused.remarks[0].data) == {"length": "5.001", "maximum": "5.000"}
