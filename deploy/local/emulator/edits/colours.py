"""Colours that a field named ``color`` holds, in both spellings Google reads them back in."""

from deploy.local.emulator.shapes import JsonValue
from deploy.local.emulator.state.canonical import colour


def with_styles(value: JsonValue) -> JsonValue:
    """Return ``value`` with every plain ``color`` and ``colorStyle`` filled from each other."""
    if isinstance(value, list):
        return [with_styles(item) for item in value]
    if not isinstance(value, dict):
        return value
    result = {name: with_styles(item) for name, item in value.items()}
    chosen = result.get("colorStyle", {}).get("rgbColor", result.get("color"))
    if chosen is not None and "themeColor" not in result.get("colorStyle", {}):
        rgb = colour(chosen)
        result |= {"color": rgb, "colorStyle": {"rgbColor": rgb}}
    return result
