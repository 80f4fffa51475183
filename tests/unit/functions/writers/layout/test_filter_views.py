"""Filter views, taken by the local Google and read back."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from functions.ports import Request
from functions.writers.diff import replace_grid
from functions.writers.layout.filter_views import filter_views
from functions.writers.layout.ranges import write_cells
from functions.writers.layout.tabs import first_row, header_row, row_count, sheet_id
from functions.writers.tabs.base import Content, Row, grid_of
from sheets_schema.model import Table, TableKind
from tests.campaigns import schema
from tests.layouts import lay_out

UNIT = schema().book("unit")
TITLES = {
    **{each.name: "Chỉ lỗi của tôi" for each in UNIT if each.kind is TableKind.INPUT},
    "arrivals": "Chưa báo cáo",
    "findings": "Chỉ lỗi",
}


def wanted(
    table: Table, have: frozenset[str] = frozenset(), columns: Mapping[str, int] | None = None
) -> list[Any]:
    """Return the filters asked for on a tab that stands as it was laid out."""
    if columns is None:
        columns = {each.name: index for index, each in enumerate(table.fields)}
    found: list[Any] = filter_views(
        schema(), table, sheet_id(table), columns, header_row(table), row_count(table), have
    )
    return [each["addFilterView"]["filter"] for each in found]


@pytest.fixture
def workbook(google: Any) -> str:  # noqa: ANN401 - the fixture beside
    """A unit's workbook as it is laid out."""
    return lay_out(google, "705", ("Xã Tân Lập",))


def shown(google: Any, workbook: str, table: Table, requests: Sequence[Request]) -> list[int]:  # noqa: ANN401 - the fixture
    """Return the rows below the header that are left once a tab is filtered as its view says."""
    (view,) = wanted(table)
    filtered = {name: view[name] for name in ("range", "filterSpecs")}
    requests = [*requests, {"setBasicFilter": {"filter": filtered}}]
    google.workbooks.write(workbook, requests)
    tab = next(each for each in google.workbooks.read(workbook).tabs if each.key == table.name)
    rows = range(header_row(table) + 1, row_count(table))
    return [row for row in rows if row not in tab.hidden_rows]


def robot_rows(google: Any, workbook: str, table: Table, *rows: Row) -> list[Request]:  # noqa: ANN401 - the fixture
    """Return the requests that write rows of a robot's tab."""
    tab = next(each for each in google.workbooks.read(workbook).tabs if each.key == table.name)
    return replace_grid(tab, grid_of(schema(), "unit", table.name, Content("Đến hôm nay", rows)))


def test_google_takes_every_view_once(google: Any, workbook: str) -> None:  # noqa: ANN401 - the fixture
    """Each tab that waits for its unit has a view; what stands there is not added again."""
    sheets = google.client(google.owner).fetch_sheet_metadata(workbook)["sheets"]
    found = {
        each["properties"]["sheetId"]: [view["title"] for view in each.get("filterViews", ())]
        for each in sheets
    }
    assert found == {
        sheet_id(each): [TITLES[each.name]] if each.name in TITLES else [] for each in UNIT
    }
    for table in UNIT:
        assert wanted(table, have=frozenset(found[sheet_id(table)])) == []


def test_only_rows_to_mend_are_left_of_an_input_tab(google: Any, workbook: str) -> None:  # noqa: ANN401 - the fixture
    """Rows that need mending or another look stay; accepted, new, empty and example rows go."""
    table = schema().table("unit", "needs")
    top, place = first_row(table), table.column("place")
    cells = [[{"userEnteredValue": {"stringValue": "Nhà văn hóa"}}] for _ in range(4)]
    typed = write_cells(sheet_id(table), top, place, [list(each) for each in cells], "*")
    ids = [table.row_id("705", number) for number in range(1, 4)]
    rows = [
        {"severity": "Lỗi", "open_row": ids[0], "seen": ids[0]},
        {"severity": "Cảnh báo", "open_row": ids[1], "seen": ids[1]},
        {"seen": ids[2]},
    ]
    findings = schema().table("unit", "findings")
    requests = [typed, *robot_rows(google, workbook, findings, *rows)]
    assert shown(google, workbook, table, requests) == [top, top + 1]


def test_only_missing_reports_are_left_of_the_arrivals(google: Any, workbook: str) -> None:  # noqa: ANN401 - the fixture
    """The day until which a report is due does not matter; rows without a word go."""
    table = schema().table("unit", "arrivals")
    words = ("Chưa báo cáo, hạn 11/08/2024", "Đã báo cáo ngày 12/08/2024", "")
    rows = [{"need_id": f"NC-705-00{at}", "report": each} for at, each in enumerate(words)]
    requests = robot_rows(google, workbook, table, *rows)
    assert shown(google, workbook, table, requests) == [first_row(table)]


def test_only_errors_are_left_of_the_findings(google: Any, workbook: str) -> None:  # noqa: ANN401 - the fixture
    """Warnings, hints and the sums of the tabs go."""
    table = schema().table("unit", "findings")
    rows = [{"severity": each, "problem": "…"} for each in ("Cảnh báo", "Lỗi", "Gợi ý", "")]
    requests = robot_rows(google, workbook, table, *rows)
    assert shown(google, workbook, table, requests) == [first_row(table) + 1]


def test_a_view_follows_its_column() -> None:
    """The column is filtered where it stands now; without it there is no view."""
    table = schema().table("unit", "needs")
    (view,) = wanted(table, columns={"need_id": 0, "status": 7})
    assert view["filterSpecs"][0]["columnIndex"] == 7
    assert (view["range"]["startColumnIndex"], view["range"]["endColumnIndex"]) == (0, 8)
    assert (view["range"]["startRowIndex"], view["range"]["endRowIndex"]) == (0, row_count(table))
    assert wanted(table, columns={"need_id": 0}) == []


def test_the_provinces_tabs_have_a_view_where_they_have_a_status() -> None:
    """Its own lists of assignments and findings have none."""
    found = {each.name for each in schema().book("province") if wanted(each)}
    statuses = {
        each.name
        for each in schema().book("province")
        if any(field.formula == "status" for field in each.fields)
    }
    assert found == statuses
