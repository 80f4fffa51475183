"""What a supposed change does to what is known, and which decisions have to be made with it."""

from dataclasses import replace

import pytest

from functions.domain.assign import solve
from functions.domain.ledger import Decision, Entry, State
from functions.domain.plan import Plan
from functions.domain.planning import changes_made, pose
from functions.domain.problem import Problem
from functions.domain.records import Window
from functions.domain.what_if import (
    Known,
    beds_counted,
    decided_too,
    need_cancelled,
    need_moved,
    team_drops_out,
    team_only,
)
from tests.campaigns import (
    BORDER_COMMUNE,
    COMMUNE,
    FIRST,
    LAST,
    TODAY,
    after,
    make_campaign,
    make_need,
    make_resource,
    make_team,
    make_training,
    make_volunteer,
    window,
)
from tests.nights import make_entry

TEAM, NEED = "DH-705-01", "NC-705-001"
SIGNED = {"decision": Decision.SIGN, "state": State.SIGNED}


def known(*entries: Entry, available: Window | None = None) -> Known:
    """Return a campaign of one need and one team, with a list of assignments."""
    campaign = make_campaign(needs=(make_need(),), teams=(make_team(available=available),))
    return Known(campaign, entries, TODAY)


def decisions(before: Known, changed: Known) -> list[tuple[str, Decision | None]]:
    """Return the rows that people have to decide anew, with what they choose."""
    return [(each.id, each.decision) for each in decided_too(before, changed)]


def test_a_team_that_drops_out_keeps_the_days_before() -> None:
    """Its time ends the day before; nothing else of the campaign changes."""
    before = known(make_entry())
    changed = team_drops_out(before, TEAM, after(5))
    (team,) = changed.campaign.teams
    assert team.window == Window(FIRST, after(4))
    assert replace(changed.campaign, teams=before.campaign.teams) == before.campaign


def test_a_team_that_drops_out_before_its_first_day_is_gone() -> None:
    """Its time would end before it began, so it counts as cancelled."""
    before = known(make_entry(**SIGNED), available=window(2, 20))
    changed = team_drops_out(before, TEAM, after(2))
    assert [each.status for each in changed.campaign.teams] == ["huy"]
    assert decisions(before, changed) == [("PC-T-001", Decision.REFUSE)]


@pytest.mark.parametrize(
    ("entry", "refused"),
    [
        (make_entry(days=(-4, -3), state=State.FINISHED), False),
        (make_entry(days=(0, 6), state=State.RUNNING), False),
        (make_entry(days=(-1, 6), **SIGNED), False),
        (make_entry(days=(3, 4), **SIGNED), False),
        (make_entry(days=(4, 5), **SIGNED), True),
        (make_entry(days=(8, 9), **SIGNED), True),
        (make_entry(days=(2, 5)), True),
        (make_entry(days=(3, 5)), False),
        (make_entry(days=(8, 9)), False),
        (make_entry(days=(8, 9), team="DH-705-02", **SIGNED), False),
        (make_entry(days=(2, 5), state=State.WITHDRAWN), False),
    ],
)
def test_what_would_hold_a_team_that_is_gone_is_refused(entry: Entry, refused: bool) -> None:  # noqa: FBT001 - one row of a table
    """Signed or about to start and not over in time; what has begun stays, the rest is planned."""
    before = known(entry)
    changed = team_drops_out(before, TEAM, after(5))
    expected = [("PC-T-001", Decision.REFUSE)] if refused else []
    assert decisions(before, changed) == expected


def test_a_team_may_have_some_days_only() -> None:
    """Its time is what is said, and what is signed outside of it is refused."""
    before = known(make_entry(1, days=(4, 5), **SIGNED), make_entry(2, days=(6, 7), **SIGNED))
    changed = team_only(before, TEAM, window(6, 9))
    assert [each.window for each in changed.campaign.teams] == [window(6, 9)]
    assert decisions(before, changed) == [("PC-T-001", Decision.REFUSE)]


