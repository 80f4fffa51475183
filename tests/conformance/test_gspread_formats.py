"""Formats, merges and notes."""

import gspread
import pytest
from gspread.utils import MergeType

from deploy.local.emulator.shapes import Json, JsonValue

FORMAT_MASK = {"fields": "sheets.data.rowData.values.userEnteredFormat"}


def _cells(book: gspread.Spreadsheet, mask: Json) -> list[JsonValue]:
    data = book.fetch_sheet_metadata(mask)["sheets"][0]["data"][0]
    return [cell for row in data.get("rowData", []) for cell in row.get("values", [])]


def _merges(book: gspread.Spreadsheet) -> list[JsonValue]:
    names = ("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex")
    merges = book.fetch_sheet_metadata()["sheets"][0].get("merges", [])
    return [tuple(merge[name] for name in names) for merge in merges]


@pytest.mark.recorded
def test_formats_come_back_with_their_styles(book: gspread.Spreadsheet) -> None:
    """Colours read back in both spellings, eight bits a channel, and nothing else is added."""
    colour, grey = {"green": 1, "blue": 0.49803922}, {"red": 0.2, "green": 0.2, "blue": 0.2}
    answer = book.sheet1.format(
        "A1:A2",
        {
            "backgroundColor": {"green": 1, "blue": 0.5},
            "horizontalAlignment": "CENTER",
            "textFormat": {"foregroundColor": grey, "fontSize": 12, "bold": True},
        },
    )
    assert answer == {"spreadsheetId": book.id, "replies": [{}]}
    cell = {
        "backgroundColor": colour,
        "horizontalAlignment": "CENTER",
        "textFormat": {
            "foregroundColor": grey,
            "fontSize": 12,
            "bold": True,
            "foregroundColorStyle": {"rgbColor": grey},
        },
        "backgroundColorStyle": {"rgbColor": colour},
    }
    assert _cells(book, FORMAT_MASK) == [{"userEnteredFormat": cell}] * 2


@pytest.mark.documented
def test_several_formats_go_out_at_once(book: gspread.Spreadsheet) -> None:
    """One request per range, and a later one changes only what it names."""
    sheet = book.sheet1
    answer = sheet.batch_format(
        [
            {"range": "A1", "format": {"textFormat": {"bold": True}}},
            {"range": "A1:B1", "format": {"wrapStrategy": "WRAP"}},
        ]
    )
    assert answer["replies"] == [{}, {}]
    sheet.format(["A1", "B1"], {"numberFormat": {"type": "NUMBER", "pattern": "0.00"}})
    number = {"numberFormat": {"type": "NUMBER", "pattern": "0.00"}, "wrapStrategy": "WRAP"}
    first, second = (cell["userEnteredFormat"] for cell in _cells(book, FORMAT_MASK))
    assert first == {**number, "textFormat": {"bold": True}}
    assert second == number
    sheet.update([[2, "x"]])
    assert sheet.row_values(1) == ["2.00", "x"]


@pytest.mark.recorded
def test_merges_are_listed_in_order_of_creation(book: gspread.Spreadsheet) -> None:
    """A covering merge replaces the ones below it; unmerging removes all."""
    sheet = book.sheet1
    assert sheet.merge_cells("C1:D2")["replies"] == [{}]
    sheet.merge_cells("A1:B2", merge_type=MergeType.merge_rows)
    assert _merges(book) == [(0, 2, 2, 4), (0, 1, 0, 2), (1, 2, 0, 2)]
    sheet.merge_cells(1, 1, 2, 4)
    assert _merges(book) == [(0, 2, 0, 4)]
    assert sheet.unmerge_cells("A1:Z9")["replies"] == [{}]
    assert _merges(book) == []


@pytest.mark.recorded
def test_columns_merge_one_by_one(book: gspread.Spreadsheet) -> None:
    """MERGE_COLUMNS makes one entry per column, and several merges may go at once."""
    answer = book.sheet1.batch_merge(
        [
            {"range": "A1:B2", "mergeType": MergeType.merge_columns},
            {"range": "C1:D2"},
        ],
        merge_type=MergeType.merge_rows,
    )
    assert answer["replies"] == [{}, {}]
    assert _merges(book) == [(0, 2, 0, 1), (0, 2, 1, 2), (0, 1, 2, 4), (1, 2, 2, 4)]


@pytest.mark.recorded
def test_merges_of_other_tabs_name_their_tab(book: gspread.Spreadsheet) -> None:
    """The id of a tab is in its ranges unless it is 0."""
    made = book.add_worksheet("x", 5, 5)
    made.merge_cells("A1:B1")
    (merge,) = book.fetch_sheet_metadata()["sheets"][1]["merges"]
    assert merge == {
        "sheetId": made.id,
        "startRowIndex": 0,
        "endRowIndex": 1,
        "startColumnIndex": 0,
        "endColumnIndex": 2,
    }


@pytest.mark.recorded
def test_notes_keep_their_place(sheet: gspread.Worksheet) -> None:
    """Inner empty cells are empty objects, trailing ones are cut, an empty text removes."""
    sheet.update_notes({"B2": "b2", "A3": "a3"})
    sheet.insert_notes({"C3": "c3"})
    assert sheet.get_notes(grid_range="A2:C3") == [["", "b2"], ["a3", "", "c3"]]
    assert sheet.get_notes(default_empty_value="-", grid_range="A1:B2") == [[], ["-", "b2"]]
    params = {"fields": "sheets.data.rowData.values.note", "ranges": "A2:C3"}
    assert sheet.spreadsheet.fetch_sheet_metadata(params) == {
        "sheets": [
            {
                "data": [
                    {
                        "rowData": [
                            {"values": [{}, {"note": "b2"}]},
                            {"values": [{"note": "a3"}, {}, {"note": "c3"}]},
                        ]
                    }
                ]
            }
        ]
    }
    sheet.clear_notes(["B2", "A3"])
    sheet.clear_note("C3")
    assert sheet.get_notes() == [[]]
    assert sheet.spreadsheet.fetch_sheet_metadata(params) == {"sheets": [{"data": [{}]}]}


@pytest.mark.recorded
def test_notes_are_written_one_by_one(book: gspread.Spreadsheet) -> None:
    """A note on the second tab stays on the second tab."""
    second = book.add_worksheet("hai", 10, 10)
    second.update_note("B1", "một")
    second.insert_note("B1", "hai")
    assert second.get_note("B1") == "hai"
    assert second.get_note("A1") == ""
    assert (second.get_notes(), book.sheet1.get_notes()) == ([["", "hai"]], [[]])
    with pytest.raises(TypeError):
        second.update_note("B1", 5)
