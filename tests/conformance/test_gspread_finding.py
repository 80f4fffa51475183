"""Finding cells by text and by pattern."""

import re

import gspread
import pytest

ROWS = [["Mai", "mai", "Maika"], ["", "Mai", "12"], ["Lan", "", "mai"]]


@pytest.fixture
def filled(sheet: gspread.Worksheet) -> gspread.Worksheet:
    """A tab with names."""
    sheet.update(ROWS)
    return sheet


@pytest.mark.recorded
def test_the_first_match_is_found(filled: gspread.Worksheet) -> None:
    """Texts match whole cells; an unknown one gives nothing."""
    assert filled.find("Mai") == gspread.Cell(1, 1, "Mai")
    assert filled.find("mai", in_column=3) == gspread.Cell(3, 3, "mai")
    assert filled.find("Mai", in_row=2) == gspread.Cell(2, 2, "Mai")
    assert filled.find("MAI", case_sensitive=False) == gspread.Cell(1, 1, "Mai")
    assert filled.find("MAI") is None


@pytest.mark.recorded
def test_all_matches_are_found(filled: gspread.Worksheet) -> None:
    """Patterns are searched inside the displayed text."""
    assert [cell.address for cell in filled.findall("Mai")] == ["A1", "B2"]
    assert [cell.address for cell in filled.findall(re.compile("^[Mm]ai"))] == [
        "A1",
        "B1",
        "C1",
        "B2",
        "C3",
    ]
    assert [cell.address for cell in filled.findall(re.compile(r"\d"), in_row=2)] == ["C2"]
    assert [cell.address for cell in filled.findall("mai", case_sensitive=False, in_column=2)] == [
        "B1",
        "B2",
    ]


@pytest.mark.recorded
def test_nothing_is_found_in_an_empty_tab(sheet: gspread.Worksheet) -> None:
    """An empty tab has no cells to match."""
    assert sheet.find("x") is None
    assert sheet.findall("") == []
