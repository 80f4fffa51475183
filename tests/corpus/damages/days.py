"""Days: of the wrong kind, in the wrong order, incomplete, out of time."""

from __future__ import annotations

from datetime import date

from functions.domain.records import Window
from tests.corpus.damages.base import Findings, damage, meant, wrong
from tests.corpus.sheets import Draft

_WRITTEN = date(2024, 8, 31)


def _report_date(draft: Draft, cell: str | int, code: str) -> Findings:
    """Type the 31st of August as the day of a report."""
    sheet = draft["reports"]
    return meant(sheet, sheet.last, "report_date", cell, _WRITTEN, code)


@damage
def range_for_day(draft: Draft) -> Findings:
    """«29-31/8/2024» stands where one day is asked for."""
    return wrong(draft, "reports", "report_date", "29-31/8/2024", "range_not_allowed")


@damage
def month_first(draft: Draft) -> Findings:
    """The month stands before the day."""
    return _report_date(draft, "8/31/2024", "month_first")


@damage
def without_year(draft: Draft) -> Findings:
    """A day has no year."""
    return _report_date(draft, "31/8", "assumed_year")


@damage
def serial_as_text(draft: Draft) -> Findings:
    """A day was pasted as the text of its number."""
    return _report_date(draft, "45535", "serial_as_text")


@damage
def wrong_weekday(draft: Draft) -> Findings:
    """Day and weekday do not agree."""
    return _report_date(draft, "Thứ Hai, 31/8/2024", "weekday_mismatch")


@damage
def letter_in_the_year(draft: Draft) -> Findings:
    """The letter O was typed for the zero of a year."""
    return _report_date(draft, "31/8/2O24", "letter_for_digit")


@damage
def no_such_day(draft: Draft) -> Findings:
    """A month has no such day."""
    return wrong(draft, "reports", "report_date", "31/9/2024", "bad_date")


@damage
def words_for_day(draft: Draft) -> Findings:
    """«cuối tháng 8» stands where a day is asked for."""
    return wrong(draft, "reports", "report_date", "cuối tháng 8/2024", "bad_date")


@damage
def another_year(draft: Draft) -> Findings:
    """A day is of a year that cannot be."""
    return wrong(draft, "reports", "report_date", "31/8/2042", "out_of_range")


@damage
def end_before_start(draft: Draft) -> Findings:
    """A period ends before it begins."""
    return wrong(draft, "needs", "date_range", "20/8/2024 - 10/8/2024", "bad_date")


@damage
def open_ended(draft: Draft) -> Findings:
    """A period has no end."""
    return wrong(draft, "volunteers", "date_range", "từ 20/8/2024", "bad_date")


@damage
def days_with_a_gap(draft: Draft) -> Findings:
    """Two days are given that are no period."""
    return wrong(draft, "needs", "date_range", "10/8/2024 và 20/8/2024", "multiple_values")


@damage
def period_without_year(draft: Draft) -> Findings:
    """A period has no year."""
    sheet = draft["needs"]
    value = Window(date(2024, 8, 10), date(2024, 8, 14))
    return meant(sheet, sheet.last, "date_range", "từ 10 đến 14/8", value, "assumed_year")


@damage
def outside_the_campaign(draft: Draft) -> Findings:
    """A team is active until long after the campaign."""
    sheet = draft["teams"]
    line = sheet.rows[0]
    days = line.meaning["date_range"]
    assert isinstance(days, Window)
    value = Window(days.first, date(2024, 10, 20))
    cell = f"{days.first:%d/%m/%Y} - 20/10/2024"
    return meant(sheet, line, "date_range", cell, value, "out_of_campaign")
