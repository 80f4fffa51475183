"""Export to .xlsx, read back with openpyxl."""

import io

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from deploy.local.emulator.export.names import closed
from deploy.local.emulator.export.styles import hex_colour
from deploy.local.emulator.responses.file_json import XLSX_TYPE
from deploy.local.emulator.shapes import Json, JsonValue
from tests.unit.deploy.local.emulator.conftest import Book

AREA = {"startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 2}
RED = {"red": 1}


def _exported(book: Book, *, computed: bool = False) -> Workbook:
    reply = book.google.raw("GET", f"{book.file}/export", mimeType=XLSX_TYPE)
    assert (reply.status, reply.content_type) == (200, XLSX_TYPE)
    return openpyxl.load_workbook(io.BytesIO(reply.body), data_only=computed)


def _first(book: Book, *, computed: bool = False) -> Worksheet:
    page = _exported(book, computed=computed).worksheets[0]
    assert isinstance(page, Worksheet)
    return page


def test_values_and_formulas(book: Book) -> None:
    """Values keep their types, formulas their cached results, in Excel's spelling."""
    locale = {"properties": {"locale": "vi_VN"}, "fields": "locale"}
    book.do("updateSpreadsheetProperties", locale)
    book.do("addSheet", {"properties": {"title": "Lỗi / cần sửa: rất dài, quá ba mươi mốt ký tự"}})
    title = "'Lỗi / cần sửa: rất dài, quá ba mươi mốt ký tự'"
    book.put(f"{title}!A1", [["x"]])
    formulas = [
        f'=IF(COUNTIF({title}!A1:A;"x")=1;"một";1,5)',
        "=1=1",
        "=1/0",
        "=QUERY(A1)",
        "=A99",
        '=HYPERLINK("https://a.test";"nhãn")',
        "=UNIQUE({1;2})",
    ]
    book.put("A1", [["Đội", 1.5, True, "5/8/2024"], formulas])
    book.put("A5", [["=1+1"]], "RAW")
    page = _first(book)
    assert [cell.value for cell in page[1]][:3] == ["Đội", 1.5, True]
    assert (page["D1"].number_format, page["A1"].font.name) == ("d/m/yyyy", "Arial")
    assert page["A2"].value == (
        '=IF(COUNTIF(\'Lỗi _ cần sửa_ rất dài, quá ba \'!A1:A1048576,"x")=1,"một",1.5)'
    )
    assert [cell.value for cell in page[2]][1:7] == [
        "=1=1",
        "=1/0",
        "#ERROR!",
        "=A99",
        '=HYPERLINK("https://a.test","nhãn")',
        1,
    ]
    assert page["G3"].value == 2
    assert (page["A5"].value, page["A5"].data_type) == ("=1+1", "s")
    values = [cell.value for cell in _first(book, computed=True)[2]]
    assert values[:3] == ["một", True, "#DIV/0!"]


def test_formats(book: Book) -> None:
    """Fonts, colours, borders, alignment, wrapping and rotation are carried over."""
    line = {"style": "DASHED", "color": RED}
    look = {
        "backgroundColor": RED,
        "textFormat": {
            "bold": True,
            "underline": True,
            "strikethrough": True,
            "foregroundColor": {"blue": 1},
            "fontFamily": "Roboto",
            "fontSize": 14,
        },
        "horizontalAlignment": "RIGHT",
        "verticalAlignment": "MIDDLE",
        "wrapStrategy": "WRAP",
        "textRotation": {"angle": 45},
        "borders": {"top": line, "left": {"style": "NONE"}},
        "numberFormat": {"type": "NUMBER", "pattern": "#,##0"},
    }
    book.do("repeatCell", {"range": AREA, "cell": {"userEnteredFormat": look}, "fields": "*"})
    cell = _first(book)["A1"]
    assert (cell.font.b, cell.font.u, cell.font.strike) == (True, "single", True)
    assert (cell.font.name, cell.font.sz, cell.font.color.rgb) == ("Roboto", 14, "FF0000FF")
    assert cell.fill.fgColor.rgb == "FFFF0000"
    assert (cell.alignment.horizontal, cell.alignment.vertical) == ("right", "center")
    assert (cell.alignment.wrap_text, cell.alignment.textRotation) == (True, 45)
    assert (cell.border.top.style, cell.border.left.style) == ("dashed", None)
    assert cell.number_format == "#,##0"
    assert hex_colour({"green": 0.5}) == "#008000"


def test_layout(book: Book) -> None:
    """Sizes, hidden things, panes, merges, notes, groups, filter, tab colours."""
    book.put("A1", [["a"]])
    book.do("updateCells", {"start": {}, "rows": [{"values": [{"note": "ghi"}]}], "fields": "note"})
    book.do("mergeCells", {"range": AREA})
    grid = {"frozenRowCount": 1, "hideGridlines": True}
    wanted = {"tabColor": RED, "gridProperties": grid, "rightToLeft": True}
    fields = "tabColor,rightToLeft,gridProperties(frozenRowCount,hideGridlines)"
    book.do("updateSheetProperties", {"properties": wanted, "fields": fields})
    for dimension in ("ROWS", "COLUMNS"):
        span = {"dimension": dimension, "startIndex": 3, "endIndex": 4}
        size: Json = {"pixelSize": 70, "hiddenByUser": True}
        body = {"range": span, "properties": size, "fields": "*"}
        book.do("updateDimensionProperties", body)
        book.do("addDimensionGroup", {"range": span})
    book.do("setBasicFilter", {"filter": {"range": AREA}})
    book.do("addSheet", {"properties": {"title": "Ẩn", "hidden": True, "index": 0}})
    whole = _exported(book)
    assert [page.sheet_state for page in whole.worksheets] == ["hidden", "visible"]
    page = whole.worksheets[1]
    assert isinstance(page, Worksheet)
    assert [str(one) for one in page.merged_cells.ranges] == ["A1:B2"]
    assert page["A1"].comment.text == "ghi"
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:B2")
    assert page.sheet_properties.tabColor.rgb == "FFFF0000"
    assert (page.row_dimensions[4].hidden, page.row_dimensions[4].height) == (True, 52.5)
    assert page.column_dimensions["D"].hidden is True
    assert page.column_dimensions["D"].outline_level == 1


def _condition(kind: str, *values: str) -> Json:
    return {"type": kind, "values": [{"userEnteredValue": value} for value in values]}


def test_validation(book: Book) -> None:
    """Lists and ranges become dropdowns, strict or warning; long lists move to a hidden sheet."""
    rules: list[Json] = [
        {"condition": _condition("ONE_OF_LIST", "a", "b"), "strict": True, "inputMessage": "chọn"},
        {"condition": _condition("ONE_OF_RANGE", "=Sheet1!$A$1:$A")},
        {"condition": _condition("ONE_OF_LIST", *[f"giá trị {n}" for n in range(60)])},
        {"condition": _condition("ONE_OF_LIST", "a,b", "c")},
        {"condition": _condition("BOOLEAN")},
        {"condition": _condition("NUMBER_GREATER", "1")},
        {"condition": _condition("CUSTOM_FORMULA", "=A1>1")},
    ]
    for column, rule in enumerate(rules):
        area = {"startColumnIndex": column, "endColumnIndex": column + 1, "endRowIndex": 3}
        book.do("setDataValidation", {"range": area, "rule": rule})
    area = {"startRowIndex": 5, "endRowIndex": 6, "endColumnIndex": 1}
    book.do("copyPaste", {"source": {"endRowIndex": 1, "endColumnIndex": 1}, "destination": area})
    whole = _exported(book)
    page = whole.worksheets[0]
    assert isinstance(page, Worksheet)
    found = {str(one.sqref): one for one in page.data_validations.dataValidation}
    assert len(found) == 7
    first = found["A1:A3 A6"]
    assert (first.formula1, first.errorStyle, first.prompt) == ('"a,b"', None, "chọn")
    assert found["B1:B3"].formula1 == "'Sheet1'!$A$1:$A1048576"
    assert found["B1:B3"].errorStyle == "warning"
    assert found["C1:C3"].formula1 == "_lists!$A$1:$A$60"
    assert found["D1:D3"].formula1 == "_lists!$A$61:$A$62"
    assert whole["_lists"].sheet_state == "hidden"


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ({"condition": _condition("CUSTOM_FORMULA", "=$A1>1")}, "expression"),
        ({"condition": _condition("NOT_BLANK")}, "notContainsBlanks"),
        ({"condition": _condition("BLANK")}, "containsBlanks"),
        ({"condition": _condition("TEXT_CONTAINS", "x")}, "containsText"),
        ({"condition": _condition("NUMBER_GREATER", "1")}, "cellIs"),
        ({"condition": _condition("TEXT_EQ", "x")}, "cellIs"),
        ({"condition": _condition("CUSTOM_FORMULA", "=Nope!A1")}, None),
        ({"condition": _condition("DATE_BEFORE", "1/1/2024")}, "expression"),
    ],
)
def test_conditional_formats(book: Book, rule: Json, kind: str | None) -> None:
    """Rules keep their kind, ranges and colours; what Excel lacks is left out."""
    look = {**rule, "format": {"backgroundColor": RED}}
    ranges = [AREA, {**AREA, "startColumnIndex": 3, "endColumnIndex": 4}]
    book.do("addConditionalFormatRule", {"rule": {"ranges": ranges, "booleanRule": look}})
    found = [
        (str(where.sqref), rule.type, rule.dxf.fill.bgColor.rgb)
        for where in _first(book).conditional_formatting
        for rule in where.rules
    ]
    assert found == ([("A1:B2 D1:D2", kind, "FFFF0000")] if kind else [])


