"""Charts and slicers: made, changed, moved, copied, and following the cells they draw."""

import pytest

from deploy.local.emulator.shapes import Json, JsonValue
from deploy.local.emulator.state.records import read_sheet, sheet_record
from deploy.local.emulator.state.sheet import new_sheet
from tests.unit.deploy.local.emulator.conftest import Book, Google
from tests.unit.deploy.local.emulator.pieces import RED, chart_data, span

NO_POSITION = (
    "One of EmbeddedObjectPosition.overlayPosition or EmbeddedObjectPosition.sheetId must be set"
)
ONE_OF = (
    "One of basicChart, pieChart, bubbleChart, candelstickChart, histogramChart, or orgChart must "
    "be set on chartSpec."
)
HERE: Json = {"overlayPosition": {"anchorCell": {"rowIndex": 4, "columnIndex": 4}}}


def columns(*, sheet: int = 0, **more: JsonValue) -> Json:
    """Return the spec of a column chart of B and C over A."""
    series = [{"series": chart_data(1, sheet=sheet)}, {"series": chart_data(2, sheet=sheet)}]
    domains = [{"domain": chart_data(0, sheet=sheet)}]
    return {"basicChart": {"chartType": "COLUMN", "domains": domains, "series": series, **more}}


def add(book: Book, spec: Json, position: Json = HERE, **more: JsonValue) -> Json:
    """Add a chart and return it."""
    body = {"chart": {"spec": spec, "position": position, **more}}
    chart: Json = book.do("addChart", body)["chart"]
    return chart


def charts(book: Book, number: int = 0) -> list[Json]:
    """Return the charts of a tab as spreadsheets.get shows them."""
    shown: list[Json] = book.sheet(number).get("charts", [])
    return shown


def series_columns(chart: Json) -> list[int]:
    """Return the column each series draws."""
    found = [
        one["series"]["sourceRange"]["sources"][0] for one in chart["spec"]["basicChart"]["series"]
    ]
    return [place["startColumnIndex"] for place in found]


@pytest.mark.documented
def test_a_chart_reads_back_as_google_shows_it(book: Book) -> None:
    """Defaults are filled in, zeros and the first tab's id left out, both spellings of colours."""
    spec = columns(axis=[{"position": "BOTTOM_AXIS", "title": "Ngày"}, {"position": "LEFT_AXIS"}])
    spec["basicChart"]["series"][0]["color"] = {"red": 0.5}
    chart = add(book, {"title": "Đội", **spec}, {"overlayPosition": {"anchorCell": {}}})
    assert list(chart) == ["chartId", "spec", "position"]
    assert chart["position"] == {
        "overlayPosition": {"anchorCell": {}, "widthPixels": 600, "heightPixels": 371}
    }
    shown = chart["spec"]
    assert list(shown) == [
        "title",
        "basicChart",
        "hiddenDimensionStrategy",
        "titleTextFormat",
        "fontName",
    ]
    assert shown["hiddenDimensionStrategy"] == "SKIP_HIDDEN_ROWS_AND_COLUMNS"
    assert (shown["titleTextFormat"], shown["fontName"]) == ({"fontFamily": "Roboto"}, "Roboto")
    basic = shown["basicChart"]
    assert list(basic) == ["chartType", "axis", "domains", "series"]
    assert basic["axis"] == [
        {
            "position": "BOTTOM_AXIS",
            "title": "Ngày",
            "format": {"fontFamily": "Roboto"},
            "viewWindowOptions": {},
        },
        {"position": "LEFT_AXIS", "viewWindowOptions": {}},
    ]
    half = {"red": 0.49803922}
    assert basic["series"][0]["color"] == half
    assert basic["series"][0]["colorStyle"] == {"rgbColor": half}
    source = {"startRowIndex": 0, "endRowIndex": 4, "startColumnIndex": 0, "endColumnIndex": 1}
    assert basic["domains"] == [{"domain": {"sourceRange": {"sources": [source]}}}]
    assert charts(book) == [chart]
    assert book.get(fields="sheets.charts.chartId") == {
        "sheets": [{"charts": [{"chartId": chart["chartId"]}]}]
    }


