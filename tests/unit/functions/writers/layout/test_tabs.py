"""Tabs: ids, sizes, keys, widths."""

from typing import Any

import pytest

from functions.domain.workbook import COLUMN_KEY, TAB_KEY
from functions.writers.layout.keys import keys
from functions.writers.layout.shape import shape
from functions.writers.layout.tabs import (
    column_count,
    first_row,
    header_row,
    row_count,
    sheet_id,
    sheet_properties,
    widths,
)
from sheets_schema.model import BOOKS, Book, TableKind
from tests.campaigns import schema
from tests.layouts import new


@pytest.mark.parametrize("book", BOOKS)
def test_ids_titles_and_places_of_tabs_are_unique(book: Book) -> None:
    """No two tabs of a workbook share an id, a title or a place, and places have no gaps."""
    tabs: list[Any] = [
        sheet_properties(schema(), each, sheet_id(each), index)
        for index, each in enumerate(schema().book(book))
    ]
    for name in ("sheetId", "title"):
        assert len({each[name] for each in tabs}) == len(tabs)
    assert [each["index"] for each in tabs] == list(range(len(tabs)))


@pytest.mark.parametrize("table", schema().tables, ids=lambda each: f"{each.book}-{each.name}")
def test_a_tab_has_room_for_what_is_laid_out(table: Any) -> None:  # noqa: ANN401 - one of the schema's tables
    """Headers are frozen, rows are counted from the kind of the tab, pages have no grid."""
    found: Any = sheet_properties(schema(), table, 1, 0)["gridProperties"]
    assert found["rowCount"] == row_count(table, len(schema().settings)) > first_row(table)
    assert found["columnCount"] == column_count(schema(), table) >= len(table.fields)
    if table.kind is TableKind.PAGE:
        assert found["hideGridlines"]
        assert "frozenRowCount" not in found
    else:
        assert found["frozenRowCount"] == header_row(table) + 1
    assert ("frozenColumnCount" in found) == (table.kind in (TableKind.INPUT, TableKind.LEDGER))


def test_rows_are_counted_by_the_kind_of_a_tab() -> None:
    """Input tabs hold their numbered rows, settings one each, the list of assignments its own."""
    needs, settings = schema().table("unit", "needs"), schema().table("province", "settings")
    ledger = schema().table("province", "assignments")
    assert (header_row(needs), first_row(needs), row_count(needs)) == (0, 2, 2 + needs.rows)
    assert (first_row(settings), row_count(settings, 10)) == (1, 11)
    assert (header_row(ledger), first_row(ledger), row_count(ledger)) == (1, 2, 2 + ledger.rows)


@pytest.mark.parametrize("table", schema().tables, ids=lambda each: f"{each.book}-{each.name}")
def test_a_tab_and_its_columns_bear_their_names(table: Any) -> None:  # noqa: ANN401 - one of the schema's tables
    """One key for the tab and one for each column, so that they are found when renamed."""
    found: list[Any] = [
        each["createDeveloperMetadata"]["developerMetadata"]  # type: ignore[index]
        for each in keys(new(table))
    ]
    assert {each["visibility"] for each in found} == {"DOCUMENT"}
    assert (found[0]["metadataKey"], found[0]["metadataValue"]) == (TAB_KEY, table.name)
    assert found[0]["location"] == {"sheetId": sheet_id(table)}
    assert {each["metadataKey"] for each in found[1:]} <= {COLUMN_KEY}
    ranges = [each["location"]["dimensionRange"] for each in found[1:]]
    assert [each["startIndex"] for each in ranges] == list(range(len(table.fields)))
    assert [each["metadataValue"] for each in found[1:]] == [each.name for each in table.fields]


def test_helper_columns_are_hidden() -> None:
    """Every column has a width, those that only formulas look at are not shown."""
    table = schema().table("unit", "findings")
    found: list[Any] = [each["updateDimensionProperties"] for each in shape(schema(), new(table))]
    hidden = [each["range"]["startIndex"] for each in found if each["fields"] == "hiddenByUser"]
    assert hidden == list(range(table.column("mark"), len(table.fields)))
    sizes = [each["properties"]["pixelSize"] for each in found if each["fields"] == "pixelSize"]
    assert sizes == [each.width for each in table.fields]


@pytest.mark.parametrize(("book", "name"), [("unit", "lists"), ("province", "summary")])
def test_tabs_without_fields_have_widths_too(book: Book, name: str) -> None:
    """Pages and lists give each of their columns a width."""
    table = schema().table(book, name)
    assert len(widths(schema(), table)) == column_count(schema(), table)
