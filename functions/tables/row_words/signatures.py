"""The foot of a document: who made it, who signs it, who gets it."""

from __future__ import annotations

import re

from functions.tables.row_words.line import Line, begins, line_of, plain_phrases
from functions.tables.words import plain

_SIGNATURES = plain_phrases(
    *("người lập biểu", "người lập bảng", "người lập báo cáo", "người lập danh sách"),
    *("người lập phiếu", "người tổng hợp", "người báo cáo", "người thống kê", "người ký"),
    *("người duyệt", "người phê duyệt", "người kiểm tra", "cán bộ lập", "cán bộ tổng hợp"),
    *("ký tên", "ký ghi rõ", "ký và ghi", "ký họ tên", "ký đóng dấu", "ký và đóng", "ký rõ họ"),
    *(
        "đã ký và",
        "đã ký tên",
        "đã ký đóng",
        "ký bởi",
        "thừa lệnh",
        "thay mặt ban",
        "thay mặt bch",
        "xác nhận của",
        "xác nhận đơn vị",
        "xác nhận cấp",
        "xác nhận lãnh đạo",
        "nơi nhận",
    ),
    *("lưu vp", "lưu vt", "lưu bpt", "lưu hs", "lưu văn phòng", "lưu văn thư", "lưu hồ sơ"),
    *("thủ trưởng", "phê duyệt của", "duyệt của", "ban thường vụ", "btv"),
)
# «Người lập trình» and «Đã ký kết» begin like these.
_WHOLE_SIGNATURES = plain_phrases(
    *("người lập", "lập biểu", "lập bảng", "đã ký", "duyệt", "ký", "chữ ký", "xác nhận"),
    *("phê duyệt", "lãnh đạo đơn vị", "lưu"),
)
_LONGEST = 10
_NO_NAMES = plain_phrases("xã", "phường", "thị trấn", "huyện", "thị xã", "thành phố", "lớp")
_NAME_WORDS = range(2, 7)
_OFFICES = plain_phrases(
    *("bí thư", "phó bí thư", "trưởng ban", "phó trưởng ban", "chủ tịch", "phó chủ tịch"),
    *("hiệu trưởng", "phó hiệu trưởng", "giám đốc", "phó giám đốc", "chánh văn phòng", "kế toán"),
    *(
        "phó chánh văn phòng",
        "thủ quỹ",
        "đội trưởng",
        "chỉ huy trưởng",
        "đại diện đơn vị",
        "trưởng phòng",
        "phó trưởng phòng",
        "chủ nhiệm",
        "trưởng đoàn",
        "tổ trưởng",
        "thư ký",
        "người phụ trách",
        "cán bộ phụ trách",
    ),
)
_OFFICE_TAILS = plain_phrases(
    *("đoàn", "huyện", "thị", "thành", "tỉnh", "xã", "hội", "ubnd", "ban", "chi đoàn", "thường"),
    *("trường", "đơn vị", "phường", "đội", "đội hình", "btv", "bch"),
)
_ON_BEHALF = re.compile(
    r"(t\s?[./]?\s?m|k\s?[./]?\s?t|t\s?[./]?\s?l|t\s?\.?\s?u\s?\.?\s?q|q)(?!\w)[\s./]*(?P<whom>.*)"
)
_BODIES = plain_phrases(
    *("ban", "bch", "btv", "đoàn", "ubnd", "đơn vị", "huyện đoàn", "tỉnh đoàn", "thành đoàn"),
    *("thị đoàn", "xã đoàn", "chi đoàn", "hội", "chủ tịch", "bí thư", "phó bí thư", "trưởng"),
    *("phó", "chánh", "thủ trưởng", "giám đốc", "hiệu trưởng", "đảng ủy", "thường trực"),
)
_GAP = r"[\s.…_]*"
_PLACE_AND_DAY = re.compile(
    rf"([^\d,]{{2,40}},\s*)?ngày{_GAP}(\d{{1,2}})?{_GAP}tháng{_GAP}(\d{{1,2}})?{_GAP}"
    rf"năm{_GAP}(\d{{2,4}})?{_GAP}"
)
_EMPTY_DAY = re.compile(r"([^\d,]{2,40},\s*)?ngày[\s.…_/]+(\d{4})?")
_PLACE_AND_DATE = re.compile(r"[^\d,]{2,40},\s*ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\.?")
_ADDRESSED = re.compile(r".*\((để|b/c|báo cáo)\b.*|.*\bb/c\b.*|như (trên|kính gửi)\W*")


def is_signature(text: str) -> bool:
    """Say whether a text belongs to the foot of a document: «Người lập», «TM. Ban Thường vụ»."""
    line = line_of(text)
    if line.plain in _WHOLE_SIGNATURES or _is_on_behalf(line) or _is_place_and_day(line):
        return True
    if begins(line.plain, _SIGNATURES) and len(line.plain) <= _LONGEST:
        return True
    return line.bullet and bool(_ADDRESSED.fullmatch(line.body))


def is_office(text: str) -> bool:
    """Say whether a text is the office of whoever signs, and nothing else: «Phó Bí thư»."""
    words = line_of(text).plain
    length = begins(words, _OFFICES)
    rest = words[length:]
    return bool(length) and (not rest or bool(begins(rest, _OFFICE_TAILS)))


def is_name(text: str) -> bool:
    """Say whether a text could be the name of whoever signed: two words or more, letters alone."""
    line = line_of(text)
    words = line.text.split()
    alone = len(words) in _NAME_WORDS and all(word.isalpha() for word in words)
    return alone and not begins(line.plain, _NO_NAMES)


def _is_on_behalf(line: Line) -> bool:
    match = _ON_BEHALF.fullmatch(line.text)
    if match is None:
        return False
    whom = tuple(plain(match["whom"]).split())
    return bool(begins(whom, _BODIES)) or (not whom and line.text.endswith("."))


def _is_place_and_day(line: Line) -> bool:
    """Take a place with a day, or a day still to be filled in; a whole day alone may be data."""
    if _EMPTY_DAY.fullmatch(line.text) or _PLACE_AND_DATE.fullmatch(line.text):
        return True
    match = _PLACE_AND_DAY.fullmatch(line.text)
    return match is not None and (bool(match[1]) or not all(match.group(2, 3, 4)))
