"""The column «Giải trình»."""

import pytest

from functions.tables.campaign import CampaignTables, read_campaign
from functions.tables.explanations import FIELD, read_explanations
from sheets_schema.model import FilledBy, Table, TableKind
from tests.builders import (
    SCHEMA,
    SETTINGS,
    TODAY,
    book,
    cells_of,
    good,
    grid_tab,
    province,
    tab,
    table,
    unit_book,
)


def campaign() -> CampaignTables:
    """Return a province with one unit."""
    return read_campaign(SCHEMA, province([good("units", explanation="đúng, mới lập")]), TODAY)


@pytest.mark.parametrize(
    "kind",
    [each for each in SCHEMA.tables if each.kind is TableKind.INPUT],
    ids=lambda each: f"{each.book}-{each.name}",
)
def test_every_tab_that_people_fill_has_the_column(kind: Table) -> None:
    """It is the last column of the people's own, and may stay empty."""
    own = [each for each in kind.fields if each.filled_by is FilledBy.PEOPLE]
    assert (own[-1].name, own[-1].kind, own[-1].required) == (FIELD, "text", False)


def test_explanations_are_read_by_row() -> None:
    """Every row with an id says something or nothing, also one that an error keeps out."""
    rows = [
        good("needs", 1, explanation="đúng, vì ước tính"),
        good("needs", 2, contact_phone="1", explanation=" đúng, số cũ "),
        good("needs", 3),
    ]
    texts = read_explanations(campaign().with_units({"705": unit_book(needs=rows)}))
    assert {key: text for key, text in texts.items() if key[0] == "705"} == {
        ("705", "needs", "NC-705-001"): "đúng, vì ước tính",
        ("705", "needs", "NC-705-002"): "đúng, số cũ",
        ("705", "needs", "NC-705-003"): "",
    }
    assert texts["T", "units", "705"] == "đúng, mới lập"


def test_the_upper_of_two_rows_speaks() -> None:
    """A row that was copied with its id does not speak for the row that it came from."""
    rows = [good("needs", explanation="đúng"), good("needs", explanation="khác")]
    texts = read_explanations(campaign().with_units({"705": unit_book(needs=rows)}))
    assert texts["705", "needs", "NC-705-001"] == "đúng"


def test_a_row_without_an_id_is_left_out() -> None:
    """Nobody could tell tomorrow which row it was."""
    rows = [{**good("units"), "code": None}]
    texts = read_explanations(read_campaign(SCHEMA, province(rows), TODAY))
    assert not any(key[1] == "units" for key in texts)


def test_settings_can_be_explained_too() -> None:
    """The province's settings are rows like all others."""
    lines = [{"setting": name, "value": cell} for name, cell in SETTINGS.items()]
    lines[0]["explanation"] = "đúng, tên tạm"
    whole = province()
    kind = table("settings", "province")
    tabs = [tab(kind, *lines) if each.title == kind.title else each for each in whole.tabs]
    texts = read_explanations(read_campaign(SCHEMA, book(*tabs), TODAY))
    assert texts["T", "settings", "campaign_name"] == "đúng, tên tạm"


def test_without_the_column_nothing_is_known() -> None:
    """Rows of a tab whose column is gone are left out rather than taken for silent."""
    needs = table("needs")
    at = needs.column(FIELD)
    rows = [[each.title for each in needs.fields], list(cells_of(needs, good("needs")))]
    changed = book(grid_tab(needs, [row[:at] + row[at + 1 :] for row in rows]))
    texts = read_explanations(campaign().with_units({"705": changed}))
    assert not any(key[0] == "705" for key in texts)
