"""Google's CellFormat as Excel formats, each distinct one made once."""

import json
from typing import Any

from deploy.local.emulator.shapes import Json

EIGHT_BITS = 255
_HORIZONTAL = {"LEFT": "left", "CENTER": "center", "RIGHT": "right"}
_VERTICAL = {"TOP": "top", "MIDDLE": "vcenter", "BOTTOM": "bottom"}
_LINES = {
    "SOLID": 1,
    "SOLID_MEDIUM": 2,
    "DASHED": 3,
    "DOTTED": 4,
    "SOLID_THICK": 5,
    "DOUBLE": 6,
}
_SWITCHES = {"bold": "bold", "italic": "italic", "strikethrough": "font_strikeout"}
UPRIGHT = 90


def hex_colour(colour: Json) -> str:
    """Return a Google colour as ``#RRGGBB``."""
    parts = (round(colour.get(name, 0) * EIGHT_BITS) for name in ("red", "green", "blue"))
    return "#" + "".join(f"{part:02X}" for part in parts)


def _colour(holder: Json, name: str) -> str | None:
    style = holder.get(f"{name}Style", {}).get("rgbColor", holder.get(name))
    return None if style is None else hex_colour(style)


def properties_of(cell_format: Json) -> Json:
    """Return XlsxWriter's format properties for a CellFormat."""
    found: Json = {}
    background = _colour(cell_format, "backgroundColor")
    if background is not None and background != "#FFFFFF":
        found["bg_color"] = background
    pattern = cell_format.get("numberFormat", {}).get("pattern")
    if pattern:
        found["num_format"] = pattern
    found |= _text_properties(cell_format.get("textFormat", {}))
    if cell_format.get("horizontalAlignment") in _HORIZONTAL:
        found["align"] = _HORIZONTAL[cell_format["horizontalAlignment"]]
    if cell_format.get("verticalAlignment") in _VERTICAL:
        found["valign"] = _VERTICAL[cell_format["verticalAlignment"]]
    if cell_format.get("wrapStrategy") == "WRAP":
        found["text_wrap"] = True
    angle = cell_format.get("textRotation", {}).get("angle", 0)
    if angle and -UPRIGHT <= angle <= UPRIGHT:
        found["rotation"] = angle
    for side, line in cell_format.get("borders", {}).items():
        style = _LINES.get(line.get("style"))
        if style:
            found[side] = style
            found[f"{side}_color"] = _colour(line, "color") or "#000000"
    return found


def _text_properties(text: Json) -> Json:
    found: Json = {name: True for key, name in _SWITCHES.items() if text.get(key)}
    if text.get("underline"):
        found["underline"] = 1
    colour = _colour(text, "foregroundColor")
    if colour is not None:
        found["font_color"] = colour
    if text.get("fontFamily"):
        found["font_name"] = text["fontFamily"].partition(",")[0]
    if text.get("fontSize"):
        found["font_size"] = text["fontSize"]
    return found


class Styles:
    """Makes formats in one XlsxWriter workbook."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - XlsxWriter ships no types
        self._book = book
        self._made: dict[str, Any] = {}

    def of(
        self,
        cell_format: Json | None,
        number_format: Json | None = None,
        band: str | None = None,
    ) -> Any:  # noqa: ANN401
        """Return the format of a cell; ``band`` is its background unless it has one of its own."""
        whole = dict(cell_format or {})
        if number_format is not None:
            whole["numberFormat"] = number_format
        base: Json = {"font_name": "Arial", "font_size": 10}
        if band is not None and _colour(whole, "backgroundColor") is None:
            base["bg_color"] = band
        return self._make({**base, **properties_of(whole)})

    def difference(self, cell_format: Json) -> Any:  # noqa: ANN401
        """Return the format a conditional format lays over a cell."""
        return self._make(properties_of(cell_format))

    def _make(self, properties: Json) -> Any:  # noqa: ANN401
        key = json.dumps(properties, sort_keys=True)
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]
