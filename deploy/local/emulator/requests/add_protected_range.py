"""Keeps others from writing into a range."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.protections import check_place, protection_json, with_editors
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers

KIND = "addProtectedRange"


def apply(edit: Edit, body: Json) -> Json:
    """Protect a range or a whole tab."""
    wanted = body.get("protectedRange", {})
    sheet = check_place(edit, wanted)
    taken = {
        item["protectedRangeId"] for other in edit.workbook.sheets for item in other.protections
    }
    identifier = wanted.get("protectedRangeId") or identifiers.number()
    if identifier in taken:
        raise RequestFault(f"ProtectedRangeId {identifier} already exists.")
    stored = with_editors(edit, {**wanted, "protectedRangeId": identifier})
    sheet.protections.append(stored)
    shown = protection_json(edit.file, stored, edit.user)
    if not wanted.get("editors", {}).get("users"):
        shown["editors"] = {}
    return {"addProtectedRange": {"protectedRange": shown}}