def test_open_sources_are_closed_and_themes_kept(book: Book) -> None:
    """An open range reads back with the grid's size; a theme colour stays one."""
    spec: Json = {
        "pieChart": {"series": {"sourceRange": {"sources": [{"endColumnIndex": 1}]}}},
        "backgroundColorStyle": {"themeColor": "ACCENT1"},
    }
    chart = add(book, spec, chartId=7, border={"colorStyle": {"rgbColor": RED}})
    assert (chart["chartId"], chart["border"]["color"]) == (7, RED)
    source = chart["spec"]["pieChart"]["series"]["sourceRange"]["sources"][0]
    assert (source["startRowIndex"], source["endRowIndex"]) == (0, 1000)
    assert chart["spec"]["backgroundColorStyle"] == {"themeColor": "ACCENT1"}


@pytest.mark.documented
def test_a_chart_on_a_tab_of_its_own(book: Book) -> None:
    """The new tab has no cells: no grid properties, no data, no ranges."""
    chart = add(book, columns(), {"newSheet": True})
    tab = book.get()["sheets"][1]
    number = tab["properties"]["sheetId"]
    assert tab["properties"] == {
        "sheetId": number,
        "title": "Chart1",
        "index": 1,
        "sheetType": "OBJECT",
    }
    assert (chart["position"], tab["charts"]) == ({"sheetId": number}, [chart])
    shown = book.get(includeGridData=True)["sheets"][1]
    assert "data" not in shown
    assert book.google.error("GET", f"{book.path}/values/Chart1")[0] == 400
    assert book.google.error("GET", f"{book.path}/values/Chart1!A1")[0] == 400
    body: Json = {"range": {"sheetId": number}, "cell": {}, "fields": "note"}
    assert book.refused("repeatCell", body) == f"No grid with id: {number}"
    for fields, properties in (("title", {"title": "Biểu đồ"}), ("hidden", {"hidden": True})):
        update = {"properties": {"sheetId": number, **properties}, "fields": fields}
        book.do("updateSheetProperties", update)
    assert book.get()["sheets"][1]["properties"]["title"] == "Biểu đồ"
    grid = {"sheetId": number, "gridProperties": {"rowCount": 5}}
    update = {"properties": grid, "fields": "gridProperties.rowCount"}
    assert "grid" in book.refused("updateSheetProperties", update)
    negative = {"properties": {"gridProperties": {"frozenRowCount": -1}}}
    assert "negative" in book.refused("addSheet", negative)
    assert "OBJECT" in book.refused("addSheet", {"properties": {"sheetType": "OBJECT"}})
    second = add(book, columns(), {"sheetId": 55})
    assert second["position"] == {"sheetId": 55}
    assert book.get()["sheets"][2]["properties"]["title"] == "Chart1"
    book.do("deleteSheet", {"sheetId": 55})
    book.do("deleteEmbeddedObject", {"objectId": chart["chartId"]})
    assert len(book.get()["sheets"]) == 1


def test_the_first_tab_with_cells_is_meant(book: Book) -> None:
    """A range without a tab, and the CSV export, skip a chart's own tab in front."""
    book.put("A1", [["x"]])
    number = add(book, columns(), {"newSheet": True})["position"]["sheetId"]
    move = {"properties": {"sheetId": number, "index": 0}, "fields": "index"}
    book.do("updateSheetProperties", move)
    assert book.read("A1") == [["x"]]
    reply = book.google.raw("GET", f"{book.file}/export", mimeType="text/csv")
    assert reply.body == b"x"


