"""Charts, filters, bands, protections and rich texts in .xlsx files."""

import io
import zipfile
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from deploy.local.emulator.responses.file_json import XLSX_TYPE
from deploy.local.emulator.shapes import Json, JsonValue
from tests.unit.deploy.local.emulator.conftest import Book
from tests.unit.deploy.local.emulator.pieces import AREA, RED, chart_data, span

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WHOLE: Json = {"startRowIndex": 0, "endRowIndex": 5, "startColumnIndex": 0, "endColumnIndex": 3}


def _file(book: Book) -> bytes:
    reply = book.google.raw("GET", f"{book.file}/export", mimeType=XLSX_TYPE)
    assert reply.status == 200
    return reply.body


def _page(book: Book) -> Worksheet:
    page = openpyxl.load_workbook(io.BytesIO(_file(book)), rich_text=True).worksheets[0]
    assert isinstance(page, Worksheet)
    return page


def _parts(book: Book, folder: str) -> list[ET.Element]:
    with zipfile.ZipFile(io.BytesIO(_file(book))) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith(f"xl/{folder}/"))
        return [ET.fromstring(archive.read(name)) for name in names if ".rels" not in name]  # noqa: S314 - written by this test


def _values(part: ET.Element, *tags: str) -> list[str | None]:
    path = "//".join(f"{_DRAWING}{tag}" for tag in tags)
    return [found.get("val") or found.text for found in part.findall(f".//{path}")]


def _basic(kind: str, *series: Json, **more: JsonValue) -> Json:
    listed = series or ({"series": chart_data(1)}, {"series": chart_data(2)})
    domains = [{"domain": chart_data(0)}]
    return {"basicChart": {"chartType": kind, "domains": domains, "series": list(listed), **more}}


def _add(book: Book, spec: Json, position: Json | None = None, **more: JsonValue) -> None:
    book.put("A1:C4", [["Tháng", "A", "B"], ["một", 1, 2], ["hai", 3, 4], ["ba", 5, 6]])
    here = {"overlayPosition": {"anchorCell": {"rowIndex": 6}, "widthPixels": 400}}
    book.do("addChart", {"chart": {"spec": spec, "position": position or here, **more}})


@pytest.mark.parametrize(
    ("kind", "tag", "more", "grouping"),
    [
        ("COLUMN", "barChart", {}, "clustered"),
        ("COLUMN", "barChart", {"stackedType": "STACKED"}, "stacked"),
        ("BAR", "barChart", {"stackedType": "PERCENT_STACKED"}, "percentStacked"),
        ("LINE", "lineChart", {"lineSmoothing": True, "interpolateNulls": True}, "standard"),
        ("AREA", "areaChart", {"stackedType": "STACKED"}, "stacked"),
        ("SCATTER", "scatterChart", {}, None),
    ],
)
def test_kinds_of_charts(book: Book, kind: str, tag: str, more: Json, grouping: str | None) -> None:
    """Each kind has its counterpart; headers name the series, sources lose them."""
    _add(book, _basic(kind, **more))
    (part,) = _parts(book, "charts")
    assert len(part.findall(f".//{_DRAWING}{tag}")) == 1
    assert _values(part, "grouping") == ([grouping] if grouping else [])
    assert _values(part, "tx", "f") == ["'Sheet1'!$B$1", "'Sheet1'!$C$1"]
    categories, values = ("xVal", "yVal") if kind == "SCATTER" else ("cat", "val")
    assert _values(part, categories, "f") == ["'Sheet1'!$A$2:$A$4"] * 2
    assert _values(part, values, "f") == ["'Sheet1'!$B$2:$B$4", "'Sheet1'!$C$2:$C$4"]
    if kind == "LINE":
        assert (_values(part, "smooth"), _values(part, "dispBlanksAs")) == (["1"] * 2, ["span"])


