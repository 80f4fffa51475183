"""A unit answers: with rows, or by saying that it has none."""

from dataclasses import replace

import pytest

from functions.domain.findings import Finding
from functions.tables.checks.needs_declared import find
from functions.tables.frames import make_tables
from functions.tables.typed import Source
from tests.builders import SCHEMA, TODAY, WINDOW, Row, good, read_rows, read_tab, tab, table, where

BAD = good("needs", commune="?")


def said(*rows: Row, declared: int | None = None, name: str = "needs") -> list[Finding]:
    """Return what is said about a tab with these rows and this declaration."""
    reading = replace(read_rows(name, *rows), declared_none=declared)
    return list(find(make_tables(SCHEMA, TODAY, WINDOW, [reading])))


def test_an_answer_of_either_kind_is_enough() -> None:
    """Rows without a declaration, or a declaration without rows; rows with errors count."""
    assert said(good("needs")) == said(BAD) == said(declared=1) == []


@pytest.mark.parametrize("row", [good("needs"), BAD])
def test_rows_contradict_a_declaration(row: Row) -> None:
    """The warning stands at the declaration and says how many rows there are."""
    (finding,) = said(row, row, declared=7)
    assert where([finding]) == [("none_but_rows", 7, "")]
    assert finding.data == {"tab": "Nhu cầu", "count": "2"}
    assert finding.place.sheet_id == 102
    assert finding.place.column is not None


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("needs", ["not_answered"]),
        ("resources", ["not_answered"]),
        ("teams", []),
        ("reports", []),
    ],
)
def test_silence_is_a_hint(name: str, codes: list[str]) -> None:
    """Needs and resources are asked of every unit; teams and reports come with time."""
    found = said(name=name)
    assert [each.code for each in found] == codes
    assert all(each.place.row is None for each in found)


def test_nothing_is_said_of_a_tab_that_could_not_be_read_or_of_the_province() -> None:
    """Who has no such tab is not asked to fill it."""
    lost = read_tab(tab(table("teams")), table("needs"))
    assert list(find(make_tables(SCHEMA, TODAY, WINDOW, [lost]))) == []
    province = read_rows("needs", source=Source("705"))
    province = replace(province, source=Source("T"))
    assert list(find(make_tables(SCHEMA, TODAY, WINDOW, [province]))) == []
