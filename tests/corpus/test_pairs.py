"""Two damages at once: there is no end of combinations, and no row is lost in any of them."""

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from tests.corpus.damages import DAMAGES
from tests.corpus.damages.base import Damage
from tests.corpus.judging import lost
from tests.corpus.reading import draft, read_with

PAIRS = st.tuples(st.sampled_from(DAMAGES), st.sampled_from(DAMAGES)).filter(
    lambda pair: (
        pair[0].family != pair[1].family and (not pair[0].only_unit or not pair[1].only_unit)
    )
)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(PAIRS)
def test_two_damages_lose_no_row(pair: tuple[Damage, Damage]) -> None:
    """With two damages of different families, every row is accepted or an error says it waits."""
    first, second = pair
    damaged = draft(second.unit if second.only_unit else first.unit)
    for each in pair:
        try:
            list(each.inflict(damaged))
        except LookupError:
            # The first has deleted what the second would have damaged.
            reject()
    assert [*lost(damaged, read_with(damaged))] == []
