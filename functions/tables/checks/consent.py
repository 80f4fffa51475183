"""A person who has not agreed, or a child whose guardian has not, is not processed at all."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.tables.frames import Tables

CODES = ("no_consent", "no_guardian_consent")
ASKED = ("under_16", "may_be_under_16")
"""What the cell with the year of birth asks for, and the guardian's consent answers."""

_ADULT_FOR_DATA = 16


def find(tables: Tables) -> Iterator[Finding]:
    """Yield volunteers without their own consent, and children without a guardian's."""
    for row in tables.rows("volunteers"):
        if row["consent"] is not True:
            yield Finding("no_consent", tables.place("volunteers", row, "consent"))
        elif _is_child(tables, row["birth_year"]) and row["guardian_consent"] is not True:
            place = tables.place("volunteers", row, "guardian_consent")
            yield Finding("no_guardian_consent", place)


def guardians_agreed(tables: Tables) -> set[tuple[str, str, int]]:
    """Return the rows of volunteers, by owner, table and row, whose guardians have agreed."""
    return {
        (str(row["owner"]), "volunteers", row["row"])
        for row in tables.rows("volunteers")
        if row["guardian_consent"] is True
    }


def _is_child(tables: Tables, birth_year: object) -> bool:
    last = tables.campaign.last.year
    return isinstance(birth_year, int) and birth_year > last - _ADULT_FOR_DATA
