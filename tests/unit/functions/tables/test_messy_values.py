"""Values as officers type them, each with what it has to become.

The catalogue is `messy_values.tsv` beside this file, or the file that MESSY_VALUES names. Its
columns are explained in `messy_values.md`.
"""

import csv
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from functions.domain.records import Window
from functions.domain.workbook import Cell
from functions.tables.converters import convert
from functions.tables.converters.base import Context
from functions.tables.labels import key_of_header, label_of
from functions.tables.row_kinds import kind_of_row
from functions.tables.words import spoken
from sheets_schema.model import Field
from tests.builders import SCHEMA, WINDOW

OWN = Path(__file__).with_name("messy_values.tsv")
CATALOGUE = Path(os.environ.get("MESSY_VALUES") or OWN)

FIELDS = {
    "date": Field("f", "Ngày", "date", required=True),
    "date_range": Field("f", "Thời gian", "date_range"),
    "int": Field("f", "Số lượt", "int"),
    "number": Field("f", "Số lượng", "number"),
    "percent": Field("f", "Tỷ lệ", "percent"),
    "phone": Field("f", "Số điện thoại", "phone", required=True),
    "person": Field("f", "Họ và tên", "person", required=True),
    "birth_year": SCHEMA.table("unit", "volunteers").field("birth_year"),
    "district": Field("f", "Đơn vị", "unit"),
    "unit": Field("f", "Đơn vị", "unit"),
    "commune": Field("f", "Xã", "commune"),
    "text": Field("f", "Ghi chú", "text"),
    "topics": Field("f", "Lĩnh vực", "choice", many=True, list_name="topics"),
    "choice": Field("f", "Mức độ", "choice", list_name="difficulty"),
    "bool": Field("f", "Có", "bool", list_name="answer"),
    "ditto": Field("f", "Địa điểm", "text"),
    "url": Field("f", "Liên kết", "url"),
    "email": Field("f", "Thư", "email"),
    "ref": Field("f", "Thành viên", "ref", many=True, refers_to=("volunteers",)),
    "id": Field("f", "Mã", "id"),
}

# Where the list of columns that the catalogue goes by has another name for one of ours.
PROPOSED = {
    "robot_note": "errors",
    "form": "place",
    "unit_kind": "kind",
    "workbook": "sheet",
    "indicator": "code",
    "setting": "code",
}


@dataclass(frozen=True)
class Row:
    """One line of the catalogue: what is typed where, and what it has to become."""

    line: int
    field_type: str
    raw: str
    kind: str
    value: str
    code: str

    @property
    def base(self) -> str:
        """The field type without its context."""
        return self.field_type.partition("[")[0]

    @property
    def given(self) -> dict[str, str]:
        """The context in brackets: `commune[district=705]`."""
        match = re.search(r"\[(\w+)=(.*)\]$", self.field_type, re.DOTALL)
        return {match[1]: match[2]} if match else {}


def rows(path: Path = CATALOGUE) -> list[Row]:
    """Return the lines of a catalogue."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Row(
            number,
            each["field_type"],
            unescaped(each["raw"]),
            each["expected_kind"],
            each["expected_value"] or "",
            (re.match(r"code=([^;]+)", each["note"] or "") or ["", ""])[1].strip(),
        )
        for number, each in enumerate(lines, start=2)
    ]


def unescaped(raw: str) -> str:
    """Return the text that the backslash escapes of the catalogue stand for."""
    plain = {"\\": "\\", "n": "\n", "t": "\t"}
    return re.sub(
        r"\\(\\|n|t|u[0-9a-f]{4})",
        lambda match: plain.get(match[1]) or chr(int(match[1][1:], 16)),
        raw,
    )


def cell_of(raw: str) -> Cell:
    """Return the cell that holds `raw`: a number, a boolean, else text; nothing for nothing."""
    if raw.startswith("#num:"):
        return float(raw.removeprefix("#num:"))
    if raw.startswith("#bool:"):
        return raw == "#bool:TRUE"
    return raw or None


def meant(row: Row) -> tuple[str, str, tuple[str, ...]]:
    """Return kind, value and codes of what the product makes of a line."""
    readers = {"match": of_match, "row": of_row, "header": of_header}
    return readers.get(row.base, of_cell)(row)


def of_match(row: Row) -> tuple[str, str, tuple[str, ...]]:
    """Compare two spellings."""
    left, right = row.raw.split("|")
    return "value", "same" if spoken(left) == spoken(right) else "different", ()


def of_row(row: Row) -> tuple[str, str, tuple[str, ...]]:
    """Say what a row is taken for."""
    cells = [each.strip() or None for each in row.raw.split("|")]
    tables = [each for each in SCHEMA.tables if each.fields]

    def is_label(_: int, cell: Cell) -> bool:
        return any(label_of(table, cell) for table in tables) or bool(key_of_header(SCHEMA, cell))

    return "value", str(kind_of_row(cells, is_label)), ()


def of_header(row: Row) -> tuple[str, str, tuple[str, ...]]:
    """Name the column that a header cell stands for."""
    key = key_of_header(SCHEMA, row.raw)
    key = PROPOSED.get(key or "", key)
    return ("value", key, ()) if key else ("error", "unknown_header", ("unknown_header",))


def of_cell(row: Row) -> tuple[str, str, tuple[str, ...]]:
    """Convert a cell."""
    unit = row.given.get("district") or row.given.get("unit") or ""
    previous = row.given.get("prev") or None
    context = Context(SCHEMA, FIELDS[row.base], WINDOW, unit, previous, owner=unit)
    read = convert(cell_of(row.raw), context)
    codes = tuple(each.code.partition(".")[0] for each in read.remarks)
    severities = {SCHEMA.findings[each.code].severity for each in read.remarks}
    if "error" in severities:
        return "error", codes[0], codes
    return ("warning" if codes else "value"), shown(read.value), codes


def shown(value: object) -> str:
    """Write a value in the canonical form of the catalogue."""
    writers: dict[type, Callable[[Any], str]] = {
        type(None): lambda _: "",
        bool: lambda answer: str(answer).lower(),
        Window: lambda window: f"{window.first.isoformat()}/{window.last.isoformat()}",
        date: lambda day: day.isoformat(),
        tuple: ";".join,
        float: lambda number: f"{number:g}",
    }
    return writers.get(type(value), str)(value)


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.line}-{row.field_type}")
def test_every_value_of_the_catalogue_is_read_as_it_says(row: Row) -> None:
    """What is typed becomes the value, the remark or the error that the catalogue names."""
    kind, value, codes = meant(row)
    assert (kind, value) == (row.kind, row.value), f"{row.raw!r} gave {codes}"
    assert not row.code or row.code in codes


def test_the_own_catalogue_is_large_and_covers_every_kind_of_cell() -> None:
    """Ours holds the 203 public values, as many again, and every field type that people fill."""
    own = rows(OWN)
    assert len(own) >= 406
    assert len({(each.field_type, each.raw) for each in own}) == len(own)
    assert {each.base for each in own} == {*FIELDS, "match", "row", "header"}
