"""Rows that refer to rows that are not there, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.damages.base import Expected, Findings, damage, meant, wrong
from tests.corpus.sheets import Draft, Line


def _lost_team(draft: Draft, team: Line) -> Iterator[Expected]:
    """Yield what is said of the training and the reports of a team that is set aside."""
    trainings, reports = draft["trainings"], draft["reports"]
    for line in trainings.rows:
        if line.meaning["attendees"] == (team.row_id,):
            yield Expected("unknown_member", trainings, line, "attendees")
    for line in reports.rows:
        if line.meaning["team"] == team.row_id:
            yield Expected("unknown_reference", reports, line, "team")


@damage
def unknown_team(draft: Draft) -> Findings:
    """A report names a team that does not exist."""
    return wrong(draft, "reports", "team", f"DH-{draft.unit}-19", "unknown_reference")


@damage
def unknown_need(draft: Draft) -> Findings:
    """A report names a need that does not exist."""
    return wrong(draft, "reports", "need", f"NC-{draft.unit}-039", "unknown_reference")


@damage
def name_for_a_team(draft: Draft) -> Findings:
    """A report calls its team by its name."""
    return wrong(draft, "reports", "team", "Đội Mùa hè số", "unknown_reference")


@damage
def number_for_a_team(draft: Draft) -> Findings:
    """A report gives only the number of its team."""
    sheet = draft["reports"]
    value = str(sheet.last.meaning["team"])
    return wrong(draft, "reports", "team", value.rpartition("-")[2], "assumed_id")


@damage
def two_teams_in_a_report(draft: Draft) -> Findings:
    """A report names two teams."""
    cell = f"DH-{draft.unit}-01; DH-{draft.unit}-02"
    return wrong(draft, "reports", "team", cell, "multiple_values")


@damage
def unknown_member(draft: Draft) -> Findings:
    """A team has a member whom no row holds."""
    sheet = draft["teams"]
    line = sheet.rows[0]
    members = line.meaning["members"]
    assert isinstance(members, tuple)
    value = (*members, f"TNV-{draft.unit}-077")
    return meant(sheet, line, "members", "; ".join(value), value, "unknown_member")


@damage
def members_as_a_range(draft: Draft) -> Findings:
    """The members of a team are given as «from … to …»: the team and its reports wait."""
    sheet = draft["teams"]
    line = sheet.rows[0]
    sheet.type(line, "members", f"TNV-{draft.unit}-001 đến 005")
    return [Expected("range_not_allowed", sheet, line, "members"), *_lost_team(draft, line)]


@damage
def unknown_leader(draft: Draft) -> Findings:
    """Nobody knows the leader of a team: the team and its reports wait."""
    sheet = draft["teams"]
    line = sheet.rows[0]
    sheet.type(line, "leader", f"TNV-{draft.unit}-077")
    return [Expected("unknown_reference", sheet, line, "leader"), *_lost_team(draft, line)]


@damage
def leader_without_consent(draft: Draft) -> Findings:
    """The leader of a team has not agreed: leader, team and reports wait."""
    people, teams = draft["volunteers"], draft["teams"]
    leader, team = people.rows[0], teams.rows[0]
    people.type(leader, "consent", "Chưa")
    draft.secrets.append(str(leader.meaning["full_name"]))
    return [
        Expected("no_consent", people, leader, "consent"),
        Expected("unknown_reference", teams, team, "leader"),
        Expected("unknown_member", teams, team, "members"),
        *_lost_team(draft, team),
    ]


@damage
def needs_lost(draft: Draft) -> Findings:
    """All needs are set aside: the reports that answer one of them wait."""
    needs, reports = draft["needs"], draft["reports"]
    needs.delete_column("topics")
    asked = [each for each in reports.rows if each.meaning["need"]]
    found = [Expected("unknown_reference", reports, each, "need") for each in asked]
    return [Expected("column_missing", needs, field="topics"), *found]
