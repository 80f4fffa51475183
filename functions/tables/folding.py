"""Looking for words in long texts, whatever diacritics they were typed with."""

from __future__ import annotations

import unicodedata

# Latin letters with marks, Vietnamese ones among them.
_MARKED = (range(0x00C0, 0x0250), range(0x1E00, 0x1F00))
_BASES = str.maketrans(
    {chr(code): unicodedata.normalize("NFD", chr(code))[0] for block in _MARKED for code in block}
    | {"đ": "d"}
)


def folded(text: str) -> str:
    """Return `text`, which is in NFC, in small letters without diacritics.

    Letters stay where they were and punctuation stays what it was, unlike in `words.plain`, and no
    word is remembered: a report is read once.
    """
    return text.lower().translate(_BASES)
