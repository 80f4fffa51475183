"""One tab on one sheet of paper."""

import io
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from deploy.local.pictures.archive import Archive, read_archive
from deploy.local.pictures.paper import View, column_pixels, on_paper

VIEW = View("Hai", rows=5, columns=(0, 2, 3), pixels=400)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """A workbook of three tabs, the first without a grid, the second with a named range."""
    with xlsxwriter.Workbook(tmp_path / "book.xlsx") as workbook:
        for title in ("Một", "Hai", "Ba"):
            page = workbook.add_worksheet(title)
            page.set_landscape()
            page.fit_to_pages(1, 0)
            page.set_column_pixels(0, 2, 100)
            page.set_column_pixels(3, 4, 250)
            page.set_column_pixels(5, 5, 250, None, {"hidden": True})
            page.write("A1", title)
        workbook.get_worksheet_by_name("Một").hide_gridlines(2)
        workbook.get_worksheet_by_name("Hai").autofilter("A1:B2")
    return read_archive(tmp_path / "book.xlsx")


def _opened(archive: Archive, view: View) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(on_paper(archive, view)))


def test_the_widths_of_columns_are_those_of_the_screen(archive: Archive) -> None:
    """Neighbours of one width each count; a hidden column has none."""
    assert column_pixels(archive, "Hai") == [100, 100, 100, 250, 250, 0]


def test_only_the_tab_of_the_view_is_visible(archive: Archive) -> None:
    """The others stay, because formulas look into them, but are hidden."""
    book = _opened(archive, VIEW)

    assert [page.sheet_state for page in book] == ["hidden", "visible", "hidden"]
    assert book.active is not None
    assert book.active.title == "Hai"


def test_the_first_rows_and_the_chosen_columns_print(archive: Archive) -> None:
    """The print area ends with the last of them, the columns between are hidden."""
    page = _opened(archive, VIEW)["Hai"]

    assert page.print_area == "'Hai'!$A$1:$D$5"
    assert {name for name, each in page.column_dimensions.items() if each.hidden} >= {"B", "E", "F"}
    assert not page.column_dimensions["C"].hidden


def test_the_page_is_one_a3_without_margins(archive: Archive) -> None:
    """A phone's view stands upright."""
    wide = _opened(archive, VIEW)["Hai"]
    tall = _opened(archive, View("Hai", 5, (0,), 100, portrait=True))["Hai"]

    assert (wide.page_setup.paperSize, wide.page_setup.orientation) == (8, "landscape")
    assert tall.page_setup.orientation == "portrait"
    assert (wide.page_setup.fitToWidth, wide.page_setup.fitToHeight) == (1, 1)
    assert wide.page_margins.left == wide.page_margins.header == 0


def test_grid_and_headings_print_where_the_screen_shows_them(archive: Archive) -> None:
    """A page that is laid out without a grid prints without one."""
    with_grid = _opened(archive, VIEW)["Hai"].print_options
    without = _opened(archive, View("Một", 1, (0,), 100))["Một"].print_options

    assert (with_grid.gridLines, with_grid.headings) == (True, True)
    assert (without.gridLines, without.headings) == (None, None)


def test_a_filter_keeps_its_name(archive: Archive) -> None:
    """The print area is named beside what was named before."""
    assert _opened(archive, VIEW)["Hai"].auto_filter.ref == "A1:B2"
