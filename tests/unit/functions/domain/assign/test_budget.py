"""Time is counted in steps, so that a busy machine finds the same plan."""

from functions.domain.assign.budget import STEPS_PER_SECOND, Budget


def test_a_budget_is_shared_out() -> None:
    """A part is a part of what is left; what is spent is told in seconds of the limit."""
    budget = Budget(2)
    assert budget.part(2).steps == STEPS_PER_SECOND

    assert budget.spend(STEPS_PER_SECOND // 2) == 0.5

    assert (budget.left, budget.spent) == (3 * STEPS_PER_SECOND // 2, STEPS_PER_SECOND // 2)
    assert budget.part(3).steps == STEPS_PER_SECOND // 2


def test_more_than_there_is_leaves_nothing() -> None:
    """A search that goes a step too far leaves no debt to the next."""
    budget = Budget(1)
    budget.spend(5 * STEPS_PER_SECOND)
    assert (budget.left, budget.part(1).steps) == (0, 0)
