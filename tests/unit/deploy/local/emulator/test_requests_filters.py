"""Filters, filter views, alternating colours, folded groups and colour scales."""

import pytest

from deploy.local.emulator.shapes import Json, JsonValue
from tests.unit.deploy.local.emulator.conftest import Book
from tests.unit.deploy.local.emulator.pieces import AREA, RED, span

ROWS = [
    ["tên", "số", "ngày"],
    ["An", 1, "2024-01-01"],
    ["Bình", 2, "2024-01-02 12:00:00"],
    ["an toàn", "hai", "2024-02-01"],
    ["", "", ""],
    ["a*b", "=1+4", '=""'],
]
WHOLE: Json = {"startRowIndex": 0, "endRowIndex": 6, "startColumnIndex": 0, "endColumnIndex": 3}


def condition(kind: str, *values: str) -> Json:
    """Return a BooleanCondition."""
    return {"type": kind, "values": [{"userEnteredValue": value} for value in values]}


def hidden(book: Book) -> list[int]:
    """Return the rows of the first tab that its filter hides."""
    shown = book.get(fields="sheets.data.rowMetadata(hiddenByFilter)", ranges="A1:A9")
    rows = shown["sheets"][0]["data"][0]["rowMetadata"]
    return [row for row, entry in enumerate(rows) if entry]


def filtered(book: Book, column: int, criteria: Json) -> list[int]:
    """Return the rows hidden once a filter with those criteria is set."""
    wanted = {"range": WHOLE, "criteria": {str(column): criteria}}
    book.do("setBasicFilter", {"filter": wanted})
    return hidden(book)


@pytest.mark.parametrize(
    ("column", "kind", "values", "rows"),
    [
        (1, "NUMBER_GREATER", ["1"], [1, 3, 4]),
        (1, "NUMBER_GREATER_THAN_EQ", ["2"], [1, 3, 4]),
        (1, "NUMBER_LESS", ["2"], [2, 3, 4, 5]),
        (1, "NUMBER_LESS_THAN_EQ", ["2"], [3, 4, 5]),
        (1, "NUMBER_EQ", ["=1+1"], [1, 3, 4, 5]),
        (1, "NUMBER_NOT_EQ", ["2"], [2]),
        (1, "NUMBER_BETWEEN", ["5", "2"], [1, 3, 4]),
        (1, "NUMBER_NOT_BETWEEN", ["2", "5"], [2, 5]),
        (1, "NUMBER_GREATER", ["=A2"], [1, 2, 3, 4, 5]),
        (0, "TEXT_CONTAINS", ["AN"], [2, 4, 5]),
        (0, "TEXT_CONTAINS", ["a*o"], [1, 2, 4, 5]),
        (0, "TEXT_CONTAINS", ["a~*"], [1, 2, 3, 4]),
        (0, "TEXT_CONTAINS", ["b?nh"], [1, 3, 4, 5]),
        (0, "TEXT_NOT_CONTAINS", ["an"], [1, 3]),
        (0, "TEXT_STARTS_WITH", ["an"], [2, 4, 5]),
        (0, "TEXT_ENDS_WITH", ["n"], [2, 4, 5]),
        (0, "TEXT_EQ", ["an"], [2, 3, 4, 5]),
        (0, "TEXT_EQ", ["=A2"], [2, 3, 4, 5]),
        (0, "TEXT_EQ", ["=1/0"], [1, 2, 3, 5]),
        (2, "DATE_EQ", ["2024-01-02"], [1, 3, 4, 5]),
        (2, "DATE_BEFORE", ["2024-01-02"], [2, 3, 4, 5]),
        (2, "DATE_AFTER", ["2024-01-01"], [1, 4, 5]),
        (2, "BLANK", [], [1, 2, 3]),
        (2, "NOT_BLANK", [], [4, 5]),
        (0, "CUSTOM_FORMULA", ["=$B2>1"], [1, 4]),
        (0, "CUSTOM_FORMULA", ["=LEN(A2)=2"], [2, 3, 4, 5]),
    ],
)
def test_conditions_hide_rows(
    book: Book, column: int, kind: str, values: list[str], rows: list[int]
) -> None:
    """Rows that fail a condition are hidden; the header and the rows below are not."""
    book.put("A1:C6", ROWS)
    book.put("A8", [["dưới"]])
    assert filtered(book, column, {"condition": condition(kind, *values)}) == rows


