"""The first tab as CSV or as TSV."""

import csv
import io
import re
from typing import Final

from deploy.local.emulator.cells.view import View
from deploy.local.emulator.responses.value_ranges import Rendering, value_range
from deploy.local.emulator.state.workbook import Workbook

UNCERTAIN: Final = (
    "In TSV exports tabs and line ends inside cells become spaces, and lines end as in CSV.",
)
_BREAKS = re.compile(r"\r\n|[\t\r\n]")


def as_csv(workbook: Workbook) -> bytes:
    """Return what the first tab displays; no newline after the last row."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(_rows(workbook))
    return out.getvalue().removesuffix("\r\n").encode("utf-8", "replace")


def as_tsv(workbook: Workbook) -> bytes:
    """Return what the first tab displays; tabs and line ends inside cells become spaces."""
    lines = ["\t".join(" ".join(_BREAKS.split(cell)) for cell in row) for row in _rows(workbook)]
    return "\r\n".join(lines).encode("utf-8", "replace")


def _rows(workbook: Workbook) -> list[list[str]]:
    sheet = next((one for one in workbook.sheets if one.is_grid), workbook.sheets[0])
    rows = value_range(View(workbook), sheet, sheet.all, Rendering()).get("values", [])
    width = max((len(row) for row in rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]
