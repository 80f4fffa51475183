"""The answer to an assignment problem as values, with their JSON format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from functions.domain.strict import write_record


@dataclass(frozen=True)
class Reason:
    """Why, as data: ``code`` names a sentence, ``data`` fills it (see `explain.REASONS`)."""

    code: str
    data: Mapping[str, int | float | str | tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class PlannedMission:
    """One team serves one need from day ``start`` to day ``end``, ``km`` away."""

    need: str
    team: str
    start: int
    end: int
    km: float
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Unmet:
    """A need without a mission: what stands in its way, and the single changes that would help."""

    need: str
    why: tuple[Reason, ...] = ()
    unlock: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Formed:
    """A team formed out of volunteers for one need; it sets out from where its leader lives."""

    id: str
    members: tuple[str, ...]
    leader: str

    @property
    def leader_first(self) -> tuple[str, ...]:
        """The members, the leader before the others."""
        return (self.leader, *(each for each in self.members if each != self.leader))


@dataclass(frozen=True)
class AimValue:
    """What the plan reaches for one aim: no plan has less than ``bound``, given the aims before."""

    aim: str
    tier: int | None
    value: float
    bound: float
    seconds: float


@dataclass(frozen=True)
class Plan:
    """One night's answer, missions and unmet needs ordered by need id.

    ``status`` is "optimal" when every aim is proven, "feasible" when time ran out before, and
    "infeasible" when a signed mission breaks a rule, or when even the plan with the fewest changes
    breaks the change budget.
    ``verified`` says that the independent verifier found no rule broken, except by decisions of
    people.
    """

    status: Literal["optimal", "feasible", "infeasible"]
    aims: tuple[AimValue, ...]
    missions: tuple[PlannedMission, ...]
    formed: tuple[Formed, ...]
    unmet: tuple[Unmet, ...]
    verified: bool

    def to_json(self) -> dict[str, Any]:
        """JSON values in the order of the format."""
        return write_record(self)
