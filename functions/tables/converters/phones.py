"""The column kind `phone`: one number, in the national form with a leading zero."""

from __future__ import annotations

import re

from functions.domain.workbook import Cell
from functions.tables.converters.base import Context, Converted, Remark, accept, refuse
from functions.tables.converters.patterns import LETTER, any_of
from functions.tables.converters.phone_plan import Number, is_mobile, national
from functions.tables.converters.texts import as_text, lines_of

_NUMBER = re.compile(r"(?:\(?\+\s*\d{2,3}\)?|\(?\d)[\d\s.\-–_()]*\d|\d")
_ONLY_DIGITS = re.compile(r"[\d\s.,/\-–_()+]+")
_SCIENTIFIC = re.compile(r"\d[.,]?\d*e\s*\+?\d+", re.IGNORECASE)
_EXPORTED = re.compile(r"(?<=\d{8})[.,]0$")  # a number that was exported as a decimal
_NO_LETTER_BEFORE = rf"(?<!{LETTER})"
_LETTERS = re.compile(
    rf"{_NO_LETTER_BEFORE}[Oo](?=[\d\s.])|(?<=\d)[Oo](?=[\d\s.]|\b)"
    rf"|{_NO_LETTER_BEFORE}[lI|](?=\d)|(?<=\d)[lI|](?=\d|\b)"
)
_EXTENSION = re.compile(
    rf"[\s,(]*{any_of('máy lẻ', 'máy nhánh', 'nhánh', 'số lẻ', 'ext')}\.?\s*:?\s*\d{{1,5}}\)?",
    re.IGNORECASE,
)
_HOUR = rf"\d{{1,2}}\s*{any_of('giờ', 'h', 'g')}(?!{LETTER})\d{{0,2}}"
_HOURS = re.compile(rf"(?<!\d)\(?\s*(?:từ\s*)?{_HOUR}(?:\s*[-–]\s*{_HOUR})?\s*\)?")
_SEVERAL = re.compile(r"\s*[/;,\n&]\s*|\s+[-–]\s+|\s+(?:hoặc|và|hay)\s+")
_NEXT_NUMBER = re.compile(r"[/,]\s*\d{9,}")
_WORD = re.compile(rf"{LETTER}+")
# What stands beside a number without saying more than that it is one.
_PHONE_WORDS = frozenset(
    (
        *("đt", "sđt", "dđ", "đtdđ", "đtdd", "dt", "sdt", "số", "điện", "thoại", "di", "động"),
        *("máy", "bàn", "cố", "định", "tel", "phone", "mobile", "cell", "hp", "th", "hotline"),
        *("sim", "sms", "zalo", "viber", "telegram", "whatsapp", "chính", "riêng", "cá", "nhân"),
        *("nhà", "nr", "cq", "cơ", "quan", "liên", "hệ", "lh", "gọi", "cho", "chỉ", "nhắn", "tin"),
        *("và", "hoặc", "hay"),
    )
)


def convert_phone(cell: Cell, context: Context) -> Converted:
    """Read one phone number. What else stands in the cell is left out with a remark."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _told([national(f"{cell:.0f}")], [], context)
    text = lines_of(cell).strip(" '\"`’.;,")
    if is_mobile(text):
        return accept(text)
    if not as_text(cell):
        return accept(None)
    if _SCIENTIFIC.search(text):
        return refuse("bad_phone", reason=context.schema.text("phone_reason.lost"))
    text = _HOURS.sub("", _EXTENSION.sub("", _EXPORTED.sub("", text)))
    digits = _LETTERS.sub(lambda match: "0" if match[0] in "Oo" else "1", text)
    codes = ["letter_for_digit"] if digits != text else []
    if _says_more(digits):
        codes.append("extra_text")
    return _told(_numbers(digits), codes, context)


def _numbers(text: str) -> list[Number]:
    """Return every number in a text; digits that commas only group are one number."""
    if _ONLY_DIGITS.fullmatch(text) and not _NEXT_NUMBER.search(text):
        whole = national(text)
        if whole.digits:
            return [whole]
    return [
        number
        for part in _SEVERAL.split(text)
        for match in _NUMBER.finditer(part)
        for number in _side_by_side(match[0])
    ]


def _side_by_side(text: str) -> list[Number]:
    """Read `0912345678 0987654321`, which nothing but a blank keeps apart."""
    one = national(text)
    several = [] if one.digits else [national(part) for part in text.split()]
    return several if len(several) > 1 and all(each.digits for each in several) else [one]


def _told(numbers: list[Number], codes: list[str], context: Context) -> Converted:
    """Accept the first number; whatever it is that follows, it is not the same."""
    words = context.schema
    if not numbers:
        return refuse("bad_phone", reason=words.text("phone_reason.none"))
    first, *others = numbers
    if not first.digits:
        detail = {"count": first.detail, "prefix": first.detail}
        return refuse("bad_phone", reason=words.text(first.reason, **detail))
    if any(each.digits != first.digits for each in others):
        codes = [*codes, "multiple_values.first"]
    data = {"read_as": first.digits}
    return accept(first.digits, *(Remark(code, data) for code in (*first.codes, *codes)))


def _says_more(text: str) -> bool:
    """Say whether words stand beside the numbers that do not only say that they are numbers."""
    words = _WORD.findall(_NUMBER.sub(" ", text).casefold())
    return any(word not in _PHONE_WORDS for word in words)
