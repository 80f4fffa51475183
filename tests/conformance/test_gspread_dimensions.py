"""Rows and columns: inserting, deleting, hiding, grouping, sorting and resizing."""

import gspread
import pytest
from gspread.utils import Dimension, ValueRenderOption

from deploy.local.emulator.shapes import Json


def _hidden(sheet: gspread.Worksheet, dimension: str) -> list[int]:
    mask = {"fields": f"sheets.data.{dimension}Metadata"}
    lines = sheet.spreadsheet.fetch_sheet_metadata(mask)["sheets"][0]["data"][0]
    return [at for at, line in enumerate(lines[f"{dimension}Metadata"]) if line.get("hiddenByUser")]


def _sheet(sheet: gspread.Worksheet) -> Json:
    found: Json = sheet.spreadsheet.fetch_sheet_metadata()["sheets"][0]
    return found


@pytest.mark.recorded
def test_rows_and_columns_are_deleted(sheet: gspread.Worksheet) -> None:
    """What follows closes up and the grid shrinks."""
    sheet.update([["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"], ["k"]])
    sheet.delete_rows(2, 3)
    sheet.delete_columns(1)
    assert sheet.get_all_values() == [["b", "c"]]
    sheet.delete_dimension(Dimension.cols, 2)
    assert sheet.get_all_values() == [["b"]]
    grid = _sheet(sheet)["properties"]["gridProperties"]
    assert (grid["rowCount"], grid["columnCount"]) == (998, 24)
    assert (sheet.row_count, sheet.col_count) == (998, 24)


@pytest.mark.documented
def test_inserting_rows_moves_references(sheet: gspread.Worksheet) -> None:
    """Formulas follow the rows they point at; deleted ones become #REF!."""
    sheet.update([[5], [""], ["=A1*2"]], "A1", raw=False)
    sheet.insert_row([], 1)
    assert sheet.acell("A4", ValueRenderOption.formula).value == "=A2*2"
    sheet.delete_rows(2)
    assert sheet.acell("A3", ValueRenderOption.formula).value == "=#REF!*2"
    assert sheet.acell("A3").value == "#REF!"


@pytest.mark.recorded
def test_rows_and_columns_are_hidden_by_the_user(sheet: gspread.Worksheet) -> None:
    """The metadata of the lines say so until they are shown again."""
    sheet.resize(5, 4)
    assert sheet.hide_columns(1, 3)["replies"] == [{}]
    sheet.hide_rows(0, 2)
    assert (_hidden(sheet, "column"), _hidden(sheet, "row")) == ([1, 2], [0, 1])
    sheet.unhide_columns(1, 2)
    sheet.unhide_rows(0, 2)
    assert (_hidden(sheet, "column"), _hidden(sheet, "row")) == ([2], [])


@pytest.mark.recorded
def test_long_texts_widen_a_resized_column(sheet: gspread.Worksheet) -> None:
    """Every column is 100 pixels wide at first; fitting 1024 letters makes it much wider."""
    mask = {"fields": "sheets.data.columnMetadata"}
    data = sheet.spreadsheet.fetch_sheet_metadata(mask)["sheets"][0]["data"]
    assert data == [{"columnMetadata": [{"pixelSize": 100}] * 26}]
    sheet.update([["A" * 1024]])
    assert sheet.columns_auto_resize(0, 1)["replies"] == [{}]
    assert sheet.rows_auto_resize(0, 1)["replies"] == [{}]
    data = sheet.spreadsheet.fetch_sheet_metadata(mask)["sheets"][0]["data"]
    widths = [column["pixelSize"] for column in data[0]["columnMetadata"]]
    assert widths[0] > 5000
    assert widths[1:] == [100] * 25


@pytest.mark.recorded
def test_column_groups_leave_their_mark(sheet: gspread.Worksheet) -> None:
    """A group has a depth; the place of its control stays named after it is gone."""
    answer = sheet.add_dimension_group_columns(0, 2)
    group = {"range": {"dimension": "COLUMNS", "startIndex": 0, "endIndex": 2}, "depth": 1}
    assert answer["replies"] == [{"addDimensionGroup": {"dimensionGroups": [group]}}]
    assert sheet.list_dimension_group_columns() == [group]
    assert _sheet(sheet)["columnGroups"] == [group]
    answer = sheet.delete_dimension_group_columns(0, 2)
    assert answer["replies"] == [{"deleteDimensionGroup": {}}]
    assert sheet.list_dimension_group_columns() == []
    left = _sheet(sheet)
    assert "columnGroups" not in left
    assert left["properties"]["gridProperties"]["columnGroupControlAfter"] is True


@pytest.mark.recorded
def test_row_groups_leave_their_mark(sheet: gspread.Worksheet) -> None:
    """Rows group as columns do."""
    sheet.add_dimension_group_rows(1, 4)
    (group,) = sheet.list_dimension_group_rows()
    assert group == {"range": {"dimension": "ROWS", "startIndex": 1, "endIndex": 4}, "depth": 1}
    sheet.delete_dimension_group_rows(1, 4)
    assert sheet.list_dimension_group_rows() == []
    assert _sheet(sheet)["properties"]["gridProperties"]["rowGroupControlAfter"] is True


@pytest.mark.recorded
def test_sorting_moves_whole_rows(sheet: gspread.Worksheet) -> None:
    """The first key is the primary one."""
    sheet.update([["b", "1"], ["a", "2"], ["b", "0"]], "A1", raw=True)
    assert sheet.sort((1, "asc"), (2, "des"), range="A1:B3")["replies"] == [{}]
    assert sheet.get_all_values() == [["a", "2"], ["b", "1"], ["b", "0"]]


@pytest.mark.recorded
def test_sorting_the_whole_tab_spares_frozen_rows(sheet: gspread.Worksheet) -> None:
    """Gspread leaves frozen rows out of the range; empty rows go last."""
    sheet.update([["tên"], ["b"], [""], ["a"]])
    sheet.freeze(rows=1)
    sheet.sort((1, "asc"))
    assert sheet.col_values(1) == ["tên", "a", "b"]
    sheet.sort((1, "des"))
    assert sheet.col_values(1) == ["tên", "b", "a"]
