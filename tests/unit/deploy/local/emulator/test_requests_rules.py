"""Requests about merges, rules, metadata, names, filters and bands."""

import pytest

from deploy.local.emulator.shapes import Json, JsonValue
from tests.unit.deploy.local.emulator.conftest import Book
from tests.unit.deploy.local.emulator.pieces import AREA, RED, span


def test_merging_keeps_the_top_left_value(book: Book) -> None:
    """Merging by columns makes one merge each; a partly covered merge is refused."""
    book.put("A1:B2", [[1, 2], [3, 4]])
    book.do("mergeCells", {"range": AREA, "mergeType": "MERGE_COLUMNS"})
    assert book.read("A1:B2") == [["1", "2"]]
    assert len(book.sheet()["merges"]) == 2
    part = {"startRowIndex": 0, "endRowIndex": 1}
    for kind in ("mergeCells", "unmergeCells"):
        assert book.refused(kind, {"range": part}).startswith("You must select all cells")


def test_data_validation_is_set_and_cleared(book: Book) -> None:
    """A rule reads back; a request without one clears it."""
    rule = {"condition": {"type": "BOOLEAN"}, "strict": True}
    book.do("setDataValidation", {"range": AREA, "rule": rule})
    assert book.cell("dataValidation", "B2") == {"dataValidation": rule}
    book.do("setDataValidation", {"range": AREA})
    assert book.cells("dataValidation") == []


def test_conditional_formats(book: Book) -> None:
    """Rules are added, replaced, moved and deleted by index."""

    def rule(color: Json) -> Json:
        look = {"condition": {"type": "NOT_BLANK"}, "format": {"backgroundColor": color}}
        return {"ranges": [{**AREA, "sheetId": 0}], "booleanRule": look}

    book.do("addConditionalFormatRule", {"rule": rule(RED)})
    book.do("addConditionalFormatRule", {"rule": rule({"green": 1}), "index": 1})
    moved = book.do("updateConditionalFormatRule", {"index": 1, "newIndex": 0})
    assert (moved["oldIndex"], moved["newIndex"]) == (1, 0)
    changed = book.do("updateConditionalFormatRule", {"index": 0, "rule": rule({"blue": 1})})
    colour = changed["newRule"]["booleanRule"]["format"]["backgroundColor"]
    assert colour == {"blue": 1}
    book.do("deleteConditionalFormatRule", {"index": 0})
    assert len(book.sheet()["conditionalFormats"]) == 1
    tab = book.do("addSheet", {})["properties"]["sheetId"]
    two = {**rule(RED), "ranges": [AREA, {"sheetId": tab}]}
    for kind, body in (
        ("addConditionalFormatRule", {"rule": {}}),
        ("addConditionalFormatRule", {"rule": {"ranges": [AREA]}}),
        ("addConditionalFormatRule", {"rule": two}),
        ("addConditionalFormatRule", {"rule": rule(RED), "index": 9}),
        ("updateConditionalFormatRule", {"index": 0, "newIndex": 9}),
        ("deleteConditionalFormatRule", {"index": 9}),
    ):
        assert book.refused(kind, body), kind


def test_developer_metadata(book: Book) -> None:
    """Entries are created, found, changed and deleted."""

    def entry(location: Json, key: str = "k", **more: JsonValue) -> Json:
        return {"metadataKey": key, "location": location, "visibility": "PROJECT", **more}

    def add(wanted: Json) -> Json:
        reply = book.do("createDeveloperMetadata", {"developerMetadata": wanted})
        added: Json = reply["developerMetadata"]
        return added

    add(entry({"spreadsheet": True}, metadataValue="v"))
    on_sheet = add(entry({"sheetId": 0}, "tab"))
    add(entry({"dimensionRange": span("COLUMNS", 0, 1)}, "col", metadataId=77))
    assert book.get()["developerMetadata"][0]["metadataValue"] == "v"
    assert book.sheet()["developerMetadata"] == [on_sheet]
    path = f"{book.path}/developerMetadata"
    assert book.google.ask("GET", f"{path}/77")["location"]["locationType"] == "COLUMN"
    assert book.google.error("GET", f"{path}/78")[0] == 404

    def found(**lookup: JsonValue) -> list[str]:
        filters = {"dataFilters": [{"developerMetadataLookup": lookup}]}
        answer = book.google.ask("POST", f"{path}:search", filters)
        matched = answer.get("matchedDeveloperMetadata", [])
        return [one["developerMetadata"]["metadataKey"] for one in matched]

    assert found(metadataKey="tab") == ["tab"]
    assert found(locationType="COLUMN") == ["col"]
    assert found(metadataLocation={"spreadsheet": True}) == ["k"]
    assert found(metadataLocation={"sheetId": 0}) == ["tab", "col"]
    assert found(metadataKey="none") == []
    chosen = {"developerMetadataLookup": {"metadataId": 77}}
    update = {"dataFilters": [chosen], "developerMetadata": {"metadataValue": "new"}}
    reply = book.do("updateDeveloperMetadata", {**update, "fields": "metadataValue"})
    assert reply["developerMetadata"][0]["metadataValue"] == "new"
    deleted = book.do("deleteDeveloperMetadata", {"dataFilter": chosen})
    assert len(deleted["deletedDeveloperMetadata"]) == 1
    assert book.do("deleteDeveloperMetadata", {"dataFilter": chosen}) == {}
    assert "No developer" in book.refused("updateDeveloperMetadata", {**update, "fields": "*"})
    for wanted in (
        {},
        {"metadataKey": "k"},
        {"metadataKey": "k", "visibility": "DOCUMENT"},
        entry({"dimensionRange": span("ROWS", 0, 2)}),
        entry({"sheetId": 0}, metadataId=on_sheet["metadataId"]),
    ):
        assert book.refused("createDeveloperMetadata", {"developerMetadata": wanted})


