"""The score of a unit's data."""

import pytest

from functions.domain.findings import Finding, Place, RowCount
from functions.domain.ledger import State
from functions.domain.summarise import (
    FLOORS,
    WEIGHTS,
    Aspect,
    Grade,
    Quality,
    Reading,
    warned_rows,
)
from tests.campaigns import UNIT, after, make_campaign, make_need, make_report, make_settings
from tests.nights import RAN_AT, make_entry, make_summary


def of(**parts: float) -> Quality:
    """Return the quality with these parts; nothing is known about the others."""
    return Quality({aspect: parts.get(aspect) for aspect in Aspect})


def test_every_aspect_has_a_weight() -> None:
    """The weights are percentages of the whole."""
    assert set(WEIGHTS) == set(Aspect)
    assert sum(WEIGHTS.values()) == 100


def test_every_score_has_a_grade() -> None:
    """The grades go down to nought."""
    assert set(FLOORS) == set(Grade)
    assert list(FLOORS.values()) == sorted(FLOORS.values(), reverse=True)
    assert of(accepted=0, clean=0, fresh=0).grade is Grade.POOR


@pytest.mark.parametrize(
    ("quality", "score", "grade"),
    [
        (of(accepted=1, clean=1, registered=1, punctual=1, fresh=1), 100, Grade.GOOD),
        (of(accepted=0.5, clean=1, registered=1, punctual=1, fresh=1), 80, Grade.FAIR),
        (of(accepted=0.75, fresh=1), 80, Grade.FAIR),
        (of(registered=0, fresh=1), 40, Grade.POOR),
        (of(registered=0, fresh=0), 0, Grade.POOR),
        (of(fresh=1), None, None),
        (of(), None, None),
    ],
)
def test_the_score_is_the_mean_of_what_is_known(
    quality: Quality, score: int | None, grade: Grade | None
) -> None:
    """Unknown parts count neither for nor against; freshness alone makes no score."""
    assert (quality.score, quality.grade) == (score, grade)


def test_parts_are_shares_of_what_the_unit_gave() -> None:
    """Rows accepted, rows without warnings, reports in time."""
    campaign = make_campaign(
        needs=(make_need(1), make_need(2)),
        reports=(make_report(1), make_report(2, written=0), make_report(3)),
    )
    summary = make_summary(
        campaign,
        (make_entry(days=(-9, -8), state=State.FINISHED),),
        rows={(UNIT, "needs"): RowCount(6, 5), (UNIT, "teams"): RowCount(4, 4)},
        warned={UNIT: 3},
    )
    assert summary.quality[UNIT].parts == {
        Aspect.ACCEPTED: 0.9,
        Aspect.CLEAN: 0.7,
        Aspect.REGISTERED: 1.0,
        Aspect.PUNCTUAL: 0.5,
        Aspect.FRESH: 1.0,
    }
    assert (summary.units[0].warned, summary.whole.warned) == (3, 3)


@pytest.mark.parametrize(("deadline", "registered"), [(0, None), (-1, 0.0)])
def test_nothing_typed_is_unknown_until_the_deadline(
    deadline: int, registered: float | None
) -> None:
    """An empty workbook has no shares, and its registration is only judged once it is due."""
    campaign = make_campaign(settings=make_settings(need_deadline=after(deadline)))
    parts = make_summary(campaign).quality[UNIT].parts
    assert parts == {
        Aspect.ACCEPTED: None,
        Aspect.CLEAN: None,
        Aspect.REGISTERED: registered,
        Aspect.PUNCTUAL: None,
        Aspect.FRESH: 1.0,
    }


def test_more_warned_rows_than_rows_is_nought() -> None:
    """Warnings may stand on rows that hold no data; a share is never below nought."""
    rows = {(UNIT, "needs"): RowCount(2, 2)}
    summary = make_summary(make_campaign(), rows=rows, warned={UNIT: 3})
    assert summary.quality[UNIT].parts[Aspect.CLEAN] == 0


@pytest.mark.parametrize(
    ("reading", "fresh"),
    [
        (Reading(RAN_AT), 1.0),
        (Reading(RAN_AT, stale=True, age_days=0), 1.0),
        (Reading(RAN_AT, stale=True, age_days=7), 0.0),
        (Reading(RAN_AT, stale=True, age_days=30), 0.0),
        (Reading(None), 0.0),
    ],
)
def test_data_grow_old_within_a_week(reading: Reading, fresh: float) -> None:
    """A workbook that could not be read loses its freshness day by day."""
    summary = make_summary(make_campaign(), readings={UNIT: reading})
    assert summary.quality[UNIT].parts[Aspect.FRESH] == fresh


def test_a_row_is_warned_once() -> None:
    """Rows are counted, not warnings; errors and findings about a whole tab are left out."""
    found = (
        Finding("warn", Place(UNIT, "needs", row=3)),
        Finding("warn", Place(UNIT, "needs", row=3)),
        Finding("warn", Place(UNIT, "teams", row=3)),
        Finding("warn", Place(UNIT, "needs")),
        Finding("bad", Place(UNIT, "needs", row=4)),
        Finding("warn", Place("706", "needs", row=4)),
    )
    severities = {"warn": "warning", "bad": "error"}
    assert warned_rows(found, severities) == {UNIT: 2, "706": 1}
