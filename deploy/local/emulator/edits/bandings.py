"""Alternating colours: what Google takes and how it is kept."""

from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect, grid_range
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy
from deploy.local.emulator.state.sheet import Sheet

UNCERTAIN: Final = (
    (
        "Banding: that row or column properties and both band colours are needed is documented; "
        "Google's sentences for a lack of them are not known."
    ),
    (
        "Banding: the colours of a table are not listed among bandedRanges, and alternating "
        "colours over a table are refused like those over alternating colours."
    ),
)
TAKEN = (
    "You cannot add alternating background colors to a range that already has alternating "
    "background colors."
)
_SIDES = ("rowProperties", "columnProperties")
_BANDS = ("firstBandColor", "secondBandColor")


def stored_banding(edit: Edit, wanted: Json, besides: int | None = None) -> tuple[Sheet, Json]:
    """Return the tab and the banded range as it is kept, without its id.

    ``besides`` is the id of the banded range that may lie there already.
    """
    tidied = tidy(wanted)
    sheet, rect = edit.area(tidied.get("range"))
    check_free(sheet, rect, besides)
    sides = {name: tidied[name] for name in _SIDES if name in tidied}
    if not sides:
        raise RequestFault("At least one of rowProperties or columnProperties must be specified.")
    for name, properties in sides.items():
        for band in _BANDS:
            if f"{band}Style" not in properties and band not in properties:
                raise RequestFault(f"{name}.{band} must be specified.")
    return sheet, {"range": grid_range(rect, sheet.id), **sides}


def check_free(sheet: Sheet, rect: Rect, besides: int | None = None) -> None:
    """Refuse cells that have alternating colours already, of their own or of a table."""
    places = [item["range"] for item in sheet.bandings if item["bandedRangeId"] != besides]
    places += [table["range"] for table in sheet.tables]
    if any(sheet.rect(place).meets(rect) for place in places):
        raise RequestFault(TAKEN)


def find_banding(edit: Edit, identifier: int) -> tuple[Sheet, int]:
    """Return tab and position of a banded range."""
    for sheet in edit.workbook.sheets:
        for position, stored in enumerate(sheet.bandings):
            if stored["bandedRangeId"] == identifier:
                return edit.sheet(sheet.id), position
    raise RequestFault(f"No banding with id: {identifier}")