def test_place_and_size(book: Book) -> None:
    """A chart stands at its cell with its offsets, as wide and high as it is."""
    overlay = {
        "anchorCell": {"rowIndex": 6, "columnIndex": 1},
        "offsetXPixels": 10,
        "offsetYPixels": 5,
        "widthPixels": 200,
        "heightPixels": 42,
    }
    _add(book, {**_basic("LINE"), "altText": "mô tả"}, {"overlayPosition": overlay})
    (part,) = _parts(book, "drawings")
    numbers = [int(found.text or "") for found in part.iter() if (found.text or "").isdigit()]
    pixel = 9525
    assert numbers[:4] == [1, 10 * pixel, 6, 5 * pixel]
    assert numbers[4:7] == [3, 10 * pixel, 8]
    assert [found.get("descr") for found in part.iter() if found.get("descr")] == ["mô tả"]


def test_titles_axes_legend_and_colours(book: Book) -> None:
    """Texts, fonts, limits, positions, colours, labels and borders are carried over."""
    label = {"type": "DATA", "placement": "OUTSIDE_END"}
    series = {"series": chart_data(1), "color": RED, "dataLabel": label, "targetAxis": "RIGHT_AXIS"}
    themed = {"series": chart_data(2), "colorStyle": {"themeColor": "ACCENT4"}}
    axes = [
        {"position": "BOTTOM_AXIS", "title": "=Ngày", "format": {"italic": True, "fontSize": 9}},
        {"position": "LEFT_AXIS", "viewWindowOptions": {"viewWindowMin": 1, "viewWindowMax": 9}},
        {"position": "RIGHT_AXIS", "title": "Phải"},
    ]
    spec = _basic("COLUMN", series, themed, axis=axes, legendPosition="TOP_LEGEND")
    spec["basicChart"]["domains"][0]["reversed"] = True
    look = {"title": "Đội", "titleTextFormat": {"foregroundColor": RED, "bold": True}}
    look |= {"backgroundColor": {"blue": 1}, "hiddenDimensionStrategy": "SHOW_ALL"}
    _add(book, {**spec, **look}, border={"color": {"green": 1}})
    (part,) = _parts(book, "charts")
    texts = [found.text for found in part.iter(f"{_MAIN}t")]
    assert texts == ["Đội", " =Ngày", "Phải"]
    colours = [found.get("val") for found in part.iter(f"{_MAIN}srgbClr")]
    assert {"FF0000", "34A853", "0000FF", "00FF00"} <= set(colours)
    assert _values(part, "legendPos") == ["t"]
    assert (_values(part, "min"), _values(part, "max")) == (["1"], ["9"])
    assert "maxMin" in _values(part, "orientation")
    assert _values(part, "showVal") == ["1"]
    assert _values(part, "plotVisOnly") == []


def test_numbers_alone_have_no_header(book: Book) -> None:
    """Without a header the whole column is drawn and nothing names the series."""
    _add(book, _basic("COLUMN", {"series": chart_data(1, 1, 4)}))
    (part,) = _parts(book, "charts")
    assert (_values(part, "tx", "f"), _values(part, "val", "f")) == ([], ["'Sheet1'!$B$2:$B$4"])


def test_lines_and_points(book: Book) -> None:
    """Dashes, invisible lines and shapes of points are carried over."""
    dotted = {"series": chart_data(1), "lineStyle": {"type": "DOTTED", "width": 4}}
    points = {"shape": "DIAMOND", "size": 9}
    gone = {"series": chart_data(2), "lineStyle": {"type": "INVISIBLE"}, "pointStyle": points}
    _add(book, _basic("LINE", dotted, gone, legendPosition="NO_LEGEND"))
    (part,) = _parts(book, "charts")
    assert [found.get("val") for found in part.iter(f"{_MAIN}prstDash")] == ["sysDot"]
    assert (_values(part, "symbol"), _values(part, "size")) == (["none", "diamond"], ["9"])
    assert _values(part, "legendPos") == []
    labelled = {"series": chart_data(1), "dataLabel": {"type": "DATA", "placement": "OUTSIDE_END"}}
    _add(book, _basic("SCATTER", labelled))
    assert _values(_parts(book, "charts")[1], "dLblPos") == []


