"""Alternating colours of a tab, cell by cell: Excel has no such thing for plain cells."""

from typing import Final

from deploy.local.emulator.export.chart_looks import Palette
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.sheet import Sheet

UNCERTAIN: Final = (
    "In .xlsx: tables are plain cells with the colours they were given; Google exports tables.",
)
MOST_CELLS = 300_000
"""Beyond this many cells only the rows down to the last content are coloured."""


def band_colours(sheet: Sheet, palette: Palette, bounds: Rect) -> dict[tuple[int, int], str]:
    """Return the colour bands and tables give each cell, as #RRGGBB; white ones left out."""
    colours: dict[tuple[int, int], str] = {}
    for banding in (*map(_of_table, sheet.tables), *sheet.bandings):
        rect = sheet.rect(banding["range"]).clipped(bounds.bottom, bounds.right)
        if rect.height * rect.width > MOST_CELLS:
            last = max(sheet.grid.entered.rows, default=0) + 1
            rect = Rect(rect.top, rect.left, min(rect.bottom, last), rect.right)
        rows = _line(banding.get("rowProperties"), rect.height, palette)
        columns = _line(banding.get("columnProperties"), rect.width, palette)
        for row, (own, major) in enumerate(rows, rect.top):
            for column, (other, other_major) in enumerate(columns, rect.left):
                # A first band of rows comes before one of columns, that before a second one.
                first, second = (other, own) if other_major and not major else (own, other)
                colour = first or second
                if colour and colour != "#FFFFFF":
                    colours[(row, column)] = colour
    return colours


def _of_table(table: Json) -> Json:
    return {"range": table["range"], "rowProperties": table.get("rowsProperties")}


def _line(properties: Json | None, length: int, palette: Palette) -> list[tuple[str | None, bool]]:
    """Return (colour, whether it is a major one) of each row or column of a band."""
    if not properties:
        return [(None, False)] * length
    names = ("headerColor", "firstBandColor", "secondBandColor", "footerColor")
    header, first, second, footer = (palette.of(properties, name) for name in names)
    line: list[tuple[str | None, bool]] = [(header, True)] if header else []
    bands = ((first, True), (second, False))
    line += [bands[number % 2] for number in range(length - len(line))]
    if footer and line:
        line[-1] = (footer, True)
    return line[:length]
