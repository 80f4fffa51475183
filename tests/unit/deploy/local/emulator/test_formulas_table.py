"""What formulas come to: a table of formulas and expected results.

Results of functions that other spreadsheets have as well were compared with LibreOffice 7.4; the
differences are those of Google (empty cells, error types, the order of texts and booleans).
"""

import json
from pathlib import Path

import pytest

from deploy.local.emulator.shapes import JsonValue
from tests.unit.deploy.local.emulator.conftest import Book

_TABLE = Path(__file__).with_name("formulas.tsv")
_ROWS = [line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines()]
_CELLS = [
    ["Tên", "Điểm", "Ngày"],
    ["Đội Ánh", 5, 45509],
    ["đội ánh", 7, 45510],
    ["Hà", 2, 45511],
    ["xuân", 9, None],
    ["Đội Bắc", 5, 45509],
    ["", None, None],
    ["hương", "7", None],
]


def _close(found: JsonValue, expected: JsonValue) -> bool:
    if isinstance(expected, list) and isinstance(found, list):
        pairs = zip(found, expected, strict=False)
        return len(found) == len(expected) and all(_close(*pair) for pair in pairs)
    if isinstance(expected, float) or isinstance(found, float):
        return bool(found == pytest.approx(expected, rel=1e-9))
    return type(found) is type(expected) and bool(found == expected)


@pytest.mark.parametrize(("formula", "expected"), _ROWS, ids=[row[0] for row in _ROWS])
def test_formula(book: Book, formula: str, expected: str) -> None:
    """A formula gives its value, the cells it fills, or its error with Google's sentence."""
    book.put("A1", _CELLS, option="RAW")
    book.put("K1", [[formula]])
    values = book.read("K1:P20", "UNFORMATTED_VALUE")
    effective = book.cell("effectiveValue", "K1").get("effectiveValue", {})
    found: JsonValue = None
    if "errorValue" in effective:
        found = f"{values[0][0]} {effective['errorValue']['message']}"
    elif values:
        found = values[0][0] if len(values) == len(values[0]) == 1 else values
    assert _close(found, json.loads(expected))
