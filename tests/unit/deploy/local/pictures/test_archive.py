"""Reading an exported workbook, and writing it with some parts replaced."""

import io
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from deploy.local.pictures.archive import read_archive


def _workbook(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as workbook:
        first, second = workbook.add_worksheet("Một"), workbook.add_worksheet("Hai")
        first.write("B2", "chữ")
        first.write("AB3", 12)
        first.write_formula("C3", "=1+1", None, 2)
        second.insert_chart("A1", _chart(workbook))
    return path


def _chart(workbook: xlsxwriter.Workbook) -> object:
    chart = workbook.add_chart({"type": "bar"})
    chart.add_series({"values": "='Một'!$A$1:$A$2"})
    return chart


def test_a_tab_is_read_as_texts(tmp_path: Path) -> None:
    """Shared texts, numbers and the values of formulas stand at their places."""
    archive = read_archive(_workbook(tmp_path / "book.xlsx"))

    grid = archive.grid("Một")

    assert list(archive.tabs()) == ["Một", "Hai"]
    assert grid[0] == []
    assert grid[1] == ["", "chữ"]
    assert grid[2][2] == "2"
    assert grid[2][27] == "12"


def test_a_workbook_without_texts_is_read(tmp_path: Path) -> None:
    """A file of numbers alone has no table of texts."""
    with xlsxwriter.Workbook(tmp_path / "book.xlsx") as workbook:
        workbook.add_worksheet("Một").write("A1", 1)
    archive = read_archive(tmp_path / "book.xlsx")
    parts = {name: part for name, part in archive.parts.items() if "sharedStrings" not in name}

    assert type(archive)(parts).grid("Một") == [["1"]]


def test_a_tab_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """The title is in the error."""
    archive = read_archive(_workbook(tmp_path / "book.xlsx"))

    with pytest.raises(KeyError, match="Ba"):
        archive.grid("Ba")


def test_what_is_not_replaced_stays_byte_for_byte(tmp_path: Path) -> None:
    """Charts and all else that nobody reads here survive; a replaced part is still read."""
    archive = read_archive(_workbook(tmp_path / "book.xlsx"))
    part = archive.tabs()["Một"]

    content = archive.replaced({part: archive.tree(part)})

    (tmp_path / "again.xlsx").write_bytes(content)
    again = read_archive(tmp_path / "again.xlsx")
    assert again.grid("Một") == archive.grid("Một")
    assert {name: each for name, each in again.parts.items() if name != part} == {
        name: each for name, each in archive.parts.items() if name != part
    }
    assert "xl/charts/chart1.xml" in again.parts
    assert openpyxl.load_workbook(io.BytesIO(content))["Một"]["B2"].value == "chữ"
