"""Finds what identifies a person in free text: numbers, dates and addresses with their words."""

from __future__ import annotations

import re

from functions.tables.folding import folded

_WORTH_A_LOOK = re.compile(r"@|\d(?:\D{0,3}\d){3}")
_GAP = r"[\s.\-()]{0,2}"
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
# Days, links and sums of money have many digits too, but nobody's. Links to a phone number stay.
_HARMLESS = re.compile(
    rf"(?<!\d){_DAY}\s?[/.-]\s?{_MONTH}\s?[/.-]\s?(?:19|20)\d\d(?!\d)"
    rf"|(?<!\d)(?<!\d[./-]){_DAY}[/.-]{_MONTH}[/.-]\d\d(?![./-]?\d)"
    r"|https?://(?!zalo\.me)\S+"
    r"|(?<!\d)\d{1,3}(?:[. ]\d{3})+\s?đ\b|\d[\d.\s]*(?:đồng|vnđ|vnd|triệu|tỷ|tỉ)\b"
)
_LETTER_O = re.compile(r"(?<![a-z])o(?=\d{2})|(?<=\d)o(?=\d)")
_PHONE = re.compile(
    # A mobile number, with the country's code or a zero before it, of before 2018 or of today.
    rf"(?<!\w)(?<!\d[.,/-])(?:(?:\+?84|0084){_GAP}(?:0\)?\s?)?|\(?0[\s.]?)"
    rf"[35789](?:{_GAP}\d){{8}}(?!\d)"
    rf"|(?<!\w)\(?01[2689](?:{_GAP}\d){{8}}(?!\d)"
    rf"|(?<!\w)\(?02(?:{_GAP}\d){{9}}(?!\d)"
    # The zero got lost: only a word, or that there is nothing else, tells that it is a phone.
    r"|\b(?:sdt|dt|dtdd|dien thoai|zalo|viber|lien he|lh|hotline|phone|tel|di dong)\b[^\d\n]{0,20}"
    rf"[35789](?:{_GAP}\d){{8}}(?<!000)(?!\d)"
    r"|^\s*[35789]\d{8}(?<!000)\s*$"
)
_CARD = re.compile(
    r"(?<!\w)0\d{11}(?!\d)|(?<!\w)0\d\d([ .])\d{3}\1\d{3}\1\d{3}(?!\d)"
    r"|\b(?:cccd|cmnd|cmtnd|cmt|can cuoc|chung minh|dinh danh)\b[^\d\n]{0,30}"
    r"(?:\d(?:[\s.\-]?\d){8}|\d(?:[\s.\-]?\d){11})(?![\s.\-]?\d)"
)
_BIRTH = re.compile(
    rf"\b(?:sinh|sn|ns|dob)\b(?:\s(?:vao|ngay|nam|thang))*\W{{0,4}}{_DAY}"
    rf"(?:\s?[/.-]\s?{_MONTH}\s?[/.-]\s?|\sthang\s{_MONTH},?\snam\s)((?:19|20)?\d\d)(?!\d)"
)
_EMAIL = re.compile(r"[\w.+-]+@\w[\w-]*(?:\.[\w-]+)+")
_ACCOUNT = re.compile(
    r"\b(?:stk|tk|tai khoan|agribank|vietcombank|vcb|bidv|vietinbank|sacombank|techcombank"
    r"|mb ?bank|acb|tpbank|vpbank|hdbank|vib|ocb|shb|msb|scb|momo)\b[^\d\n]{0,40}"
    r"\d(?:[\s.\-]?\d){7,18}(?!\d)"
)

_NEAR = 4
"""Years around the campaign in which nobody was born of whom it speaks."""


def identifying(text: str, year: int) -> list[str]:
    """Return which of `phone`, `card`, `birth_date`, `email` and `account` a text holds.

    A full date beside «sinh» is a birth, unless it is near the campaign's `year`: then it is the
    day of an event for pupils («học sinh»).
    """
    if not _WORTH_A_LOOK.search(text):
        return []
    numbers = _LETTER_O.sub("0", folded(_HARMLESS.sub("#", text.lower())))
    found = {
        "phone": _PHONE.search(numbers),
        "card": _CARD.search(numbers),
        "birth_date": any(_is_birth(match[1], year) for match in _BIRTH.finditer(folded(text))),
        "email": _EMAIL.search(text),
        "account": _ACCOUNT.search(numbers),
    }
    return [kind for kind, seen in found.items() if seen]


def _is_birth(digits: str, year: int) -> bool:
    """Say whether a year, of two or four digits, is that of somebody's birth."""
    return abs(int(digits) - (year if len(digits) > len("24") else year % 100)) > _NEAR
