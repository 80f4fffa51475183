"""What unmodified gspread 6 sees of the local server."""

import gspread
import pytest


@pytest.mark.recorded
def test_a_new_document_has_one_empty_tab(book: gspread.Spreadsheet) -> None:
    """A document made through Drive has Sheet1 with 1000 rows and 26 columns."""
    (sheet,) = book.worksheets()
    assert (sheet.title, sheet.id, sheet.row_count, sheet.col_count) == ("Sheet1", 0, 1000, 26)
    assert book.locale == "en_US"
    assert book.timezone == "Etc/GMT"


@pytest.mark.recorded
def test_an_empty_range_has_no_values(book: gspread.Spreadsheet) -> None:
    """Reading cells nobody wrote gives an answer without values."""
    assert book.values_get("A1:B2") == {"range": "Sheet1!A1:B2", "majorDimension": "ROWS"}


@pytest.mark.recorded
def test_trailing_empty_cells_and_rows_are_cut(book: gspread.Spreadsheet) -> None:
    """Leading and inner empty cells stay as empty texts, trailing ones are cut."""
    book.sheet1.update([["1"], ["", ""], ["", "", "x", ""]], "A1", raw=True)
    assert book.values_get("Sheet1")["values"] == [["1"], [], ["", "", "x"]]


@pytest.mark.recorded
def test_open_ranges_are_filled_from_the_grid(book: gspread.Spreadsheet) -> None:
    """The range of an answer is normalised and closed."""
    names = {text: book.values_get(text)["range"] for text in ("Sheet1", "A1:1", "A:C", "D4:A1")}
    assert names == {
        "Sheet1": "Sheet1!A1:Z1000",
        "A1:1": "Sheet1!A1:Z1",
        "A:C": "Sheet1!A1:C1000",
        "D4:A1": "Sheet1!A1:D4",
    }


@pytest.mark.recorded
def test_rendering_of_typed_values(book: gspread.Spreadsheet) -> None:
    """Typed dates, formulas and numbers come back as Google's table of renderings says."""
    typed = [["=4/2", "=3/2", "2020-01-01", "2,000,000.01", "0042", "3_1_0"]]
    book.sheet1.update(typed, "A1", raw=False)
    read = {
        option: book.values_get("A1:F1", {"valueRenderOption": option})["values"][0]
        for option in ("FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA")
    }
    assert read == {
        "FORMATTED_VALUE": ["2", "1.5", "2020-01-01", "2,000,000.01", "42", "3_1_0"],
        "UNFORMATTED_VALUE": [2, 1.5, 43831, 2000000.01, 42, "3_1_0"],
        "FORMULA": ["=4/2", "=3/2", 43831, 2000000.01, 42, "3_1_0"],
    }


@pytest.mark.recorded
def test_null_leaves_a_cell_as_it_is(book: gspread.Spreadsheet) -> None:
    """Only given cells are counted, though the range spans the block."""
    answer = book.values_update(
        "A1", {"valueInputOption": "RAW"}, {"values": [[1, None, 3], [None] * 3, [7, None, 9]]}
    )
    del answer["spreadsheetId"]
    assert answer == {
        "updatedRange": "Sheet1!A1:C3",
        "updatedRows": 2,
        "updatedColumns": 2,
        "updatedCells": 4,
    }


@pytest.mark.recorded
def test_append_finds_the_last_table(book: gspread.Spreadsheet) -> None:
    """An empty column separates tables: a whole tab's append goes to the last one."""
    sheet = book.sheet1
    sheet.update([["a", "", "c"]], "A1")
    whole = sheet.append_row([1, 2, 3])
    first = sheet.append_row([4, 5, 6], table_range="A1")
    assert (whole["tableRange"], whole["updates"]["updatedRange"]) == ("Sheet1!C1", "Sheet1!C2:E2")
    assert first["updates"]["updatedRange"] == "Sheet1!A2:C2"


@pytest.mark.recorded
def test_last_visible_tab_cannot_be_hidden(book: gspread.Spreadsheet) -> None:
    """Hiding the only tab is refused with Google's sentence."""
    with pytest.raises(gspread.exceptions.APIError) as caught:
        book.sheet1.hide()
    assert caught.value.error["message"] == (
        "Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a document."
    )


