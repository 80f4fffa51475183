"""Large problems piece by piece: a few needs and teams are decided anew, all others stay.

Each piece is solved aim after aim like a small problem, so the whole plan never gets worse in the
order of the aims.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from random import Random

from functions.domain.assign.budget import Budget
from functions.domain.assign.choices import Choices
from functions.domain.assign.greedy import greedy
from functions.domain.assign.model import build
from functions.domain.assign.search import Search, silent
from functions.domain.eligibility import Option
from functions.domain.obstacles import obstacles
from functions.domain.problem import Aim, Mission
from functions.domain.setting import Setting

MOST_OPTIONS = 2000
"""Options of one piece: few enough to be solved in about a second."""

_FIRST_TEAMS = 6
"""Teams that a piece begins with, of those that may serve its need."""

_ROUNDS_IN_VAIN = 2

_MARGIN_DAYS = 6
"""Missions so near to a need's window are decided anew with it."""

_PIECE_SECONDS = 2.0
OPTIONS_PER_STEP = 20
"""Options whose preparation takes as long as one step of the optimiser."""


@dataclass(frozen=True)
class Piece:
    """What is decided anew: these needs, by these teams."""

    needs: frozenset[str]
    teams: frozenset[str]


def serving(aims: Sequence[Aim]) -> tuple[Aim, ...]:
    """The first aims, as far as they are about serving needs without changing what stands."""
    return tuple(takewhile(lambda aim: aim in ("met", "kept"), aims))


