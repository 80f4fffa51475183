"""Text in one of the encodings that Viet Nam used before Unicode.

Every word is sorted by whether it may have been typed as it stands and whether it decodes. Words
that can only be one of both decide; those that can be both go with the words beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial

from functions.tables.encodings import tcvn3, vni
from functions.tables.encodings.spelling import LONGEST_WORD, may_be_typed

# Letters, and the signs that stand for letters in TCVN3. Between figures × and ÷ calculate.
_WORD = re.compile(r"(?:[^\W\d_²³º]|[¡-©«-®¶·¸»\u0300-\u036f]|(?<!\d)[×÷](?!\d))+")
_CAPITAL = re.compile("[A-Z]")
_PUNCTUATION = "·×÷"
_NEAR_FIGURE = re.compile(r"\d ?\Z")
_FIGURE = re.compile(r" ?\d")
# Foreign to Vietnamese, but hyphens, points and formulas get into any text.
_HARMLESS = "\u00ad·×÷"
_SHORT = 3
_VIETNAMESE = frozenset("àáâãèéêìíòóôõùúýăđĩũơưÐð")

Decoder = Callable[[str], str]


class _Kind(Enum):
    NEUTRAL = "says nothing"
    TYPED = "only right as it stands"
    CODED = "only right when decoded"
    EITHER = "right in both readings"
    BROKEN = "right in neither"


@dataclass(frozen=True, slots=True)
class _Word:
    kind: _Kind
    source: str
    decoded: str = ""


def decode(text: str) -> tuple[str, str]:
    """Return the text that `text` shows in an old font and the code of the encoding.

    Without words that only one encoding explains it is `text` and an empty code.
    """
    matches = list(_WORD.finditer(text))
    if all(len(each[0]) <= LONGEST_WORD and may_be_typed(each[0]) for each in matches):
        return text, ""
    readings = {
        "legacy_tcvn3": _as_tcvn3(text, matches),
        "legacy_vni": _decide(_sort(text, matches, vni.decode)),
    }
    explained = {code: _explained(words) for code, words in readings.items()}
    most = max(explained.values())
    best = [code for code, count in explained.items() if count == most]
    if most == 0 or len(best) > 1:
        return text, ""
    return _replace(text, matches, readings[best[0]]), best[0]


def possible(text: str) -> Iterator[tuple[str, str]]:
    """Yield what `text` shows in each old font, with its code, if every word of it can be read.

    However well it reads as it stands: for readers who know what it may say.
    """
    readers = (("legacy_tcvn3", partial(tcvn3.decode, capitals=False)), ("legacy_vni", vni.decode))
    for code, decoder in readers:
        words = [_read_word(each[0], decoder) for each in _WORD.finditer(text)]
        found = iter(words)
        if all(words) and (read := _WORD.sub(lambda _: next(found), text)) != text:  # noqa: B023 - used up at once
            yield read, code


def _read_word(word: str, decoder: Decoder) -> str:
    return word if word.isascii() or len(word) > LONGEST_WORD else decoder(word)


def _as_tcvn3(text: str, matches: Sequence[re.Match[str]]) -> list[_Word]:
    # One letter does not show whether the font had small capitals; the rest of the text may.
    long = any(len(_CAPITAL.findall(each[0])) > 1 for each in matches)
    capitals = long and not re.search("[a-z]", text)
    words = _sort(text, matches, partial(tcvn3.decode, capitals=capitals))
    find_lost = partial(tcvn3.decode_without_u, capitals=capitals)
    complete = [
        _with_lost(each, find_lost) if each.kind is _Kind.BROKEN else each for each in words
    ]
    # One word that misses a letter is a misspelling; two of them, or other signs, are not.
    several = sum(each.kind is _Kind.CODED for each in complete) > 1
    if _has_foreign(words) or (several and not any(each.kind is _Kind.TYPED for each in words)):
        words = complete
    words = _decide(words)
    if not words or any(each.kind is _Kind.TYPED for each in words):
        return words
    return [
        _with_lost(word, find_lost)
        if word.source.isascii() and not _beside_figure(text, match)
        else word
        for match, word in zip(matches, words, strict=True)
    ]


def _with_lost(word: _Word, find_lost: Decoder) -> _Word:
    found = find_lost(word.source) if len(word.source) <= LONGEST_WORD else ""
    return _Word(_Kind.CODED, word.source, found) if found else word


def _sort(text: str, matches: Sequence[re.Match[str]], decoder: Decoder) -> list[_Word]:
    return [_one(text, match, decoder) for match in matches]


def _one(text: str, match: re.Match[str], decoder: Decoder) -> _Word:
    source = match[0]
    if source.isascii() or source == "µm":
        return _Word(_Kind.NEUTRAL, source)
    if len(source) > LONGEST_WORD:
        return _Word(_Kind.BROKEN, source)
    decoded = decoder(source)
    if len(source) == 1:
        return _letter(text, match, decoded)
    if decoded == source:
        return _Word(_Kind.NEUTRAL, source, decoded)
    if may_be_typed(source):
        return _Word(_Kind.EITHER if decoded else _Kind.TYPED, source, decoded)
    return _Word(_Kind.CODED if decoded else _Kind.BROKEN, source, decoded)


def _letter(text: str, match: re.Match[str], decoded: str) -> _Word:
    """Sort a word of one letter, which never decides: it may be any sign."""
    sign = match[0] in _PUNCTUATION or (not match[0].isalpha() and _beside_figure(text, match))
    if not decoded or (sign and decoded.lower() != "đ"):
        return _Word(_Kind.NEUTRAL, match[0])
    return _Word(_Kind.EITHER, match[0], decoded)


def _beside_figure(text: str, match: re.Match[str]) -> bool:
    before = _NEAR_FIGURE.search(text, max(0, match.start() - 2), match.start())
    return bool(before or _FIGURE.match(text, match.end()))


def _decide(words: Sequence[_Word]) -> list[_Word]:
    """Return `words` with each one typed, coded or neutral; nothing when that would be a guess."""
    kinds = {each.kind for each in words}
    coded = [each for each in words if each.kind is _Kind.CODED]
    if not coded or _Kind.BROKEN in kinds:
        return []
    # Among words that were certainly typed, a wrong letter is more likely than an old font.
    if _Kind.TYPED in kinds and not _has_foreign(coded):
        return []
    before = _last_decided(words)
    after = _last_decided(words[::-1])[::-1]
    decided = []
    for word, left, right in zip(words, before, after, strict=True):
        if word.kind is not _Kind.EITHER:
            decided.append(word)
        elif left and right and left is not right:
            return []
        else:
            decided.append(replace(word, kind=left or right or _Kind.TYPED))
    return decided


def _last_decided(words: Sequence[_Word]) -> list[_Kind | None]:
    """Return for each word the kind of the nearest one up to it that decides."""
    found: list[_Kind | None] = []
    last = None
    for word in words:
        last = word.kind if word.kind in (_Kind.TYPED, _Kind.CODED) else last
        found.append(last)
    return found


def _has_foreign(words: Sequence[_Word]) -> bool:
    """Say whether a coded word has letters that no misspelt Vietnamese word has."""
    return any(each.kind is _Kind.CODED and _is_foreign(each.source) for each in words)


def _is_foreign(word: str) -> bool:
    harmless = _HARMLESS if len(word) <= _SHORT else ""
    return any(
        not each.isascii() and each not in _VIETNAMESE and each not in harmless
        for each in word.lower()
    )


def _explained(words: Sequence[_Word]) -> int:
    """Count the letters for which an encoding has an explanation, itself included."""
    read = (each.source for each in words if each.decoded and each.kind is not _Kind.TYPED)
    return sum(not letter.isascii() for word in read for letter in word)


def _replace(text: str, matches: Sequence[re.Match[str]], words: Sequence[_Word]) -> str:
    parts, end = [], 0
    for match, word in zip(matches, words, strict=True):
        coded = word.kind is _Kind.CODED
        parts += [text[end : match.start()], word.decoded if coded else word.source]
        end = match.end()
    return "".join([*parts, text[end:]])
