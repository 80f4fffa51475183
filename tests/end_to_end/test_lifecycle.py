"""Findings from night to night: new, open, explained, mended, and the sums below them."""

from datetime import timedelta
from typing import Any

from functions.domain.records import PROVINCE
from tests.province import NEED, SCHEMA, TODAY, Province

TOMORROW = TODAY + timedelta(days=1)
UNSURE = {**NEED, "sessions": "~2"}


def lines(province: Province, unit: str = "705") -> list[tuple[Any, Any]]:
    """Return code and state of every line of the list."""
    return [(row["code"], row["state"]) for row in province.rows(unit, "findings") if row["code"]]


def seen_beside(province: Province, number: int = 0) -> tuple[Any, Any]:
    """Return status and note of a numbered need."""
    tab, needs = province.tab("705", "needs"), SCHEMA.table("unit", "needs")
    return (
        tab.cell(number + 2, needs.column("status")),
        tab.cell(number + 2, needs.column("robot_note")) or "",
    )


def test_a_finding_is_new_for_as_long_as_its_list(province: Province) -> None:
    """It turns old when the list is renewed, and a day without edits renews nothing."""
    province.type("705", "needs", [UNSURE])
    province.night()
    assert lines(province) == [("approximate", "Mới")]

    assert province.night(today=TOMORROW).writes == 0

    province.type("705", "needs", [{**UNSURE, "contact_phone": "1"}])
    province.night(today=TOMORROW)
    assert lines(province) == [("bad_phone", "Mới"), ("approximate", "Còn mở")]


def test_an_explained_warning_is_settled(province: Province) -> None:
    """It stands below, the row counts as accepted, nobody is asked about it again."""
    province.type("705", "needs", [UNSURE])
    province.night()
    assert seen_beside(province)[0] == "Xem lại"

    province.type("705", "needs", [{"explanation": "đúng, vì tùy số người đến"}])
    report = province.night()

    assert lines(province) == [("approximate", "Đã giải trình")]
    assert seen_beside(province) == ("Đã nhận", "")
    assert (report.warnings, report.needs_met) == (0, 1)
    assert province.night(today=TOMORROW).writes == 0


def test_another_value_must_be_explained_anew(province: Province) -> None:
    """The words that were there before do not speak of it; other words do."""
    explained = {**UNSURE, "explanation": "đúng, vì tùy số người đến"}
    province.type("705", "needs", [explained])
    province.night()
    province.type("705", "needs", [{"sessions": "~3"}])
    province.night()
    assert lines(province) == [("approximate", "Mới")]
    assert seen_beside(province)[0] == "Xem lại"

    province.type("705", "needs", [{"explanation": "đúng, xã đã đếm lại"}])
    province.night()
    assert lines(province) == [("approximate", "Đã giải trình")]


def test_an_error_cannot_be_explained_away(province: Province) -> None:
    """The row stays set aside."""
    province.type("705", "needs", [{**NEED, "contact_phone": "1", "explanation": "đúng"}])
    report = province.night()
    assert lines(province) == [("bad_phone", "Mới")]
    assert (report.errors, report.rows["needs"].set_aside) == (1, 1)


def test_what_was_mended_is_shown_for_one_night(province: Province) -> None:
    """The unit reads that it is done; a second run writes nothing, the next day clears the list."""
    province.type("705", "needs", [{"contact_phone": "1"}])
    province.night()
    province.type("705", "needs", [{"contact_phone": "0912345678"}])
    assert province.night().workbooks_written == ("705", PROVINCE)
    assert lines(province) == [("bad_phone", "Đã sửa đêm qua")]
    assert seen_beside(province) == ("Đã nhận", "")
    assert province.night().writes == 0

    assert province.night(today=TOMORROW).workbooks_written == ("705", PROVINCE)
    assert lines(province) == []
    assert province.night(today=TOMORROW).writes == 0


def test_a_lost_header_mends_nothing(province: Province) -> None:
    """What cannot be read any more is not called done."""
    province.type("705", "needs", [{"contact_phone": "1"}])
    province.night()
    province.change("705", {"deleteSheet": {"sheetId": province.sheet("705", "needs")}})
    province.night()
    assert lines(province) == [("tab_missing", "Mới")]


def test_the_sums_of_the_rows_stand_below(province: Province) -> None:
    """Each tab says how many rows were read, accepted and set aside, and what the others were."""
    province.type("705", "needs", [{**NEED, "contact_phone": "1"}], at=1)
    province.night()
    sums = {
        row["tab"]: row["problem"]
        for row in province.rows("705", "findings")
        if row["problem"] and not row["code"]
    }
    assert sums["Nhu cầu"] == (
        "Nhu cầu: đọc 2 dòng = nhận 1 + để riêng 1 (dòng 4); ngoài ra 1 dòng ví dụ (2)."
    )
    assert list(sums) == [each.title for each in SCHEMA.book("unit") if each.prefix]
    own = [row["tab"] for row in province.rows(PROVINCE, "findings") if row["problem"]]
    assert own == [each.title for each in SCHEMA.book("province") if each.name in SUMMED]


SUMMED = {"units", "blocks", "targets", "volunteers", "teams", "trainings", "visits"}