def test_combinations(book: Book) -> None:
    """Columns and lines go together, lines on top; three kinds do not."""
    line = {"series": chart_data(2), "type": "LINE", "targetAxis": "RIGHT_AXIS"}
    _add(book, _basic("COMBO", line, {"series": chart_data(1)}))
    (part,) = _parts(book, "charts")
    tags = [
        found.tag.removeprefix(_DRAWING) for found in part.iter() if found.tag.endswith("Chart")
    ]
    assert tags == ["barChart", "lineChart"]
    area = {"series": chart_data(1), "type": "AREA"}
    _add(book, _basic("COMBO", line, {"series": chart_data(1)}, area))
    assert len(_parts(book, "charts")) == 1


@pytest.mark.parametrize(
    ("more", "tag"),
    [
        ({}, "pieChart"),
        ({"pieHole": 0.5, "legendPosition": "LABELED_LEGEND"}, "doughnutChart"),
        ({"legendPosition": "LABELED_LEGEND"}, "pieChart"),
    ],
)
def test_pies(book: Book, more: Json, tag: str) -> None:
    """Pies and rings have a colour for every slice; labels replace the legend."""
    _add(book, {"pieChart": {"domain": chart_data(0), "series": chart_data(1), **more}})
    (part,) = _parts(book, "charts")
    assert len(part.findall(f".//{_DRAWING}{tag}")) == 1
    colours = [found.get("val") for found in part.iter(f"{_MAIN}srgbClr")]
    assert colours[:3] == ["4285F4", "EA4335", "FBBC04"]
    assert _values(part, "showPercent") == (["1"] if more else [])
    assert (_values(part, "legendPos") == []) == bool(more)


@pytest.mark.parametrize(
    "spec",
    [
        {"histogramChart": {"series": [{"data": chart_data(1)}]}},
        {"pieChart": {"domain": chart_data(0)}},
        {"pieChart": {"domain": chart_data(0), "series": {}}},
        _basic("LINE", {"targetAxis": "LEFT_AXIS"}),
        _basic("LINE", {"series": {}}),
        _basic("STEPPED_AREA"),
        _basic("LINE", {"series": chart_data(1, 0, 1)}, headerCount=1),
        {"basicChart": {"chartType": "LINE", "domains": [{"domain": chart_data(0)}]}},
    ],
)
def test_charts_that_are_left_out(book: Book, spec: Json) -> None:
    """What Excel has no chart for, or what draws nothing, is left out; the file opens."""
    _add(book, spec)
    _add(book, spec, {"newSheet": True})
    whole = openpyxl.load_workbook(io.BytesIO(_file(book)))
    assert (whole.sheetnames, _parts(book, "charts")) == (["Sheet1"], [])


def test_a_file_always_has_a_visible_tab(book: Book) -> None:
    """Hidden cells are shown when the chart's own tab, the only visible one, is left out."""
    _add(book, _basic("STEPPED_AREA"), {"newSheet": True})
    hide = {"properties": {"sheetId": 0, "hidden": True}, "fields": "hidden"}
    book.do("updateSheetProperties", hide)
    assert _page(book).sheet_state == "visible"
    book.do("deleteSheet", {"sheetId": 0})
    assert openpyxl.load_workbook(io.BytesIO(_file(book))).sheetnames == ["Sheet1"]
    reply = book.google.raw("GET", f"{book.file}/export", mimeType="text/csv")
    assert (reply.status, reply.body) == (200, b"")
    assert book.google.error("GET", f"{book.path}/values/A1")[0] == 400


def test_a_chart_on_its_own_tab(book: Book) -> None:
    """It becomes a chart sheet with its title, colour and visibility."""
    _add(book, _basic("LINE"), {"newSheet": True})
    number = book.get()["sheets"][1]["properties"]["sheetId"]
    wanted = {"sheetId": number, "hidden": True, "tabColor": RED, "title": "Riêng"}
    book.do("updateSheetProperties", {"properties": wanted, "fields": "hidden,tabColor,title"})
    whole = openpyxl.load_workbook(io.BytesIO(_file(book)))
    assert [page.title for page in whole.chartsheets] == ["Riêng"]
    with zipfile.ZipFile(io.BytesIO(_file(book))) as archive:
        assert 'name="Riêng" sheetId="2" state="hidden"' in archive.read("xl/workbook.xml").decode()
    assert len(_parts(book, "charts")) == 1


