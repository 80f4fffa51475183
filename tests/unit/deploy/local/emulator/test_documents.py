"""spreadsheets: create, get, copyTo, and what Google refuses."""

import pytest

from deploy.local.emulator.shapes import Json, JsonValue
from tests.unit.deploy.local.emulator.conftest import Book, Google

FULL = "type.googleapis.com/google.apps.sheets.v4"


def test_create_with_tabs_and_cells(google: Google) -> None:
    """A document is made with properties, tabs, cells and names."""
    cell = {"userEnteredValue": {"stringValue": "x"}}
    data = [{"startRow": 1, "rowData": [{"values": [cell]}]}]
    body = {
        "properties": {"title": "Chiến dịch", "locale": "vi_VN"},
        "sheets": [
            {"properties": {"title": "Một"}, "data": data},
            {"properties": {"title": "Hai", "sheetId": 5}},
            {},
        ],
        "namedRanges": [{"name": "N", "range": {"sheetId": 5}}],
    }
    made = google.ask("POST", "/v4/spreadsheets", body)
    assert [sheet["properties"]["title"] for sheet in made["sheets"]] == ["Một", "Hai", "Sheet3"]
    assert made["properties"]["locale"] == "vi_VN"
    path = f"/v4/spreadsheets/{made['spreadsheetId']}"
    assert google.ask("GET", f"{path}/values/A2")["values"] == [["x"]]
    assert google.ask("POST", "/v4/spreadsheets")["properties"]["title"] == "Untitled spreadsheet"


def test_create_is_strict(google: Google) -> None:
    """What cannot be made is refused and leaves nothing behind."""
    bad = {"userEnteredValue": {"formulaValue": "x"}}
    for sheets in (
        [{"merges": [{}]}],
        [{"data": [{"rowData": [{"values": [bad]}]}]}],
        [{"properties": {"title": "a"}}, {"properties": {"title": "a"}}],
    ):
        assert google.error("POST", "/v4/spreadsheets", {"sheets": sheets})[0] in (400, 501)
    assert google.ask("GET", "/drive/v3/files")["files"] == []


def test_grid_data_of_ranges(book: Book) -> None:
    """Only the tabs of the ranges come, one data block per range."""
    book.put("A1:B2", [[1, 2], [3, "=1+1"]])
    book.do("addSheet", {"properties": {"title": "x"}})
    shown = book.get(ranges=["Sheet1!B2:C3", "Sheet1!A1"], includeGridData="true")
    (sheet,) = shown["sheets"]
    first, second = sheet["data"]
    assert (first["startRow"], first["startColumn"]) == (1, 1)
    assert first["rowData"][0]["values"][0]["effectiveValue"] == {"numberValue": 2}
    assert second["rowData"][0]["values"][0]["formattedValue"] == "1"
    assert len(first["rowMetadata"]) == 2
    assert "data" not in book.sheet()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("sheets.properties.title", {"sheets": [{"properties": {"title": "Sheet1"}}]}),
        (
            "sheets/properties(title,index)",
            {"sheets": [{"properties": {"title": "Sheet1", "index": 0}}]},
        ),
        (
            "sheets(properties/sheetId),sheets.properties.title",
            {"sheets": [{"properties": {"sheetId": 0, "title": "Sheet1"}}]},
        ),
        ("namedRanges", {}),
        ("sheets.data.row_data.values.note", {"sheets": [{"data": [{}]}]}),
        ("sheets.data.startRow", {"sheets": [{"data": [{}]}]}),
        ("properties(title)", {"properties": {"title": "Book"}}),
        ("sheets.properties.tabColorStyle", {"sheets": [{"properties": {}}]}),
        ("sheets(properties.title,properties)", None),
        ("properties.*", None),
    ],
)
def test_field_masks(book: Book, fields: str, expected: Json | None) -> None:
    """A mask keeps exactly what it names."""
    shown = book.get(fields=fields)
    assert expected is None or shown == expected


@pytest.mark.parametrize(
    "fields", ["nope", "sheets.nope", "sheets(", "a..b", "sheets.data)", "ö", ","]
)
def test_bad_field_masks(google: Google, book: Book, fields: str) -> None:
    """Unknown or broken masks are refused."""
    assert google.error("GET", book.path, fields=fields) == (
        400,
        "Request contains an invalid argument.",
    )