@pytest.mark.documented
def test_a_new_spec_replaces_the_whole(book: Book) -> None:
    """What the new spec lacks is gone; one without a kind is refused and changes nothing."""
    chart = add(book, {"title": "cũ", **columns()})
    only_title = {"chartId": chart["chartId"], "spec": {"title": "mới"}}
    assert book.refused("updateChartSpec", only_title) == ONE_OF
    pie = {"pieChart": {"series": chart_data(1)}}
    assert book.do("updateChartSpec", {"chartId": chart["chartId"], "spec": pie}) == {}
    shown = charts(book)[0]
    assert list(shown["spec"]) == ["pieChart", "hiddenDimensionStrategy", "fontName"]
    assert shown["position"] == chart["position"]
    assert book.refused("updateChartSpec", {"chartId": 1, "spec": pie}) == "No chart with id: 1"


@pytest.mark.parametrize(
    ("spec", "part"),
    [
        (None, ONE_OF),
        ({"title": "x"}, ONE_OF),
        ({"basicChart": {"chartType": "LINE"}}, "at least one domain or series"),
        ({"basicChart": {"series": [{"series": chart_data(0)}]}}, "chartType"),
        (columns(threeDimensional=True, chartType="LINE"), "threeDimensional"),
        (columns(domains=[{"domain": chart_data(0)}] * 2), "single domain"),
        (columns(axis=[{"position": "LEFT_AXIS"}] * 2), "more than one axis"),
        (columns(domains=[{"domain": {"sourceRange": {}}}]), "at least one source"),
        ({"pieChart": {"series": chart_data(0, sheet=9)}}, "No grid with id: 9"),
        ({"pieChart": {"series": chart_data(30)}}, "exceeds grid limits"),
        (
            {"pieChart": {"series": {"sourceRange": {"sources": [{"endRowIndex": 3}]}}}},
            "length 1",
        ),
        (
            {
                "pieChart": {
                    "domain": chart_data(0),
                    "series": {
                        "sourceRange": {"sources": [*chart_data(1)["sourceRange"]["sources"]] * 2}
                    },
                }
            },
            "same number of source ranges",
        ),
    ],
)
def test_specs_that_are_refused(book: Book, spec: Json | None, part: str) -> None:
    """A chart needs one kind, sources of one line inside the grid, and its own rules kept."""
    chart = {"position": HERE} if spec is None else {"position": HERE, "spec": spec}
    assert part in book.refused("addChart", {"chart": chart})
    assert charts(book) == []


def test_two_kinds_in_one_spec(book: Book) -> None:
    """Two kinds are refused by the reader of the request."""
    both = {**columns(), "pieChart": {"series": chart_data(1)}}
    message = book.refused("addChart", {"chart": {"spec": both, "position": HERE}})
    assert message.endswith("oneof field 'chart' is already set. Cannot set 'pieChart'")


@pytest.mark.parametrize(
    "spec",
    [
        {**columns(), "dataSourceChartProperties": {"dataSourceId": "x"}},
        {"pieChart": {"series": {"columnReference": {"name": "x"}}}},
        {"pieChart": {"series": {**chart_data(1), "aggregateType": "SUM"}}},
    ],
)
def test_charts_of_data_sources(book: Book, spec: Json) -> None:
    """They are a loud 501."""
    body = {"requests": [{"addChart": {"chart": {"spec": spec, "position": HERE}}}]}
    assert book.google.error("POST", f"{book.path}:batchUpdate", body)[0] == 501


def test_positions_that_are_refused(book: Book) -> None:
    """A chart needs a place inside the grid and an id nobody has."""
    chart: Json = {"spec": columns()}
    assert book.refused("addChart", {"chart": chart}) == NO_POSITION
    assert book.refused("addChart", {"chart": {**chart, "position": {}}}) == NO_POSITION
    taken = {**chart, "position": {"sheetId": 0}}
    assert "already exists" in book.refused("addChart", {"chart": taken})
    assert "negative" in book.refused("addChart", {"chart": {**chart, "position": {"sheetId": -1}}})
    for overlay in (
        {"anchorCell": {"sheetId": 3}},
        {"anchorCell": {"columnIndex": 26}},
        {"anchorCell": {}, "offsetXPixels": -1},
    ):
        wrong = {**chart, "position": {"overlayPosition": overlay}}
        assert book.refused("addChart", {"chart": wrong})
    add(book, columns(), chartId=7)
    again = {**chart, "position": HERE, "chartId": 7}
    assert "already exists" in book.refused("addChart", {"chart": again})


