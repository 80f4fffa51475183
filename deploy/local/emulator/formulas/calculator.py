"""Keeps the computed values of one workbook, recalculated when somebody reads after a change."""

from typing import TYPE_CHECKING

from deploy.local.emulator import a1
from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.formulas.engine import Engine
from deploy.local.emulator.formulas.outcomes import Outcome
from deploy.local.emulator.formulas.tokens import Token
from deploy.local.emulator.formulas.translation import Context, Translated, translate
from deploy.local.emulator.state.grid import Formula

if TYPE_CHECKING:
    from deploy.local.emulator.state.sheet import Sheet
    from deploy.local.emulator.state.workbook import Workbook

Key = tuple[int, int, int]
"""(sheetId, row, column)."""

_REBUILD_FROM = 5000


class Calculator:
    """Computed values of a workbook's formulas, and of the cells their arrays fill."""

    def __init__(self, workbook: "Workbook") -> None:
        self._workbook = workbook
        self._known = False
        self._engine: Engine | None = None
        self._context = Context(".", {}, {})
        self._names: dict[int, str] = {}
        self._formulas: dict[Key, Translated] = {}
        self._pending: set[Key] = set()
        self._outcomes: dict[Key, Outcome] = {}

    def forget(self) -> None:
        """Start over at the next reading: positions, titles or names changed."""
        self._known = False
        self._engine = None
        self._pending.clear()

    def cell_changed(self, sheet: "Sheet", row: int, column: int) -> None:
        """Note that one cell got another content."""
        if self._known:
            self._pending.add((sheet.id, row, column))
            if len(self._pending) > _REBUILD_FROM:
                self.forget()

    def outcome(self, sheet: "Sheet", row: int, column: int) -> Outcome | None:
        """Return what was computed for a cell; None when no formula concerns it."""
        return self._outcomes.get((sheet.id, row, column))

    def computed(self, sheet: "Sheet") -> list[tuple[int, int]]:
        """Return the cells (row, column) of a tab that have a computed value."""
        return [(row, column) for owner, row, column in self._outcomes if owner == sheet.id]

    def lacking(self) -> dict[str, int]:
        """Return how many cells use each function that only Google has."""
        counts: dict[str, int] = {}
        for translated in self._formulas.values():
            if translated.lacking:
                counts[translated.lacking] = counts.get(translated.lacking, 0) + 1
        return counts

    def refresh(self) -> None:
        """Bring all computed values up to date."""
        changed = bool(self._pending) or not self._known
        if not self._known:
            self._scan()
        elif self._pending:
            self._apply_pending()
        self._pending.clear()
        self._known = True
        if not self._formulas:
            self._outcomes = {}
        elif changed or any(item.volatile for item in self._formulas.values()):
            self._evaluate()

    def _scan(self) -> None:
        self._make_context()
        self._engine = None
        self._formulas = {
            (sheet.id, row, column): translate(entered.text, self._context)
            for sheet in self._workbook.sheets
            for row, column, entered in sheet.grid.entered.everything()
            if isinstance(entered, Formula)
        }

    def _make_context(self) -> None:
        book = self._workbook
        self._names = {
            sheet.id: f"tab {sheet.id}" if ":" in sheet.title else sheet.title
            for sheet in book.sheets
        }
        titles = {sheet.title.casefold(): self._names[sheet.id] for sheet in book.sheets}
        self._context = Context(locale_of(book.locale).decimal, titles, book.names(self._names))

    def _build(self) -> Engine:
        engine = Engine(locale_of(self._workbook.locale))
        for sheet in self._workbook.sheets:
            engine.add_sheet(self._names[sheet.id], sheet.grid.entered.rows)
        for key in self._formulas:
            self._put_formula(engine, key)
        return engine

    def _put_formula(self, engine: Engine, key: Key) -> None:
        translated = self._formulas[key]
        name = self._names[key[0]]
        text = "=NA()" if translated.error else translated.text
        error = engine.put_formula(name, key[1], key[2], text)
        if error is not None:
            self._formulas[key] = Translated(error=error)

    def _apply_pending(self) -> None:
        for key in self._pending:
            sheet = self._workbook.sheet(key[0])
            entered = None if sheet is None else sheet.grid.entered.get(key[1], key[2])
            if isinstance(entered, Formula):
                self._formulas[key] = translate(entered.text, self._context)
                if self._engine is not None:
                    self._put_formula(self._engine, key)
                continue
            self._formulas.pop(key, None)
            if self._engine is not None:
                self._engine.put(self._names[key[0]], key[1], key[2], entered)

    def _evaluate(self) -> None:
        if self._engine is None:
            self._engine = self._build()
        engine = self._engine
        engine.evaluate(str(self._workbook.properties.get("timeZone", "UTC")))
        self._outcomes = {}
        for key, translated in self._formulas.items():
            self._outcomes[key] = self._outcome_of(engine, key, translated)
        for key, translated in self._formulas.items():
            if translated.spills and translated.error is None:
                for row, column in engine.spilled(self._names[key[0]], key[1], key[2]):
                    value = engine.result(self._names[key[0]], row, column)
                    self._outcomes[(key[0], row, column)] = Outcome(value)

    def _outcome_of(self, engine: Engine, key: Key, translated: Translated) -> Outcome:
        if translated.error is not None:
            return Outcome(translated.error)
        value = engine.result(self._names[key[0]], key[1], key[2])
        if translated.copied is not None and value == "":
            value = None
        return Outcome(value, translated.number_format, self._source(key, translated.copied))

    def _source(self, key: Key, token: Token | None) -> Key | None:
        """Return the cell a plain reference repeats."""
        corners = None if token is None else a1.parse_cells(token.cells)
        if token is None or corners is None or corners.top is None or corners.left is None:
            return None
        sheet = None if token.sheet is None else self._workbook.titled(token.sheet)
        return key[0] if sheet is None else sheet.id, corners.top, corners.left
