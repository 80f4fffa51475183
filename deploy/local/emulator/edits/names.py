"""Named ranges: names, places, positions."""

import re

from deploy.local.emulator import a1
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.shapes import Json

_NAME = re.compile(r"^[^\W\d][\w.]{0,249}$")
_R1C1 = re.compile(r"^[Rr]\d*[Cc]\d*$")


def check_name(edit: Edit, name: str, besides: str | None = None) -> str:
    """Return a name that can be used; refuse one that looks like a cell or is taken."""
    if not _NAME.match(name) or a1.parse_cells(name) is not None or _R1C1.match(name):
        raise RequestFault(f"The name '{name}' is not a valid name for a range.")
    for entry in edit.workbook.named_ranges:
        if entry["name"].casefold() == name.casefold() and entry["namedRangeId"] != besides:
            raise RequestFault(
                f"Cannot add named range: A named range with the name {name} already exists."
            )
    return name


def stored_range(edit: Edit, grid_range: Json | None) -> Json:
    """Return the GridRange to keep, open sides left open."""
    edit.area(grid_range)
    kept = dict(grid_range or {})
    return kept if kept.get("sheetId") else {k: v for k, v in kept.items() if k != "sheetId"}


def position_of(edit: Edit, identifier: str) -> int:
    """Return where a named range stands in the document's list."""
    for position, entry in enumerate(edit.workbook.named_ranges):
        if entry["namedRangeId"] == identifier:
            return position
    raise RequestFault(f"No named range with id: {identifier}")
