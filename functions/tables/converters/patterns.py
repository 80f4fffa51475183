"""Pieces of regular expressions, so that a list of words stays a list of words."""

from __future__ import annotations

import re

LETTER = r"[^\W\d_]"
"""Any letter of any alphabet."""


def any_of(*words: str) -> str:
    """Return an expression for one of `words`, read as plain text, the longest that fits first."""
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(word) for word in longest_first)})"
