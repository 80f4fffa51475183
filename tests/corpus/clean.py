"""Twenty clean workbooks of units and the province's: typed in many ways, and all of them right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from functions.domain.workbook import Cell, Workbook
from sheets_schema.model import Field, FilledBy, Table, TableKind
from tests.builders import SCHEMA, good, ids_of, people, province
from tests.corpus.facts import Facts, Meaning, all_facts
from tests.corpus.sheets import Draft, Line, Sheet
from tests.corpus.spelling import Speller

_DITTO = {"reports": "partners", "volunteers": "organisation"}
_FIRST_DITTO = 3
"""Rows above this one are spelled out, so that they can be damaged without their neighbours."""
_DECLARED = {"needs": "Không có nhu cầu", "resources": "Không có"}
_FIRST_ID = 100


@dataclass(frozen=True)
class Habits:
    """How one unit keeps its sheets."""

    has_metadata: bool
    moves_columns: bool
    renames_columns: bool
    keeps_example: bool
    uses_dittos: bool
    empty_rows: int


def clean_drafts() -> dict[str, Draft]:
    """Return the twenty clean workbooks by unit, ready to be edited."""
    facts = all_facts()
    return {each.code: _draft(each, _habits(at)) for at, each in enumerate(facts)}


def clean_province() -> Workbook:
    """Return the province's clean workbook, with all twenty units in its registry."""
    units = [
        good(
            "units",
            unit=each.code,
            name=each.name,
            gso_code=each.gso_code or None,
            unit_kind="Huyện, thị, thành Đoàn" if each.gso_code else "Đoàn trực thuộc",
            block=f"Khối {1 + at % 2}",
            workbook=f"book-{each.code}",
            email=f"unit{at}@doan.example",
        )
        for at, each in enumerate(all_facts())
    ]
    crowd = [{**each, "phone": f"033300000{at}"} for at, each in enumerate(people(6, "T"))]
    return province(
        units,
        [good("blocks", unit=name) for name in ("Khối 1", "Khối 2")],
        targets=[good("targets", unit="T")],
        volunteers=crowd,
        teams=[
            good("teams", unit="T", leader="TNV-T-001", members=ids_of(crowd), level="Cấp tỉnh")
        ],
        trainings=[good("trainings", unit="T", attendees="DH-T-01")],
        visits=[good("visits", unit="T", team="DH-709-01")],
    )


def _habits(at: int) -> Habits:
    return Habits(
        has_metadata=at % 2 == 0,
        moves_columns=at % 5 == 3,
        renames_columns=at % 4 == 2,
        keeps_example=at % 3 != 1,
        uses_dittos=at % 3 == 0,
        empty_rows=at % 4 * 2,
    )


def _draft(facts: Facts, habits: Habits) -> Draft:
    inputs = [each for each in SCHEMA.book("unit") if each.kind is TableKind.INPUT]
    typist = _Typist(facts, habits, Random(f"{facts.code} typed"))  # noqa: S311 - the same cells
    return Draft(facts.code, facts.gso_code, {each.name: typist.sheet(each) for each in inputs})


@dataclass(frozen=True)
class _Typist:
    """Types what a unit means into its tabs."""

    facts: Facts
    habits: Habits
    rng: Random

    def sheet(self, kind: Table) -> Sheet:
        columns = [each.name for each in kind.fields]
        header = Line([self._caption(each) for each in kind.fields])
        sheet = Sheet(
            unit=self.facts.code,
            table=kind,
            title=kind.title,
            index=kind.order,
            key=kind.name if self.habits.has_metadata else "",
            columns=columns,
            keys=[name if self.habits.has_metadata else "" for name in columns],
            header=header,
            lines=[header, *self._above(kind), *self._rows(kind), *self._empty(kind)],
            sheet_id=_FIRST_ID + kind.order,
        )
        for _ in range(3 * self.habits.moves_columns):
            moved = self.rng.choice([each.name for each in kind.fields if _is_answer(each)])
            sheet.move_column(moved, self.rng.randrange(1, len(columns)))
        return sheet

    def _caption(self, column: Field) -> str:
        if self.habits.renames_columns and column.aliases and _is_answer(column):
            return self.rng.choice((column.title, *column.aliases))
        return column.title

    def _above(self, kind: Table) -> Iterator[Line]:
        if self.habits.keeps_example:
            yield Line(["VD" if each.kind == "id" else each.example for each in kind.fields])
        if kind.name in _DECLARED and not self.facts.rows[kind.name]:
            yield self._line(kind, 1, {"commune": _DECLARED[kind.name]})

    def _rows(self, kind: Table) -> Iterator[Line]:
        speller = Speller(self.rng, self.facts.gso_code)
        before: Meaning = {}
        for at, (number, meaning) in enumerate(self.facts.rows[kind.name]):
            cells = {
                each.name: speller.spell(each, meaning.get(each.name))
                for each in kind.fields
                if _is_answer(each)
            }
            ditto = _DITTO.get(kind.name, "")
            same = ditto and meaning.get(ditto) and meaning[ditto] == before.get(ditto)
            if self.habits.uses_dittos and same and at >= _FIRST_DITTO:
                cells[ditto] = "nt"
            before = meaning
            line = self._line(kind, number, cells)
            line.table, line.row_id = kind.name, kind.row_id(self.facts.code, number)
            line.meaning = {
                each.name: meaning.get(each.name) for each in kind.fields if each.name in cells
            }
            yield line

    def _empty(self, kind: Table) -> Iterator[Line]:
        used = max((number for number, _ in self.facts.rows[kind.name]), default=1)
        for number in range(used + 1, used + 1 + self.habits.empty_rows):
            yield self._line(kind, number, {})

    def _line(self, kind: Table, number: int, cells: Mapping[str, Cell]) -> Line:
        """Return a numbered row as it was provisioned, with some of its cells typed."""
        robots = {each.name: "" for each in kind.fields if each.filled_by is FilledBy.FORMULA}
        row_id = kind.row_id(self.facts.code, number)
        names = {each.name: row_id for each in kind.fields if each.kind == "id"}
        every = {**names, **robots, **cells}
        return Line([every.get(each.name) for each in kind.fields], formulas=True)


def _is_answer(column: Field) -> bool:
    return column.filled_by is FilledBy.PEOPLE and column.kind != "id"
