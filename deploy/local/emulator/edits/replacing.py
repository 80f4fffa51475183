"""What findReplace looks for, where, and what it counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet


def compiled(body: Json) -> re.Pattern[str]:
    """Return the pattern a request searches by."""
    text = body.get("find", "")
    if not text:
        raise RequestFault("find must not be empty.")
    flags = 0 if body.get("matchCase") else re.IGNORECASE
    source = text if body.get("searchByRegex") else re.escape(text)
    if body.get("matchEntireCell"):
        source = rf"\A(?:{source})\Z"
    try:
        return re.compile(source, flags)
    except (re.error, OverflowError):
        raise RequestFault("find is not a valid regular expression.") from None


def places(edit: Edit, body: Json) -> Iterator[tuple[Sheet, Rect]]:
    """Yield the tab and cells each search covers."""
    if body.get("allSheets"):
        for sheet in edit.workbook.sheets:
            yield edit.sheet(sheet.id), sheet.all
    elif "range" in body:
        yield edit.area(body["range"])
    else:
        sheet = edit.sheet(body.get("sheetId", 0))
        yield sheet, sheet.all


@dataclass
class Tally:
    """Counts of one findReplace."""

    values: int = 0
    formulas: int = 0
    occurrences: int = 0
    rows: set[tuple[int, int]] = field(default_factory=set)

    def add(self, sheet_id: int, row: int, count: int, *, formula: bool) -> None:
        """Count one changed cell."""
        self.formulas += formula
        self.values += not formula
        self.occurrences += count
        self.rows.add((sheet_id, row))

    def reply(self) -> Json:
        """Return Google's FindReplaceResponse, zeros left out."""
        counts = {
            "valuesChanged": self.values,
            "formulasChanged": self.formulas,
            "rowsChanged": len(self.rows),
            "sheetsChanged": len({sheet for sheet, _ in self.rows}),
            "occurrencesChanged": self.occurrences,
        }
        return {name: count for name, count in counts.items() if count}
