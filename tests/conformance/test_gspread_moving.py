"""Copying and cutting ranges."""

import gspread
import pytest
from gspread.utils import PasteOrientation, PasteType, ValueRenderOption


@pytest.mark.recorded
def test_copied_ranges_stay_and_cut_ranges_go(sheet: gspread.Worksheet) -> None:
    """The destination of a copy is a range, of a cut a cell; both answer empty replies."""
    sheet.update([["A1", "B1"], ["A2", "B2"]])
    assert sheet.copy_range("A1:B2", "D1:E2")["replies"] == [{}]
    assert sheet.get("D1:E2") == [["A1", "B1"], ["A2", "B2"]]
    assert sheet.get("A1:B2") == [["A1", "B1"], ["A2", "B2"]]
    assert sheet.cut_range("A1:B2", "A4")["replies"] == [{}]
    assert sheet.get("A4:B5") == [["A1", "B1"], ["A2", "B2"]]
    assert sheet.get("A1:B2") == [[]]


@pytest.mark.documented
def test_a_copy_repeats_into_a_larger_range(sheet: gspread.Worksheet) -> None:
    """A destination that is a multiple of the source is filled with it."""
    sheet.update([["a", "=A1"]], raw=False)
    sheet.copy_range("A1:B1", "A2:B4")
    assert sheet.get("A2:B4") == [["a", "a"]] * 3
    assert sheet.acell("B4", ValueRenderOption.formula).value == "=A4"


@pytest.mark.documented
def test_values_or_formats_alone_can_be_pasted(sheet: gspread.Worksheet) -> None:
    """PASTE_VALUES leaves formulas and formats behind, PASTE_FORMAT leaves the value behind."""
    sheet.update([["=1/2"]], raw=False)
    sheet.format("A1", {"textFormat": {"bold": True}})
    sheet.copy_range("A1", "B1", paste_type=PasteType.values)
    sheet.copy_range("A1", "C1", paste_type=PasteType.format)
    (values,) = sheet.get("A1:C1", value_render_option=ValueRenderOption.formula)
    assert values == ["=1/2", 0.5]
    fields = {"fields": "sheets.data.rowData.values.userEnteredFormat.textFormat"}
    row = sheet.spreadsheet.fetch_sheet_metadata(fields)["sheets"][0]["data"][0]["rowData"][0]
    bold = [cell.get("userEnteredFormat", {}).get("textFormat") for cell in row["values"]]
    assert bold == [{"bold": True}, None, {"bold": True}]


@pytest.mark.documented
def test_a_copy_may_be_transposed(sheet: gspread.Worksheet) -> None:
    """Rows become columns."""
    sheet.update([["a", "b", "c"]])
    sheet.copy_range("A1:C1", "A3", paste_orientation=PasteOrientation.transpose)
    assert sheet.get("A3:A5") == [["a"], ["b"], ["c"]]