def test_a_cancelled_need_is_gone_and_its_signature_with_it() -> None:
    """What was over stays signed; a row without a signature needs no decision."""
    before = known(
        make_entry(1, days=(-4, -3), **SIGNED),
        make_entry(2, **SIGNED),
        make_entry(3),
        make_entry(4, need="NC-705-002", **SIGNED),
    )
    changed = need_cancelled(before, NEED)
    assert changed.campaign.needs == ()
    assert decisions(before, changed) == [("PC-T-002", None)]


def test_a_moved_need_lets_go_of_what_lies_outside() -> None:
    """A signature outside of the new days is taken back, unless the start is too near to move."""
    before = known(
        make_entry(1, days=(2, 3), **SIGNED),
        make_entry(2, days=(5, 6), **SIGNED),
        make_entry(3, days=(8, 9), **SIGNED),
    )
    changed = need_moved(before, NEED, window(8, 12))
    assert [each.window for each in changed.campaign.needs] == [window(8, 12)]
    assert decisions(before, changed) == [("PC-T-002", None)]


def test_beds_replace_what_was_registered_in_the_commune() -> None:
    """Other communes and other resources stay."""
    others = (make_resource(2, commune=BORDER_COMMUNE), make_resource(3, resource_type="thiet_bi"))
    campaign = make_campaign(needs=(make_need(),), resources=(make_resource(1), *others))
    changed = beds_counted(Known(campaign, (), TODAY), COMMUNE, 3)
    (place,) = pose(changed.campaign, (), TODAY, 5).problem.places
    assert (changed.campaign.resources[:2], place.lodging) == (others, 3)


def chain() -> Known:
    """Return three needs of which a team serves each; the third team could serve two of them.

    When the first team is gone, the second has to go to the first need, which is harder, and only
    the third can take over the second one's.
    """
    campaign = make_campaign(
        needs=(
            make_need(1, commune=BORDER_COMMUNE, topics=("lap_trinh",), days=(5, 6)),
            make_need(2, days=(5, 6)),
            make_need(3, days=(9, 12)),
        ),
        teams=(
            make_team(1, members=(1, 2), topics=("lap_trinh",)),
            make_team(2, members=(3, 4), topics=("lap_trinh", "dich_vu_cong")),
            make_team(3, members=(5, 6), available=Window(FIRST, LAST)),
        ),
        volunteers=tuple(make_volunteer(number) for number in range(1, 7)),
        trainings=(make_training(attendees=(1, 2, 3, 4, 5, 6)),),
    )
    entries = (
        make_entry(1, need="NC-705-001", team="DH-705-01", days=(5, 6)),
        make_entry(2, need="NC-705-002", team="DH-705-02", days=(5, 6)),
        make_entry(3, need="NC-705-003", team="DH-705-03", days=(9, 10)),
    )
    return Known(campaign, entries, TODAY)


def unmet(problem: Problem, plan: Plan) -> tuple[int, ...]:
    """Return the needs left unmet in each tier."""
    tiers = {each.id: each.tier for each in problem.needs}
    return tuple(sum(tiers[each.need] == tier for each in plan.unmet) for tier in (1, 2, 3))


def test_who_replaces_a_team_is_found_with_the_fewest_changes() -> None:
    """With one change less a harder need would be left; without the drop-out nothing changes."""
    before = chain()
    calm = pose(before.campaign, before.entries, TODAY, 5).problem
    assert changes_made(solve(calm)) == 0

    changed = team_drops_out(before, TEAM, after(4))
    problem = pose(changed.campaign, changed.entries, TODAY, 5).problem
    plan = solve(problem)
    made = changes_made(plan)
    fewer = solve(replace(problem, change_budget=made - 1))

    assert {each.need: each.team for each in plan.missions} == {
        "NC-705-001": "DH-705-02",
        "NC-705-002": "DH-705-03",
        "NC-705-003": "DH-705-03",
    }
    assert (made, unmet(problem, plan), unmet(problem, fewer)) == (1, (0, 0, 0), (1, 0, 0))
