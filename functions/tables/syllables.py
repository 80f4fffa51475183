"""What a Vietnamese syllable can look like, by the rules of its spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
# A syllable that ends in a stop has one of two tones; the few words with «oo» are loans.
_STOP_TONES = ("\u0301", "\u0323")
_LOAN_TONES = {"oong": ("", "\u0300", "\u0301"), "ooc": ("\u0301",)}
_STOPS = ("p", "t", "c", "ch")
_VOWELS = "aăâeêioôơuưy"
_MARKED = "ăâêôơư"
_MOVABLE = frozenset({"oa", "oe", "uy"})
_ONSETS = (
    *("", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh"),
    *("nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"),
)
_RIMES = (
    *("a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay"),
    *("ăc", "ăm", "ăn", "ăng", "ăp", "ăt", "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây"),
    *("e", "ec", "em", "en", "eng", "eo", "ep", "et"),
    *("ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu"),
    *("i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu"),
    *("iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu"),
    *("o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay"),
    *("oăc", "oăm", "oăn", "oăng", "oăt", "oe", "oem", "oen", "oeo", "oet"),
    *("oc", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot"),
    *("ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt"),
    *("u", "ua", "uc", "ui", "um", "un", "ung", "up", "ut", "uân", "uâng", "uât", "uây"),
    *("uê", "uêch", "uênh", "uôc", "uôi", "uôm", "uôn", "uông", "uôt", "uơ"),
    *("uy", "uya", "uych", "uyên", "uyêt", "uyn", "uynh", "uyp", "uyt", "uyu"),
    *("ư", "ưa", "ưc", "ưi", "ưng", "ưt", "ưu"),
    *("ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu"),
    *("y", "yêm", "yên", "yêng", "yêt", "yêu", "ych", "yn", "ynh", "yp", "yt"),
)
# How the rimes begin that each onset can stand before: «k» and «gh» belong to «i» and «e», «qu» to
# glides, and in «gì» and «giếng» one «i» is written for two.
_AFTER = {
    "": "(?!iê|y[cnpt])",
    "qu": "[aăâeêơ]|y(?!ê[mu])|it?$|ôc",
    "c": "(?![ieêy]|o[aăe]|u[âêơy])",
    "g": "(?![eêy]|iu|ia)",
    "gh": "[ieê]",
    "gi": "(?![iy])",
    "ng": "(?![ieêy])",
    "ngh": "[ieê]",
    **dict.fromkeys(("d", "h", "k", "kh", "l", "m", "n", "s", "t", "th", "v"), "(?!y.)"),
}
_AFTER_OTHERS = "(?!y)"


def is_syllable(word: str) -> bool:
    """Say whether `word`, in NFC and any case, is spelled as a Vietnamese syllable with its tone.

    Both places of the tone are right where two are in use (hòa, hoà). Whether the language has
    the syllable is not asked, only whether it could.
    """
    return word.lower() in _syllables()


def is_untoned(word: str) -> bool:
    """Say whether `word` wants nothing but its tone: `Lôc` ends in a stop, which needs one."""
    return word.lower() in _untoned()


@cache
def _untoned() -> frozenset[str]:
    return frozenset(
        onset + rime
        for rime in _RIMES
        if rime.endswith(_STOPS)
        for onset in _ONSETS
        if _fits(onset, rime)
    )


@cache
def _syllables() -> frozenset[str]:
    return frozenset(
        onset + toned
        for rime in _RIMES
        for toned in _with_tones(rime)
        for onset in _ONSETS
        if _fits(onset, rime)
    )


def _with_tones(rime: str) -> Iterator[str]:
    usual = _STOP_TONES if rime.endswith(_STOPS) else _TONES
    for tone in _LOAN_TONES.get(rime, usual):
        for seat in _seats(rime):
            yield unicodedata.normalize("NFC", rime[: seat + 1] + tone + rime[seat + 1 :])


def _seats(rime: str) -> tuple[int, ...]:
    """Return the letters of a rime that may carry its tone."""
    marked = [index for index, letter in enumerate(rime) if letter in _MARKED]
    if marked:
        return (marked[-1],)
    if rime in _MOVABLE:
        return (0, 1)
    vowels = sum(letter in _VOWELS for letter in rime)
    closed = vowels < len(rime)
    return (1,) if vowels == 3 or (vowels > 1 and closed) else (0,)  # noqa: PLR2004


def _fits(onset: str, rime: str) -> bool:
    """Say whether a rime is spelled like this after an onset."""
    return bool(re.match(_AFTER.get(onset, _AFTER_OTHERS), rime))
