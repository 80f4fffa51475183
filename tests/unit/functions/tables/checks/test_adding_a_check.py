"""The page that says how to add a check is true."""

import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from functions.tables.checks import report_dates
from sheets_schema.parsing import parse_findings
from sheets_schema.source import Source

ROOT = Path(report_dates.__file__).parents[3]
PAGE = (ROOT / "docs" / "adding-a-check.md").read_text(encoding="utf-8")
LINES = 14


def blocks(language: str) -> list[str]:
    """Return the pieces of code of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def module(name: str, source: str) -> ModuleType:
    """Return a module of this source."""
    made = ModuleType(name)
    exec(compile(source, name, "exec"), made.__dict__)  # noqa: S102 - it is our own page
    return made


def test_the_check_and_its_test_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the page shows works as it stands, and is as short as it claims."""
    check, test = blocks("python")
    made = module("functions.tables.checks.sessions", check)
    monkeypatch.setitem(sys.modules, made.__name__, made)
    module("test_sessions", test).test_sessions_fit_into_their_days()
    assert max(check.count("\n"), test.count("\n")) <= LINES


def test_the_words_fit_the_check() -> None:
    """The catalogue takes the entry, and its sentences have the words that they need."""
    ((code, words),) = yaml.safe_load(blocks("yaml")[0]).items()
    # An entry stands in the group that the one above it opened.
    (kind,) = parse_findings(Source("page", {code: {"group": "Cả dòng", **words}})).values()
    assert (code,) == module("sessions", blocks("python")[0]).CODES
    assert kind.severity == "warning"
    assert kind.problem.format(value=9)


def test_the_files_that_it_names_exist() -> None:
    """Paths that the page mentions lead somewhere, but for the new test."""
    paths = set(re.findall(r"`([\w/.-]+/[\w.-]*)`", PAGE))
    missing = {each for each in paths if not (ROOT / each).exists()}
    assert missing == {"tests/unit/functions/tables/checks/test_sessions.py"}
