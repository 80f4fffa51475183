"""«Nhật ký»."""

from functions.domain.findings import Finding, Place, RowCount
from functions.domain.summarise import Reading
from functions.writers.tabs.journal import row
from tests.campaigns import schema
from tests.nights import make_night


def test_a_night_is_one_row_of_counts() -> None:
    """Every column of the tab is filled, and rows add up over all units and tables."""
    phone = Finding("bad_phone", Place("705", "needs", "NC-705-001"), "", {"reason": "x"})
    rows = {("705", "needs"): RowCount(5, 4), ("T", "teams"): RowCount(2, 2)}
    found = row(schema(), make_night(findings=(phone,), rows=rows), 3)
    assert found == {
        "ran_at": "02:00 13/08/2024",
        "run_id": "2024-08-12T19:00:00Z",
        "units_read": 1,
        "units_stale": 0,
        "rows_read": 7,
        "rows_accepted": 6,
        "rows_set_aside": 1,
        "errors": 1,
        "warnings": 0,
        "needs_met": 0,
        "needs_unmet": 1,
        "workbooks_written": 3,
        "remark": None,
    }
    assert list(found) == [each.name for each in schema().table("province", "journal").fields]


def test_units_with_old_data_are_named() -> None:
    """A workbook that could not be read is counted and named."""
    night = make_night(readings={"705": Reading(None, stale=True, problem="not_found")})
    found = row(schema(), night, 1)
    assert (found["units_read"], found["units_stale"]) == (0, 1)
    assert found["remark"] == "Dùng dữ liệu cũ: Huyện đoàn Tân Biên"
