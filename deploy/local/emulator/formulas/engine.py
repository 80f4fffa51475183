"""One workbook inside the formula engine."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import formualizer

from deploy.local.emulator import a1
from deploy.local.emulator.cells import patterns, serials
from deploy.local.emulator.cells.locales import Locale
from deploy.local.emulator.formulas.outcomes import (
    CIRCULAR,
    ENGINE_ERRORS,
    PARSE_ERROR,
    ErrorValue,
    Scalar,
    unsupported,
)
from deploy.local.emulator.formulas.translation import GUARD, engine_quoted
from deploy.local.emulator.shapes import JsonValue
from deploy.local.emulator.state.grid import Entered, Formula

_FAILED = "=NA()"


class Engine:
    """Values and translated formulas of one workbook; positions are zero-based here."""

    def __init__(self, locale: Locale) -> None:
        # formualizer's stubs leave some signatures open.
        self._book: Any = formualizer.Workbook()
        self._register(GUARD, _guard, 1)
        self._register("UPPER", lambda value: _cased(value, str.upper), 1)
        self._register("LOWER", lambda value: _cased(value, str.lower), 1)
        self._register("PROPER", lambda value: _cased(value, str.title), 1)
        self._register("TEXT", lambda value, pattern: _text(value, str(pattern), locale), 2)

    def _register(self, name: str, function: JsonValue, arguments: int) -> None:
        self._book.register_function(
            name,
            function,
            min_args=arguments,
            max_args=arguments,
            allow_override_builtin=True,
        )

    def add_sheet(self, name: str, rows: dict[int, dict[int, Entered]]) -> None:
        """Add a tab with its plain values."""
        self._book.add_sheet(name)
        for top, block in _blocks(rows):
            self._book.set_values_batch(name, top + 1, 1, block)

    def put(self, name: str, row: int, column: int, value: Entered | None) -> None:
        """Set or empty one cell that holds no formula."""
        self._book.set_value(name, row + 1, column + 1, value)

    def put_formula(self, name: str, row: int, column: int, formula: str) -> ErrorValue | None:
        """Set one translated formula; return the error when the engine refuses it."""
        try:
            self._book.set_formula(name, row + 1, column + 1, formula)
        except (RuntimeError, ValueError) as refusal:
            self._book.set_formula(name, row + 1, column + 1, _FAILED)
            return CIRCULAR if "CIRC" in str(refusal) else PARSE_ERROR
        return None

    def evaluate(self, time_zone: str) -> None:
        """Recalculate with the clock of the document's time zone."""
        moment = datetime.now(UTC)
        offset = moment.astimezone(_zone(time_zone)).utcoffset() or timedelta()
        self._book.set_deterministic_clock(moment, int(offset.total_seconds()))
        self._book.evaluate_all()

    def result(self, name: str, row: int, column: int) -> Scalar | ErrorValue | None:
        """Return the computed value of one cell."""
        return _converted(self._book.get_value(name, row + 1, column + 1))

    def spilled(self, name: str, row: int, column: int) -> list[tuple[int, int]]:
        """Return the neighbours (row, column) that the formula in a cell fills."""
        address = f"{engine_quoted(name)}!{a1.cell_name(row, column)}"
        role = self._book.inspect_cell(address, include_values=False).cell.spill
        if role is None or role.extent is None:
            return []
        corners = a1.parse_cells(a1.split_sheet(role.extent)[1])
        if corners is None or corners.bottom is None or corners.right is None:
            return []
        return [
            (down, right)
            for down in range(row, corners.bottom)
            for right in range(column, corners.right)
            if (down, right) != (row, column)
        ]


def _blocks(rows: dict[int, dict[int, Entered]]) -> list[tuple[int, list[list[JsonValue]]]]:
    blocks: list[tuple[int, list[list[JsonValue]]]] = []
    last = -2
    for row in sorted(rows):
        cells = rows[row]
        line = [_plain(cells.get(column)) for column in range(max(cells) + 1)]
        if row == last + 1:
            blocks[-1][1].append(line)
        else:
            blocks.append((row, [line]))
        last = row
    return blocks


def _plain(entered: Entered | None) -> JsonValue:
    return None if isinstance(entered, Formula) else entered


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")


def _guard(value: JsonValue) -> JsonValue:
    if isinstance(value, list):
        raise ValueError(_ARRAY)  # noqa: TRY004 - any exception becomes the engine's #VALUE!
    return "" if value is None else value


_ARRAY = "an array where one value is expected"


def _cased(value: JsonValue, change: Callable[[str], str]) -> JsonValue:
    # The engine hands errors over as objects and takes them back as errors.
    return value if isinstance(value, dict) else change(_as_text(value))


def _as_text(value: JsonValue) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _text(value: JsonValue, pattern: str, locale: Locale) -> JsonValue:
    if isinstance(value, dict):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return (
            patterns.render_text(_as_text(value), pattern)
            if value is not None
            else _text(0, pattern, locale)
        )
    return patterns.render(value, pattern, locale)


def _converted(value: JsonValue) -> Scalar | ErrorValue | None:
    if isinstance(value, dict):
        kind = str(value.get("kind"))
        return ENGINE_ERRORS.get(kind, unsupported(f"this formula ({kind})"))
    if isinstance(value, date | time | timedelta):
        return _serial(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004
        return int(value)
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return unsupported("an array in one cell")


def _serial(value: date | time | timedelta) -> float:
    if isinstance(value, datetime):
        return serials.from_moment(value)
    if isinstance(value, date):
        return serials.from_date(value)
    if isinstance(value, time):
        return serials.from_time(value)
    return value.total_seconds() / serials.SECONDS_A_DAY
