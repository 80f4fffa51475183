"""One figure in a text, or why there is none."""

import pytest

from functions.tables.converters.figures import Figure, find_figure, why_not


@pytest.mark.parametrize(
    ("text", "value", "codes"),
    [
        ("200", 200, ()),
        ("0085", 85, ()),
        ("1.200", 1200, ()),
        ("1 200 300", 1200300, ()),
        ("1'200", 1200, ()),
        ("1.200,5", 1200.5, ()),
        ("1,200", 1200, ("us_thousands",)),
        ("1,234.5", 1234.5, ("us_thousands",)),
        ("0,500", 0.5, ()),
        (",5", 0.5, ()),
        ("0.500", 0.5, ("dot_decimal",)),
        ("½", 0.5, ("vulgar_fraction",)),
        ("1 ½", 1.5, ("vulgar_fraction",)),
        ("+5", 5, ()),
        ("−5", -5, ()),
        ("1,2 nghìn", 1200, ("approximate",)),
        ("2k người", 2000, ("approximate",)),
        ("2O0", 200, ("letter_for_digit",)),
        ("khoảng 2.5", 2.5, ("dot_decimal", "approximate")),
        ("200 con bò", 200, ("extra_text",)),
        ("30 em lớp 5", 30, ("extra_text",)),
        ("999999999999999", 999999999999999, ()),
    ],
)
def test_figures(text: str, value: float, codes: tuple[str, ...]) -> None:
    """Digits in any grouping are one number; what was assumed is said."""
    assert find_figure(text) == Figure(value, codes)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("100-150", "range_not_allowed"),
        ("1.200 đến 1.500", "range_not_allowed"),
        ("120 nam, 30 nữ", "multiple_values"),
        ("120/150", "multiple_values"),
        ("50 60", "multiple_values"),
        ("3x50", "multiple_values"),
        ("nhiều", "bad_number"),
        ("1.2.3", "bad_number"),
        ("1..200", "bad_number"),
        ("2k bò", "bad_number"),
        ("k", "bad_number"),
        ("OO", "bad_number"),
        ("1" * 16, "bad_number"),
        ("", "bad_number"),
    ],
)
def test_what_is_no_figure(text: str, code: str) -> None:
    """A range, several numbers and no number are told apart."""
    assert find_figure(text) is None
    assert why_not(text) == code
