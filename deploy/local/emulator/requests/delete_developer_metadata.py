"""Takes developer metadata away."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.metadata import matching
from deploy.local.emulator.shapes import Json

KIND = "deleteDeveloperMetadata"


def apply(edit: Edit, body: Json) -> Json:
    """Delete every entry the filter chooses."""
    data_filter = body.get("dataFilter")
    chosen = matching(edit.workbook, [data_filter] if data_filter else [])
    edit.workbook.metadata = [entry for entry in edit.workbook.metadata if entry not in chosen]
    return {"deleteDeveloperMetadata": {"deletedDeveloperMetadata": chosen} if chosen else {}}