def test_moving_and_resizing(book: Book) -> None:
    """The named fields change, the others stay; objects move to other tabs and back."""
    number = add(book, columns())["chartId"]
    tab = book.do("addSheet", {})["properties"]["sheetId"]

    def move(position: Json, **more: str) -> Json:
        body = {"objectId": number, "newPosition": position, **more}
        shown: Json = book.do("updateEmbeddedObjectPosition", body)["position"]
        return shown

    wide: Json = {"overlayPosition": {"widthPixels": 300, "heightPixels": 1}}
    shown = move(wide, fields="widthPixels")["overlayPosition"]
    assert (shown["widthPixels"], shown["heightPixels"]) == (300, 371)
    assert shown["anchorCell"] == {"rowIndex": 4, "columnIndex": 4}
    there: Json = {"overlayPosition": {"anchorCell": {"sheetId": tab, "rowIndex": 1}}}
    shown = move(there, fields="anchorCell")["overlayPosition"]
    assert (shown["anchorCell"], shown["widthPixels"]) == ({"sheetId": tab, "rowIndex": 1}, 300)
    assert (charts(book), len(charts(book, 1))) == ([], 1)
    assert "sheetId" in move({"newSheet": True})
    assert len(book.get()["sheets"]) == 3
    shown = move({"overlayPosition": {}}, fields="*")["overlayPosition"]
    assert shown == {"anchorCell": {}, "widthPixels": 600, "heightPixels": 371}
    assert len(book.get()["sheets"]) == 2
    body: Json = {"objectId": number, "newPosition": wide}
    assert "'fields'" in book.refused("updateEmbeddedObjectPosition", body)
    body = {"objectId": 1, "newPosition": wide, "fields": "*"}
    sentence = "No embedded object with id: 1"
    assert book.refused("updateEmbeddedObjectPosition", body) == sentence


def test_borders(book: Book) -> None:
    """A border takes both spellings, changes and goes away."""
    number = add(book, columns())["chartId"]

    def draw(border: Json, fields: str) -> JsonValue:
        body = {"objectId": number, "border": border, "fields": fields}
        book.do("updateEmbeddedObjectBorder", body)
        return charts(book)[0].get("border")

    assert draw({"color": RED}, "color") == {"color": RED, "colorStyle": {"rgbColor": RED}}
    green = {"green": 1}
    shown = draw({"colorStyle": {"rgbColor": green}}, "colorStyle")
    assert shown == {"color": green, "colorStyle": {"rgbColor": green}}
    assert draw({}, "*") is None
    slicer = add_slicer(book)["slicerId"]
    body = {"objectId": slicer, "border": {"color": RED}, "fields": "color"}
    assert "border" in book.refused("updateEmbeddedObjectBorder", body)


@pytest.mark.documented
def test_deleting(book: Book) -> None:
    """Nothing is answered; the second time there is no such object."""
    number = add(book, columns())["chartId"]
    assert book.do("deleteEmbeddedObject", {"objectId": number}) == {}
    assert "charts" not in book.sheet()
    sentence = f"No embedded object with id: {number}"
    assert book.refused("deleteEmbeddedObject", {"objectId": number}) == sentence


@pytest.mark.documented
def test_a_deleted_column_takes_its_series(book: Book) -> None:
    """The chart stays, without the series; other series follow their column."""
    add(book, columns())
    book.do("deleteDimension", {"range": span("COLUMNS", 1, 2)})
    assert series_columns(charts(book)[0]) == [1]
    book.do("deleteDimension", {"range": span("COLUMNS", 1, 2)})
    shown = charts(book)[0]["spec"]["basicChart"]
    assert (len(shown["domains"]), shown["series"]) == (1, [])


