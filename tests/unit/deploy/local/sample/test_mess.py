"""The mess is of the promised amount, and each habit keeps what the cell says."""

from collections import Counter
from datetime import date

import pytest

from deploy.local.sample import Cell, SampleCampaign
from deploy.local.sample.dice import dice, serial
from deploy.local.sample.labels import districts
from deploy.local.sample.mess.dates import odd_date, odd_range
from deploy.local.sample.mess.habits import Spot, retyped
from deploy.local.sample.mess.layout import with_gap, with_tail
from deploy.local.sample.mess.planted import CLASSICS, MISTAKES
from deploy.local.sample.mess.spelling import new_tone_placement, without_diacritics
from sheets_schema.schema import load


def spellings(
    table: str, field: str, clean: Cell, *, above: Cell = "", unit: str = "709"
) -> set[Cell]:
    """Everything that many people make of one clean cell."""
    district = next((each for each in districts() if each.code == unit), None)
    column = load().table("unit", table).field(field)
    rng = dice(1)
    return {retyped(clean, Spot(column, above, district, rng)) for _ in range(400)}


def test_share_of_odd_cells(campaign: SampleCampaign) -> None:
    """Between two and five cells in a hundred are typed the way people type."""
    cells = sum(
        len(row) for tables in campaign.books.values() for rows in tables.values() for row in rows
    )
    odd = {(each.book, each.table, each.index, each.field) for each in campaign.oddities}
    assert 0.02 < len(odd) / cells < 0.05


def test_every_planned_mistake_is_made(campaign: SampleCampaign) -> None:
    """Each planned mistake is in its column, and nowhere else but in the report sent twice."""
    made = Counter(
        (each.book, each.table, each.field) for each in campaign.oddities if each.kind == "mistake"
    )
    planned = Counter((each.book, each.table, each.field) for each in MISTAKES)
    assert made == planned + Counter({("710", "reports", "activity"): 1})


def test_mistakes_contradict_or_cannot_be_read(campaign: SampleCampaign) -> None:
    """The cells of a few known mistakes are as planned."""
    cells = {
        (each.book, each.table, each.field): campaign.books[each.book][each.table][each.index]
        for each in campaign.oddities
        if each.kind == "mistake"
    }
    report = cells["706", "reports", "youth"]
    parts = sum(int(report[group]) for group in ("youth", "citizens", "officials"))
    assert parts == int(report["beneficiaries"]) + 10
    assert len(str(cells["703", "volunteers", "phone"]["phone"])) == 9
    assert str(cells["708", "teams", "members"]["members"]).endswith("TNV-708-999")
    assert "limits" not in cells["709", "reports", "limits"]


def test_classic_habits_are_always_there(campaign: SampleCampaign) -> None:
    """Each classic stands in its column, in a row of its own."""
    habits = {(each.book, each.table, each.field): each for each in campaign.oddities}
    made = [habits[each.book, each.table, each.field] for each in CLASSICS]
    assert {each.kind for each in made} == {"habit"}
    typed = [str(campaign.books[each.book][each.table][each.index][each.field]) for each in made]
    everything = "\n".join(
        str(campaign.books[each.book][each.table][each.index].get(each.field))
        for each in campaign.oddities
    )
    assert len(typed) == len(CLASSICS)
    for classic in ("P.", "~", "khoảng ", ", TX. Hoà Thành", "DVC, VNeID mức 2, TTKDTM"):
        assert classic in everything


def test_blank_rows_and_sums(campaign: SampleCampaign) -> None:
    """Blank rows stand in the middle, sums and the repeated report at the end."""
    assert campaign.books["705"]["needs"][6] == {}
    total = campaign.books["707"]["needs"][-1]
    assert total["commune"] == "Cộng:"
    assert set(total) == {"commune", "expected_beneficiaries"}
    *_, before, last = campaign.books["710"]["reports"]
    assert before["date_range"] == last["date_range"]
    assert before["team"] == last["team"]


def test_layout_leaves_other_tabs_alone() -> None:
    """A tab without a gap, a sum or a repeated row keeps its rows."""
    assert with_gap("703", "needs", [1, 2]) == [1, 2]
    assert with_gap("709", "resources", [1, 2, 3, 4]) == [1, 2, 3, None, 4]
    assert with_tail("703", "needs", [{"commune": "Phường 1"}]) == ({"commune": "Phường 1"},)


