"""A leader belongs to the team, and nobody is in two teams at once."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.tables.build import is_over, team_members
from functions.tables.frames import Row, Tables
from functions.tables.persons import persons_of

CODES = ("leader_not_member", "in_two_teams")


def find(tables: Tables) -> Iterator[Finding]:
    """Yield leaders who are not listed as members, and people whom an earlier team holds too.

    Teams count as earlier by their ids. Two teams share a person only while both last.
    """
    persons = persons_of(tables.rows("volunteers"))
    teams_of: dict[str, list[Row]] = {}
    for row in sorted(tables.rows("teams"), key=lambda each: str(each["row_id"])):
        if row["leader"] not in (row["members"] or ()):
            place = tables.place("teams", row, "leader")
            yield Finding("leader_not_member", place, str(row["leader"]))
        for member in () if is_over(row) else team_members(row):
            teams = teams_of.setdefault(persons.get(member, member), [])
            other = next((each for each in teams if _meet(each, row)), None)
            if other:
                place, other_id = tables.place("teams", row, "members"), str(other["row_id"])
                data = {"other_team": other_id}
                yield Finding("in_two_teams", place, member, data, subject=other_id)
            teams.append(row)


def _meet(one: Row, other: Row) -> bool:
    return one is not other and bool(one["date_range"].meets(other["date_range"]))
