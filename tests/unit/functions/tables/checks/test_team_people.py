"""A leader belongs to the team, and nobody is in two teams."""

from functions.tables.checks.team_people import find
from functions.tables.frames import make_tables
from tests.builders import SCHEMA, TODAY, WINDOW, good, read_rows, rows_where, tables


def test_a_leader_is_a_member() -> None:
    """A leader who is not listed is a warning that names the person."""
    found = list(find(tables(teams=[good("teams", members="TNV-705-002")])))
    assert rows_where(found) == [("leader_not_member", "DH-705-01", "leader")]
    assert found[0].value == "TNV-705-001"


def test_nobody_is_in_two_teams() -> None:
    """The team with the higher id is told, leaders included, wherever its row stands."""
    found = list(
        find(
            tables(
                teams=[
                    good("teams", 2, members="TNV-705-001; TNV-705-003"),
                    good("teams", 1, members="TNV-705-001; TNV-705-002; TNV-705-002"),
                    good("teams", 3, leader="TNV-705-003", members="TNV-705-003; TNV-705-002"),
                ]
            )
        )
    )
    assert [(each.place.row_id, each.value, each.data["other_team"]) for each in found] == [
        ("DH-705-02", "TNV-705-001", "DH-705-01"),
        ("DH-705-03", "TNV-705-003", "DH-705-02"),
        ("DH-705-03", "TNV-705-002", "DH-705-01"),
    ]


def test_members_that_could_not_be_read() -> None:
    """A team whose members are wrong has its leader at least."""
    reading = read_rows("teams", good("teams", members="?" * 6000))
    found = find(make_tables(SCHEMA, TODAY, WINDOW, [reading]))
    assert rows_where(found) == [("leader_not_member", "DH-705-01", "leader")]
