"""Finds developer metadata by Google's data filters."""

from typing import Final

from deploy.local.emulator.edits.areas import area_of, sheet_at, strip_of
from deploy.local.emulator.edits.metadata import sheet_of
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook

UNCERTAIN: Final = (
    (
        "Data filters: the documented rules about locationMatchingStrategy and locationType are "
        "enforced with sentences of our own."
    ),
)
_EXACT, _INTERSECTING = "EXACT_LOCATION", "INTERSECTING_LOCATION"
_PLAIN = ("metadataId", "metadataKey", "metadataValue", "visibility")
_ANY_TYPE = "DEVELOPER_METADATA_LOCATION_TYPE_UNSPECIFIED"
_ANY_STRATEGY = "DEVELOPER_METADATA_LOCATION_MATCHING_STRATEGY_UNSPECIFIED"


def matching(workbook: Workbook, data_filters: list[Json]) -> list[Json]:
    """Return the entries that at least one filter chooses, in order of creation.

    Raises:
        RequestFault: A filter says nothing, contradicts itself or names no place.
    """
    chosen = [_chosen(workbook, one) for one in data_filters]
    return [entry for entry in workbook.metadata if any(entry in found for found in chosen)]


def _chosen(workbook: Workbook, data_filter: Json) -> list[Json]:
    lookup = data_filter.get("developerMetadataLookup")
    if lookup is None:
        area = area_of(workbook, data_filter)
        return [entry for entry in workbook.metadata if _meets(workbook, entry, *area)]
    check_lookup(lookup)
    return [entry for entry in workbook.metadata if _fits(workbook, entry, lookup)]


def check_lookup(lookup: Json) -> None:
    """Refuse a lookup whose parts exclude each other, as the documentation says."""
    strategy = lookup.get("locationMatchingStrategy", _ANY_STRATEGY)
    kind = lookup.get("locationType", _ANY_TYPE)
    location = lookup.get("metadataLocation")
    if strategy != _ANY_STRATEGY and location is None:
        raise RequestFault(
            "metadataLocation must be specified if locationMatchingStrategy is specified."
        )
    if strategy == _EXACT and kind != _ANY_TYPE:
        raise RequestFault(
            "locationType must be left unspecified if locationMatchingStrategy is EXACT_LOCATION."
        )
    elsewhere = location is not None and not location.get("spreadsheet")
    if kind == "SPREADSHEET" and (strategy == _INTERSECTING or elsewhere):
        raise RequestFault(
            "locationType cannot be SPREADSHEET if locationMatchingStrategy is "
            "INTERSECTING_LOCATION or metadataLocation is not the spreadsheet."
        )


def _fits(workbook: Workbook, entry: Json, lookup: Json) -> bool:
    for name in _PLAIN:
        if name in lookup and entry.get(name, "") != lookup[name]:
            return False
    kind = lookup.get("locationType", _ANY_TYPE)
    if kind not in (_ANY_TYPE, entry["location"]["locationType"]):
        return False
    wanted = lookup.get("metadataLocation")
    if wanted is None:
        return True
    if lookup.get("locationMatchingStrategy") == _EXACT:
        return _is_at(entry["location"], wanted)
    return _intersects(workbook, entry, wanted)


def _is_at(location: Json, wanted: Json) -> bool:
    if wanted.get("spreadsheet"):
        return bool(location["locationType"] == "SPREADSHEET")
    if "dimensionRange" in wanted:
        spot = {k: v for k, v in wanted["dimensionRange"].items() if k != "sheetId" or v}
        return bool(location.get("dimensionRange") == {"startIndex": 0, **spot})
    return bool(location.get("sheetId") == wanted.get("sheetId", 0))


def _intersects(workbook: Workbook, entry: Json, wanted: Json) -> bool:
    """Say whether both places share cells; the document itself intersects nothing else."""
    if wanted.get("spreadsheet"):
        return bool(entry["location"]["locationType"] == "SPREADSHEET")
    if "dimensionRange" in wanted:
        return _meets(workbook, entry, *strip_of(workbook, wanted["dimensionRange"]))
    sheet = sheet_at(workbook, wanted.get("sheetId", 0))
    return _meets(workbook, entry, sheet, sheet.all)


def places_of(workbook: Workbook, entry: Json) -> list[tuple[Sheet, Rect]]:
    """Return the cells an entry hangs on; one of the document hangs on every tab."""
    if sheet_of(entry) is None:
        return [(sheet, sheet.all) for sheet in workbook.sheets if sheet.is_grid]
    if "dimensionRange" in entry["location"]:
        return [strip_of(workbook, entry["location"]["dimensionRange"])]
    sheet = sheet_at(workbook, sheet_of(entry) or 0)
    return [(sheet, sheet.all)]


def _meets(workbook: Workbook, entry: Json, sheet: Sheet, rect: Rect) -> bool:
    if sheet_of(entry) != sheet.id:
        return False
    return any(own.meets(rect) for _, own in places_of(workbook, entry))
