"""Finds the values of a list by the names that people give them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from functions.tables.converters.patterns import any_of
from functions.tables.words import has_tones, plain, spoken
from sheets_schema.model import ChoiceList

PARTS = re.compile(r"\s*[,/&]\s*|\s+và\s+|\s+[-–]\s+")
"""What parts the values in a text, where it is not inside the name of one of them."""

_WORDS = re.compile(r"[^\w]+")
_ABBREVIATIONS = {
    "cđs": "chuyển đổi số", "cds": "chuyển đổi số", "dvc": "dịch vụ công", "anm": "an ninh mạng",
    "cntt": "công nghệ thông tin", "vp": "văn phòng", "th": "tin học", "gd": "giáo dục",
    "nn": "nông nghiệp", "tm": "thương mại", "đt": "điện tử", "tt": "thanh toán",
}  # fmt: skip
_FILLERS = any_of(
    *("lớp", "mở lớp", "bồi dưỡng", "tập huấn", "hướng dẫn", "hd", "hỗ trợ", "dạy", "học", "cách"),
    *("sử dụng", "cài", "cài đặt", "kích hoạt", "đăng ký", "tạo", "thực hiện", "đảm bảo"),
    *("bảo đảm", "kỹ năng", "kiến thức", "nội dung", "lĩnh vực", "chủ đề", "chuyên đề", "môn"),
    *("ngành", "việc", "công tác", "tài khoản", "ứng dụng", "app", "mức", "mức độ", "toàn trình"),
    *("một phần", "cho người dân", "người dân", "bà con", "học sinh", "về", "các", "trong", "trên"),
)
"""Words that say how something is taught and to whom, not what."""

_FILLER = re.compile(rf"\b(?:{_FILLERS}|[1-4])\b")


@dataclass(frozen=True, slots=True)
class Named:
    """The code that a text names; `remark` says what was altered to find it."""

    code: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class _Names:
    """A list's codes by name, from the strictest spelling to the loosest."""

    exact: Mapping[str, str]
    without_tones: Mapping[str, str]
    bare: Mapping[str, str]
    most_parts: int


@lru_cache(maxsize=4096)
def find_value(choices: ChoiceList, text: str) -> Named | None:
    """Return the value of a list that `text` names, None where it names none or several."""
    text = text.strip(" .:")
    names = _names(choices)
    if found := names.exact.get(spoken(text)):
        return Named(found)
    # Of several parts none may be passed over: «Lập trình, ứng dụng» are two.
    if not PARTS.search(text) and (found := names.bare.get(_bare(text))):
        return Named(found)
    found = names.without_tones.get(plain(text))
    return Named(found, "accent_mismatch" if has_tones(text) else "") if found else None


def most_parts(choices: ChoiceList) -> int:
    """Return how many parts the name with the most of them has: «An toàn, an ninh mạng» has two."""
    return _names(choices).most_parts


@lru_cache(maxsize=64)
def _names(choices: ChoiceList) -> _Names:
    names = [
        (name, item.code)
        for item in choices.items
        for name in (item.label, *item.aliases, item.code)
    ]
    exact: dict[str, str] = {}
    for name, code in names:
        # A mark such as «✓» has no letters; it is compared as it is.
        if spoken(name):
            exact.setdefault(spoken(name), code)
    most = max(len(PARTS.split(name)) for name, _ in names)
    return _Names(exact, _unique(names, plain), _unique(names, _bare), most)


def _unique(names: list[tuple[str, str]], key: Callable[[str], str]) -> dict[str, str]:
    """Return the codes by a looser spelling, without those that two of them share."""
    grouped: dict[str, set[str]] = {}
    for name, code in names:
        grouped.setdefault(key(name), set()).add(code)
    return {key: codes.pop() for key, codes in grouped.items() if key and len(codes) == 1}


def _bare(text: str) -> str:
    """Return a name without the words that carry no topic and with abbreviations spelled out."""
    words = (_ABBREVIATIONS.get(word, word) for word in _WORDS.split(text.casefold()))
    return spoken(_FILLER.sub(" ", " ".join(words)))
