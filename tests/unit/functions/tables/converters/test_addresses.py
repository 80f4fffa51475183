"""E-mail addresses and links."""

import pytest

from functions.domain.workbook import Cell
from tests.builders import meaning


@pytest.mark.parametrize(
    ("cell", "value", "codes"),
    [
        ("Tam@Doan.Example", "tam@doan.example", []),
        ("MAILTO:tam@doan.example", "tam@doan.example", []),
        ("tam@doan", None, ["bad_email"]),
        ("tam doan.example", None, ["bad_email"]),
        ("a@b.vn, c@d.vn", None, ["multiple_values"]),
        ("<a@b.vn>", "a@b.vn", []),
        ("An <a@b.vn>", "a@b.vn", ["extra_text"]),
        ("a @ b.vn", "a@b.vn", []),
        ("Địa chỉ email: a@b.vn", "a@b.vn", []),
        ("a@b.vn; A@B.VN", "a@b.vn", ["extra_text"]),
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
        ("drive.example.org/x", "https://drive.example.org/x", ["assumed_https"]),
        ("Ảnh: https://a.example/1.", "https://a.example/1", ["extra_text"]),
        ("https://a.example/1 https://a.example/2", None, ["multiple_values"]),
        ("https://a.example/1 http://a.example/2", None, ["bad_url"]),
        (
            "a.example/x?u=https://b.example",
            "https://a.example/x?u=https://b.example",
            ["assumed_https"],
        ),
        (False, None, []),
        (True, None, ["bad_url"]),
    ],
)
def test_links(cell: Cell, value: str | None, codes: list[str]) -> None:
    """One link, and only over https."""
    assert meaning("url", cell) == (value, codes)
