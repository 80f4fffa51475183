"""Gives a range a name."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.names import check_name, stored_range
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers

KIND = "addNamedRange"


def apply(edit: Edit, body: Json) -> Json:
    """Add a named range."""
    wanted = body.get("namedRange", {})
    name = check_name(edit, wanted.get("name", ""))
    identifier = wanted.get("namedRangeId") or str(identifiers.number())
    if any(entry["namedRangeId"] == identifier for entry in edit.workbook.named_ranges):
        raise RequestFault(f"Named range with id {identifier} already exists.")
    place = stored_range(edit, wanted.get("range"))
    entry = {"namedRangeId": identifier, "name": name, "range": place}
    edit.workbook.named_ranges.append(entry)
    edit.workbook.restructured()
    return {"addNamedRange": {"namedRange": entry}}
