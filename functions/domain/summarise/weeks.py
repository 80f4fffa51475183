"""How many people were reached week by week."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from functions.domain.records import Window
from functions.domain.summarise.facts import Facts

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """The week that begins on the Monday `first`; `running` counts it and all before it."""

    first: date
    beneficiaries: int
    running: int


def weeks(facts: Facts) -> tuple[Week, ...]:
    """Return the weeks from the campaign's first to this one, or to its last; at least one.

    An activity counts in the week in which it began. What lies before the first week or after the
    last one counts in the nearest, so that the last running total is that of all reports.
    """
    mondays = _mondays(facts.campaign.settings.window, facts.today)
    people: Counter[date] = Counter()
    for report in facts.campaign.reports:
        week = min(max(_monday(report.window.first), mondays[0]), mondays[-1])
        people[week] += report.beneficiaries
    running = accumulate(people[each] for each in mondays)
    return tuple(
        Week(monday, people[monday], total) for monday, total in zip(mondays, running, strict=True)
    )


def _mondays(window: Window, today: date) -> list[date]:
    first, last = _monday(window.first), _monday(max(window.first, min(today, window.last)))
    return [first + number * _WEEK for number in range((last - first) // _WEEK + 1)]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
