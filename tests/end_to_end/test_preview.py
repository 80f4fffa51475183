"""Looking at what a night would do: nothing is written, and the night then does just that."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from click.testing import CliRunner, Result

from deploy.local.people import ROBOT
from functions.cli import cli
from functions.domain.ledger import STANDING
from functions.domain.records import PROVINCE
from functions.domain.serials import from_serial
from functions.domain.workbook import digest
from functions.runs.lease import PATH
from tests.province import NEED, SCHEMA, TEAM, TODAY, TRAINING, Province, volunteer

Places = Mapping[str, set[tuple[str, str, str]]]

SOON = {**NEED, "place": "Trường tiểu học", "date_range": "15/08/2024 - 16/08/2024"}
"""Starts within the days in which nothing moves any more."""

BUSY = "01/08/2024 - 14/08/2024"
"""The days that are left to a team that drops out on 15/8."""


@pytest.fixture
def published(province: Province, monkeypatch: pytest.MonkeyPatch) -> Province:
    """A province with a published plan of three needs and two teams, and the robot's variables."""
    others = [{**NEED, "place": "Nhà văn hóa"}, SOON]
    members = "; ".join(f"TNV-705-{number:03d}" for number in range(6, 11))
    team = {**TEAM, "team_name": "Đội hai", "leader": "TNV-705-006", "members": members}
    province.type("705", "needs", others, at=1)
    province.type("705", "volunteers", [volunteer(each) for each in range(6, 11)], at=5)
    province.type("705", "teams", [team], at=1)
    province.type("705", "trainings", [{**TRAINING, "attendees": "DH-705-02"}], at=1)
    assert province.night().needs_met == 3
    found = province.sandbox.environment(province.google, ROBOT, province.workbooks[PROVINCE])
    for name, value in found.items():
        monkeypatch.setenv(name, value)
    return province


def assign(*options: str) -> Result:
    """Run `muaheso assign` as of today."""
    return CliRunner().invoke(cli, ["assign", "--as-of", TODAY.isoformat(), *options])


def places(province: Province) -> Places:
    """Return which team the sheet sends to which need, and when."""
    labels = SCHEMA.lists["assignment_state"]
    standing = {labels.label(each) for each in STANDING}
    found: dict[str, set[tuple[str, str, str]]] = {}
    for row in province.rows(PROVINCE, "assignments"):
        if row["need_id"] and row["state"] in standing:
            days = (from_serial(row[name]).isoformat() for name in ("start", "end"))
            found.setdefault(row["need_id"], set()).add((row["team_id"], *days))
    return found


def after_changes(before: Places, changes: list[Any]) -> Places:
    """Return who goes where once the changes that were shown have come true."""
    found = dict(before)
    for each in changes:
        shown = lambda rows: {(row["team"], row["start"], row["end"]) for row in rows}  # noqa: E731
        assert found.pop(each["need"], set()) == shown(each["before"])
        if each["after"]:
            found[each["need"]] = shown(each["after"])
    return found


def counts(province: Province) -> str:
    """Return the counts in the sentence above the list of assignments."""
    info = str(province.tab(PROVINCE, "assignments").cell(0, 0))
    return info.partition("; ")[2].partition(". ")[0]


def everything(province: Province) -> tuple[dict[str, str], dict[str, bytes | None]]:
    """Return the digest of every workbook and all that is stored."""
    services = province.services()
    books = {
        unit: digest(services.workbooks.read(book)) for unit, book in province.workbooks.items()
    }
    return books, {path: services.store.get(path) for path in services.store.list("")}


def written(province: Province) -> int:
    """Return how many write requests of the robot the local Google has counted."""
    return int(province.local("GET", "counters")[ROBOT]["writes"])


@pytest.mark.parametrize(
    "options",
    [
        ("--dry-run",),
        ("--what-if", "đội DH-705-01 nghỉ từ 15/8", "--trade-off"),
        ("--what-if", "hủy NC-705-001", "--json"),
    ],
)
def test_looking_leaves_no_trace(published: Province, options: tuple[str, ...]) -> None:
    """No workbook, no snapshot and no lease changes, although a need is new; not even a request."""
    published.type("705", "needs", [{**NEED, "place": "Trụ sở ấp"}], at=3)
    before, writes = everything(published), written(published)

    result = assign(*options)

    assert (result.exit_code, everything(published), written(published)) == (0, before, writes)


def test_a_night_under_way_is_no_obstacle(published: Province) -> None:
    """The lease of another run is neither asked for nor taken."""
    lease = json.dumps({"until": "2999-01-01T00:00:00+07:00"}).encode()
    store = published.services().store
    store.put(PATH, lease)

    assert (assign("--dry-run").exit_code, store.get(PATH)) == (0, lease)


def test_the_night_does_what_the_dry_run_showed(published: Province) -> None:
    """A new need, one that was withdrawn and one that moved."""
    published.type("705", "needs", [{"date_range": "26/08/2024 - 28/08/2024"}, {"commune": "?"}])
    published.type("705", "needs", [{**NEED, "place": "Trụ sở ấp"}], at=3)
    before = places(published)
    shown = json.loads(assign("--dry-run", "--json").stdout)
    said = assign("--dry-run").stdout

    published.night()

    assert {each["kind"] for each in shown["changes"]} >= {"gained", "gone"}
    assert places(published) == after_changes(before, shown["changes"]) != before
    assert counts(published).replace(" đổi,", " đổi ngày,") in said


def test_a_drop_out_comes_true_as_it_was_supposed(published: Province) -> None:
    """The team's days are cut, what held it is refused, and the night replaces it as was shown."""
    before = places(published)
    ((gone, *_),) = before["NC-705-003"]
    shown = json.loads(assign("--what-if", f"đội {gone} nghỉ từ 15/8", "--json").stdout)
    refused = {each["id"] for each in shown["to_decide"]}

    published.type("705", "teams", [{"date_range": BUSY}], at=int(gone[-2:]) - 1)
    for number, row in enumerate(published.rows(PROVINCE, "assignments")):
        if row["assignment_id"] in refused:
            published.type(PROVINCE, "assignments", [{"decision": "Từ chối"}], at=number)
    published.night()

    assert len(refused) == 1
    assert places(published) == after_changes(before, shown["changes"])
    assert gone not in {team for rows in places(published).values() for team, *_ in rows}
    assert shown["unmet"]["before"] == shown["unmet"]["after"] == {"1": 0, "2": 0, "3": 0}
