"""Numbers: approximate, misread, of the wrong kind."""

from __future__ import annotations

from tests.corpus.damages.base import Findings, damage, meant, wrong
from tests.corpus.sheets import Draft


def _count(draft: Draft, cell: str, value: int, code: str) -> Findings:
    sheet = draft["needs"]
    return meant(sheet, sheet.last, "expected_beneficiaries", cell, value, code)


@damage
def approximate(draft: Draft) -> Findings:
    """«hơn 500» stands where a number is asked for."""
    return _count(draft, "hơn 500", 500, "approximate")


@damage
def with_a_plus(draft: Draft) -> Findings:
    """«500+» stands where a number is asked for."""
    return _count(draft, "500+", 500, "approximate")


@damage
def comma_for_thousands(draft: Draft) -> Findings:
    """A comma stands between thousands and hundreds."""
    return _count(draft, "1,050", 1050, "us_thousands")


@damage
def letters_for_digits(draft: Draft) -> Findings:
    """The letter O was typed for zero."""
    return _count(draft, "5O0", 500, "letter_for_digit")


@damage
def words_behind(draft: Draft) -> Findings:
    """A number is followed by the same in words."""
    return _count(draft, "500 (năm trăm)", 500, "extra_text")


@damage
def point_for_decimals(draft: Draft) -> Findings:
    """A point stands before the decimals."""
    sheet = draft["resources"]
    return meant(sheet, sheet.last, "quantity", "2.5", 2.5, "dot_decimal")


@damage
def half_a_thing(draft: Draft) -> Findings:
    """A number is one sign for a half."""
    sheet = draft["resources"]
    return meant(sheet, sheet.last, "quantity", "½", 0.5, "vulgar_fraction")


@damage
def range_for_number(draft: Draft) -> Findings:
    """A range stands where one number is asked for."""
    return wrong(draft, "needs", "expected_beneficiaries", "100-150", "range_not_allowed")


@damage
def parts_for_number(draft: Draft) -> Findings:
    """«120 nam, 30 nữ» stands where one number is asked for."""
    return wrong(draft, "reports", "beneficiaries", "120 nam, 30 nữ", "multiple_values")


@damage
def words_for_number(draft: Draft) -> Findings:
    """«rất đông» stands where a number is asked for."""
    return wrong(draft, "reports", "beneficiaries", "rất đông", "bad_number")


@damage
def thousands_become_decimals(draft: Draft) -> Findings:
    """1.050 was typed into an English sheet, which has kept 1.05."""
    return wrong(draft, "needs", "expected_beneficiaries", 1.05, "not_integer")


@damage
def below_zero(draft: Draft) -> Findings:
    """A number is below zero."""
    return wrong(draft, "resources", "quantity", -3, "negative")


@damage
def too_large(draft: Draft) -> Findings:
    """A number is larger than any that can be."""
    return wrong(draft, "reports", "volunteers", 5000, "out_of_range")


@damage
def true_for_number(draft: Draft) -> Findings:
    """A box was ticked where a number is asked for."""
    return wrong(draft, "needs", "volunteers_needed", True, "bad_number")  # noqa: FBT003 - a cell


@damage
def share_for_number(draft: Draft) -> Findings:
    """A share stands where a number is asked for."""
    return wrong(draft, "reports", "volunteers", "85%", "bad_number")
