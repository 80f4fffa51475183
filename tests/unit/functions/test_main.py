"""The functions over HTTP, as Cloud Scheduler meets them."""

import json
from pathlib import Path

import functions_framework
import pytest
from flask.testing import FlaskClient

from deploy.local.people import ROBOT
from functions import main
from functions.domain.records import PROVINCE
from functions.runs.lease import PATH
from tests.province import Province

SOURCE = str(Path(main.__file__))


def function(target: str) -> FlaskClient:
    """Return a test client of one function, made by functions-framework itself."""
    found: FlaskClient = functions_framework.create_app(target, SOURCE).test_client()
    return found


@pytest.fixture
def environment(province: Province, monkeypatch: pytest.MonkeyPatch) -> Province:
    """The environment of a deployed function."""
    found = province.sandbox.environment(province.google, ROBOT, province.workbooks[PROVINCE])
    for name, value in found.items():
        monkeypatch.setenv(name, value)
    return province


@pytest.mark.parametrize("target", ["nightly", "validate", "assign", "summarize"])
def test_each_verb_answers_with_its_counts(environment: Province, target: str) -> None:
    """The scheduled time names the run; the body may say which day to judge."""
    headers = {"X-CloudScheduler-ScheduleTime": "2024-08-12T19:00:00Z"}

    answer = function(target).post("/", json={"as_of": "2024-08-13"}, headers=headers)

    report = answer.get_json()
    assert (answer.status_code, report["run_id"], report["today"]) == (
        200,
        "2024-08-12T19:00:00Z",
        "2024-08-13",
    )
    # The list of assignments is looked at again once it was written.
    assigns = target in ("nightly", "assign")
    assert (report["reads"], report["units_read"]) == (3 + assigns, 2)
    assert report["needs_met"] == int(assigns)


def test_without_a_body_today_is_judged(environment: Province) -> None:
    """A manual run needs neither body nor headers."""
    answer = function("summarize").post("/")

    assert answer.status_code == 200
    assert answer.get_json()["run_id"].endswith("+07:00")


@pytest.mark.parametrize(
    "body", ["[]", "{", '{"day": "2024-08-13"}', '{"as_of": "13/8"}', '{"as_of": 3}']
)
def test_a_wrong_body_is_refused_with_the_right_one(environment: Province, body: str) -> None:
    """The caller reads what to send instead."""
    answer = function("nightly").post("/", data=body)

    assert answer.status_code == 400
    assert "as_of" in answer.get_json()["error"]


def test_a_second_run_is_told_to_come_again(environment: Province) -> None:
    """503 makes the scheduler try later."""
    until = "2999-01-01T00:00:00+07:00"
    environment.services().store.put(PATH, json.dumps({"until": until}).encode())

    assert function("nightly").post("/").status_code == 503


def test_a_wrong_configuration_is_a_500(
    environment: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Trying again would not help, so the status says that it is our fault."""
    monkeypatch.delenv("MUAHESO_STORE")

    answer = function("nightly").post("/")

    assert answer.status_code == 500
    assert "MUAHESO_STORE" in answer.get_json()["error"]


def test_an_unexpected_failure_says_where_but_not_what(
    environment: Province, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The text of an exception may quote a cell, so neither log nor answer carries it."""

    def crash(*_: object) -> None:
        raise KeyError("0912345678")

    app = function("nightly")
    monkeypatch.setattr("functions.runs.nightly.gather", crash)

    answer = app.post("/")

    assert answer.status_code == 500
    assert "KeyError" in answer.get_json()["error"]
    assert "0912345678" not in answer.get_data(as_text=True) + capsys.readouterr().out
