"""A leader belongs to the team, and nobody is in two teams."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.tables.frames import Tables, rows_of

CODES = ("leader_not_member", "in_two_teams")


def find(tables: Tables) -> Iterator[Finding]:
    """Yield leaders who are not listed as members, and members of a team met before."""
    team_of: dict[str, str] = {}
    for row in sorted(rows_of(tables.frame("teams")), key=lambda each: str(each["row_id"])):
        listed = row["members"] if isinstance(row["members"], tuple) else ()
        leader = str(row["leader"])
        if leader not in listed:
            place = tables.place("teams", row, "leader")
            yield Finding("leader_not_member", place, leader)
        for person in dict.fromkeys((leader, *listed)):
            other = team_of.setdefault(person, str(row["row_id"]))
            if other != row["row_id"]:
                place = tables.place("teams", row, "members")
                yield Finding("in_two_teams", place, person, {"other_team": other})
