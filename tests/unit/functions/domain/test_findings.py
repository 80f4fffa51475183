"""Findings and row counts as values."""

from datetime import date

from functions.domain.findings import Finding, History, Place, RowCount, total

PLACE = Place("705", "needs", "NC-705-001", "contact_phone", sheet_id=3, row=2, column=9)


def test_the_key_of_a_finding_outlives_the_cells_position() -> None:
    """A finding stays the same one when its row moves and when the value changes."""
    moved = Place("705", "needs", "NC-705-001", "contact_phone", sheet_id=3, row=40, column=1)
    before, after = Finding("bad_phone", PLACE, "091"), Finding("bad_phone", moved, "092")
    assert before.key == after.key == ("needs", "NC-705-001", "contact_phone", "bad_phone")


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


def test_the_first_night_of_a_finding_is_remembered() -> None:
    """A known finding keeps its first night and a new one starts today."""
    history = History({("NC-705-001", "Số điện thoại", "bad_phone"): date(2024, 8, 1)})
    today = date(2024, 8, 12)
    assert history.first_seen("NC-705-001", "Số điện thoại", "bad_phone", today) == date(2024, 8, 1)
    assert history.first_seen("NC-705-002", "Số điện thoại", "bad_phone", today) == today
