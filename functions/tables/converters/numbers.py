"""The column kinds `int`, `number` and `percent`.

A dot groups thousands and a comma marks decimals, as people in Viet Nam write.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from functions.domain.workbook import Cell
from functions.tables.converters.base import (
    Context,
    Converted,
    Remark,
    accept,
    refuse,
    show_number,
)
from functions.tables.converters.figures import BEYOND_EXACT, Figure, find_figure, why_not
from functions.tables.converters.texts import as_text

_PERCENT = re.compile(r"\s*(?:%|phần trăm)", re.IGNORECASE)


def convert_int(cell: Cell, context: Context) -> Converted:
    """Read a whole number that is not negative."""
    read = convert_number(cell, context)
    return refuse("not_integer") if isinstance(read.value, float) else read


def convert_number(cell: Cell, context: Context) -> Converted:
    """Read a number that is not negative: an int where it is whole, else a float."""
    return _figure(read_figure(cell), context)


def convert_percent(cell: Cell, context: Context) -> Converted:
    """Read a share in hundredths: `85%` is 85, and so is the 0.85 of a percent cell."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and 0 < cell <= 1:
        return _figure(Figure(round(cell * 100, 6)), context)
    bare = _PERCENT.sub("", as_text(cell)) if isinstance(cell, str) else cell
    return _figure(read_figure(bare), context)


def read_figure(cell: Cell) -> Figure | str:
    """Return the figure of a cell, or the code of what is wrong with it."""
    if isinstance(cell, bool):
        return "bad_number"
    if isinstance(cell, int | float):
        return Figure(cell) if abs(cell) < BEYOND_EXACT else "bad_number"
    text = as_text(cell)
    return find_figure(text) or why_not(text)


def limited(
    value: float, context: Context, remarks: tuple[Remark, ...], show: Callable[[float], str]
) -> Converted:
    """Accept a number inside the limits of its column; `show` writes numbers for a refusal."""
    low, high = context.field.minimum, context.field.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        return refuse(
            "out_of_range",
            read_as=show(value),
            minimum=show(low if low is not None else 0),
            maximum=show(high) if high is not None else "…",
        )
    return accept(value, *remarks)


def _figure(found: Figure | str, context: Context) -> Converted:
    if isinstance(found, str):
        return refuse(found)
    if found.value < 0:
        return refuse("negative")
    value = int(found.value) if float(found.value).is_integer() else found.value
    remarks = tuple(Remark(code, {"read_as": show_number(value)}) for code in found.codes)
    return limited(value, context, remarks, show_number)
