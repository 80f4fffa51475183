"""Protected ranges: who is put on them and how they are shown."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.names import position_of
from deploy.local.emulator.errors import PROTECTED, RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy
from deploy.local.emulator.state.files import WRITER, DriveFile
from deploy.local.emulator.state.protection import may_edit
from deploy.local.emulator.state.sheet import Sheet

_ORDER = ("protectedRangeId", "range", "namedRangeId", "description", "warningOnly")


def check_place(edit: Edit, protection: Json) -> Sheet:
    """Return the tab a protection stands on; its range must lie inside the grid."""
    if "namedRangeId" in protection:
        position = position_of(edit, protection["namedRangeId"])
        place = edit.workbook.named_ranges[position]["range"]
        return edit.sheet(place.get("sheetId", 0))
    return edit.area(protection.get("range"))[0]


def find(edit: Edit, identifier: int) -> tuple[Sheet, int]:
    """Return tab and position of a protection the user may change."""
    for sheet in edit.workbook.sheets:
        for position, protection in enumerate(sheet.protections):
            if protection["protectedRangeId"] == identifier:
                if not may_edit(edit.file, protection, edit.user):
                    raise RequestFault(PROTECTED)
                return edit.sheet(sheet.id), position
    raise RequestFault(f"No protected range with ID: {identifier}.")


def with_editors(edit: Edit, protection: Json) -> Json:
    """Return the stored form: the owner is always an editor.

    Without editors everybody who may write now stays allowed to.
    """
    stored: Json = tidy(protection)
    stored.pop("requestingUserCanEdit", None)
    if stored.get("warningOnly"):
        stored.pop("editors", None)
    editors = dict(stored.get("editors", {}))
    users = editors.get("users") or _writers(edit.file)
    rest = [user for user in users if user.lower() != edit.file.owner.lower()]
    # In a shared drive files have no owner.
    owners = [edit.file.owner] if edit.file.owner else []
    stored["editors"] = {**editors, "users": [*owners, *rest]}
    return _sheet_id_left_out(stored)


def _writers(file: DriveFile) -> list[str]:
    people = [entry.get("emailAddress", "") for entry in file.grants()]
    return [user for user in people if user and file.rank(user) >= WRITER]


def _sheet_id_left_out(stored: Json) -> Json:
    places = [stored["range"]] if "range" in stored else []
    for place in places + stored.get("unprotectedRanges", []):
        if not place.get("sheetId", 1):
            del place["sheetId"]
    return stored


def protection_json(file: DriveFile, stored: Json, user: str) -> Json:
    """Return Google's ProtectedRange as ``user`` sees it."""
    shown = {name: stored[name] for name in _ORDER if name in stored}
    if may_edit(file, stored, user):
        shown["requestingUserCanEdit"] = True
    if "unprotectedRanges" in stored:
        shown["unprotectedRanges"] = stored["unprotectedRanges"]
    if may_edit(file, stored, user):
        shown["editors"] = dict(stored["editors"])
    return shown
