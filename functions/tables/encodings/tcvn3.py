"""TCVN3 (ABC), the encoding of the fonts .VnTime, as it looks when read as Windows-1252."""

from __future__ import annotations

import re
from functools import lru_cache

from functions.tables.encodings.spelling import is_right
from functions.tables.syllables import is_syllable

_LETTERS = dict(
    zip(
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ®¡¢£¤¥¦§",
        "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ",
        strict=True,
    )
)
_HORNED = "ơờởỡớợ"
# Two words that are everywhere in such sheets, and that stay words when their ư is lost.
_SHORTENED = {"ngời": "người", "Ngời": "Người", "lợt": "lượt", "Lợt": "Lượt"}
_NO_VOWEL = re.compile("[b-df-hj-np-tv-xz]{2,5}", re.IGNORECASE)
# In capitals a word without vowels is an abbreviation, unless it ends like this one.
_LIKE_A_SYLLABLE = re.compile("[A-Z]+NG")


@lru_cache(maxsize=65536)
def decode(word: str, *, capitals: bool) -> str:
    """Return the Vietnamese word that `word` shows, empty when it is none.

    The encoding has no capitals with tones: a word whose plain letters are capitals is read in
    capitals. `capitals` says so of words with one plain letter, which do not tell.
    """
    letters = _letters(word, capitals=capitals)
    letters = _SHORTENED.get(letters, letters)
    return letters if is_right(letters) else ""


@lru_cache(maxsize=65536)
def decode_without_u(word: str, *, capitals: bool) -> str:
    """Return what `word` was before its ư, an invisible soft hyphen here, was lost; or nothing.

    Only where nothing is a word without the ư and only one place makes a word with it.
    """
    letters = _letters(word, capitals=capitals)
    places = [index for index, letter in enumerate(letters) if letter.lower() in _HORNED]
    if _NO_VOWEL.fullmatch(word) and (not word.isupper() or _LIKE_A_SYLLABLE.fullmatch(word)):
        places = list(range(len(word) + 1))
    u = "Ư" if letters.isupper() else "ư"
    found = {letters[:each] + u + letters[each:] for each in places}
    found = {each for each in found if is_right(each) and is_syllable(each)}
    return found.pop() if len(found) == 1 else ""


def _letters(word: str, *, capitals: bool) -> str:
    decoded = [each if each.isascii() else _LETTERS.get(each, "") for each in word]
    if not all(decoded):
        return ""
    cased = [each for each, source in zip(decoded, word, strict=True) if _tells_case(source)]
    if not "".join(cased).isupper():
        return "".join(decoded)
    inside = any(_tells_case(each) for each in word[1:])
    return "".join(decoded).upper() if inside or capitals else "".join(decoded)


def _tells_case(source: str) -> bool:
    return source.isascii() or _LETTERS[source].isupper()
