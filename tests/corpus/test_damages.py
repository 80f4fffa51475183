"""Whatever people do to a workbook, it is repaired or said at its cell, and no row is lost."""

from collections import Counter
from dataclasses import dataclass

import pytest

from tests.corpus import judging
from tests.corpus.damages import DAMAGES
from tests.corpus.damages.base import Damage, Where, where
from tests.corpus.reading import Reading, draft, read_with
from tests.corpus.sheets import Draft

FEWEST = 60


@dataclass(frozen=True)
class Case:
    """A damaged workbook, what was expected of it, and what came of it."""

    draft: Draft
    expected: Counter[Where]
    reading: Reading


def name_of(damage: Damage) -> str:
    """Return the name under which a damage is reported."""
    return f"{damage.family}.{damage.name}"


@pytest.fixture(scope="module", params=DAMAGES, ids=name_of)
def case(request: pytest.FixtureRequest) -> Case:
    """One damage, done to a clean workbook that is then read with the other nineteen."""
    damage: Damage = request.param
    damaged = draft(damage.unit)
    expected = [*damage.inflict(damaged)]
    return Case(damaged, Counter(each.where for each in expected), read_with(damaged))


def test_what_is_wrong_is_said_at_its_cell_and_nothing_else_is(case: Case) -> None:
    """Every expected finding is there, with its row and column, and no other one in any unit."""
    found = Counter(map(where, case.reading.findings))
    assert {"missing": case.expected - found, "too many": found - case.expected} == {
        "missing": Counter(),
        "too many": Counter(),
    }


def test_no_row_is_lost(case: Case) -> None:
    """Every data row is accepted with what it means, or an error says that it waits."""
    assert [*judging.lost(case.draft, case.reading)] == []


def test_rows_add_up(case: Case) -> None:
    """The rows read are the data rows, each of them accepted or set aside, none of them both."""
    assert [*judging.miscounted(case.draft, case.reading)] == []


def test_other_units_are_not_touched(case: Case) -> None:
    """All rows of the other nineteen units are accepted as before."""
    assert [*judging.disturbed(case.draft, case.reading)] == []


def test_no_secret_is_copied(case: Case) -> None:
    """What identifies a person who has not agreed, or stands in free text, is in no finding."""
    assert [*judging.told(case.draft, case.reading)] == []


def test_every_damage_has_a_name_and_a_sentence() -> None:
    """There are at least sixty damages, each with a name of its own and a sentence."""
    assert len({each.name for each in DAMAGES}) == len(DAMAGES) >= FEWEST
    assert all(each.sentence.endswith(".") for each in DAMAGES)
