"""Marks for «the same as above», alone or with words behind them."""

from __future__ import annotations

import re

from functions.tables.words import clean, plain

_WORDS = frozenset(
    {"nt", "n t", "nhu tren", "tuong tu", "nhu dong tren", "nhu muc tren", "nhu o tren"}
)
_MARKS = re.compile(r"[-–—_.]*(?:[\"″”“〃„״]{1,4}|['’]{2}|,,|//)[-–—_.]*")
_WORDS_FIRST = re.compile(
    r"[\s\-–(\"]*(?:n\.?t\.?|như (?:dòng |mục |ở )?trên|tương tự)"
    r"(?P<rest>[\s\-–)\"]*[(,;:+].*|\s+\S.*)?",
    re.IGNORECASE,
)
# Marks alone, or how «nt», «như trên» and «tương tự» begin: other cells are let go at once.
_MAYBE = re.compile(r"[\W_]*(?:n[\W_]*t|nh|t\w\wng|$)", re.IGNORECASE)
_LONGEST = 200


def ditto_extra(cell: str) -> str | None:
    """Return the words behind a ditto mark, empty where there are none; None of any other cell."""
    if len(cell) > _LONGEST:
        return None
    text = clean(cell)
    if not _MAYBE.match(text):
        return None
    if _MARKS.fullmatch(text.replace(" ", "")) or plain(text) in _WORDS:
        return ""
    match = _WORDS_FIRST.fullmatch(text)
    if match and match["rest"] and re.search(r"\w", match["rest"]):
        return match["rest"].strip(" -–()")
    return None
