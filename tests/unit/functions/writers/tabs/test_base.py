"""A robot's table as cells."""

from functions.writers.tabs import TABLE_WRITERS
from functions.writers.tabs.base import INFO_ROWS, Content, grid_of
from sheets_schema.model import TableKind
from tests.campaigns import schema
from tests.nights import make_night


def test_a_table_has_a_sentence_a_header_and_rows() -> None:
    """Cells stand in the order of the columns, those that a row does not have are empty."""
    fields = schema().table("province", "unmet").fields
    content = Content("Đến 12/08", [{"need_id": "NC-705-001", "tier": 1}], {"unit": "x"})
    grid = grid_of(schema(), "province", "unmet", content)
    assert grid[0] == ["Đến 12/08", None, "x", *([None] * (len(fields) - 3))]
    assert grid[INFO_ROWS] == [each.title for each in fields]
    assert grid[2] == [1, "NC-705-001", *([None] * (len(fields) - 2))]


def test_every_robots_table_has_a_writer() -> None:
    """Each table that the robot writes row by row is listed once, with columns that exist."""
    for book, writers in TABLE_WRITERS.items():
        tables = {each.name for each in schema().book(book) if each.kind is TableKind.ROBOT}
        listed = [each.TABLE for each in writers]
        assert len(listed) == len(set(listed))
        assert set(listed) == tables - {"journal"}
        for writer in writers:
            known = {each.name for each in schema().table(book, writer.TABLE).fields}
            content = writer.content(schema(), make_night(), "T" if book == "province" else "705")
            assert content.info
            assert {name for row in content.rows for name in row} <= known
