"""An id refers to a row that was accepted."""

from functions.tables.checks.references import find
from functions.tables.frames import make_tables
from functions.tables.typed import Source
from tests.builders import (
    SCHEMA,
    TODAY,
    WINDOW,
    Row,
    good,
    read_rows,
    rows_where,
    tables,
)

PEOPLE = [good("volunteers", 1), good("volunteers", 2)]


def test_known_ids_pass() -> None:
    """Teams, trainings and reports that refer to accepted rows are sound."""
    rows = tables(
        needs=[good("needs")],
        volunteers=PEOPLE,
        teams=[good("teams", members="TNV-705-001; tnv-705-002")],
        trainings=[good("trainings", attendees="DH-705-01; TNV-705-002")],
        reports=[good("reports", need="NC-705-001")],
    )
    assert list(find(rows)) == []


def test_an_unknown_id_alone_is_an_error_among_others_a_warning() -> None:
    """Of several members one may be unknown, the leader and all of them may not."""
    rows = tables(
        volunteers=PEOPLE,
        teams=[
            good("teams", 1, members="TNV-705-001; TNV-705-009"),
            good("teams", 2, leader="TNV-705-009"),
            good("teams", 3, members="TNV-705-008; TNV-705-009"),
        ],
    )
    found = list(find(rows))
    assert rows_where(found) == [
        ("unknown_reference", "DH-705-02", "leader"),
        ("unknown_member", "DH-705-01", "members"),
        ("unknown_reference", "DH-705-03", "members"),
    ]
    assert (found[1].value, found[1].data) == ("TNV-705-009", {"tabs": "Tình nguyện viên"})


def test_a_list_that_may_be_empty_may_be_all_unknown() -> None:
    """A training whose attendees are all unknown was still held: a warning."""
    found = list(find(tables(trainings=[good("trainings")])))
    assert rows_where(found) == [("unknown_member", "TH-705-001", "attendees")]
    assert found[0].data == {"tabs": "Đội hình, Tình nguyện viên"}
    assert list(find(tables(trainings=[good("trainings", attendees=None)]))) == []


def test_one_optional_reference_must_still_exist() -> None:
    """A report names no need, or one that was accepted."""

    def codes(need: str | None) -> list[tuple[str, str, str]]:
        rows = tables(
            needs=[good("needs", 1), good("needs", 2, commune="?")],
            volunteers=PEOPLE,
            teams=[good("teams")],
            reports=[good("reports", need=need)],
        )
        return rows_where(find(rows))

    assert codes(None) == codes("NC-705-001") == []
    assert codes("NC-705-002") == [("unknown_reference", "BC-705-001", "need")]


def test_a_row_that_falls_takes_those_that_refer_to_it_along() -> None:
    """A report on a team without a leader has no team."""
    rows = tables(
        volunteers=PEOPLE, teams=[good("teams", leader="TNV-705-009")], reports=[good("reports")]
    )
    assert rows_where(find(rows)) == [
        ("unknown_reference", "DH-705-01", "leader"),
        ("unknown_reference", "BC-705-001", "team"),
    ]


def test_visits_refer_to_teams_of_any_unit() -> None:
    """The province's visits name teams of units."""

    def codes(visit: Row) -> list[tuple[str, str, str]]:
        readings = [
            read_rows("volunteers", *PEOPLE),
            read_rows("teams", good("teams")),
            read_rows("visits", visit, source=Source("T")),
        ]
        return rows_where(find(make_tables(SCHEMA, TODAY, WINDOW, readings)))

    assert codes(good("visits", unit="T")) == codes(good("visits", unit="T", team=None)) == []
    assert codes(good("visits", unit="T", team="DH-705-02")) == [
        ("unknown_reference", "GS-T-001", "team")
    ]