def test_phones() -> None:
    """A phone is dotted, spaced, prefixed, remembered as of 2018, or loses its zero."""
    assert spellings("needs", "contact_phone", "0381234567") == {
        "0381.234.567",
        "0381 234 567",
        "+84381234567",
        "0381234567 (Zalo)",
        "ĐT: 0381234567",
        381234567,
        "01681234567",
    }
    assert "0912345678" not in spellings("needs", "contact_phone", "0912345678")


def test_communes() -> None:
    """A commune is abbreviated, stripped of its marks, followed by its district, or repeated."""
    typed = spellings("needs", "commune", "Phường Long Hoa", above="Phường Long Hoa")
    assert {
        "P.Long Hoa",
        "Phuong Long Hoa",
        "phường long hoa",
        "Phường Long Hoa, TX. Hoà Thành",
        "nt",
    } <= typed
    assert "Xã Long Thành Nam, huyện Gò Dầu" in spellings(
        "needs", "commune", "Xã Long Thành Nam", unit="710"
    )
    assert "TT. Gò Dầu" in spellings("needs", "commune", "Thị trấn Gò Dầu", unit="710")
    assert not any("," in str(each) for each in spellings("needs", "commune", "Xã Phan", unit=""))


def test_numbers() -> None:
    """A number gains a word, a doubt, a space, a zero, or the letter O."""
    assert spellings("needs", "expected_beneficiaries", 200) == {
        "200 lượt",
        " 200 ",
        "200",
        200.0,
        "hơn 200",
        "~200",
        "khoảng 200 lượt",
        "2O0",
    }
    assert spellings("reports", "youth", 5) == {"5 người", " 5 ", "05", 5.0}


def test_birth_years() -> None:
    """A year of birth comes in words or as a whole date."""
    typed = {str(each) for each in spellings("volunteers", "birth_year", 2004)}
    assert "sinh năm 2004" in typed
    assert all(each.endswith("2004") for each in typed)


def test_choices() -> None:
    """A choice comes as an alias, with other separators, or in lower case."""
    typed = spellings("needs", "topics", "Lập trình cơ bản; Tin học văn phòng")
    assert {
        "Scratch; Tin học văn phòng",
        "Lập trình cơ bản, Tin học văn phòng",
        "Lập trình cơ bản + Tin học văn phòng",
        "Lập trình cơ bản\nTin học văn phòng",
        "lập trình cơ bản; tin học văn phòng",
    } <= typed
    assert spellings("needs", "activity_type", "không có trong danh sách") == {
        "không có trong danh sách"
    }


def test_answers() -> None:
    """Yes and no come as marks, words or ticked boxes."""
    assert spellings("volunteers", "laptop", "Có") == {"x", "X", "v", "có", True}
    assert spellings("volunteers", "laptop", "Không") == {"không", "chưa", False}


def test_a_cell_that_no_habit_changes_stays() -> None:
    """A cell without any other spelling is left as it is."""
    assert spellings("needs", "priority", "x") == {"x"}


@pytest.mark.parametrize(
    ("clean", "expected"),
    [
        ("15/08/2024 - 18/08/2024", "15-18/8"),
        ("05/08/2024 - 07/08/2024", "từ 05 đến 07/8/2024"),
        ("28/07/2024 - 02/08/2024", "Từ ngày 28/7 đến ngày 02/08/2024"),
        ("05/08/2024", "5.8.2024"),
        ("05/08/2024", serial(date(2024, 8, 5))),
    ],
)
def test_ranges(clean: str, expected: Cell) -> None:
    """Days are written as officers write them."""
    rng = dice(1)
    assert expected in {odd_range(clean, rng) for _ in range(200)}


def test_dates() -> None:
    """A date cell is typed as text in four ways."""
    rng = dice(1)
    assert {odd_date(45511.0, rng) for _ in range(100)} == {
        "7/8",
        "07.08.24",
        "ngày 7 tháng 8 năm 2024",
        "7-8-2024",
    }


def test_spelling() -> None:
    """Tones move only where the two schools differ; diacritics go all at once."""
    assert new_tone_placement("Hòa Thành, thủy, khỏe, mùa, quý") == (
        "Hoà Thành, thuỷ, khoẻ, mùa, quý"
    )
    assert without_diacritics("Đôn Thuận") == "Don Thuan"
