"""A leader belongs to the team, and nobody is in two teams at once."""

import pytest

from functions.domain.workbook import Cell
from functions.tables.checks.team_people import find
from functions.tables.frames import make_tables
from functions.tables.typed import Source
from tests.builders import SCHEMA, TODAY, WINDOW, good, people, read_rows, rows_where, tables


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
    assert [each.subject for each in found] == [each.data["other_team"] for each in found]


def test_a_person_who_registered_twice_is_still_one_person() -> None:
    """Two ids of one person, in two units, are in two teams."""
    readings = [
        read_rows("volunteers", good("volunteers")),
        read_rows("volunteers", good("volunteers", unit="706"), source=Source("706")),
        read_rows("teams", good("teams")),
        read_rows(
            "teams",
            good("teams", unit="706", leader="TNV-706-001", members="TNV-706-001"),
            source=Source("706"),
        ),
    ]
    (finding,) = find(make_tables(SCHEMA, TODAY, WINDOW, readings))
    assert rows_where([finding]) == [("in_two_teams", "DH-706-01", "members")]
    assert (finding.value, finding.subject) == ("TNV-706-001", "DH-705-01")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"date_range": "01/08/2024 - 09/08/2024"}, {}),
        ({"team_status": "Hủy"}, {}),
        ({}, {"team_status": "Kết thúc"}),
    ],
)
def test_one_team_after_another_is_allowed(first: dict[str, Cell], second: dict[str, Cell]) -> None:
    """Teams that do not meet, or of which one is over, may share their people."""
    rows = tables(
        volunteers=people(1), teams=[good("teams", 1, **first), good("teams", 2, **second)]
    )
    assert list(find(rows)) == []


def test_a_team_in_between_hides_no_other() -> None:
    """A later team meets the first one although the one before it does not."""
    teams = [
        good("teams", 1, date_range="01/08/2024 - 31/08/2024"),
        good("teams", 2, date_range="01/09/2024 - 05/09/2024"),
        good("teams", 3, date_range="31/08/2024"),
    ]
    (finding,) = find(tables(volunteers=people(1), teams=teams))
    assert (finding.place.row_id, finding.subject) == ("DH-705-03", "DH-705-01")


def test_members_that_could_not_be_read() -> None:
    """A team whose members are wrong has its leader at least."""
    reading = read_rows("teams", good("teams", members="?" * 6000))
    found = find(make_tables(SCHEMA, TODAY, WINDOW, [reading]))
    assert rows_where(found) == [("leader_not_member", "DH-705-01", "leader")]
