"""The map of topics and places: where needs have a team, and where not.

Its columns are the units. A campaign with more units than the page has columns is shown by blocks
instead; of more blocks than that, the last ones share a column.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from functions.domain.night import Night
from functions.domain.summarise import Served
from functions.writers.page import Styled
from functions.writers.tabs.summary.grid import ALL, Line, figure_headers, header
from sheets_schema.model import Schema

_BESIDE = 3
"""Columns beside the places: the topic, the sum, the people reached."""

MOST = ALL - _BESIDE
"""Places for which the page has columns."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A column of the map: one unit, or several together."""

    name: str
    units: frozenset[str]


def title(night: Night) -> str:
    """Return the key of the words that head the section: what its columns are."""
    return (
        "summary.topics_by_unit" if len(night.summary.units) <= MOST else "summary.topics_by_block"
    )


def lines(schema: Schema, night: Night) -> Iterator[Line]:
    """Yield a line per topic."""
    if not night.summary.topics:
        yield [Styled(schema.text("summary.no_topics"), "stamp", ALL)]
        return
    places = _places(schema, night)
    yield [
        header(schema, "summary.topic"),
        *(Styled(each.name, "header_figure") for each in places),
        *figure_headers(schema, ("summary.total", "summary.beneficiaries")),
    ]
    labels = schema.lists["topics"]
    for each in night.summary.topics:
        yield [
            Styled(labels.label(each.topic)),
            *(_cell(_served(night, each.topic, place)) for place in places),
            _cell(Served(each.needs, each.met)),
            Styled(each.beneficiaries, "whole"),
        ]


def _places(schema: Schema, night: Night) -> list[_Place]:
    units = night.summary.units
    if len(units) <= MOST:
        return [_Place(each.name, frozenset({each.code})) for each in units]
    blocks = [
        _Place(each.name, frozenset(unit.code for unit in each.units))
        for each in night.summary.blocks
    ]
    if len(blocks) <= MOST:
        return blocks
    rest = frozenset[str]().union(*(each.units for each in blocks[MOST - 1 :]))
    return [*blocks[: MOST - 1], _Place(schema.text("summary.other_blocks"), rest)]


def _served(night: Night, topic: str, place: _Place) -> Served:
    coverage = night.summary.coverage
    return sum((coverage.get((topic, unit), Served()) for unit in place.units), Served())


def _cell(served: Served) -> Styled:
    if not served.needs:
        return Styled(None, "centred")
    return Styled(f"{served.met}/{served.needs}", f"{_flag(served)}_centred")


def _flag(served: Served) -> str:
    if not served.met:
        return "bad"
    return "good" if served.met == served.needs else "warn"
