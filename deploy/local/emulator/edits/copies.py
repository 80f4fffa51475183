"""What hangs on a tab when the tab is copied: new ids, ranges that point to the copy."""

from typing import Final

from deploy.local.emulator.edits.chart_sources import Move, with_sources
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers
from deploy.local.emulator.state.sheet import Sheet

UNCERTAIN: Final = (
    (
        "Copies of tabs: charts, slicers, tables, filter views and banded ranges get new ids, and "
        "a table keeps its name with a number behind it; the new names are the local server's own."
    ),
    (
        "Sheets.copyTo: domains and series that draw cells of tabs left behind are dropped; "
        "Google's answer is not known."
    ),
)
_IDS = (
    ("protections", "protectedRangeId"),
    ("filter_views", "filterViewId"),
    ("bandings", "bandedRangeId"),
    ("charts", "chartId"),
    ("slicers", "slicerId"),
)


def renumber(sheet: Sheet) -> None:
    """Give new ids to everything on a copied tab whose id must be the only one of its kind."""
    for attribute, name in _IDS:
        for item in getattr(sheet, attribute):
            item[name] = identifiers.number()
    for table in sheet.tables:
        table["tableId"] = str(identifiers.number())


def relocate(sheet: Sheet, source_id: int, *, within: bool) -> None:
    """Let the objects of a copied tab point to it instead of ``source_id``.

    ``within`` says that the copy stands in the same document: other tabs are still there.
    """

    def here(place: Json) -> Json | None:
        if place.get("sheetId", 0) == source_id:
            return _on(place, sheet.id)
        return place if within else None

    for chart in sheet.charts:
        chart["spec"] = with_sources(chart["spec"], here)
        chart["position"] = _position(chart["position"], sheet)
    sheet.slicers = [item for item in sheet.slicers if here(item["spec"]["dataRange"]) is not None]
    for slicer in sheet.slicers:
        slicer["spec"]["dataRange"] = here(slicer["spec"]["dataRange"])
        slicer["position"] = _position(slicer["position"], sheet)
    for table in sheet.tables:
        table["range"] = _on(table["range"], sheet.id)
    for stored in (*sheet.filter_views, sheet.basic_filter or {}):
        # The copy of a filter covers cells of its own, not the name or table of the original.
        stored.pop("namedRangeId", None)
        stored.pop("tableId", None)


def _on(place: Json, sheet_id: int) -> Json:
    rest = {name: item for name, item in place.items() if name != "sheetId"}
    return {"sheetId": sheet_id, **rest} if sheet_id else rest


def _position(position: Json, sheet: Sheet) -> Json:
    if "overlayPosition" not in position:
        return {"sheetId": sheet.id}
    overlay = position["overlayPosition"]
    return {"overlayPosition": {**overlay, "anchorCell": _on(overlay["anchorCell"], sheet.id)}}


def name_tables(sheet: Sheet, taken: set[str]) -> None:
    """Give the tables of a copied tab names that are not among ``taken`` (casefolded)."""
    for table in sheet.tables:
        base, number = table["name"], 1
        while table["name"].casefold() in taken:
            number += 1
            table["name"] = f"{base}_{number}"
        taken.add(table["name"].casefold())


def forget_sheet(sheets: list[Sheet], sheet_id: int) -> None:
    """Drop what charts and slicers on the other tabs draw from a tab that is deleted."""

    def here(place: Json) -> Json | None:
        return None if place.get("sheetId", 0) == sheet_id else place

    for sheet in sheets:
        _forget(sheet, here)


def _forget(sheet: Sheet, here: Move) -> None:
    charts = [{**chart, "spec": with_sources(chart["spec"], here)} for chart in sheet.charts]
    slicers = [item for item in sheet.slicers if here(item["spec"]["dataRange"]) is not None]
    sheet.dirty = sheet.dirty or (charts, slicers) != (sheet.charts, sheet.slicers)
    sheet.charts, sheet.slicers = charts, slicers
