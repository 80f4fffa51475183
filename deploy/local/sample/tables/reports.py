"""Tab Báo cáo: what teams did from 3 to 12 August, in the six headings of the plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from deploy.local.sample.dice import chance, day_between, range_text, serial
from deploy.local.sample.labels import AS_OF, labels
from deploy.local.sample.model import Cell, Row
from deploy.local.sample.places import Place
from deploy.local.sample.rosters import PROFILES
from deploy.local.sample.tables.ids import row_id
from deploy.local.sample.tables.needs import Need
from deploy.local.sample.tables.teams import Team
from deploy.local.sample.words.report_phrases import (
    LIMITS,
    LIMITS_OF,
    PARTNERS,
    PROPOSALS,
    STRENGTHS,
    STRENGTHS_OF,
)
from deploy.local.sample.words.scenarios import SCENARIOS, Scenario

COUNTS: Mapping[str, int] = {
    "703": 9,
    "705": 8,
    "706": 8,
    "707": 6,
    "708": 8,
    "709": 7,
    "710": 7,
    "712": 7,
}
SESSIONS_PER_DAY = 2
FIRST_DAY, LAST_DAY = date(2024, 8, 3), date(2024, 8, 12)


@dataclass(frozen=True)
class Activity:
    """One thing that a team did: who, what, where, when, and for which need, if for any."""

    team: Team
    scenario: Scenario
    place: Place
    first: date
    last: date
    need_id: str = ""


class Season:
    """Sends teams out and writes their reports, over all workbooks.

    Only trained teams go out, and no team is in two places on one day. `visitors` are the
    provincial teams, which may turn up in any unit.
    """

    def __init__(self, visitors: Sequence[Team], rng: Random) -> None:
        self._visitors = [team for team in visitors if team.plan.trained]
        self._rng = rng
        self._busy: set[tuple[str, date]] = set()

    def reports(
        self,
        unit: str,
        needs: Sequence[Need | None],
        places: Sequence[Place],
        teams: Sequence[Team],
    ) -> list[Row]:
        """Return the reports of one unit by day; `needs` is its tab, with None for a blank row."""
        locals_ = [team for team in teams if team.plan.trained]
        activities = [
            activity
            for index, need in enumerate(needs)
            if need is not None and need.last <= LAST_DAY
            for activity in self._for_need(need, row_id("needs", unit, index), locals_)
        ]
        while len(activities) < COUNTS[unit]:
            team = self._rng.choice(self._visitors if chance(self._rng, 0.2) else locals_)
            activities += self._anywhere(team, self._rng.choice(places))
        activities.sort(key=lambda activity: activity.last)
        return [_row(activity, self._rng) for activity in activities]

    def _for_need(self, need: Need, need_id: str, teams: Sequence[Team]) -> list[Activity]:
        able = [team for team in [*teams, *self._visitors] if _masters(team, need.scenario)]
        for team in self._rng.sample(able, len(able)):
            days = self._free_days(team, need.first, need.last)
            if days:
                return [Activity(team, need.scenario, need.place, *days, need_id)]
        return []

    def _anywhere(self, team: Team, place: Place) -> list[Activity]:
        scenario = self._rng.choice([each for each in SCENARIOS if _masters(team, each)])
        days = self._free_days(team, FIRST_DAY, LAST_DAY)
        return [Activity(team, scenario, place, *days)] if days else []

    def _free_days(self, team: Team, first: date, last: date) -> tuple[date, date] | None:
        """Take one or two days of the team from `first` to `last`; None if it is out on them."""
        start = day_between(self._rng, first, last)
        end = min(start + timedelta(days=self._rng.choice((0, 0, 1))), last)
        days = {(team.id, day) for day in (start, end)}
        if days & self._busy:
            return None
        self._busy |= days
        return start, end


def _masters(team: Team, scenario: Scenario) -> bool:
    return set(scenario.topics) <= set(PROFILES[team.plan.profile])


def _row(activity: Activity, rng: Random) -> Row:
    scenario = activity.scenario
    figures = _figures(activity, rng)
    words = {
        "commune": activity.place.spoken,
        "name": activity.place.name,
        "hamlet": rng.choice(activity.place.hamlets),
        "total": figures["beneficiaries"],
        "vneid": figures.get("vneid"),
        "online": figures.get("online_services"),
        "pay": figures.get("epayment"),
        "sessions": figures["sessions"],
    }
    row: dict[str, Cell] = {
        "team": activity.team.id,
        "commune": activity.place.full_name,
        "date_range": range_text(activity.first, activity.last),
        "activity": rng.choice(scenario.activities).format(**words),
        "topics": labels("topics", scenario.topics),
        "content": rng.choice(scenario.contents).format(**words),
        "result": rng.choice(scenario.results).format(**words),
        "partners": rng.choice(PARTNERS).format(**words),
        "strengths": " ".join(
            rng.sample(_fitting(STRENGTHS, STRENGTHS_OF, scenario), rng.choice((1, 1, 2)))
        ),
        "limits": rng.choice(_fitting(LIMITS, LIMITS_OF, scenario)),
        **figures,
        "report_date": serial(_reported(activity.last, rng)),
    }
    if activity.need_id:
        row["need"] = activity.need_id
    if chance(rng, 0.6):
        row["evidence"] = f"https://anh.doan.example/2024/{rng.randrange(16**6):06x}"
    if chance(rng, 0.25):
        row["proposal"] = rng.choice(PROPOSALS)
    return row


def _fitting(
    always: tuple[str, ...], of_audience: Mapping[str, tuple[str, ...]], scenario: Scenario
) -> list[str]:
    """Return the sentences that can be said of the scenario's audience."""
    return [*always, *(text for code in scenario.audience for text in of_audience[code])]


def _figures(activity: Activity, rng: Random) -> dict[str, int]:
    """Return figures of this activity alone; the three groups add up to the total."""
    scenario = activity.scenario
    total = rng.randint(*scenario.people)
    youth, _, officials = (round(total * share / 100) for share in scenario.shares)
    days = (activity.last - activity.first).days + 1
    sessions = min(rng.randint(*scenario.sessions), SESSIONS_PER_DAY * days)
    figures = {
        "beneficiaries": total,
        "youth": youth,
        "citizens": total - youth - officials,
        "officials": officials,
        "sessions": sessions,
        "volunteers": sessions * (activity.team.plan.size - rng.randint(0, 2)),
    }
    counted = {
        "dinh_danh": "vneid",
        "dich_vu_cong": "online_services",
        "thanh_toan_dien_tu": "epayment",
    }
    for topic, field in counted.items():
        if topic in scenario.topics:
            figures[field] = round(total * rng.uniform(0.2, 0.6))
    return figures


def _reported(last: date, rng: Random) -> date:
    """Return the day of the report: within three days mostly, but not always."""
    delay = rng.choice((0, 1, 1, 2, 2, 3)) if chance(rng, 0.88) else rng.randint(4, 8)
    return min(last + timedelta(days=delay), AS_OF)
