"""Names, years of birth and telephone numbers."""

from __future__ import annotations

from datetime import date

from functions.domain.serials import to_serial
from tests.corpus.damages.base import Findings, damage, meant, wrong
from tests.corpus.sheets import Draft


def _phone(draft: Draft, cell: str | float, *codes: str) -> Findings:
    sheet = draft["volunteers"]
    return meant(sheet, sheet.last, "phone", cell, "0912345678", *codes)


@damage
def lost_zero(draft: Draft) -> Findings:
    """A telephone number was taken for a number and lost its zero."""
    return _phone(draft, 912345678)


@damage
def exported_float(draft: Draft) -> Findings:
    """A telephone number went through a program that gave it decimals."""
    return _phone(draft, "912345678.0")


@damage
def two_phones(draft: Draft) -> Findings:
    """A cell holds two telephone numbers."""
    return _phone(draft, "0912345678 / 0987654321", "multiple_values.first")


@damage
def phone_with_a_name(draft: Draft) -> Findings:
    """A telephone number stands with whose it is."""
    return _phone(draft, "0912345678 (anh An)", "extra_text")


@damage
def letter_in_phone(draft: Draft) -> Findings:
    """The letter O was typed for the zero of a telephone number."""
    return _phone(draft, "O912345678", "letter_for_digit")


@damage
def old_prefix(draft: Draft) -> Findings:
    """A telephone number has the prefix of before 2018."""
    sheet = draft["volunteers"]
    return meant(sheet, sheet.last, "phone", "0168 123 4567", "0381234567", "old_prefix")


@damage
def landline(draft: Draft) -> Findings:
    """The telephone stands on a desk."""
    sheet = draft["needs"]
    return meant(sheet, sheet.last, "contact_phone", "0276 3822 123", "02763822123", "landline")


@damage
def scientific(draft: Draft) -> Findings:
    """A telephone number has lost its digits to the scientific notation."""
    return wrong(draft, "volunteers", "phone", "9.12346E+08", "bad_phone")


@damage
def short_phone(draft: Draft) -> Findings:
    """A telephone number lacks a digit."""
    return wrong(draft, "needs", "contact_phone", "091234567", "bad_phone")


@damage
def card_for_phone(draft: Draft) -> Findings:
    """The number of an identity card stands in the column of the telephone."""
    return wrong(draft, "volunteers", "phone", "072204001234", "bad_phone")


@damage
def two_people(draft: Draft) -> Findings:
    """A cell holds two people."""
    return wrong(draft, "needs", "contact_name", "Nguyễn Văn An, Trần Thị Bé", "multiple_values")


@damage
def office_behind_a_name(draft: Draft) -> Findings:
    """A person's office stands behind the name."""
    sheet = draft["needs"]
    cell, value = "Nguyễn Văn An - Bí thư Đoàn xã", "Nguyễn Văn An"
    return meant(sheet, sheet.last, "contact_name", cell, value, "extra_text")


@damage
def phone_for_name(draft: Draft) -> Findings:
    """A telephone number stands in the column of the name."""
    return wrong(draft, "volunteers", "full_name", "0912345678", "bad_person")


@damage
def year_of_two_digits(draft: Draft) -> Findings:
    """A year of birth has two digits."""
    sheet = draft["volunteers"]
    return meant(sheet, sheet.last, "birth_year", "98", 1998, "two_digit_year")


@damage
def date_cell_for_year(draft: Draft) -> Findings:
    """The year of birth is a whole date in a date cell: only the year is kept."""
    sheet = draft["volunteers"]
    born = to_serial(date(2003, 7, 15))
    return meant(sheet, sheet.last, "birth_year", born, 2003)


@damage
def date_cell_of_the_last_century(draft: Draft) -> Findings:
    """The year of birth is a whole date in a date cell, of somebody born before 2000."""
    sheet = draft["volunteers"]
    born = to_serial(date(1996, 7, 15))
    return meant(sheet, sheet.last, "birth_year", born, 1996)


@damage
def age_for_year(draft: Draft) -> Findings:
    """An age stands in the column of the year of birth."""
    return wrong(draft, "volunteers", "birth_year", "21 tuổi", "bad_number")


@damage
def campaign_year_for_birth(draft: Draft) -> Findings:
    """The year of the campaign stands in the column of the year of birth."""
    return wrong(draft, "volunteers", "birth_year", 2024, "out_of_range")
