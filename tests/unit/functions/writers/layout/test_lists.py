"""«Danh mục»."""

from typing import Any

from functions.writers.layout.lists import lists
from functions.writers.layout.validation import LIST_ROWS, list_column
from tests.campaigns import schema
from tests.layouts import new

TABLE = schema().table("unit", "lists")


def columns_of(communes: list[str]) -> list[list[str]]:
    """Return the words of each column of the tab."""
    found = lists(schema(), new(TABLE), communes)
    update: Any = next(each["updateCells"] for each in found if "updateCells" in each)
    rows = [row["values"] for row in update["rows"]]
    return [
        [cell["userEnteredValue"]["stringValue"] for cell in column if "userEnteredValue" in cell]
        for column in zip(*rows, strict=True)
    ]


def test_each_list_has_its_column() -> None:
    """The dropdowns find their values below the title of the list."""
    found = columns_of(["Xã Tân Lập"])
    for each in schema().lists_of("unit"):
        labels = [item.label for item in each.items]
        assert found[list_column(schema(), each.name)] == [each.title, *labels]


def test_lists_that_a_unit_never_chooses_from_are_left_out() -> None:
    """The tab holds what the unit's own columns use and nothing of the province's."""
    titles = [column[0] for column in columns_of([])]
    assert "Nội dung hỗ trợ" in titles
    assert "Ban phụ trách" not in titles


def test_the_units_communes_stand_first() -> None:
    """However many there are, they stand in the first column, within the dropdowns' range."""
    many = [f"Xã {number}" for number in range(LIST_ROWS - 1)]
    assert columns_of(many)[0] == ["Xã, phường, thị trấn", *many]
    assert columns_of([])[0] == ["Xã, phường, thị trấn"]


def test_no_list_is_longer_than_the_dropdowns_range() -> None:
    """Every value can be chosen."""
    assert all(len(each.items) < LIST_ROWS for each in schema().lists.values())