def test_named_ranges(book: Book) -> None:
    """Names are checked, changed and deleted; formulas understand them."""
    book.put("A1:B2", [[1, 2], [3, 4]])
    added = book.do("addNamedRange", {"namedRange": {"name": "Tổng", "range": AREA}})["namedRange"]
    book.put("D1", [["=SUM(Tổng)"]])
    assert book.read("D1") == [["10"]]
    assert book.read("Tổng") == [["1", "2"], ["3", "4"]]
    other = {**added, "name": "Khác", "range": {**AREA, "endRowIndex": 1, "sheetId": 0}}
    book.do("updateNamedRange", {"namedRange": other, "fields": "*"})
    assert book.read("Sheet1!Khác") == [["1", "2"]]
    assert book.read("D1") == [["3"]]
    for body in (
        {"name": "A1", "range": AREA},
        {"name": "R1C1", "range": AREA},
        {"name": "", "range": AREA},
        {"name": "Khác", "range": AREA},
        {"name": "Mới", "range": AREA, "namedRangeId": added["namedRangeId"]},
        {"name": "Mới"},
    ):
        assert book.refused("addNamedRange", {"namedRange": body})
    book.do("deleteNamedRange", {"namedRangeId": added["namedRangeId"]})
    assert "No named range" in book.refused("deleteNamedRange", {"namedRangeId": "1"})


@pytest.mark.documented
@pytest.mark.parametrize(
    "rules",
    [
        {"criteria": {"0": {"hiddenValues": ["x", ""]}}},
        {"filterSpecs": [{"filterCriteria": {"hiddenValues": ["x", ""]}}]},
    ],
    ids=["criteria", "specs"],
)
def test_rows_that_a_filter_hides(book: Book, rules: Json) -> None:
    """Rows whose shown value lost its tick say so; the header and other rows do not."""
    book.put("A1:A3", [["x"], ["x"], ["y"]])
    area = {"sheetId": 0, "startRowIndex": 0, "endRowIndex": 4}
    book.do("setBasicFilter", {"filter": {"range": area, **rules}})
    data = book.get(fields="sheets.data.rowMetadata(hiddenByFilter)", ranges="A1:A5")
    hidden = {"hiddenByFilter": True}
    assert data["sheets"][0]["data"][0]["rowMetadata"] == [{}, hidden, {}, hidden, {}]
    book.do("clearBasicFilter", {"sheetId": 0})
    data = book.get(fields="sheets.data.rowMetadata(hiddenByFilter)", ranges="A2")
    assert data["sheets"][0]["data"][0]["rowMetadata"] == [{}]


def test_filters(book: Book) -> None:
    """Basic filters and filter views are kept, changed and removed."""
    specs = [{"dimensionIndex": 1, "sortOrder": "ASCENDING"}]
    book.do("setBasicFilter", {"filter": {"range": {"sheetId": 0}, "sortSpecs": specs}})
    shown = book.sheet()["basicFilter"]
    assert (shown["range"]["endRowIndex"], shown["sortSpecs"]) == (1000, specs)
    book.do("clearBasicFilter", {"sheetId": 0})
    assert "basicFilter" not in book.sheet()
    added = book.do("addFilterView", {"filter": {"range": AREA}})["filter"]
    assert added["title"] == "Filter 1"
    number = added["filterViewId"]
    assert "exists" in book.refused("addFilterView", {"filter": {**added}})
    update = {"filter": {"filterViewId": number, "title": "Của tôi"}, "fields": "title"}
    book.do("updateFilterView", update)
    assert book.sheet()["filterViews"][0]["title"] == "Của tôi"
    book.do("deleteFilterView", {"filterId": number})
    assert "No filter view" in book.refused("deleteFilterView", {"filterId": number})


def test_banding(book: Book) -> None:
    """Alternating colours do not overlap."""
    colours = {"rowProperties": {"firstBandColor": RED, "secondBandColor": {}}}
    added = book.do("addBanding", {"bandedRange": {"range": AREA, **colours}})["bandedRange"]
    assert added["rowProperties"]["firstBandColorStyle"] == {"rgbColor": RED}
    assert "alternating" in book.refused("addBanding", {"bandedRange": {"range": AREA}})
    body = {"bandedRangeId": added["bandedRangeId"]}
    book.do("deleteBanding", body)
    assert "No banding" in book.refused("deleteBanding", body)
