"""How sure it is that a text names a sum."""

import pytest

from functions.tables.row_words.sums import Sum, sum_of


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Tổng cộng", Sum.BARE),
        ("CỘNG :", Sum.BARE),
        ("cong", Sum.NO),
        ("cong:", Sum.BARE),
        ("Công", Sum.NO),
        ("Cống:", Sum.NO),
        ("Cộng 5 xã", Sum.YES),
        ("Cộng thị xã Trảng Bàng", Sum.YES),
        ("Cộng Hòa", Sum.NO),
        ("CỘNG ĐỒNG", Sum.NO),
        ("Tổng công 9 xã", Sum.YES),
        ("Tổng công ty", Sum.NO),
        ("Tổng cộng ty", Sum.YES),
        ("Toàn huyện", Sum.MAYBE),
        ("Toàn huyện ra quân dọn vệ sinh môi trường", Sum.NO),
        ("Trung bình", Sum.WITH_FIGURES),
        ("Lớp tin học", Sum.NO),
        ("", Sum.NO),
    ],
)
def test_sums(text: str, answer: Sum) -> None:
    """«Cộng» adds up alone or before what is added; «Công», «Cộng Hòa», «Tổng công ty» do not."""
    assert sum_of(text) is answer
