"""Splits what people write for an administrative unit into the word for its type and its name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from functions.tables.converters.patterns import any_of
from functions.tables.words import plain

_CITY, _TOWN, _TOWNLET = "Thành phố", "Thị xã", "Thị trấn"
_DISTRICT, _URBAN_DISTRICT = "Huyện", "Quận"
_WARD, _COMMUNE = "Phường", "Xã"
# What people write before a name, without diacritics and stops. The first that fits counts.
_TYPES = {
    "thanh pho": _CITY, "thi tran": _TOWNLET, "thi xa": _TOWN,
    "t pho": _CITY, "th pho": _CITY, "t tran": _TOWNLET, "th xa": _TOWN, "t xa": _TOWN,
    "t p": _CITY, "t x": _TOWN, "t t": _TOWNLET,
    "thanh": _CITY, "phuong": _WARD, "huyen": _DISTRICT, "thi": _TOWN, "quan": _URBAN_DISTRICT,
    "tp": _CITY, "tx": _TOWN, "tt": _TOWNLET, "xa": _COMMUNE,
    "ph": _WARD, "h": _DISTRICT, "p": _WARD, "f": _WARD, "x": _COMMUNE,
}  # fmt: skip
_ONLY_BEFORE_DOAN = frozenset({"thanh", "thi"})  # «Thành đoàn Tây Ninh», but «Thành Long»
_LONGEST_LETTERS = len("t p")
_SPELLED_OUT = frozenset(each for each in _TYPES if len(each) > _LONGEST_LETTERS)
_DOAN = frozenset({"thanh", "thi"})  # «Thành đoàn Tây Ninh», but «Thành Long»
_BEHIND = frozenset({"thanh pho", "thi tran", "thi xa", "huyen", "quan", "phuong"})
_DOAN = frozenset({"doan", "uy"})
_OFFICE_WORDS = any_of(
    *("ban chấp hành", "bch", "ban thường vụ", "btv", "ủy ban nhân dân", "uỷ ban nhân dân", "ubnd"),
    *("ubmttq", "hđnd", "đảng ủy", "đảng uỷ", "đoàn thanh niên", "đoàn tncs", "đoàn", "hội lhtn"),
    *("đoàn tncs hồ chí minh", "đoàn tncs hcm"),
)
_OFFICES = re.compile(rf"^(?:{_OFFICE_WORDS}\s+)+(?=\S)", re.IGNORECASE)
_TYPE_BEHIND = re.compile(r"^([^()]+?)\s*\((tp|tx|tt|h|p|x)\.?\)$", re.IGNORECASE)
_NUMBERED = re.compile(
    rf"^{any_of('p', 'f', 'ph', 'phường', 'phuong')}[\s.]*(?:số|so)?[\s.]*0*(\d{{1,2}}|[ivx]+)$",
    re.IGNORECASE,
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}
_NO_NAME = re.compile(r"[.\s()/]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name without the word for its type, and the type that the word stands for, if any."""

    text: str
    type: str = ""


def split_name(text: str) -> Name:
    """Split `TX. Hoà Thành` and `UBND xã Tân Lập (huyện)` into type and name."""
    text = _OFFICES.sub("", _TYPE_BEHIND.sub(r"\2 \1", text))
    if match := _NUMBERED.match(text):
        return Name(_arabic(match[1]), _WARD)
    words = _NO_NAME.sub(" ", text).split()
    letters = [plain(word) for word in words]
    for prefix, kind in _TYPES.items():
        if name := _behind(prefix, words, letters) or _before(prefix, words, letters):
            return Name(_arabic(name), kind)
    return Name(text)


def _behind(prefix: str, words: list[str], letters: list[str]) -> str:
    """Return the name behind the word for a type, empty where there is no such word."""
    count = prefix.count(" ") + 1
    if len(words) <= count or " ".join(letters[:count]) != prefix:
        return ""
    if letters[count] in _DOAN:
        return " ".join(words[count + 1 :])
    return "" if prefix in _ONLY_BEFORE_DOAN else " ".join(words[count:])


def _before(prefix: str, words: list[str], letters: list[str]) -> str:
    """Return the name before the word for a type: «GÒ DẦU (huyện)», but no lone letters."""
    count = prefix.count(" ") + 1
    spelled_out = prefix in _SPELLED_OUT and prefix not in _ONLY_BEFORE_DOAN
    if not spelled_out or len(words) <= count or " ".join(letters[-count:]) != prefix:
        return ""
    return " ".join(words[:-count])


def _arabic(name: str) -> str:
    return _ROMAN.get(name.casefold(), name.removeprefix("0") if name.isdigit() else name)
