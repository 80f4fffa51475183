"""What landed beside its place goes where it was meant, and gives back what it hit."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from functions.domain.workbook import Cell, CellError, Tab
from functions.writers.layout.ranges import write_cells
from functions.writers.recovery import Entered, Position, misplaced, written_cells

KEYS = {0: "id", 1: "name", 2: "size"}
Rows = list[list[Cell]]


def tab(rows: Rows, keys: dict[int, str] | None = None) -> Tab:
    """Return a tab with these rows."""
    return Tab(
        1,
        "T",
        0,
        tuple(tuple(row) for row in rows),
        column_keys=keys or KEYS,
        row_count=len(rows) + 2,
        column_count=4,
    )


def text(value: str) -> Entered:
    """Return a cell to write."""
    return {"userEnteredValue": {"stringValue": value}}


def applied(rows: Rows, cells: dict[Position, Entered]) -> Rows:
    """Return the rows after cells were written by position."""
    after = [[*row, *[None] * (4 - len(row))] for row in rows]
    for (row, column), cell in cells.items():
        while len(after) <= row:
            after.append([None] * 4)
        value = cell.get("userEnteredValue")
        after[row][column] = (
            next(iter(value.values())) if isinstance(value, dict) and value else None
        )
    return after


def test_nothing_moved_is_nothing_to_do() -> None:
    """Not even when somebody typed into another cell meanwhile."""
    before = tab([["h", "n", "s"], [None, "a", 1], [None, "b", 2]])
    cells = {(1, 0): text("1"), (2, 0): text("2")}
    after = tab(applied([["h", "n", "s"], [None, "a", 1], [None, "b", 7]], cells))
    assert misplaced(before, after, cells) == {}


def test_a_row_inserted_above_moves_what_was_written() -> None:
    """The id that was hit comes back to its row, the new id goes to the row it was meant for."""
    before = tab([["h", "n"], ["7", "a"], [None, "b"]])
    cells = {(2, 0): text("8")}
    now = applied([["h", "n"], [None, None], ["7", "a"], [None, "b"]], cells)
    wanted = misplaced(before, tab(now), cells)
    assert applied(now, wanted) == applied([["h", "n"], [None], ["7", "a"], ["8", "b"]], {})


def test_a_column_inserted_at_the_left_gets_its_cells_back() -> None:
    """Formulas come back as formulas, truth values as what they are."""
    before = replace(tab([["h", "n"], [None, "a"], [True, "b"]]), formulas={(1, 1): "=A1"})
    cells = {(1, 1): text("x"), (2, 0): text("y")}
    keys = {1: "id", 2: "name", 3: "size"}
    after = tab([[None, "h", "n"], [None, "x", "a"], ["y", True, "b"]], keys)
    assert misplaced(before, after, cells) == {
        (1, 1): {},
        (1, 2): text("x"),
        (2, 0): {},
        (2, 1): text("y"),
    }


def test_an_error_cannot_be_given_back() -> None:
    """What showed an error is left empty: its formula was not the row's own."""
    before = tab([["h", "n"], [CellError("#REF!"), "a"], [None, "b"]])
    cells = {(2, 0): text("8")}
    now = applied([["h", "n"], [None, None], [CellError("#REF!"), "a"], [None, "b"]], cells)
    assert misplaced(before, tab(now), cells)[2, 0] == {}


def test_only_cells_that_are_written_count() -> None:
    """Formats hit nothing; tabs into which columns are inserted have other positions."""
    inserted = {"insertDimension": {"range": {"sheetId": 2}}}
    requests = [
        write_cells(1, 3, 2, [[text("a"), text("b")]], "userEnteredValue"),
        write_cells(1, 9, 9, [[{"note": "n"}]], "note"),
        write_cells(2, 0, 0, [[text("c")]], "userEnteredValue"),
        inserted,
    ]
    assert written_cells(requests) == {1: {(3, 2): text("a"), (3, 3): text("b")}}


@given(
    st.lists(st.integers(0, 9), min_size=2, max_size=8, unique=True),
    st.data(),
)
def test_whatever_moved_every_cell_ends_where_it_belongs(
    names: list[int], data: st.DataObject
) -> None:
    """Rows are sorted, inserted and deleted in between; every row keeps what was typed."""
    rows: Rows = [["h", "n"], *([f"id{each}" if each % 2 else None, f"n{each}"] for each in names)]
    cells = {(at, 0): text(f"id{each}") for at, each in enumerate(names, 1) if not each % 2}
    body = data.draw(st.permutations(rows[1:]))
    at = data.draw(st.integers(0, len(body)))
    extra: Rows = [[None, "new"]] if data.draw(st.booleans()) else []
    gone = data.draw(st.integers(0, len(body)))
    moved: Rows = [rows[0], *body[:at], *extra, *body[at:]]
    if gone < len(body) - 1:
        moved = [each for each in moved if each is not body[gone]]
    now = applied(moved, cells)
    now = applied(now, misplaced(tab(rows), tab(now), cells))
    for row in now[1:]:
        if isinstance(row[1], str) and row[1].startswith("n") and row[1] != "new":
            assert row[0] == f"id{row[1][1:]}"
