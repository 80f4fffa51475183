"""What a list of findings remembers of the night before."""

from datetime import date, timedelta

from functions.domain.history import History, LineKey

TODAY = date(2024, 8, 12)
LAST_WEEK = TODAY - timedelta(days=7)
PHONE = LineKey("Nhu cầu", "NC-705-001", "Số điện thoại", "bad_phone")
COUNT = LineKey("Nhu cầu", "NC-705-001", "Số buổi", "bad_number")
OTHER_ROW = LineKey("Nhu cầu", "NC-705-002", "Số buổi", "bad_number")
OTHER_TAB = LineKey("Đội hình", "DH-705-01", "Số máy tính", "negative")
LISTED = History(dict.fromkeys((PHONE, COUNT, OTHER_ROW, OTHER_TAB), LAST_WEEK))


def test_the_first_night_of_a_line_is_remembered() -> None:
    """A known line keeps its first night and a new one starts today."""
    assert LISTED.first_seen(PHONE, TODAY) == LAST_WEEK
    assert LISTED.first_seen(PHONE._replace(code="missing"), TODAY) == TODAY


def test_what_is_gone_was_mended_tonight() -> None:
    """Lines that are not found any more are shown with tonight's date, in their order."""
    fixed = LISTED.fixed_tonight({COUNT}, {COUNT}, TODAY)
    assert list(fixed.items()) == [(PHONE, TODAY), (OTHER_ROW, TODAY), (OTHER_TAB, TODAY)]


def test_mended_lines_stand_for_one_night() -> None:
    """A second run of the night shows them again, the next night does not."""
    history = History({COUNT: LAST_WEEK}, fixed={PHONE: TODAY})
    assert history.fixed_tonight({COUNT}, set(), TODAY) == {PHONE: TODAY}
    assert history.fixed_tonight({COUNT}, set(), TODAY + timedelta(days=1)) == {}


def test_what_is_broken_again_was_not_mended() -> None:
    """A line that is back is no longer shown as mended."""
    assert History(fixed={PHONE: TODAY}).fixed_tonight({PHONE}, {PHONE}, TODAY) == {}


def test_nobody_is_praised_for_what_a_new_error_hides() -> None:
    """A new error of a row hides what else was said of the row, and of no other row."""
    hiding = LineKey("Nhu cầu", "NC-705-001", "Đồng ý", "no_consent")
    assert LISTED.fixed_tonight({hiding}, {hiding}, TODAY).keys() == {OTHER_ROW, OTHER_TAB}


def test_a_tab_that_cannot_be_read_mends_nothing() -> None:
    """Without its header a tab has no findings, which is no merit."""
    lost = LineKey("Nhu cầu", "", "", "header_missing")
    assert LISTED.fixed_tonight({lost}, {lost}, TODAY).keys() == {OTHER_TAB}


def test_nothing_listed_nothing_mended() -> None:
    """The first night has nobody to thank."""
    assert History().fixed_tonight({PHONE}, {PHONE}, TODAY) == {}
