"""What every row of a tab was taken for."""

from functions.domain.findings import RowCount, Tally
from functions.tables.checks import run_checks
from functions.tables.frames import make_tables
from functions.tables.row_kinds import RowKind
from functions.tables.tally import tally
from functions.tables.typed import Source, TableReading
from tests.builders import SCHEMA, TODAY, WINDOW, Row, good, read_rows, table


def tallied(name: str, *rows: Row) -> Tally:
    """Return the tally of one tab of one unit."""
    names = [each.name for each in SCHEMA.book("unit") if each.prefix]
    readings = [read_rows(each, *(rows if each == name else ())) for each in names]
    found = [each for reading in readings for each in reading.findings]
    accepted, _ = run_checks(make_tables(SCHEMA, TODAY, WINDOW, readings), found)
    return tally(readings, accepted)["705", name]


def test_rows_read_are_accepted_or_set_aside() -> None:
    """The rows that errors keep out are named; errors of cells and of checks count alike."""
    found = tallied(
        "volunteers",
        good("volunteers", 1),
        good("volunteers", 2, phone="1"),
        good("volunteers", 3, consent=False),
    )
    assert found == Tally(RowCount(3, 1), (2, 3))


def test_rows_that_hold_no_data_are_named_by_kind() -> None:
    """The example and a subtotal are no data; a blank row is nothing."""
    blank = {"need_id": "NC-705-002"}
    found = tallied(
        "needs",
        {"need_id": "VD", "commune": "Xã Tân Lập"},
        good("needs"),
        blank,
        {"need_id": "NC-705-003", "commune": "Tổng cộng", "expected_beneficiaries": 200},
    )
    assert found.count == RowCount(1, 1)
    assert found.others == {RowKind.EXAMPLE: (1,), RowKind.SUBTOTAL: (4,)}


def test_a_tab_that_cannot_be_read_has_no_tally() -> None:
    """Of rows that nobody could read nothing is claimed."""
    lost = TableReading(Source("705"), table("needs"), None)
    accepted = make_tables(SCHEMA, TODAY, WINDOW, [lost])
    assert tally([lost], accepted) == {}
