"""Writes CellData into cells, as a field mask allows."""

from typing import Final

from deploy.local.emulator import errors, masks
from deploy.local.emulator.edits.cell_formats import is_linked, laid_over
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.fields import overlay
from deploy.local.emulator.edits.rich_text import kept_runs, unlinked, uris
from deploy.local.emulator.edits.validation import kept_rule
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.formulas.rewriting import displaced
from deploy.local.emulator.masks import ALL, Mask
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.grid import Entered, Formula
from deploy.local.emulator.state.sheet import Sheet

UNCERTAIN: Final = (
    (
        "A formulaValue without '=' and an errorValue are refused in our own words; what Google "
        "answers is not known."
    ),
)
TEXT_LIMIT = 50_000
TOO_LONG = "Your input contains more than the maximum of 50000 characters in a single cell."
_WRITABLE = ("userEnteredValue", "userEnteredFormat", "note", "textFormatRuns", "dataValidation")
_READ_ONLY = (
    "effectiveValue",
    "effectiveFormat",
    "formattedValue",
    "hyperlink",
    "dataSourceFormula",
)
_NOTHING: Json = {}
_FOREIGN = ("pivotTable", "chipRuns", "dataSourceTable")


def entered_of(value: Json | None) -> Entered | None:
    """Return what an ExtendedValue puts into a cell; a text never runs as a formula."""
    for name in ("numberValue", "boolValue"):
        if value and name in value:
            found: Entered = value[name]
            return found
    if value and "stringValue" in value:
        return check_text(value["stringValue"]) or None
    if value and "formulaValue" in value:
        text = check_text(value["formulaValue"])
        if not text.startswith("="):
            raise RequestFault("formulaValue must start with '='.")
        return Formula(text)
    if value and "errorValue" in value:
        raise RequestFault("errorValue is read-only.")
    return None


def check_text(text: str) -> str:
    """Return ``text`` if a cell can hold it."""
    if len(text) > TEXT_LIMIT:
        raise RequestFault(TOO_LONG)
    return text


def check_mask(mask: Mask) -> Mask:
    """Return the part of a CellData mask that can be written.

    Raises:
        GoogleError: 501 when it names something the local server does not keep.
    """
    if mask == ALL:
        return dict.fromkeys(_WRITABLE, ALL)
    for name in mask:
        if name not in _WRITABLE and name not in _READ_ONLY:
            raise errors.unimplemented(f"writing CellData.{name}")
    return {name: below for name, below in mask.items() if name in _WRITABLE}


def check_cell(cell: Json, mask: Mask = ALL) -> None:
    """Refuse cells with masked parts the local server does not keep."""
    for name in _FOREIGN:
        if cell.get(name) and masks.wants(mask, name):
            raise errors.unimplemented(f"writing CellData.{name}")


class CellWriter:
    """Writes one CellData after the other through one mask."""

    def __init__(self, edit: Edit, sheet: Sheet, mask: Mask) -> None:
        self._edit = edit
        self._sheet = sheet
        self._given = mask
        self._mask = check_mask(mask)
        self._formats: dict[tuple[int, int], Json | None] = {}
        self._rules: dict[tuple[int, int], Json | None] = {}
        self._kept: list[Json | None] = []

    def write(self, row: int, column: int, cell: Json) -> None:
        """Write the masked parts of ``cell``; parts it lacks are cleared.

        Raises:
            RequestFault: A part is nothing a cell can hold.
            GoogleError: 501 for parts the local server does not keep.
        """
        check_cell(cell, self._given)
        mask = self._mask
        if "userEnteredValue" in mask:
            value = masks.apply(mask["userEnteredValue"], cell.get("userEnteredValue"))
            self._edit.workbook.enter(self._sheet, row, column, entered_of(value))
        if "note" in mask:
            self._sheet.grid.notes.put(row, column, check_text(cell.get("note", "")) or None)
        if "dataValidation" in mask:
            self._write_rule(row, column, cell.get("dataValidation"))
        if "userEnteredFormat" in mask:
            self._write_format(row, column, cell.get("userEnteredFormat") or _NOTHING)
        if "textFormatRuns" in mask:
            self._write_runs(row, column, cell.get("textFormatRuns", []))

    def _write_rule(self, row: int, column: int, new: Json | None) -> None:
        layer, mask = self._sheet.grid.rules, self._mask["dataValidation"]
        old = layer.get(row, column)
        key = (id(old), id(new))
        if key not in self._rules:
            rule = overlay(old or {}, new or {}, mask)
            self._rules[key] = kept_rule(self._edit, rule)
            self._kept += [old, new]
        layer.put(row, column, self._rules[key])

    def _write_format(self, row: int, column: int, new: Json) -> None:
        layer, mask = self._sheet.grid.formats, self._mask["userEnteredFormat"]
        old = layer.get(row, column)
        # Equal cells share one object: a column of formats costs one merge and little memory.
        key = (id(old), id(new))
        if key not in self._formats:
            self._formats[key] = laid_over(old, new, mask)
            self._kept += [old, new]
        layer.put(row, column, self._formats[key])
        runs = self._sheet.grid.runs.get(row, column)
        if runs and is_linked(new) and masks.wants(mask, "textFormat", "link"):
            self._sheet.grid.runs.put(row, column, unlinked(runs))

    def _write_runs(self, row: int, column: int, runs: list[Json]) -> None:
        grid = self._sheet.grid
        kept = kept_runs(grid.entered.get(row, column), runs)
        grid.runs.put(row, column, kept)
        own = grid.formats.get(row, column)
        if kept and own and uris(kept) and is_linked(own):
            text = {key: item for key, item in own["textFormat"].items() if key != "link"}
            grid.formats.put(row, column, {**own, "textFormat": text})


def displaced_cell(cell: Json, decimal: str, rows: int, columns: int) -> Json:
    """Return ``cell`` for a place that many rows and columns away: its formula follows."""
    formula = cell.get("userEnteredValue", {}).get("formulaValue")
    if formula is None or (rows, columns) == (0, 0):
        return cell
    moved = {"formulaValue": displaced(formula, decimal, rows, columns)}
    return {**cell, "userEnteredValue": moved}
