"""Phone numbers, in the national form with a leading zero."""

from __future__ import annotations

import re

from functions.domain.workbook import Cell
from functions.tables.converters.base import Context, Converted, Remark, accept, refuse
from functions.tables.converters.texts import as_text

# The conversion of September 2018, from eleven digits to ten.
_OLD_PREFIXES = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036",
    "0167": "037", "0168": "038", "0169": "039", "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
_MOBILE = re.compile(r"0[35789]\d{8}")
_LANDLINE = re.compile(r"02\d{9}")
_OLD = re.compile(r"01\d{9}")
_NUMBER = re.compile(r"(?:\(?\+?\s*84\)?|\(?0)[\d\s.\-()]*\d|\d[\d\s.\-()]*\d|\d")
_SCIENTIFIC = re.compile(r"\d[.,]\d+e\+?\d+", re.IGNORECASE)
_LETTERS = re.compile(r"(?<![^\W\d_])[Oo](?=[\d\s.])|(?<=\d)[Oo](?=\d|\b)|(?<=\d)[lI](?=\d|\b)")
_BARE_DIGITS = 9
_SEVERAL = re.compile(r"\s*[/;,\n]\s*|\s+-\s+|\s+hoặc\s+")


def convert_phone(cell: Cell, context: Context) -> Converted:
    """Read one phone number. A second number in the cell is left out with a remark."""
    words = context.schema
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _national(f"{cell:.0f}", context)
    text = as_text(cell)
    if not text:
        return accept(None)
    if _SCIENTIFIC.search(text):
        return refuse("bad_phone", reason=words.text("phone_reason.lost"))
    digits = _LETTERS.sub(lambda match: "0" if match[0] in "Oo" else "1", text)
    numbers = [found for part in _SEVERAL.split(digits) if (found := _NUMBER.search(part))]
    if not numbers:
        return refuse("bad_phone", reason=words.text("phone_reason.none"))
    read = _national(numbers[0][0], context)
    if read.value is None:
        return read
    remarks = list(read.remarks)
    if digits != text:
        remarks.append(Remark("letter_for_digit", {"read_as": str(read.value)}))
    if len(numbers) > 1 and _national(numbers[1][0], context).value:
        remarks.append(Remark("several_phones"))
    return accept(read.value, *remarks)


def _lost_its_zero(digits: str) -> bool:
    longer = _LANDLINE.fullmatch("0" + digits) or _OLD.fullmatch("0" + digits)
    return len(digits) == _BARE_DIGITS or bool(longer)


def _national(text: str, context: Context) -> Converted:
    digits = re.sub(r"\D", "", text)
    digits = digits.removeprefix("00")
    if digits.startswith("84") and len(digits) > _BARE_DIGITS + 1:
        digits = "0" + digits.removeprefix("84").removeprefix("0")
    elif not digits.startswith("0") and _lost_its_zero(digits):
        digits = "0" + digits
    if _MOBILE.fullmatch(digits):
        return accept(digits)
    if _LANDLINE.fullmatch(digits):
        return accept(digits, Remark("landline"))
    if _OLD.fullmatch(digits) and digits[:4] in _OLD_PREFIXES:
        return accept(_OLD_PREFIXES[digits[:4]] + digits[4:], Remark("old_prefix"))
    if len(digits) in (10, 11):
        reason = context.schema.text("phone_reason.prefix", prefix=digits[:3])
    else:
        reason = context.schema.text("phone_reason.digits", count=len(digits))
    return refuse("bad_phone", reason=reason)
