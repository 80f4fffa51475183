"""E-mail addresses and links."""

import pytest

from functions.domain.workbook import Cell
from functions.tables.converters.addresses import addresses_of
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
        ("a@b.vn", ("a@b.vn",), []),
        ("A@b.vn; c@d.vn, a@B.vn", ("a@b.vn", "c@d.vn"), []),
        ("a@b.vn\n\nc @ d.vn", ("a@b.vn", "c@d.vn"), []),
        ("An <a@b.vn>; c@d.vn", ("a@b.vn", "c@d.vn"), ["extra_text"]),
        ("a@b.vn; Bình", None, ["bad_email"]),
        (" ; ", None, []),
    ],
)
def test_several_addresses(cell: Cell, value: tuple[str, ...] | None, codes: list[str]) -> None:
    """A column that takes many reads each, once; one that is no address spoils the cell."""
    assert meaning("email", cell, many=True) == (value, codes)


def test_the_addresses_in_a_good_cell() -> None:
    """They are what the cell was read as."""
    assert addresses_of("An <A@b.vn>; c @ d.vn\na@b.vn") == ("a@b.vn", "c@d.vn")


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
