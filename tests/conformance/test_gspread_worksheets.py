"""gspread.Worksheet: properties of a tab, its copies and its place."""

import gspread
import pytest
from gspread.exceptions import APIError

from deploy.local.emulator.shapes import Json
from tests.conformance.reach import Server


def _properties(sheet: gspread.Worksheet) -> Json:
    metadata = sheet.spreadsheet.fetch_sheet_metadata()["sheets"]
    found: Json = next(
        one["properties"] for one in metadata if one["properties"]["sheetId"] == sheet.id
    )
    return found


@pytest.mark.recorded
def test_a_tab_knows_its_document(book: gspread.Spreadsheet, sheet: gspread.Worksheet) -> None:
    """Address, id, index and size are those of the answer."""
    assert sheet.url == f"https://docs.google.com/spreadsheets/d/{book.id}#gid=0"
    assert (sheet.id, sheet.index, sheet.title, sheet.spreadsheet_id) == (0, 0, "Sheet1", book.id)
    assert (sheet.row_count, sheet.col_count, sheet.column_count) == (1000, 26, 26)
    assert (sheet.frozen_row_count, sheet.frozen_col_count) == (0, 0)
    assert (sheet.isSheetHidden, sheet.is_gridlines_hidden, sheet.tab_color) == (False, False, None)
    assert sheet.spreadsheet is book or sheet.spreadsheet.id == book.id


@pytest.mark.recorded
def test_titles_change(book: gspread.Spreadsheet, sheet: gspread.Worksheet) -> None:
    """A renamed tab is found under its new title only."""
    assert sheet.update_title("🌟 mới") == {"spreadsheetId": book.id, "replies": [{}]}
    assert (sheet.title, book.sheet1.title) == ("🌟 mới", "🌟 mới")
    assert book.worksheet("🌟 mới").id == 0


@pytest.mark.documented
def test_two_tabs_cannot_share_a_title(book: gspread.Spreadsheet) -> None:
    """A title that is taken is refused with Google's sentence."""
    with pytest.raises(APIError) as caught:
        book.add_worksheet("Sheet1", 1, 1)
    assert caught.value.error["message"] == (
        'Invalid requests[0].addSheet: A sheet with the name "Sheet1" already exists. '
        "Please enter another name."
    )


@pytest.mark.recorded
def test_tab_colours_have_eight_bits_a_channel(sheet: gspread.Worksheet) -> None:
    """Half blue becomes 127/255 in single precision; zeros are left out; null takes it away."""
    sheet.update_tab_color("#FF007F")
    assert _properties(sheet)["tabColorStyle"] == {"rgbColor": {"red": 1, "blue": 0.49803922}}
    assert sheet.spreadsheet.sheet1.get_tab_color() == "#FF007F"
    assert sheet.tab_color == "#FF007F"
    style = {"properties": {"tabColorStyle": {"rgbColor": {"red": 1, "green": 0, "blue": 0.5}}}}
    request = {"updateSheetProperties": {**style, "fields": "tabColorStyle"}}
    sheet.spreadsheet.batch_update({"requests": [request]})
    assert _properties(sheet)["tabColorStyle"] == {"rgbColor": {"red": 1, "blue": 0.49803922}}
    sheet.clear_tab_color()
    assert "tabColorStyle" not in _properties(sheet)
    assert sheet.spreadsheet.sheet1.get_tab_color() is None
    masked = sheet.spreadsheet.fetch_sheet_metadata({"fields": "sheets.properties.tabColorStyle"})
    assert masked == {"sheets": [{"properties": {}}]}


@pytest.mark.recorded
def test_gridlines_are_hidden_and_shown(sheet: gspread.Worksheet) -> None:
    """The flag is written only while it is set."""
    sheet.hide_gridlines()
    assert _properties(sheet)["gridProperties"]["hideGridlines"] is True
    assert sheet.spreadsheet.sheet1.is_gridlines_hidden
    sheet.show_gridlines()
    assert "hideGridlines" not in _properties(sheet)["gridProperties"]


@pytest.mark.recorded
def test_lines_freeze_and_thaw(sheet: gspread.Worksheet) -> None:
    """A count of zero takes the key away."""
    sheet.freeze(rows=2)
    sheet.freeze(cols=1)
    grid = _properties(sheet)["gridProperties"]
    assert (grid["frozenRowCount"], grid["frozenColumnCount"]) == (2, 1)
    assert (sheet.frozen_row_count, sheet.frozen_col_count) == (2, 1)
    sheet.freeze(rows=0, cols=0)
    assert _properties(sheet)["gridProperties"] == {"rowCount": 1000, "columnCount": 26}


@pytest.mark.recorded
def test_tabs_grow_and_shrink(sheet: gspread.Worksheet) -> None:
    """Resizing changes what is named and nothing else."""
    for call, size in (
        (lambda: sheet.resize(rows=10), (10, 26)),
        (lambda: sheet.resize(cols=10), (10, 10)),
        (lambda: sheet.resize(rows=2, cols=3), (2, 3)),
        (lambda: sheet.add_rows(2), (4, 3)),
        (lambda: sheet.add_cols(1), (4, 4)),
    ):
        call()
        grid = _properties(sheet)["gridProperties"]
        assert (grid["rowCount"], grid["columnCount"]) == size


@pytest.mark.recorded
def test_shrinking_drops_what_was_there(sheet: gspread.Worksheet) -> None:
    """Values outside the new grid are gone."""
    sheet.update([["a", "b"], ["c", "d"]])
    sheet.resize(1, 1)
    sheet.resize(2, 2)
    assert sheet.get_all_values() == [["a"]]


@pytest.mark.documented
def test_tabs_are_duplicated_within_the_document(
    book: gspread.Spreadsheet, sheet: gspread.Worksheet
) -> None:
    """Name, id and place may be chosen; otherwise Google finds them."""
    sheet.update([["x"]])
    plain = sheet.duplicate()
    named = book.duplicate_sheet(0, insert_sheet_index=2, new_sheet_id=123, new_sheet_name="hai")
    assert plain.title == "Copy of Sheet1"
    assert (named.id, named.title, named.index) == (123, "hai", 2)
    assert [one.acell("A1").value for one in (plain, named)] == ["x", "x"]


@pytest.mark.documented
def test_tabs_are_copied_to_other_documents(
    client: gspread.Client, sheet: gspread.Worksheet
) -> None:
    """The copy comes last, with a name of its own."""
    sheet.update([["x"]])
    target = client.create("target")
    answer = sheet.copy_to(target.id)
    assert (answer["title"], answer["index"]) == ("Copy of Sheet1", 1)
    assert target.get_worksheet_by_id(answer["sheetId"]).acell("A1").value == "x"
    again = client.http_client.spreadsheets_sheets_copy_to(sheet.spreadsheet_id, 0, target.id)
    assert again["title"] == "Copy of Sheet1 1"


@pytest.mark.documented
def test_copying_needs_the_right_to_write(
    server: Server, client: gspread.Client, sheet: gspread.Worksheet
) -> None:
    """A document that is somebody else's takes no tabs."""
    foreign = server.sign_in("mai@example.test").create("hers")
    with pytest.raises(APIError) as caught:
        sheet.copy_to(foreign.id)
    assert caught.value.code == 403
    with pytest.raises(APIError) as missing:
        sheet.copy_to("test")
    assert missing.value.code == 404
