"""The options, the counters and the rows that the engine works on."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from functions.domain.assign import rows
from functions.domain.assign.crews import Crew, crew_rows, crews_of, open_sizes, person_rows
from functions.domain.assign.rows import Grouped, Row
from functions.domain.eligibility import Option, formations_of, options_of
from functions.domain.forming import Formation
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
    """What is chosen from, and the columns that follow from a choice; all lie in [0, 1].

    Columns 0, 1, … are the options, those of teams to be formed last. Then come ``uses``, then the
    ``people`` of teams to be formed, and last the counters of ``units`` and ``loads``, for which
    ``counting`` has the rows.
    """

    options: tuple[Option, ...]
    needs: Grouped
    rows: tuple[Row, ...]
    counting: tuple[Row, ...]
    units: dict[str, Counter]
    loads: dict[str, Counter]
    uses: dict[str, Counter]
    crews: tuple[Crew, ...]
    people: range
    width: int

    def column_values(self, chosen: Collection[int], joined: Collection[int] = ()) -> list[float]:
        """Every column's value for these options, and these of `people` for the formed teams."""
        values = [0.0] * self.width
        for index in (*chosen, *joined):
            values[index] = 1.0
        for group in (self.units, self.loads, self.uses):
            for counter in group.values():
                count = sum(1 for index in counter.members if values[index])
                for column in counter.columns[:count]:
                    values[column] = 1.0
        return values


def every_option(setting: Setting) -> list[Option]:
    """Every way to serve an open need by a team that there is: by need, team and day."""
    return [option for need in setting.free_needs() for option in options_of(setting, need)]


def every_formation(setting: Setting) -> list[Formation]:
    """Every way to serve an open need by a team formed for it, by need and day."""
    return [
        formation for need in setting.free_needs() for formation in formations_of(setting, need)
    ]


def build(
    setting: Setting, options: Sequence[Option], formations: Sequence[Formation] = ()
) -> Model:
    """The model of a choice among these options and teams to be formed."""
    choices = (*options, *map(_as_option, formations))
    needs, teams = rows.by_need(choices), rows.by_team(options)
    aims = setting.problem.aims
    width = len(choices)
    uses: dict[str, Counter] = {}
    if "few_teams" in aims:
        unused = {
            team: (members, 0, 1)
            for team, (members, before, _) in _team_groups(setting, teams).items()
            if not before
        }
        uses, width = _counters(unused, width)
    crews = crews_of(formations, len(options), width)
    people = range(width, width + sum(1 for crew in crews for _ in crew.people))
    width = people.stop
    units: dict[str, Counter] = {}
    loads: dict[str, Counter] = {}
    if "fair" in aims:
        units, width = _counters(_unit_groups(setting, needs), width)
        loads, width = _counters(_team_groups(setting, teams), width)
    use = {team: counter.columns[0] for team, counter in uses.items()}
    return Model(
        options=choices,
        needs=needs,
        rows=(
            *rows.need_rows(needs),
            *rows.team_day_rows(setting, teams, use),
            *rows.mission_rows(setting, teams),
            *rows.effort_rows(setting, teams, use),
            *rows.lodging_rows(setting, choices, open_sizes(crews)),
            *rows.pool_rows(setting, choices),
            *crew_rows(crews),
            *person_rows(setting, crews),
        ),
        counting=tuple(_counting_row(each) for each in (*units.values(), *loads.values())),
        units=units,
        loads=loads,
        uses=uses,
        crews=crews,
        people=people,
        width=width,
    )


def _as_option(formation: Formation) -> Option:
    return Option(formation.need, formation.team, formation.start, formation.end, 0, 0)


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
