"""Answers that there is none."""

import pytest

from functions.tables.row_words.nothing import declares_none, is_plain_none


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Không có nhu cầu", True),
        ("KHÔNG ĐĂNG KÝ", True),
        ("khong phat sinh", True),
        ("Không có phát sinh trong tháng 7", True),
        ("Chưa có nhu cầu", True),
        ("Đơn vị không có nhu cầu hỗ trợ", True),
        ("Huyện đoàn Tân Biên không đăng ký", True),
        ("Hiện nay chưa có nhu cầu", True),
        ("Xã Tân Lập không có nhu cầu", False),
        ("Không có mạng", False),
        ("Chưa đăng ký", False),
        ("Có nhu cầu", False),
        ("Đơn vị có nhu cầu", False),
        ("Không có", False),
    ],
)
def test_declarations(text: str, *, answer: bool) -> None:
    """The whole unit has none; one commune without a need, or a lack of something, is no such."""
    assert declares_none(text) is answer


def test_plain_none() -> None:
    """«Không có» says it without saying of what."""
    assert is_plain_none("Không có.")
    assert is_plain_none("ko")
    assert not is_plain_none("Không có nhu cầu")
    assert not is_plain_none("Có")