@pytest.mark.parametrize(
    ("relative", "days"),
    [("TODAY", 0), ("YESTERDAY", -1), ("TOMORROW", 1), ("PAST_WEEK", -7)],
)
@pytest.mark.parametrize("locale", ["en_US", "vi_VN"])
def test_relative_dates(book: Book, relative: str, days: int, locale: str) -> None:
    """They are counted from the server's own day."""
    update = {"properties": {"locale": locale}, "fields": "locale"}
    book.do("updateSpreadsheetProperties", update)
    book.put("A1:A3", [["ngày"], [f"=TODAY()+{days - 1}"], [f"=TODAY()+{days}"]])
    wanted = {"type": "DATE_BEFORE", "values": [{"relativeDate": relative}]}
    assert filtered(book, 0, {"condition": wanted})[0] == 2


@pytest.mark.parametrize("relative", ["PAST_MONTH", "PAST_YEAR"])
@pytest.mark.parametrize("locale", ["en_US", "vi_VN"])
def test_relative_months(book: Book, relative: str, locale: str) -> None:
    """A month or a year ago is found in every locale's formulas."""
    update = {"properties": {"locale": locale}, "fields": "locale"}
    book.do("updateSpreadsheetProperties", update)
    book.put("A1:A3", [["ngày"], ["=TODAY()-400"], ["=TODAY()-3"]])
    wanted = {"type": "DATE_AFTER", "values": [{"relativeDate": relative}]}
    assert filtered(book, 0, {"condition": wanted})[0] == 1


def test_hidden_values_and_conditions_together(book: Book) -> None:
    """A value without its tick stays hidden though the condition lets it through."""
    book.put("A1:C6", ROWS)
    criteria = {"hiddenValues": ["2", ""], "condition": condition("NUMBER_GREATER", "1")}
    assert filtered(book, 1, criteria) == [1, 2, 3, 4]


def test_formulas_of_other_tabs_stay_what_they_are(book: Book) -> None:
    """A formula of a condition may name another tab, also one with a strange title."""
    book.do("addSheet", {"properties": {"title": "scratch"}})
    book.put("scratch!A1", [[2]])
    book.put("A1:C6", ROWS)
    test = condition("CUSTOM_FORMULA", "=$B2=scratch!$A$1")
    assert filtered(book, 0, {"condition": test}) == [1, 3, 4, 5]


@pytest.mark.documented
def test_both_forms_of_criteria_are_shown(book: Book) -> None:
    """Whichever was sent, both come back; filterSpecs win when both are sent."""
    rule = {"hiddenValues": ["x"]}
    specs = [{"columnIndex": 1, "filterCriteria": rule}]
    wanted = {"range": AREA, "criteria": {"0": {"hiddenValues": ["y"]}}, "filterSpecs": specs}
    book.do("setBasicFilter", {"filter": wanted})
    shown = book.sheet()["basicFilter"]
    assert (shown["criteria"], shown["filterSpecs"]) == ({"1": rule}, specs)
    book.do("setBasicFilter", {"filter": {"range": AREA, "criteria": {"0": rule}}})
    shown = book.sheet()["basicFilter"]
    assert shown["filterSpecs"] == [{"columnIndex": 0, "filterCriteria": rule}]
    book.do("insertDimension", {"range": span("COLUMNS", 0, 1)})
    shown = book.sheet()["basicFilter"]
    assert (list(shown["criteria"]), shown["filterSpecs"][0]["columnIndex"]) == (["1"], 1)
    book.do("deleteDimension", {"range": span("COLUMNS", 1, 2)})
    assert list(book.sheet()["basicFilter"]) == ["range"]


