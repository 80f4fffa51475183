"""The first tab as CSV."""

import csv
import io

from deploy.local.emulator.cells.view import View
from deploy.local.emulator.responses.value_ranges import Rendering, value_range
from deploy.local.emulator.state.workbook import Workbook


def as_csv(workbook: Workbook) -> bytes:
    """Return what the first tab displays; no newline after the last row."""
    sheet = workbook.sheets[0]
    rows = value_range(View(workbook), sheet, sheet.all, Rendering()).get("values", [])
    width = max((len(row) for row in rows), default=0)
    out = io.StringIO(newline="")
    csv.writer(out).writerows([*row, *[""] * (width - len(row))] for row in rows)
    return out.getvalue().removesuffix("\r\n").encode("utf-8", "replace")
