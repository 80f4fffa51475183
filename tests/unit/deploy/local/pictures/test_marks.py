"""Which unit is shown, and which of its columns are marked."""

from deploy.local.pictures.archive import Archive, read_archive
from deploy.local.pictures.marks import marked_columns, marks_of, unit_to_show
from sheets_schema.model import Schema

from .conftest import Make


def _finding(schema: Schema, severity: str, mark: str = "") -> list[str]:
    table = schema.table("unit", "findings")
    row = [""] * len(table.fields)
    row[table.column("severity")] = severity
    row[table.column("mark")] = mark
    return row


def _unit(make: Make, schema: Schema, name: str, *findings: tuple[str, str]) -> Archive:
    rows = [_finding(schema, *each) for each in findings]
    needs = [["NC-1-001", ""], ["NC-1-002", ""]]
    return read_archive(make(name, "unit", needs=needs, findings=rows))


def test_marks_are_parted_by_colour(make: Make, schema: Schema) -> None:
    """A finding without a cell counts and marks nothing; a hint marks nothing."""
    archive = _unit(
        make, schema, "1", ("Lỗi", "NC-1-001|Hình thức"), ("Cảnh báo", "NC-1-002|Ghi chú"),
        ("Gợi ý", "NC-1-002|Hình thức"), ("Lỗi", ""),
    )  # fmt: skip

    marks = marks_of(archive, schema)

    assert marks.count == 4
    assert marks.red == {"NC-1-001|Hình thức"}
    assert marks.yellow == {"NC-1-002|Ghi chú"}


def test_only_marks_in_the_shown_rows_count(make: Make, schema: Schema) -> None:
    """A column is marked when one of its shown cells is."""
    table = schema.table("unit", "needs")
    archive = _unit(make, schema, "1", ("Lỗi", "NC-1-001|Hình thức"), ("Lỗi", "NC-1-002|Ghi chú"))
    red = marks_of(archive, schema).red
    grid = archive.grid(table.title)

    assert marked_columns(grid, table, 2, red) == {table.column("activity_type")}
    assert marked_columns(grid, table, 3, red) == {
        table.column("activity_type"),
        table.column("note"),
    }


def test_the_unit_with_red_and_yellow_needs_is_shown(make: Make, schema: Schema) -> None:
    """Then the one with the most findings, then the first."""
    both = _unit(make, schema, "3", ("Lỗi", "NC-1-001|Ghi chú"), ("Cảnh báo", "NC-1-002|Ghi chú"))
    many = _unit(make, schema, "2", *[("Lỗi", "")] * 5)
    few = _unit(make, schema, "1", ("Lỗi", ""))

    assert unit_to_show({"1": few, "2": many, "3": both}, schema, 10) == "3"
    assert unit_to_show({"1": few, "2": many}, schema, 10) == "2"
    assert unit_to_show({"5": many, "4": many}, schema, 10) == "4"