def test_masks_work_on_every_answer(google: Google, book: Book) -> None:
    """Fields applies to other methods than get as well."""
    answer = google.ask("GET", f"{book.path}/values/A1", fields="range")
    assert answer == {"range": "Sheet1!A1"}


def test_copy_to_another_document(google: Google, book: Book) -> None:
    """A tab is copied with its cells; bad targets are refused."""
    book.put("A1", [["đi"]])
    other = google.new("Other")
    path = f"{book.path}/sheets/0:copyTo"
    shown = google.ask("POST", path, {"destinationSpreadsheetId": other.id})
    assert (shown["title"], shown["index"]) == ("Copy of Sheet1", 1)
    assert other.read("'Copy of Sheet1'!A1") == [["đi"]]
    assert google.error("POST", path, {"destinationSpreadsheetId": "x"})[0] == 404
    assert google.error("POST", f"{book.path}/sheets/x:copyTo", {})[0] == 404
    foreign = google.new("Foreign", user="mai@example.test")
    assert google.error("POST", path, {"destinationSpreadsheetId": foreign.id})[0] == 403
    grid = {"rowCount": 9_940_000, "columnCount": 1}
    other.do("addSheet", {"properties": {"gridProperties": grid}})
    status, _ = google.error("POST", path, {"destinationSpreadsheetId": other.id})
    assert status == 400


def _message(google: Google, book: Book, body: JsonValue) -> str:
    status, message = google.error("POST", f"{book.path}:batchUpdate", body)
    assert status == 400
    return str(message)


@pytest.mark.parametrize(
    ("request_body", "message"),
    [
        (
            {"addSheet": {"properties": {"x": 1}}},
            (
                'Invalid JSON payload received. Unknown name "x" at '
                "'requests[0].add_sheet.properties': Cannot find field."
            ),
        ),
        (
            {"nope": {}},
            (
                "Invalid JSON payload received. Unknown name \"nope\" at 'requests[0]': "
                "Cannot find field."
            ),
        ),
        (
            {"addSheet": "x"},
            f"Invalid value at 'requests[0].add_sheet' ({FULL}.AddSheetRequest), \"x\"",
        ),
        (
            {"addSheet": {"properties": {"index": "abc"}}},
            "Invalid value at 'requests[0].add_sheet.properties.index' (TYPE_INT32), \"abc\"",
        ),
        (
            {"addSheet": {"properties": {"index": 2**40}}},
            "Invalid value at 'requests[0].add_sheet.properties.index' (TYPE_INT32), 1099511627776",
        ),
        (
            {"addSheet": {"properties": {"index": 1.5}}},
            "Invalid value at 'requests[0].add_sheet.properties.index' (TYPE_INT32), 1.5",
        ),
        (
            {"addSheet": {"properties": {"hidden": "maybe"}}},
            "Invalid value at 'requests[0].add_sheet.properties.hidden' (TYPE_BOOL), \"maybe\"",
        ),
        (
            {"addSheet": {"properties": {"title": 5}}},
            "Invalid value at 'requests[0].add_sheet.properties.title' (TYPE_STRING), 5",
        ),
        (
            {"addSheet": {"properties": [1]}},
            (
                'Invalid JSON payload received. Unknown name "properties" at '
                "'requests[0].add_sheet': Proto field is not repeating, cannot start list."
            ),
        ),
        (
            {"mergeCells": {"mergeType": "FOO"}},
            (
                f"Invalid value at 'requests[0].merge_cells.merge_type' "
                f'({FULL}.MergeCellsRequest.MergeType), "FOO"'
            ),
        ),
        (
            {"appendDimension": {"dimension": 3}},
            f"Invalid value at 'requests[0].append_dimension.dimension' ({FULL}.Dimension), 3",
        ),
        (
            {"updateCells": {"fields": "a..b"}},
            (
                "Invalid value at 'requests[0].update_cells.fields' "
                '(type.googleapis.com/google.protobuf.FieldMask), "a..b"'
            ),
        ),
        (
            {"addFilterView": {"filter": {"criteria": 1}}},
            "Invalid value at 'requests[0].add_filter_view.filter.criteria' (Map), 1",
        ),
        (
            {"addSheet": {"properties": {"tabColor": {"red": True}}}},
            "Invalid value at 'requests[0].add_sheet.properties.tab_color.red' (TYPE_DOUBLE), true",
        ),
    ],
)
def test_bodies_are_checked(google: Google, book: Book, request_body: Json, message: str) -> None:
    """Names and types are checked before anything happens, in Google's words."""
    assert _message(google, book, {"requests": [request_body]}) == message


