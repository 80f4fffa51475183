"""Free text, people, addresses, links and references."""

import pytest

from functions.domain.workbook import Cell, CellError
from functions.tables.converters.texts import as_text
from tests.builders import meaning


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (CellError("#REF!"), ""),
        (True, "x"),
        (False, ""),
        (1200, "1200"),
        (1200.0, "1200"),
        (1.5, "1,5"),
        ("  a\n b ", "a b"),
    ],
)
def test_cells_as_text(cell: Cell, text: str) -> None:
    """A cell is one clean line; a number is written without grouping."""
    assert as_text(cell) == text


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        ("Nhà  văn hóa ấp 1 ", "Nhà văn hóa ấp 1", []),
        ('=IMPORTDATA("http://x.example")', '=IMPORTDATA("http://x.example")', []),
        (12, "12", []),
        ("x" * 5000, "x" * 5000, []),
        ("x" * 5001, None, ["too_long"]),
    ],
)
def test_text(cell: Cell, value: str | None, codes: list[str]) -> None:
    """Words stay as typed, a formula's text too; a document is no answer."""
    assert meaning("text", cell) == (value, codes)


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        ("NGUYỄN VĂN AN", "Nguyễn Văn An", []),
        ("phạm thị   dung", "Phạm Thị Dung", []),
        ("1. Trần Thị Bé", "Trần Thị Bé", []),
        ("Đ/c Lê Văn Cường", "Lê Văn Cường", []),
        ("2) Đồng chí Anh Lê Văn Cường", "Lê Văn Cường", []),
        ("Nguyễn Hoàng Anh", "Nguyễn Hoàng Anh", []),
        ("Võ Bà", "Võ Bà", []),
        ("Lê Văn Cường - 0912345678", "Lê Văn Cường", ["extra_text"]),
        ("Lê Văn Cường 0912345678 - 0987654321", "Lê Văn Cường", ["extra_text"]),
        ("Lê Văn Cường (0912 345 678)", "Lê Văn Cường", ["extra_text"]),
        ("Nguyễn Văn An, Trần Thị Bé", None, ["multiple_values"]),
        ("An và Bé", None, ["multiple_values"]),
        ("0912345678", None, []),
        ("x" * 5001, None, ["too_long"]),
    ],
)
def test_people(cell: Cell, value: str | None, codes: list[str]) -> None:
    """A name has capitals and nothing before or behind it; two names are refused."""
    assert meaning("person", cell) == (value, codes)


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        ("Tam@Doan.Example", "tam@doan.example", []),
        ("MAILTO:tam@doan.example", "tam@doan.example", []),
        ("tam@doan", None, ["bad_email"]),
        ("tam doan.example", None, ["bad_email"]),
        ("a@b.vn, c@d.vn", None, ["bad_email"]),
        ("<a@b.vn>", None, ["bad_email"]),
        (False, None, []),
        (5, None, ["bad_email"]),
        ("a" * 300 + "@b.vn", None, ["too_long"]),
    ],
)
def test_addresses(cell: Cell, value: str | None, codes: list[str]) -> None:
    """One e-mail address in lower case."""
    assert meaning("email", cell) == (value, codes)


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        (" https://example.org/a?b=c ", "https://example.org/a?b=c", []),
        ("http://example.org", None, ["bad_url"]),
        ("https://localhost", None, ["bad_url"]),
        ("javascript:alert(1)", None, ["bad_url"]),
        ("drive.example.org/x", None, ["bad_url"]),
        (False, None, []),
        (True, None, ["bad_url"]),
    ],
)
def test_links(cell: Cell, value: str | None, codes: list[str]) -> None:
    """One link, and only over https."""
    assert meaning("url", cell) == (value, codes)
