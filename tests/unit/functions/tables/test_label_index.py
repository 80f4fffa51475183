"""Columns are found by label, titles before aliases and earlier columns before later ones."""

from functions.tables.label_index import find_label, index_labels
from sheets_schema.model import Field

FIRST = Field("first", "Mạ", "text", aliases=("Chung", "Má"))
SECOND = Field("second", "Má", "int", aliases=("Chung", "Của hai"))


def test_titles_go_before_aliases() -> None:
    """A label that is one column's title is never another one's alias."""
    index = index_labels((FIRST, SECOND))
    assert find_label(index, "Má") is SECOND
    assert find_label(index, "chung") is FIRST
    assert find_label(index_labels((SECOND, FIRST)), "chung") is SECOND


def test_labels_that_differ_by_a_mark_alone() -> None:
    """Typed without diacritics, such a label names no column; any other one does."""
    index = index_labels((FIRST, SECOND))
    assert find_label(index, "Ma") is None
    assert find_label(index, "cua hai") is SECOND


def test_remarks_depend_on_the_kind_of_a_column() -> None:
    """Words that tell nothing new about a text may tell another number."""
    fields = (Field("a", "Lời", "text"), Field("b", "Số", "int"), Field("c", "Năm nay", "text"))
    index = index_labels(fields)
    assert find_label(index, "Lời (của huyện)") is fields[0]
    assert find_label(index, "Số (của huyện)") is None
    assert find_label(index, "Lời (năm nay)") is None


def test_documents_are_no_labels() -> None:
    """What is longer than any label is not looked at."""
    assert find_label(index_labels((FIRST,)), "Mạ" + " " * 200) is None
