"""Exporting a spreadsheet and importing CSV."""

import io
import re

import gspread
import openpyxl
import pytest
from gspread.exceptions import APIError
from gspread.utils import ExportFormat


@pytest.fixture
def filled(book: gspread.Spreadsheet) -> gspread.Spreadsheet:
    """A document with a date, a formula and text that needs quotes."""
    rows = [["tên", "=3/2", "2020-01-01"], ['a, "b"', "", "dòng 1\ndòng 2"]]
    book.sheet1.update(rows, raw=False)
    return book


@pytest.mark.recorded
def test_csv_is_what_is_displayed(client: gspread.Client, book: gspread.Spreadsheet) -> None:
    """There is no newline after the last row; the answer is an attachment."""
    book.sheet1.update([["a1", "B2"]])
    assert client.export(book.id, ExportFormat.CSV) == b"a1,B2"
    url = f"https://www.googleapis.com/drive/v3/files/{book.id}/export"
    answer = client.http_client.request("get", url, params={"mimeType": "text/csv"})
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.documented
def test_texts_with_commas_quotes_and_breaks_survive_csv(filled: gspread.Spreadsheet) -> None:
    """Formulas go out as their displayed result."""
    sent = filled.export(ExportFormat.CSV).decode("utf-8")
    assert sent == 'tên,1.5,2020-01-01\r\n"a, ""b""",,"dòng 1\ndòng 2"'


@pytest.mark.documented
def test_tab_separated_values_go_out(filled: gspread.Spreadsheet) -> None:
    """TSV has the same cells with tabs between them."""
    sent = filled.export(ExportFormat.TSV).decode("utf-8")
    assert sent.splitlines()[0] == "tên\t1.5\t2020-01-01"


@pytest.mark.documented
def test_workbooks_go_out_for_excel(client: gspread.Client, filled: gspread.Spreadsheet) -> None:
    """Every tab is in the XLSX, with values, formulas and dates."""
    filled.add_worksheet("Lỗi cần sửa", 3, 3).update([["x"]])
    content = client.http_client.export(filled.id, ExportFormat.EXCEL)
    read = openpyxl.load_workbook(io.BytesIO(content))
    assert read.sheetnames == ["Sheet1", "Lỗi cần sửa"]
    assert read["Sheet1"]["A1"].value == "tên"
    assert read["Sheet1"]["B1"].value == "=3/2"
    assert read["Sheet1"]["C1"].value.year == 2020
    assert read["Lỗi cần sửa"]["A1"].value == "x"


@pytest.mark.parametrize(
    "kind", [ExportFormat.PDF, ExportFormat.OPEN_OFFICE_SHEET, ExportFormat.ZIPPED_HTML]
)
@pytest.mark.local_only
def test_other_exports_are_refused_loudly(book: gspread.Spreadsheet, kind: ExportFormat) -> None:
    """What cannot be written answers 501 in Drive's form."""
    with pytest.raises(APIError) as caught:
        book.export(kind)
    assert caught.value.code == 501
    assert caught.value.error["errors"][0]["reason"] == "notImplemented"


@pytest.mark.recorded
def test_an_import_leaves_one_tab(client: gspread.Client, book: gspread.Spreadsheet) -> None:
    """The tab has a new id, the document's title and the usual size; the time zone is Google's."""
    book.sheet1.update([["old"] * 5] * 5)
    book.add_worksheet("more", 1, 1)
    client.import_csv(book.id, "x,y\n1,2020-01-01")
    again = client.open_by_key(book.id)
    (sheet,) = again.worksheets()
    assert (sheet.title, sheet.row_count, sheet.col_count) == ("Chiến dịch", 1000, 26)
    assert sheet.id != 0
    assert (again.timezone, again.locale) == ("America/Los_Angeles", "en_US")
    assert sheet.get_all_values() == [["x", "y"], ["1", "2020-01-01"]]
    assert sheet.get("B2", value_render_option="UNFORMATTED_VALUE") == [[43831]]
    client.http_client.import_csv(book.id, 'đ\r\n\r\n"a,b"\r\n'.encode())
    assert client.open_by_key(book.id).sheet1.get_all_values() == [["đ"], [""], ["a,b"]]


V2_KEYS = """
kind userPermission selfLink ownerNames lastModifyingUserName editable writersCanShare mimeType
exportLinks parents thumbnailLink appDataContents iconLink shared lastModifyingUser owners copyable
etag alternateLink embedLink fileSize copyRequiresWriterPermission spaces id title labels
explicitlyTrashed createdDate modifiedDate modifiedByMeDate lastViewedByMeDate
markedViewedByMeDate quotaBytesUsed version capabilities
"""


@pytest.mark.recorded
def test_an_import_answers_a_file_of_drive_v2(
    client: gspread.Client, book: gspread.Spreadsheet
) -> None:
    """The answer has the old API's keys, sizes and version as texts, false written out."""
    answer = client.import_csv(book.id, "x")
    assert list(answer) == V2_KEYS.split()
    assert list(answer["userPermission"]) == [
        "id",
        "type",
        "role",
        "kind",
        "selfLink",
        "etag",
        "pendingOwner",
    ]
    assert (answer["kind"], answer["id"], answer["title"]) == ("drive#file", book.id, "Chiến dịch")
    assert answer["userPermission"]["id"] == "me"
    assert answer["labels"] == {
        "viewed": True,
        "restricted": False,
        "starred": False,
        "hidden": False,
        "trashed": False,
    }
    assert (answer["shared"], answer["explicitlyTrashed"], answer["spaces"]) == (
        False,
        False,
        ["drive"],
    )
    assert (answer["fileSize"], answer["quotaBytesUsed"]) == ("1024", "1024")
    assert answer["version"].isdecimal()
    assert answer["markedViewedByMeDate"] == "1970-01-01T00:00:00.000Z"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", answer["modifiedDate"])
    assert list(answer["lastModifyingUser"]) == [
        "displayName",
        "kind",
        "isAuthenticatedUser",
        "permissionId",
        "emailAddress",
        "picture",
    ]
    assert [list(parent) for parent in answer["parents"]] == [
        ["selfLink", "id", "isRoot", "kind", "parentLink"]
    ]
    assert len(answer["exportLinks"]) == 7
    assert answer["owners"] == [answer["lastModifyingUser"]]
    assert answer["capabilities"] == {"canEdit": True, "canCopy": True}
