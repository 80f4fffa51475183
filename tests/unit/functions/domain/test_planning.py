"""From records to a problem and back to days."""

from dataclasses import replace
from datetime import timedelta

import pytest

from functions.domain import problem as p
from functions.domain.ledger import Assigned, Decision, Entry, State
from functions.domain.plan import Plan, PlannedMission, Reason, Unmet
from functions.domain.planning import Question, changes_made, pose, tier
from functions.domain.records import Campaign, Resource, Window
from tests.campaigns import (
    BORDER_COMMUNE,
    COMMUNE,
    FIRST,
    LAST,
    OTHER_UNIT,
    TODAY,
    UNIT,
    after,
    make_campaign,
    make_need,
    make_resource,
    make_settings,
    make_team,
    make_training,
    make_unit,
    make_volunteer,
    window,
)
from tests.nights import make_entry

TONIGHT = (TODAY - FIRST).days


def asked(campaign: Campaign, *entries: Entry) -> p.Problem:
    """Return tonight's problem; it must be one that the solver takes."""
    problem = pose(campaign, entries, TODAY, time_limit_s=5).problem
    assert p.Problem.from_json(problem.to_json()) == problem
    return problem


@pytest.mark.parametrize(
    ("commune", "difficulty", "hardship", "expected"),
    [
        (BORDER_COMMUNE, None, False, 1),
        (BORDER_COMMUNE, "kho_khan", True, 1),
        (COMMUNE, "bien_gioi", False, 2),
        (COMMUNE, "kho_khan", False, 2),
        (COMMUNE, None, True, 2),
        (COMMUNE, "binh_thuong", False, 3),
        ("unknown", None, False, 3),
    ],
)
def test_tiers_follow_the_province_before_the_unit(
    commune: str,
    difficulty: str | None,
    hardship: bool,  # noqa: FBT001 - one row of a table
    expected: int,
) -> None:
    """Border communes of the unit tree come first, then what units call difficult, then others."""
    campaign = make_campaign(units=(make_unit(hardship=hardship),))
    assert tier(campaign, make_need(commune=commune, difficulty=difficulty)) == expected


def test_a_need_of_a_unit_that_is_not_registered_is_in_the_last_tier() -> None:
    """Hardship is a matter of the unit's entry, which may be missing."""
    assert tier(make_campaign(units=()), make_need()) == 3


def test_a_need_is_asked_in_days_of_the_campaign() -> None:
    """Windows count from the first day of the campaign, both ends included."""
    campaign = make_campaign(needs=(make_need(days=(5, 9), sessions=2, volunteers=4),))
    (need,) = asked(campaign).needs
    assert (need.earliest, need.latest, need.days) == (TONIGHT + 5, TONIGHT + 9, 2)
    assert (need.id, need.unit, need.tier, need.place) == ("NC-705-001", UNIT, 3, COMMUNE)
    assert (need.volunteers, need.participants, need.xy_km) == (4, 100, (3.0, 4.0))


def test_the_problem_carries_the_campaigns_rules() -> None:
    """Settings become limits; the days to stay as they are count from tomorrow on."""
    problem = asked(make_campaign(needs=(make_need(),)))
    assert (problem.max_km, problem.rest_days, problem.time_limit_s) == (60, 1, 5)
    assert problem.freeze_days == TONIGHT + 1 + 2
    assert problem.days == (LAST - FIRST).days + 1


def test_the_campaign_may_cap_the_changes() -> None:
    """The cap of the settings is that of the problem; without one any number may change."""
    assert asked(make_campaign()).change_budget is None
    assert asked(make_campaign(settings=make_settings(change_budget=3))).change_budget == 3


def test_changes_that_nobody_was_forced_to_make_count() -> None:
    """Missions moved for other needs or for the whole plan count, forced changes do not."""
    codes = ("kept", "changed_by_pin", "changed_by_rules", "changed_by_needs", "changed_by_aims")
    missions = tuple(
        PlannedMission(code, "t", 0, 0, 0.0, (Reason(code), Reason("distance"))) for code in codes
    )
    unmet = (Unmet("u1", (Reason("changed_by_needs"),)), Unmet("u2", (Reason("possible"),)))
    assert changes_made(Plan("optimal", (), missions, (), unmet, verified=True)) == 3


def test_nothing_is_frozen_long_before_the_campaign() -> None:
    """A night before the first day freezes no day that has passed."""
    question = pose(make_campaign(), (), FIRST - timedelta(days=10), 5)
    assert question.problem.freeze_days == 0


