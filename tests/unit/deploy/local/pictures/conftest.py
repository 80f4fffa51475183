"""Small workbooks like the exported ones, and programs that only look like those that draw."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from functions.writers.layout.tabs import header_row
from sheets_schema.model import Book, Schema
from sheets_schema.schema import load

Rows = Sequence[Sequence[str]]
Make = Callable[..., Path]

_SOFFICE = """#!{python}
import pathlib, sys
profile = sys.argv[1].partition("file://")[2]
settings = pathlib.Path(profile, "user", "registrymodifications.xcu").read_text()
assert "OOXMLRecalcMode" in settings
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
for name in sys.argv[sys.argv.index("--outdir") + 2 :]:
    folder.joinpath(pathlib.Path(name).stem + ".pdf").write_bytes(b"%PDF")
"""
_PDFTOPPM = """#!{python}
import sys
arguments = sys.argv[1:]
option = lambda name: int(arguments[arguments.index(name) + 1])
if "-gray" in arguments:
    # A page of 10 by 8 inches with ink between 1 and 9 inches from the left, 2 and 4 from the top.
    rows = [b"\\xff" * 500] * 100 + [b"\\xff" * 50 + b"\\0" * 400 + b"\\xff" * 50] * 100
    sys.stdout.buffer.write(b"P5\\n500 400\\n255\\n" + b"".join(rows + [b"\\xff" * 500] * 200))
else:
    width, height = option("-W"), option("-H")
    head = b"P6\\n%d %d\\n255\\n" % (width, height)
    sys.stdout.buffer.write(head + b"\\0\\0\\xff" * width * height)
"""


@pytest.fixture(scope="session")
def schema() -> Schema:
    """The product's schema."""
    return load()


@pytest.fixture
def make(tmp_path: Path, schema: Schema) -> Make:
    """Make a workbook with some tabs of the schema, each with rows below its header."""

    def make_workbook(name: str, book: Book, **tabs: Rows) -> Path:
        path = tmp_path / "xlsx" / f"{name}.xlsx"
        path.parent.mkdir(exist_ok=True)
        with xlsxwriter.Workbook(path) as workbook:
            for tab, rows in tabs.items():
                table = schema.table(book, tab)
                page = workbook.add_worksheet(table.title)
                page.set_landscape()
                page.fit_to_pages(1, 0)
                page.set_column_pixels(0, max(len(table.fields), 1) - 1, 150)
                if not table.fields:
                    page.hide_gridlines(2)
                page.write_row(header_row(table), 0, [each.title for each in table.fields])
                for number, row in enumerate(rows, header_row(table) + 1):
                    page.write_row(number, 0, row)
        return path

    return make_workbook


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, the only one on the path, with a soffice and a pdftoppm that draw one rectangle."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, text in (("soffice", _SOFFICE), ("pdftoppm", _PDFTOPPM)):
        program(folder / name, text.replace("{python}", sys.executable))
    monkeypatch.setenv("PATH", str(folder))
    return folder


def program(path: Path, text: str) -> None:
    """Write a program that can be run."""
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
