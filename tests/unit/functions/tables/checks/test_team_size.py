"""Teams are as large as teams are."""

import pytest

from functions.tables.checks.team_size import find
from tests.builders import good, ids_of, people, rows_where, tables


@pytest.mark.parametrize(
    ("members", "codes"),
    [
        (2, ["team_size"]),
        (3, ["unusual_team_size"]),
        (4, ["unusual_team_size"]),
        (5, []),
        (40, []),
        (41, ["unusual_team_size"]),
        (50, ["unusual_team_size"]),
        (51, ["team_size"]),
    ],
)
def test_size(members: int, codes: list[str]) -> None:
    """From 5 to 40 is usual, from 3 to 50 possible, anything else a warning."""
    row = good("teams", members=ids_of(people(members)))
    found = list(find(tables(teams=[row])))
    assert rows_where(found) == [(code, "DH-705-01", "members") for code in codes]
    assert [each.data["members"] for each in found] == [str(members) for _ in codes]


def test_the_leader_counts_and_counts_once() -> None:
    """A leader who is not listed is one person more."""
    listed = ids_of(people(5))
    row = good("teams", leader="TNV-705-009", members=listed.replace("TNV-705-005", ""))
    assert list(find(tables(teams=[row]))) == []


def test_a_team_that_is_over_is_not_asked() -> None:
    """Nobody adds members to a team that was cancelled."""
    assert list(find(tables(teams=[good("teams", team_status="Hủy")]))) == []