def test_needs_after_the_end_of_the_campaign_prolong_the_problem() -> None:
    """The days reach to the last day of the last need."""
    late = make_need(days=(60, 70))
    assert asked(make_campaign(needs=(late,))).days == (late.window.last - FIRST).days + 1


@pytest.mark.parametrize(("sessions", "expected"), [(None, 5), (3, 3), (9, 5)])
def test_sessions_are_days_inside_the_window(sessions: int | None, expected: int) -> None:
    """Without a number of sessions the whole window is meant, and never more than that."""
    (need,) = asked(make_campaign(needs=(make_need(sessions=sessions),))).needs
    assert need.days == expected


def test_something_else_asks_for_no_skill() -> None:
    """The topic «khác» is no skill that a team could lack."""
    (need,) = asked(make_campaign(needs=(make_need(topics=("khac", "lap_trinh")),))).needs
    assert need.topics == {"lap_trinh": 1}


def test_tomorrow_is_the_earliest_day() -> None:
    """A window that has begun starts tomorrow: nobody leaves the night they are asked."""
    (need,) = asked(make_campaign(needs=(make_need(days=(-3, 4)),))).needs
    assert need.earliest == TONIGHT + 1


@pytest.mark.parametrize(("last", "expired"), [(-1, True), (0, True), (1, False)])
def test_a_need_expires_when_no_day_is_left(
    last: int,
    expired: bool,  # noqa: FBT001 - one row of a table
) -> None:
    """A need whose last day is today or before is not asked any more."""
    question = pose(make_campaign(needs=(make_need(days=(-5, last)),)), (), TODAY, 5)
    assert question.expired == (frozenset({"NC-705-001"}) if expired else frozenset())
    assert len(question.problem.needs) == (0 if expired else 1)


@pytest.mark.parametrize(
    "entry",
    [
        make_entry(days=(-4, -3), state=State.FINISHED),
        make_entry(days=(0, 1), state=State.RUNNING),
        make_entry(days=(-4, -3), state=State.SIGNED, decision=Decision.SIGN),
    ],
)
def test_a_need_with_a_mission_that_began_keeps_its_window(entry: Entry) -> None:
    """What is signed, running or over does not expire and is not pushed to tomorrow."""
    question = pose(make_campaign(needs=(make_need(days=(-5, -1)),)), (entry,), TODAY, 5)
    assert question.expired == frozenset()
    assert [each.earliest for each in question.problem.needs] == [TONIGHT - 5]


def test_an_unsigned_mission_of_the_future_does_not_stop_the_clock() -> None:
    """A need that is only proposed for later still starts tomorrow at the earliest."""
    (need,) = asked(make_campaign(needs=(make_need(days=(-5, 9)),)), make_entry()).needs
    assert need.earliest == TONIGHT + 1


def test_signed_missions_are_pins_refused_ones_vetoes() -> None:
    """Decisions become pins and vetoes; what stood last night is published."""
    campaign = make_campaign(
        needs=(make_need(1), make_need(2), make_need(3)), teams=(make_team(1), make_team(2))
    )
    problem = asked(
        campaign,
        make_entry(1, need="NC-705-001", decision=Decision.SIGN, state=State.SIGNED),
        make_entry(2, need="NC-705-002", decision=Decision.REFUSE),
        make_entry(3, need="NC-705-003"),
        make_entry(4, need="NC-705-003", team="DH-705-02", state=State.WITHDRAWN),
    )
    start = TONIGHT + 5
    assert problem.pins == (p.Pin("NC-705-001", "DH-705-01", start),)
    assert problem.vetoes == (p.Veto("NC-705-002", "DH-705-01"),)
    assert problem.published == (
        p.Mission("NC-705-001", "DH-705-01", start),
        p.Mission("NC-705-003", "DH-705-01", start),
    )


def test_the_upper_of_two_signed_rows_is_the_pin() -> None:
    """A need has one mission: the row that was signed first."""
    campaign = make_campaign(needs=(make_need(),), teams=(make_team(1), make_team(2)))
    problem = asked(
        campaign,
        make_entry(1, team="DH-705-02", state=State.SIGNED, decision=Decision.SIGN),
        make_entry(2, team="DH-705-01", state=State.SIGNED, decision=Decision.SIGN),
    )
    assert [each.team for each in problem.pins] == ["DH-705-02"]
    assert [each.team for each in problem.published] == ["DH-705-02"]


