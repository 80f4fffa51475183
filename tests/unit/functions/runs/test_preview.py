"""What a night would do, and what each number of changes would reach."""

import pytest

from functions.domain.difference import Choice
from functions.domain.ledger import Changes, Entry
from functions.domain.night import UnmetNeed
from functions.domain.records import PROVINCE, Campaign
from functions.errors import ConfigError
from functions.runs import preview as module
from functions.runs.assigning import Decided
from functions.runs.preview import MOST_CHOICES, caps, preview
from functions.runs.services import Services
from tests.province import NEED, TODAY, Province


def test_the_store_is_read_and_never_changed(province: Province) -> None:
    """Whatever a preview keeps is kept nowhere."""
    store = province.services().store
    store.put("a/b", b"1")
    untouched = module._Untouched(store)
    untouched.put("a/b", b"2")
    untouched.delete("a/b")

    assert untouched.create("a/c", b"3")
    assert (untouched.get("a/b"), untouched.list("a")) == (b"1", ["a/b"])
    assert store.get("a/c") is None


@pytest.mark.parametrize(
    ("most", "tried"),
    [
        (0, [0]),
        (3, [0, 1, 2, 3]),
        (7, [0, 1, 2, 3, 4, 5, 6, 7]),
        (8, [0, 1, 2, 3, 4, 5, 6, 8]),
        (40, [0, 1, 2, 3, 12, 21, 30, 40]),
    ],
)
def test_few_caps_are_tried(most: int, tried: list[int]) -> None:
    """None, the smallest ones, then larger steps, up to what is of use."""
    assert caps(most) == tried
    assert len(tried) <= MOST_CHOICES


@pytest.mark.parametrize(
    ("least", "best", "rows"),
    [
        (0, 0, [(0, 0)]),
        (0, 2, [(0, 0), (1, 1), (2, 2)]),
        (2, 4, [(0, 2), (3, 3), (4, 4)]),
        (2, 2, [(0, 2)]),
    ],
)
def test_each_cap_is_a_plan_of_its_own(
    province: Province,
    monkeypatch: pytest.MonkeyPatch,
    least: int,
    best: int,
    rows: list[tuple[int, int]],
) -> None:
    """Caps that cannot be held give one plan; the last row is the plan without a cap."""

    def decided(
        _: Services, campaign: Campaign, entries: tuple[Entry, ...], *_rest: object, **_more: object
    ) -> Decided:
        allowed = campaign.settings.change_budget
        made = best if allowed is None else min(best, max(least, allowed))
        unmet = tuple(UnmetNeed(str(each), ()) for each in range(best - made))
        tiers = {str(each): 2 for each in range(best)}
        return Decided(entries, Changes(made=made), unmet, tiers)

    monkeypatch.setattr(module, "assign", decided)
    found = preview(province.services(), TODAY, trade_off=True).choices

    assert found == tuple(
        Choice(allowed, made, {1: 0, 2: best - made, 3: 0}) for allowed, made in rows
    )


def test_old_data_are_named(province: Province) -> None:
    """A unit that cannot be read keeps its last good data, as in a night."""
    province.night()
    book = province.workbooks["706"]
    fault = {"method": "spreadsheets.get", "spreadsheet": book, "count": 1, "status": 404}
    province.local("POST", "faults", fault)

    assert preview(province.services(), TODAY).stale == ("Huyện đoàn Tân Châu",)


def test_without_the_list_of_assignments_nothing_is_foreseen(province: Province) -> None:
    """Nobody knows what was signed."""
    sheet = province.sheet(PROVINCE, "assignments")
    province.change(PROVINCE, {"deleteSheet": {"sheetId": sheet}})

    with pytest.raises(ConfigError, match="list of assignments"):
        preview(province.services(), TODAY)


def test_the_first_night_is_foreseen(province: Province) -> None:
    """Where nothing is published yet, every mission is new."""
    province.type("705", "needs", [{**NEED, "place": "Nhà văn hóa"}], at=1)
    found = preview(province.services(), TODAY)

    assert (found.counts.new, [each.kind for each in found.changes]) == (2, ["gained", "gained"])
    assert sum(found.unmet_before.values()) == 2
    assert sum(found.unmet_after.values()) == 0