def test_sources_in_rows_pieces_and_other_tabs(book: Book) -> None:
    """Rows lose their header at the left; several pieces are written together."""
    book.do("addSheet", {"properties": {"title": "Tab 'x'", "sheetId": 5}})
    book.put("'Tab ''x'''!A1:C1", [["tên", 1, 2]])
    row = {"sheetId": 5, "startRowIndex": 0, "endRowIndex": 1, "endColumnIndex": 3}
    _add(book, _basic("LINE", {"series": {"sourceRange": {"sources": [row]}}}))
    (part,) = _parts(book, "charts")
    assert _values(part, "val", "f") == ["'Tab ''x'!$B$1:$C$1"]
    pieces = [
        *chart_data(1, 0, 2)["sourceRange"]["sources"],
        *chart_data(1, 3, 4)["sourceRange"]["sources"],
    ]
    twice = {"sourceRange": {"sources": pieces}}
    spec: Json = {"basicChart": {"chartType": "LINE", "series": [{"series": twice}]}}
    _add(book, spec)
    assert _values(_parts(book, "charts")[1], "val", "f") == ["('Sheet1'!$B$2,'Sheet1'!$B$4)"]


def test_colours_without_a_theme(book: Book) -> None:
    """A document whose theme was taken away still has a colour for series."""
    update = {"properties": {"spreadsheetTheme": {}}, "fields": "spreadsheetTheme"}
    book.do("updateSpreadsheetProperties", update)
    _add(book, _basic("COLUMN", {"series": chart_data(1)}))
    (part,) = _parts(book, "charts")
    assert "4285F4" in [found.get("val") for found in part.iter(f"{_MAIN}srgbClr")]


def test_filters_hide_rows(book: Book) -> None:
    """Hidden rows are hidden, and each column says what it lets through."""
    book.put("A1:B5", [["x", "y"], ["a", 1], ["b", 2], ["", 3], ["a", 4]])
    test = {"type": "NUMBER_GREATER", "values": [{"userEnteredValue": "1"}]}
    criteria = {"0": {"hiddenValues": ["b"]}, "1": {"condition": test}, "2": {}}
    book.do("setBasicFilter", {"filter": {"range": WHOLE, "criteria": criteria}})
    page = _page(book)
    assert [page.row_dimensions[row].hidden for row in range(1, 6)] == [
        False,
        True,
        True,
        False,
        False,
    ]
    columns = {column.colId: column.filters for column in page.auto_filter.filterColumn}
    assert (columns[0].filter, columns[0].blank) == (["a"], True)
    assert columns[1].filter == ["2", "3", "4"]
    only_header = {"range": {**WHOLE, "endRowIndex": 1}, "criteria": criteria}
    book.do("setBasicFilter", {"filter": only_header})
    assert _page(book).auto_filter.ref == "A1:C1"


def test_bands(book: Book) -> None:
    """Bands colour cells that have no colour of their own; rows come before columns."""
    book.put("A1:A2", [["x"], ["y"]])
    blue = {"userEnteredFormat": {"backgroundColor": {"blue": 1}}}
    place = {"startRowIndex": 1, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 1}
    book.do("repeatCell", {"range": place, "cell": blue, "fields": "userEnteredFormat"})
    rows = {
        "headerColor": {"green": 1},
        "firstBandColor": RED,
        "secondBandColor": {"red": 1, "green": 1, "blue": 1},
        "footerColor": {"red": 1, "blue": 1},
    }
    across = {"firstBandColor": {"blue": 0.2}, "secondBandColor": {"blue": 0.4}}
    both = {"range": WHOLE, "rowProperties": rows, "columnProperties": across}
    book.do("addBanding", {"bandedRange": both})
    page = _page(book)

    def colours(row: int) -> list[str]:
        return [page.cell(row, column).fill.fgColor.rgb[2:] for column in (1, 2, 3)]

    assert colours(1) == ["00FF00"] * 3
    assert colours(2) == ["0000FF", "FF0000", "FF0000"]
    assert colours(3) == ["000033", "000000", "000033"]
    assert colours(5) == ["FF00FF"] * 3