@pytest.mark.recorded
def test_values_must_be_a_list(book: gspread.Spreadsheet) -> None:
    """A text in place of the rows is refused before the range is looked at."""
    with pytest.raises(gspread.exceptions.APIError) as caught:
        book.values_update("nonsense", {"valueInputOption": "RAW"}, {"values": "X"})
    assert caught.value.error["message"] == (
        "Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), \"X\""
    )


@pytest.mark.recorded
def test_unknown_documents_are_not_found(client: gspread.Client) -> None:
    """An id nobody has answers 404."""
    with pytest.raises(gspread.exceptions.SpreadsheetNotFound):
        client.open_by_key("test")


@pytest.mark.recorded
def test_merges_are_listed_in_order_of_creation(book: gspread.Spreadsheet) -> None:
    """A covering merge replaces the ones below it; unmerging removes all."""
    sheet = book.sheet1
    sheet.merge_cells("C1:D2")
    sheet.merge_cells("A1:B2", merge_type="MERGE_ROWS")
    assert [m["startColumnIndex"] for m in _merges(book)] == [2, 0, 0]
    sheet.merge_cells("A1:D2")
    assert len(_merges(book)) == 1
    sheet.unmerge_cells("A1:Z9")
    assert _merges(book) == []


def _merges(book: gspread.Spreadsheet) -> list[dict[str, int]]:
    merges: list[dict[str, int]] = book.fetch_sheet_metadata()["sheets"][0].get("merges", [])
    return merges


@pytest.mark.recorded
def test_protecting_a_range_names_the_owner(book: gspread.Spreadsheet) -> None:
    """A protection without editors shows the owner as one."""
    book.sheet1.add_protected_range("A1:B2", warning_only=True)
    (shown,) = book.fetch_sheet_metadata()["sheets"][0]["protectedRanges"]
    assert shown["editors"] == {"users": ["owner@example.test"]}
    assert shown["warningOnly"] is True


@pytest.mark.recorded
def test_formats_come_back_with_their_styles(book: gspread.Spreadsheet) -> None:
    """A colour written in one spelling reads back in both, eight bits a channel."""
    book.sheet1.format("A1", {"backgroundColor": {"green": 1, "blue": 0.5}})
    data = book.fetch_sheet_metadata({"fields": "sheets.data.rowData.values.userEnteredFormat"})
    colour = {"green": 1, "blue": 0.49803922}
    cell = data["sheets"][0]["data"][0]["rowData"][0]["values"][0]["userEnteredFormat"]
    assert cell == {"backgroundColor": colour, "backgroundColorStyle": {"rgbColor": colour}}


@pytest.mark.recorded
def test_notes_keep_their_place(book: gspread.Spreadsheet) -> None:
    """Inner empty cells are empty objects, trailing ones are cut."""
    sheet = book.sheet1
    sheet.update_notes({"B2": "b2", "C3": "c3"})
    assert sheet.get_notes(grid_range="A2:C3") == [["", "b2"], ["", "", "c3"]]
    sheet.clear_notes(["B2", "C3"])
    assert sheet.get_notes() == [[]]


@pytest.mark.recorded
def test_groups_leave_their_mark(book: gspread.Spreadsheet) -> None:
    """A group is listed with its depth."""
    sheet = book.sheet1
    sheet.add_dimension_group_columns(0, 2)
    (group,) = sheet.list_dimension_group_columns()
    assert (group["range"]["endIndex"], group["depth"]) == (2, 1)
    sheet.delete_dimension_group_columns(0, 2)
    assert sheet.list_dimension_group_columns() == []


@pytest.mark.recorded
def test_sorting_moves_whole_rows(book: gspread.Spreadsheet) -> None:
    """The first key is the primary one."""
    sheet = book.sheet1
    sheet.update([["b", "1"], ["a", "2"], ["b", "0"]], "A1", raw=True)
    sheet.sort((1, "asc"), (2, "des"), range="A1:B3")
    assert sheet.get_all_values() == [["a", "2"], ["b", "1"], ["b", "0"]]