def test_a_decision_about_what_is_gone_is_left_out() -> None:
    """Rows of a need or a team that is not sound tonight are no part of the question."""
    campaign = make_campaign(needs=(make_need(),))
    problem = asked(
        campaign,
        make_entry(1, need="NC-705-099", decision=Decision.SIGN),
        make_entry(2, team="DH-705-99", decision=Decision.REFUSE),
    )
    assert (problem.pins, problem.vetoes, problem.published) == ((), (), ())


def test_a_mission_before_the_campaign_starts_on_its_first_day() -> None:
    """A pin whose day lies before the first day of the campaign is not negative."""
    early = replace(make_entry(decision=Decision.SIGN), start=FIRST - timedelta(days=4))
    problem = asked(make_campaign(needs=(make_need(),)), early)
    assert (problem.pins[0].start, problem.published[0].start) == (0, 0)


def test_another_type_of_team_is_not_allowed() -> None:
    """A need that asks for a type refuses the teams of another; without one all may come."""
    campaign = make_campaign(
        needs=(make_need(1, team_type="mua_he_so"), make_need(2)),
        teams=(make_team(1), make_team(2, team_type="cds_cong_dong")),
    )
    assert asked(campaign).pairs == (p.Pair("NC-705-001", "DH-705-02", allowed=False),)


def test_needs_that_expired_leave_no_pairs_and_no_places() -> None:
    """The problem refers to nothing that it does not hold."""
    campaign = make_campaign(
        needs=(make_need(days=(-5, -1), team_type="mua_he_so"),),
        teams=(make_team(team_type="cds_cong_dong"),),
    )
    problem = asked(campaign)
    assert (problem.pairs, problem.places) == ((), ())


@pytest.mark.parametrize("status", ["du_kien", "ket_thuc", "huy"])
def test_teams_that_are_not_formed_are_not_sent(status: str) -> None:
    """Only teams that exist may go."""
    assert asked(make_campaign(teams=(make_team(status=status),))).teams == ()


def test_teams_without_members_are_not_sent() -> None:
    """A team whose members were all set aside is not asked."""
    assert asked(make_campaign(teams=(make_team(members=()),))).teams == ()


def test_a_team_goes_after_its_last_member_was_trained() -> None:
    """The size is that of the trained members, the day that of the last one."""
    campaign = make_campaign(
        teams=(make_team(members=(1, 2, 3), topics=("lap_trinh",)),),
        trainings=(
            make_training(1, ended=after(-20), attendees=(1,)),
            make_training(2, ended=after(-10), attendees=(2,)),
        ),
    )
    (team,) = asked(campaign).teams
    assert (team.size, team.trained_on) == (2, {"lap_trinh": TONIGHT - 10})


def test_untrained_teams_have_nobody_to_send() -> None:
    """A team without training is in the problem, so that its lack can be the reason."""
    (team,) = asked(make_campaign(trainings=())).teams
    assert (team.size, team.trained_on) == (0, {"dich_vu_cong": 0})


def test_a_units_team_stays_in_its_unit_and_starts_at_its_seat() -> None:
    """District teams serve their own unit, from its seat, on the days they gave."""
    (team,) = asked(make_campaign(teams=(make_team(available=window(1, 30)),))).teams
    assert (team.scope, team.unit, team.xy_km) == ("unit", UNIT, (0.0, 0.0))
    assert team.available == ((TONIGHT + 1, TONIGHT + 30),)


@pytest.mark.parametrize(
    ("unit", "level", "seat"),
    [(UNIT, "tinh", (0.0, 0.0)), ("T", "tinh", (30.0, 40.0)), ("T", "huyen", (30.0, 40.0))],
)
def test_provincial_teams_serve_everyone(unit: str, level: str, seat: tuple[float, float]) -> None:
    """Teams of the province, or of its level, go everywhere; the province's own from its middle."""
    campaign = make_campaign(teams=(make_team(unit=unit, level=level),))
    (team,) = asked(campaign).teams
    assert (team.scope, team.xy_km) == ("province", seat)


def test_provincial_teams_count_only_travellers() -> None:
    """A member who stays at home is not sent across the province."""
    campaign = make_campaign(
        volunteers=(make_volunteer(1), make_volunteer(2, can_travel=False)),
        teams=(make_team(level="tinh"),),
    )
    assert [each.size for each in asked(campaign).teams] == [1]


def test_unknown_places_have_no_point() -> None:
    """Without a known unit or commune a distance is not made up."""
    campaign = make_campaign(
        units=(make_unit(OTHER_UNIT, gso_code=""),),
        needs=(make_need(commune="unknown", unit=OTHER_UNIT),),
        teams=(make_team(unit="T", members=(1,)), make_team(unit=OTHER_UNIT, members=(1,))),
    )
    problem = asked(campaign)
    assert [each.xy_km for each in problem.needs] == [None]
    assert [each.xy_km for each in problem.teams] == [None, None]


