"""Changes developer metadata."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.fields import overlay, read_fields
from deploy.local.emulator.edits.metadata import matching, read_location
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "updateDeveloperMetadata"


def apply(edit: Edit, body: Json) -> Json:
    """Change the masked parts of every entry the filters choose."""
    mask = read_fields(body, "DeveloperMetadata")
    wanted = body.get("developerMetadata", {})
    chosen = matching(edit.workbook, body.get("dataFilters", []))
    if not chosen:
        raise RequestFault("No developer metadata matches the data filters.")
    changed = []
    for entry in chosen:
        new = {**overlay(entry, wanted, mask), "metadataId": entry["metadataId"]}
        new["location"] = read_location(edit, new.get("location", entry["location"]))
        edit.workbook.metadata[edit.workbook.metadata.index(entry)] = new
        changed.append(new)
    return {"updateDeveloperMetadata": {"developerMetadata": changed}}