def test_a_filter_sorts(book: Book) -> None:
    """Sort orders of a basic filter are carried out below its header; those of a view are not."""
    book.put("A1:B4", [["x", "y"], [3, "c"], [1, "a"], [2, "b"]])
    orders = [{"dimensionIndex": 0, "sortOrder": "DESCENDING"}]
    view = {"range": {**AREA, "endRowIndex": 4}, "sortSpecs": orders}
    book.do("addFilterView", {"filter": view})
    assert book.read("A2:A4") == [["3"], ["1"], ["2"]]
    book.do("setBasicFilter", {"filter": view})
    assert book.read("A2:B4") == [["3", "c"], ["2", "b"], ["1", "a"]]
    assert book.sheet()["basicFilter"]["sortSpecs"] == orders
    header = {"range": {**AREA, "endRowIndex": 1}, "sortSpecs": orders}
    book.do("setBasicFilter", {"filter": header})
    assert book.read("A1") == [["x"]]


@pytest.mark.parametrize(
    ("wanted", "part"),
    [
        ({}, "No range specified."),
        ({"range": AREA, "criteria": {"5": {"hiddenValues": ["x"]}}}, "Column 5"),
        ({"range": AREA, "criteria": {"x": {}}}, "column indexes"),
        ({"range": AREA, "sortSpecs": [{"dimensionIndex": 9}]}, "Column 9"),
        (
            {"range": AREA, "criteria": {"0": {"condition": condition("ONE_OF_LIST", "a")}}},
            "ConditionType 'ONE_OF_LIST' is not supported in filters.",
        ),
        ({"range": AREA, "tableId": "x"}, "Only one of"),
        ({"namedRangeId": "x"}, "No named range with id: x"),
    ],
)
def test_filters_that_are_refused(book: Book, wanted: Json, part: str) -> None:
    """A filter covers one range; its columns and conditions must fit."""
    assert part in book.refused("addFilterView", {"filter": wanted})


@pytest.mark.parametrize(
    "wanted",
    [
        {"criteria": {"0": {"visibleBackgroundColor": RED}}},
        {"criteria": {"0": {"visibleForegroundColorStyle": {"rgbColor": RED}}}},
        {"sortSpecs": [{"backgroundColor": RED}]},
        {"filterSpecs": [{"dataSourceColumnReference": {"name": "x"}}]},
    ],
)
def test_filters_by_colour(book: Book, wanted: Json) -> None:
    """They are a loud 501."""
    body = {"requests": [{"setBasicFilter": {"filter": {"range": AREA, **wanted}}}]}
    assert book.google.error("POST", f"{book.path}:batchUpdate", body)[0] == 501


def test_filter_views(book: Book) -> None:
    """Views are backed by a range or a name, change by mask, move and are duplicated."""
    named = {"name": "Vùng", "range": {"startRowIndex": 1, "endColumnIndex": 2}}
    number = book.do("addNamedRange", {"namedRange": named})["namedRange"]["namedRangeId"]
    view = book.do("addFilterView", {"filter": {"namedRangeId": number, "title": "Một"}})["filter"]
    assert (view["namedRangeId"], view["range"]) == (number, named["range"])
    identifier = view["filterViewId"]

    def change(fields: str, **new: JsonValue) -> Json:
        body = {"filter": {"filterViewId": identifier, **new}, "fields": fields}
        book.do("updateFilterView", body)
        shown: Json = book.sheet()["filterViews"][0]
        return shown

    rule = {"hiddenValues": ["x"]}
    assert change("criteria", criteria={"0": rule})["filterSpecs"][0]["filterCriteria"] == rule
    shown = change("range", range=AREA)
    assert ("namedRangeId" in shown, shown["title"]) == (False, "Một")
    assert shown["criteria"] == {"0": rule}
    assert "criteria" not in change("filterSpecs")
    twin = book.do("duplicateFilterView", {"filterId": identifier})["filter"]
    assert (twin["title"], twin["range"]) == ("Copy of Một", AREA)
    assert twin["filterViewId"] != identifier
    assert "No filter view" in book.refused("duplicateFilterView", {"filterId": 1})
    tab = book.do("addSheet", {})["properties"]["sheetId"]
    change("*", range={**AREA, "sheetId": tab})
    views = book.sheet(1)["filterViews"]
    assert [one["filterViewId"] for one in views] == [identifier]
    assert views[0]["title"] == "Một"


