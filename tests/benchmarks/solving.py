"""One made-up province, solved in a process of its own so that its memory can be told."""

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from functions.domain.assign import solve
from functions.domain.assign.greedy import greedy
from functions.domain.assign.model import every_option
from functions.domain.plan import AimValue, Plan
from functions.domain.problem import Mission, Problem
from functions.domain.setting import Setting
from functions.domain.verify import violations
from tests.benchmarks.memory import peak_mib
from tests.benchmarks.plain import plain
from tests.instances import Size, problem


@dataclass(frozen=True)
class Task:
    """What to solve, within how many counted seconds, or plainly within as many by the clock."""

    size: Size
    seed: int
    seconds: float
    plainly: bool = False

    @property
    def problem(self) -> Problem:
        """The province."""
        return problem(self.size, self.seed, time_limit_s=self.seconds)


@dataclass(frozen=True)
class Solved:
    """What came of it; ``quick`` has the unmet needs of each tier in the first quick plan."""

    options: int
    quick: tuple[int, ...]
    missions: tuple[Mission, ...]
    aims: tuple[AimValue, ...]
    seconds: float
    peak_mib: int


def in_own_process(task: Task) -> Solved:
    """Solve a province in a process of its own.

    Raises:
        CalledProcessError: that process failed, a plan that breaks a rule being one reason.
    """
    command = [sys.executable, "-m", "tests.benchmarks.solving", json.dumps(asdict(task))]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    made = json.loads(answer.stdout)
    return Solved(
        options=made["options"],
        quick=tuple(made["quick"]),
        missions=tuple(Mission(**each) for each in made["missions"]),
        aims=tuple(AimValue(**each) for each in made["aims"]),
        seconds=made["seconds"],
        peak_mib=made["peak_mib"],
    )


def sound(posed: Problem, plan: Plan) -> Plan:
    """Return the plan.

    Raises:
        RuntimeError: it breaks rules; their codes are in the message.
    """
    codes = Counter(each.code for each in violations(posed, plan))
    if codes:
        raise RuntimeError(f"the plan breaks rules: {dict(codes)}")
    return plan


def proven(made: Solved) -> str:
    """Return for how many parts of the aims the value is that of the bound."""
    return f"{sum(each.value == each.bound for each in made.aims)} of {len(made.aims)}"


def unmet(made: Solved) -> int:
    """Return how many needs are not met in all tiers together."""
    return round(sum(each.value for each in made.aims if each.aim == "met"))


def _solved(task: Task) -> Solved:
    posed = task.problem
    setting = Setting.of(posed)
    options = every_option(setting)
    quick = (options[index].mission for index in greedy(setting, options))
    quickly_unmet = _by_tier(posed, quick)
    began = time.perf_counter()
    if task.plainly:
        found = plain(posed, options, task.seconds)
        missions, aims = found.missions, found.aims
    else:
        plan = sound(posed, solve(posed))
        missions = tuple(Mission(each.need, each.team, each.start) for each in plan.missions)
        aims = plan.aims
    seconds = time.perf_counter() - began
    return Solved(len(options), quickly_unmet, missions, aims, seconds, peak_mib())


def _by_tier(posed: Problem, missions: Iterable[Mission]) -> tuple[int, ...]:
    served = {mission.need for mission in missions}
    tiers = Counter(need.tier for need in posed.needs if need.id not in served)
    return tuple(tiers[tier] for tier in sorted({need.tier for need in posed.needs}))


def _main() -> None:
    asked = json.loads(sys.argv[1])
    task = Task(**{**asked, "size": Size(**asked["size"])})
    sys.stdout.write(json.dumps(asdict(_solved(task))))


if __name__ == "__main__":
    _main()