def test_sources_and_anchors_follow(book: Book) -> None:
    """Insertions stretch sources and push anchors; deleted anchors stay at the edge."""
    add(book, columns())
    book.do("insertDimension", {"range": span("ROWS", 1, 3)})
    book.do("insertDimension", {"range": span("COLUMNS", 0, 1)})
    chart = charts(book)[0]
    source = chart["spec"]["basicChart"]["domains"][0]["domain"]["sourceRange"]["sources"][0]
    assert (source["endRowIndex"], source["startColumnIndex"]) == (6, 1)
    assert chart["position"]["overlayPosition"]["anchorCell"] == {"rowIndex": 6, "columnIndex": 5}
    book.do("deleteDimension", {"range": span("ROWS", 5, 9)})
    book.do("deleteDimension", {"range": span("COLUMNS", 1, 7)})
    anchor = charts(book)[0]["position"]["overlayPosition"]["anchorCell"]
    assert anchor == {"rowIndex": 5, "columnIndex": 1}
    shown = charts(book)[0]["spec"]["basicChart"]
    assert (shown["domains"], shown["series"]) == ([], [])


def test_charts_on_other_tabs_follow_too(book: Book) -> None:
    """A chart draws cells of another tab: it follows them and loses them with the tab."""
    tab = book.do("addSheet", {"properties": {"sheetId": 5}})["properties"]["sheetId"]
    add(book, columns(sheet=tab))
    add(book, columns(), {"newSheet": True})
    book.do("insertDimension", {"range": {**span("COLUMNS", 0, 1), "sheetId": tab}})
    assert series_columns(charts(book)[0]) == [2, 3]
    assert series_columns(charts(book, 2)[0]) == [1, 2]
    book.do("deleteSheet", {"sheetId": tab})
    shown = charts(book)[0]["spec"]["basicChart"]
    assert (shown["domains"], shown["series"]) == ([], [])
    assert series_columns(charts(book, 1)[0]) == [1, 2]


def test_copies_of_tabs(book: Book, google: Google) -> None:
    """A duplicated tab draws its own cells under new ids; a copied file is like the original."""
    book.do("addSheet", {"properties": {"sheetId": 5}})
    first = add(book, columns())
    add(book, columns(sheet=5))
    add_slicer(book)
    book.do("duplicateSheet", {"sourceSheetId": 0, "newSheetId": 8, "insertSheetIndex": 2})
    own, other = charts(book, 2)
    assert own["chartId"] != first["chartId"]
    assert own["position"]["overlayPosition"]["anchorCell"]["sheetId"] == 8
    places = [
        chart["spec"]["basicChart"]["domains"][0]["domain"]["sourceRange"]["sources"][0]
        for chart in (own, other)
    ]
    assert [place["sheetId"] for place in places] == [8, 5]
    slicers = [book.sheet(number)["slicers"][0] for number in (0, 2)]
    assert slicers[0]["slicerId"] != slicers[1]["slicerId"]
    assert slicers[1]["spec"]["dataRange"]["sheetId"] == 8
    target = google.new("Khác")
    path = f"{book.path}/sheets/0:copyTo"
    google.ask("POST", path, {"destinationSpreadsheetId": target.id})
    own, other = charts(target, 1)
    assert len(own["spec"]["basicChart"]["series"]) == 2
    assert other["spec"]["basicChart"]["series"] == []
    copied = Book(google, google.ask("POST", f"{book.file}/copy")["id"])
    assert copied.get()["sheets"] == book.get()["sheets"]


def test_the_tab_of_a_chart_is_duplicated(book: Book) -> None:
    """The copy holds a chart of its own that draws the same cells."""
    add(book, columns(), {"newSheet": True})
    number = book.get()["sheets"][1]["properties"]["sheetId"]
    book.do("duplicateSheet", {"sourceSheetId": number, "newSheetId": 9, "insertSheetIndex": 2})
    chart = charts(book, 2)[0]
    assert (chart["position"], series_columns(chart)) == ({"sheetId": 9}, [1, 2])


def add_slicer(book: Book, **more: JsonValue) -> Json:
    """Add a slicer over A1:C4 and return it."""
    area = {"startRowIndex": 0, "endRowIndex": 4, "startColumnIndex": 0, "endColumnIndex": 3}
    spec = {"dataRange": area, "columnIndex": 1, **more}
    body = {"slicer": {"spec": spec, "position": {"overlayPosition": {"anchorCell": {}}}}}
    slicer: Json = book.do("addSlicer", body)["slicer"]
    return slicer


