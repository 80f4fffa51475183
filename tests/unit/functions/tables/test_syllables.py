"""What is spelled as a Vietnamese syllable is told from what is not."""

import pytest

from functions.tables.syllables import is_syllable, is_untoned


@pytest.mark.parametrize(
    "words",
    [
        "nam tin an yêu ý in ỉa ưa ôi uống ước",
        "gì gìn giếng già giữa giết giêng ghế ghi gà",
        "quý quá quốc quyết quỳnh quýt quít quẹo quở quân quên",
        "kỳ kỉ kẻ nghiêng nghĩa ngõ nguyễn ngoằn nguệch cuộc",
        "khuya khuỷu huỳnh thuở hoạch ngoéo xoong moóc goòng",
        "đoàn trường phước thuận hưng điện tử số học",
        "lý mỹ sỹ tỷ vỹ hy thy",
    ],
)
def test_syllables(words: str) -> None:
    """Every spelling of onsets, glides, rimes and stops in use is known, in any case."""
    for word in words.split():
        assert is_syllable(word), word
        assert is_syllable(word.upper()), word
        assert is_syllable(word.capitalize()), word


@pytest.mark.parametrize("pair", ["hòa hoà", "thủy thuỷ", "khỏe khoẻ", "ủy uỷ"])
def test_both_places_of_the_tone(pair: str) -> None:
    """Where two places of the tone are in use, both are right."""
    assert all(is_syllable(each) for each in pair.split())


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("", "nothing"),
        ("â", "a vowel that needs an end"),
        ("hòan", "the tone on the glide of a closed rime"),
        ("qúy", "the tone on the glide"),
        ("hoc", "a stop without a tone"),
        ("học̀", "two tones"),
        ("hòc", "a stop with a falling tone"),
        ("ngi", "ng before i"),
        ("ghà", "gh before a"),
        ("cim", "c before i"),
        ("coan", "c before a glide"),
        ("lyên", "yê behind an onset"),
        ("iên", "iê without an onset"),
        ("quươn", "two vowels behind qu"),
        ("bý", "a lone y where i is written"),
        ("đắk", "a final that is not Vietnamese"),
        ("krông", "two consonants"),
        ("café", "two syllables"),
        ("nguyôn", "a rime that does not exist"),
        ("t©y", "a sign"),
        ("hoóngg", "one letter too many"),
        ("xoọng", "a tone that loans do not have"),
    ],
)
def test_no_syllables(word: str, why: str) -> None:
    """What breaks one rule of the spelling is no syllable."""
    assert not is_syllable(word), why


@pytest.mark.parametrize(
    ("word", "untoned"), [("Lôc", True), ("biêt", True), ("lộc", False), ("lô", False)]
)
def test_words_without_their_tone(word: str, untoned: bool) -> None:  # noqa: FBT001 - a row of the table
    """A word that ends in a stop wants a tone; every other word may have none."""
    assert is_untoned(word) is untoned
