"""The independent verifier: it shares no code with the solver, only the values."""

from functions.domain.verify.book import Violation
from functions.domain.verify.verdict import stands, violations

__all__ = ["Violation", "stands", "violations"]
