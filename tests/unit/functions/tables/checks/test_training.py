"""A team whose members have not had all required training is pointed out."""

import pytest

from functions.tables.checks.training import find
from tests.builders import good, rows_where, tables

PEOPLE = [good("volunteers", 1), good("volunteers", 2)]
TEAM = good("teams", members="TNV-705-001; TNV-705-002; TNV-705-009")


def test_trained_teams_pass() -> None:
    """A team that attended as a team has trained all its members."""
    assert list(find(tables(volunteers=PEOPLE, teams=[TEAM], trainings=[good("trainings")]))) == []


def test_untrained_members_are_counted() -> None:
    """Members whom no completed session covered are counted; unknown members are no members."""
    for training in (
        good("trainings", attendees="TNV-705-001"),
        good("trainings", attendees="TNV-705-001; TNV-705-009"),
    ):
        (finding,) = find(tables(volunteers=PEOPLE, teams=[TEAM], trainings=[training]))
        assert rows_where([finding]) == [("untrained_team", "DH-705-01", "members")]
        assert finding.data == {"untrained": "1", "members": "2"}


def test_all_contents_and_completion_are_needed() -> None:
    """Half the contents, or a session that was not completed, trains nobody."""
    for training in (
        good("trainings", content="Mục đích; An toàn"),
        good("trainings", result="Chưa hoàn thành"),
        good("trainings", attendees=None),
    ):
        (finding,) = find(tables(volunteers=PEOPLE, teams=[TEAM], trainings=[training]))
        assert finding.data == {"untrained": "2", "members": "2"}


def test_a_team_that_is_over_is_not_asked_to_train() -> None:
    """Nobody waits for a team that has ended or was cancelled."""
    for status in ("Kết thúc", "Hủy"):
        team = {**TEAM, "team_status": status}
        assert list(find(tables(volunteers=PEOPLE, teams=[team]))) == []


@pytest.mark.parametrize(
    ("day", "content", "teams"),
    [
        ("09/08/2024", "Mục đích; Phương thức; An toàn", None),
        ("10/08/2024", "Mục đích; Phương thức; An toàn", None),
        ("11/08/2024", "Mục đích; Phương thức; An toàn", "DH-705-01"),
        ("11/08/2024", "Mục đích", "DH-705-01"),
    ],
)
def test_training_comes_before_the_first_day(day: str, content: str, teams: str | None) -> None:
    """A session that completes what is required of a team after its first day is too late."""
    first = good("trainings", 1, content="Phương thức; An toàn")
    rows = tables(
        volunteers=PEOPLE,
        teams=[TEAM],
        trainings=[first, good("trainings", 2, date_range=day, content=content)],
    )
    found = [each for each in find(rows) if each.code == "late_training"]
    assert [(each.place.row_id, each.data["teams"]) for each in found] == (
        [("TH-705-002", teams)] if teams else []
    )


def test_what_is_learned_on_top_may_come_later() -> None:
    """Who was trained in time may go on learning, and teams that are over are left in peace."""
    late = good("trainings", 2, date_range="20/08/2024", content="Mục đích; Kỹ năng")
    rows = tables(volunteers=PEOPLE, teams=[TEAM], trainings=[good("trainings"), late])
    assert list(find(rows)) == []
    over = {**TEAM, "team_status": "Kết thúc"}
    alone = good("trainings", date_range="20/08/2024")
    assert list(find(tables(volunteers=PEOPLE, teams=[over], trainings=[alone]))) == []
