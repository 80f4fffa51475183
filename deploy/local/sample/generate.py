"""Puts a whole campaign together."""

from collections.abc import Mapping, Sequence

from deploy.local.sample.dice import dice
from deploy.local.sample.labels import AS_OF, districts
from deploy.local.sample.mess.layout import REPEATED, with_gap, with_tail
from deploy.local.sample.mess.typist import typed
from deploy.local.sample.model import Oddity, RenameHeader, Row, SampleCampaign, Tables
from deploy.local.sample.organisations import Neighbourhood
from deploy.local.sample.people import Register
from deploy.local.sample.places import Place, places
from deploy.local.sample.province import blocks, settings, targets, units
from deploy.local.sample.rosters import PROVINCIAL, Roster, local_roster
from deploy.local.sample.tables.ids import PROVINCE_BOOK
from deploy.local.sample.tables.needs import needs
from deploy.local.sample.tables.reports import Season
from deploy.local.sample.tables.resources import resources
from deploy.local.sample.tables.teams import Team, teams
from deploy.local.sample.tables.trainings import trainings
from deploy.local.sample.tables.volunteers import Enlistment

SILENT = "711"
"""The unit that has not sent anything."""

CAPITAL = "703"
"""The district around the provincial bodies."""

UNIT_TABLES = ("needs", "resources", "volunteers", "teams", "trainings", "reports")

# The first one hides a required column; the second one is another word for the same column.
EDITS = (
    RenameHeader("712", "needs", "expected_beneficiaries", "Đợt 2"),
    RenameHeader("708", "volunteers", "phone", "SĐT"),
)


def generate(seed: int = 2024) -> SampleCampaign:
    """Return the sample campaign of this seed; see the package for what is real in it."""
    maker = _Maker(seed)
    officers = blocks(maker.register)
    books, oddities = typed(seed, maker.books())
    book, table = REPEATED
    twice = Oddity(book, table, len(books[book][table]) - 1, "activity", "mistake")
    return SampleCampaign(
        as_of=AS_OF,
        config=settings(),
        units=units(),
        blocks=officers,
        targets=targets(),
        books=books,
        edits=EDITS,
        oddities=(*oddities, twice),
    )


class _Maker:
    """Makes clean workbooks; people are drawn from one register so that none appears twice."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self.register = Register(dice(seed, "people"))

    def books(self) -> dict[str, Tables]:
        """Return the workbook of every unit, then the province's."""
        land = {
            unit.code: places(unit.code, dice(self._seed, "places", unit.code), self.register)
            for unit in districts()
        }
        people, brigade = self._people(PROVINCE_BOOK, PROVINCIAL, CAPITAL, land[CAPITAL])
        season = Season(brigade, dice(self._seed, "season"))
        books: dict[str, Tables] = {
            unit: dict.fromkeys(UNIT_TABLES, ())
            if unit == SILENT
            else self._unit(unit, land[unit], season)
            for unit in land
        }
        return {**books, PROVINCE_BOOK: people}

    def _unit(self, unit: str, land: Sequence[Place], season: Season) -> Tables:
        wanted = with_gap(unit, "needs", needs(unit, land, dice(self._seed, "needs", unit)))
        offered = resources(land, dice(self._seed, "resources", unit))
        people, own_teams = self._people(unit, local_roster(unit), unit, land)
        rows: Mapping[str, Sequence[Row]] = {
            "needs": [need.row if need else {} for need in wanted],
            "resources": [row or {} for row in with_gap(unit, "resources", offered)],
            **people,
            "reports": season.reports(unit, wanted, land, own_teams),
        }
        return {table: with_tail(unit, table, rows[table]) for table in UNIT_TABLES}

    def _people(
        self, book: str, roster: Roster, district: str, land: Sequence[Place]
    ) -> tuple[Tables, list[Team]]:
        """Return the tabs about people of one workbook, and its teams."""
        home = Neighbourhood(district, land, dice(self._seed, "organisations", book))
        rng = dice(self._seed, "volunteers", book)
        enlisted = Enlistment(book, rng, self.register, home.organisation).volunteers(roster)
        own_teams = teams(book, roster, enlisted, dice(self._seed, "teams", book))
        sessions = trainings(book, own_teams, enlisted, dice(self._seed, "trainings", book))
        tables: Tables = {
            "volunteers": tuple(each.row for each in enlisted),
            "teams": tuple(team.row for team in own_teams),
            "trainings": tuple(sessions),
        }
        return tables, own_teams
