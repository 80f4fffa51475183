"""Changes a protection."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.fields import overlay, read_fields
from deploy.local.emulator.edits.protections import check_place, find, with_editors
from deploy.local.emulator.shapes import Json

KIND = "updateProtectedRange"


def apply(edit: Edit, body: Json) -> Json:
    """Change the masked parts of a protection the user may edit."""
    mask = read_fields(body, "ProtectedRange")
    wanted = body.get("protectedRange", {})
    identifier = wanted.get("protectedRangeId", 0)
    sheet, position = find(edit, identifier)
    new = overlay(sheet.protections[position], wanted, mask)
    stored = with_editors(edit, {**new, "protectedRangeId": identifier})
    target = check_place(edit, stored)
    del sheet.protections[position]
    target.protections.insert(position if target is sheet else len(target.protections), stored)
    return {}
