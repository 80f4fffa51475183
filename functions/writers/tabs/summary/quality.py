"""How good the data of each unit are, and what the score is made of."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.night import Night
from functions.domain.summarise import FLOORS, WEIGHTS, Aspect, Grade, Quality
from functions.writers.page import Styled
from functions.writers.tabs.summary.grid import ALL, Line, figure_headers, header, no_units
from sheets_schema.model import Schema

_FLAGS = {Grade.GOOD: "good", Grade.FAIR: "warn", Grade.POOR: "bad"}
_GRADES = {
    Grade.GOOD: "summary.grade_good",
    Grade.FAIR: "summary.grade_fair",
    Grade.POOR: "summary.grade_poor",
}
_SHARES = {
    Aspect.ACCEPTED: "summary.share_accepted",
    Aspect.CLEAN: "summary.share_clean",
    Aspect.REGISTERED: "summary.share_registered",
    Aspect.PUNCTUAL: "summary.share_punctual",
    Aspect.FRESH: "summary.share_fresh",
}


def lines(schema: Schema, night: Night) -> Iterator[Line]:
    """Yield how the score is computed, then a line per unit."""
    units = night.summary.units
    if not units:
        yield no_units(schema)
        return
    yield [Styled(_explained(schema), "stamp", ALL)]
    yield [
        header(schema, "summary.unit"),
        *figure_headers(schema, ("summary.score", "summary.grade")),
        *figure_headers(schema, _SHARES.values()),
    ]
    for each in units:
        yield [Styled(each.name, "strong"), *_cells(schema, night.summary.quality[each.code])]


def _explained(schema: Schema) -> str:
    parts = [f"{schema.text(key)} {WEIGHTS[aspect]}" for aspect, key in _SHARES.items()]
    grades = [
        schema.text("summary.grade_from", grade=schema.text(_GRADES[grade]), floor=floor)
        for grade, floor in FLOORS.items()
        if floor
    ]
    return schema.text(
        "summary.score_explained",
        weights=", ".join(parts),
        grades=", ".join(grades),
        lowest=schema.text(_GRADES[Grade.POOR]),
    )


def _cells(schema: Schema, quality: Quality) -> Iterator[Styled]:
    if quality.grade is None:
        yield Styled(None, "centred")
        yield Styled(schema.text("summary.grade_none"), "centred")
    else:
        flag = _FLAGS[quality.grade]
        yield Styled(quality.score, f"{flag}_score")
        yield Styled(schema.text(_GRADES[quality.grade]), f"{flag}_centred")
    for aspect in _SHARES:
        yield Styled(quality.parts[aspect], "percent")