@pytest.mark.recorded
def test_copies_carry_the_same_tabs(client: gspread.Client, book: gspread.Spreadsheet) -> None:
    """A copy without a name is called so and keeps the tab ids."""
    twin = client.copy(book.id)
    assert twin.title == "Copy of Chiến dịch"
    assert twin.sheet1.id == 0


@pytest.mark.recorded
def test_csv_goes_out_and_comes_in(client: gspread.Client, book: gspread.Spreadsheet) -> None:
    """Export gives what is displayed; an import leaves one tab with the document's title."""
    book.sheet1.update([["a1", "B2"]], "A1")
    assert client.export(book.id, gspread.utils.ExportFormat.CSV) == b"a1,B2"
    client.import_csv(book.id, "x,y\n1,2")
    again = client.open_by_key(book.id)
    assert again.sheet1.title == "Chiến dịch"
    assert again.sheet1.get_all_values() == [["x", "y"], ["1", "2"]]


@pytest.mark.documented
def test_sharing_gives_others_access(client: gspread.Client, book: gspread.Spreadsheet) -> None:
    """Permissions are created, listed and removed."""
    book.share("mai@example.test", perm_type="user", role="writer", notify=False)
    roles = {entry["emailAddress"]: entry["role"] for entry in book.list_permissions()}
    assert roles == {"owner@example.test": "owner", "mai@example.test": "writer"}
    book.remove_permissions("mai@example.test")
    assert len(client.list_permissions(book.id)) == 1


@pytest.mark.documented
def test_vietnamese_formulas_cross_tabs(book: gspread.Spreadsheet) -> None:
    """Semicolons separate arguments and quoted Vietnamese titles are understood."""
    book.update_locale("vi_VN")
    errors = book.add_worksheet("Lỗi cần sửa", 10, 3)
    errors.update([["a", "x"], ["b", "x"]], "A1")
    formula = '=IF(COUNTIFS(\'Lỗi cần sửa\'!$B:$B;"x")>1;"còn lỗi";"xong")'
    book.sheet1.update([[formula]], "A1", raw=False)
    assert book.sheet1.acell("A1").value == "còn lỗi"
    errors.update([["y"]], "B2")
    assert book.sheet1.acell("A1").value == "xong"


@pytest.mark.documented
def test_dates_follow_the_locale(book: gspread.Spreadsheet) -> None:
    """5/8/2024 is 5 August in Vietnam, and the number format keeps the order."""
    book.update_locale("vi_VN")
    book.sheet1.update([["5/8/2024", "1.200", "1,5", "50%"]], "A1", raw=False)
    plain = book.values_get("A1:D1", {"valueRenderOption": "UNFORMATTED_VALUE"})["values"]
    assert plain == [[45509, 1200, 1.5, 0.5]]
    assert book.sheet1.row_values(1) == ["5/8/2024", "1.200", "1,5", "50%"]


@pytest.mark.documented
def test_inserting_rows_moves_references(book: gspread.Spreadsheet) -> None:
    """Formulas follow the rows they point at; deleted ones become #REF!."""
    sheet = book.sheet1
    sheet.update([[5], [""], ["=A1*2"]], "A1", raw=False)
    sheet.insert_row([], 1)
    assert sheet.acell("A4", value_render_option="FORMULA").value == "=A2*2"
    sheet.delete_rows(2)
    assert sheet.acell("A3", value_render_option="FORMULA").value == "=#REF!*2"
    assert sheet.acell("A3").value == "#REF!"


@pytest.mark.local_only
def test_unsupported_functions_are_loud(book: gspread.Spreadsheet) -> None:
    """A function only Google has gives #ERROR! with a sentence, never a number."""
    book.sheet1.update([['=QUERY(A2:B3;"select A")']], "A1", raw=False)
    data = book.fetch_sheet_metadata({"fields": "sheets.data.rowData.values.effectiveValue"})
    cell = data["sheets"][0]["data"][0]["rowData"][0]["values"][0]
    assert cell["effectiveValue"]["errorValue"] == {
        "type": "ERROR",
        "message": "The local server does not support the function QUERY.",
    }
