"""The assignment problem as values, with its strict JSON format; the answer is in `plan`.

Days are whole numbers, day 0 is the first of the campaign, ranges of days are inclusive.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from functions.domain.plan import AimValue, Formed, Plan, PlannedMission, Reason, Unmet
from functions.domain.strict import ProblemError, Range, read_record, write_record

__all__ = [
    "Aim",
    "AimValue",
    "Formed",
    "Mission",
    "Need",
    "Pair",
    "Pin",
    "Place",
    "Plan",
    "PlannedMission",
    "Problem",
    "ProblemError",
    "Reason",
    "Team",
    "Unmet",
    "Veto",
    "Volunteer",
    "formed_id",
]

Aim = Literal["met", "kept", "fair", "travel", "few_teams"]
Count = Annotated[int, Range(0)]
Length = Annotated[int, Range(1, 10_000)]
Rest = Annotated[int, Range(0, 366)]
Amount = Annotated[float, Range(0)]
Days = tuple[int, int]
Point = tuple[float, float]


@dataclass(frozen=True)
class Need:
    """What a place asks for: ``days`` consecutive days inside [earliest, latest]."""

    id: str
    unit: str
    tier: Annotated[int, Range(1, 3)]
    earliest: int
    latest: int
    days: Length
    volunteers: Count
    place: str | None = None
    topics: Mapping[str, Count] = field(default_factory=dict)
    participants: Count = 0
    equipment: tuple[str, ...] = ()
    local_equipment: tuple[str, ...] = ()
    xy_km: Point | None = None


@dataclass(frozen=True)
class Place:
    """A commune; ``lodging`` is how many people can sleep there a night, None for no limit."""

    id: str
    unit: str
    lodging: Count | None


@dataclass(frozen=True)
class Team:
    """A ready team; ``available`` None means every day of the campaign.

    ``formed_for`` is the only need that it serves, None for any. ``members`` are the volunteers
    that it was formed of, the leader first; while its mission is published, they are not free.
    """

    id: str
    unit: str
    size: Count
    scope: Literal["province", "unit"] = "province"
    topics: Mapping[str, Count] = field(default_factory=dict)
    trained_on: Mapping[str, int] = field(default_factory=dict)
    available: tuple[Days, ...] | None = None
    equipment: tuple[str, ...] = ()
    max_missions: Count | None = None
    effort_budget: Amount | None = None
    xy_km: Point | None = None
    formed_for: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class Volunteer:
    """A person free to be formed into a team."""

    id: str
    unit: str
    topics: Mapping[str, Count] = field(default_factory=dict)
    trained_on: Mapping[str, int] = field(default_factory=dict)
    available: tuple[Days, ...] | None = None
    leader: bool = False
    teaches: bool = False
    travels: bool = True
    max_days: Count | None = None
    xy_km: Point | None = None


@dataclass(frozen=True)
class Pair:
    """Overrides for one need and team: ``cost`` replaces kilometres, ``effort`` uses the budget."""

    need: str
    team: str
    cost: float | None = None
    effort: Amount = 0
    allowed: bool = True


@dataclass(frozen=True)
class Pin:
    """A mission that the coordinator signed: it stands."""

    need: str
    team: str
    start: Count


@dataclass(frozen=True)
class Veto:
    """A pair that the coordinator refused: it is excluded.

    ``team`` may be `formed_id` of the need: no team is formed for it.
    """

    need: str
    team: str


@dataclass(frozen=True)
class Mission:
    """A mission of the plan that was last published."""

    need: str
    team: str
    start: Count


@dataclass(frozen=True)
class Problem:
    """One night's question; `from_json` is the only way in for data that people typed.

    ``freeze_days``: published missions that start before this day stay as they are.
    ``change_budget``: how many published missions that could stand may change, None for any number.
    """

    days: Length
    needs: tuple[Need, ...]
    max_km: Amount | None = None
    rest_days: Rest = 1
    freeze_days: Count = 0
    places: tuple[Place, ...] = ()
    teams: tuple[Team, ...] = ()
    volunteers: tuple[Volunteer, ...] = ()
    pool: Mapping[str, Count] = field(default_factory=dict)
    pairs: tuple[Pair, ...] = ()
    pins: tuple[Pin, ...] = ()
    vetoes: tuple[Veto, ...] = ()
    published: tuple[Mission, ...] = ()
    change_budget: Count | None = None
    aims: tuple[Aim, ...] = ("met", "kept", "fair", "travel")
    time_limit_s: Amount = 60

    @classmethod
    def from_json(cls, data: object) -> "Problem":
        """The problem in parsed JSON.

        Raises:
            ProblemError: with the path of the first bad value and what it must be: an unknown
                or missing key, a wrong type, a repeated id, a reference to nothing.
        """
        problem = read_record(cls, data, "")
        _check_ids(problem)
        _check_days(problem)
        _check_references(problem)
        return problem

    def to_json(self) -> dict[str, Any]:
        """JSON values that `from_json` reads back to an equal problem."""
        return write_record(self)


def formed_id(need: str) -> str:
    """The id of the team that is formed for a need, where no other team has it."""
    return f"f-{need}"


def _check_ids(problem: Problem) -> None:
    for name in ("needs", "places", "teams", "volunteers"):
        _check_unique(name, "id", ((row.id,) for row in getattr(problem, name)))
    for name in ("pins", "published"):
        _check_unique(name, "need", ((row.need,) for row in getattr(problem, name)))
    for name in ("pairs", "vetoes"):
        _check_unique(name, "team", ((row.need, row.team) for row in getattr(problem, name)))
    _check_unique("aims", "", ((aim,) for aim in problem.aims))


def _check_unique(name: str, key: str, rows: Iterable[tuple[str, ...]]) -> None:
    seen: set[tuple[str, ...]] = set()
    for index, row in enumerate(rows):
        if row in seen:
            path = f"{name}[{index}].{key}" if key else f"{name}[{index}]"
            raise ProblemError(path, f"{' with '.join(row)} is there twice")
        seen.add(row)


def _check_days(problem: Problem) -> None:
    for index, need in enumerate(problem.needs):
        if need.latest < need.earliest:
            raise ProblemError(f"needs[{index}].latest", f"must not be before {need.earliest}")
    for name in ("teams", "volunteers"):
        for index, row in enumerate(getattr(problem, name)):
            for part, (first, last) in enumerate(row.available or ()):
                if last < first:
                    key = f"{name}[{index}].available[{part}]"
                    raise ProblemError(key, f"must not end before {first}")


def _check_references(problem: Problem) -> None:
    needs = {need.id for need in problem.needs}
    teams = {team.id for team in problem.teams}
    places = {place.id for place in problem.places}
    people = {person.id for person in problem.volunteers}
    for index, need in enumerate(problem.needs):
        if need.place is not None:
            _check_known(f"needs[{index}].place", need.place, places)
    for index, team in enumerate(problem.teams):
        if team.formed_for is not None:
            _check_known(f"teams[{index}].formed_for", team.formed_for, needs)
        for part, person in enumerate(team.members):
            _check_known(f"teams[{index}].members[{part}]", person, people)
    for name in ("pairs", "pins", "vetoes", "published"):
        for index, row in enumerate(getattr(problem, name)):
            _check_known(f"{name}[{index}].need", row.need, needs)
            if name != "vetoes" or row.team != formed_id(row.need):
                _check_known(f"{name}[{index}].team", row.team, teams)


def _check_known(key: str, value: str, known: set[str]) -> None:
    if value not in known:
        raise ProblemError(key, f"names {value}, which does not exist")