@pytest.mark.parametrize(
    ("resources", "lodging"),
    [
        ((), None),
        ((make_resource(1, quantity=8), make_resource(2, quantity=4, measure="nguoi")), 12),
        ((make_resource(quantity=2, measure="phong", capacity=15),), 15),
        ((make_resource(quantity=2, measure="phong"),), None),
        ((make_resource(commune=None),), None),
        ((make_resource(commune=BORDER_COMMUNE),), None),
        ((make_resource(resource_type="thiet_bi"),), None),
    ],
)
def test_beds_are_counted_per_commune(resources: tuple[Resource, ...], lodging: int | None) -> None:
    """Beds of the commune add up, rooms count what they hold, unknown is no limit."""
    campaign = make_campaign(needs=(make_need(1), make_need(2)), resources=resources)
    assert asked(campaign).places == (p.Place(COMMUNE, UNIT, lodging),)


def test_the_plan_comes_back_as_days() -> None:
    """Days of the problem become days of the calendar, both ends included."""
    why = (Reason("kept"),)
    mission = PlannedMission("NC-705-001", "DH-705-01", TONIGHT + 5, TONIGHT + 6, 5.0, why)
    plan = Plan("optimal", (), (mission,), (), (), verified=True)
    question = pose(make_campaign(needs=(make_need(),)), (), TODAY, 5)
    assert question.assigned(plan) == (
        Assigned("NC-705-001", "DH-705-01", after(5), after(6), 5.0, why),
    )
    assert Question(question.problem, FIRST, frozenset()).day(0) == FIRST


def test_a_window_of_one_day_has_one_day() -> None:
    """Windows include both ends."""
    assert Window(FIRST, FIRST).days == 1


@pytest.mark.parametrize("why", ["cancelled", "refused"])
def test_nobody_is_sent_back_in_time_when_the_running_team_is_gone(why: str) -> None:
    """Days gone by belong to a mission that stands; without it the need starts tomorrow."""
    need = make_need(days=(-5, 10))
    team = make_team(status="huy" if why == "cancelled" else "da_thanh_lap")
    entry = make_entry(
        days=(-2, 1),
        state=State.RUNNING,
        decision=Decision.REFUSE if why == "refused" else Decision.SIGN,
    )

    question = pose(make_campaign(needs=(need,), teams=(team,)), (entry,), TODAY, 5)

    (posed,) = question.problem.needs
    assert question.day(posed.earliest) == TODAY + timedelta(days=1)


@pytest.mark.parametrize("status", ["ket_thuc", "huy"])
def test_what_a_team_served_before_it_ended_is_not_asked_again(status: str) -> None:
    """The list says that the mission is over; the window may be open for longer."""
    campaign = make_campaign(
        needs=(make_need(days=(-5, 10)),), teams=(make_team(1, status=status), make_team(2))
    )
    over = make_entry(days=(-2, -1), state=State.RUNNING)

    assert asked(campaign, over).needs == ()
    refused = replace(over, decision=Decision.REFUSE)
    assert [each.id for each in asked(campaign, refused).needs] == ["NC-705-001"]
    again = make_entry(2, team="DH-705-02", state=State.WITHDRAWN, decision=Decision.SIGN)
    assert [each.team for each in asked(campaign, over, again).pins] == ["DH-705-02"]


PROPOSED = replace(make_entry(team="DM-NC-705-001"), members=("TNV-705-001", "TNV-705-002"))
"""A team that was formed for the first need out of people who are in none."""


def test_a_refused_proposal_of_a_new_team_is_a_veto() -> None:
    """The team is no team of the problem; the veto says that none is formed for the need."""
    campaign = make_campaign(needs=(make_need(),), teams=())

    problem = asked(campaign, replace(PROPOSED, decision=Decision.REFUSE))

    assert (problem.teams, problem.vetoes) == ((), (p.Veto("NC-705-001", "f-NC-705-001"),))


def test_a_new_team_goes_with_its_need() -> None:
    """What was formed for a need that is gone is no team any more."""
    campaign = make_campaign(needs=(make_need(),), teams=())

    assert [each.id for each in asked(campaign, PROPOSED).teams] == ["DM-NC-705-001"]
    assert asked(replace(campaign, needs=()), PROPOSED).teams == ()
