"""Names of people."""

import pytest

from functions.domain.workbook import Cell
from tests.builders import meaning


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
        ("0912345678", None, ["bad_person"]),
        ("nguyen_van_an", "Nguyen Van An", []),
        ("nguyễn.văn.an", "Nguyễn Văn An", []),
        ("H'HEN NIÊ", "H'Hen Niê", []),
        ("McDonald", "McDonald", []),
        ("Như Quỳnh", "Như Quỳnh", []),
        ("Nguyễn Văn An 2003", "Nguyễn Văn An", ["extra_text"]),
        ("Nguyễn Văn An - Bí thư Đoàn xã", "Nguyễn Văn An", ["extra_text"]),
        ("Bí thư Đoàn xã: Nguyễn Văn An", "Nguyễn Văn An", ["extra_text"]),
        ("Nguyễn Văn An, email: an@b.vn", "Nguyễn Văn An", ["extra_text"]),
        ("Nguyễn Văn An, SN 2003", "Nguyễn Văn An", ["extra_text"]),
        ("1. Nguyễn Văn An\n2. Trần Thị Bé", None, ["multiple_values"]),
        ("chưa có", None, []),
        ("n/a", None, []),
        ("chưa có - 0912345678", None, ["bad_person"]),
        ("An.1", "An", ["extra_text"]),
        ("(Bí thư)", None, ["bad_person"]),
        ("A", None, ["bad_person"]),
        ("An\x07 Bình", None, ["bad_person"]),
        (5, None, ["bad_person"]),
        ("x" * 5001, None, ["too_long"]),
    ],
)
def test_people(cell: Cell, value: str | None, codes: list[str]) -> None:
    """A name has capitals and nothing before or behind it; two names are refused."""
    assert meaning("person", cell) == (value, codes)
