"""Teams: their people, what they bring along, what they have learned."""

from __future__ import annotations

from datetime import date

from functions.domain.records import Window
from functions.domain.workbook import Cell
from tests.corpus.damages.base import Expected, Findings, damage, meant
from tests.corpus.sheets import Draft


def _members(draft: Draft, at: int) -> tuple[str, ...]:
    members = draft["teams"].rows[at].meaning["members"]
    assert isinstance(members, tuple)
    return members


def _first_training(draft: Draft, name: str, cell: Cell, value: object) -> Findings:
    """Change the training of the first team so that it does not count; expect what follows."""
    trainings, teams = draft["trainings"], draft["teams"]
    trainings.mean(trainings.rows[0], name, cell, value)
    return [Expected("untrained_team", teams, teams.rows[0], "members")]


@damage
def leader_missing_among_members(draft: Draft) -> Findings:
    """The leader of a team is not among its members."""
    sheet = draft["teams"]
    line, value = sheet.rows[0], _members(draft, 0)[1:]
    sheet.mean(line, "members", "; ".join(value), value)
    return [Expected("leader_not_member", sheet, line, "leader")]


@damage
def one_person_in_two_teams(draft: Draft) -> Findings:
    """A member of the first team is in the second one too."""
    sheet = draft["teams"]
    line, value = sheet.rows[1], (*_members(draft, 1), _members(draft, 0)[2])
    return meant(sheet, line, "members", "; ".join(value), value, "in_two_teams")


@damage
def team_of_two(draft: Draft) -> Findings:
    """A team has two members."""
    sheet = draft["teams"]
    value = _members(draft, 0)[:2]
    return meant(sheet, sheet.rows[0], "members", "; ".join(value), value, "team_size")


@damage
def team_of_four(draft: Draft) -> Findings:
    """A team has four members, which is rare."""
    sheet = draft["teams"]
    value = _members(draft, 0)[:4]
    return meant(sheet, sheet.rows[0], "members", "; ".join(value), value, "unusual_team_size")


@damage
def without_equipment(draft: Draft) -> Findings:
    """A team brings nothing along."""
    sheet = draft["teams"]
    line = sheet.rows[0]
    sheet.mean(line, "phones", None, None)
    sheet.mean(line, "software", None, None)
    return meant(sheet, line, "laptops", 0, 0, "no_equipment")


@damage
def without_computers(draft: Draft) -> Findings:
    """A team that teaches programming brings telephones only."""
    sheet = draft["teams"]
    line = sheet.rows[0]
    sheet.mean(line, "phones", 6, 6)
    sheet.mean(line, "topics", "Lập trình cơ bản", ("lap_trinh",))
    return meant(sheet, line, "laptops", "0", 0, "no_computers")


@damage
def nobody_trained(draft: Draft) -> Findings:
    """The training of a team has no attendees."""
    return _first_training(draft, "attendees", None, None)


@damage
def half_a_training(draft: Draft) -> Findings:
    """The training of a team left safety out."""
    cell, value = "Mục đích; Phương thức", ("muc_dich", "phuong_thuc")
    return _first_training(draft, "content", cell, value)


@damage
def failed_training(draft: Draft) -> Findings:
    """The training of a team was not completed."""
    return _first_training(draft, "result", "Chưa hoàn thành", "chua_hoan_thanh")


@damage
def late_training(draft: Draft) -> Findings:
    """A team was trained after it had set out."""
    sheet = draft["trainings"]
    value = Window(date(2024, 8, 1), date(2024, 8, 1))
    return meant(sheet, sheet.rows[0], "date_range", "01/08/2024", value, "late_training")


@damage
def reports_of_a_planned_team(draft: Draft) -> Findings:
    """A team that has reported is still planned."""
    sheet, reports = draft["teams"], draft["reports"]
    team = sheet.rows[0]
    sheet.mean(team, "team_status", "Dự kiến", "du_kien")
    rows = [each for each in reports.rows if each.meaning["team"] == team.row_id]
    return [Expected("report_of_idle_team", reports, each, "team") for each in rows]
