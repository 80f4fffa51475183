"""Changes developer metadata."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.fields import overlay, read_fields
from deploy.local.emulator.edits.metadata import check_amount, kept_entry
from deploy.local.emulator.edits.metadata_search import matching
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

KIND = "updateDeveloperMetadata"


def apply(edit: Edit, body: Json) -> Json:
    """Change the masked parts of every entry the filters choose; ids stay."""
    mask = read_fields(body, "DeveloperMetadata", "developerMetadata")
    wanted = body.get("developerMetadata", {})
    chosen = matching(edit.workbook, body.get("dataFilters", []))
    if not chosen:
        raise RequestFault("No developer metadata matches the data filters.")
    changed = []
    for entry in chosen:
        new = {**overlay(entry, wanted, mask), "metadataId": entry["metadataId"]}
        kept = kept_entry(edit, new)
        edit.workbook.metadata[edit.workbook.metadata.index(entry)] = kept
        changed.append(kept)
    check_amount(edit.workbook)
    return {KIND: {"developerMetadata": changed}}
