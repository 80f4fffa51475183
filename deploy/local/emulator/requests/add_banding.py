"""Alternating colours."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import grid_range
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers
from deploy.local.emulator.state.canonical import tidy

KIND = "addBanding"


def apply(edit: Edit, body: Json) -> Json:
    """Add alternating colours to a range that has none yet."""
    wanted = tidy(body.get("bandedRange", {}))
    sheet, rect = edit.area(wanted.get("range"))
    if any(sheet.rect(other["range"]).meets(rect) for other in sheet.bandings):
        raise RequestFault(
            "You cannot add alternating background colors to a range that already has "
            "alternating background colors."
        )
    identifier = wanted.get("bandedRangeId") or identifiers.number()
    stored: Json = {"bandedRangeId": identifier, "range": grid_range(rect, sheet.id)}
    for name in ("rowProperties", "columnProperties"):
        if name in wanted:
            stored[name] = wanted[name]
    sheet.bandings.append(stored)
    return {"addBanding": {"bandedRange": stored}}
