"""Published instances become the problems that they pose: one of each kind, written by hand."""

from pathlib import Path

import pytest

from functions.domain.assign import solve
from functions.domain.problem import Pair
from tests.benchmarks.asked import Asked
from tests.benchmarks.published import Instance, instances, report

# Two agents, three jobs: costs, then efforts, by agent; then the agents' budgets.
ASSIGNMENT = """2 3
1 5 4
3 2 6
2 2 2
1 3 2
4 3
"""
BOUNDS = """tiny_Max\t12\t12
tiny_Min\t7\t7

open_Min\t5\t6
"""
# The first two jobs overlap, the last two as well; the first and the last only touch.
SHIFTS = """# nbTasks=3, nbWorkers=3
Type = 1
Jobs = 3
 10 12
 11 13
 12 14
Qualifications = 3
 2: 0 2
 1: 1
 2: 1 2
"""
PROVEN = """instance,lb_proven,ub_found,lb_eq_ub
shifts,2,2,1
unproven,1,2,0
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as published ones are, with instances whose optimum is not known."""
    for name, text in {
        "gap/bounds.txt": BOUNDS,
        "gap/tiny.txt": ASSIGNMENT,
        "gap/open.txt": ASSIGNMENT,
        "smptsp/lb_ub.csv": PROVEN,
        "smptsp/shifts.dat": SHIFTS,
        "smptsp/unproven.dat": SHIFTS,
    }.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def posed(folder: Path) -> dict[str, Instance]:
    """The instances of the folder by name."""
    return {each.name: each for each in instances(folder, 5)}


def test_only_known_optima(posed: dict[str, Instance]) -> None:
    """Instances without a proven optimum are left out, and maximising ones."""
    assert {name: (each.aim, each.optimum) for name, each in posed.items()} == {
        "tiny.txt": ("travel", 7),
        "shifts": ("few_teams", 2),
    }


def test_an_assignment(posed: dict[str, Instance]) -> None:
    """Agents are teams with a budget, jobs needs, every pair has its cost and effort."""
    problem = posed["tiny.txt"].problem

    assert [team.effort_budget for team in problem.teams] == [4, 3]
    assert len(problem.needs) == 3
    assert problem.pairs == (
        Pair("n000", "t00", 1, 2),
        Pair("n001", "t00", 5, 2),
        Pair("n002", "t00", 4, 2),
        Pair("n000", "t01", 3, 1),
        Pair("n001", "t01", 2, 3),
        Pair("n002", "t01", 6, 2),
    )


def test_shifts(posed: dict[str, Instance]) -> None:
    """Jobs are needs on fixed days, the end not among them; workers do what they may."""
    problem = posed["shifts"].problem

    days = [(need.earliest, need.latest, need.days) for need in problem.needs]
    assert days == [(10, 11, 2), (11, 12, 2), (12, 13, 2)]
    assert (problem.days, problem.rest_days, len(problem.teams)) == (14, 0, 3)
    assert [(pair.need, pair.team, pair.allowed) for pair in problem.pairs] == [
        ("n001", "t000", False),
        ("n000", "t001", False),
        ("n002", "t001", False),
        ("n000", "t002", False),
    ]


@pytest.mark.parametrize("name", ["tiny.txt", "shifts"])
def test_the_optimum_is_found(posed: dict[str, Instance], name: str) -> None:
    """The problem has the value that the instance was published with."""
    each = posed[name]

    plan = solve(each.problem)

    value = next(aim for aim in plan.aims if aim.aim == each.aim)
    assert (plan.unmet, value.value, value.bound) == ((), each.optimum, each.optimum)


def test_the_report(folder: Path) -> None:
    """Each instance has a line with its optimum beside what was found and proven."""
    lines = list(report(Asked(instances=folder), 5))

    assert "| tiny.txt | 3 | 2 | 7 | 7 | 7 | 0 |" in lines
    assert "| shifts | 3 | 3 | 2 | 2 | 2 | 0 |" in lines


def test_without_a_folder_there_is_no_report() -> None:
    """The instances are not part of the project, so their section may be missing."""
    assert list(report(Asked())) == []
