"""What spreadsheets.get shows, and what masks and ranges leave of it."""

import gspread
import pytest

from deploy.local.emulator.shapes import Json

WHITE = {"red": 1, "green": 1, "blue": 1}
THEME = {
    "TEXT": {},
    "BACKGROUND": WHITE,
    "ACCENT1": {"red": 0.25882354, "green": 0.52156866, "blue": 0.95686275},
    "ACCENT2": {"red": 0.91764706, "green": 0.2627451, "blue": 0.20784314},
    "ACCENT3": {"red": 0.9843137, "green": 0.7372549, "blue": 0.015686275},
    "ACCENT4": {"red": 0.20392157, "green": 0.65882355, "blue": 0.3254902},
    "ACCENT5": {"red": 1, "green": 0.42745098, "blue": 0.003921569},
    "ACCENT6": {"red": 0.27450982, "green": 0.7411765, "blue": 0.7764706},
    "LINK": {"red": 0.06666667, "green": 0.33333334, "blue": 0.8},
}
PROPERTIES = {
    "title": "Chiến dịch",
    "locale": "en_US",
    "autoRecalc": "ON_CHANGE",
    "timeZone": "Etc/GMT",
    "defaultFormat": {
        "backgroundColor": WHITE,
        "padding": {"top": 2, "right": 3, "bottom": 2, "left": 3},
        "verticalAlignment": "BOTTOM",
        "wrapStrategy": "OVERFLOW_CELL",
        "textFormat": {
            "foregroundColor": {},
            "fontFamily": "arial,sans,sans-serif",
            "fontSize": 10,
            "bold": False,
            "italic": False,
            "strikethrough": False,
            "underline": False,
            "foregroundColorStyle": {"rgbColor": {}},
        },
        "backgroundColorStyle": {"rgbColor": WHITE},
    },
    "spreadsheetTheme": {
        "primaryFontFamily": "Arial",
        "themeColors": [
            {"colorType": name, "color": {"rgbColor": rgb}} for name, rgb in THEME.items()
        ],
    },
}


def _get(book: gspread.Spreadsheet, **params: object) -> Json:
    found: Json = book.client.spreadsheets_get(book.id, params)
    return found


@pytest.mark.recorded
def test_a_new_document_is_complete_and_in_order(book: gspread.Spreadsheet) -> None:
    """Keys come in Google's order, with the default format and the theme."""
    shown = book.client.spreadsheets_get(book.id)
    assert list(shown) == ["spreadsheetId", "properties", "sheets", "spreadsheetUrl"]
    assert shown["spreadsheetUrl"] == f"https://docs.google.com/spreadsheets/d/{book.id}/edit"
    assert shown["properties"] == PROPERTIES
    assert list(shown["properties"]) == list(PROPERTIES)
    assert list(shown["properties"]["defaultFormat"]) == list(PROPERTIES["defaultFormat"])
    assert shown["sheets"] == book.client.fetch_sheet_metadata(book.id)["sheets"]


@pytest.mark.recorded
def test_masks_keep_exactly_what_they_name(book: gspread.Spreadsheet) -> None:
    """A parent whose named child is absent stays as an empty object; both separators work."""
    assert _get(book, fields="namedRanges") == {}
    empty = {"sheets": [{"properties": {}}]}
    assert _get(book, fields="sheets.properties.tabColorStyle") == empty
    for mask in (
        "sheets.properties(title,index)",
        "sheets/properties/title,sheets.properties.index",
    ):
        assert _get(book, fields=mask) == {
            "sheets": [{"properties": {"title": "Sheet1", "index": 0}}]
        }
    assert _get(book, fields="spreadsheetId,properties/title") == {
        "spreadsheetId": book.id,
        "properties": {"title": "Chiến dịch"},
    }


@pytest.mark.recorded
def test_a_mask_that_reaches_the_cells_brings_them(book: gspread.Spreadsheet) -> None:
    """Grid data come even with includeGridData=False."""
    book.sheet1.update_note("B2", "x")
    note = {"rowData": [{}, {"values": [{}, {"note": "x"}]}]}
    for params in ({}, {"includeGridData": "False"}, {"includeGridData": "false"}):
        shown = _get(book, fields="sheets.data.rowData.values.note", **params)
        assert shown == {"sheets": [{"data": [note]}]}


@pytest.mark.recorded
def test_ranges_keep_the_tabs_they_name(book: gspread.Spreadsheet) -> None:
    """One data element per range; tabs that are not named are left out."""
    other = book.add_worksheet("hai", 5, 5)
    other.update_notes({"A1": "a", "C3": "c"})
    mask = "sheets.data.rowData.values.note,sheets.properties.title"
    shown = _get(book, fields=mask, ranges=["hai!A1:B2", "hai!C3", "hai!B2"])
    assert shown == {
        "sheets": [
            {
                "properties": {"title": "hai"},
                "data": [
                    {"rowData": [{"values": [{"note": "a"}]}]},
                    {"rowData": [{"values": [{"note": "c"}]}]},
                    {},
                ],
            }
        ]
    }
    names = [one["properties"]["title"] for one in _get(book, ranges="hai")["sheets"]]
    assert names == ["hai"]


@pytest.mark.documented
def test_grid_data_show_cells_in_full(book: gspread.Spreadsheet) -> None:
    """What was typed, what it gives, how it is shown, and both formats."""
    book.sheet1.update([["=3/2"]], raw=False)
    shown = _get(book, ranges="A1:B2", includeGridData="true")["sheets"][0]["data"][0]
    (row,) = shown["rowData"]
    cell = row["values"][0]
    assert cell["userEnteredValue"] == {"formulaValue": "=3/2"}
    assert cell["effectiveValue"] == {"numberValue": 1.5}
    assert cell["formattedValue"] == "1.5"
    assert cell["effectiveFormat"]["verticalAlignment"] == "BOTTOM"
    assert "userEnteredFormat" not in cell
    assert [len(shown[name]) for name in ("rowMetadata", "columnMetadata")] == [2, 2]
    assert shown["rowMetadata"][0] == {"pixelSize": 21}


@pytest.mark.recorded
def test_later_ranges_say_where_they_start(book: gspread.Spreadsheet) -> None:
    """A range that does not start at the corner has startRow and startColumn."""
    shown = _get(book, ranges="B3:C4", fields="sheets.data(startRow,startColumn)")
    assert shown == {"sheets": [{"data": [{"startRow": 2, "startColumn": 1}]}]}