def test_copies_of_filters(book: Book) -> None:
    """A duplicated tab has views of its own, on its own cells."""
    named = {"name": "Vùng", "range": AREA}
    number = book.do("addNamedRange", {"namedRange": named})["namedRange"]["namedRangeId"]
    view = book.do("addFilterView", {"filter": {"namedRangeId": number}})["filter"]
    book.do("duplicateSheet", {"sourceSheetId": 0, "newSheetId": 7, "insertSheetIndex": 1})
    copied = book.sheet(1)["filterViews"][0]
    assert copied["filterViewId"] != view["filterViewId"]
    assert (copied["range"]["sheetId"], "namedRangeId" in copied) == (7, False)


def test_banding_changes_by_mask(book: Book) -> None:
    """One colour, the range or the sides change; places and needs are checked."""
    two = {"firstBandColor": RED, "secondBandColor": {}}
    wanted = {"range": AREA, "rowProperties": two, "bandedRangeId": 5}
    book.do("addBanding", {"bandedRange": wanted})

    def change(fields: str, **new: JsonValue) -> Json:
        body = {"bandedRange": {"bandedRangeId": 5, **new}, "fields": fields}
        book.do("updateBanding", body)
        shown: Json = book.sheet()["bandedRanges"][0]
        return shown

    green = {"green": 1}
    shown = change("rowProperties.headerColor", rowProperties={"headerColor": green})
    assert shown["rowProperties"]["headerColorStyle"] == {"rgbColor": green}
    assert shown["rowProperties"]["firstBandColor"] == RED
    shown = change("columnProperties,rowProperties", columnProperties=two)
    assert ("rowProperties" in shown, "columnProperties" in shown) == (False, True)
    far = {"startRowIndex": 8, "endRowIndex": 9, "startColumnIndex": 0, "endColumnIndex": 2}
    assert change("range", range=far)["range"] == far
    tab = book.do("addSheet", {})["properties"]["sheetId"]
    body = {"bandedRange": {"bandedRangeId": 5, "range": {"sheetId": tab}}, "fields": "range"}
    book.do("updateBanding", body)
    assert ("bandedRanges" in book.sheet(), len(book.sheet(1)["bandedRanges"])) == (False, 1)
    for wanted in (
        {"range": AREA},
        {"range": AREA, "rowProperties": {"firstBandColor": RED}},
        {"range": AREA, "rowProperties": two, "bandedRangeId": 5},
        {"range": {"sheetId": tab, "endRowIndex": 3}, "rowProperties": two},
    ):
        assert book.refused("addBanding", {"bandedRange": wanted})
    body = {"bandedRange": {"bandedRangeId": 6}, "fields": "range"}
    assert "No banding" in book.refused("updateBanding", body)


