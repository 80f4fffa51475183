"""What data filters choose to be read or written, and the methods that are nothing but that."""

from dataclasses import dataclass, field

from deploy.local.emulator import errors
from deploy.local.emulator.a1 import OpenRect
from deploy.local.emulator.context import Context
from deploy.local.emulator.edits.areas import area_of
from deploy.local.emulator.edits.metadata_search import matching, places_of
from deploy.local.emulator.edits.ranges import Place
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.workbook import Workbook


@dataclass(frozen=True)
class Match:
    """Cells that filters chose, and these filters."""

    place: Place
    filters: list[Json] = field(default_factory=list)


def echoed(data_filter: Json) -> Json:
    """Return a filter as an answer repeats it: a sheetId of 0 is left out."""
    area = data_filter.get("gridRange")
    if area is None or area.get("sheetId"):
        return data_filter
    return {"gridRange": {name: item for name, item in area.items() if name != "sheetId"}}


def matched(workbook: Workbook, data_filters: list[Json]) -> list[Match]:
    """Return the ranges that filters choose, each once, in the order of the filters.

    Raises:
        GoogleError: A filter says nothing, contradicts itself or names no place.
    """
    found: list[Match] = []
    for data_filter in data_filters:
        for place in _places(workbook, data_filter):
            same = [
                one
                for one in found
                if one.place.sheet is place.sheet and one.place.rect == place.rect
            ]
            match = same[0] if same else Match(place)
            if not same:
                found.append(match)
            match.filters.append(echoed(data_filter))
    return found


def _places(workbook: Workbook, data_filter: Json) -> list[Place]:
    try:
        if "developerMetadataLookup" in data_filter:
            entries = matching(workbook, [data_filter])
            areas = [area for entry in entries for area in places_of(workbook, entry)]
        else:
            areas = [area_of(workbook, data_filter)]
    except RequestFault as fault:
        raise errors.invalid(fault.text) from None
    return [
        Place(sheet, rect, OpenRect(rect.top, rect.left, rect.bottom, rect.right))
        for sheet, rect in areas
    ]


def search_metadata(context: Context) -> Json:
    """Implement spreadsheets.developerMetadata.search."""
    body = context.body("SearchDeveloperMetadataRequest")
    _, workbook = context.readable()
    filters = body.get("dataFilters", [])
    try:
        chosen = [(one, matching(workbook, [one])) for one in filters]
    except RequestFault as fault:
        raise errors.invalid(fault.text) from None
    found = [
        {
            "developerMetadata": entry,
            "dataFilters": [echoed(one) for one, entries in chosen if entry in entries],
        }
        for entry in workbook.metadata
        if any(entry in entries for _, entries in chosen)
    ]
    return {"matchedDeveloperMetadata": found} if found else {}
