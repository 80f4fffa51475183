"""The numbering plan of Viet Nam: which digits are a number, and what became of old ones."""

from __future__ import annotations

import re
from dataclasses import dataclass

# The conversion of September 2018, from eleven digits to ten.
_OLD_PREFIXES = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036",
    "0167": "037", "0168": "038", "0169": "039", "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
_MOBILE = re.compile(r"0[35789]\d{8}")
_LANDLINE = re.compile(r"02\d{9}")
_OLD_LANDLINE = re.compile(r"066(\d{7})")  # Tây Ninh's until 2017, 0276 since
_OLD_MOBILE = re.compile(r"(01\d{2})(\d{7})")
_NO_DIGIT = re.compile(r"\D")
_SAMPLE = "01234567890"  # what people type to fill a cell
_COUNTRY = "84"
_WITHOUT_ZERO = 9
_LENGTHS = (10, 11)


@dataclass(frozen=True, slots=True)
class Number:
    """A number by its digits in the national form, or why it is none.

    `reason` is a key of the texts, `detail` what its sentence needs: how many digits, or which
    prefix.
    """

    digits: str = ""
    codes: tuple[str, ...] = ()
    reason: str = ""
    detail: str = ""


def is_mobile(text: str) -> bool:
    """Say whether a text is a mobile number as it should be typed."""
    return bool(_MOBILE.fullmatch(text))


def national(text: str) -> Number:
    """Read one number, typed in any form."""
    digits = _NO_DIGIT.sub("", text)
    if text.strip(" (").startswith("+") and not digits.startswith(_COUNTRY):
        return Number(reason="phone_reason.foreign")
    digits = _without_exit_code(digits)
    if len(digits) > _WITHOUT_ZERO and digits in _SAMPLE:
        return Number(reason="phone_reason.sample")
    digits = _with_zero(digits)
    return _dialled(digits) or _wrong(digits)


def _without_exit_code(digits: str) -> str:
    """Leave out what is dialled before the code of the country."""
    digits = digits.removeprefix("00")
    if digits.startswith(f"0{_COUNTRY}") and len(digits) > _WITHOUT_ZERO + len(_COUNTRY):
        return digits.removeprefix("0")
    return digits


def _with_zero(digits: str) -> str:
    """Replace the code of the country by a zero, and give a number the zero that it lost."""
    if digits.startswith(_COUNTRY) and len(digits) > _WITHOUT_ZERO + 1:
        return "0" + digits.removeprefix(_COUNTRY).removeprefix("0")
    if not digits.startswith("0") and _lost_its_zero(digits):
        return f"0{digits}"
    return digits


def _lost_its_zero(digits: str) -> bool:
    longer = f"0{digits}"
    return len(digits) == _WITHOUT_ZERO or bool(
        _LANDLINE.fullmatch(longer) or _OLD_MOBILE.fullmatch(longer)
    )


def _dialled(digits: str) -> Number | None:
    """Return what has to be dialled today, None where nobody would answer."""
    if _MOBILE.fullmatch(digits):
        return Number(digits)
    if _LANDLINE.fullmatch(digits):
        return Number(digits, ("landline",))
    if match := _OLD_LANDLINE.fullmatch(digits):
        return Number(f"0276{match[1]}", ("landline",))
    match = _OLD_MOBILE.fullmatch(digits)
    if match and match[1] in _OLD_PREFIXES:
        return Number(_OLD_PREFIXES[match[1]] + match[2], ("old_prefix",))
    return None


def _wrong(digits: str) -> Number:
    if len(digits) in _LENGTHS and digits.startswith("0"):
        return Number(reason="phone_reason.prefix", detail=digits[:3])
    return Number(reason="phone_reason.digits", detail=str(len(digits)))
