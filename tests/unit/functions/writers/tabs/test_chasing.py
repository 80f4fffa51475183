"""«Đôn đốc»."""

from dataclasses import replace

import pytest

from functions.domain.night import Night
from functions.domain.summarise import Matter, Reminder
from functions.writers.tabs.chasing import content, detail
from tests.campaigns import make_unit, schema
from tests.nights import make_night

UNIT = make_unit()


def night_with(*reminders: Reminder) -> Night:
    """Return a night that has these things to say."""
    night = make_night()
    return replace(night, summary=replace(night.summary, reminders=reminders))


@pytest.mark.parametrize(
    ("matter", "items", "words"),
    [
        (Matter.UNREADABLE, ("no_link",), "chưa có liên kết bảng tính"),
        (Matter.NOT_REGISTERED, (), "hạn 12/08/2024"),
        (Matter.MISSING_REPORTS, ("NC-705-001", "NC-705-002"), "NC-705-001, NC-705-002"),
        (Matter.SET_ASIDE, (), "2 dòng, xem tab Lỗi cần sửa của đơn vị"),
        (Matter.UNTRAINED, ("DH-705-01",), "DH-705-01"),
    ],
)
def test_each_matter_says_what_it_is_about(
    matter: Matter, items: tuple[str, ...], words: str
) -> None:
    """A reminder names the reason, the deadline, the rows or the count."""
    assert detail(schema(), make_night(), Reminder(UNIT, matter, 2, items)) == words


def test_reminders_are_grouped_by_block_and_unit() -> None:
    """Blocks stand together, in them units, in these the most urgent matter first."""
    other = make_unit("706", name="Huyện đoàn Tân Châu", block="Khối 0")
    found = content(
        schema(),
        night_with(
            Reminder(UNIT, Matter.UNREADABLE, 1, ("no_link",)),
            Reminder(other, Matter.SET_ASIDE, 4),
            Reminder(other, Matter.NOT_REGISTERED, 1),
        ),
        "T",
    )
    assert [(each["block"], each["unit"], each["count"]) for each in found.rows] == [
        ("Khối 0", "Huyện đoàn Tân Châu", 1),
        ("Khối 0", "Huyện đoàn Tân Châu", 4),
        ("Khối 1", "Huyện đoàn Tân Biên", 1),
    ]
    assert found.info == "Đến 12/08/2024: 3 việc cần nhắc ở 2 đơn vị."


def test_the_message_is_ready_to_send() -> None:
    """It names the unit, the campaign, the matter, the days to answer and who asks."""
    (row,) = content(schema(), night_with(Reminder(UNIT, Matter.SET_ASIDE, 4)), "T").rows
    assert (row["board"], row["officer"]) == ("Ban Phong trào", "Lê Minh Tâm")
    assert str(row["message"]).split("\n") == [
        "Kính gửi Huyện đoàn Tân Biên,",
        "Về Mùa hè số năm 2024, hệ thống ghi nhận:",
        "- Dòng bị để riêng vì lỗi: 4 dòng, xem tab Lỗi cần sửa của đơn vị",
        "Đề nghị đơn vị xem tab Lỗi cần sửa và cập nhật trong 2 ngày.",
        "Trân trọng cảm ơn.",
        "Lê Minh Tâm, Ban Phong trào",
    ]


def test_a_block_that_nobody_follows_has_no_signature() -> None:
    """Without an entry for the block the message ends with the thanks."""
    unit = make_unit(block="Khối 9")
    (row,) = content(schema(), night_with(Reminder(unit, Matter.SET_ASIDE, 1)), "T").rows
    assert (row["board"], row["officer"]) == (None, None)
    assert str(row["message"]).endswith("Trân trọng cảm ơn.")
