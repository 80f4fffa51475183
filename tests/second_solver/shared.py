"""Every mission there may be, and what missions of different needs share."""

import math
from collections import defaultdict
from collections.abc import Iterator

from ortools.sat.python import cp_model

from functions.domain.problem import Need, Problem
from tests.second_solver import forming, given
from tests.second_solver.rules import Rules

Expr = cp_model.LinearExprT


class Missions:
    """A problem as a model: its rules and nothing of its aims.

    ``served`` has the needs that could get a mission, each with whether it does.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.rules = Rules(problem)
        self.model = cp_model.CpModel()
        self.sent = given.sent_teams(self.model, self.rules)
        self.formed = forming.formed_teams(self.model, self.rules)
        self.served = self._serve()
        self._share_beds()
        self._share_items()

    def _serve(self) -> dict[str, cp_model.LinearExpr]:
        """A need is served once at the most, by a team that there is or by one formed for it."""
        ways: dict[str, list[cp_model.IntVar]] = defaultdict(list)
        for way in self.sent:
            ways[way.need.id].append(way.chosen)
        for team in self.formed:
            ways[team.need.id] += team.starts.values()
        for chosen in ways.values():
            self.model.add_at_most_one(chosen)
        return {need: cp_model.LinearExpr.sum(chosen) for need, chosen in ways.items()}

    def _share_beds(self) -> None:
        guests: dict[tuple[str, int], list[Expr]] = defaultdict(list)
        left: dict[tuple[str, int], int] = {}
        for (need, day), people in self._guests():
            beds = self.rules.beds_left(need, day)
            if need.place is not None and beds < math.inf:
                guests[need.place, day].append(people)
                left[need.place, day] = int(beds)
        for key, there in guests.items():
            self.model.add(cp_model.LinearExpr.sum(there) <= left[key])

    def _guests(self) -> Iterator[tuple[tuple[Need, int], Expr]]:
        yield from given.guests_of(self.sent)
        yield from forming.guests_of(self.model, self.rules, self.formed)

    def _share_items(self) -> None:
        loans: dict[tuple[str, int], list[Expr]] = defaultdict(list)
        for key, lent in (*given.loans_of(self.sent), *forming.loans_of(self.formed)):
            loans[key].append(lent)
        for (item, day), lent_out in loans.items():
            left = self.rules.items_left(item, day)
            self.model.add(cp_model.LinearExpr.sum(lent_out) <= left)
