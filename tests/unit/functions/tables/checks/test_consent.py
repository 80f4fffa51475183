"""Nobody is processed without consent."""

import pytest

from functions.domain.workbook import Cell
from functions.tables.checks.consent import find
from tests.builders import good, tables, where


@pytest.mark.parametrize(
    ("birth_year", "consent", "guardian", "found"),
    [
        (2004, True, None, []),
        (2004, False, None, [("no_consent", 1, "consent")]),
        (2004, "chưa", "có", [("no_consent", 1, "consent")]),
        (2008, True, None, []),
        (2009, True, True, []),
        (2009, True, None, [("no_guardian_consent", 1, "guardian_consent")]),
        (2009, True, False, [("no_guardian_consent", 1, "guardian_consent")]),
        (2009, False, True, [("no_consent", 1, "consent")]),
    ],
)
def test_consent(
    birth_year: int, consent: Cell, guardian: Cell, found: list[tuple[str, int, str]]
) -> None:
    """A person's own consent is needed, and for whoever is under 16 a guardian's too."""
    row = good("volunteers", birth_year=birth_year, consent=consent, guardian_consent=guardian)
    assert where(find(tables(volunteers=[row]))) == found
