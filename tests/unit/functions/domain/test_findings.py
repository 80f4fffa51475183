"""Findings and row counts as values."""

from functions.domain.findings import Finding, Place, RowCount, total

PLACE = Place("705", "needs", "NC-705-001", "contact_phone", sheet_id=3, row=2, column=9)


def test_what_people_typed_is_not_in_the_representation() -> None:
    """Neither the value nor the data of a finding can reach a log line."""
    shown = repr(Finding("bad_phone", PLACE, "0912345678", {"reason": "riêng tư"}))
    assert "0912345678" not in shown
    assert "riêng tư" not in shown


def test_every_row_is_accepted_or_set_aside() -> None:
    """Rows read are the sum of the rows accepted and the rows set aside."""
    count = RowCount(10, 7)
    assert count.set_aside == 3
    assert count.accepted + count.set_aside == count.read


def test_row_counts_add_up() -> None:
    """The total of counts adds each part; of no counts it is nothing."""
    assert total([RowCount(10, 7), RowCount(5, 5)]) == RowCount(15, 12)
    assert total([]) == RowCount()
