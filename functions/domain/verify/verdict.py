"""The verdict on a plan."""

from functions.domain.plan import Plan
from functions.domain.problem import Problem
from functions.domain.verify.book import Book, Violation
from functions.domain.verify.formed import FORMED_RULES
from functions.domain.verify.promises import PROMISES, decided
from functions.domain.verify.rules import MISSION_RULES


def violations(problem: Problem, plan: Plan) -> list[Violation]:
    """Every rule that the plan breaks, those that people's decisions break among them."""
    found = [item for promise in PROMISES for item in promise(problem, plan)]
    book = Book(problem, plan.missions, plan.formed)
    rules = (*MISSION_RULES, *FORMED_RULES)
    return found + [item for rule in rules for item in rule(book)]


def stands(problem: Problem, plan: Plan) -> bool:
    """Whether the plan may be published: nothing is broken but what people decided.

    A violation is people's own when the decided missions alone show the very same one, so a
    mission that the solver adds to an overfull place is its own violation.
    """
    alone = Book(problem, decided(problem, plan.missions))
    excused = {item for rule in MISSION_RULES for item in rule(alone)}
    return all(item in excused for item in violations(problem, plan))
