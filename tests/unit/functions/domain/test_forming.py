"""Teams formed out of volunteers: what the plan and its reasons say."""

from dataclasses import replace
from typing import Any

import pytest

from functions.domain.assign import solve
from functions.domain.forming import standing
from functions.domain.plan import Formed, Plan
from functions.domain.problem import Mission, Need, Place, Problem, Team, Volunteer

NEED = Need("n1", "u1", 1, 2, 6, 2, 2, place="p", topics={"ai": 1}, xy_km=(3.0, 4.0))
LEADER = Volunteer("a", "u1", topics={"ai": 1}, leader=True, xy_km=(0.0, 0.0))
TEACHER = Volunteer("b", "u2", topics={"ai": 1}, teaches=True)
PLACES = (Place("p", "u1", 3),)
PROBLEM = Problem(
    12, (NEED,), places=(Place("p", "u1", 4),), volunteers=(LEADER, TEACHER), pool={"laptop": 1}
)


def _why(plan: Plan, need: str = "n1") -> dict[str, dict[str, Any]]:
    answers = [answer for answer in (*plan.missions, *plan.unmet) if answer.need == need]
    return {reason.code: dict(reason.data) for answer in answers for reason in answer.why}


def _unlock(plan: Plan) -> dict[str, dict[str, Any]]:
    return {reason.code: dict(reason.data) for unmet in plan.unmet for reason in unmet.unlock}


def test_a_team_is_formed_where_none_is_ready() -> None:
    """It has a leader and somebody who teaches, and sets out from where the leader lives."""
    plan = solve(PROBLEM)

    assert plan.formed == (Formed("f-n1", ("a", "b"), "a"),)
    assert plan.missions[0].team == "f-n1"
    assert plan.missions[0].km == 5.0
    assert plan.verified
    assert _why(plan) == {
        "formed": {"members": 2},
        "distance": {"km": 5.0},
        "topics": {"topics": ("ai",)},
    }


def test_a_ready_team_goes_first() -> None:
    """Nobody is asked to form a team where one is ready, however far it comes."""
    team = Team("t1", "u3", 4, topics={"ai": 2}, xy_km=(40.0, 40.0))

    plan = solve(replace(PROBLEM, teams=(team,)))

    assert plan.formed == ()
    assert [mission.team for mission in plan.missions] == ["t1"]


def test_the_fewest_and_the_nearest_join() -> None:
    """Of many who could, as few as the need asks for, and those who live nearest."""
    others = [replace(TEACHER, id=f"c{km}", leader=True, xy_km=(3.0, 4.0 + km)) for km in (1, 2, 3)]

    plan = solve(replace(PROBLEM, volunteers=(LEADER, *others)))

    assert plan.formed == (Formed("f-n1", ("c1", "c2"), "c1"),)
    assert plan.missions[0].km == 1.0


def test_an_id_that_a_team_has_is_not_given_again() -> None:
    """The formed team is told apart from a ready one that bears its name."""
    team = Team("f-n1", "u1", 1)

    plan = solve(replace(PROBLEM, teams=(team,)))

    assert [each.id for each in plan.formed] == ["f-n1-"]
    assert plan.verified


@pytest.mark.parametrize(
    ("people", "why", "unlock"),
    [
        (
            (LEADER,),
            {"forming_lacks"},
            {},
        ),
        (
            (LEADER, replace(LEADER, id="c")),
            {"forming_lacks"},
            {"unlock_people": {"role": "teacher", "count": 1, "start": 2}},
        ),
        (
            (replace(LEADER, topics={}), replace(TEACHER, topics={})),
            {"forming_lacks_trained"},
            {"unlock_people_trained": {"topic": "ai", "level": 1, "count": 1, "start": 2}},
        ),
    ],
)
def test_who_is_missing(
    people: tuple[Volunteer, ...], why: set[str], unlock: dict[str, dict[str, Any]]
) -> None:
    """The reasons say how many of whom are missing; one role alone is named as the way out."""
    plan = solve(replace(PROBLEM, volunteers=people))

    assert {code for code in _why(plan) if code.startswith("forming")} == why
    assert {code: data for code, data in _unlock(plan).items() if "people" in code} == unlock


def test_nobody_can_go() -> None:
    """Where no volunteer can go on any day, that is all that is said about forming a team."""
    away = replace(LEADER, available=((8, 9),))

    plan = solve(replace(PROBLEM, volunteers=(away,)))

    assert {code: data for code, data in _why(plan).items() if "forming" in code} == {
        "forming_nobody": {}
    }


