"""Why the plan is as it is, as data; the sentences stand in a catalogue, by code.

`REASONS` lists every code with the keys of its data. The values of ``rule`` and ``rules`` are the
codes in `functions.domain.eligibility.RULES`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from functions.domain.eligibility import (
    Option,
    broken_rules,
    exclusions,
    formations_of,
    options,
    options_of,
    starts,
)
from functions.domain.explain_forming import (
    formed_reasons,
    forming_obstacles,
    forming_reasons,
    unlocks_by_people,
)
from functions.domain.forming import settled
from functions.domain.obstacles import obstacles
from functions.domain.plan import Reason
from functions.domain.problem import Mission, Need, Team
from functions.domain.setting import Setting, thousandths
from functions.domain.unlock import unlocks
from functions.domain.use import Use

REASONS: Mapping[str, tuple[str, ...]] = {
    # Missions.
    "pinned": (),
    "frozen": (),
    "breaks_rules": ("rules",),
    "kept": (),
    "topics": ("topics",),
    "distance": ("km",),
    "choice": ("nearer", "teams"),
    "free_days": ("first", "last"),
    "formed": ("members",),
    # Published missions that are not in the plan any more.
    "changed_by_pin": ("team", "start"),
    "changed_by_rules": ("team", "start", "rules"),
    "changed_by_needs": ("team", "start", "needs"),
    "changed_by_aims": ("team", "start"),
    # Needs not met.
    "no_teams": (),
    "window_too_short": ("days", "room"),
    "excluded": ("rule", "teams"),
    "possible": ("teams",),
    "busy_elsewhere": ("needs",),
    "missions_elsewhere": ("needs",),
    "effort_elsewhere": ("needs",),
    "lodging_elsewhere": ("needs",),
    "pool_elsewhere": ("needs",),
    "left_out": ("options",),
    "forming_nobody": (),
    "forming_lacks": ("role", "found", "wanted"),
    "forming_lacks_trained": ("topic", "level", "found", "wanted"),
    "forming_hindered": ("rule",),
    "people_elsewhere": ("needs",),
    "serving_costs": ("needs",),
    "serving_moves": ("needs",),
    # Single changes that would make a team possible.
    "unlock_window": ("earliest", "latest"),
    "unlock_lodging": ("place", "lodging"),
    "unlock_topic": ("topic", "level", "team", "before"),
    "unlock_size": ("team", "size"),
    "unlock_equipment": ("item", "count"),
    "unlock_people": ("role", "count", "start"),
    "unlock_people_trained": ("topic", "level", "count", "start"),
}


class Explainer:
    """Reasons for the missions of one plan and for the needs without any.

    ``settled`` is the setting of the same data a night later, the plan published and its teams
    formed: whatever is said about it is said again then.
    """

    def __init__(self, setting: Setting, missions: Sequence[Mission]) -> None:
        self._tonight = setting
        self._setting = _as_published(setting, missions)
        self.settled = Setting.of(settled(setting.problem, setting.formed, missions))
        self._missions = missions
        self._use = setting.book(Use(), missions)

    def mission(self, mission: Mission) -> tuple[Reason, ...]:
        """Why this team serves this need on these days."""
        setting = self._setting
        need, team = setting.needs[mission.need], setting.teams[mission.team]
        beside = self._beside(need)
        reasons = [
            *self._decision(mission, beside),
            *self._change(need, mission),
            *formed_reasons(setting, mission),
            *self._distance(need, team),
            *self._free_days(need, team, mission.start),
        ]
        if not self._pinned(need):
            if need.topics:
                reasons.append(Reason("topics", {"topics": tuple(sorted(need.topics))}))
            reasons += _choice(beside, need, team)
        return tuple(reasons)

    def unmet(self, need: Need) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
        """What stands in the way of a need, and the single changes that would help.

        The changes are given only where no team is possible and none could be formed.
        """
        setting = self.settled
        found = options_of(setting, need)
        why = [*self._change(need, None), *self._exclusions(need)]
        if found:
            why.append(Reason("possible", {"teams": len({option.team for option in found})}))
        why += [*self._obstacles(need, found), *forming_reasons(setting, need)]
        if found or formations_of(setting, need):
            return tuple(why), ()
        return tuple(why), (*unlocks(setting, need), *unlocks_by_people(setting, need))

    def _pinned(self, need: Need) -> bool:
        return any(pin.need == need.id for pin in self._tonight.problem.pins)

    def _beside(self, need: Need) -> Setting:
        """The setting in which everything is decided but the mission of this need."""
        setting = self._setting
        others = (item for key, item in setting.decided.items() if key != need.id)
        return replace(setting, used=setting.book(Use(), others))

    def _decision(self, mission: Mission, beside: Setting) -> Iterator[Reason]:
        need = beside.needs[mission.need]
        if need.id not in self._tonight.decided:
            return
        yield Reason("pinned" if self._pinned(need) else "frozen")
        rules = tuple(broken_rules(beside, mission))
        if rules:
            yield Reason("breaks_rules", {"rules": rules})

    def _change(self, need: Need, mission: Mission | None) -> Iterator[Reason]:
        """Whether the published mission of a need was kept, or what caused its change."""
        before = self._tonight.published.get(need.id)
        if before is None:
            return
        if before == mission:
            yield Reason("kept")
            return
        was: dict[str, str | int] = {"team": before.team, "start": before.start}
        if need.id in self._tonight.decided:
            yield Reason("changed_by_pin", was)
            return
        rules = tuple(broken_rules(self._tonight, before))
        if rules:
            yield Reason("changed_by_rules", {**was, "rules": rules})
            return
        taken = self._taken(need, before)
        if taken:
            yield Reason("changed_by_needs", {**was, "needs": taken})
        else:
            yield Reason("changed_by_aims", was)

    def _taken(self, need: Need, before: Mission) -> tuple[str, ...]:
        """Needs whose missions now take what the published mission would use."""
        setting = self._tonight
        use = setting.book(Use(), (item for item in self._missions if item.need != need.id))
        published = (
            option
            for option in options(setting, need, setting.teams[before.team])
            if option.start == before.start
        )
        found = (obstacles(setting, use, option) for option in published)
        return tuple(sorted({key for way in found for needs in way.values() for key in needs}))

    def _distance(self, need: Need, team: Team) -> Iterator[Reason]:
        known = need.xy_km is not None and team.xy_km is not None
        if known or self._setting.pair(need, team).cost is not None:
            km = thousandths(self._setting.km(need, team)) / 1000
            yield Reason("distance", {"km": km})

    def _free_days(self, need: Need, team: Team, start: int) -> Iterator[Reason]:
        end = start + need.days - 1
        ready = self._setting.available[team.id] if team in self._setting.problem.teams else ()
        for first, last in ready:
            if first <= start and end <= last:
                yield Reason("free_days", {"first": first, "last": last})

    def _exclusions(self, need: Need) -> Iterator[Reason]:
        setting = self.settled
        if not setting.candidates(need):
            yield Reason("no_teams")
        if not starts(setting, need):
            room = min(need.latest, setting.problem.days - 1) - max(need.earliest, 0) + 1
            yield Reason("window_too_short", {"days": need.days, "room": max(room, 0)})
        counts = Counter(
            code for team in setting.candidates(need) for code in exclusions(setting, need, team)
        )
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            yield Reason("excluded", {"rule": code, "teams": count})

    def _obstacles(self, need: Need, found: Sequence[Option]) -> Iterator[Reason]:
        """What uses, in this plan, what the possible options and formed teams would need."""
        needs, unhindered = forming_obstacles(self.settled, self._use, need)
        for option in found:
            ways = obstacles(self.settled, self._use, option)
            unhindered += not ways
            for code, ids in ways.items():
                needs.setdefault(code, set()).update(ids)
        for code, ids in sorted(needs.items()):
            yield Reason(code, {"needs": tuple(sorted(ids))})
        if unhindered:
            yield Reason("left_out", {"options": unhindered})


def _as_published(setting: Setting, missions: Sequence[Mission]) -> Setting:
    """The setting in which tonight's plan is already published.

    What starts soon is then frozen, as it will be from now on, so that explaining the same plan
    again, on unchanged data, gives the same reasons.
    """
    problem = replace(setting.problem, published=tuple(missions))
    return Setting.of(problem, setting.formed)


def _choice(beside: Setting, need: Need, team: Team) -> list[Reason]:
    """How many teams were possible, and how many of them are nearer.

    Nothing when the team itself is not possible: it is frozen in spite of a rule.
    """
    possible = [other for other in beside.candidates(need) if options(beside, need, other)]
    if team not in possible:
        return []
    km = beside.km(need, team)
    nearer = sum(1 for other in possible if beside.km(need, other) < km)
    return [Reason("choice", {"nearer": nearer, "teams": len(possible)})]
