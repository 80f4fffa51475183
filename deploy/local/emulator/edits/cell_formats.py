"""Formats of cells: what cannot be set, and how Google keeps the rest."""

from typing import Final

from deploy.local.emulator.edits.borders import kept_line
from deploy.local.emulator.edits.fields import overlay
from deploy.local.emulator.edits.rich_text import linked
from deploy.local.emulator.errors import RequestFault
from deploy.local.emulator.masks import Mask, wants
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.canonical import tidy

UNCERTAIN: Final = (
    (
        "CellFormat: a number format without type, angles beyond 90 degrees, negative padding and "
        "font sizes are refused after the documentation, in our own words."
    ),
    (
        "CellFormat: an enum given as ..._UNSPECIFIED counts as not given; whether Google refuses "
        "it is not known."
    ),
)
_STEEPEST = 90


def laid_over(old: Json | None, new: Json, mask: Mask) -> Json | None:
    """Return what a cell's format becomes when the masked parts of ``new`` are written to it.

    Raises:
        RequestFault: The result is a format no cell can have.
    """
    result = overlay(old or {}, new, mask)
    if is_linked(new) and wants(mask, "textFormat", "link"):
        result = {**result, "textFormat": linked(result["textFormat"])}
    return kept_format(result) or None


def is_linked(cell_format: Json) -> bool:
    """Say whether a format links the whole cell somewhere."""
    return bool(cell_format.get("textFormat", {}).get("link", {}).get("uri"))


def kept_format(wanted: Json) -> Json:
    """Return a CellFormat as Google keeps it.

    Raises:
        RequestFault: It holds something no cell can have.
    """
    _check(wanted)
    given = {name: item for name, item in wanted.items() if not _unspecified(item)}
    borders = {
        side: kept_line(line) for side, line in given.pop("borders", {}).items() if line is not None
    }
    kept: Json = tidy(given)
    lines = {side: line for side, line in borders.items() if line is not None}
    if lines:
        kept["borders"] = lines
    return {name: item for name, item in kept.items() if item != {}}


def _unspecified(item: object) -> bool:
    return isinstance(item, str) and item.endswith("_UNSPECIFIED")


def _check(wanted: Json) -> None:
    number = wanted.get("numberFormat")
    if (
        number is not None
        and number != {}
        and _unspecified(number.get("type", "NUMBER_FORMAT_TYPE_UNSPECIFIED"))
    ):
        raise RequestFault("NumberFormat.type is required.")
    rotation = wanted.get("textRotation", {})
    if abs(rotation.get("angle", 0)) > _STEEPEST:
        raise RequestFault("TextRotation.angle must be between -90 and 90.")
    if any(pixels < 0 for pixels in wanted.get("padding", {}).values()):
        raise RequestFault("Padding must not be negative.")
    if wanted.get("textFormat", {}).get("fontSize", 1) < 0:
        raise RequestFault("TextFormat.fontSize must be positive.")
