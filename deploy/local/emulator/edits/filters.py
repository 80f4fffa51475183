"""Basic filters and filter views: what Google takes and how it reads back."""

from typing import Final

from deploy.local.emulator import errors
from deploy.local.emulator.cells.filtering import columns_of
from deploy.local.emulator.edits.boolean_conditions import check
from deploy.local.emulator.edits.condition_types import Purpose
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect, grid_range
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook

UNCERTAIN: Final = (
    (
        "Filters: columns of criteria and sort orders are counted from the tab's first column, and "
        "one outside the range is refused in words of the local server."
    ),
    (
        "SetBasicFilter with sortSpecs sorts the rows below the header, as sorting by a filter "
        "does in the editor and in Apps Script; no recording shows it. A filter view sorts nothing."
    ),
)
BACKING = ("range", "namedRangeId", "tableId")
_COLOURS = (
    "visibleBackgroundColor",
    "visibleBackgroundColorStyle",
    "visibleForegroundColor",
    "visibleForegroundColorStyle",
)
_SORT_COLOURS = (
    "backgroundColor",
    "backgroundColorStyle",
    "foregroundColor",
    "foregroundColorStyle",
    "dataSourceColumnReference",
)


def stored_filter(edit: Edit, wanted: Json) -> tuple[Sheet, Json]:
    """Return the tab and the filter as it is kept, its range closed, both forms of criteria.

    Raises:
        RequestFault: It covers no cells, or a column or condition is wrong.
        GoogleError: 501 when it filters or sorts by colour.
    """
    backing = [name for name in BACKING if wanted.get(name)]
    if len(backing) > 1:
        raise RequestFault(f"Only one of {', '.join(BACKING)} may be set.")
    sheet, rect = edit.area(backing_range(edit.workbook, wanted))
    stored: Json = {"range": grid_range(rect, sheet.id)}
    stored |= {name: wanted[name] for name in backing if name != "range"}
    if wanted.get("sortSpecs"):
        stored["sortSpecs"] = [_sort_spec(spec, rect) for spec in wanted["sortSpecs"]]
    columns = {
        column: checked_criteria(edit, criteria)
        for column, criteria in sorted(_wanted_columns(wanted).items())
    }
    for column in columns:
        _check_column(column, rect)
    if columns:
        stored["criteria"] = {str(column): rule for column, rule in columns.items()}
        stored["filterSpecs"] = [
            {"columnIndex": column, "filterCriteria": rule} for column, rule in columns.items()
        ]
    return sheet, stored


def backing_range(workbook: Workbook, stored: Json) -> Json | None:
    """Return the GridRange a filter covers: its own, its named range's or its table's."""
    if stored.get("namedRangeId"):
        for entry in workbook.named_ranges:
            if entry["namedRangeId"] == stored["namedRangeId"]:
                place: Json = entry["range"]
                return place
        raise RequestFault(f"No named range with id: {stored['namedRangeId']}")
    if stored.get("tableId"):
        for sheet in workbook.sheets:
            for table in sheet.tables:
                if table["tableId"] == stored["tableId"]:
                    return {**table["range"]}
        raise RequestFault(f"No table with id: {stored['tableId']}")
    return stored.get("range")


def _wanted_columns(wanted: Json) -> dict[int, Json]:
    specs = wanted.get("filterSpecs", [])
    if any("dataSourceColumnReference" in spec for spec in specs):
        raise errors.unimplemented("FilterSpec.dataSourceColumnReference")
    criteria = wanted.get("criteria", {})
    if not specs and not all(key.isascii() and key.isdigit() for key in criteria):
        raise RequestFault("The keys of criteria must be column indexes.")
    return columns_of({"filterSpecs": specs} if specs else {"criteria": criteria})


def checked_criteria(edit: Edit, criteria: Json) -> Json:
    """Return FilterCriteria as they are kept."""
    for name in _COLOURS:
        if criteria.get(name):
            raise errors.unimplemented(f"FilterCriteria.{name}")
    stored: Json = {}
    if criteria.get("hiddenValues"):
        stored["hiddenValues"] = criteria["hiddenValues"]
    if criteria.get("condition"):
        stored["condition"] = check(edit, criteria["condition"], Purpose.FILTER)
    return stored


def _sort_spec(spec: Json, rect: Rect) -> Json:
    for name in _SORT_COLOURS:
        if spec.get(name):
            raise errors.unimplemented(f"SortSpec.{name}")
    _check_column(spec.get("dimensionIndex", 0), rect)
    return {"dimensionIndex": 0, **spec}


def _check_column(column: int, rect: Rect) -> None:
    if not rect.left <= column < rect.right:
        raise RequestFault(f"Column {column} is outside the range of the filter.")


def view_json(workbook: Workbook, view: Json) -> Json:
    """Return a filter view as Google shows it: its range is that of what backs it now."""
    try:
        place = backing_range(workbook, view)
    except RequestFault:
        place = view["range"]
    return {**view, "range": place}


def find_view(edit: Edit, identifier: int) -> tuple[Sheet, int]:
    """Return tab and position of a filter view."""
    for sheet in edit.workbook.sheets:
        for position, view in enumerate(sheet.filter_views):
            if view["filterViewId"] == identifier:
                return edit.sheet(sheet.id), position
    raise RequestFault(f"No filter view with id: {identifier}")


def free_view_id(edit: Edit, wanted: int | None, fresh: int) -> int:
    """Return the id asked for if nobody has it, else ``fresh``."""
    taken = {view["filterViewId"] for sheet in edit.workbook.sheets for view in sheet.filter_views}
    if wanted and wanted in taken:
        raise RequestFault(f"FilterView with id {wanted} already exists.")
    return wanted or fresh
