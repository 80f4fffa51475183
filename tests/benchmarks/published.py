"""Published benchmark instances as problem files: generalised assignment, shift minimisation.

The instances are not part of the project; a folder that holds some is named on the command line.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from functions.domain.assign import solve
from functions.domain.problem import Need, Pair, Problem, Team
from tests.benchmarks.asked import Asked
from tests.benchmarks.solving import sound


@dataclass(frozen=True)
class Instance:
    """A problem, the aim that counts, and the published optimum of that aim."""

    name: str
    problem: Problem
    aim: str
    optimum: float


def instances(folder: Path, seconds: float) -> Iterator[Instance]:
    """Yield the instances below a folder whose optimum is known."""
    known = _bounds(folder / "gap" / "bounds.txt")
    for file in sorted((folder / "gap").glob("*")):
        if file.stem in known:
            problem = _assignment(file.read_text(encoding="utf-8"), seconds)
            yield Instance(file.name, problem, "travel", known[file.stem])
    with (folder / "smptsp" / "lb_ub.csv").open(encoding="utf-8") as table:
        proven = {row[0]: row[2] for row in csv.reader(table) if row[3] == "1"}
    for file in sorted((folder / "smptsp").glob("*.dat")):
        if file.stem in proven:
            problem = _shifts(file.read_text(encoding="utf-8"), seconds)
            yield Instance(file.stem, problem, "few_teams", float(proven[file.stem]))


def _bounds(file: Path) -> dict[str, float]:
    rows = (line.split() for line in file.read_text(encoding="utf-8").splitlines() if line.strip())
    return {
        name.removesuffix("_Min"): float(upper)
        for name, lower, upper in rows
        if name.endswith("_Min") and lower == upper
    }


def _assignment(text: str, seconds: float) -> Problem:
    """Agents are teams with an effort budget, jobs are needs without windows."""
    agents, jobs, *numbers = map(int, text.split())
    costs, efforts = numbers[: agents * jobs], numbers[agents * jobs : 2 * agents * jobs]
    budgets = numbers[2 * agents * jobs :]
    return Problem(
        days=jobs,
        rest_days=0,
        needs=tuple(Need(f"n{job:03}", "u", 1, job, job, 1, 0) for job in range(jobs)),
        teams=tuple(
            Team(f"t{agent:02}", "u", 1, effort_budget=budgets[agent]) for agent in range(agents)
        ),
        pairs=tuple(
            Pair(f"n{job:03}", f"t{agent:02}", costs[at], efforts[at])
            for agent in range(agents)
            for job in range(jobs)
            for at in [agent * jobs + job]
        ),
        aims=("met", "travel"),
        time_limit_s=seconds,
    )


def _shifts(text: str, seconds: float) -> Problem:
    """Jobs have fixed half-open intervals, workers the jobs that they may do."""
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    count = int(next(line for line in lines if line.startswith("Jobs")).split("=")[1])
    first = next(at for at, line in enumerate(lines) if line.startswith("Jobs")) + 1
    jobs = [tuple(map(int, line.split())) for line in lines[first : first + count]]
    workers = [
        {int(job) for job in line.split(":")[1].split()}
        for line in lines[first + count :]
        if ":" in line
    ]
    needs = tuple(
        Need(f"n{at:03}", "u", 1, start, end - 1, end - start, 0)
        for at, (start, end) in enumerate(jobs)
    )
    return Problem(
        days=max(end for _, end in jobs),
        rest_days=0,
        needs=needs,
        teams=tuple(Team(f"t{at:03}", "u", 1) for at in range(len(workers))),
        pairs=tuple(
            Pair(f"n{job:03}", f"t{at:03}", allowed=False)
            for at, able in enumerate(workers)
            for job in range(count)
            if job not in able
        ),
        aims=("met", "few_teams"),
        time_limit_s=seconds,
    )


def report(asked: Asked, seconds: float = 60) -> Iterator[str]:
    """Yield the lines about the instances of a folder: the optimum, what was found and proven.

    Nothing without a folder.
    """
    if asked.instances is None:
        return
    yield "## Published instances"
    yield ""
    yield (
        "Generalised assignment (travel cost) and shift minimisation (teams used), as problems of "
        f"`muaheso solve` within {seconds:g} counted seconds each."
    )
    yield ""
    yield "| instance | needs | teams | published optimum | found | bound | unmet |"
    yield "|---|---|---|---|---|---|---|"
    for each in instances(asked.instances, seconds):
        plan = sound(each.problem, solve(each.problem))
        value = next(aim for aim in plan.aims if aim.aim == each.aim)
        yield (
            f"| {each.name} | {len(each.problem.needs)} | {len(each.problem.teams)} "
            f"| {each.optimum:g} | {value.value:g} | {value.bound:g} | {len(plan.unmet)} |"
        )
    yield ""
