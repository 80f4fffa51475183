"""Deciding who goes where tonight, on top of what was decided before."""

from dataclasses import replace

import pytest

from functions.domain.assign import solve
from functions.domain.ledger import Changes, State
from functions.domain.plan import Plan, PlannedMission, Reason
from functions.domain.problem import Problem
from functions.domain.records import Campaign
from functions.runs import assigning
from functions.runs.assigning import assign
from functions.runs.services import Services
from tests.campaigns import (
    TODAY,
    make_campaign,
    make_need,
    make_resource,
    make_settings,
    make_team,
    make_training,
    make_volunteer,
)
from tests.fakes.google import recorder
from tests.nights import make_entry
from tests.province import Province


@pytest.fixture
def services(province: Province) -> Services:
    """The services of a province."""
    return province.services()


def test_new_rows_get_the_next_ids(services: Services) -> None:
    """Ids go on after the highest one, whatever became of its row."""
    campaign = make_campaign(needs=(make_need(1), make_need(2)))
    before = make_entry(7, need="NC-705-009", state=State.WITHDRAWN)

    found = assign(services, campaign, (before,), TODAY)

    assert [each.id for each in found.entries] == ["PC-T-007", "PC-T-008", "PC-T-009"]
    assert (found.changes.new, found.broken) == (2, "")


def test_progress_is_reported(services: Services) -> None:
    """Whoever watches sees that assigning goes on and when it is done."""
    steps, show = recorder()
    campaign = make_campaign(needs=(make_need(),))

    assign(replace(services, progress=show), campaign, (), TODAY)

    assert steps[0] == ("assign", 0, 1)
    assert steps[-1] == ("assign", 1, 1)


def test_without_solving_the_list_stays_as_it_is(services: Services) -> None:
    """Checking alone decides nothing."""
    entry = make_entry()

    found = assign(
        services, make_campaign(needs=(make_need(1), make_need(2))), (entry,), TODAY, solving=False
    )

    assert (found.entries, found.changes) == ((entry,), Changes())
    assert [each.need for each in found.unmet] == ["NC-705-002"]


def test_the_search_has_the_seconds_of_the_configuration(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time limit of the night's problem is the one that the environment names."""
    limits = []

    def solved(problem: Problem, **_: object) -> Plan:
        limits.append(problem.time_limit_s)
        return solve(problem)

    monkeypatch.setattr(assigning, "solve", solved)
    assign(replace(services, solver_seconds=7), make_campaign(), (), TODAY)

    assert limits == [7]


def crowded(*, change_budget: int | None) -> Campaign:
    """Return a campaign in which two teams were sent to sleep where one of them fits."""
    return make_campaign(
        settings=make_settings(change_budget=change_budget),
        needs=(make_need(1, days=(5, 6)), make_need(2, days=(5, 6))),
        teams=(make_team(1, members=(1, 2)), make_team(2, members=(3, 4))),
        volunteers=tuple(make_volunteer(number) for number in range(1, 5)),
        trainings=(make_training(attendees=(1, 2, 3, 4)),),
        resources=(make_resource(quantity=3),),
    )


def test_a_cap_on_changes_that_cannot_be_held_does_not_stop_the_night(services: Services) -> None:
    """The plan with the fewest changes is used; how many there are is told."""
    entries = (make_entry(1), make_entry(2, need="NC-705-002", team="DH-705-02"))

    found = assign(services, crowded(change_budget=0), entries, TODAY)

    assert found.broken == ""
    assert (found.changes.kept, found.changes.withdrawn, found.changes.made) == (1, 1, 1)


@pytest.mark.parametrize(("change_budget", "served"), [(None, 2), (1, 2), (0, 1)])
def test_no_more_changes_than_the_campaign_allows(
    services: Services, change_budget: int | None, served: int
) -> None:
    """A new need is served by moving a mission only where that is allowed."""
    needs = (make_need(1, days=(5, 9)), make_need(2, days=(5, 6)))
    campaign = make_campaign(settings=make_settings(change_budget=change_budget), needs=needs)

    found = assign(services, campaign, (make_entry(),), TODAY)

    assert sum(each.stands for each in found.entries) == served
    assert found.changes.made == served - 1


def bad_plan(problem: Problem, **_: object) -> Plan:
    """Return a plan that sends a team twice to one need."""
    mission = PlannedMission(problem.needs[0].id, problem.teams[0].id, 0, 0, 0.0)
    return Plan("optimal", (), (mission, mission), (), (), verified=True)


def test_a_plan_that_breaks_a_rule_is_not_used(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the plan says of itself, the verifier is asked; yesterday's list stays."""
    monkeypatch.setattr(assigning, "solve", bad_plan)
    entry = make_entry()

    found = assign(services, make_campaign(needs=(make_need(),)), (entry,), TODAY)

    assert (found.entries, found.changes) == ((entry,), Changes())
    assert found.broken


def test_a_refused_plan_is_said_and_nothing_of_it_is_written(
    province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sheets keep yesterday's teams with their reasons; the province reads what happened."""
    province.night()
    before = province.rows("705", "arrivals")
    monkeypatch.setattr(assigning, "solve", bad_plan)

    province.night()

    assert province.rows("705", "arrivals") == before
    assert ("plan_refused", "", "") in province.findings("T")


def test_no_advice_to_open_days_that_have_gone_by() -> None:
    """A longer window helps only if it reaches into the future; other advice stays."""
    past, future = (Reason("unlock_window", {"earliest": day, "latest": 20}) for day in (9, 10))
    other = Reason("unlock_size", {"team": "DH-705-01", "size": 8})

    assert assigning._still_possible((past, future, other), 10) == (future, other)
