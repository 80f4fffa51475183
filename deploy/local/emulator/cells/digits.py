"""Puts digits into placeholders: 0 shows a zero, # nothing, ? a space."""

from typing import Final

Slots = list[tuple[int, str]]
"""Placeholders: position in the section and which of ``0#?``."""
_EMPTY: Final = {"0": "0", "#": "", "?": " "}
GROUP = 3


def fill_whole(digits: str, slots: Slots, separator: str) -> dict[int, str]:
    """Return the text of each placeholder; the first one takes all digits left over."""
    parts: dict[int, str] = {}
    count = 0
    left = digits
    for number, (at, placeholder) in enumerate(reversed(slots), 1):
        share = left if number == len(slots) else left[-1:]
        left = left[: len(left) - len(share)]
        text = ""
        for character in reversed(share or _EMPTY[placeholder]):
            divides = count and count % GROUP == 0 and character != " "
            text = character + (separator if divides else "") + text
            count += 1
        parts[at] = text
    return parts


def fill_decimals(digits: str, slots: Slots) -> dict[int, str]:
    """Return the text of each placeholder behind the point."""
    return {
        at: digits[number] if digits[number:].strip("0") else _EMPTY[placeholder]
        for number, (at, placeholder) in enumerate(slots)
    }
