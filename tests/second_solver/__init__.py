"""A second solver, by another engine and another hand, that tests compare the first one with.

It knows the problem's values and the rules in words; it shares no code with the first solver.
"""

from tests.second_solver.aims import Level, worth
from tests.second_solver.search import nothing_better, optimum

__all__ = ["Level", "nothing_better", "optimum", "worth"]
