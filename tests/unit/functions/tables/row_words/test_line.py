"""A line of a form is its bullet, its counter and the words behind them."""

import pytest

from functions.domain.workbook import Cell, CellError
from functions.tables.row_words.line import (
    Counter,
    bare_counter,
    begins,
    counter_of,
    is_figure,
    is_text,
    line_of,
    plain_phrases,
    spoken_phrases,
)


@pytest.mark.parametrize(
    ("text", "bullet", "counter", "body"),
    [
        ("Khối xã", False, Counter.NONE, "khối xã"),
        ("  * Đợt\u00a01", True, Counter.NONE, "đợt 1"),
        ("II. Khối xã", False, Counter.ROMAN, "khối xã"),
        ("- IV/ Khối xã", True, Counter.ROMAN, "khối xã"),
        ("(b) Khối xã", False, Counter.LETTER, "khối xã"),
        ("A - Khối xã", False, Counter.LETTER, "khối xã"),
        ("1.2. Khối xã", False, Counter.NUMBER, "khối xã"),
        ("iii Khối xã", False, Counter.ROMAN, "khối xã"),
        ("Vi tính", False, Counter.NONE, "vi tính"),
        ("E-learning", False, Counter.NONE, "e-learning"),
        ("Đ/c An", False, Counter.NONE, "đ/c an"),
        ("II.", False, Counter.NONE, "ii."),
    ],
)
def test_lines(text: str, bullet: bool, counter: Counter, body: str) -> None:  # noqa: FBT001
    """Counters need a mark behind them, or no other reading; a dash inside a word is none."""
    line = line_of(text)
    assert (line.bullet, line.counter, line.body) == (bullet, counter, body)


def test_words_of_a_line() -> None:
    """Words are known with and without diacritics, in one spelling."""
    line = line_of("A. Hoà Thành")
    assert line.plain == ("hoa", "thanh")
    assert line.spoken == line_of("hòa thành").spoken != line_of("hoa thanh").spoken
    assert (line.toneless, line_of("HOA THANH").toneless) == (False, True)
    assert line_of("Cộng (I+II)").after_first_word == "(i+ii)"


def test_counters_without_a_mark() -> None:
    """One letter and a space may count what follows; the caller judges by what that is."""
    assert bare_counter(line_of("A Khối xã")) == "khối xã"
    assert bare_counter(line_of("A. Khối xã")) == ""
    assert bare_counter(line_of("Khối xã")) == ""


@pytest.mark.parametrize(
    ("cell", "counter"),
    [
        (5, Counter.NUMBER),
        (5.0, Counter.NUMBER),
        (5.5, Counter.NONE),
        (-5, Counter.NONE),
        (45488, Counter.NONE),
        (float("nan"), Counter.NONE),
        (True, Counter.NONE),
        (None, Counter.NONE),
        (CellError("#N/A"), Counter.NONE),
        ("05.", Counter.NUMBER),
        ("(5)", Counter.NUMBER),
        ("II", Counter.ROMAN),
        ("xi.", Counter.ROMAN),
        ("b)", Counter.LETTER),
        ("T", Counter.NONE),
        ("12345", Counter.NONE),
    ],
)
def test_cells_that_count(cell: Cell, counter: Counter) -> None:
    """A cell that holds a small whole number, a Roman one or an early letter counts rows."""
    assert counter_of(cell) is counter


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        (0, True),
        (1.5, True),
        (True, False),
        (None, False),
        (CellError("#N/A"), False),
        ("1.200", True),
        ("15/8/2024", True),
        ("5-7/8", True),
        ("~350", True),
        ("khoảng 50 người", True),
        ("98,5%", True),
        ("9 xã", True),
        ("12 lớp tin học", False),
        ("1. Khối xã", False),
        ("(1)", False),
        ("Lớp 5", False),
    ],
)
def test_figures(cell: Cell, *, answer: bool) -> None:
    """A number with at most two words for its unit is a figure, whatever is behind it is text."""
    assert is_figure(cell) is answer
    assert is_text(cell) is (isinstance(cell, str) and not answer)


def test_phrases() -> None:
    """The longest phrase at the beginning counts; diacritics matter where they are asked for."""
    words = line_of("Cộng dồn cả năm")
    assert begins(words.plain, plain_phrases("cong", "công đơn")) == 2
    assert begins(words.spoken, spoken_phrases("công", "cộng dọn")) == 0
    assert begins((), plain_phrases("cộng")) == 0
