"""Alternating colours."""

from deploy.local.emulator.edits.bandings import stored_banding
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers

KIND = "addBanding"


def apply(edit: Edit, body: Json) -> Json:
    """Add alternating colours to a range that has none yet."""
    wanted = body.get("bandedRange", {})
    taken = {item["bandedRangeId"] for sheet in edit.workbook.sheets for item in sheet.bandings}
    identifier = wanted.get("bandedRangeId") or identifiers.number()
    if identifier in taken:
        raise RequestFault(f"BandedRange with id {identifier} already exists.")
    sheet, stored = stored_banding(edit, wanted)
    stored = {"bandedRangeId": identifier, **stored}
    sheet.bandings.append(stored)
    return {"addBanding": {"bandedRange": stored}}
