"""Other alternating colours, or other cells for them."""

from deploy.local.emulator.edits.bandings import find_banding, stored_banding
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.fields import overlay, read_fields
from deploy.local.emulator.shapes import Json

KIND = "updateBanding"


def apply(edit: Edit, body: Json) -> Json:
    """Change the masked parts of a banded range."""
    mask = read_fields(body, "BandedRange")
    wanted = body.get("bandedRange", {})
    identifier = wanted.get("bandedRangeId", 0)
    sheet, position = find_banding(edit, identifier)
    new = overlay(sheet.bandings[position], wanted, mask)
    target, stored = stored_banding(edit, new, besides=identifier)
    del sheet.bandings[position]
    place = position if target is sheet else len(target.bandings)
    target.bandings.insert(place, {"bandedRangeId": identifier, **stored})
    return {}
