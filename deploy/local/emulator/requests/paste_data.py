"""Pastes delimited text."""

import csv
import io
from typing import Final

from deploy.local.emulator import errors
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.typing_in import make_room, type_in
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json

KIND = "pasteData"
LIMITS: Final = (
    (
        "HTML cannot be pasted, and of the paste types only PASTE_NORMAL, PASTE_VALUES and "
        "PASTE_FORMULA can."
    ),
)
UNCERTAIN: Final = (
    (
        "PasteData: quotes work as in CSV when the delimiter is one character, as users rely on; "
        "the values are typed, and formulas run under every paste type."
    ),
)
_TYPES = ("PASTE_NORMAL", "PASTE_VALUES", "PASTE_FORMULA")


def apply(edit: Edit, body: Json) -> Json:
    """Type delimited text into cells from a coordinate on, enlarging the grid where needed."""
    kind = body.get("type", "PASTE_NORMAL")
    if body.get("html") or kind not in _TYPES:
        what = "HTML" if body.get("html") else kind
        raise errors.unimplemented(f"pasteData of {what}")
    sheet, top, left = edit.place(body.get("coordinate", {}))
    rows = _rows(body.get("data", ""), body.get("delimiter", ""))
    width = max((len(row) for row in rows), default=0)
    if not width:
        return {}
    rect = Rect(top, left, top + len(rows), left + width)
    edit.guard(sheet, rect)
    make_room(edit, sheet, rect.bottom, rect.right)
    for row, parts in enumerate(rows, top):
        for column, part in enumerate(parts, left):
            type_in(edit, sheet, (row, column), part)
    return {}


def _rows(data: str, delimiter: str) -> list[list[str]]:
    if not delimiter:
        raise RequestFault("Either delimiter or html must be specified.")
    if len(delimiter) > 1 or delimiter in '"\r\n':
        return [line.split(delimiter) for line in data.splitlines()]
    # A field may be as long as the whole text; the limit of a cell is checked later.
    csv.field_size_limit(max(len(data), csv.field_size_limit()))
    return list(csv.reader(io.StringIO(data, newline=""), delimiter=delimiter))
