"""A team whose members have not had all required training."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.domain.training import trained_on
from functions.tables.build import build_team, build_trainings
from functions.tables.frames import Tables, rows_of

CODES = ("untrained_team",)


def find(tables: Tables) -> Iterator[Finding]:
    """Yield teams with members who may not be deployed yet."""
    trained = trained_on(build_trainings(tables))
    people = set(tables.frame("volunteers")["row_id"])
    for row in rows_of(tables.frame("teams")):
        team = build_team(row, people)
        untrained = sum(1 for person in team.members if person not in trained)
        if untrained and not team.is_over:
            place = tables.place("teams", row, "members")
            data = {"untrained": str(untrained), "members": str(len(team.members))}
            yield Finding("untrained_team", place, "", data)
