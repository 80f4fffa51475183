"""Pieces of regular expressions."""

import re

from functions.tables.converters.patterns import LETTER, any_of


def test_words_are_read_as_they_stand() -> None:
    """A point or a bracket in a word is itself, and the longer of two words wins."""
    assert re.findall(any_of("a", "a.b", "("), "a.b axb (") == ["a.b", "a", "("]


def test_letters() -> None:
    """A letter may have any mark; digits and underscores are no letters."""
    assert re.findall(LETTER, "aĐ1_ế-") == ["a", "Đ", "ế"]