def test_what_else_stands_in_the_way() -> None:
    """Beds or items that no team would find are named, and no people are asked for."""
    narrow = replace(PROBLEM, places=(Place("p", "u1", 1),))
    bare = replace(PROBLEM, needs=(replace(NEED, equipment=("screen",)),))

    assert _why(solve(narrow))["forming_hindered"] == {"rule": "lodging_too_small"}
    assert _why(solve(bare))["forming_hindered"] == {"rule": "equipment_missing"}
    assert not any("people" in code for code in _unlock(solve(bare)))


def test_people_who_go_elsewhere() -> None:
    """A need that other needs took the people from says which these are."""
    later = replace(NEED, id="n2", tier=2, earliest=2, latest=4)
    soon = replace(NEED, latest=4)

    plan = solve(replace(PROBLEM, needs=(soon, later)))

    assert [mission.need for mission in plan.missions] == ["n1"]
    assert _why(plan, "n2")["people_elsewhere"] == {"needs": ("n1",)}
    assert _unlock(plan) == {}


def test_people_who_have_given_their_days() -> None:
    """Nobody serves more days than they offered."""
    busy = replace(LEADER, max_days=3)
    later = replace(NEED, id="n2", tier=2, earliest=8, latest=10)

    plan = solve(replace(PROBLEM, needs=(NEED, later), volunteers=(busy, TEACHER)))

    assert [mission.need for mission in plan.missions] == ["n1"]
    assert _why(plan, "n2")["people_elsewhere"] == {"needs": ("n1",)}


def test_without_an_aim_for_it_ready_teams_have_no_privilege() -> None:
    """Where only kilometres count, the nearer team is formed."""
    team = Team("t1", "u3", 4, topics={"ai": 2}, xy_km=(40.0, 40.0))

    plan = solve(replace(PROBLEM, teams=(team,), aims=("met", "travel")))

    assert [mission.team for mission in plan.missions] == ["f-n1"]
    assert [aim.aim for aim in plan.aims] == ["met", "travel", "wait"]


def test_few_teams_counts_formed_ones() -> None:
    """A formed team is a team like any other."""
    needs = (replace(NEED, latest=3), replace(NEED, id="n2", earliest=5))
    team = Team("t1", "u3", 4, topics={"ai": 2})

    plan = solve(replace(PROBLEM, needs=needs, teams=(team,), aims=("met", "few_teams")))

    assert {mission.team for mission in plan.missions} == {"t1"}
    assert plan.aims[-1].value == plan.aims[-1].bound == 1


def test_a_kept_team_stays_though_people_came() -> None:
    """New volunteers move nobody who was published."""
    team = Team("t1", "u1", 4, topics={"ai": 2})
    published = (Mission("n1", "t1", 3),)

    plan = solve(replace(PROBLEM, teams=(team,), published=published))

    assert [(each.team, each.start) for each in plan.missions] == [("t1", 3)]


def test_people_are_not_parted() -> None:
    """Where half people would serve both needs, whole people serve one, and that is proven.

    Of three people each can do two of the three things that a team must; two halves of each would
    make two teams of one and a half.
    """
    able = {"ai": 1}
    people = (
        Volunteer("a", "u1", leader=True, topics=able),
        Volunteer("b", "u1", leader=True, teaches=True),
        Volunteer("c", "u1", teaches=True, topics=able),
    )
    need = replace(NEED, volunteers=1, latest=3)

    plan = solve(
        replace(PROBLEM, needs=(need, replace(need, id="n2")), volunteers=people, places=PLACES)
    )

    assert len(plan.missions) == 1
    assert plan.status == "optimal"
    assert plan.verified


def test_members_of_a_published_team_are_not_asked_again() -> None:
    """Who goes with a team that was formed before joins no other on those days."""
    soon = replace(NEED, latest=4)
    other = replace(NEED, id="n2", tier=2, earliest=2, latest=4)
    before = standing("old", "n1", (2, 3), PROBLEM.volunteers)
    published = replace(
        PROBLEM, needs=(soon, other), teams=(before,), published=(Mission("n1", "old", 2),)
    )

    plan = solve(published)

    assert [(each.need, each.team) for each in plan.missions] == [("n1", "old")]
    assert plan.formed == ()
    assert plan.verified
    assert _why(plan, "n2")["people_elsewhere"] == {"needs": ("n1",)}
