"""Slicer specifications: what is kept, and in which form."""

from typing import Final

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.filters import checked_criteria
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import grid_range
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy

UNCERTAIN: Final = (
    (
        "Slicers: rows that the criteria of a slicer refuse count as hidden by a filter for every "
        "reader; whether Google's API marks them is not known."
    ),
    (
        "Slicers: a slicer without a size reads back without one; the size Google gives it, and "
        "its sentence for a missing or misplaced data range, are not known."
    ),
)


def stored_slicer(edit: Edit, spec: Json | None) -> Json:
    """Return a SlicerSpec as it is kept: its data range closed, its criteria checked."""
    if not spec or "dataRange" not in spec:
        raise RequestFault("SlicerSpec.dataRange must be set.")
    sheet, rect = edit.area(spec["dataRange"], "dataRange")
    stored: Json = {"dataRange": grid_range(rect, sheet.id)}
    if "columnIndex" in spec:
        if not 0 <= spec["columnIndex"] < rect.width:
            raise RequestFault(f"columnIndex {spec['columnIndex']} is outside the dataRange.")
        stored["columnIndex"] = spec["columnIndex"]
    if spec.get("filterCriteria"):
        stored["filterCriteria"] = checked_criteria(edit, spec["filterCriteria"])
    stored["applyToPivotTables"] = spec.get("applyToPivotTables", True)
    if not stored["applyToPivotTables"]:
        del stored["applyToPivotTables"]
    rest = {name: item for name, item in tidy(spec).items() if name not in stored}
    return {**stored, **{name: item for name, item in rest.items() if name not in _OWN}}


_OWN = ("dataRange", "columnIndex", "filterCriteria", "applyToPivotTables")
