"""`muaheso solve`: a problem file in, a plan out, and clear words for what cannot be read."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from functions.cli import cli
from functions.domain.plan import Reason
from functions.runs.solving import BAD_INPUT, INFEASIBLE
from functions.writers.words import PlainReasons
from tests.builders import SCHEMA

PROBLEM: dict[str, Any] = {
    "days": 10,
    "needs": [
        {
            "id": "n1", "unit": "u1", "tier": 1, "topics": {"ai": 1}, "earliest": 0, "latest": 4,
            "days": 2, "volunteers": 3, "xy_km": [3, 4],
        },
        {"id": "n2", "unit": "u1", "tier": 2, "earliest": 0, "latest": 1, "days": 2,
         "volunteers": 30},
    ],
    "teams": [{"id": "t1", "unit": "u1", "size": 5, "topics": {"ai": 2}, "xy_km": [0, 0]}],
}  # fmt: skip


def run(content: str | bytes, *options: str) -> Result:
    """Solve what stands on standard input."""
    return CliRunner().invoke(cli, ["solve", "-", *options], input=content)


def test_a_plan_in_the_format() -> None:
    """The plan is JSON on standard output, nothing else; progress stands beside it."""
    result = run(json.dumps(PROBLEM))
    plan = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (plan["status"], plan["verified"], plan["formed"]) == ("optimal", True, [])
    (mission,) = plan["missions"]
    assert {key: mission[key] for key in ("need", "team", "start", "end", "km")} == {
        "need": "n1",
        "team": "t1",
        "start": 0,
        "end": 1,
        "km": 5.0,
    }
    assert plan["aims"][0] == {"aim": "met", "tier": 1, "value": 0, "bound": 0, "seconds": 0}
    assert [each["need"] for each in plan["unmet"]] == ["n2"]
    assert "met1: 0" in result.stderr


def test_the_same_problem_is_the_same_bytes() -> None:
    """Twice, and with the lists in another order."""
    other = {**PROBLEM, "needs": PROBLEM["needs"][::-1]}
    assert run(json.dumps(PROBLEM)).stdout == run(json.dumps(other)).stdout


def test_explanations_are_sentences() -> None:
    """Each reason keeps its code and data and says in Vietnamese what it means."""
    plan = json.loads(run(json.dumps(PROBLEM), "--explain").stdout)
    why = {each["code"]: each["text"] for each in plan["missions"][0]["why"]}
    assert why["distance"] == "Cách khoảng 5 km."
    assert why["free_days"] == "Đội rảnh từ ngày 0 đến ngày 9."
    (unmet,) = plan["unmet"]
    assert unmet["why"][0]["text"] == "1 đội không đủ người đã tập huấn."
    assert unmet["unlock"][0]["text"] == "Bổ sung cho t1 đủ 30 người đã tập huấn."
    assert "unlock" not in plan["missions"][0]


def test_what_a_long_list_leaves_out_is_counted() -> None:
    """Six ids are enough to read."""
    needs = tuple(f"n{number}" for number in range(8))
    said = PlainReasons(SCHEMA).sentences([Reason("busy_elsewhere", {"needs": needs})])
    assert said == "Những ngày đó các đội phục vụ n0, n1, n2, n3, n4, n5 … và 2 nữa."


def test_signed_missions_that_break_a_rule_are_named() -> None:
    """The plan is there, the exit code says that people have to look at it."""
    pins = [{"need": "n2", "team": "t1", "start": 0}]
    result = run(json.dumps({**PROBLEM, "pins": pins}))
    plan = json.loads(result.stdout)
    assert result.exit_code == INFEASIBLE
    assert (plan["status"], plan["verified"]) == ("infeasible", True)
    assert "n2 with t1 breaks: team_too_small" in result.stderr


def test_a_change_budget_that_cannot_be_kept_is_named() -> None:
    """Where fewer missions fit than stand published, more change than allowed."""
    need = {**PROBLEM["needs"][0], "topics": {}, "days": 5}
    clash = {
        "days": 10,
        "needs": [need, {**need, "id": "n3", "place": "p"}, {**need, "id": "n2", "place": "p"}],
        "places": [{"id": "p", "unit": "u1", "lodging": 8}],
        "teams": [{"id": key, "unit": "u1", "size": 5} for key in ("t1", "t2", "t3")],
        "published": [
            {"need": "n3", "team": "t2", "start": 0},
            {"need": "n2", "team": "t3", "start": 0},
        ],
        "change_budget": 0,
    }
    result = run(json.dumps(clash))
    assert result.exit_code == INFEASIBLE
    assert "change_budget" in result.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "problem: is not JSON at line 1, column 1"),
        (b'{"days": 3', "problem: is not JSON at line 1"),
        (b"\xff\xfe{", "problem: is not UTF-8 at byte 0"),
        (b'{"days": NaN, "needs": []}', "problem: holds NaN, which is no number"),
        (b'{"days": 3, "days": 4, "needs": []}', "days: stands twice in one object"),
        (b"[" * 100_000, "problem: is nested too deeply"),
        (b"[]", "problem: must be an object"),
        (b'{"days": 3}', "needs: is missing"),
        (b'{"days": 3, "needs": [], "colour": 1}', "colour: is not a key of the format"),
        (b'{"days": 0, "needs": []}', "days: must be at least 1"),
        (b'{"days": 3, "needs": [{"id": "n"}]}', "needs[0].unit: is missing"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_key(content: bytes, said: str) -> None:
    """One line on standard error, nothing on standard output, no traceback."""
    result = run(content)
    assert (result.exit_code, result.stdout) == (BAD_INPUT, "")
    assert result.stderr.startswith(f"Error: {said}")
    assert len(result.stderr.splitlines()) == 1


def test_a_file_with_a_mark_of_its_encoding_is_read(tmp_path: Path) -> None:
    """Windows puts three bytes in front."""
    file = tmp_path / "p.json"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(PROBLEM).encode())
    result = CliRunner().invoke(cli, ["solve", str(file)])
    assert result.exit_code == 0
