"""Takes developer metadata away."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.metadata_search import matching
from deploy.local.emulator.shapes import Json

KIND = "deleteDeveloperMetadata"


def apply(edit: Edit, body: Json) -> Json:
    """Delete every entry the filter chooses."""
    chosen = matching(edit.workbook, [body.get("dataFilter", {})])
    edit.workbook.metadata = [entry for entry in edit.workbook.metadata if entry not in chosen]
    return {KIND: {"deletedDeveloperMetadata": chosen} if chosen else {}}
