"""The list of assignments from one night to the next."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from functions.domain.ledger import (
    ABOUT_LAST_NIGHT,
    STANDING,
    Assigned,
    Changes,
    Decision,
    Entry,
    State,
    lasting,
    update,
)
from functions.domain.plan import Reason
from tests.campaigns import TODAY, after
from tests.nights import make_entry

NEED, TEAM = "NC-705-001", "DH-705-01"
SOUND = frozenset({NEED})
TOPICS = Reason("topics", {"topics": ("dich_vu_cong",)})
CHANGED = Reason("changed_by_aims", {"team": "DH-705-02", "start": 80})


def given(
    need: str = NEED,
    team: str = TEAM,
    days: tuple[int, int] = (5, 6),
    why: tuple[Reason, ...] = (TOPICS,),
) -> Assigned:
    """Return what the plan says of one need."""
    return Assigned(need, team, after(days[0]), after(days[1]), 7.5, why)


def one_night(
    entry: Entry, plan: Iterable[Assigned] = (), sound: frozenset[str] = SOUND
) -> tuple[Entry, Changes]:
    """Return one row after tonight and what changed."""
    rows, changes = update([entry], plan, sound, TODAY)
    assert rows[0].id == entry.id
    assert (rows[0].need, rows[0].team, rows[0].row) == (entry.need, entry.team, entry.row)
    return rows[0], changes


def test_a_new_mission_becomes_a_proposed_row_without_an_id() -> None:
    """What stands in the plan alone is proposed below the list, to be numbered later."""
    rows, changes = update([], [given()], SOUND, TODAY)
    assert rows == (
        Entry("", NEED, TEAM, after(5), after(6), State.PROPOSED, km=7.5, why=(TOPICS,)),
    )
    assert changes == Changes(new=1)


def test_new_rows_follow_the_old_ones_by_day_and_need() -> None:
    """Old rows keep their order whatever the plan says; new ones come behind, earliest first."""
    old = [replace(make_entry(1, need="B"), row=8), replace(make_entry(2, need="A"), row=4)]
    plan = [
        given("D", days=(9, 9)),
        given("E", days=(8, 8)),
        given("C", days=(8, 8)),
        given("A"),
        given("B"),
    ]
    rows, changes = update(old, plan, frozenset("ABCDE"), TODAY)
    assert [(each.need, each.row) for each in rows] == [
        ("B", 8),
        ("A", 4),
        ("C", None),
        ("E", None),
        ("D", None),
    ]
    assert changes == Changes(kept=2, new=3)


def test_an_unchanged_mission_is_kept() -> None:
    """A row whose team and days stay takes tonight's distance and reasons."""
    row, changes = one_night(make_entry(), [given()])
    assert row == replace(make_entry(), km=7.5, why=(TOPICS,))
    assert changes == Changes(kept=1)


def test_a_mission_on_other_days_is_moved() -> None:
    """New days go into the same row, with what caused the change."""
    row, changes = one_night(make_entry(), [given(days=(7, 8), why=(CHANGED, TOPICS))])
    assert (row.start, row.end, row.state) == (after(7), after(8), State.PROPOSED)
    assert (row.why, row.change) == ((TOPICS,), (CHANGED,))
    assert changes == Changes(moved=1)


@pytest.mark.parametrize(
    ("decision", "days", "state"),
    [
        (None, (1, 2), State.PROPOSED),
        (Decision.SIGN, (1, 2), State.SIGNED),
        (None, (0, 1), State.RUNNING),
        (Decision.SIGN, (-1, 0), State.RUNNING),
        (None, (-2, -1), State.FINISHED),
        (Decision.SIGN, (-2, -1), State.FINISHED),
    ],
)
def test_the_state_follows_the_days_and_the_signature(
    decision: Decision | None, days: tuple[int, int], state: State
) -> None:
    """A mission is proposed until signed, runs from its first day and is over after its last."""
    row, _ = one_night(make_entry(decision=decision), [given(days=days)])
    assert row.state is state
    assert row.stands


def test_a_team_that_is_not_in_the_plan_is_withdrawn() -> None:
    """An unsigned row of a sound need goes, and the reason goes into the latest change alone."""
    row, changes = one_night(make_entry())
    assert row == replace(make_entry(), state=State.WITHDRAWN, change=(Reason("team_changed"),))
    assert row.why is None
    assert not row.stands
    assert changes == Changes(withdrawn=1)


