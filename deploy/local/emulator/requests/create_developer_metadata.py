"""Hangs a key and a value on the document, a tab, a row or a column."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.metadata import check_amount, kept_entry
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers

KIND = "createDeveloperMetadata"


def apply(edit: Edit, body: Json) -> Json:
    """Create one entry of developer metadata."""
    wanted = body.get("developerMetadata", {})
    identifier = wanted.get("metadataId") or identifiers.number()
    if any(entry["metadataId"] == identifier for entry in edit.workbook.metadata):
        raise RequestFault(
            f"Cannot add developer metadata with ID [{identifier}] because developer metadata "
            "with that ID already exists."
        )
    entry = kept_entry(edit, {**wanted, "metadataId": identifier})
    edit.workbook.metadata.append(entry)
    check_amount(edit.workbook)
    return {KIND: {"developerMetadata": entry}}
