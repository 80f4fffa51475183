"""The options, the counters and the rows that the engine works on."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from functions.domain.assign import rows
from functions.domain.assign.rows import Grouped, Row
from functions.domain.eligibility import Option, options_of
from functions.domain.setting import Setting


@dataclass(frozen=True)
class Counter:
    """Columns that count chosen options: the first is 1 when one is chosen, and so on.

    ``before`` is what the decided missions already count.
    """

    members: tuple[int, ...]
    columns: range
    before: int


@dataclass(frozen=True)
class Model:
    """Columns 0, 1, … are the options, then come the counters' columns; all lie in [0, 1]."""

    options: tuple[Option, ...]
    needs: Grouped
    rows: tuple[Row, ...]
    units: dict[str, Counter]
    loads: dict[str, Counter]
    uses: dict[str, Counter]
    width: int

    def column_values(self, chosen: Collection[int]) -> list[float]:
        """Every column's value when exactly these options are chosen."""
        values = [0.0] * self.width
        for index in chosen:
            values[index] = 1.0
        for group in (self.units, self.loads, self.uses):
            for counter in group.values():
                count = sum(1 for index in counter.members if values[index])
                for column in counter.columns[:count]:
                    values[column] = 1.0
        return values


def every_option(setting: Setting) -> list[Option]:
    """Every way to serve an open need, by need, team and day."""
    return [option for need in setting.free_needs() for option in options_of(setting, need)]


def build(setting: Setting, options: Sequence[Option]) -> Model:
    """The model of a choice among these options."""
    needs, teams = rows.by_need(options), rows.by_team(options)
    aims = setting.problem.aims
    width = len(options)
    units: dict[str, Counter] = {}
    loads: dict[str, Counter] = {}
    uses: dict[str, Counter] = {}
    if "fair" in aims:
        units, width = _counters(_unit_groups(setting, needs), width)
        loads, width = _counters(_team_groups(setting, teams), width)
    if "few_teams" in aims:
        unused = {
            team: (members, 0, 1)
            for team, (members, before, _) in _team_groups(setting, teams).items()
            if not before
        }
        uses, width = _counters(unused, width)
    use = {team: counter.columns[0] for team, counter in uses.items()}
    return Model(
        options=tuple(options),
        needs=needs,
        rows=(
            *rows.need_rows(needs),
            *rows.team_day_rows(setting, teams, use),
            *rows.mission_rows(setting, teams),
            *rows.effort_rows(setting, teams, use),
            *rows.lodging_rows(setting, options),
            *rows.pool_rows(setting, options),
            *(_counting_row(counter) for counter in (*units.values(), *loads.values())),
        ),
        units=units,
        loads=loads,
        uses=uses,
        width=width,
    )


Groups = dict[str, tuple[tuple[int, ...], int, int]]


def _unit_groups(setting: Setting, needs: Grouped) -> Groups:
    """Options, decided missions and most further missions of each unit."""
    members: dict[str, list[int]] = defaultdict(list)
    most: dict[str, int] = defaultdict(int)
    for need, numbered in needs.items():
        unit = setting.needs[need].unit
        members[unit] += [index for index, _ in numbered]
        most[unit] += 1
    before = [setting.needs[need].unit for need in setting.decided]
    return {
        unit: (tuple(members[unit]), before.count(unit), most[unit]) for unit in sorted(members)
    }


def _team_groups(setting: Setting, teams: Grouped) -> Groups:
    """Options, decided missions and most further missions of each team."""
    return {
        team: (
            tuple(index for index, _ in numbered),
            len(setting.used.missions(team)),
            _most_missions([option for _, option in numbered], setting.problem.rest_days),
        )
        for team, numbered in teams.items()
    }


def _most_missions(options: Sequence[Option], rest: int) -> int:
    """No team fits more of its options side by side than earliest end first does."""
    count, free_from = 0, -1
    for option in sorted(options, key=lambda option: option.end):
        if option.start >= free_from:
            count, free_from = count + 1, option.end + rest + 1
    return min(count, len({option.need for option in options}))


def _counters(groups: Groups, width: int) -> tuple[dict[str, Counter], int]:
    counters = {}
    for key, (members, before, most) in groups.items():
        counters[key] = Counter(members, range(width, width + most), before)
        width += most
    return counters, width


def _counting_row(counter: Counter) -> Row:
    weights = dict.fromkeys(counter.members, 1) | dict.fromkeys(counter.columns, -1)
    return Row(weights, 0, 0)
