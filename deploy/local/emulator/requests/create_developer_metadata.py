"""Hangs a key and a value on the document, a tab, a row or a column."""

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.metadata import read_location
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers

KIND = "createDeveloperMetadata"


def apply(edit: Edit, body: Json) -> Json:
    """Create one entry of developer metadata."""
    wanted = body.get("developerMetadata", {})
    if not wanted.get("metadataKey"):
        raise RequestFault("developerMetadata.metadataKey must be specified.")
    if wanted.get("visibility") not in ("DOCUMENT", "PROJECT"):
        raise RequestFault("developerMetadata.visibility must be specified.")
    identifier = wanted.get("metadataId") or identifiers.number()
    if any(entry["metadataId"] == identifier for entry in edit.workbook.metadata):
        raise RequestFault(f"Developer metadata with id {identifier} already exists.")
    entry: Json = {"metadataId": identifier, "metadataKey": wanted["metadataKey"]}
    if wanted.get("metadataValue"):
        entry["metadataValue"] = wanted["metadataValue"]
    entry["location"] = read_location(edit, wanted.get("location"))
    entry["visibility"] = wanted["visibility"]
    edit.workbook.metadata.append(entry)
    return {"createDeveloperMetadata": {"developerMetadata": entry}}
