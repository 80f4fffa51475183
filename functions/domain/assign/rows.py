"""The rules that bind several missions together, as rows over the options."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from functions.domain.eligibility import Option
from functions.domain.setting import Setting, thousandths
from functions.domain.use import borrowed


@dataclass(frozen=True)
class Row:
    """Weighted columns sum to at most ``upper`` (and at least ``lower``, where there is one)."""

    weights: Mapping[int, int]
    upper: float
    lower: float | None = None


Grouped = Mapping[str, Sequence[tuple[int, Option]]]


def by_need(options: Sequence[Option]) -> Grouped:
    """Numbered options of each need."""
    return _grouped((option.need, index, option) for index, option in enumerate(options))


def by_team(options: Sequence[Option]) -> Grouped:
    """Numbered options of each team."""
    return _grouped((option.team, index, option) for index, option in enumerate(options))


def need_rows(needs: Grouped) -> Iterator[Row]:
    """A need is served at most once."""
    for numbered in needs.values():
        yield Row({index: 1 for index, _ in numbered}, 1)


def team_day_rows(setting: Setting, teams: Grouped, use: Mapping[str, int]) -> Iterator[Row]:
    """A team has at most one mission a day, rest days counted with the mission before them.

    ``use`` has the column of each team that says whether the team has missions at all.
    """
    rest = setting.problem.rest_days
    for team, numbered in teams.items():
        days: dict[int, dict[int, int]] = defaultdict(dict)
        for index, option in numbered:
            for day in range(option.start, option.end + rest + 1):
                days[day][index] = 1
        for weights in undominated(days):
            if team in use:
                yield Row({**weights, use[team]: -1}, 0)
            else:
                yield Row(weights, 1)


def mission_rows(setting: Setting, teams: Grouped) -> Iterator[Row]:
    """A team has at most ``max_missions``, decided ones among them."""
    for team, numbered in teams.items():
        most = setting.teams[team].max_missions
        if most is not None:
            left = most - len(setting.used.missions(team))
            yield Row({index: 1 for index, _ in numbered}, left)


def effort_rows(setting: Setting, teams: Grouped, use: Mapping[str, int]) -> Iterator[Row]:
    """A team spends at most its effort budget."""
    for team, numbered in teams.items():
        budget = setting.teams[team].effort_budget
        if budget is None:
            continue
        left = thousandths(budget) - setting.used.efforts[team]
        weights = {index: option.effort for index, option in numbered if option.effort}
        if team in use:
            yield Row({**weights, use[team]: -left}, 0)
        else:
            yield Row(weights, left)


def lodging_rows(
    setting: Setting, options: Sequence[Option], members: Mapping[int, Collection[int]]
) -> Iterator[Row]:
    """The teams at a place on a day find beds there.

    ``members`` has, by the number of the option, the columns of those who may join a team whose
    size is still open; each takes a bed.
    """
    days: dict[tuple[str, int], dict[int, int]] = defaultdict(dict)
    for index, option in enumerate(options):
        need = setting.needs[option.need]
        if need.place is None or setting.lodging(need) is None:
            continue
        guests = {index: setting.teams[option.team].size}
        if index in members:
            guests = dict.fromkeys(members[index], 1)
        for day in range(option.start, option.end + 1):
            days[need.place, day] |= guests
    limits = {
        key: (setting.places[key[0]].lodging or 0) - setting.used.guests[key].total()
        for key in days
    }
    yield from _limited(days, limits)


def pool_rows(setting: Setting, options: Sequence[Option]) -> Iterator[Row]:
    """The pool lends no more of an item on a day than it has."""
    days: dict[tuple[str, int], dict[int, int]] = defaultdict(dict)
    for index, option in enumerate(options):
        for item in borrowed(setting.needs[option.need], setting.teams[option.team]):
            for day in range(option.start, option.end + 1):
                days[item, day][index] = 1
    limits = {key: setting.problem.pool[key[0]] - setting.used.loans[key].total() for key in days}
    yield from _limited(days, limits)


def _grouped(keyed: Iterable[tuple[str, int, Option]]) -> Grouped:
    groups: dict[str, list[tuple[int, Option]]] = defaultdict(list)
    for key, index, option in keyed:
        groups[key].append((index, option))
    return dict(sorted(groups.items()))


def _limited(
    days: Mapping[tuple[str, int], Mapping[int, int]], limits: Mapping[tuple[str, int], int]
) -> Iterator[Row]:
    """One row per shared thing and limit, without the days that another day implies."""
    groups: dict[tuple[str, int], dict[int, Mapping[int, int]]] = defaultdict(dict)
    for (what, day), weights in days.items():
        groups[what, limits[what, day]][day] = weights
    for (_, limit), group in sorted(groups.items()):
        for weights in undominated(group):
            if sum(weights.values()) > limit:
                yield Row(weights, limit)


def undominated(days: Mapping[int, Mapping[int, int]]) -> Iterator[Mapping[int, int]]:
    """The days whose options are not all there on the day before kept or the day after."""
    ordered = [days[day] for day in sorted(days)]
    kept: Mapping[int, int] = {}
    for today, tomorrow in zip(ordered, [*ordered[1:], {}], strict=True):
        if today.keys() <= kept.keys() or today.keys() <= tomorrow.keys():
            continue
        kept = today
        yield today
