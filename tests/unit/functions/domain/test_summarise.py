"""Where the campaign stands."""

from collections import Counter
from datetime import timedelta

import pytest

from functions.domain.findings import RowCount
from functions.domain.ledger import State
from functions.domain.records import PROVINCE
from functions.domain.summarise import (
    Matter,
    Reading,
    TopicDemand,
    UnitProgress,
    punctual,
)
from tests.campaigns import (
    OTHER_UNIT,
    TODAY,
    UNIT,
    after,
    make_campaign,
    make_need,
    make_report,
    make_settings,
    make_target,
    make_team,
    make_training,
    make_unit,
    make_volunteer,
)
from tests.nights import RAN_AT, make_entry, make_summary

TWO_UNITS = (make_unit(OTHER_UNIT, name="Huyện đoàn Tân Châu"), make_unit(UNIT))
ALL_TYPED = {(UNIT, "needs"): RowCount(1, 1), (OTHER_UNIT, "needs"): RowCount(1, 1)}


@pytest.mark.parametrize(("written", "late"), [(-10, 0), (-7, 0), (-6, 1), (0, 7)])
def test_a_report_is_late_after_its_days(written: int, late: int) -> None:
    """A report may take its days after the activity; every day beyond is counted."""
    assert punctual(make_report(ended=-10, written=written), report_days=3) == late


def test_units_stand_in_the_order_of_their_codes() -> None:
    """Every active unit has its line, an inactive one has none."""
    campaign = make_campaign(units=(*TWO_UNITS, make_unit("707", active=False)))
    assert [each.code for each in make_summary(campaign).units] == [UNIT, OTHER_UNIT]


def test_a_unit_counts_what_is_its_own() -> None:
    """Needs, people, teams, reports and rows are counted by unit and add up for the province."""
    campaign = make_campaign(
        units=TWO_UNITS,
        targets=(make_target(UNIT, 1000), make_target(OTHER_UNIT, 500)),
        needs=(make_need(1), make_need(2), make_need(1, unit=OTHER_UNIT)),
        volunteers=(make_volunteer(1), make_volunteer(2), make_volunteer(1, unit=OTHER_UNIT)),
        teams=(make_team(1), make_team(1, unit=OTHER_UNIT, members=(1,))),
        reports=(
            make_report(1, beneficiaries=100),
            make_report(2, beneficiaries=50, written=0),
            make_report(1, unit=OTHER_UNIT, beneficiaries=30),
        ),
    )
    summary = make_summary(
        campaign,
        (make_entry(1), make_entry(2, need="NC-705-002", state=State.WITHDRAWN)),
        rows={
            (UNIT, "needs"): RowCount(4, 2),
            (UNIT, "teams"): RowCount(1, 1),
            (OTHER_UNIT, "needs"): RowCount(1, 1),
            (PROVINCE, "teams"): RowCount(3, 1),
        },
        severities={
            UNIT: Counter(error=2, warning=1, hint=5),
            PROVINCE: Counter(error=1),
        },
    )
    own, other = summary.units
    assert (own.needs_typed, own.needs, own.needs_met, own.needs_unmet) == (4, 2, 1, 1)
    assert (own.volunteers, own.teams, own.teams_trained) == (2, 1, 1)
    assert (own.reports, own.reports_late, own.beneficiaries) == (2, 1, 150)
    assert (own.target, own.rate) == (1000, 0.15)
    assert (own.rows, own.errors, own.warnings) == (RowCount(5, 3), 2, 1)
    assert (other.needs, other.teams_trained, other.untrained_teams) == (1, 0, ("DH-706-01",))
    whole = summary.whole
    assert (whole.needs, whole.needs_met, whole.needs_typed) == (3, 1, 5)
    assert (whole.volunteers, whole.teams, whole.teams_trained) == (3, 2, 1)
    assert (whole.reports, whole.reports_late, whole.beneficiaries) == (3, 1, 180)
    assert (whole.target, whole.rows) == (1500, RowCount(9, 5))
    assert (whole.errors, whole.warnings) == (3, 1)


def test_the_province_may_have_a_target_of_its_own() -> None:
    """A target of the whole province stands before the sum of the units' ones."""
    targets = (make_target(UNIT, 1000), make_target(PROVINCE, 9000))
    assert make_summary(make_campaign(targets=targets)).whole.target == 9000


def test_only_people_count_towards_the_target() -> None:
    """Targets in other measures are left out; without any there is no rate."""
    summary = make_summary(make_campaign(targets=(make_target(measure="lop"),)))
    assert (summary.whole.target, summary.whole.rate) == (None, None)
    assert (summary.units[0].target, summary.units[0].rate) == (None, None)


def test_a_target_of_nothing_has_no_rate() -> None:
    """Nothing is divided by nought."""
    assert UnitProgress("705", "", beneficiaries=3, target=0).rate is None


def test_a_unit_that_was_never_read_has_no_time() -> None:
    """Without a reading nothing is known of a unit's workbook."""
    assert make_summary(make_campaign(), readings={}).units[0].reading == Reading(None)


@pytest.mark.parametrize(
    ("ended", "state", "missing"),
    [
        (-3, State.FINISHED, False),
        (-4, State.FINISHED, True),
        (-4, State.WITHDRAWN, False),
        (-4, State.RUNNING, False),
    ],
)
def test_a_report_is_missing_after_its_days(
    ended: int,
    state: State,
    missing: bool,  # noqa: FBT001 - one row of a table
) -> None:
    """A mission that ended longer ago than a report may take is waited for."""
    entry = make_entry(days=(ended - 1, ended), state=state)
    summary = make_summary(make_campaign(needs=(make_need(),)), (entry,))
    assert summary.units[0].missing_reports == (("NC-705-001",) if missing else ())


