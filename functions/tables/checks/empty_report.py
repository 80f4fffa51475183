"""A report that is complete but tells nobody anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.tables.frames import Row, Tables
from functions.tables.words import plain, spoken

CODES = ("empty_report", "result_without_people")
_HEADINGS = ("activity", "content", "result", "partners", "strengths", "limits")
_MOST_EMPTY = 3
# Words of which sentences are made that say nothing: «đã thực hiện tốt theo kế hoạch đề ra».
_STOCK = (
    "ok okay oke okie nt xong rồi đã rất khá tốt đẹp đạt yêu cầu được bình thường ổn định không có"
    " gì cả hết hoàn thành xuất sắc nhiệm vụ thực hiện theo đúng như kế hoạch đề ra trên nội dung"
    " chương trình đầy đủ đảm bảo tiến độ thời gian quy định hoạt động diễn suôn sẻ thuận lợi"
    " thành công kết quả cao mọi việc đều vẫn công tác triển khai các cơ bản nhìn chung tích cực"
    " hiệu quả chất lượng"
)
_SAID = frozenset(spoken(_STOCK).split())
_TYPED = frozenset(plain(_STOCK).split())
_CALLED_OFF = re.compile(
    r"\b(?:hoãn|hủy|huỷ|dời)\b"
    r"|\b(?:không|chưa) (?:tổ chức|thực hiện|triển khai|diễn ra|có (?:ai|người))\b"
)


def find(tables: Tables) -> Iterator[Finding]:
    """Yield reports most of whose headings hold filler, and results that reached nobody."""
    for row in tables.rows("reports"):
        empty = _empty(row)
        if len(empty) > _MOST_EMPTY:
            place = tables.place("reports", row, empty[0])
            titles = "; ".join(tables.title("reports", each) for each in empty)
            yield Finding("empty_report", place, str(row[empty[0]]), {"columns": titles})
        result = str(row["result"]).casefold()
        claimed = not _says_nothing(result) and not _CALLED_OFF.search(result)
        if row["beneficiaries"] == 0 and claimed:
            place = tables.place("reports", row, "beneficiaries")
            yield Finding("result_without_people", place, "0")


def _empty(row: Row) -> list[str]:
    """Return the headings that say nothing, or only what an earlier one said."""
    found, seen = [], set[str]()
    for name in _HEADINGS:
        text = str(row[name] or "")
        if name == "limits" and plain(text).startswith("khong"):
            continue
        if _says_nothing(text) or plain(text) in seen:
            found.append(name)
        seen.add(plain(text))
    return found


def _says_nothing(text: str) -> bool:
    words = spoken(text).split()
    if len(set("".join(words))) <= 1 or "".join(words).isdecimal():
        return True
    return set(words) <= _SAID or (text.isascii() and set(plain(text).split()) <= _TYPED)
