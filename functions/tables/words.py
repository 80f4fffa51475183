"""Comparing Vietnamese words as people type them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# U+00D0 and U+00F0 (Eth) look like Đ and đ and come from old keyboards.
_LOOKALIKES = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ"})
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0e\ufe0f\ufeff]")
# Letters and digits in fancy dress, as fashionable apps type them: full width, bold, script.
_DRESSED = re.compile("[\uff01-\uff5e\U0001d400-\U0001d7ff]")
_SPACES = re.compile(r"\s+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_WORD_SPLIT = re.compile(r"[^\w]+")
_WORD_LENGTH = 200


def clean(text: str) -> str:
    """Return `text` in NFC with single spaces: repairs that lose and guess nothing."""
    # A cell may hold 50,000 characters; only what looks like a word is worth remembering.
    return _remembered(text) if len(text) <= _WORD_LENGTH else _clean(text)


@lru_cache(maxsize=65536)
def spoken(text: str) -> str:
    """Return a key under which two spellings of the same spoken words are equal.

    Case, punctuation and where a tone mark is placed do not matter (Hoà = Hòa); the tone does.
    """
    return " ".join(_tone_last(word) for word in _WORD_SPLIT.split(clean(text).casefold()) if word)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return `text` without case, punctuation or any diacritic: `Hòa Thạnh` -> `hoa thanh`."""
    decomposed = unicodedata.normalize("NFD", clean(text).casefold().replace("đ", "d"))
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(word for word in _WORD_SPLIT.split(letters) if word)


def has_tones(text: str) -> bool:
    """Say whether `text` was typed with Vietnamese diacritics at all."""
    return any(unicodedata.combining(each) for each in unicodedata.normalize("NFD", text)) or (
        "đ" in text.casefold()
    )


def _clean(text: str) -> str:
    # What is invisible may stand between a letter and its mark, so it goes before NFC.
    text = _DRESSED.sub(_undressed, _INVISIBLE.sub("", text))
    text = unicodedata.normalize("NFC", text).translate(_LOOKALIKES)
    return _SPACES.sub(" ", text).strip()


def _undressed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


_remembered = lru_cache(maxsize=65536)(_clean)


def _tone_last(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(each for each in decomposed if each in _TONES)
    letters = "".join(each for each in decomposed if each not in _TONES)
    return unicodedata.normalize("NFC", letters) + tones
