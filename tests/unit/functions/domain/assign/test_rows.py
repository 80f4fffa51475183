"""The rows that bind missions together."""

from dataclasses import replace

from functions.domain.assign import rows
from functions.domain.assign.crowd import most_at_once
from functions.domain.assign.model import build, every_option
from functions.domain.problem import Need, Pin, Place, Problem, Team
from functions.domain.setting import Setting

NEED = Need("n1", "u1", 1, 0, 2, 1, 3, place="p", equipment=("laptop",))
PROBLEM = Problem(
    9,
    (NEED, replace(NEED, id="n2", earliest=1)),
    places=(Place("p", "u1", 9),),
    teams=(Team("t1", "u1", 5), Team("t2", "u1", 5)),
    pool={"laptop": 1},
)


def test_days_that_another_day_implies_are_dropped() -> None:
    """Only the days with the most missions side by side make rows."""
    setting = Setting.of(PROBLEM)
    model = build(setting, every_option(setting))

    found = list(rows.team_day_rows(setting, rows.by_team(model.options[:3]), {}))

    # Missions on days 0, 1 and 2, each with a day of rest: 0 meets 1, 1 meets 2.
    assert [set(row.weights) for row in found] == [{0, 1}, {1, 2}]


def test_shared_limits_count_what_is_decided() -> None:
    """A signed mission leaves fewer beds and fewer items on its days."""
    setting = Setting.of(PROBLEM)
    options = every_option(setting)
    assert {row.upper for row in rows.lodging_rows(setting, options, {})} == {9}
    assert {row.upper for row in rows.pool_rows(setting, options)} == {1}

    two = replace(NEED, equipment=(), volunteers=1)
    needs = (two, replace(two, id="n2"), replace(two, id="n3"))
    teams = (*PROBLEM.teams, Team("t3", "u1", 2), Team("t4", "u1", 3))
    pins = (Pin("n3", "t1", 1),)
    pinned = Setting.of(replace(PROBLEM, needs=needs, teams=teams, pins=pins))
    options = every_option(pinned)
    assert {option.team for option in options if option.start == 1} == {"t3", "t4"}
    assert {row.upper for row in rows.lodging_rows(pinned, options, {})} == {4, 9}


def test_limits_that_cannot_be_reached_make_no_rows() -> None:
    """Where all options together fit, nothing needs saying."""
    roomy = replace(PROBLEM, places=(Place("p", "u1", 90),), pool={"laptop": 90})
    setting = Setting.of(roomy)
    options = every_option(setting)

    assert not list(rows.lodging_rows(setting, options, {}))
    assert not list(rows.pool_rows(setting, options))


def test_most_at_once() -> None:
    """Needs that must be met and lie on one day take a team each, beside the decided ones."""
    needs = tuple(
        Need(key, "u1", 1, first, last, 2, 1)
        for key, first, last in (("a", 0, 1), ("b", 1, 2), ("c", 0, 8), ("d", 1, 2))
    )
    problem = Problem(9, needs, teams=(Team("t1", "u1", 5),), pins=(Pin("d", "t1", 5),))
    setting = Setting.of(problem)
    model = build(setting, every_option(setting))

    assert most_at_once(setting, model, []) == 1
    assert most_at_once(setting, model, ["a", "b", "c"]) == 2
