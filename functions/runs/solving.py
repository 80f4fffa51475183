"""`muaheso solve`: the solver of the night on a file, for whoever wants to test or compare it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, BinaryIO

import click

from functions.domain.assign import solve
from functions.domain.plan import Plan
from functions.domain.problem import Problem, ProblemError
from functions.domain.strict import write_record
from functions.writers.words import PlainReasons
from sheets_schema.schema import load

BAD_INPUT = 2
INFEASIBLE = 3
"""Exit codes: the problem cannot be read; signed missions or the change budget break a rule."""


@click.command("solve")
@click.argument("problem", type=click.File("rb"))
@click.option("--explain", is_flag=True, help="Add to each reason its Vietnamese sentence.")
def solve_command(problem: BinaryIO, *, explain: bool) -> None:
    """Solve PROBLEM, a JSON file or - for standard input, and print the plan as JSON.

    Progress goes to standard error. Exit codes: 0 done; 2 the problem cannot be read; 3 signed
    missions or the change budget break a rule (the plan is printed all the same).
    """
    try:
        posed = Problem.from_json(parse(problem.read()))
    except ProblemError as error:
        click.echo(f"Error: {error}", err=True)
        raise SystemExit(BAD_INPUT) from None
    plan = solve(posed, on_progress=lambda line: click.echo(line, err=True))
    shown = plan.to_json()
    if explain:
        _add_sentences(plan, shown)
    click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    if plan.status == "infeasible":
        for line in _conflicts(plan):
            click.echo(line, err=True)
        raise SystemExit(INFEASIBLE)


def parse(content: bytes) -> object:
    """Return what JSON says.

    Raises:
        ProblemError: for anything that is not plain JSON in UTF-8: a key that stands twice in one
            object, NaN, a file cut short.
    """
    try:
        return json.loads(
            content.decode("utf-8-sig"), object_pairs_hook=_unique, parse_constant=_refuse
        )
    except UnicodeDecodeError as error:
        raise ProblemError("problem", f"is not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise ProblemError("problem", f"is not JSON at {where}: {error.msg}") from error
    except RecursionError as error:
        raise ProblemError("problem", "is nested too deeply") from error


def _unique(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ProblemError(key, "stands twice in one object")
        found[key] = value
    return found


def _refuse(constant: str) -> object:
    raise ProblemError("problem", f"holds {constant}, which is no number")


def _add_sentences(plan: Plan, shown: dict[str, Any]) -> None:
    reasons = PlainReasons(load())
    for key, rows in (("missions", plan.missions), ("unmet", plan.unmet)):
        for row, entry in zip(rows, shown[key], strict=True):
            for name in ("why", "unlock"):
                entry[name] = [
                    {**write_record(each), "text": reasons.sentence(each)}
                    for each in getattr(row, name, ())
                ]
            if key == "missions":
                del entry["unlock"]


def _conflicts(plan: Plan) -> list[str]:
    """Say which signed missions break which rules."""
    lines = [
        f"Infeasible: the signed mission of {row.need} with {row.team} breaks: "
        + ", ".join(map(str, tuple(each.data["rules"])))  # type: ignore[arg-type]
        for row in plan.missions
        for each in row.why
        if each.code == "breaks_rules"
    ]
    return lines or ["Infeasible: more published missions must change than change_budget allows"]
