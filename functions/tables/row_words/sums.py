"""Sums: «Tổng cộng», «Cộng mục I», «Lũy kế», «Toàn huyện»."""

from __future__ import annotations

import re
from enum import Enum

from functions.tables.row_words.line import Line, begins, line_of, plain_phrases, spoken_phrases


class Sum(Enum):
    """How sure it is that a line names a sum."""

    NO = 0
    WITH_FIGURES = 1
    """«Bình quân»: about other rows if figures follow."""
    MAYBE = 2
    """«Toàn huyện»: a sum, or somebody's answer to «where»."""
    YES = 3
    BARE = 4
    """Nothing but the word for a sum."""


_SUMS = plain_phrases(
    *("tổng cộng", "tổng số", "tổng chung", "tổng các", "tiểu cộng", "tiểu tổng", "t cộng"),
    *("lũy kế", "cộng lũy kế", "mang sang trang", "chuyển sang trang", "sub total", "grand total"),
)
_NO_SUMS = plain_phrases("tổng công ty")
_SUM_WORDS = spoken_phrases("cộng", "tổng", "tcộng", "subtotal", "total")
_PLAIN_SUM_WORDS = plain_phrases("cộng", "tổng")
_SUM_TAILS = spoken_phrases(
    *("số", "các", "chung", "dồn", "toàn", "huyện", "xã", "tỉnh", "khối", "mục", "trang", "phần"),
    *("nhóm", "đợt", "tháng", "quý", "cụm", "phường", "thị xã", "thị trấn", "thành phố", "tp"),
    *("tx", "lượt", "người", "tnv", "lớp", "buổi", "lại", "gộp", "theo", "cộng", "đơn vị", "lũy"),
)
_WHOLES = plain_phrases(
    *("toàn huyện", "toàn tỉnh", "toàn xã", "toàn thị xã", "toàn thành phố", "toàn đơn vị"),
    *("toàn phường", "toàn thị trấn", "toàn tp", "toàn tx", "toàn khối", "toàn cụm", "cả huyện"),
    *("cả tỉnh", "cả xã", "chung toàn huyện", "chung toàn tỉnh", "chung toàn xã", "toàn địa bàn"),
    *("toàn đoàn", "toàn quốc", "cả nước"),
)
_ABOUT_OTHERS = plain_phrases("bình quân", "trung bình", "tỷ lệ", "tỉ lệ", "tc")
_LONGEST_TAIL = 4
_ITEM = re.compile(r"\d+|[ivx]+|[a-hđ]")


def sum_of(text: str) -> Sum:
    """Say whether a text names a sum: «Tổng cộng», «Cộng mục I», «Lũy kế», «Toàn huyện»."""
    line = line_of(text)
    if begins(line.plain, _NO_SUMS) and "cộng" not in line.body:
        return Sum.NO
    if length := begins(line.plain, _SUMS):
        return Sum.BARE if len(line.plain) == length else Sum.YES
    if begins(line.spoken, _SUM_WORDS) or (line.toneless and begins(line.plain, _PLAIN_SUM_WORDS)):
        return _sum_with_tail(line)
    if length := begins(line.plain, _WHOLES):
        return Sum.MAYBE if len(line.plain) - length <= _LONGEST_TAIL else Sum.NO
    return Sum.WITH_FIGURES if begins(line.plain, _ABOUT_OTHERS) else Sum.NO


def _sum_with_tail(line: Line) -> Sum:
    """Look at what follows «cộng»: «Cộng Hòa» is a place, «Cộng (I+II)» and «Cộng 5 xã» are not."""
    after = line.after_first_word
    sure = bool(after) and after[0] in ":(=[+"
    if len(line.plain) == 1:
        toned = begins(line.spoken, _SUM_WORDS)
        return Sum.BARE if toned or sure else Sum.NO
    tail = line.spoken[1:]
    sure = sure or bool(_ITEM.fullmatch(line.plain[1])) or bool(begins(tail, _SUM_TAILS))
    return Sum.YES if sure else Sum.NO
