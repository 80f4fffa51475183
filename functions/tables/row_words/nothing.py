"""Answers that say there is none: «Không có nhu cầu»."""

from __future__ import annotations

from functions.tables.row_words.line import begins, line_of, plain_phrases

_NONE = plain_phrases("không có", "không", "ko có", "ko", "không có gì", "không phát sinh")
_NONE_OF = plain_phrases(
    *(
        f"{no} {what}"
        for no in ("không", "không có", "ko", "ko có", "chưa có")
        for what in ("nhu cầu", "phát sinh", "nguồn lực", "đội", "tình nguyện viên", "tnv")
    ),
    *("không đăng ký", "không có đăng ký", "ko đăng ký", "chưa phát sinh", "không có hoạt động"),
    *("không có số liệu", "không có báo cáo", "không tập huấn", "không tổ chức"),
    *("không có tập huấn", "không thành lập"),
)
_WHO = plain_phrases(
    *("đơn vị", "huyện", "thị xã", "thành phố", "huyện đoàn", "thị đoàn", "thành đoàn", "hiện"),
    *("hiện tại", "hiện nay", "trong", "đợt này", "năm nay", "tháng này", "đoàn"),
)
_LONGEST_SUBJECT = 6


def is_plain_none(text: str) -> bool:
    """Say whether a text is just «Không có»."""
    return line_of(text).plain in _NONE


def declares_none(text: str) -> bool:
    """Say whether a text says for the whole unit that there is none: «Không có nhu cầu»."""
    words = line_of(text).plain
    if begins(words, _NONE_OF):
        return True
    return bool(begins(words, _WHO)) and any(
        begins(words[start:], _NONE_OF) for start in range(1, _LONGEST_SUBJECT)
    )
