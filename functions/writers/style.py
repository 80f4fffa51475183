"""The colours and formats of everything that is shown. One place, so that they stay the same."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

REQUIRED_HEADER = "#0b57d0"
OPTIONAL_HEADER = "#d3e3fd"
ROBOT_HEADER = "#9aa0a6"
ROBOT_CELL = "#f1f3f4"
EXAMPLE_TEXT = "#80868b"
ERROR_CELL = "#f9c9c5"
WARNING_CELL = "#fdeeb5"
ACCEPTED_CELL = "#ceead6"
NEW_CELL = "#e8f0fe"
SECTION = "#0b57d0"
TABLE_HEADER = "#d3e3fd"
CHART_MAIN = "#0b57d0"
CHART_MUTED = "#bdc1c6"
CHART_GOOD = "#34a853"
CHART_BAD = "#e8837a"
MUTED_TEXT = "#5f6368"
WHITE = "#ffffff"
BLACK = "#202124"

Format = Mapping[str, object]

DATE = {"type": "DATE", "pattern": "dd/mm/yyyy"}
WHOLE = {"type": "NUMBER", "pattern": "#,##0"}
YEAR = {"type": "NUMBER", "pattern": "0"}
PERCENT = {"type": "PERCENT", "pattern": "0%"}
TEXT = {"type": "TEXT", "pattern": "@"}

NUMBER_FORMATS: Mapping[str, Mapping[str, str]] = {
    "date": DATE,
    "int": WHOLE,
    "birth_year": YEAR,
    # Typed as 85 or as 85%, which Sheets turns into 0.85 and a format of its own.
    "percent": YEAR,
    "date_range": TEXT,
    "phone": TEXT,
    "id": TEXT,
    "ref": TEXT,
    "text": TEXT,
    "person": TEXT,
}
"""The format of a column's cells by kind. Text keeps a leading zero and a date range as typed.

Numbers that may have decimals have none: any pattern for them shows 25 as «25,».
"""


CENTRED = frozenset({"birth_year", "bool", "date", "int", "number", "percent"})
"""Kinds of columns whose cells are centred."""


def colour(code: str) -> dict[str, object]:
    """Return `#rrggbb` as the API's `ColorStyle`.

    Channels are rounded up: Google cuts them down to eight bits, and reads back what was meant.
    """
    red, green, blue = (ceil(int(code[at : at + 2], 16) / 255 * 1e4) / 1e4 for at in (1, 3, 5))
    return {"rgbColor": {"red": red, "green": green, "blue": blue}}


def cell_format(
    *,
    background: str = "",
    text: str = "",
    bold: bool = False,
    italic: bool = False,
    size: int = 10,
    number: Mapping[str, str] | None = None,
    align: str = "",
    middle: bool = False,
) -> dict[str, object]:
    """Return an API `CellFormat`; text always wraps, so that nothing is hidden on a phone."""
    style: dict[str, object] = {"fontSize": size, "bold": bold, "italic": italic}
    if text:
        style["foregroundColorStyle"] = colour(text)
    found: dict[str, object] = {"wrapStrategy": "WRAP", "textFormat": style}
    found["verticalAlignment"] = "MIDDLE" if middle else "TOP"
    if background:
        found["backgroundColorStyle"] = colour(background)
    if number:
        found["numberFormat"] = dict(number)
    if align:
        found["horizontalAlignment"] = align
    return found