def hidden_rows(book: Book) -> list[int]:
    """Return the rows the first tab hides by a filter."""
    shown = book.get(fields="sheets.data.rowMetadata(hiddenByFilter)", ranges="A1:A9")
    rows = shown["sheets"][0]["data"][0]["rowMetadata"]
    return [row for row, entry in enumerate(rows) if entry]


def test_slicers(book: Book) -> None:
    """A slicer is kept, hides what it unticks, changes by mask and follows its columns."""
    book.put("A1", [["a", "b", "c"], [1, "x", 1], [2, "y", 2], [3, "x", 3]])
    slicer = add_slicer(book, filterCriteria={"hiddenValues": ["x"]}, title="Lọc")
    assert slicer["spec"]["applyToPivotTables"] is True
    assert slicer["position"] == {"overlayPosition": {"anchorCell": {}}}
    assert book.sheet()["slicers"] == [slicer]
    assert hidden_rows(book) == [1, 3]
    book.do("insertDimension", {"range": span("COLUMNS", 0, 1)})
    assert hidden_rows(book) == [1, 3]
    body: Json = {"slicerId": slicer["slicerId"], "spec": {"title": "Mới"}, "fields": "title"}
    book.do("updateSlicerSpec", body)
    shown = book.sheet()["slicers"][0]["spec"]
    assert (shown["title"], shown["columnIndex"]) == ("Mới", 1)
    book.do("updateSlicerSpec", {**body, "spec": {}, "fields": "filterCriteria,applyToPivotTables"})
    shown = book.sheet()["slicers"][0]["spec"]
    assert ("applyToPivotTables" in shown, hidden_rows(book)) == (True, [])
    book.do("deleteDimension", {"range": span("COLUMNS", 2, 3)})
    assert "columnIndex" not in book.sheet()["slicers"][0]["spec"]
    book.do("insertDimension", {"range": span("COLUMNS", 0, 1)})
    position = {"overlayPosition": {"anchorCell": {"rowIndex": 3}}}
    move = {"objectId": slicer["slicerId"], "newPosition": position, "fields": "anchorCell"}
    book.do("updateEmbeddedObjectPosition", move)
    own = {**move, "newPosition": {"newSheet": True}}
    assert "slicer" in book.refused("updateEmbeddedObjectPosition", own)
    book.do("deleteDimension", {"range": span("COLUMNS", 0, 9)})
    assert "slicers" not in book.sheet()


def test_slicers_that_are_refused(book: Book) -> None:
    """A slicer needs data, a column inside it, a place over cells; masks and ids are checked."""
    here = {"overlayPosition": {"anchorCell": {}}}
    area = {"endRowIndex": 3, "endColumnIndex": 2}
    for slicer in (
        {"position": here},
        {"position": here, "spec": {"dataRange": area, "columnIndex": 2}},
        {"spec": {"dataRange": area}},
        {"spec": {"dataRange": area}, "position": {"newSheet": True}},
    ):
        assert book.refused("addSlicer", {"slicer": slicer})
    body: Json = {"slicerId": 1, "spec": {"title": "x"}}
    assert "'fields'" in book.refused("updateSlicerSpec", body)
    body["fields"] = "title"
    assert book.refused("updateSlicerSpec", body) == "No slicer with id: 1"
    chart = add(book, columns())["chartId"]
    body["slicerId"] = chart
    assert book.refused("updateSlicerSpec", body) == f"No slicer with id: {chart}"


def test_records_of_older_folders() -> None:
    """A tab written before charts existed is read all the same."""
    record = sheet_record(new_sheet(1, "x", 2, 2))
    for name in ("charts", "slicers", "tables"):
        del record[name]
    sheet = read_sheet(record)
    assert (sheet.charts, sheet.slicers, sheet.tables) == ([], [], [])
