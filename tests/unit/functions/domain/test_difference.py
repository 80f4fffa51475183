"""How two lists of assignments differ, need by need."""

from dataclasses import replace

import pytest

from functions.domain.difference import Kind, compare, newly_held, unmet_by_tier
from functions.domain.ledger import Entry, State
from functions.domain.night import UnmetNeed
from functions.domain.plan import Reason
from tests.nights import make_entry

GONE, CHANGED, FAR = Reason("need_gone"), Reason("team_changed"), Reason("distance", {"km": 5})
FULL, LONGER = Reason("possible", {"teams": 1}), Reason("unlock_window")
WITHDRAWN = {"state": State.WITHDRAWN}


def told(
    before: tuple[Entry, ...], after: tuple[Entry, ...], *unmet: UnmetNeed
) -> list[tuple[str, Kind, tuple[Reason, ...]]]:
    """Return need, kind and reasons of each change."""
    return [(each.need, each.kind, each.why) for each in compare(before, after, unmet)]


def test_what_stays_is_not_told() -> None:
    """State, decision and reasons may change; who goes where and when does not."""
    before, after = make_entry(), make_entry(state=State.RUNNING, why=(FAR,))
    assert told((before,), (after,)) == []


def test_a_need_that_gets_a_team() -> None:
    """The reasons are those of the new mission."""
    assert told((), (make_entry(why=(FAR,)),)) == [("NC-705-001", Kind.GAINED, (FAR,))]


def test_a_need_that_loses_its_team() -> None:
    """The reasons are why nobody else comes, and what would help."""
    lost = replace(make_entry(**WITHDRAWN), change=(CHANGED,))
    unmet = UnmetNeed("NC-705-001", (FULL,), (LONGER,))
    assert told((make_entry(),), (lost,), unmet) == [("NC-705-001", Kind.LOST, (FULL, LONGER))]


def test_a_need_that_is_no_more() -> None:
    """The reason is that of its row."""
    gone = replace(make_entry(**WITHDRAWN), change=(GONE,))
    assert told((make_entry(),), (gone,)) == [("NC-705-001", Kind.GONE, (GONE,))]


def test_another_team() -> None:
    """What changed it says more than why this team."""
    forced = Reason("changed_by_rules")
    old = make_entry(1, **WITHDRAWN)
    new = replace(make_entry(2, team="DH-705-02", why=(FAR,)), change=(forced,))
    assert told((make_entry(1),), (old, new)) == [("NC-705-001", Kind.REPLACED, (forced,))]


def test_another_team_because_people_refused() -> None:
    """A refusal is told first."""
    old, new = make_entry(1, state=State.REFUSED), make_entry(2, team="DH-705-02", why=(FAR,))
    refused = Reason("refused")
    assert told((make_entry(1),), (old, new)) == [("NC-705-001", Kind.REPLACED, (refused, FAR))]


def test_other_days() -> None:
    """The same team comes, at another time."""
    (change,) = compare((make_entry(),), (make_entry(days=(7, 8)),), ())
    assert (change.kind, change.before, change.after) == (
        Kind.MOVED,
        (make_entry(),),
        (make_entry(days=(7, 8)),),
    )


def test_losses_come_first() -> None:
    """Then who is replaced, who is moved, who gains, and what is no more; by need within each."""
    needs = [f"NC-705-{number:03d}" for number in range(1, 7)]
    before = tuple(make_entry(need=each) for each in needs[:5])
    after = (
        replace(make_entry(need=needs[0], **WITHDRAWN), change=(GONE,)),
        make_entry(need=needs[1], days=(7, 8)),
        make_entry(need=needs[2], team="DH-705-02"),
        make_entry(need=needs[3], **WITHDRAWN),
        make_entry(need=needs[4], **WITHDRAWN),
        make_entry(need=needs[5]),
    )
    unmet = [UnmetNeed(each, ()) for each in needs[3:5]]
    assert [(need[-1], kind) for need, kind, _ in told(before, after, *unmet)] == [
        ("4", Kind.LOST),
        ("5", Kind.LOST),
        ("3", Kind.REPLACED),
        ("2", Kind.MOVED),
        ("6", Kind.GAINED),
        ("1", Kind.GONE),
    ]


def test_what_stays_against_a_rule_is_told_when_it_is_new() -> None:
    """A mission that broke a rule before is no consequence of the change."""
    broken = (Reason("breaks_rules", {"rules": ("not_available",)}),)
    old, new = make_entry(1, why=broken), make_entry(2, need="NC-705-002", why=(FAR, *broken))
    before = (old, make_entry(2, need="NC-705-002", why=(FAR,)))
    assert newly_held(before, (old, new, make_entry(3, need="NC-705-003"))) == (new,)


@pytest.mark.parametrize(("needs", "counts"), [("", (0, 0, 0)), ("abb", (1, 0, 2))])
def test_unmet_needs_are_counted_in_every_tier(needs: str, counts: tuple[int, ...]) -> None:
    """A tier without any has its nought."""
    tiers = {"a": 1, "b": 3}
    unmet = [UnmetNeed(each, ()) for each in needs]
    assert unmet_by_tier(unmet, tiers) == dict(zip((1, 2, 3), counts, strict=True))