def test_a_reported_need_is_not_waited_for() -> None:
    """One report settles a need, and a need is waited for once however many teams went."""
    entries = (
        make_entry(1, need="NC-705-002", days=(-9, -8), state=State.FINISHED),
        make_entry(2, need="NC-705-001", days=(-9, -8), state=State.FINISHED),
        make_entry(3, need="NC-705-002", team="DH-705-02", days=(-9, -8), state=State.FINISHED),
        make_entry(4, need="NC-706-001", days=(-9, -8), state=State.FINISHED),
    )
    campaign = make_campaign(
        needs=(make_need(1), make_need(2), make_need(3)),
        reports=(make_report(need="NC-705-001"), make_report(2, need=None)),
    )
    assert make_summary(campaign, entries).units[0].missing_reports == ("NC-705-002",)


def test_reminders_come_by_urgency_then_by_unit() -> None:
    """Workbooks that cannot be read come first, untrained teams last, units by their codes."""
    campaign = make_campaign(
        settings=make_settings(need_deadline=after(-1)),
        units=TWO_UNITS,
        needs=(make_need(),),
        teams=(make_team(), make_team(unit=OTHER_UNIT, members=(1,))),
        trainings=(),
    )
    summary = make_summary(
        campaign,
        (make_entry(days=(-9, -8), state=State.FINISHED),),
        readings={
            UNIT: Reading(RAN_AT, stale=True, problem="unavailable", age_days=2),
            OTHER_UNIT: Reading(RAN_AT),
        },
        rows={(UNIT, "needs"): RowCount(3, 1)},
    )
    shown = [(each.unit.code, each.matter, each.count, each.items) for each in summary.reminders]
    assert shown == [
        (UNIT, Matter.UNREADABLE, 1, ("unavailable",)),
        (OTHER_UNIT, Matter.NOT_REGISTERED, 1, ()),
        (UNIT, Matter.MISSING_REPORTS, 1, ("NC-705-001",)),
        (UNIT, Matter.SET_ASIDE, 2, ()),
        (UNIT, Matter.UNTRAINED, 1, ("DH-705-01",)),
        (OTHER_UNIT, Matter.UNTRAINED, 1, ("DH-706-01",)),
    ]


@pytest.mark.parametrize(
    ("deadline", "typed", "reminded"), [(-1, 0, True), (0, 0, False), (-1, 2, False)]
)
def test_units_are_late_after_the_deadline_alone(
    deadline: int,
    typed: int,
    reminded: bool,  # noqa: FBT001 - one row of a table
) -> None:
    """On the last day there is still time, and whoever typed anything has registered."""
    campaign = make_campaign(settings=make_settings(need_deadline=after(deadline)))
    summary = make_summary(campaign, rows={(UNIT, "needs"): RowCount(typed, typed)})
    assert bool(summary.reminders) is reminded


def test_a_tidy_campaign_reminds_nobody() -> None:
    """Without anything to do there are no reminders."""
    campaign = make_campaign(units=TWO_UNITS, needs=(make_need(),))
    summary = make_summary(campaign, (make_entry(),), rows=ALL_TYPED, today=TODAY)
    assert summary.reminders == ()


def test_topics_are_ordered_by_demand() -> None:
    """The topic asked for most comes first; people count for a report's first topic alone."""
    campaign = make_campaign(
        needs=(
            make_need(1, topics=("lap_trinh", "dich_vu_cong")),
            make_need(2, topics=("dich_vu_cong",)),
        ),
        reports=(
            make_report(1, topics=("dich_vu_cong", "lap_trinh"), beneficiaries=70),
            make_report(2, topics=("an_toan_mang",), beneficiaries=30),
        ),
    )
    assert make_summary(campaign, (make_entry(),)).topics == (
        TopicDemand("dich_vu_cong", 2, 1, 70),
        TopicDemand("lap_trinh", 1, 1, 0),
        TopicDemand("an_toan_mang", 0, 0, 30),
    )


def test_hard_needs_without_a_team_are_counted() -> None:
    """Only hard needs that nobody serves count."""
    campaign = make_campaign(needs=(make_need(1), make_need(2), make_need(3)))
    hard = frozenset({"NC-705-001", "NC-705-002"})
    assert make_summary(campaign, (make_entry(),), hard_needs=hard).unmet_hard == 1


def test_a_partly_trained_team_is_untrained() -> None:
    """One member without training is enough to be reminded."""
    campaign = make_campaign(trainings=(make_training(attendees=(1,)),))
    unit = make_summary(campaign).units[0]
    assert (unit.teams_trained, unit.untrained_teams) == (0, ("DH-705-01",))


def test_a_team_that_is_over_is_not_asked_to_train() -> None:
    """A cancelled team is neither trained nor waited for."""
    campaign = make_campaign(teams=(make_team(status="huy"),), trainings=())
    unit = make_summary(campaign).units[0]
    assert (unit.teams, unit.teams_trained, unit.untrained_teams) == (1, 0, ())


def test_the_summary_is_of_its_day() -> None:
    """The same campaign a day later has one report more to wait for."""
    campaign = make_campaign(needs=(make_need(),))
    entries = (make_entry(days=(-4, -3), state=State.FINISHED),)
    assert make_summary(campaign, entries).units[0].missing_reports == ()
    tomorrow = make_summary(campaign, entries, today=TODAY + timedelta(days=1))
    assert tomorrow.units[0].missing_reports == ("NC-705-001",)
