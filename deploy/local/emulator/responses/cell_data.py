"""Builds Google's CellData, only the parts a mask asks for."""

from collections.abc import Callable

from deploy.local.emulator import masks
from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.cells.view import View, plain_number
from deploy.local.emulator.edits.rich_text import uris
from deploy.local.emulator.formulas.outcomes import ErrorValue, Scalar
from deploy.local.emulator.formulas.tokens import tokenize
from deploy.local.emulator.masks import Mask
from deploy.local.emulator.shapes import Json, JsonValue
from deploy.local.emulator.state.canonical import merged
from deploy.local.emulator.state.grid import Entered, Formula
from deploy.local.emulator.state.sheet import Sheet
from deploy.local.emulator.state.workbook import Workbook

_TEXT_LITERAL = 2
_SHARED = frozenset({"userEnteredFormat", "dataValidation"})


class CellBuilder:
    """Builds CellData objects of one workbook through one mask."""

    def __init__(self, workbook: Workbook, view: View, mask: Mask) -> None:
        self._workbook = workbook
        self._view = view
        self._mask = mask
        self._masked: dict[tuple[str, int], JsonValue] = {}
        builders: dict[str, Callable[[Sheet, int, int], JsonValue]] = {
            "userEnteredValue": self._entered,
            "effectiveValue": self._effective,
            "formattedValue": lambda sheet, row, column: view.formatted(sheet, row, column) or None,
            "userEnteredFormat": lambda sheet, row, column: sheet.grid.formats.get(row, column),
            "effectiveFormat": self._effective_format,
            "hyperlink": self._hyperlink,
            "note": lambda sheet, row, column: sheet.grid.notes.get(row, column),
            "textFormatRuns": lambda sheet, row, column: sheet.grid.runs.get(row, column),
            "dataValidation": lambda sheet, row, column: sheet.grid.rules.get(row, column),
        }
        self._builders = {
            name: build for name, build in builders.items() if masks.wants(mask, name)
        }

    def build(self, sheet: Sheet, row: int, column: int) -> Json:
        """Return the CellData of one cell, empty when nothing is there to show."""
        cell: Json = {}
        for name, build in self._builders.items():
            part = build(sheet, row, column)
            if part is not None:
                cell[name] = self._shown(name, part)
        return cell

    def _shown(self, name: str, part: JsonValue) -> JsonValue:
        """Mask a part; formats and rules that cells share are masked once.

        They are known by their identity: the grids hold them for as long as an answer is built.
        """
        below = masks.below(self._mask, name)
        if name not in _SHARED:
            return masks.apply(below, part)
        key = (name, id(part))
        if key not in self._masked:
            self._masked[key] = masks.apply(below, part)
        return self._masked[key]

    def _entered(self, sheet: Sheet, row: int, column: int) -> Json | None:
        return extended(sheet.grid.entered.get(row, column))

    def _effective(self, sheet: Sheet, row: int, column: int) -> Json | None:
        return extended(self._view.effective(sheet, row, column))

    def _effective_format(self, sheet: Sheet, row: int, column: int) -> Json | None:
        own = sheet.grid.formats.get(row, column)
        chosen = self._view.number_format(sheet, row, column)
        if own is None and chosen is None and sheet.grid.entered.get(row, column) is None:
            return None
        base: Json = merged(self._workbook.properties.get("defaultFormat", {}), own or {})
        if chosen is None:
            return base
        return {"numberFormat": chosen} | {k: v for k, v in base.items() if k != "numberFormat"}

    def _hyperlink(self, sheet: Sheet, row: int, column: int) -> str | None:
        entered = sheet.grid.entered.get(row, column)
        if isinstance(entered, Formula):
            return link_of(entered.text, locale_of(self._workbook.locale).decimal)
        own = sheet.grid.formats.get(row, column) or {}
        uri = own.get("textFormat", {}).get("link", {}).get("uri")
        links = [uri] if isinstance(uri, str) else uris(sheet.grid.runs.get(row, column) or [])
        return links[0] if len(links) == 1 else None


def extended(value: Entered | Scalar | ErrorValue | None) -> Json | None:
    """Return Google's ExtendedValue."""
    if value is None:
        return None
    if isinstance(value, Formula):
        return {"formulaValue": value.text}
    if isinstance(value, ErrorValue):
        return {"errorValue": {"type": value.type, "message": value.message}}
    if isinstance(value, bool):
        return {"boolValue": value}
    return (
        {"stringValue": value} if isinstance(value, str) else {"numberValue": plain_number(value)}
    )


def link_of(formula: str, decimal: str) -> str | None:
    """Return the address of a ``=HYPERLINK("...")`` whose address is a plain text."""
    tokens = [token for token in tokenize(formula[1:], decimal) if token.kind != "space"]
    if len(tokens) <= _TEXT_LITERAL or tokens[0].text.upper() != "HYPERLINK":
        return None
    literal = tokens[_TEXT_LITERAL]
    return literal.text[1:-1].replace('""', '"') if literal.kind == "text" else None
