"""Two spellings of the same words are recognised, two different words are kept apart."""

import unicodedata

import pytest

from functions.tables.words import clean, has_tones, plain, spoken


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  a \u00a0 b\n", "a b"),
        (unicodedata.normalize("NFD", "Hòa Thành"), "Hòa Thành"),
        ("\u00d0ội \u00f0ã", "Đội đã"),
        ("a\u200bb\u00adc\ufeff", "abc"),
        ("Hoa\u200b\u0300", "Hoà"),
        ("", ""),
    ],
)
def test_clean_repairs_what_nobody_sees(typed: str, cleaned: str) -> None:
    """Spaces, composition, lookalikes and invisible characters are repaired."""
    assert clean(typed) == cleaned


def test_clean_takes_a_whole_document() -> None:
    """A cell of 50,000 characters is cleaned like any other and changes no more."""
    text = " ạ " * 20_000
    assert clean(text) == clean(clean(text))
    assert len(clean(text)) == 39_999


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hoà Thành", "HÒA THÀNH", True),
        ("Thủy", "Thuỷ", True),
        ("Quý", "Qúy", True),
        ("xã/phường", "Xã, phường", True),
        ("Hòa Thành", "Hòa Thạnh", False),
        ("Tân Hà", "Tân Hạ", False),
        ("Đội", "Doi", False),
    ],
)
def test_spoken_is_what_is_heard(one: str, other: str, *, same: bool) -> None:
    """The place of a tone mark, case and punctuation do not matter; the tone does."""
    assert (spoken(one) == spoken(other)) is same


def test_plain_has_no_marks() -> None:
    """Every diacritic goes, the bar of Đ too."""
    assert plain("Xã Đôn Thuận, Hoà-Thạnh") == "xa don thuan hoa thanh"


@pytest.mark.parametrize(
    ("text", "answer"), [("Tân", True), ("tan", False), ("do", False), ("Đo", True), ("", False)]
)
def test_has_tones(text: str, *, answer: bool) -> None:
    """A text counts as typed with diacritics from the first one on."""
    assert has_tones(text) is answer
