"""Small pieces of requests."""

from functions.writers.layout.ranges import format_range, grid_range, write_cells


def test_a_range_names_only_what_bounds_it() -> None:
    """A missing axis is the whole of it, an end of None is open."""
    assert grid_range(3) == {"sheetId": 3}
    assert grid_range(3, rows=(1, 4), columns=(0, None)) == {
        "sheetId": 3,
        "startRowIndex": 1,
        "endRowIndex": 4,
        "startColumnIndex": 0,
    }


def test_cells_are_written_from_a_corner() -> None:
    """Rows of cell data follow the corner, with the mask of what is written."""
    assert write_cells(3, 1, 2, [[{"note": "x"}]], "note") == {
        "updateCells": {
            "start": {"sheetId": 3, "rowIndex": 1, "columnIndex": 2},
            "rows": [{"values": [{"note": "x"}]}],
            "fields": "note",
        }
    }


def test_one_format_fills_a_range() -> None:
    """Only the format is written, never a value."""
    assert format_range({"sheetId": 3}, {"wrapStrategy": "WRAP"}) == {
        "repeatCell": {
            "range": {"sheetId": 3},
            "cell": {"userEnteredFormat": {"wrapStrategy": "WRAP"}},
            "fields": "userEnteredFormat",
        }
    }