@pytest.mark.documented
@pytest.mark.parametrize("dimension", ["ROWS", "COLUMNS"])
def test_folding_a_group_hides_it(book: Book, dimension: str) -> None:
    """Folding hides all of its rows or columns, unfolding shows them again."""
    place = span(dimension, 2, 4)
    size = {"range": span(dimension, 2, 3), "properties": {"pixelSize": 40}, "fields": "pixelSize"}
    book.do("updateDimensionProperties", size)
    book.do("addDimensionGroup", {"range": place})

    def fold(*, collapsed: bool, depth: int = 1) -> Json:
        group = {"range": place, "depth": depth, "collapsed": collapsed}
        return {"dimensionGroup": group, "fields": "collapsed"}

    name = "rowMetadata" if dimension == "ROWS" else "columnMetadata"
    mask = f"sheets.data.{name}(hiddenByUser,pixelSize)"
    groups = "rowGroups" if dimension == "ROWS" else "columnGroups"

    def shown() -> list[Json]:
        data = book.get(fields=mask, ranges="A1:E5")["sheets"][0]["data"][0]
        entries: list[Json] = data[name]
        return entries[2:4]

    book.do("updateDimensionGroup", fold(collapsed=True))
    assert [entry.get("hiddenByUser") for entry in shown()] == [True, True]
    assert book.sheet()[groups][0]["collapsed"] is True
    book.do("updateDimensionGroup", fold(collapsed=False))
    assert shown() == [{"pixelSize": 40}, shown()[1]]
    assert "collapsed" not in book.sheet()[groups][0]
    depth = {**fold(collapsed=True), "fields": "depth"}
    book.do("updateDimensionGroup", depth)
    assert "collapsed" not in book.sheet()[groups][0]
    assert "no group" in book.refused("updateDimensionGroup", fold(collapsed=True, depth=2))


def point(kind: str, value: str = "") -> Json:
    """Return an InterpolationPoint."""
    return {"type": kind, "value": value, "colorStyle": {"rgbColor": RED}}


def scale(book: Book, **points: Json) -> Json:
    """Return the request for a colour scale."""
    return {"rule": {"ranges": [AREA], "gradientRule": points}}


@pytest.mark.documented
def test_colour_scales(book: Book) -> None:
    """The value of a MIN point is dropped; numbers are read in the locale of the document."""
    wanted = scale(book, minpoint=point("MIN", "2"), maxpoint=point("MAX"))
    book.do("addConditionalFormatRule", wanted)
    low = book.sheet()["conditionalFormats"][0]["gradientRule"]["minpoint"]
    assert low == {"type": "MIN", "color": RED, "colorStyle": {"rgbColor": RED}}
    update = {"properties": {"locale": "de_DE"}, "fields": "locale"}
    book.do("updateSpreadsheetProperties", update)
    comma = scale(book, minpoint=point("NUMBER", "1,5"), maxpoint=point("NUMBER", "=1+1"))
    book.do("addConditionalFormatRule", comma)
    text = scale(book, minpoint=point("NUMBER", "x"), maxpoint=point("MAX"))
    sentence = "Invalid InterpolationPoint.value: x"
    assert book.refused("addConditionalFormatRule", text) == sentence


@pytest.mark.documented
@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        ({"minpoint": point("MIN")}, "No interpolationPointType specified."),
        ({"maxpoint": point("MAX")}, "No interpolationPointType specified."),
        (
            {"minpoint": {"value": "1"}, "maxpoint": point("MAX")},
            "No interpolationPointType specified.",
        ),
        (
            {"minpoint": point("NUMBER"), "maxpoint": point("MAX")},
            "InterpolationPoint.value is required.",
        ),
        (
            {"minpoint": point("MIN"), "midpoint": point("PERCENTILE"), "maxpoint": point("MAX")},
            "InterpolationPoint.value is required.",
        ),
    ],
)
def test_colour_scales_that_are_refused(book: Book, points: Json, sentence: str) -> None:
    """A scale needs both ends, types, and values where a type needs one."""
    assert book.refused("addConditionalFormatRule", scale(book, **points)) == sentence


def test_conditions_of_conditional_formats(book: Book) -> None:
    """Conditions for validation alone are refused; the index lies among the rules."""
    look = {"condition": condition("TEXT_IS_EMAIL"), "format": {}}
    body: Json = {"rule": {"ranges": [AREA], "booleanRule": look}}
    sentence = "ConditionType 'TEXT_IS_EMAIL' is not supported in conditional formats."
    assert book.refused("addConditionalFormatRule", body) == sentence
    body["rule"]["booleanRule"] = {"format": {}}
    assert book.refused("addConditionalFormatRule", body)
