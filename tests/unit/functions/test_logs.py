"""Logs in the form that Cloud Logging reads."""

import json

import pytest

from functions.logs import log


def test_an_entry_is_one_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    """Severity and message have Cloud Logging's names; counts stand beside them."""
    log("night done", severity="WARNING", reads=10, unit=None)

    line = capsys.readouterr().out
    assert line.count("\n") == 1
    assert json.loads(line) == {
        "severity": "WARNING",
        "message": "night done",
        "reads": 10,
        "unit": None,
    }
