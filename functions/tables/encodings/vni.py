"""VNI-Windows, a letter and a mark behind it, as it looks when read as Windows-1252."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from functions.tables.encodings.spelling import is_right

_TONES = dict(zip("øùûõï", "\u0300\u0301\u0309\u0303\u0323", strict=True))
_MARKS = (
    _TONES
    | dict(zip("âàáåãä", ("\u0302" + tone for tone in ("", *_TONES.values())), strict=True))
    | dict(zip("êèéúüë", ("\u0306" + tone for tone in ("", *_TONES.values())), strict=True))
)
_SINGLES = dict(zip("ôöìíóòæîñ", "ơưìíĩịỉỵđ", strict=True))
_LETTER = re.compile(
    "[ae][øùûõïâàáåãä]|a[êèéúüë]|o[øùûõïâàáåãä]|[uyôö][øùûõï]|[a-zôöìíóòæîñ]", re.IGNORECASE
)


@lru_cache(maxsize=65536)
def decode(word: str) -> str:
    """Return the Vietnamese word that `word` shows, empty when it is none."""
    letters, end = [], 0
    for match in _LETTER.finditer(word):
        # A capital mark behind a small letter is no VNI.
        if match.start() != end or (match[0][0].islower() and match[0][-1].isupper()):
            return ""
        letters.append(_letter(match[0]))
        end = match.end()
    decoded = "".join(letters)
    return decoded if end == len(word) and is_right(decoded) else ""


def _letter(source: str) -> str:
    base = source[0].lower()
    mark = _MARKS[source[1].lower()] if len(source) > 1 else ""
    letter = unicodedata.normalize("NFC", _SINGLES.get(base, base) + mark)
    return letter.upper() if source[0].isupper() else letter
