"""Ways to write the same Vietnamese text."""

import re
import unicodedata

# The two groups of final vowels on which the old and the new placement differ: oa, oe and uy.
_OLD_PLACEMENT = re.compile(r"([òóỏõọ](?=[ae])|(?<![qQ])[ùúủũụ](?=y))([aey])\b")


def decomposed(text: str) -> str:
    """Return the text as some phones and computers store it: letters and marks apart."""
    return unicodedata.normalize("NFD", text)


def without_diacritics(text: str) -> str:
    """Return the text as typed without a Vietnamese keyboard."""
    plain = text.replace("đ", "d").replace("Đ", "D")
    return "".join(each for each in decomposed(plain) if not unicodedata.combining(each))


def new_tone_placement(text: str) -> str:
    """Return the text with the tone on the last vowel: Hoà for Hòa."""

    def moved(match: re.Match[str]) -> str:
        apart = decomposed(match[1])
        return apart[0] + unicodedata.normalize("NFC", match[2] + apart[1])

    return _OLD_PLACEMENT.sub(moved, text)


def with_eth(text: str) -> str:
    """Return the text with the Icelandic letter that looks like Đ."""
    return text.replace("Đ", "Ð")


def with_spaces(text: str) -> str:
    """Return the text with a doubled space inside and one at the end."""
    return text.replace(" ", "  ", 1) + " "


def with_hard_space(text: str) -> str:
    """Return the text as copied from a web page."""
    return text.replace(" ", "\N{NO-BREAK SPACE}", 1)
