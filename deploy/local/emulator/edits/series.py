"""How a line of cells goes on when it is filled further."""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR
from decimal import Decimal
from itertools import pairwise
from typing import Final

from deploy.local.emulator.cells import serials
from deploy.local.emulator.cells.calendars import ENGLISH, Calendar
from deploy.local.emulator.state.grid import Entered, Formula

UNCERTAIN: Final = (
    (
        "AutoFill: one number is repeated and one date, name or numbered text counts on; the "
        "alternate series turns that round, as the editor does with its modifier key."
    ),
    (
        "AutoFill: names of days and months go on in English and in the document's language, in "
        "the spelling of the first one."
    ),
    "AutoFill: formats and validation rules are filled along with the values; notes are not.",
)
_NUMBERED = re.compile(r"^(.*?)(\d{1,15})$", re.DOTALL)
_YEAR = 12
Next = Callable[[int], Entered]
"""The value at a place counted from the first cell of the source; negative in front of it."""


class NoSeriesError(ValueError):
    """The line cannot be continued without guessing."""


@dataclass(frozen=True)
class Item:
    """One cell of the source and whether it shows a date."""

    entered: Entered | None
    is_date: bool = False


def continuation(items: Sequence[Item], calendar: Calendar, *, alternate: bool) -> Next | None:
    """Return how a line goes on; None when its cells are just repeated.

    Raises:
        NoSeriesError: Numbers at unequal steps, or values of several kinds.
    """
    kinds = {_kind(item, calendar) for item in items}
    if len(kinds) > 1 and kinds - {"plain"}:
        raise NoSeriesError
    kind = kinds.pop() if len(kinds) == 1 else "plain"
    # One number is repeated where everything else counts on; the alternate turns it round.
    repeats = kind == "number" and len(items) == 1
    if kind == "plain" or repeats != alternate:
        return None
    makers: dict[str, Callable[[], Next]] = {
        "number": lambda: _numbers([_number(item) for item in items]),
        "date": lambda: _dates([_number(item) for item in items]),
        "numbered": lambda: _numbered([str(item.entered) for item in items]),
    }
    return makers[kind]() if kind in makers else _names([str(i.entered) for i in items], calendar)


def _kind(item: Item, calendar: Calendar) -> str:
    value = item.entered
    if isinstance(value, bool | Formula) or value is None:
        return "plain"
    if isinstance(value, int | float):
        return "date" if item.is_date else "number"
    if _cycle([value], calendar) is not None:
        return "name"
    return "numbered" if _NUMBERED.match(value) else "plain"


def _number(item: Item) -> float:
    return item.entered if isinstance(item.entered, int | float) else 0


def _step(numbers: Sequence[Decimal]) -> Decimal:
    steps = {later - one for one, later in pairwise(numbers)}
    if len(steps) > 1:
        raise NoSeriesError
    return steps.pop() if steps else Decimal(1)


def _numbers(numbers: Sequence[float]) -> Next:
    exact = [Decimal(repr(number)) for number in numbers]
    step = _step(exact)

    def value(place: int) -> Entered:
        number = exact[0] + step * place
        return int(number) if number == number.to_integral_value() else float(number)

    return value


def _dates(numbers: Sequence[float]) -> Next:
    step, start = _months(numbers), serials.to_moment(numbers[0])
    if step is None or start is None:
        return _numbers(numbers)

    def value(place: int) -> Entered:
        year, month = divmod(start.year * _YEAR + start.month - 1 + step * place, _YEAR)
        if not MINYEAR <= year <= MAXYEAR:
            raise NoSeriesError
        day = min(start.day, monthrange(year, month + 1)[1])
        return serials.from_moment(start.replace(year=year, month=month + 1, day=day))

    return value


def _months(numbers: Sequence[float]) -> int | None:
    """Return the step in months when all dates fall on the same day of their months."""
    moments = [serials.to_moment(number) for number in numbers]
    known = [moment for moment in moments if moment is not None]
    if len(known) < max(len(numbers), 2) or len({(m.day, m.time()) for m in known}) > 1:
        return None
    counts = [moment.year * _YEAR + moment.month for moment in known]
    steps = {later - one for one, later in pairwise(counts)}
    return steps.pop() if len(steps) == 1 and 0 not in steps else None


def _numbered(texts: Sequence[str]) -> Next:
    matches = [match for text in texts if (match := _NUMBERED.match(text))]
    heads = {match[1] for match in matches}
    if len(heads) > 1:
        raise NoSeriesError
    numbers = [Decimal(match[2]) for match in matches]
    step, head, width = _step(numbers), matches[0][1], len(matches[0][2])
    padded = matches[0][2].startswith("0")

    def value(place: int) -> Entered:
        number = abs(int(numbers[0] + step * place))
        return f"{head}{number:0{width}d}" if padded else f"{head}{number}"

    return value


def _cycle(texts: Sequence[str], calendar: Calendar) -> tuple[tuple[str, ...], list[int]] | None:
    """Return the names that all texts are among, and which of them they are."""
    folded = [text.casefold() for text in texts]
    for known in (ENGLISH, calendar):
        for names in (known.days, known.short_days, known.months, known.short_months):
            lowered = [name.casefold() for name in names]
            if set(folded) <= set(lowered):
                return names, [lowered.index(text) for text in folded]
    return None


def _names(texts: Sequence[str], calendar: Calendar) -> Next:
    cycle = _cycle(texts, calendar)
    if cycle is None:
        raise NoSeriesError
    names, places = cycle
    steps = {(later - one) % len(names) for one, later in pairwise(places)}
    if len(steps) > 1:
        raise NoSeriesError
    step = steps.pop() if steps else 1

    def value(place: int) -> Entered:
        return _cased(names[(places[0] + step * place) % len(names)], texts[0])

    return value


def _cased(name: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return name.upper()
    return name.lower() if like.islower() else name
