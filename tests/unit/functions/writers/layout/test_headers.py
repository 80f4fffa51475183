"""Header cells and their notes."""

from typing import Any

from functions.writers import style
from functions.writers.layout.headers import headers, note
from sheets_schema.model import FilledBy
from tests.campaigns import schema
from tests.layouts import new

NEEDS = schema().table("unit", "needs")


def cells_of(book: Any, name: str) -> list[Any]:  # noqa: ANN401 - "unit" or "province"
    """Return the cells of a header row."""
    found = headers(schema(), new(schema().table(book, name)), relabel=False)
    cells: list[Any] = [{} for _ in schema().table(book, name).fields]
    for (request,) in found.values():
        update: Any = request["updateCells"]
        for at, cell in enumerate(update["rows"][0]["values"]):
            cells[at] |= cell
    return cells


def test_a_note_says_what_may_be_typed() -> None:
    """Meaning, whether it is required, the kind, several values, limits, an example."""
    assert note(schema(), NEEDS.field("expected_beneficiaries")).split("\n") == [
        "Số lượt người dự kiến được hỗ trợ. Chỉ ghi một số.",
        "Bắt buộc.",
        "Số nguyên.",
        "Từ 1 đến 100.000.",
        "Ví dụ: 200",
    ]
    assert "cách nhau bằng dấu chấm phẩy." in note(schema(), NEEDS.field("topics")).split("\n")[3]


def test_years_are_not_written_like_amounts() -> None:
    """The limits of a year have no dots."""
    field = schema().table("unit", "volunteers").field("birth_year")
    assert "Từ 1964 đến 2012." in note(schema(), field)


def test_notes_have_no_empty_lines() -> None:
    """Parts that a column does not have are left out, and every column has a note."""
    for table in schema().tables:
        for field in table.fields:
            words = note(schema(), field)
            assert words
            assert "" not in words.split("\n")
            if field.filled_by is not FilledBy.PEOPLE:
                assert words.endswith("Hệ thống ghi. Không sửa.")


def test_the_colour_says_who_fills_the_column() -> None:
    """Required is dark, optional is light, the robot's is grey."""
    shown = {
        field.name: cell["userEnteredFormat"]["backgroundColorStyle"]
        for field, cell in zip(NEEDS.fields, cells_of("unit", "needs"), strict=True)
    }
    assert shown["commune"] == style.colour(style.REQUIRED_HEADER)
    assert shown["place"] == style.colour(style.OPTIONAL_HEADER)
    assert shown["need_id"] == shown["status"] == style.colour(style.ROBOT_HEADER)


def test_the_coordinators_columns_stand_out() -> None:
    """In the list of assignments the columns of people are dark, a robot's table is all grey."""
    ledger = schema().table("province", "assignments")
    dark = [
        field.name
        for field, cell in zip(ledger.fields, cells_of("province", "assignments"), strict=True)
        if cell["userEnteredFormat"]["backgroundColorStyle"] == style.colour(style.REQUIRED_HEADER)
    ]
    assert dark == ["decision", "remark"]
    colours = [
        cell["userEnteredFormat"]["backgroundColorStyle"] for cell in cells_of("unit", "findings")
    ]
    assert colours == [style.colour(style.ROBOT_HEADER)] * len(colours)


def test_a_page_has_no_header() -> None:
    """Tabs without columns get no header row."""
    found = headers(schema(), new(schema().table("unit", "guide")), relabel=False)
    assert not any(found.values())
