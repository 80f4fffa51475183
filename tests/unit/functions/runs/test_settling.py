"""What last night's lists say, and what tonight's findings are by them."""

from dataclasses import replace
from datetime import UTC, date, datetime

from functions.domain.findings import Finding, Place
from functions.domain.history import History
from functions.domain.records import UnitEntry
from functions.domain.summarise import Reading
from functions.domain.workbook import Workbook
from functions.runs.reading import UnitWorkbook
from functions.runs.settling import count_severities, read_histories, settle_findings
from functions.tables.campaign import CampaignTables, read_campaign
from tests.builders import SCHEMA, TODAY, book, good, province, tab, table, unit_book

ENTRY = UnitEntry("705", "Huyện đoàn", "705", "Khối 1", "b", "a@b.example", False, True)  # noqa: FBT003
PLACE = Place("705", "needs", "NC-705-001", "sessions")
UNSURE, WRONG = Finding("approximate", PLACE, "~2"), Finding("bad_number", PLACE, "hai")
LISTED = tab(
    table("findings"),
    {"tab": "Nhu cầu", "row_id": "NC-705-001", "case": "approximate", "since": 45516},
    above=[("Đến 12/08",)],
)


def campaign(unit: Workbook | None) -> CampaignTables:
    """Return a province whose one unit has this workbook."""
    return read_campaign(SCHEMA, province([good("units")]), TODAY).with_units({"705": unit})


def used(workbook: Workbook | None) -> UnitWorkbook:
    """Return the workbook as it is used tonight."""
    return UnitWorkbook(ENTRY, workbook, Reading(datetime(2024, 8, 13, tzinfo=UTC)))


def test_every_list_is_read_back() -> None:
    """The province and each unit have a history; of a workbook never read nothing is known."""
    found = read_histories(SCHEMA, campaign(None), [used(book(LISTED))])
    assert found["T"] == History()
    assert list(found["705"].since.values()) == [date(2024, 8, 12)]
    assert read_histories(SCHEMA, campaign(None), [used(None)]).keys() == {"T"}


def test_severity_decides_what_can_be_explained() -> None:
    """A warning of a row with an explanation is settled, an error is open; both nights agree."""
    rows = [good("needs", explanation="đúng, vì tùy số người")]
    tables = campaign(unit_book(needs=rows))
    first = settle_findings(tables, [UNSURE, WRONG], {})
    assert (first.open, first.explained) == ((WRONG,), (UNSURE,))
    history = History(explained={row[1:]: each for row, each in first.remembered.items()})
    changed = replace(UNSURE, value="~3")
    assert settle_findings(tables, [changed], {"705": history}).open == (changed,)


def test_findings_are_counted_by_unit_and_severity() -> None:
    """What is open is counted for the summary, each unit for itself."""
    other = replace(UNSURE, place=replace(PLACE, unit="706"))
    found = count_severities(SCHEMA, [UNSURE, UNSURE, WRONG, other])
    assert found == {"705": {"warning": 2, "error": 1}, "706": {"warning": 1}}
