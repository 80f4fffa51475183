"""What is written, applied to a tab, is what was wanted, and nothing else changes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from functions.domain.workbook import Cell, CellError, Tab, Workbook, digest, from_json, to_json
from functions.ports import Request
from functions.writers.diff import replace_grid, update_rows
from functions.writers.values import Link, Out, formula_of, shown

Grid = dict[tuple[int, int], tuple[Cell, str]]

TEXTS = st.text(max_size=4) | st.sampled_from(["1", "=1+1", "TRUE", "'a", "0912"])
NUMBERS = st.integers(-3, 3) | st.floats(allow_nan=False, allow_infinity=False, width=32)
LINKS = st.builds(Link, st.integers(0, 2), st.integers(0, 2), st.integers(0, 2))
OUTS = st.one_of(st.none(), TEXTS, NUMBERS, st.dates(date(2000, 1, 1), date(2050, 12, 31)), LINKS)
CELLS = st.one_of(st.none(), TEXTS, NUMBERS, st.booleans(), st.builds(CellError, st.just("#REF!")))
GRIDS = st.lists(st.lists(OUTS, max_size=4), max_size=6)
UPDATES = st.dictionaries(
    st.integers(0, 8), st.dictionaries(st.integers(0, 5), OUTS, max_size=4), max_size=5
)


@st.composite
def tabs(draw: st.DrawFn) -> Tab:
    """Draw a tab with ragged rows, some formulas among them, and little room around."""
    rows = draw(st.lists(st.lists(CELLS, max_size=4), max_size=6))
    places = [(i, j) for i, row in enumerate(rows) for j, _ in enumerate(row)]
    formulas: Mapping[tuple[int, int], str] = {}
    if places:
        formulas = draw(
            st.dictionaries(
                st.sampled_from(places),
                st.sampled_from(["=1", Link(1, 1, 1, "Nhu cầu").formula]),
                max_size=3,
            )
        )
    width = max((len(row) for row in rows), default=0)
    return Tab(
        sheet_id=7,
        title="Tab",
        index=0,
        rows=tuple(tuple(row) for row in rows),
        formulas=formulas,
        row_count=len(rows) + draw(st.integers(1, 3)),
        column_count=width + draw(st.integers(1, 3)),
    )


def content(tab: Tab) -> Grid:
    """Return the filled cells of a tab, each with its value and its formula."""
    cells = {
        (row, column): (cell, tab.formulas.get((row, column), ""))
        for row, cells in enumerate(tab.rows)
        for column, cell in enumerate(cells)
    }
    return {place: each for place, each in cells.items() if each not in ((None, ""), ("", ""))}


def apply(tab: Tab, requests: Sequence[Request]) -> Tab:
    """Do what the requests say, as Google does, and refuse to write beyond the tab."""
    cells: dict[tuple[int, int], tuple[Cell, str]] = dict(content(tab))
    rows, columns = tab.row_count, tab.column_count
    for request in requests:
        ((kind, body),) = request.items()
        found: Any = body
        assert kind in ("appendDimension", "updateCells")
        if kind == "appendDimension":
            assert (found["sheetId"], found["length"] > 0) == (7, True)
            rows += found["length"] if found["dimension"] == "ROWS" else 0
            columns += found["length"] if found["dimension"] == "COLUMNS" else 0
            continue
        start = found["start"]
        assert (start["sheetId"], found["fields"]) == (7, "userEnteredValue")
        for down, row in enumerate(found["rows"]):
            for right, cell in enumerate(row["values"]):
                place = (start["rowIndex"] + down, start["columnIndex"] + right)
                assert place[0] < rows
                assert place[1] < columns
                cells.pop(place, None)
                if "userEnteredValue" in cell:
                    cells[place] = _entered(cell["userEnteredValue"])
    height = max((row for row, _ in cells), default=-1) + 1
    width = max((column for _, column in cells), default=-1) + 1
    return replace(
        tab,
        rows=tuple(
            tuple(cells.get((row, column), (None, ""))[0] for column in range(width))
            for row in range(height)
        ),
        formulas={place: formula for place, (_, formula) in cells.items() if formula},
        row_count=rows,
        column_count=columns,
    )


def _entered(value: Mapping[str, Any]) -> tuple[Cell, str]:
    ((kind, plain),) = value.items()
    if kind == "formulaValue":
        # The only formula that is written is a link, which shows its last argument.
        return plain.split('"')[-2], plain
    assert isinstance(plain, str) == (kind == "stringValue")
    return plain, ""


def wanted(grid: Sequence[Sequence[Out]]) -> Grid:
    """Return the filled cells of a grid as they are read back."""
    return {
        (row, column): (shown(value), formula_of(value))
        for row, values in enumerate(grid)
        for column, value in enumerate(values)
        if shown(value) is not None
    }


def same(left: Grid, right: Grid) -> bool:
    """Compare two tabs; a checkbox is not a number although Python takes it for one."""
    kinds = [
        {place: isinstance(cell, bool) for place, (cell, _) in each.items()}
        for each in (left, right)
    ]
    return left == right and kinds[0] == kinds[1]


@settings(deadline=None)
@given(tabs(), GRIDS)
def test_a_replaced_tab_holds_exactly_the_grid(tab: Tab, grid: list[list[Out]]) -> None:
    """After the requests the tab shows the grid alone, and a second time there are none."""
    after = apply(tab, replace_grid(tab, grid))
    assert same(content(after), wanted(grid))
    assert replace_grid(after, grid) == []


@settings(deadline=None)
@given(tabs(), GRIDS, st.integers(0, 3))
def test_volatile_rows_are_written_with_news_alone(
    tab: Tab, grid: list[list[Out]], volatile: int
) -> None:
    """Either everything is written, or the rows below the volatile ones are right already."""
    requests = replace_grid(tab, grid, volatile_rows=volatile)
    if requests:
        assert same(content(apply(tab, requests)), wanted(grid))
    else:
        lasting = [
            {place: cell for place, cell in each.items() if place[0] >= volatile}
            for each in (content(tab), wanted(grid))
        ]
        assert same(*lasting)


@settings(deadline=None)
@given(tabs(), UPDATES)
def test_updates_touch_nothing_else(tab: Tab, rows: dict[int, dict[int, Out]]) -> None:
    """The given cells hold their values, all others are as before, and once is enough."""
    after = apply(tab, update_rows(tab, rows))
    expected = content(tab)
    for row, cells in rows.items():
        for column, value in cells.items():
            expected.pop((row, column), None)
            if shown(value) is not None:
                expected[row, column] = (shown(value), formula_of(value))
    assert same(content(after), expected)
    assert update_rows(after, rows) == []


@settings(deadline=None)
@given(st.lists(tabs(), max_size=3), st.text(max_size=5))
def test_a_workbook_survives_json(found: list[Tab], title: str) -> None:
    """A workbook written as JSON text reads back equal, with the same digest."""
    book = Workbook("id", title, tuple(found), datetime(2024, 8, 12, tzinfo=UTC), "vi_VN", "x")
    again = from_json(json.loads(json.dumps(to_json(book), ensure_ascii=False)))
    assert again == book
    assert digest(again) == digest(book)
