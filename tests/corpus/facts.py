"""What twenty units mean: one campaign in which everything fits together, before it is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from functions.domain.records import Window
from functions.domain.training import REQUIRED
from tests.builders import SCHEMA, WINDOW
from tests.corpus import words

Meaning = Mapping[str, object]

_DISTRICTS = ("703", "705", "706", "707", "708", "709", "710", "711", "712")
_OTHERS = (
    "Đoàn Khối Cơ quan và Doanh nghiệp tỉnh", "Đoàn Công an tỉnh", "Đoàn Quân sự tỉnh",
    "Đoàn Bộ đội Biên phòng tỉnh", "Đoàn Trường Cao đẳng Sư phạm", "Đoàn Trường Cao đẳng nghề",
    "Đoàn Trường Trung cấp Y tế", "Đoàn Sở Giáo dục và Đào tạo", "Đoàn Công ty Cao su Tân Biên",
    "Đoàn Công ty Cao su 1-5", "Đoàn Trường THPT chuyên Hoàng Lê Kha",
)  # fmt: skip
_WITHOUT_NEEDS = ("709", "D05")
_WITHOUT_RESOURCES = ("D08",)
_FIRST_TRAINING, _SETTING_OUT = date(2024, 7, 1), date(2024, 7, 15)
_FIRST_REPORT, _TEAMS_END = date(2024, 7, 20), date(2024, 9, 15)
_TOPICS = tuple(item.code for item in SCHEMA.lists["topics"].items if item.code != "khac")


@dataclass(frozen=True)
class Facts:
    """One unit and what it has to say: the rows of each table, with the number in their ids."""

    code: str
    name: str
    gso_code: str
    rows: Mapping[str, Sequence[tuple[int, Meaning]]]


def all_facts() -> list[Facts]:
    """Return the facts of all twenty units; they are the same every time."""
    people = iter(words.people(Random("people")))  # noqa: S311 - the same names every time
    return [
        _Author(code, name, gso_code, people, Random(code)).facts()  # noqa: S311 - the same
        for code, name, gso_code in _units()
    ]


def communes_of(gso_code: str) -> list[str]:
    """Return the communes of a district, of every district for a unit that has none."""
    parents = (gso_code,) if gso_code else _DISTRICTS
    return [each.code for one in parents for each in SCHEMA.units.children(one, WINDOW.first)]


def _units() -> Iterator[tuple[str, str, str]]:
    for code in _DISTRICTS:
        unit = SCHEMA.units.get(code, WINDOW.first)
        assert unit
        yield code, f"{unit.type} đoàn {unit.name}", code
    for number, name in enumerate(_OTHERS, 1):
        yield f"D{number:02d}", name, ""


@dataclass
class _Author:
    """Makes up what one unit has to say."""

    code: str
    name: str
    gso_code: str
    people: Iterator[tuple[str, str]]
    rng: Random
    _teams: list[tuple[str, Window]] = field(default_factory=list)
    _counts: set[int] = field(default_factory=set)

    def facts(self) -> Facts:
        rng = self.rng
        needs = [] if self.code in _WITHOUT_NEEDS else _numbered(self._need, rng.randint(4, 7))
        supplies = [] if self.code in _WITHOUT_RESOURCES else _numbered(self._resource, 4)
        sizes = [rng.randint(5, 8) for _ in range(rng.randint(2, 3))]
        volunteers = [self._volunteer() for _ in range(sum(sizes) + 4)]
        teams, trainings = self._formed(sizes)
        reports = [
            self._report(team, at, needs) for team in self._teams for at in range(rng.randint(2, 4))
        ]
        return Facts(
            self.code,
            self.name,
            self.gso_code,
            {
                "needs": needs,
                "resources": supplies,
                "volunteers": list(enumerate(volunteers, 1)),
                "teams": teams,
                "trainings": trainings,
                "reports": list(enumerate(reports, 1)),
            },
        )

    def _maybe(self, value: object) -> object:
        return value if self.rng.random() < 0.5 else None

    def _some_topics(self) -> tuple[str, ...]:
        return tuple(self.rng.sample(_TOPICS, self.rng.randint(1, 3)))

    def _commune(self) -> str:
        return self.rng.choice(communes_of(self.gso_code))

    def _coded(self, name: str) -> str:
        return self.rng.choice(SCHEMA.lists[name].items).code

    def _days(self, first: date, last: date, most: int) -> Window:
        length = self.rng.randint(1, most)
        start = first + timedelta(days=self.rng.randint(0, (last - first).days - length))
        return Window(start, start + timedelta(days=length - 1))

    def _need(self) -> Meaning:
        rng = self.rng
        name, phone = next(self.people)
        return {
            "commune": self._commune(),
            "place": self._maybe(rng.choice(words.PLACES)),
            "topics": self._some_topics(),
            "activity_type": self._coded("activity_type"),
            "audience": tuple(
                each.code for each in rng.sample(SCHEMA.lists["audience"].items, rng.randint(1, 2))
            ),
            "expected_beneficiaries": rng.randrange(250, 1150, 10),
            "date_range": self._days(_SETTING_OUT, _TEAMS_END, 8),
            "sessions": self._maybe(rng.randint(1, 6)),
            "volunteers_needed": rng.randint(4, 12),
            "team_type": self._maybe(self._coded("team_type")),
            "difficulty": self._maybe(self._coded("difficulty")),
            "priority": self._maybe(self._coded("priority")),
            "local_team": self._maybe(rng.random() < 0.7),
            "contact_name": name,
            "contact_phone": phone,
            "note": self._maybe(rng.choice(words.NOTES)),
        }

    def _resource(self) -> Meaning:
        rng = self.rng
        name, phone = next(self.people)
        return {
            "commune": self._maybe(self._commune()),
            "resource_type": self._coded("resource_type"),
            "name": rng.choice(words.RESOURCES),
            "quantity": rng.choice((1, 2, 25, 1.5, 30, 1200)),
            "measure": self._coded("measure"),
            "capacity": self._maybe(rng.randrange(10, 200, 5)),
            "condition": self._maybe(self._coded("condition")),
            "date_range": self._maybe(self._days(_SETTING_OUT, _TEAMS_END, 30)),
            "contact_name": name,
            "contact_phone": phone,
        }

    def _volunteer(self) -> Meaning:
        rng = self.rng
        name, phone = next(self.people)
        return {
            "full_name": name,
            "birth_year": rng.randint(1990, 2006),
            "group": self._coded("volunteer_group"),
            "organisation": self._maybe(rng.choice(words.ORGANISATIONS)),
            "skills": self._some_topics(),
            "teaching": self._maybe(self._coded("teaching")),
            "date_range": self._days(_SETTING_OUT, _TEAMS_END, 40),
            "days": self._maybe(("7", "8")),
            "can_travel": self._maybe(rng.random() < 0.5),
            "laptop": self._maybe(rng.random() < 0.7),
            "smartphone": self._maybe(rng.random() < 0.9),
            "phone": phone,
            "consent": True,
            "note": self._maybe(rng.choice(words.NOTES)),
        }

    def _formed(
        self, sizes: Sequence[int]
    ) -> tuple[list[tuple[int, Meaning]], list[tuple[int, Meaning]]]:
        """Return teams of so many people each, and for each of them its training before."""
        teams: list[tuple[int, Meaning]] = []
        trainings: list[tuple[int, Meaning]] = []
        first = 1
        for number, size in enumerate(sizes, 1):
            ids = tuple(f"TNV-{self.code}-{each:03d}" for each in range(first, first + size))
            first += size
            teams.append((number, self._team(number, ids)))
            trainings.append((number, self._training(number, size)))
        return teams, trainings

    def _team(self, number: int, ids: tuple[str, ...]) -> Meaning:
        rng = self.rng
        days = Window(_SETTING_OUT + timedelta(days=rng.randint(0, 4)), _TEAMS_END)
        self._teams.append((f"DH-{self.code}-{number:02d}", days))
        return {
            "team_name": f"Đội Mùa hè số {self.code} số {number}",
            "team_type": self._coded("team_type"),
            "level": rng.choice(("huyen", "co_so")),
            "decision": self._maybe(f"{number + 10}-QĐ/ĐTN ngày 02/7/2024"),
            "leader": ids[0],
            "members": ids,
            "topics": self._some_topics(),
            "laptops": rng.randint(2, 8),
            "phones": self._maybe(rng.randint(3, 9)),
            "software": self._maybe(rng.choice(words.EQUIPMENT)),
            "date_range": days,
            "local_team": self._maybe("Tổ CNSCĐ ấp Tân Đông"),
            "team_status": rng.choice(("da_thanh_lap", "dang_hoat_dong")),
        }

    def _training(self, number: int, size: int) -> Meaning:
        rng = self.rng
        return {
            "date_range": self._days(_FIRST_TRAINING, _SETTING_OUT - timedelta(days=2), 2),
            "form": self._coded("training_form"),
            "content": (*REQUIRED, *(("ky_nang",) if rng.random() < 0.5 else ())),
            "trainer": self._maybe("Công an huyện"),
            "attendees": (f"DH-{self.code}-{number:02d}",),
            "attendee_count": size,
            "result": self._maybe("hoan_thanh"),
        }

    def _report(
        self, team: tuple[str, Window], at: int, needs: Sequence[tuple[int, Meaning]]
    ) -> Meaning:
        rng = self.rng
        team_id, _ = team
        number, need = rng.choice(needs[:2]) if needs else (0, {})
        answers = bool(number) and rng.random() < 0.5
        days = self._days(_FIRST_REPORT, date(2024, 8, 28), 3)
        total = self._total(at) * days.days
        return {
            "team": team_id,
            "need": f"NC-{self.code}-{number:03d}" if answers else None,
            "commune": need["commune"] if answers else self._commune(),
            "date_range": days,
            "activity": rng.choice(words.ACTIVITIES),
            "topics": self._some_topics(),
            "content": rng.choice(words.CONTENTS),
            "result": rng.choice(words.RESULTS),
            "partners": rng.choice(words.PARTNERS),
            "strengths": rng.choice(words.STRENGTHS),
            "limits": rng.choice(words.LIMITS),
            "beneficiaries": total,
            **self._parts(total),
            "vneid": self._maybe(rng.randint(3, total // 2)),
            "sessions": self._maybe(days.days),
            "volunteers": rng.randint(4, 9),
            "completion": self._maybe(rng.choice((80, 92.5, 100))),
            "evidence": self._maybe(f"https://example.org/{self.code}/{total}"),
            "report_date": days.last + timedelta(days=rng.randint(0, 3)),
        }

    def _total(self, at: int) -> int:
        """Return how many people came on a day: in turn more and fewer, never the same number."""
        low, high = ((90, 150), (50, 88))[at % 2]
        fresh = [each for each in range(low, high) if each not in self._counts]
        total = self.rng.choice(fresh)
        self._counts.add(total)
        return total

    def _parts(self, total: int) -> Meaning:
        youth, citizens = total // 3, total // 2
        match self.rng.randint(0, 2):
            case 0:
                return {}
            case 1:
                return {"youth": youth, "citizens": citizens}
        return {"youth": youth, "citizens": citizens, "officials": total - youth - citizens}


def _numbered(make: Callable[[], Meaning], count: int) -> list[tuple[int, Meaning]]:
    """Return numbered rows; one number is left out, as where somebody has cleared a row."""
    numbers = [number for number in range(1, count + 2) if number != count]
    return [(number, make()) for number in numbers]
