"""Developer metadata: where it hangs and how it is found."""

from deploy.local.emulator import errors
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.workbook import Workbook


def read_location(edit: Edit, location: Json | None) -> Json:
    """Return the location with the type Google adds; rows and columns must be single."""
    if not location:
        raise RequestFault("developerMetadata.location must be specified.")
    if location.get("spreadsheet"):
        return {"locationType": "SPREADSHEET", "spreadsheet": True}
    if "dimensionRange" in location:
        sheet, dimension, start, end = edit.dimension(location["dimensionRange"])
        if end - start != 1 or end > sheet.length(dimension):
            raise RequestFault("Developer metadata can hang on one row or one column only.")
        place = {"sheetId": sheet.id} if sheet.id else {}
        spot = {**place, "dimension": dimension, "startIndex": start, "endIndex": end}
        return {"locationType": dimension[:-1], "dimensionRange": spot}
    sheet = edit.sheet(location.get("sheetId", 0))
    return {"locationType": "SHEET", "sheetId": sheet.id}


def matching(workbook: Workbook, data_filters: list[Json]) -> list[Json]:
    """Return the entries that at least one filter chooses, in order of creation.

    Raises:
        GoogleError: 501 when a filter chooses by cells, 400 when it chooses nothing.
    """
    lookups = []
    for data_filter in data_filters:
        if "developerMetadataLookup" not in data_filter:
            raise errors.unimplemented("data filters by range for developer metadata")
        lookup = data_filter["developerMetadataLookup"]
        if lookup.get("locationMatchingStrategy") == "INTERSECTING_LOCATION":
            raise errors.unimplemented("INTERSECTING_LOCATION")
        lookups.append(lookup)
    return [entry for entry in workbook.metadata if any(_fits(entry, one) for one in lookups)]


def _fits(entry: Json, lookup: Json) -> bool:
    for name in ("metadataId", "metadataKey", "metadataValue", "visibility"):
        if name in lookup and entry.get(name) != lookup[name]:
            return False
    location = entry["location"]
    if lookup.get("locationType", location["locationType"]) != location["locationType"]:
        return False
    wanted = lookup.get("metadataLocation")
    if wanted is None:
        return True
    if wanted.get("spreadsheet"):
        return bool(location["locationType"] == "SPREADSHEET")
    if "dimensionRange" in wanted:
        spot = {k: v for k, v in wanted["dimensionRange"].items() if k != "sheetId" or v}
        return bool(location.get("dimensionRange") == spot)
    return bool(location.get("sheetId") == wanted.get("sheetId", 0))
