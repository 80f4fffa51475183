"""Numbers without a format."""

from typing import Final

from deploy.local.emulator.cells.locales import Locale

UNCERTAIN: Final = (
    (
        "Numbers without a format show ten significant digits; which small ones turn to E form, "
        "and with how many digits, is known only for large whole numbers (1.70597E+15)."
    ),
)
_SCIENTIFIC_FROM = 1e15
_SCIENTIFIC_BELOW = 1e-4
_WHOLE_FROM = 1e10


def general(number: float, locale: Locale) -> str:
    """Return a number without a format: up to ten significant digits, whole numbers in full."""
    if type(number) is int and -_WHOLE_FROM < number < _WHOLE_FROM:
        return str(number)
    size = abs(number)
    if size >= _SCIENTIFIC_FROM or 0 < size < _SCIENTIFIC_BELOW:
        mantissa, _, exponent = f"{number:.5e}".partition("e")
        short = mantissa.rstrip("0").rstrip(".")
        text = f"{short}E{exponent[0]}{exponent[1:]:0>2}"
    elif number == int(number) or size >= _WHOLE_FROM:
        text = str(round(number))
    else:
        text = f"{number:.10g}"
    return text.replace(".", locale.decimal)
