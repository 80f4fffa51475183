"""The schema answers by name and refuses names that it does not have."""

import pytest

from sheets_schema.model import ChoiceList, ListItem, TableKind
from sheets_schema.schema import load

SCHEMA = load()


def test_tabs_by_name() -> None:
    """A tab is known by its workbook and its name."""
    assert SCHEMA.table("unit", "needs").title == "Nhu cầu"
    assert SCHEMA.table("province", "teams").book == "province"
    with pytest.raises(KeyError, match="needs"):
        SCHEMA.table("province", "needs")


def test_tabs_in_order() -> None:
    """The tabs of a workbook come in the order in which they stand."""
    names = [each.name for each in SCHEMA.book("unit")]
    assert names[:3] == ["guide", "needs", "resources"]
    assert names[-1] == "lists"


def test_columns_by_name() -> None:
    """A column is known by its name, and so is its place."""
    needs = SCHEMA.table("unit", "needs")
    assert (needs.field("topics").title, needs.column("topics")) == ("Nội dung đề nghị hỗ trợ", 4)
    with pytest.raises(KeyError, match="topic"):
        needs.field("topic")


def test_ids_of_rows() -> None:
    """An id has the prefix of the tab, the unit and a number of the tab's width."""
    assert SCHEMA.table("unit", "needs").row_id("705", 7) == "NC-705-007"
    assert SCHEMA.table("unit", "teams").row_id("T", 12) == "DH-T-12"
    assert SCHEMA.table("unit", "teams").row_id("T", 120) == "DH-T-120"


def test_id_columns() -> None:
    """Tabs that people fill have an id column, the others have none."""
    for table in SCHEMA.tables:
        has_id = table.kind in (TableKind.INPUT, TableKind.LEDGER)
        assert (table.id_field is not None) is has_id


def test_labels() -> None:
    """A code has its label; a code that is not in the list has none."""
    choices = ChoiceList("l", "L", (ListItem("a", "Một"), ListItem("b", "Hai")))
    assert [choices.label(each) for each in ("a", "b")] == ["Một", "Hai"]
    with pytest.raises(KeyError, match="c"):
        choices.label("c")


def test_texts() -> None:
    """Words are filled in by name; words that are not there are an error."""
    assert SCHEMA.text("common.suggestion", suggestion="x") == " Ý bạn là «x»?"
    with pytest.raises(KeyError):
        SCHEMA.text("common.nothing")
