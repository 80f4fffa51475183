"""Types clean workbooks as people do: some mistakes, and habits in about one cell in thirty."""

from collections.abc import Mapping, Sequence

from deploy.local.sample.dice import chance, dice
from deploy.local.sample.labels import districts
from deploy.local.sample.mess.habits import Spot, retyped
from deploy.local.sample.mess.planted import CLASSICS, MISTAKES
from deploy.local.sample.model import Cell, Oddity, Row, Tables
from deploy.local.sample.tables.ids import PROVINCE_BOOK
from sheets_schema.model import Table
from sheets_schema.schema import load

HABIT_RATE = 0.033


def typed(seed: int, books: Mapping[str, Tables]) -> tuple[dict[str, Tables], tuple[Oddity, ...]]:
    """Return the workbooks as people type them, and every cell that is not as it should be.

    Rows keep their positions. Blank rows and rows of sums, which hold none of a tab's required
    columns, are left alone.
    """
    desk = _Desk(seed)
    messy: dict[str, Tables] = {
        book: {table: desk.table(book, table, rows) for table, rows in tables.items()}
        for book, tables in books.items()
    }
    return messy, tuple(desk.oddities)


def is_entry(table: Table, row: Row) -> bool:
    """Say whether a row describes something, unlike a blank row or a row of sums."""
    required = [each.name for each in table.fields if each.required and each.kind != "id"]
    return all(name in row for name in required)


class _Desk:
    """Where the workbooks are typed, and where it is noted what went wrong."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._districts = {unit.code: unit for unit in districts()}
        self.oddities: list[Oddity] = []

    def table(self, book: str, name: str, rows: Sequence[Row]) -> tuple[Row, ...]:
        """Return one tab as typed."""
        described = load().table("province" if book == PROVINCE_BOOK else "unit", name)
        drafts = [dict(row) for row in rows]
        entries = [index for index, row in enumerate(rows) if is_entry(described, row)]
        done = self._planted(book, name, drafts, entries)
        self._habits(book, described, drafts, [each for each in entries if each not in done])
        return tuple(drafts)

    def _planted(
        self, book: str, name: str, drafts: list[dict[str, Cell]], entries: Sequence[int]
    ) -> set[int]:
        """Plant the tab's own oddities, each in a row of its own; return these rows."""
        rng = dice(self._seed, "planted", book, name)
        done: set[int] = set()
        for slip in (*MISTAKES, *CLASSICS):
            if (slip.book, slip.table) != (book, name):
                continue
            index = rng.choice([i for i in entries if i not in done and slip.fits(drafts[i])])
            cell = slip.typed(drafts[index])
            if cell is None:
                del drafts[index][slip.field]
            else:
                drafts[index][slip.field] = cell
            self.oddities.append(Oddity(book, name, index, slip.field, slip.kind))
            done.add(index)
        return done

    def _habits(
        self, book: str, table: Table, drafts: list[dict[str, Cell]], entries: Sequence[int]
    ) -> None:
        rng = dice(self._seed, "habits", book, table.name)
        for index in entries:
            above = drafts[index - 1] if index else {}
            for field, clean in list(drafts[index].items()):
                if not chance(rng, HABIT_RATE):
                    continue
                spot = Spot(table.field(field), above.get(field), self._districts.get(book), rng)
                cell = retyped(clean, spot)
                if (type(cell), cell) != (type(clean), clean):
                    drafts[index][field] = cell
                    self.oddities.append(Oddity(book, table.name, index, field, "habit"))