def test_a_row_of_a_need_that_is_gone_is_withdrawn() -> None:
    """An unsigned row of a need that may not be served says so."""
    row, changes = one_night(make_entry(), sound=frozenset())
    assert (row.state, row.change) == (State.WITHDRAWN, (Reason("need_gone"),))
    assert changes == Changes(withdrawn=1)


def test_a_withdrawn_row_says_nothing_new_on_the_next_night() -> None:
    """What fell once is not counted or explained again."""
    row, changes = one_night(make_entry(state=State.WITHDRAWN))
    assert row == make_entry(state=State.WITHDRAWN)
    assert changes == Changes()


def test_a_withdrawn_row_can_stand_again() -> None:
    """The same need and team use the row that they had, and it counts as new."""
    row, changes = one_night(make_entry(state=State.WITHDRAWN), [given()])
    assert row.state is State.PROPOSED
    assert changes == Changes(new=1)


def test_a_refused_row_falls_once() -> None:
    """A refusal is counted on the night on which it takes effect, and stays."""
    row, changes = one_night(make_entry(decision=Decision.REFUSE), [given()])
    assert (row.state, row.why) == (State.REFUSED, None)
    assert changes == Changes(withdrawn=1)
    again, changes = one_night(row)
    assert again == row
    assert changes == Changes()


def test_a_refusal_that_was_taken_back_leaves_a_withdrawn_row() -> None:
    """Without a decision nobody refuses the row any more, so it does not say so."""
    row, changes = one_night(make_entry(state=State.REFUSED))
    assert row.state is State.WITHDRAWN
    assert changes == Changes()


@pytest.mark.parametrize(
    ("sound", "plan", "code"),
    [
        (frozenset(), [], "signed_but_need_gone"),
        (SOUND, [], "signed_but_team_gone"),
        (SOUND, [given(team="DH-705-09")], "signed_but_team_gone"),
    ],
)
def test_only_people_take_a_signature_back(
    sound: frozenset[str], plan: list[Assigned], code: str
) -> None:
    """A signed row stands without its need, without its team and beside another proposal."""
    row, changes = one_night(make_entry(state=State.SIGNED, decision=Decision.SIGN), plan, sound)
    assert (row.state, row.why) == (State.SIGNED, (Reason(code),))
    assert changes.kept == 1
    assert changes.withdrawn == 0


def test_of_two_signed_rows_the_second_says_so() -> None:
    """A need can be signed for one team only; the row that the plan does not hold names that."""
    rows = [
        make_entry(number, team=team, state=State.SIGNED, decision=Decision.SIGN)
        for number, team in ((1, "DH-705-09"), (2, TEAM))
    ]

    after, changes = update(rows, [given(team="DH-705-09")], SOUND, TODAY)

    assert [each.state for each in after] == [State.SIGNED, State.SIGNED]
    assert after[1].why == (Reason("signed_twice"),)
    assert changes == Changes(kept=2)


def test_a_signed_mission_without_its_team_runs_on_its_day() -> None:
    """A signed row goes on from state to state although the plan does not hold it."""
    signed = make_entry(days=(0, 3), state=State.SIGNED, decision=Decision.SIGN)
    assert one_night(signed)[0].state is State.RUNNING


@pytest.mark.parametrize("decision", [None, Decision.SIGN])
def test_what_is_over_stays_finished(decision: Decision | None) -> None:
    """A mission whose days have passed is finished, whatever becomes of need and team."""
    running = make_entry(days=(-3, -1), state=State.RUNNING, decision=decision)
    row, changes = one_night(running, sound=frozenset())
    assert row == replace(running, state=State.FINISHED)
    assert row.why is None
    assert changes == Changes(kept=1)
    assert one_night(row, sound=frozenset())[0] == row


def test_a_second_night_without_edits_changes_nothing() -> None:
    """The rows of one night, read again with the same plan, are the same rows."""
    first, _ = update([], [given(), given("B", days=(-1, 2))], frozenset({NEED, "B"}), TODAY)
    second, changes = update(
        first, [given("B", days=(-1, 2)), given()], frozenset({NEED, "B"}), TODAY
    )
    assert second == first
    assert changes == Changes(kept=2)


def test_reasons_about_one_night_do_not_last() -> None:
    """What compares with last night is left out of the reason that stays."""
    passing = [Reason(code) for code in sorted(ABOUT_LAST_NIGHT)]
    assert lasting([*passing, TOPICS]) == (TOPICS,)


def test_a_team_goes_in_four_of_the_states() -> None:
    """Refused and withdrawn are the only states in which nobody goes."""
    assert set(State) - STANDING == {State.REFUSED, State.WITHDRAWN}
