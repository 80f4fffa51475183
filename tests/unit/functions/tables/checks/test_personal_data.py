"""Free text that identifies a person is pointed out and copied nowhere."""

import pytest

from functions.domain.workbook import Cell
from functions.tables.checks.personal_data import CODES, find
from functions.tables.frames import make_tables
from functions.tables.typed import Source
from tests.builders import (
    GOOD,
    SCHEMA,
    TODAY,
    WINDOW,
    good,
    read_rows,
    rows_where,
    table,
    tables,
    typed_fields,
)

INPUTS = ("needs", "resources", "volunteers", "teams", "trainings", "reports")
TEXT = "Chị Ba 0912345678"


@pytest.mark.parametrize("name", INPUTS)
def test_every_free_text_of_a_unit_is_read(name: str) -> None:
    """Each column of text of each tab is looked at, also in a row with other errors."""
    columns = [each.name for each in typed_fields(table(name)) if each.kind == "text"]
    assert "note" in columns or name == "reports"
    for column in columns:
        reading = read_rows(name, good(name, **{column: TEXT}))
        found = list(find(make_tables(SCHEMA, TODAY, WINDOW, [reading])))
        assert [(each.code, each.place.field, each.value) for each in found] == [
            ("personal_phone", column, "")
        ]
        assert "0912345678" not in str(found[0].data)


def test_the_provinces_tabs_are_read() -> None:
    """What the province notes about a visit is free text too."""
    reading = read_rows("visits", good("visits", unit="T", follow_up=TEXT), source=Source("T"))
    found = find(make_tables(SCHEMA, TODAY, WINDOW, [reading]))
    assert rows_where(found) == [("personal_phone", "GS-T-001", "follow_up")]


def test_columns_that_ask_for_it_are_left_alone() -> None:
    """Contacts and links are no free text, and good rows have nothing in them."""
    for name in INPUTS:
        assert list(find(tables(**{name: [GOOD[name] | good(name)]}))) == []
    evidence = "https://anh.doan.example/0912345678"
    assert list(find(tables(reports=[good("reports", evidence=evidence)]))) == []


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("0912345678", "personal_phone"),
        ("CMND 290123456", "personal_card"),
        ("sinh ngày 15/7/2005", "personal_birth_date"),
        ("ba@doan.example", "personal_email"),
        ("STK 5700205123456", "personal_account"),
        (912345678, "personal_phone"),
    ],
)
def test_each_kind_has_its_own_words(cell: Cell, code: str) -> None:
    """A number, a date or an address is called what it is; all of them are warnings."""
    found = list(find(tables(needs=[good("needs", note=cell)])))
    assert rows_where(found) == [(code, "NC-705-001", "note")]
    assert {SCHEMA.findings[each].severity for each in CODES} == {"warning"}
