"""The right tab is read, and rows in a copy of it are not lost in silence."""

from dataclasses import replace

import pytest

from functions.domain.findings import Place
from functions.domain.workbook import Tab
from functions.tables.tabs import find_tab, tab_findings
from tests.builders import SCHEMA, book, good, grid_tab, tab, table

NEEDS = table("needs")


def titled(title: str, index: int = 2, key: str = "", rows: int = 1) -> Tab:
    """Return a tab of needs with this title and so many rows."""
    one = tab(NEEDS, *(good("needs", number) for number in range(rows)), title=title)
    return replace(one, index=index, key=key, sheet_id=100 + index)


def said(*tabs: Tab) -> list[tuple[str, str, str]]:
    """Return what is said of the tabs as (code, shown title, count of rows)."""
    found = tab_findings(book(*tabs), NEEDS, SCHEMA, Place("705", "needs"))
    return [(each.code, each.value, each.data.get("count", "")) for each in found]


@pytest.mark.parametrize(
    "title",
    [
        "Bản sao của Nhu cầu",
        "Bản sao của Nhu cầu 1",
        "Bản sao của Bản sao của Nhu cầu",
        "Copy of Nhu cầu",
        "Copy of Nhu cầu (2)",
        "Nhu cầu (2)",
        "Nhu cầu 1",
        "Nhu cầu - Copy",
        "NHU CẦU (bản sao)",
        "ban sao nhu cau",
    ],
)
def test_copies_are_known_by_their_titles(title: str) -> None:
    """The original is read, a copy with rows is named; alone, the copy is read as renamed."""
    original, copy = titled("Nhu cầu", 5), titled(title, 1, rows=3)
    assert find_tab(book(copy, original), NEEDS) is original
    assert said(copy, original) == [("tab_copied", title, "3")]
    assert find_tab(book(copy), NEEDS) is copy
    assert said(copy) == [("tab_renamed", title, "")]


@pytest.mark.parametrize(
    "title", ["Nhu cầu khác", "Nhu cầu đợt 2", "Copy", "Bản sao của", "2", "Nhu cầu 2024"]
)
def test_titles_of_something_else(title: str) -> None:
    """A tab that only resembles a copy is not taken for one."""
    assert find_tab(book(titled(title)), NEEDS) is None
    assert said(titled(title), titled("Nhu cầu")) == []


def test_metadata_may_be_on_both() -> None:
    """Of two tabs with the key the exact title is meant, then the first that is no copy."""
    copy, original = titled("Bản sao của Nhu cầu", 0, "needs"), titled("Nhu cầu", 1, "needs")
    assert find_tab(book(copy, original), NEEDS) is original
    first, second = titled("Cũ", 0, "needs"), titled("Mới", 1, "needs")
    assert find_tab(book(second, first), NEEDS) is first
    assert said(second, first) == [("tab_renamed", "Cũ", ""), ("tab_copied", "Mới", "1")]
    renamed = titled("Đề nghị", 3, "needs")
    assert find_tab(book(copy, renamed), NEEDS) is renamed


def test_the_key_goes_before_the_title() -> None:
    """A renamed original is read before a tab that took its title."""
    renamed, other = titled("Đề nghị", 3, "needs"), titled("Nhu cầu", 1)
    assert find_tab(book(other, renamed), NEEDS) is renamed


def test_a_tab_that_is_marked_as_another() -> None:
    """A title does not make a tab what its key denies."""
    assert find_tab(book(titled("Nhu cầu", key="reports")), NEEDS) is None


def test_a_title_without_diacritics() -> None:
    """A title is read in capitals and without diacritics, and shown as it is."""
    assert said(titled("NHU CAU")) == [("tab_renamed", "NHU CAU", "")]


def test_copies_without_rows_are_left_alone() -> None:
    """A copy in which nobody typed, be it numbered or without header, is no news."""
    numbered = tab(NEEDS, {"need_id": "NC-705-001"}, {"need_id": "NC-705-002"}, title="Nhu cầu (2)")
    example = tab(NEEDS, {**good("needs"), "need_id": "VD"}, title="Nhu cầu (3)")
    blank = grid_tab(NEEDS, [], title="Nhu cầu (4)")
    assert said(titled("Nhu cầu"), numbered, example, blank) == []
    half = tab(NEEDS, {"need_id": "NC-705-001", "commune": "Tân Hà"}, title="Nhu cầu (5)")
    assert said(titled("Nhu cầu"), half) == [("tab_copied", "Nhu cầu (5)", "1")]


def test_no_tab_at_all() -> None:
    """A tab that was deleted is missed by its title."""
    (finding,) = tab_findings(book(), NEEDS, SCHEMA, Place("705", "needs"))
    assert (finding.code, finding.data) == ("tab_missing", {"tab": "Nhu cầu"})
