"""A team is trained, in all that is required, before it sets out."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.domain.records import Team
from functions.domain.training import REQUIRED, trained_on
from functions.tables.build import build_team, build_trainings
from functions.tables.converters.base import show_date
from functions.tables.frames import Tables

CODES = ("untrained_team", "late_training")


def find(tables: Tables) -> Iterator[Finding]:
    """Yield teams with members who may not be deployed yet, and trainings after a team set out.

    A training is late for a team when it completed what was required of one of its members only
    after the team's first day; what was learned on top may come later. Of teams that are over
    nothing is asked.
    """
    sessions = {each.id: each for each in build_trainings(tables)}
    trained = trained_on(sessions.values())
    people = {row["row_id"] for row in tables.rows("volunteers")}
    teams_of: dict[str, list[Team]] = {}
    for row in tables.rows("teams"):
        team = build_team(row, people)
        if team.is_over:
            continue
        untrained = sum(1 for person in team.members if person not in trained)
        if untrained:
            place = tables.place("teams", row, "members")
            data = {"untrained": str(untrained), "members": str(len(team.members))}
            subject = f"{untrained}/{len(team.members)}"
            yield Finding("untrained_team", place, "", data, subject=subject)
        for person in team.members:
            teams_of.setdefault(person, []).append(team)
    for row in tables.rows("trainings"):
        session, day = sessions[str(row["row_id"])], row["date_range"].last
        done = [each for each in session.attendees if trained.get(each) == day]
        if session.completed and not set(REQUIRED).isdisjoint(session.content):
            teams = [team for each in done for team in teams_of.get(each, ())]
            late = "; ".join(sorted({each.id for each in teams if each.window.first < day}))
            if late:
                place = tables.place("trainings", row, "date_range")
                yield Finding("late_training", place, show_date(day), {"teams": late}, subject=late)
