"""The sum of a tab's rows in one sentence."""

import pytest

from functions.domain.findings import RowCount, Tally
from functions.writers.tallies import sentence, show_rows
from tests.campaigns import schema


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((3,), "4"),
        ((3, 6), "4, 7"),
        ((39, 40), "40–41"),
        ((0, 1, 2, 7), "1–3, 8"),
        (tuple(range(0, 40, 2)), "1, 3, 5, 7, 9, 11, 13, 15, …"),
    ],
)
def test_rows_are_written_as_people_count_them(rows: tuple[int, ...], words: str) -> None:
    """The first row is row one, neighbours are one span, a long list is cut."""
    assert show_rows(rows) == words


def test_the_sum_says_which_rows_are_set_aside_and_what_the_others_are() -> None:
    """Rows read are accepted or set aside; what holds no data is named by kind."""
    tally = Tally(RowCount(1035, 1033), (3, 6), {"subtotal": (35,), "signature": (39, 40)})
    assert sentence(schema(), "Nhu cầu", tally) == (
        "Nhu cầu: đọc 1.035 dòng = nhận 1.033 + để riêng 2 (dòng 4, 7);"
        " ngoài ra 1 dòng cộng (36), 2 dòng ký tên (40–41)."
    )


def test_a_tab_in_order_needs_few_words() -> None:
    """Without rows set aside and without other rows the sentence is short."""
    assert sentence(schema(), "Tập huấn", Tally(RowCount(2, 2))) == (
        "Tập huấn: đọc 2 dòng = nhận 2 + để riêng 0."
    )
