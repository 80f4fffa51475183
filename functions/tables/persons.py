"""Which rows of volunteers are one and the same person."""

from __future__ import annotations

from collections.abc import Sequence

from functions.tables.frames import Row
from functions.tables.words import has_tones, plain, spoken


def persons_of(volunteers: Sequence[Row]) -> dict[str, str]:
    """Return, for the id of each row, the id of the first row of the same person.

    Two rows are the same person when their names are equal, diacritics aside, and so is the phone
    number; or when the year of birth is, and the names are equal as they are spoken or one of them
    was typed without diacritics: Thành and Thanh may well be of one age. Rows that are the same
    person as a third one are so too.
    """
    heads: list[int] = []
    first: dict[tuple[str, object], int] = {}
    names = [str(row["full_name"]) for row in volunteers]
    bare = {
        (plain(name), row["birth_year"])
        for name, row in zip(names, volunteers, strict=True)
        if not has_tones(name)
    }
    for index, (name, row) in enumerate(zip(names, volunteers, strict=True)):
        heads.append(index)
        letters, year = plain(name), row["birth_year"]
        # A phone number is a text and a year a number: the two cannot be taken for each other.
        same_age = letters if (letters, year) in bare else spoken(name)
        for mark in ((letters, row["phone"]), (same_age, year)):
            other = first.setdefault(mark, index)
            upper, lower = sorted((_head(heads, index), _head(heads, other)))
            heads[lower] = upper
    ids = [str(row["row_id"]) for row in volunteers]
    return {row_id: ids[_head(heads, index)] for index, row_id in enumerate(ids)}


def _head(heads: list[int], index: int) -> int:
    while heads[index] != index:
        heads[index] = heads[heads[index]]
        index = heads[index]
    return index
