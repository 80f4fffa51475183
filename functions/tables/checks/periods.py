"""A team reports on days on which it existed, from the place to which it was asked."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.domain.records import Window
from functions.tables.converters.base import show_date
from functions.tables.frames import Row, Tables

CODES = ("report_outside_team", "report_of_idle_team", "report_elsewhere")
_IDLE = ("du_kien", "huy")


def find(tables: Tables) -> Iterator[Finding]:
    """Yield reports that do not fit the days of their team or the place of their need."""
    teams = {row["row_id"]: row for row in tables.rows("teams")}
    needs = {row["row_id"]: row for row in tables.rows("needs")}
    for row in tables.rows("reports"):
        team, need = teams.get(row["team"]), needs.get(row["need"])
        if team:
            yield from _against_team(tables, row, team)
        if need and need["commune"] != row["commune"]:
            place, need_id = tables.place("reports", row, "commune"), str(row["need"])
            data = {"need": need_id, "commune": _name(tables, need["commune"])}
            shown = _name(tables, row["commune"])
            yield Finding("report_elsewhere", place, shown, data, subject=need_id)


def _against_team(tables: Tables, row: Row, team: Row) -> Iterator[Finding]:
    team_id, days, lasts = str(row["team"]), row["date_range"], team["date_range"]
    if team["team_status"] in _IDLE:
        status = tables.schema.lists["team_status"].label(team["team_status"])
        place, data = tables.place("reports", row, "team"), {"status": status}
        yield Finding("report_of_idle_team", place, team_id, data, subject=status)
    elif days.first < lasts.first or days.last > lasts.last:
        place = tables.place("reports", row, "date_range")
        data = {"team": team_id, "first": show_date(lasts.first), "last": show_date(lasts.last)}
        yield Finding("report_outside_team", place, _show(days), data, subject=team_id)


def _show(days: Window) -> str:
    first, last = show_date(days.first), show_date(days.last)
    return first if first == last else f"{first} - {last}"


def _name(tables: Tables, code: str) -> str:
    """Return the name of a commune as it was in the campaign."""
    commune = tables.schema.units.get(code, tables.campaign.first)
    return commune.full_name if commune else code
