"""Teams formed and assigned together in made-up provinces, with a proof by another solver."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

from tests.benchmarks.asked import Asked
from tests.benchmarks.solving import Solved, Task, in_own_process, proven, unmet
from tests.instances import PROVINCE_WITH_PEOPLE
from tests.second_solver import nothing_better, worth

SEEDS = range(1, 11)
SECONDS = 60
WORK = 120.0


def report(asked: Asked) -> Iterator[str]:
    """Yield the lines about ten provinces with volunteers."""
    seeds = (6,) if asked.brief else SEEDS
    yield "## Forming teams as well"
    yield ""
    yield (
        f"The same with {PROVINCE_WITH_PEOPLE.people} volunteers, out of whom teams are formed "
        "where no ready one is free; the teams formed are one more part of the aims. Beside it "
        "what ready teams alone reach in the quick plan. The second solver is asked, part after "
        "part up to load, for any plan that is better in that part and no worse in those before; "
        "the last column says for how many it proves that there is none."
    )
    yield ""
    yield (
        "| seed | options | unmet | unmet, quick plan | teams formed | parts proven | seconds "
        "| peak MiB | second solver |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    tasks = [Task(PROVINCE_WITH_PEOPLE, seed, SECONDS) for seed in seeds]
    made = [in_own_process(task) for task in tasks]
    with ProcessPoolExecutor(max_workers=2) as workers:
        for task, one, agreement in zip(
            tasks, made, workers.map(_agreement, tasks, made), strict=True
        ):
            yield _line(task, one, agreement)
    yield ""


def _line(task: Task, made: Solved, agreement: str) -> str:
    formed = next(each.value for each in made.aims if each.aim == "formed")
    return (
        f"| {task.seed} | {made.options} | {unmet(made)} | {sum(made.quick)} | {formed:g} "
        f"| {proven(made)} | {made.seconds:.1f} | {made.peak_mib} | {agreement} |"
    )


def _agreement(task: Task, made: Solved) -> str:
    answers = nothing_better(task.problem, made.missions, WORK)
    if False in answers:
        part = worth(task.problem, made.missions)[answers.index(False)]
        return f"finds better in {part.aim}{part.tier or ''}"
    return f"agrees on {answers.count(True)} of {len(answers)}"
