"""Charts and slicers as objects on a tab: where they stand and how they are found."""

from collections.abc import Iterator
from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers
from deploy.local.emulator.state.sheet import Sheet, new_object_sheet
from deploy.local.emulator.state.workbook import Workbook

UNCERTAIN: Final = (
    (
        "Embedded objects: an anchor outside the grid and an id that is taken are refused in words "
        "of the local server; Google's sentences are not known."
    ),
    (
        "Embedded objects: a tab made for a chart is put last and vanishes with its chart; what "
        "Google does with it when the chart is deleted or moved away is not known."
    ),
)
NO_POSITION = (
    "One of EmbeddedObjectPosition.overlayPosition or EmbeddedObjectPosition.sheetId must be set"
)
CHART_SIZE = {"widthPixels": 600, "heightPixels": 371}
_PIXELS = ("offsetXPixels", "offsetYPixels", "widthPixels", "heightPixels")

Held = tuple[Sheet, list[Json], int]
"""A tab, its list of charts or slicers, and the place of one object in it."""


def everything(workbook: Workbook) -> Iterator[tuple[int, Held]]:
    """Yield every chart and slicer by its id."""
    for sheet in workbook.sheets:
        for items, name in ((sheet.charts, "chartId"), (sheet.slicers, "slicerId")):
            for at, item in enumerate(items):
                yield item[name], (sheet, items, at)


def find(edit: Edit, identifier: int) -> Held:
    """Return where the chart or slicer of that id is kept."""
    for found, held in everything(edit.workbook):
        if found == identifier:
            held[0].dirty = True
            return held
    raise RequestFault(f"No embedded object with id: {identifier}")


def find_in(edit: Edit, kind: str, identifier: int) -> Json:
    """Return the ``chart`` or ``slicer`` of that id, to be changed in place."""
    for found, (sheet, items, at) in everything(edit.workbook):
        if found == identifier and f"{kind}Id" in items[at]:
            sheet.dirty = True
            return items[at]
    raise RequestFault(f"No {kind} with id: {identifier}")


def free_id(edit: Edit, wanted: int | None) -> int:
    """Return the id asked for, or a new one; charts and slicers share one row of ids."""
    taken = {found for found, _ in everything(edit.workbook)}
    if wanted and wanted in taken:
        raise RequestFault(f"An embedded object with id {wanted} already exists.")
    return wanted or next(number for number in iter(identifiers.number, 0) if number not in taken)


def placed(edit: Edit, position: Json | None, sizes: Json) -> tuple[Sheet, Json]:
    """Return the tab an object goes to, made if need be, and its position as Google shows it.

    ``sizes`` are the pixels an object without a size gets.
    """
    if position and "overlayPosition" in position:
        return overlaid(edit, position["overlayPosition"], sizes)
    if position and (position.get("newSheet") or "sheetId" in position):
        sheet = _own_sheet(edit, position.get("sheetId"))
        return sheet, {"sheetId": sheet.id}
    raise RequestFault(NO_POSITION)


def overlaid(edit: Edit, overlay: Json, sizes: Json) -> tuple[Sheet, Json]:
    """Return tab and position of an object over the cells."""
    sheet, row, column = edit.place(overlay.get("anchorCell", {}))
    anchor = {"sheetId": sheet.id, "rowIndex": row, "columnIndex": column}
    pixels = {**sizes, **{name: overlay[name] for name in _PIXELS if overlay.get(name)}}
    if any(number < 0 for number in pixels.values()):
        raise RequestFault("Sizes and offsets of an embedded object cannot be negative.")
    stored: Json = {"anchorCell": {name: at for name, at in anchor.items() if at}}
    stored |= {name: pixels[name] for name in _PIXELS if name in pixels}
    return sheet, {"overlayPosition": stored}


def _own_sheet(edit: Edit, sheet_id: int | None) -> Sheet:
    workbook = edit.workbook
    if sheet_id is not None and sheet_id < 0:
        raise RequestFault("EmbeddedObjectPosition.sheetId must be non-negative.")
    if sheet_id is not None and workbook.sheet(sheet_id) is not None:
        raise RequestFault(f"Sheet with id {sheet_id} already exists.")
    number = 1
    while workbook.titled(f"Chart{number}") is not None:
        number += 1
    chosen = workbook.free_sheet_id() if sheet_id is None else sheet_id
    sheet = new_object_sheet(chosen, f"Chart{number}")
    workbook.sheets.append(sheet)
    workbook.restructured()
    return sheet


def take_out(edit: Edit, held: Held) -> Json:
    """Return an object taken off its tab; a tab that held nothing else goes away."""
    sheet, items, at = held
    item = items.pop(at)
    if not sheet.is_grid:
        edit.workbook.sheets.remove(sheet)
        edit.workbook.restructured()
    return item
