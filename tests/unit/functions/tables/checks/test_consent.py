"""Nobody is processed without consent."""

import pytest

from functions.domain.workbook import Cell
from functions.tables.checks import run_checks
from functions.tables.checks.consent import find
from tests.builders import TAN_BIEN, good, joined, tables, where


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


@pytest.mark.parametrize(("guardian", "codes"), [(True, []), (None, ["may_be_under_16"])])
def test_a_guardian_who_agreed_is_not_asked_for(guardian: Cell, codes: list[str]) -> None:
    """The hint at somebody's age is gone once the guardian's consent stands beside it."""
    row = good("volunteers", birth_year=2008, guardian_consent=guardian)
    found = run_checks(*joined((TAN_BIEN, {"volunteers": [row]})))[1]
    assert [each.code for each in found if each.place.table == "volunteers"] == codes