def test_bands_over_a_whole_tab(book: Book) -> None:
    """Endless bands are drawn down to the last content only."""
    book.do("appendDimension", {"dimension": "ROWS", "length": 19_000})
    book.put("A3", [["cuối"]])
    two = {"firstBandColor": RED, "secondBandColor": RED}
    book.do("addBanding", {"bandedRange": {"range": {"sheetId": 0}, "rowProperties": two}})
    page = _page(book)
    assert (page.max_row, page["Z3"].fill.fgColor.rgb) == (3, "FFFF0000")


def test_tables_keep_their_colours(book: Book) -> None:
    """The header of a table is coloured as it was told."""
    colours = {"headerColorStyle": {"rgbColor": RED}}
    table = {"name": "T", "range": WHOLE, "rowsProperties": colours}
    book.do("addTable", {"table": table})
    page = _page(book)
    assert (page["A1"].value, page["A1"].fill.fgColor.rgb) == ("Column 1", "FFFF0000")
    assert page["A2"].fill.fill_type is None


def test_protections(book: Book) -> None:
    """What is protected is locked; the rest of the tab is named as free."""
    book.do("addProtectedRange", {"protectedRange": {"range": AREA, "warningOnly": True}})
    assert _page(book).protection.sheet is False
    hole = {"startRowIndex": 1, "endRowIndex": 2, "startColumnIndex": 1, "endColumnIndex": 2}
    wanted = {"range": AREA, "unprotectedRanges": [hole]}
    book.do("addProtectedRange", {"protectedRange": wanted})
    named = book.do("addNamedRange", {"namedRange": {"name": "Vùng", "range": WHOLE}})["namedRange"]
    book.do("addProtectedRange", {"protectedRange": {"namedRangeId": named["namedRangeId"]}})
    with zipfile.ZipFile(io.BytesIO(_file(book))) as archive:
        text = archive.read("xl/worksheets/sheet1.xml").decode()
    assert 'sqref="A6:XFD1048576"' in text
    assert all(f'sqref="{free}"' in text for free in ("D1:XFD1", "D2:XFD2", "D3:XFD5"))
    assert 'sqref="B2' not in text


def test_folded_groups(book: Book) -> None:
    """A folded group is hidden and carries its button on the line behind it."""
    for dimension in ("ROWS", "COLUMNS"):
        place = span(dimension, 2, 4)
        book.do("addDimensionGroup", {"range": place})
        group = {"range": place, "depth": 1, "collapsed": True}
        book.do("updateDimensionGroup", {"dimensionGroup": group, "fields": "collapsed"})
    page = _page(book)
    assert (page.row_dimensions[3].hidden, page.row_dimensions[5].collapsed) == (True, True)
    assert (page.column_dimensions["C"].hidden, page.column_dimensions["E"].collapsed) == (
        True,
        True,
    )


def test_links_and_rich_texts(book: Book) -> None:
    """A link of a cell and the formats inside a text are carried over."""
    link = {"userEnteredFormat": {"textFormat": {"link": {"uri": "https://a.test/x"}}}}
    inner = {"userEnteredFormat": {"textFormat": {"link": {"uri": "#gid=0"}}}}
    runs = [{"format": {}}, {"startIndex": 2, "format": {"bold": True}}]
    cells = [
        {"userEnteredValue": {"stringValue": "nhãn"}, **link},
        {"userEnteredValue": {"stringValue": "tab"}, **inner},
        {"userEnteredValue": {"stringValue": "😀đậm"}, "textFormatRuns": runs},
    ]
    fields = "userEnteredValue,userEnteredFormat,textFormatRuns"
    book.do("updateCells", {"start": {}, "rows": [{"values": cells}], "fields": fields})
    page = _page(book)
    assert (page["A1"].value, page["A1"].hyperlink.target) == ("nhãn", "https://a.test/x")
    assert page["B1"].hyperlink is None
    parts = page["C1"].value
    assert [str(part) for part in parts] == ["😀", "đậm"]
    assert parts[1].font.b is True


def _condition(kind: str, *values: str) -> Json:
    return {"type": kind, "values": [{"userEnteredValue": value} for value in values]}


