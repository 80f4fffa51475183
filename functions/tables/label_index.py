"""Labels of columns, and what may stand around them without changing what they mean.

A label may be numbered («3. Năm sinh») or have a remark: in parentheses, behind a colon, a dash or
a slash («Số lượt (người)», «SĐT/Zalo»). A remark may say how to fill the column; one that may
change what the column means makes it another column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from functions.tables.encodings import repair
from functions.tables.words import clean, plain, spoken
from sheets_schema.model import Field

_LONGEST_LABEL = 200
_YEAR_DIGITS = 4
_NUMBERING = re.compile(
    r"\s*(?:[(\[]\s*(?:\d{1,2}|[IVX]{1,4}|[A-Za-z])\s*[)\]]|\d{1,2}(?:[.)\-:]|\s)"
    r"|(?:[IVX]{1,4}|[A-Za-z])[.)\-:])\s*"
)
_REMARK = re.compile(r"(?P<name>[^(\[{]+?)\s*[(\[{](?P<remark>.*)")
_TAIL = re.compile(r"(?P<name>.+?)\s*(?:[:/]|\s[-–—]\s)\s*(?P<remark>.+)")
_INSTRUCTION = re.compile(
    r"(không )?bắt buộc|(chỉ )?(ghi|nhập|điền|chọn|viết|gõ|cần)|bấm|đánh|tích|để|(định )?dạng|nếu"
    r"|theo (mẫu|cccd|cmnd|giấy)|vd|ví dụ|xem"
)
# Units, placeholders and other names of the same thing: with them a column stays what it is. With
# «hộ», «hồ sơ» or «nữ» it would count something else.
_HARMLESS_WORDS = (
    "bộ buổi các cái chiếc chữ có không di động đ đồng đơn vị tính đvt họ và tên km lần liên hệ"
    " lớp lượt m mỗi một người số suất tổng cộng tròn vnđ x zalo viber"
)
_HARMLESS = frozenset(map(spoken, _HARMLESS_WORDS.split()))
# Where a time is asked for, words of time say in what form; elsewhere they say which time's number.
_TIME_KINDS = ("birth_year", "date", "date_range")
_TIME_WORDS = "d dd m mm y yy yyyy giờ phút ngày tháng năm tuổi"
# «Từ ngày» alone is half of a period, «từ ngày - đến ngày» the whole of it.
_PERIOD = frozenset({spoken("từ"), spoken("đến")})
_TIMES = _HARMLESS.union(map(spoken, _TIME_WORDS.split()))
# Forms have a column for the year of men and one for that of women.
_SEXES = frozenset({"nam", spoken("nữ")})
_CHECKED_KINDS = ("bool", "choice", "commune", "ref", "text", "unit")
"""Kinds whose values are held against a list, or are never added up."""


@dataclass(frozen=True, slots=True)
class LabelIndex:
    """Columns by label, with diacritics and without."""

    exact: Mapping[str, Field]
    plain: Mapping[str, Field]

    def name(self, text: str) -> Field | None:
        """Return the column whose label this is, remarks and numbers not looked at."""
        return self.exact.get(spoken(text)) or self.plain.get(plain(text))


def index_labels(fields: Iterable[Field]) -> LabelIndex:
    """Index columns; titles go before aliases, and earlier columns before later ones."""
    exact: dict[str, Field] = {}
    for each in fields:
        exact.setdefault(spoken(each.title), each)
    for each in fields:
        for alias in each.aliases:
            exact.setdefault(spoken(alias), each)
    grouped: dict[str, set[str]] = {}
    for label, each in exact.items():
        grouped.setdefault(plain(label), set()).add(each.name)
    without_marks = {
        plain(label): each for label, each in exact.items() if len(grouped[plain(label)]) == 1
    }
    return LabelIndex(exact, without_marks)


def find_label(index: LabelIndex, text: str) -> Field | None:
    """Return the column that a header cell names, or None: for a stranger and for a document."""
    if len(text) > _LONGEST_LABEL:
        return None
    for label in _readings(text):
        found = index.name(label) or _with_remark(index, label)
        if found:
            return found
    return None


def _readings(text: str) -> Iterator[str]:
    """Yield a label as it is, without its number, and the same from an old encoding."""
    repaired = repair(text).text
    for each in dict.fromkeys((clean(text), clean(repaired))):
        yield each
        numbering = _NUMBERING.match(each)
        if numbering and numbering.end() < len(each):
            yield each[numbering.end() :]


def _with_remark(index: LabelIndex, text: str) -> Field | None:
    """Read a label with a remark that says nothing about what the column is."""
    for pattern in (_REMARK, _TAIL):
        match = pattern.fullmatch(text)
        found = index.name(match["name"]) if match else None
        if match and found and _is_harmless(index, found, match["name"], match["remark"]):
            return found
    return None


def _is_harmless(index: LabelIndex, named: Field, name: str, remark: str) -> bool:
    words = set(spoken(remark).split())
    if not words or _INSTRUCTION.match(clean(remark).casefold()):
        return True
    also = index.name(remark)
    if also:
        return also.name == named.name
    if named.kind in _CHECKED_KINDS:
        return not _names_another(index, named, name, remark)
    if named.kind in _TIME_KINDS:
        known = _TIMES | _PERIOD if words >= _PERIOD else _TIMES
        sexes = named.kind == "birth_year" and words <= _SEXES
        return sexes or all(word in known or word.isdigit() for word in words)
    # «(3)=(1)+(2)» counts columns, «(2023)» says which year's number it is.
    return words <= _HARMLESS or all(len(word) < _YEAR_DIGITS and word.isdigit() for word in words)


def _names_another(index: LabelIndex, named: Field, name: str, remark: str) -> bool:
    """Say whether a label together with its remark holds the label of another column.

    «Đồng ý (phụ huynh)» is not «Đồng ý».
    """
    before = set(plain(name).split())
    after = before | set(plain(remark).split())
    return any(
        each.name != named.name and set(label.split()) <= after and not set(label.split()) <= before
        for label, each in index.plain.items()
    )
