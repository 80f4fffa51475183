"""Protections of one tab: Excel locks a whole tab and names the cells that stay free."""

from typing import Any, Final

from deploy.local.emulator import a1
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.state.protection import protected_rect
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook

UNCERTAIN: Final = (
    (
        "In .xlsx: a protected tab has no password, who may edit is not written, and protections "
        "that only warn are left out."
    ),
)
ROWS, COLUMNS = 1_048_576, 16_384
_ALLOWED = (
    "format_cells",
    "format_columns",
    "format_rows",
    "insert_columns",
    "insert_rows",
    "insert_hyperlinks",
    "delete_columns",
    "delete_rows",
    "sort",
    "autofilter",
    "objects",
)


def protect(workbook: Workbook, sheet: Sheet, page: Any) -> None:  # noqa: ANN401
    """Lock what is protected on a tab; everything else can be edited as before."""
    locked = [item for item in sheet.protections if not item.get("warningOnly")]
    if not locked:
        return
    page.protect("", dict.fromkeys(_ALLOWED, True))
    free = [Rect(0, 0, ROWS, COLUMNS)]
    for item in locked:
        covered = [protected_rect(workbook, sheet, item)]
        for hole in item.get("unprotectedRanges", []):
            covered = [part for rect in covered for part in rect.without(sheet.rect(hole))]
        for rect in covered:
            free = [part for piece in free for part in piece.without(rect)]
    for number, rect in enumerate(free, 1):
        corners = ((rect.top, rect.left), (rect.bottom - 1, rect.right - 1))
        page.unprotect_range(":".join(a1.cell_name(*corner) for corner in corners), f"free{number}")
