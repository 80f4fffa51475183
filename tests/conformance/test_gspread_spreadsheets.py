"""gspread.Spreadsheet: tabs, titles, locale, time zone and the low level methods."""

import gspread
import pytest
from gspread.exceptions import APIError, WorksheetNotFound


def _titles(book: gspread.Spreadsheet) -> list[str]:
    return [one.title for one in book.worksheets()]


@pytest.mark.recorded
def test_a_new_document_has_one_empty_tab(book: gspread.Spreadsheet) -> None:
    """A document made through Drive has Sheet1 with 1000 rows and 26 columns."""
    (sheet,) = book
    assert (sheet.title, sheet.id, sheet.row_count, sheet.col_count) == ("Sheet1", 0, 1000, 26)
    assert (book.locale, book.timezone, book.title) == ("en_US", "Etc/GMT", "Chiến dịch")
    assert book.fetch_sheet_metadata()["sheets"] == [
        {
            "properties": {
                "sheetId": 0,
                "title": "Sheet1",
                "index": 0,
                "sheetType": "GRID",
                "gridProperties": {"rowCount": 1000, "columnCount": 26},
            }
        }
    ]


@pytest.mark.recorded
def test_tabs_are_added_last_and_found_in_every_way(book: gspread.Spreadsheet) -> None:
    """Adding answers the tab's properties with a positive 31-bit id."""
    answer = book.batch_update(
        {
            "requests": [
                {
                    "addSheet": {
                        "properties": {
                            "title": "x",
                            "sheetType": "GRID",
                            "gridProperties": {"rowCount": 1, "columnCount": 1},
                        }
                    }
                }
            ]
        }
    )
    properties = answer["replies"][0]["addSheet"]["properties"]
    made = properties.pop("sheetId")
    assert properties == {
        "title": "x",
        "index": 1,
        "sheetType": "GRID",
        "gridProperties": {"rowCount": 1, "columnCount": 1},
    }
    assert 0 < made < 2**31
    assert answer == {"spreadsheetId": book.id, "replies": answer["replies"]}
    assert book.get_worksheet(1).id == made
    assert book.get_worksheet_by_id(str(made)).title == "x"
    assert book.worksheet("x").id == made


@pytest.mark.recorded
def test_unknown_tabs_are_not_found(book: gspread.Spreadsheet) -> None:
    """By index, id or title: gspread says that there is no such tab."""
    with pytest.raises(WorksheetNotFound):
        book.get_worksheet(7)
    with pytest.raises(WorksheetNotFound):
        book.get_worksheet_by_id(7)
    with pytest.raises(ValueError, match="id should be int"):
        book.get_worksheet_by_id("seven")
    with pytest.raises(WorksheetNotFound):
        book.worksheet("7")
    with pytest.raises(WorksheetNotFound):
        book.list_protected_ranges(7)


@pytest.mark.recorded
def test_tabs_are_deleted_by_object_and_by_id(book: gspread.Spreadsheet) -> None:
    """Deleting answers an empty reply and the other indexes close up."""
    first, second, third = (book.add_worksheet(name, 10, 10) for name in "abc")
    answer = book.del_worksheet(first)
    assert answer == {"spreadsheetId": book.id, "replies": [{}]}
    book.del_worksheet_by_id(str(second.id))
    assert [(one.title, one.index) for one in book.worksheets()] == [("Sheet1", 0), ("c", 1)]
    assert book.worksheet("c").id == third.id


@pytest.mark.documented
def test_a_tab_may_be_added_in_front(book: gspread.Spreadsheet) -> None:
    """An index puts the new tab there and moves the others."""
    made = book.add_worksheet("first", rows=3, cols=2, index=0)
    assert (made.index, made.row_count, made.col_count) == (0, 3, 2)
    assert _titles(book) == ["first", "Sheet1"]


@pytest.mark.recorded
def test_reordering_renumbers_every_tab(book: gspread.Spreadsheet) -> None:
    """The tabs named come first; those left out follow in their order."""
    made = {name: book.add_worksheet(name, 1, 1) for name in "abc"}
    book.reorder_worksheets([made["c"], made["a"]])
    assert _titles(book) == ["c", "a", "Sheet1", "b"]
    assert [one.index for one in book.worksheets()] == [0, 1, 2, 3]
    made["b"].update_index(0)
    assert _titles(book) == ["b", "c", "a", "Sheet1"]
    made["b"].update_index(2)
    assert [one.index for one in book.worksheets()] == [0, 1, 2, 3]


@pytest.mark.recorded
def test_hidden_tabs_can_be_left_out(book: gspread.Spreadsheet) -> None:
    """``hidden`` is in the properties only while the tab is hidden."""
    made = book.add_worksheet("x", 1, 1)
    made.hide()
    assert made.isSheetHidden
    assert [one.title for one in book.worksheets(exclude_hidden=True)] == ["Sheet1"]
    assert book.fetch_sheet_metadata()["sheets"][1]["properties"]["hidden"] is True
    made.show()
    assert "hidden" not in book.fetch_sheet_metadata()["sheets"][1]["properties"]
    assert len(book.worksheets(exclude_hidden=True)) == 2


