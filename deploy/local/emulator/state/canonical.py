"""Brings stored objects into the form Google reads them back in."""

import math
import struct

from deploy.local.emulator.shapes import Json, JsonValue

_KEEP = {
    "startRowIndex",
    "endRowIndex",
    "startColumnIndex",
    "endColumnIndex",
    "startIndex",
    "endIndex",
    "index",
    "rowIndex",
    "columnIndex",
    "numberValue",
    "boolValue",
    "stringValue",
    "userEnteredValue",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "depth",
}
CHANNELS = ("red", "green", "blue", "alpha")
EIGHT_BITS = 255
ALMOST = 1e-6


def tidy(value: JsonValue) -> JsonValue:
    """Drop what Google leaves out: false, zero, empty texts and lists, at any depth."""
    if isinstance(value, dict):
        read = {key: tidy(item) for key, item in value.items()}
        kept = {key: item for key, item in read.items() if key in _KEEP or not _is_default(item)}
        return _with_styles(kept)
    if isinstance(value, list):
        return [tidy(item) for item in value]
    return value


def _is_default(item: JsonValue) -> bool:
    return item is False or item in ("", []) or (item == 0 and not isinstance(item, dict))


def colour(value: Json) -> Json:
    """Round a colour to 8 bits a channel in single precision, zeros left out."""
    result: Json = {}
    for name in CHANNELS:
        if value.get(name):
            result[name] = _channel(value[name])
    return {name: number for name, number in result.items() if number}


def _channel(number: float) -> float:
    steps = math.floor(min(max(number, 0), 1) * EIGHT_BITS + ALMOST)
    exact: float = struct.unpack("f", struct.pack("f", steps / EIGHT_BITS))[0]
    for digits in range(1, 10):
        short = float(f"{exact:.{digits}g}")
        if struct.pack("f", short) == struct.pack("f", exact):
            return int(short) if short.is_integer() else short
    return exact


def _with_styles(value: Json) -> Json:
    result = dict(value)
    for key in [key for key in value if key == "color" or key.endswith("Color")]:
        if isinstance(value[key], dict) and key != "rgbColor":
            result[key] = colour(value[key])
            if key != "color" or "style" in value or "colorStyle" in value:
                result.setdefault(f"{key}Style", {"rgbColor": result[key]})
    for key in [key for key in value if key.endswith("ColorStyle")]:
        style = value[key]
        if isinstance(style, dict) and isinstance(style.get("rgbColor"), dict):
            rgb = colour(style["rgbColor"])
            result[key] = {"rgbColor": rgb}
            result[key.removesuffix("Style")] = rgb
    return result


def merged(old: JsonValue, new: JsonValue) -> JsonValue:
    """Return ``old`` with ``new`` laid over it, objects joined key by key."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    return {**old, **{key: merged(old.get(key), item) for key, item in new.items()}}
