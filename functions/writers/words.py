"""Puts the data of findings and reasons into Vietnamese sentences of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from functions.domain.findings import Finding
from functions.domain.plan import Reason
from functions.domain.records import PROVINCE, Campaign
from sheets_schema.model import Book, Schema, Table

_DAYS = frozenset({"first", "last", "start", "earliest", "latest", "before"})
_LISTED = 6


def show_day(day: date) -> str:
    """Write a day as people in Viet Nam do."""
    return f"{day:%d/%m/%Y}"


def show_count(number: float) -> str:
    """Write a number with a dot for thousands and a comma for one decimal."""
    if float(number).is_integer():
        return f"{int(number):,}".replace(",", ".")
    return f"{number:,.1f}".translate(str.maketrans(",.", ".,"))


def book_of(unit: str) -> Book:
    """Return which of the two workbooks a unit code stands for."""
    return "province" if unit == PROVINCE else "unit"


def table_of(schema: Schema, finding: Finding) -> Table | None:
    """Return the tab that a finding is about, None for a whole workbook."""
    if not finding.place.table:
        return None
    return schema.table(book_of(finding.place.unit), finding.place.table)


def problem(schema: Schema, finding: Finding) -> str:
    """Say what is wrong."""
    return schema.findings[finding.code].problem.format(**_words(finding))


def advice(schema: Schema, finding: Finding) -> str:
    """Say what to type."""
    return schema.findings[finding.code].advice.format(**_words(finding))


def _words(finding: Finding) -> dict[str, str]:
    return {"value": finding.value, **finding.data}


def topics(schema: Schema, codes: Iterable[str]) -> str:
    """Write topics as their labels."""
    labels = schema.lists["topics"]
    return "; ".join(labels.label(code) for code in codes)


class PlainReasons:
    """Renders reasons of a problem file: ids stay ids, days are the numbers of the problem."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def sentences(self, reasons: Iterable[Reason]) -> str:
        """Write reasons one after another."""
        return " ".join(self.sentence(each) for each in reasons)

    def sentence(self, reason: Reason) -> str:
        """Write one reason."""
        code = reason.code
        if code == "choice" and reason.data["nearer"] == 0:
            code = "choice_nearest" if reason.data["teams"] != 1 else "choice_only"
        return self._filled(f"reasons.{code}", reason)

    def _filled(self, key: str, reason: Reason) -> str:
        words = {name: self._show(name, value) for name, value in reason.data.items()}
        return self._schema.text(key, **words)

    def _show(self, key: str, value: float | str | tuple[str, ...]) -> str:
        if isinstance(value, int | float):
            return self._day(int(value)) if key in _DAYS else show_count(value)
        if isinstance(value, tuple):
            listed = ", ".join(self._name(key, each) for each in value[:_LISTED])
            more = len(value) - _LISTED
            tail = " " + self._schema.text("common.and_more", count=more) if more > 0 else ""
            return listed + tail
        return self._name(key, value)

    def _day(self, number: int) -> str:
        return self._schema.text("common.day_number", number=number)

    def _name(self, key: str, value: str) -> str:
        if key in ("rule", "rules"):
            return self._schema.text(f"rules.{value}")
        return self._schema.text(f"roles.{value}") if key == "role" else value


class Reasons(PlainReasons):
    """Renders reasons of one campaign: ids become names, days become dates."""

    def __init__(self, schema: Schema, campaign: Campaign) -> None:
        super().__init__(schema)
        self._campaign = campaign
        self._teams = {each.id: each.name for each in campaign.teams}
        self._needs = {each.id: each.commune for each in campaign.needs}

    def _day(self, number: int) -> str:
        return show_day(self._campaign.settings.window.first + timedelta(days=number))

    def _name(self, key: str, value: str) -> str:
        if key in ("topic", "topics"):
            return self._schema.lists["topics"].label(value)
        if key == "team":
            return self._teams.get(value, value)
        if key == "needs":
            place = self._campaign.localities.get(self._needs.get(value, ""))
            return f"{value} ({place.full_name})" if place else value
        place = self._campaign.localities.get(value) if key == "place" else None
        return place.full_name if place else super()._name(key, value)


class ChangeReasons(Reasons):
    """Renders reasons beside a line that says already who was to come when."""

    def sentence(self, reason: Reason) -> str:
        """Write one reason."""
        key = f"change_reasons.{reason.code}"
        return self._filled(key, reason) if key in self._schema.texts else super().sentence(reason)
