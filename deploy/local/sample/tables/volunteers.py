"""Tab Tình nguyện viên: the members of the planned teams and a few people in none of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from deploy.local.sample.dice import chance, range_text
from deploy.local.sample.labels import answer, label, labels
from deploy.local.sample.model import Cell, Row
from deploy.local.sample.people import Register
from deploy.local.sample.rosters import PROFILES, Roster, TeamPlan

MINOR = 2009
"""Born in this year or later: under 16 during the campaign, a guardian has to agree."""

PERHAPS_MINOR = 2008
"""Born in this year: under 16 until their birthday."""

# Years of birth by group; few pupils are as young as the last year.
YEARS: Mapping[str, range] = {
    "hoc_sinh": range(2006, MINOR + 1),
    "sinh_vien": range(2002, 2007),
    "giao_vien": range(1990, 2001),
    "giang_vien": range(1990, 1997),
    "doan_vien": range(1990, 2006),
}
PUPIL_WEIGHTS = (8, 8, 2, 1)
TOPICS = tuple(dict.fromkeys(topic for profile in PROFILES.values() for topic in profile))
# Units in which one pupil came without a guardian's consent, or one person without their own.
NO_GUARDIAN = frozenset({"705", "708", "712"})
NO_CONSENT = frozenset({"703", "706", "710", "province"})


@dataclass(frozen=True)
class Volunteer:
    """One row; `team` is the position of the person's team in the roster, None for nobody's."""

    row: Row
    birth_year: int
    team: int | None


class Enlistment:
    """Registers the volunteers of one workbook.

    `organisation` finds where someone of a group studies or works.
    """

    def __init__(
        self, book: str, rng: Random, register: Register, organisation: Callable[[str], str]
    ) -> None:
        self._book = book
        self._rng = rng
        self._register = register
        self._organisation = organisation

    def volunteers(self, roster: Roster) -> list[Volunteer]:
        """Return everyone in the order in which they signed up, which is nobody's order."""
        people = [
            self._member(plan, team, seat)
            for team, plan in enumerate(roster.teams)
            for seat in range(plan.size)
        ]
        people += [self._free(number) for number in range(roster.free)]
        self._rng.shuffle(people)
        return people

    def _member(self, plan: TeamPlan, team: int, seat: int) -> Volunteer:
        # Pupils go out with a teacher.
        group = "giao_vien" if seat == 0 and plan.group == "hoc_sinh" else self._mixed(plan)
        profile = PROFILES[plan.profile]
        skills = [
            topic
            for position, topic in enumerate(profile)
            if position == seat % len(profile) or chance(self._rng, 0.4)
        ]
        year = self._birth_year(group)
        if plan.level == "tinh":
            # Minors do not travel with a provincial team.
            year = min(year, PERHAPS_MINOR - 1)
        row = self._row(group, year, skills, plan.last)
        row["can_travel"] = answer(yes=plan.level == "tinh" or chance(self._rng, 0.5))
        row["organisation"] = plan.organisation or self._organisation(group)
        return Volunteer(row, year, team)

    def _mixed(self, plan: TeamPlan) -> str:
        if plan.organisation or plan.group == "hoc_sinh":
            return plan.group
        return self._rng.choice(("doan_vien", "doan_vien", "sinh_vien", "giao_vien"))

    def _free(self, number: int) -> Volunteer:
        group = self._rng.choice(tuple(YEARS))
        year = self._birth_year(group)
        skills = self._rng.sample(TOPICS, self._rng.randint(1, 3))
        if number == 0 and self._book in NO_GUARDIAN:
            group, year = "hoc_sinh", MINOR
        row = self._row(group, year, skills, date(2024, 8, 31))
        row["can_travel"] = answer(yes=chance(self._rng, 0.4))
        row["organisation"] = self._organisation(group)
        if chance(self._rng, 0.5):
            row["days"] = labels("weekday", ("7", "8"))
        if number == 0 and self._book in NO_GUARDIAN:
            del row["guardian_consent"]
        if number == 1 and self._book in NO_CONSENT:
            row["consent"] = answer(yes=False)
        return Volunteer(row, year, None)

    def _birth_year(self, group: str) -> int:
        weights = PUPIL_WEIGHTS if group == "hoc_sinh" else None
        return self._rng.choices(YEARS[group], weights)[0]

    def _row(
        self, group: str, birth_year: int, skills: Sequence[str], last: date
    ) -> dict[str, Cell]:
        person = self._register.person()
        begins = date(2024, 8, self._rng.randint(1, 3))
        row: dict[str, Cell] = {
            "full_name": person.full_name,
            "birth_year": birth_year,
            "group": label("volunteer_group", group),
            "skills": labels("topics", skills),
            "teaching": label("teaching", self._rng.choice(("tot", "tot", "kha", "kha", "co_ban"))),
            "date_range": range_text(begins, last),
            "laptop": answer(yes=chance(self._rng, 0.6)),
            "smartphone": answer(yes=chance(self._rng, 0.97)),
            "phone": person.phone,
            "consent": answer(yes=True),
        }
        if birth_year >= PERHAPS_MINOR:
            row["guardian_consent"] = answer(yes=True)
        return row
