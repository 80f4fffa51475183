"""Developer metadata: where it hangs and what it may hold."""

from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook

UNCERTAIN: Final = (
    (
        "Developer metadata: refusals of missing keys, visibilities and locations, of too much "
        "text and of updates that match nothing are worded by us; the sentence about an id that "
        "is taken is Google's."
    ),
    (
        "Developer metadata: all callers count as one developer project, so PROJECT visibility "
        "hides nothing."
    ),
    "Developer metadata of a tab is not copied when the tab is duplicated.",
)
_ORDER = ("metadataId", "metadataKey", "metadataValue", "location", "visibility")
CHARACTER_LIMIT = 30_000


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


def kept_entry(edit: Edit, wanted: Json) -> Json:
    """Return an entry of developer metadata as Google keeps it.

    Raises:
        RequestFault: It lacks a part, or hangs nowhere.
    """
    if not wanted.get("metadataKey"):
        raise RequestFault("developerMetadata.metadataKey must be specified.")
    if wanted.get("visibility") not in ("DOCUMENT", "PROJECT"):
        raise RequestFault("developerMetadata.visibility must be specified.")
    if wanted["metadataId"] < 1:
        raise RequestFault("developerMetadata.metadataId must be positive.")
    entry = {**wanted, "location": read_location(edit, wanted.get("location"))}
    return {name: entry[name] for name in _ORDER if entry.get(name)}


def sheet_of(entry: Json) -> int | None:
    """Return the sheetId of the tab an entry hangs on, None for the whole document."""
    location = entry["location"]
    if location["locationType"] == "SPREADSHEET":
        return None
    found: int = location.get("dimensionRange", location).get("sheetId", 0)
    return found


def check_amount(workbook: Workbook) -> None:
    """Refuse more text than Google keeps for the document, or for one tab."""
    amounts: dict[int | None, int] = {}
    for entry in workbook.metadata:
        length = len(entry["metadataKey"]) + len(entry.get("metadataValue", ""))
        amounts[sheet_of(entry)] = amounts.get(sheet_of(entry), 0) + length
    if any(amount > CHARACTER_LIMIT for amount in amounts.values()):
        raise RequestFault(
            f"Developer metadata is limited to {CHARACTER_LIMIT} characters for the spreadsheet "
            "and for each sheet."
        )


def drop_beyond(workbook: Workbook, sheet: Sheet) -> None:
    """Forget the metadata of rows and columns that a tab no longer has."""
    workbook.metadata = [
        entry
        for entry in workbook.metadata
        if sheet_of(entry) != sheet.id
        or "dimensionRange" not in entry["location"]
        or _exists(sheet, entry["location"]["dimensionRange"])
    ]


def _exists(sheet: Sheet, spot: Json) -> bool:
    return bool(spot["endIndex"] <= sheet.length(spot["dimension"]))