@pytest.mark.recorded
def test_last_visible_tab_cannot_be_hidden(book: gspread.Spreadsheet) -> None:
    """Hiding the last visible tab is refused with Google's sentence and no details."""
    book.add_worksheet("x", 1, 1).hide()
    with pytest.raises(APIError) as caught:
        book.sheet1.hide()
    assert caught.value.error == {
        "code": 400,
        "message": "Invalid requests[0].updateSheetProperties: "
        "You can't hide all the sheets in a document.",
        "status": "INVALID_ARGUMENT",
    }


@pytest.mark.recorded
def test_a_tab_needs_a_name(book: gspread.Spreadsheet) -> None:
    """All fields at once without a title are refused."""
    request = {"updateSheetProperties": {"properties": {"sheetId": 0}, "fields": "*"}}
    with pytest.raises(APIError) as caught:
        book.batch_update({"requests": [request]})
    assert caught.value.error["message"] == (
        "Invalid requests[0].updateSheetProperties: The sheet name cannot be empty."
    )


@pytest.mark.recorded
def test_titles_locale_and_time_zone_read_back(
    client: gspread.Client, book: gspread.Spreadsheet
) -> None:
    """The document's properties are changed, and the title is the Drive name too."""
    before = book.get_lastUpdateTime()
    assert book.update_title("🎌 mới") == {"spreadsheetId": book.id, "replies": [{}]}
    book.update_timezone("Europe/Paris")
    book.update_locale("fr_FR")
    assert (book.title, book.timezone, book.locale) == ("🎌 mới", "Europe/Paris", "fr_FR")
    again = client.open_by_key(book.id)
    assert (again.title, again.timezone, again.locale) == ("🎌 mới", "Europe/Paris", "fr_FR")
    metadata = client.get_file_drive_metadata(book.id)
    assert (metadata["name"], metadata["modifiedTime"] >= before) == ("🎌 mới", True)


@pytest.mark.recorded
def test_drive_metadata_are_cached_in_the_document(book: gspread.Spreadsheet) -> None:
    """update_drive_metadata takes name and times over."""
    book.update_drive_metadata()
    assert book.creationTime <= book.get_lastUpdateTime()


@pytest.mark.recorded
def test_several_ranges_are_read_at_once(book: gspread.Spreadsheet) -> None:
    """Answers come in the order asked, normalised and clipped like values.get."""
    book.sheet1.update([["a1", "b1"], ["a2", "b2"]])
    answer = book.values_batch_get(["B1:B2", "Sheet1!A2:A2", "D:D"])
    assert answer == {
        "spreadsheetId": book.id,
        "valueRanges": [
            {"range": "Sheet1!B1:B2", "majorDimension": "ROWS", "values": [["b1"], ["b2"]]},
            {"range": "Sheet1!A2", "majorDimension": "ROWS", "values": [["a2"]]},
            {"range": "Sheet1!D1:D1000", "majorDimension": "ROWS"},
        ],
    }
    columns = book.values_batch_get(["A1:B2"], {"majorDimension": "COLUMNS"})
    assert columns["valueRanges"][0]["values"] == [["a1", "a2"], ["b1", "b2"]]


@pytest.mark.recorded
def test_several_ranges_are_written_at_once(book: gspread.Spreadsheet) -> None:
    """Rows and columns touched twice are counted once, cells are summed."""
    answer = book.values_batch_update(
        {
            "valueInputOption": "RAW",
            "data": [
                {"range": "Sheet1!A1:D1", "values": [["A1", "B1", "", "D1"]]},
                {"range": "Sheet1!A4:D4", "values": [["A4", "B4", "", "D4"]]},
            ],
        }
    )
    one = {"spreadsheetId": book.id, "updatedRows": 1, "updatedColumns": 4, "updatedCells": 4}
    assert answer == {
        "spreadsheetId": book.id,
        "totalUpdatedRows": 2,
        "totalUpdatedColumns": 4,
        "totalUpdatedCells": 8,
        "totalUpdatedSheets": 1,
        "responses": [
            {**one, "updatedRange": "Sheet1!A1:D1"},
            {**one, "updatedRange": "Sheet1!A4:D4"},
        ],
    }


@pytest.mark.recorded
def test_several_ranges_are_cleared_at_once(book: gspread.Spreadsheet) -> None:
    """The answer names every range, normalised, whatever was in it."""
    book.sheet1.update([["a", "b", "c", "d", "e"]] * 2)
    answer = book.values_batch_clear(body={"ranges": ["Sheet1!A1:B1", "C2:E2"]})
    assert answer == {
        "spreadsheetId": book.id,
        "clearedRanges": ["Sheet1!A1:B1", "Sheet1!C2:E2"],
    }
    assert book.values_get("Sheet1")["values"] == [["", "", "c", "d", "e"], ["a", "b"]]


@pytest.mark.recorded
def test_low_level_append_and_clear(book: gspread.Spreadsheet) -> None:
    """values.append and values.clear answer Google's objects."""
    answer = book.values_append("Sheet1", {"valueInputOption": "RAW"}, {"values": [["x", "y"]]})
    assert answer == {
        "spreadsheetId": book.id,
        "updates": {
            "spreadsheetId": book.id,
            "updatedRange": "Sheet1!A1:B1",
            "updatedRows": 1,
            "updatedColumns": 2,
            "updatedCells": 2,
        },
    }
    assert book.values_clear("Sheet1") == {
        "spreadsheetId": book.id,
        "clearedRange": "Sheet1!A1:Z1000",
    }