class Neighbourhoods:
    """A plan on its way. ``chosen`` has the option of every served need that people left open."""

    def __init__(
        self, setting: Setting, choices: Choices, chosen: Iterable[Option], budget: Budget
    ) -> None:
        self.chosen = {option.need: option for option in chosen}
        self._setting = setting
        self._budget = budget
        self._options = choices.options
        self._counts = choices.counts
        self._needs_of = choices.needs_of
        self._stands = {
            need: option
            for need, mission in setting.published.items()
            for option in self._options.get(need, ())
            if option.mission == mission
        }
        self._chance = Random(0)  # noqa: S311 - the same pieces on every machine

    @property
    def missions(self) -> tuple[Mission, ...]:
        """The missions of the whole plan, by need."""
        mine = {need: option.mission for need, option in self.chosen.items()}
        return tuple(mission for _, mission in sorted((mine | self._setting.decided).items()))

    @property
    def changes(self) -> int:
        """How many published missions that could stand do not."""
        return self._changes_beside(frozenset())

    def has(self, option: Option) -> bool:
        """Whether the plan holds this option."""
        return self.chosen.get(option.need) == option

    def adopt(self, options: Iterable[Option]) -> None:
        """Take these options over, keep of the others those that fit, fill up what is free."""
        adopted = {option.need: option for option in options}
        use = self._setting.narrowed((each.mission for each in adopted.values()), ()).used
        for need, option in sorted(self.chosen.items()):
            if need not in adopted and not obstacles(self._setting, use, option):
                self._setting.book(use, [option.mission])
                adopted[need] = option
        missions = [option.mission for option in adopted.values()]
        open_needs = self._options.keys() - adopted.keys()
        rest = [option for need in sorted(open_needs) for option in self._options[need]]
        free = self._setting.narrowed(missions, open_needs)
        self.chosen = adopted | {rest[each].need: rest[each] for each in greedy(free, rest)}

    def decide_around(self, need: str) -> None:
        """Try to serve a need, by changing what stands beside it as far as the aims allow."""
        self._decide_anew(self._around(need), serving(self._setting.problem.aims))

    def serve(self, tier: int, until: int, tell: Callable[[str], None]) -> None:
        """Try to serve the needs up to a tier that are not, the hardest first, again and again.

        Ends when all are served, when two rounds in a row were in vain, or when no more than
        `until` steps of the budget are left. `tell` hears after each round how it stands.
        """
        in_vain = 0
        while in_vain < _ROUNDS_IN_VAIN:
            before = self._unserved(tier)
            for need in before:
                if self._budget.left <= until:
                    return
                if need not in self.chosen:
                    self.decide_around(need)
            left = self._unserved(tier)
            in_vain = 0 if len(left) < len(before) else in_vain + 1
            tell(f"tier {tier}: {len(left)} not served")
            if not left:
                return

    def refine(self) -> None:
        """Improve every aim, team after team, until nothing changes or the budget is spent."""
        changed = True
        while changed and self._budget.left:
            changed = False
            for team in self._shuffled(self._needs_of):
                if self._budget.left:
                    changed |= self._decide_anew(self._beside(team), self._setting.problem.aims)

    def _unserved(self, tier: int) -> list[str]:
        """Needs that could be served and are not."""
        needs = self._setting.needs
        return sorted(
            (
                need
                for need in self._options.keys() - self.chosen.keys()
                if needs[need].tier <= tier
            ),
            key=lambda need: (needs[need].tier, len(self._options[need]), need),
        )

    def _shuffled(self, ids: Iterable[str]) -> list[str]:
        ordered = sorted(ids)
        self._chance.shuffle(ordered)
        return ordered

    def _around(self, need: str) -> Piece:
        """A need that is not served, teams that could, and what these do on the days around."""
        wanted = self._setting.needs[need]
        first, last = wanted.earliest - _MARGIN_DAYS, wanted.latest + _MARGIN_DAYS
        begin = self._shuffled(self._counts[need])[:_FIRST_TEAMS]
        return self._grown({need}, begin, lambda row: row.start <= last and first <= row.end)

    def _beside(self, team: str) -> Piece:
        """A team, and those that could take its missions over or give it theirs."""
        return self._grown(set(), [team], lambda _: True)

    def _grown(
        self, needs: set[str], begin: Sequence[str], near: Callable[[Option], bool]
    ) -> Piece:
        """Teams with their near missions, added while the piece stays small enough."""
        served: dict[str, set[str]] = defaultdict(set)
        for option in self.chosen.values():
            if near(option):
                served[option.team].add(option.need)
        teams: set[str] = set()
        for team in self._candidates(needs, begin, served):
            more = needs | served[team]
            if teams and self._size(more, {*teams, team}) > MOST_OPTIONS:
                break
            needs, teams = more, {*teams, team}
        free = MOST_OPTIONS - self._size(needs, teams)
        for need in self._shuffled(self._options.keys() - self.chosen.keys()):
            size = self._size({need}, teams)
            if need not in needs and size <= free:
                needs, free = {*needs, need}, free - size
        return Piece(frozenset(needs), frozenset(teams))

    def _candidates(
        self, needs: set[str], begin: Sequence[str], served: dict[str, set[str]]
    ) -> Iterator[str]:
        """First the given teams, then those that could serve most of what these serve."""
        yield from begin
        theirs = needs.union(*(served[team] for team in begin))
        shared = Counter(
            {team: len(theirs & mine) for team, mine in self._needs_of.items() if team not in begin}
        )
        yield from sorted(shared, key=lambda team: (-shared[team], team))

    def _size(self, needs: set[str], teams: set[str]) -> int:
        """How many options a piece has at most."""
        return sum(self._counts[need][team] for need in needs for team in teams)

    def _decide_anew(self, piece: Piece, aims: tuple[Aim, ...]) -> bool:
        """Solve a piece; say whether the plan changed."""
        setting, candidates = self._open(piece, aims)
        before = [index for index, option in enumerate(candidates) if self.has(option)]
        model = build(setting, candidates)
        budget = Budget(_PIECE_SECONDS)
        search = Search(setting, model, before, budget, silent)
        search.run()
        self._budget.spend(budget.spent + len(candidates) // OPTIONS_PER_STEP)
        found = search.chosen
        if found == before:
            return False
        for need in piece.needs:
            self.chosen.pop(need, None)
        self.chosen |= {candidates[index].need: candidates[index] for index in found}
        return True

    def _changes_beside(self, needs: frozenset[str]) -> int:
        return sum(
            self.chosen.get(need) != option
            for need, option in self._stands.items()
            if need not in needs
        )

    def _open(self, piece: Piece, aims: tuple[Aim, ...]) -> tuple[Setting, list[Option]]:
        """The setting in which only the piece is open, and its options that fit to the rest."""
        fixed = [option.mission for need, option in self.chosen.items() if need not in piece.needs]
        budget = self._setting.problem.change_budget
        if budget is not None:
            budget = max(0, budget - self._changes_beside(piece.needs))
        problem = replace(self._setting.problem, aims=aims, change_budget=budget)
        setting = replace(self._setting, problem=problem).narrowed(fixed, piece.needs)
        candidates = [
            option
            for need in sorted(piece.needs)
            for option in self._options[need]
            if option.team in piece.teams and not obstacles(setting, setting.used, option)
        ]
        return setting, candidates
