"""Requests for what is not there yet, and none for what is."""

from collections.abc import Mapping, Sequence
from typing import Any

from functions.ports import Request
from functions.writers.diff import SPARE_ROWS, grow, replace_grid, runs, update_rows
from functions.writers.values import Formula, Link
from tests.nights import make_tab


def written(requests: Sequence[Request]) -> list[tuple[int, int, list[list[object]]]]:
    """Return the row, the column and the values of each `updateCells`."""
    found = []
    for request in requests:
        update: Any = request.get("updateCells")
        if update:
            assert update["fields"] == "userEnteredValue"
            assert update["start"]["sheetId"] == 7
            values = [[_value(cell) for cell in row["values"]] for row in update["rows"]]
            found.append((update["start"]["rowIndex"], update["start"]["columnIndex"], values))
    return found


def _value(cell: Mapping[str, Mapping[str, object]]) -> object:
    return next(iter(cell.get("userEnteredValue", {}).values()), None)


def test_nothing_is_written_when_all_is_there() -> None:
    """A tab that shows the grid already gets no request."""
    tab = make_tab((("Đến 12/08", None), ("Mã", "Số"), ("NC", 3.0)))
    assert replace_grid(tab, [["Đến 12/08"], ["Mã", "Số"], ["NC", 3]]) == []


def test_a_formula_is_compared_as_such() -> None:
    """What it shows meanwhile is no reason to write, another formula in its cell is."""
    tab = make_tab((("NC", "Mới"),), formulas={(0, 1): "=A1"})
    assert replace_grid(tab, [["NC", Formula("=A1")]]) == []
    assert written(replace_grid(tab, [["NC", Formula("=B1")]])) == [(0, 0, [["NC", "=B1"]])]
    assert written(replace_grid(tab, [["NC", "Mới"]])) == [(0, 0, [["NC", "Mới"]])]


def test_only_rows_that_differ_are_written() -> None:
    """Runs of changed rows become one block each, whole rows at a time."""
    tab = make_tab((("a", 1), ("b", 2), ("c", 3), ("d", 4)))
    requests = replace_grid(tab, [["a", 1], ["B", 2], ["c", 9], ["d", 4], ["e", 5]])
    assert written(requests) == [(1, 0, [["B", 2], ["c", 9]]), (4, 0, [["e", 5]])]


def test_rows_and_cells_that_are_stale_are_cleared() -> None:
    """Whatever the tab holds beyond the grid is emptied."""
    tab = make_tab((("a", 1, "old"), ("b",), ("old", "old")))
    requests = replace_grid(tab, [["a", 1], ["b"]])
    assert written(requests) == [(0, 0, [["a", 1, None]]), (2, 0, [[None, None, None]])]


def test_a_stamp_alone_is_no_reason_to_write() -> None:
    """A difference in a volatile row is written with others, and when there was no stamp yet."""
    tab = make_tab((("Đến 12/08",), ("Mã",), ("NC",)))
    assert replace_grid(tab, [["Đến 13/08"], ["Mã"], ["NC"]], volatile_rows=1) == []
    both = replace_grid(tab, [["Đến 13/08"], ["Mã"], ["NB"]], volatile_rows=1)
    assert written(both) == [(0, 0, [["Đến 13/08"]]), (2, 0, [["NB"]])]
    first = replace_grid(make_tab(((), ("Mã",))), [["Đến 13/08"], ["Mã"]], volatile_rows=1)
    assert written(first) == [(0, 0, [["Đến 13/08"]])]


def test_kinds_of_cells_are_not_confused() -> None:
    """A number, its text, a checkbox and a formula with the same result all differ."""
    for cell in ("1", True):
        assert written(replace_grid(make_tab(((cell,),)), [[1]])) == [(0, 0, [[1]])]
    assert written(replace_grid(make_tab(((1,),)), [["1"]])) == [(0, 0, [["1"]])]
    computed = make_tab(((1,),), formulas={(0, 0): "=1"})
    assert written(replace_grid(computed, [[1]])) == [(0, 0, [[1]])]
    invisible = make_tab((("",),), formulas={(0, 0): '=""'})
    assert written(replace_grid(invisible, [[None]])) == [(0, 0, [[None]])]
    assert replace_grid(make_tab((("",),)), [[None]]) == []


def test_links_are_compared_by_their_formulas() -> None:
    """A link to another cell of the same name is written, the same link is not."""
    link = Link(5, 2, 1, "Nhu cầu")
    tab = make_tab(((link.text,),), formulas={(0, 0): link.formula})
    assert replace_grid(tab, [[link]]) == []
    other = Link(6, 2, 1, "Nhu cầu")
    assert written(replace_grid(tab, [[other]])) == [(0, 0, [[other.formula]])]


def test_a_tab_grows_before_it_is_written() -> None:
    """Rows come with some to spare, columns exactly, and both before the cells."""
    tab = make_tab(row_count=1, column_count=1)
    requests = replace_grid(tab, [["a", "b"], ["c", "d"]])
    assert requests[:2] == [
        {"appendDimension": {"sheetId": 7, "dimension": "ROWS", "length": 1 + SPARE_ROWS}},
        {"appendDimension": {"sheetId": 7, "dimension": "COLUMNS", "length": 1}},
    ]
    assert written(requests) == [(0, 0, [["a", "b"], ["c", "d"]])]
    assert grow(tab, 1, 1) == []


def test_updates_touch_their_own_cells_alone() -> None:
    """Columns between the given ones are not written, equal blocks of rows go together."""
    tab = make_tab((("id", "old", "person", 1), ("id", "old", "person", 2)))
    requests = update_rows(
        tab,
        {0: {0: "id", 1: "new", 3: 1}, 1: {0: "id", 1: "new", 3: 2}, 4: {0: "more", 3: None}},
    )
    assert written(requests) == [(4, 0, [["more"]]), (0, 0, [["id", "new"], ["id", "new"]])]


def test_updates_that_change_nothing_write_nothing() -> None:
    """Cells that hold their values already get no request, nor do rows without cells."""
    assert update_rows(make_tab((("a", "b"),)), {0: {1: "b"}, 5: {}}) == []
    assert update_rows(make_tab(), {}) == []


def test_rows_without_cells_do_not_disturb_others() -> None:
    """A row that has nothing to write stands beside one that has."""
    assert written(update_rows(make_tab(), {0: {}, 1: {0: "a"}})) == [(1, 0, [["a"]])]


def test_updates_grow_the_tab() -> None:
    """Rows below and columns beyond the tab are added first."""
    requests = update_rows(make_tab(row_count=2, column_count=1), {3: {1: "a"}})
    assert [next(iter(each)) for each in requests] == [
        "appendDimension",
        "appendDimension",
        "updateCells",
    ]


def test_runs_are_neighbours() -> None:
    """Consecutive numbers are one run; of nothing there is none."""
    assert list(runs([1, 2, 3, 7, 9, 10])) == [(1, 3), (7, 7), (9, 10)]
    assert list(runs([])) == []
