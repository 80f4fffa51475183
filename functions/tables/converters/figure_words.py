"""What people write around a figure: labels, words of doubt, and what is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from functions.tables.converters.patterns import LETTER, any_of

_DOUBT = any_of(
    *("khoảng", "gần", "gần được", "hơn", "trên", "dưới", "trên dưới", "tầm", "chừng", "cỡ", "độ"),
    *("ước", "ước tính", "ước đạt", "ước chừng", "xấp xỉ", "ngót", "non", "dự kiến", "quá"),
    *("tối thiểu", "tối đa", "ít nhất", "nhiều nhất", "không quá", "không dưới"),
    *("trung bình", "tb"),
)
_DOUBT_BEFORE = re.compile(rf"^(?:{_DOUBT}\b[\s:]*|[~≈±<>≥≤]\s*)+(?=\S)", re.IGNORECASE)
_MORE_OR_LESS = any_of("trở lên", "trở xuống", "đổ lên", "có lẻ", "lẻ", "mấy")
_DOUBT_BEHIND = re.compile(
    rf"(?<=[\dOolI])\s*(?:\++|\?+|(?:{LETTER}+\s+)*(?:{_MORE_OR_LESS}|{_DOUBT})\b\D*)$"
    rf"|\s*\(\s*{_DOUBT}\s*\)?$",
    re.IGNORECASE,
)
_LABELS = any_of(
    *("tổng", "tổng cộng", "tổng số", "cả thảy", "số lượng", "số lượt", "số", "sl"),
    *("được", "có", "đạt", "đã"),
)
_LABEL = re.compile(rf"^(?:{_LABELS}\b\s*[:=]?\s*|[=:]\s*)+(?=\S)", re.IGNORECASE)
# What is counted may stand behind the figure; anything else there deserves a remark.
_MEASURES = any_of(
    *("lượt", "người", "dân", "người dân", "bà con", "cụ", "anh chị", "bạn", "em"),
    *("cháu", "thiếu nhi", "học sinh", "hs", "sinh viên", "sv", "học viên", "hv", "thí sinh"),
    *("giáo viên", "gv", "cán bộ", "cb", "công chức", "hội viên", "thành viên", "thanh niên"),
    *("đoàn viên", "đv", "đvtn", "đồng chí", "đ/c", "đc", "tình nguyện viên", "tnv", "ng"),
    *("hộ", "gia đình", "hộ gia đình", "tham gia", "tham dự", "được hỗ trợ", "hỗ trợ"),
    *("buổi", "lớp", "ca", "ngày", "giờ", "h", "tiếng", "phút", "tuần", "cuộc", "hoạt động"),
    *("bộ", "cái", "chiếc", "máy", "máy tính", "laptop", "điện thoại", "thiết bị", "gb", "mb"),
    *("mbps", "đường truyền", "phòng", "chỗ", "giường", "suất", "phần", "quà", "xe", "chuyến"),
    *("đội", "nhóm", "tài khoản", "tk", "hồ sơ", "kg", "km", "m", "m2", "m²"),
)
# Nothing is given back once read: «hộ gia đình» again and again would be tried in every way.
_MEASURE = re.compile(rf"(?>[\s.]*)(?>{_MEASURES}(?!{LETTER})[\s.,;]*){{1,8}}+$", re.IGNORECASE)
_PLACES = any_of(
    "lớp", "khối", "ấp", "khu phố", "kp", "phường", "tổ", "đợt", "ca", "thôn", "khóm", "khóa"
)
_NUMBERED_PLACE = re.compile(rf"(?<=\d)\D*?\s+{_PLACES}\s*\d{{1,2}}\w?$", re.IGNORECASE)
_WORDS_BEHIND = re.compile(r"(?<=\d)(?:\s+|\s*\()[^\d%/*+=<>~]*$")


@dataclass(frozen=True, slots=True)
class Bared:
    """A figure without the words around it, and whether they said that it is not exact."""

    text: str
    approximate: bool


def bared(text: str) -> Bared:
    """Take labels, words of doubt and what is counted off a figure."""
    approximate = False
    before = ""
    while text != before:
        before = text
        text = _LABEL.sub("", text)
        surer = _DOUBT_BEHIND.sub("", _DOUBT_BEFORE.sub("", text))
        approximate = approximate or surer != text
        text = surer
    return Bared(without_measure(text).strip(), approximate)


def without_measure(text: str) -> str:
    """Leave out what is counted, where nothing else stands behind the figure."""
    return _MEASURE.sub("", text)


def without_words_behind(text: str) -> str:
    """Leave out whatever words stand behind the figure, with the number of a class or a hamlet."""
    return _WORDS_BEHIND.sub("", _NUMBERED_PLACE.sub("", text))
