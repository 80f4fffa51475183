"""A night while Google, the network or a second run get in the way."""

from datetime import timedelta
from typing import Any

import pytest

from functions.adapters import http
from functions.adapters.store import ObjectStorage
from functions.config import Config
from functions.domain.records import PROVINCE
from functions.errors import RunInProgress, WorkbookError
from functions.runs.lease import PATH, lease
from tests.province import Province


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retry at once; how long the pauses are is tested with the client alone."""
    monkeypatch.setattr(http.random, "uniform", lambda *_: 0.0)


def fault(province: Province, method: str, workbook: str, **what: Any) -> None:  # noqa: ANN401
    """Order a fault for one workbook."""
    province.local(
        "POST", "faults", {"method": method, "spreadsheet": province.workbooks[workbook], **what}
    )


def injected(province: Province) -> int:
    """Return how many faults were met."""
    return sum(each["injected"] for each in province.local("GET", "faults")["faults"])


@pytest.mark.parametrize(
    "what",
    [
        {"status": 429, "count": 2},
        {"status": 503, "count": 3},
        {"action": "drop_before"},
        {"action": "drop_after"},
        {"action": "cut_body"},
    ],
)
def test_a_passing_fault_on_reading_is_retried(province: Province, what: dict[str, Any]) -> None:
    """The night reads on and nobody notices."""
    fault(province, "spreadsheets.get", "705", **what)

    report = province.night()

    assert (report.units_stale, report.needs_met) == (0, 1)
    assert injected(province) == what.get("count", 1)
    assert report.reads == 4 + what.get("count", 1)


@pytest.mark.parametrize("action", ["drop_before", "drop_after"])
def test_a_write_whose_answer_is_lost_is_sent_again(province: Province, action: str) -> None:
    """Writing cells by position twice is the same as writing them once."""
    fault(province, "spreadsheets.batchUpdate", "705", action=action)

    report = province.night()

    assert injected(province) == 1
    assert province.rows("705", "arrivals")[0]["team"] == "Đội thử"
    assert report.writes == 4
    assert province.night().writes == 0


def test_a_lasting_fault_on_writing_is_named_to_the_province(province: Province) -> None:
    """The unit keeps yesterday's tabs and the province reads that it could not be written."""
    fault(province, "spreadsheets.batchUpdate", "705", status=403, count=5)

    report = province.night()

    assert report.workbooks_written == ("706", PROVINCE)
    assert ("workbook_unwritable", "705", "") in province.findings(PROVINCE)


def test_without_the_province_workbook_there_is_no_night(province: Province) -> None:
    """Nothing is written anywhere when there is nothing to go by."""
    fault(province, "spreadsheets.get", PROVINCE, status=404)

    with pytest.raises(WorkbookError, match="not_found"):
        province.night()

    assert province.rows("705", "arrivals") == []


def test_two_nights_at_once_are_kept_apart(province: Province) -> None:
    """The second run does nothing; when the first has ended, it may run."""
    services = province.services()
    with lease(services.store, services.clock, "first"), pytest.raises(RunInProgress):
        province.night()

    assert province.night().needs_met == 1


def test_a_run_that_was_killed_blocks_nobody_for_ever(province: Province) -> None:
    """A lease that is past its term is taken over."""
    services = province.services()
    long_ago = services.clock.now() - timedelta(hours=3)
    text = f'{{"run_id": "killed", "until": "{long_ago.isoformat()}"}}'
    services.store.put(PATH, text.encode())

    assert province.night().needs_met == 1
    assert services.store.get(PATH) is None


def test_every_grid_is_kept_before_anything_is_written(province: Province) -> None:
    """Even when every write fails, what was typed is in the store."""
    for unit in ("705", "706", PROVINCE):
        fault(province, "spreadsheets.batchUpdate", unit, status=403, count=5)

    with pytest.raises(WorkbookError):
        province.night()

    environment = province.sandbox.environment(province.google, "x", "x")
    store = ObjectStorage(Config.from_environment(environment).store)
    kept = {path.split("/")[1] for path in store.list("grids")}
    assert kept == set(province.workbooks.values())


def test_a_row_that_moved_meanwhile_gets_no_id(
    province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading and writing people go on; an id is only given to a row that stands still."""
    sheet = province.sheet("705", "needs")
    province.change(
        "705", {"appendDimension": {"sheetId": sheet, "dimension": "ROWS", "length": 2}}
    )
    province.type("705", "needs", [{"place": "Ấp 1"}], at=40)
    services = province.services()
    read = services.workbooks.read
    seen: list[str] = []

    def meddle(workbook_id: str) -> Any:  # noqa: ANN401 - what the real method returns
        seen.append(workbook_id)
        if seen.count(province.workbooks["705"]) == 2 and workbook_id == province.workbooks["705"]:
            where = {"sheetId": sheet, "dimension": "ROWS", "startIndex": 42, "endIndex": 43}
            province.change("705", {"insertDimension": {"range": where}})
        return read(workbook_id)

    monkeypatch.setattr(services.workbooks, "read", meddle)
    monkeypatch.setattr(province, "services", lambda: services, raising=False)
    province.night()
    monkeypatch.undo()

    tab = province.tab("705", "needs")
    assert [tab.cell(row, 0) for row in (42, 43)] == [None, None]
    province.night()
    assert province.tab("705", "needs").cell(43, 0) == "NC-705-041"