def test_gradients(book: Book) -> None:
    """Two and three point colour scales are carried over."""
    low: Json = {"type": "MIN", "color": RED}
    middle = {"type": "PERCENT", "value": "50", "color": {"green": 1}}
    high = {"type": "MAX", "colorStyle": {"rgbColor": {"blue": 1}}}
    scales: list[JsonValue] = [
        {"minpoint": low, "maxpoint": high},
        {"minpoint": low, "midpoint": middle, "maxpoint": high},
    ]
    for scale in scales:
        book.do("addConditionalFormatRule", {"rule": {"ranges": [AREA], "gradientRule": scale}})
    rules = [rule for where in _first(book).conditional_formatting for rule in where.rules]
    assert sorted(len(rule.colorScale.color) for rule in rules) == [2, 3]


def test_protection(book: Book) -> None:
    """A wholly protected tab is protected without a password; its holes stay open."""
    warning: Json = {"range": {"sheetId": 0}, "warningOnly": True}
    book.do("addProtectedRange", {"protectedRange": warning})
    assert _first(book).protection.sheet is False
    whole: Json = {"range": {"sheetId": 0}, "unprotectedRanges": [AREA]}
    book.do("addProtectedRange", {"protectedRange": whole})
    page = _first(book)
    assert (page.protection.sheet, page.protection.password) == (True, None)


def test_names(book: Book) -> None:
    """Titles Excel refuses are changed and stay distinct; open ranges are closed."""
    for title in ("a/b", "a:b", "History", "x" * 40, "x" * 41):
        book.do("addSheet", {"properties": {"title": title}})
    names = _exported(book).sheetnames
    assert len({name.casefold() for name in names}) == 6
    assert all(len(name) <= 31 for name in names)
    assert [closed(cells) for cells in ("A1:1", "A2:A", "A:B", "1:B2", "A:B2", "A1")] == [
        "A1:XFD1",
        "A2:A1048576",
        "A:B",
        "A1:B2",
        "A1:B2",
        "A1",
    ]


def test_large_documents_are_cut_to_excels_size(book: Book) -> None:
    """Cells beyond Excel's grid and text beyond its limit do not break the file."""
    grid = {"rowCount": 1_100_000, "columnCount": 2}
    sizes = {"properties": {"gridProperties": grid}}
    book.do("updateSheetProperties", {**sizes, "fields": "gridProperties(rowCount,columnCount)"})
    book.put("A1099999", [["far"]])
    book.put("A1", [["x" * 40_000]])
    page = _first(book)
    assert page.max_row == 1
    assert len(str(page["A1"].value)) == 32_767
