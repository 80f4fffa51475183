"""Titles and what stands around them: «Phụ lục 1», «(Kèm theo …)»."""

from __future__ import annotations

import re

from functions.tables.row_words.line import begins, line_of, plain_phrases
from functions.tables.words import plain

_LETTERHEAD = plain_phrases(
    *("cộng hòa xã hội", "cộng hòa xhcn", "chxhcn", "độc lập tự do", "đoàn tncs", "phụ lục"),
    *("đoàn thanh niên cộng sản", "bch đoàn", "ban chấp hành đoàn", "mẫu số", "biểu số"),
)
_TITLES = plain_phrases(
    *("biểu tổng hợp", "biểu mẫu", "biểu thống kê", "biểu theo dõi", "biểu báo cáo", "bảng kê"),
    *("bảng tổng hợp", "bảng thống kê", "bảng số liệu", "bảng theo dõi", "bảng đăng ký"),
    *("bảng phân công", "danh sách", "tổng hợp", "thống kê", "mẫu biểu", "mẫu báo cáo", "phiếu"),
    *("kèm theo", "ban hành kèm", "đơn vị tính", "đvt", "v v", "báo cáo kết quả"),
    *("báo cáo tổng hợp", "báo cáo số liệu", "báo cáo thống kê", "báo cáo tình hình"),
    *("báo cáo nhanh", "báo cáo tháng", "báo cáo tuần", "kế hoạch số", "kính gửi", "căn cứ"),
    *("thực hiện kế hoạch", "thực hiện công văn", "tỉnh đoàn"),
)
_WHOLE_TITLES = plain_phrases("báo cáo", "kế hoạch", "tờ trình", "công văn", "tiếp theo")
_NUMBERED = plain_phrases("biểu", "bảng", "mẫu", "pl", "trang", "năm", "bm")
_IN_BRACKETS = plain_phrases(
    *("kèm", "từ", "tính đến", "tháng", "năm", "đợt", "ban hành", "theo", "dùng cho", "áp dụng"),
    *("tiếp theo", "trích", "thời gian", "giai đoạn", "quý", "tuần", "lần"),
)
_OPENING = plain_phrases(
    *("kết quả", "chiến dịch", "nhu cầu", "đăng ký", "theo dõi", "tình hình", "kế hoạch"),
    *("báo cáo", "thông tin", "chương trình"),
)
_OPENING_WORDS = 4
_NUMBER = re.compile(r"\d+[a-zđ]?|[ivx]+")
_DOCUMENT = re.compile(r"số\s*:?\s*[\d….\s]*[-/–][\d….\s]*[-/–]?\s*[a-zđ]{2,}.*")
_FORM_FIELD = re.compile(r"(tên )?(đơn vị( báo cáo)?|kỳ báo cáo|ngày báo cáo|tháng báo cáo)\s*:.*")
_PERIOD = re.compile(r"tháng \d{1,2}\s*([/-]|năm)\s*\d{4}")


def is_letterhead(text: str) -> bool:
    """Say whether a text stands in the head of a document and nowhere else."""
    return bool(begins(line_of(text).plain, _LETTERHEAD))


def is_title(text: str) -> bool:
    """Say whether a text is a title, or a line below one: «(Kèm theo …)», «Phụ lục 1»."""
    line = line_of(text)
    words = line.plain
    if line.bullet:
        return False
    if begins(words, _LETTERHEAD | _TITLES) or words in _WHOLE_TITLES:
        return True
    if len(words) > 1 and words[:1] in _NUMBERED and _NUMBER.fullmatch(words[1]):
        return True
    bracketed = line.text.startswith(("(", "[")) and line.text.endswith((")", "]", ").", "),"))
    if bracketed and begins(tuple(plain(line.text).split()), _IN_BRACKETS):
        return True
    return any(each.fullmatch(line.text) for each in (_DOCUMENT, _FORM_FIELD, _PERIOD))


def opens_a_page(text: str) -> bool:
    """Say whether a text is probably a title if it stands alone at the left edge."""
    words = line_of(text).plain
    return len(words) >= _OPENING_WORDS and bool(begins(words, _OPENING))
