"""Writes CellData into cells, as a field mask allows."""

from deploy.local.emulator import errors
from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.edits.fields import overlay
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.formulas.rewriting import displaced
from deploy.local.emulator.masks import ALL, Mask
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy
from deploy.local.emulator.state.grid import Entered, Formula
from deploy.local.emulator.state.sheet import Sheet

TEXT_LIMIT = 50_000
TOO_LONG = "Your input contains more than the maximum of 50000 characters in a single cell."
_WRITABLE = ("userEnteredValue", "userEnteredFormat", "note", "dataValidation")
_READ_ONLY = ("effectiveValue", "effectiveFormat", "formattedValue", "hyperlink")


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


def check_cell(cell: Json) -> None:
    """Refuse cells with parts the local server does not keep, whatever the mask says."""
    for name in ("textFormatRuns", "pivotTable", "chipRuns", "dataSourceTable"):
        if cell.get(name):
            raise errors.unimplemented(f"writing CellData.{name}")


class CellWriter:
    """Writes one CellData after the other through one mask."""

    def __init__(self, edit: Edit, sheet: Sheet, mask: Mask) -> None:
        self._edit = edit
        self._sheet = sheet
        self._mask = check_mask(mask)
        self._formats: dict[tuple[int, int], Json | None] = {}
        self._kept: list[Json | None] = []

    def write(self, row: int, column: int, cell: Json) -> None:
        """Write the masked parts of ``cell``; parts it lacks are cleared."""
        grid, mask = self._sheet.grid, self._mask
        if "userEnteredValue" in mask:
            entered = entered_of(cell.get("userEnteredValue"))
            self._edit.workbook.enter(self._sheet, row, column, entered)
        if "note" in mask:
            grid.notes.put(row, column, cell.get("note") or None)
        if "dataValidation" in mask:
            rule = cell.get("dataValidation")
            grid.rules.put(row, column, tidy(rule) if rule else None)
        if "userEnteredFormat" in mask:
            self._write_format(row, column, cell.get("userEnteredFormat") or {})

    def _write_format(self, row: int, column: int, new: Json) -> None:
        layer = self._sheet.grid.formats
        old = layer.get(row, column)
        # Equal cells share one object: a column of formats costs one merge and little memory.
        key = (id(old), id(new))
        if key not in self._formats:
            merged = tidy(overlay(old or {}, new, self._mask["userEnteredFormat"]))
            self._formats[key] = merged or None
            self._kept += [old, new]
        layer.put(row, column, self._formats[key])


def displaced_cell(cell: Json, decimal: str, rows: int, columns: int) -> Json:
    """Return ``cell`` for a place that many rows and columns away: its formula follows."""
    formula = cell.get("userEnteredValue", {}).get("formulaValue")
    if formula is None or (rows, columns) == (0, 0):
        return cell
    moved = {"formulaValue": displaced(formula, decimal, rows, columns)}
    return {**cell, "userEnteredValue": moved}