@pytest.mark.parametrize(
    ("condition", "kind", "operator", "formulas"),
    [
        (_condition("NUMBER_BETWEEN", "1,5", "=B1"), "decimal", None, ("1.5", "B1")),
        (_condition("NUMBER_LESS", "3"), "decimal", "lessThan", ("3", None)),
        (_condition("DATE_AFTER", "5/8/2024"), "date", "greaterThan", ("45509", None)),
        (_condition("DATE_NOT_BETWEEN", "1/1/2024", "2/1/2024"), "date", "notBetween", None),
        (_condition("DATE_IS_VALID"), "custom", None, ("AND(ISNUMBER(A1),A1>0)", None)),
        (_condition("TEXT_CONTAINS", 'a"b'), "custom", None, ('ISNUMBER(SEARCH("a""b",A1))', None)),
        (_condition("CUSTOM_FORMULA", "=LEN(A1)>1,5"), "custom", None, ("LEN(A1)>1.5", None)),
        (_condition("BOOLEAN", "Có", "Không"), "list", None, ('"Có,Không"', None)),
        (_condition("TEXT_IS_EMAIL"), None, None, None),
        (_condition("CUSTOM_FORMULA", '=IMPORTRANGE("x";"y")=1'), None, None, None),
        (_condition("TEXT_EQ", "x" * 300), None, None, None),
        (_condition("ONE_OF_RANGE", "=Vùng"), "list", None, ("'Sheet1'!A1:B2", None)),
    ],
)
def test_rules_of_cells(
    book: Book,
    condition: Json,
    kind: str | None,
    operator: str | None,
    formulas: tuple[str, str | None] | None,
) -> None:
    """Every condition Excel has is written, values read in the locale of the document."""
    update = {"properties": {"locale": "vi_VN"}, "fields": "locale"}
    book.do("updateSpreadsheetProperties", update)
    book.do("addNamedRange", {"namedRange": {"name": "Vùng", "range": AREA}})
    rule = {"condition": condition}
    book.do("setDataValidation", {"range": {**AREA, "endColumnIndex": 1}, "rule": rule})
    found = _page(book).data_validations.dataValidation
    assert [one.type for one in found] == ([kind] if kind else [])
    if kind:
        assert found[0].operator == operator
    if formulas:
        assert (found[0].formula1, found[0].formula2) == formulas


@pytest.mark.parametrize(
    ("condition", "formula"),
    [
        (_condition("NUMBER_LESS", "2"), "AND(ISNUMBER(A1),A1<2)"),
        (_condition("NUMBER_NOT_BETWEEN", "2", "1"), "OR(A1<MIN(2,1),A1>MAX(2,1))"),
        (_condition("DATE_EQ", "1/2/2024"), "AND(ISNUMBER(A1),INT(A1)=INT(45323))"),
        (_condition("TEXT_STARTS_WITH", "=B1"), "LEFT(A1,LEN(B1))=B1"),
        (
            {"type": "DATE_BEFORE", "values": [{"relativeDate": "PAST_MONTH"}]},
            "AND(ISNUMBER(A1),INT(A1)<INT(EDATE(TODAY(),-1)))",
        ),
    ],
)
def test_conditional_formats_as_formulas(book: Book, condition: Json, formula: str) -> None:
    """Conditions Excel would answer otherwise for blanks and texts become formulas."""
    update = {"properties": {"locale": "vi_VN"}, "fields": "locale"}
    book.do("updateSpreadsheetProperties", update)
    look = {"condition": condition, "format": {"backgroundColor": RED}}
    book.do("addConditionalFormatRule", {"rule": {"ranges": [AREA], "booleanRule": look}})
    (where,) = _page(book).conditional_formatting
    assert where.rules[0].formula == [formula]


def test_colour_scales_with_values(book: Book) -> None:
    """Numbers are read in the document's locale; formulas stay formulas."""
    update = {"properties": {"locale": "vi_VN"}, "fields": "locale"}
    book.do("updateSpreadsheetProperties", update)
    low = {"type": "NUMBER", "value": "1,5", "color": RED}
    high = {"type": "NUMBER", "value": "=B1", "color": {"green": 1}}
    scale = {"minpoint": low, "maxpoint": high}
    book.do("addConditionalFormatRule", {"rule": {"ranges": [AREA], "gradientRule": scale}})
    (where,) = _page(book).conditional_formatting
    values = [one.val for one in where.rules[0].colorScale.cfvo]
    assert [str(value) for value in values] == ["1.5", "B1"]
