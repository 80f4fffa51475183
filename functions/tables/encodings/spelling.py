"""Which words somebody may have typed in Unicode as they stand."""

from __future__ import annotations

import re
from functools import lru_cache

from functions.tables.syllables import is_syllable, is_untoned

LONGEST_WORD = 16
"""Letters and marks of the longest damaged syllable; anything longer is no syllable."""

# U+00D0 and U+00F0 (Eth) are typed for Đ and đ.
_ETH = str.maketrans("\u00d0\u00f0", "Đđ")
_ABBREVIATION = re.compile("[b-df-hj-np-tv-xzđ]{1,8}", re.IGNORECASE)


def well_cased(word: str) -> bool:
    """Say whether a word is in small letters, in capitals, or capitalised."""
    return word.islower() or word.isupper() or (word[:1].isupper() and word[1:].islower())


def is_right(word: str) -> bool:
    """Say whether `word` is spelled as Vietnamese: a syllable or an abbreviation such as CĐS."""
    return well_cased(word) and (is_syllable(word) or bool(_ABBREVIATION.fullmatch(word)))


@lru_cache(maxsize=65536)
def may_be_typed(word: str) -> bool:
    """Say whether `word`, of at most `LONGEST_WORD` letters, is no sign of any damage."""
    # Quotation marks are letters in another encoding. A micrometre is the one unit that would
    # also be a syllable there.
    word = word.strip("«»")
    if word.isascii() or len(word) == 1 or word == "µm":
        return True
    # A tone left out is a slip of the finger, no sign of an old font.
    return is_right(word.translate(_ETH)) or is_untoned(word)
