"""Colours and formats."""

from functions.writers import style


def test_colours_are_fractions() -> None:
    """A colour code becomes the API's three fractions of one."""
    assert style.colour("#ff8000") == {"rgbColor": {"red": 1.0, "green": 0.502, "blue": 0.0}}


def test_a_plain_format_only_wraps() -> None:
    """Nothing is said about what was not asked for, and text always wraps."""
    assert style.cell_format() == {
        "wrapStrategy": "WRAP",
        "verticalAlignment": "TOP",
        "textFormat": {"fontSize": 10, "bold": False, "italic": False},
    }


def test_a_full_format_says_everything() -> None:
    """Every part that was asked for is in the format."""
    found = style.cell_format(
        background="#ffffff",
        text="#000000",
        bold=True,
        italic=True,
        size=12,
        number=style.DATE,
        align="RIGHT",
        middle=True,
    )
    assert found["backgroundColorStyle"] == style.colour("#ffffff")
    assert found["numberFormat"] == {"type": "DATE", "pattern": "dd/mm/yyyy"}
    assert (found["horizontalAlignment"], found["verticalAlignment"]) == ("RIGHT", "MIDDLE")
    assert found["textFormat"] == {
        "fontSize": 12,
        "bold": True,
        "italic": True,
        "foregroundColorStyle": style.colour("#000000"),
    }


def test_what_must_stay_as_typed_is_text() -> None:
    """Leading noughts, ranges of days and ids are not numbers."""
    for kind in ("phone", "date_range", "id", "ref", "text", "person"):
        assert style.NUMBER_FORMATS[kind] == style.TEXT


def test_numbers_with_decimals_show_as_they_are() -> None:
    """A pattern with optional decimals would show 25 as «25,», so there is none."""
    assert "number" not in style.NUMBER_FORMATS