def test_bodies_are_read_generously(book: Book) -> None:
    """Numbers as text, snake case, null and a single item for a list are understood."""
    wanted = {"sheet_id": "7", "title": "x", "index": None, "hidden": "false"}
    colour = {"red": "0.5", "green": 1.0}
    sent = {"requests": {"add_sheet": {"properties": {**wanted, "tabColor": colour}}}}
    answer = book.google.ask("POST", f"{book.path}:batchUpdate", sent)
    shown = answer["replies"][0]["addSheet"]["properties"]
    assert (shown["sheetId"], shown["tabColor"]["green"]) == (7, 1)
    criteria = {"0": {"hiddenValues": ["x"]}}
    book.do("setBasicFilter", {"filter": {"range": {"sheetId": 0}, "criteria": criteria}})
    assert book.sheet()["basicFilter"]["criteria"] == criteria


@pytest.mark.parametrize(
    "body", [b"{", b"[]", b'"x"', b'{"requests": NaN}', b"[" * 100_000, b'{"x": 1}', b"\xff"]
)
def test_broken_bodies(google: Google, book: Book, body: bytes) -> None:
    """What is no JSON object is refused in Google's form."""
    reply = google.raw("POST", f"{book.path}:batchUpdate", body)
    assert reply.status == 400
    assert b'"INVALID_ARGUMENT"' in reply.body


def test_rows_must_be_lists(google: Google, book: Book) -> None:
    """Each row of a ValueRange is a list."""
    status, message = google.error(
        "PUT", f"{book.path}/values/A1", {"values": ["x"]}, valueInputOption="RAW"
    )
    assert status == 400
    assert message.startswith("Invalid value at 'data.values[0]'")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (
            {"foo": "1"},
            (
                'Invalid JSON payload received. Unknown name "foo": Cannot bind query parameter. '
                "Field 'foo' could not be found in request message."
            ),
        ),
        (
            {"valueRenderOption": "X"},
            f"Invalid value at 'value_render_option' ({FULL}.ValueRenderOption), \"X\"",
        ),
        ({"majorDimension": "X"}, f"Invalid value at 'major_dimension' ({FULL}.Dimension), \"X\""),
        ({"prettyPrint": "x"}, "Invalid value at 'pretty_print' (TYPE_BOOL), \"x\""),
    ],
)
def test_queries_are_checked(google: Google, book: Book, query: Json, message: str) -> None:
    """Unknown parameters and values are refused in Google's words."""
    assert google.error("GET", f"{book.path}/values/A1", **query) == (400, message)


def test_queries_are_read_generously(google: Google, book: Book) -> None:
    """Snake case and capital booleans are understood."""
    answer = google.ask("GET", f"{book.path}/values/A1", major_dimension="COLUMNS")
    assert answer["majorDimension"] == "COLUMNS"
    assert "data" not in google.ask("GET", book.path, includeGridData="False")["sheets"][0]
    reply = google.raw("GET", f"{book.path}/values/A1", valueRenderOption="")
    assert reply.status == 200


def test_answers_have_googles_form(google: Google, book: Book) -> None:
    """Two spaces, UTF-8, a newline at the end."""
    book.put("A1", [["Đội & 'x' <="]])
    reply = google.raw("GET", f"{book.path}/values/A1")
    assert reply.content_type == "application/json; charset=UTF-8"
    assert reply.body.decode() == (
        '{\n  "range": "Sheet1!A1",\n  "majorDimension": "ROWS",\n  "values": [\n    [\n'
        "      \"Đội & 'x' <=\"\n    ]\n  ]\n}\n"
    )
