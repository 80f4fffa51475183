"""Which team serves which need, when: the solver."""

from functions.domain.assign.solver import solve

__all__ = ["solve"]
