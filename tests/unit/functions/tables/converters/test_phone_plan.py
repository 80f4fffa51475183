"""Which digits are a number in Viet Nam."""

import pytest

from functions.tables.converters.phone_plan import Number, is_mobile, national


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0912 345 678", Number("0912345678")),
        ("+84 (0) 912 345 678", Number("0912345678")),
        ("084912345678", Number("0912345678")),
        ("0084912345678", Number("0912345678")),
        ("912345678", Number("0912345678")),
        ("2763822123", Number("02763822123", ("landline",))),
        ("066 3822123", Number("02763822123", ("landline",))),
        ("01681234567", Number("0381234567", ("old_prefix",))),
        ("1681234567", Number("0381234567", ("old_prefix",))),
        ("+855 12 345 678", Number(reason="phone_reason.foreign")),
        ("0123456789", Number(reason="phone_reason.sample")),
        ("1234567890", Number(reason="phone_reason.sample")),
        ("01981234567", Number(reason="phone_reason.prefix", detail="019")),
        ("0612345678", Number(reason="phone_reason.prefix", detail="061")),
        ("113", Number(reason="phone_reason.digits", detail="3")),
    ],
)
def test_numbers(text: str, number: Number) -> None:
    """The country's code becomes a zero, old prefixes the new ones; the rest says why not."""
    assert national(text) == number


def test_mobile_numbers() -> None:
    """Ten digits with a prefix of today are a mobile number as it should be typed."""
    assert is_mobile("0912345678")
    assert not is_mobile("0912 345 678")
    assert not is_mobile("0612345678")
