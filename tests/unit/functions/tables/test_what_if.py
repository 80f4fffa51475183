"""Changes in plain words: what is understood, and what is said of the rest."""

from collections.abc import Callable
from datetime import date

import pytest

from functions.domain.records import Campaign, Window
from functions.domain.what_if import (
    Known,
    beds_counted,
    need_cancelled,
    need_moved,
    team_drops_out,
    team_only,
)
from functions.tables.what_if import KINDS, read_change
from functions.tables.what_if_names import NotUnderstoodError
from tests.campaigns import (
    COMMUNE,
    TODAY,
    make_campaign,
    make_need,
    make_team,
    schema,
)
from tests.nights import make_entry

TEAM, NEED = "DH-705-02", "NC-705-001"
EARLY, LATE = date(2024, 8, 10), date(2024, 8, 20)
DAYS = Window(EARLY, LATE)

OUT = "Đội DH-705-02 (Đội Mùa hè số 705.2) nghỉ từ 10/08/2024."
ONLY = "Đội DH-705-02 (Đội Mùa hè số 705.2) chỉ đi được từ 05/08/2024 đến 09/08/2024."
CANCELLED = "Nhu cầu NC-705-001 (Xã Tân Lập) hủy."
MOVED = "Nhu cầu NC-705-001 (Xã Tân Lập) đổi thời gian: từ 12/08/2024 đến 20/08/2024."
BEDS = "Xã Tân Lập có 12 chỗ nghỉ."


@pytest.fixture
def campaign() -> Campaign:
    """Two needs in one commune, two teams."""
    return make_campaign(
        needs=(make_need(1), make_need(2)),
        teams=(make_team(1), make_team(2, unit="T"), make_team(2)),
    )


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("team DH-705-02 drops out on 10/8", OUT),
        ("Team dh-705-2 dropped out from 2024-08-10 onwards.", OUT),
        ("đội DH-705-02 nghỉ từ 10/8", OUT),
        ("doi hinh DH 705 02 xin nghi han tu ngay 10/8/2024 tro di", OUT),
        ("ĐH-705-02 không đi được từ 10.8", OUT),
        ("Từ 10/8, đội DH-705-02 nghỉ!", OUT),
        ("team DH-705-02 only from 5/8 to 9/8", ONLY),
        ("đội DH-705-02 chỉ đi được từ 5/8 đến hết 9/8", ONLY),
        ("DH-705-02: 5/8-9/8", ONLY),
        ("need NC-705-001 is cancelled", CANCELLED),
        ("nhu cầu NC-705-001 huỷ", CANCELLED),
        ("nhu cau NC-705-1 bi huy bo", CANCELLED),
        ("Hủy NC-705-001", CANCELLED),
        ("need NC-705-001 from 12/8 to 20/8", MOVED),
        ("nhu cầu NC-705-001 đổi thời gian sang 12/8 - 20/8", MOVED),
        ("NC-705-001 lùi ngày từ ngày 12/8 đến ngày 20/8/2024", MOVED),
        ("commune 25489 has 12 beds", "Xã Tân Bình có 12 chỗ nghỉ."),
        (f"xã {COMMUNE} có 12 chỗ nghỉ", BEDS),
        (f"XA {COMMUNE} chi con 12 giuong", BEDS),
    ],
)
def test_forms_in_both_languages(campaign: Campaign, typed: str, sentence: str) -> None:
    """Case, marks, blanks and how a day is written do not matter; the answer shows is read."""
    assert read_change(typed, schema(), campaign).sentence == sentence


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("đội DH-705-09 nghỉ từ 10/8", ["DH-705-09", "DH-705-01; DH-705-02"]),
        ("need NC-706-001 is cancelled", ["NC-706-001", "NC-705-001"]),
        ("xã Tân Lậb có 3 giường", ["xã Tân Lậb", "Xã Tân Lập, Huyện Tân Biên (25489)"]),
        ("Tân Bình có 3 giường", ["Xã Tân Bình, Huyện Tân Biên (25495)", "Xin ghi mã"]),
        ("đội DH-705-02 nghỉ từ 31/2", ["«31/2»"]),
        ("đội DH-705-02 nghỉ từ 10/8/2042", ["«10/8/2042»"]),
        ("NC-705-001 từ 20/8 đến 12/8", ["12/08/2024", "20/08/2024"]),
    ],
)
def test_what_there_is_not_is_named(campaign: Campaign, typed: str, words: list[str]) -> None:
    """An unknown id comes with the nearest known ones, a wrong day with itself."""
    with pytest.raises(NotUnderstoodError) as caught:
        read_change(typed, schema(), campaign)
    assert all(word in str(caught.value) for word in words)


@pytest.mark.parametrize("typed", ["", "xin chào", "đội DH-705-02 nghỉ", "xã Tân Lập có 0 giường"])
def test_anything_else_is_answered_with_the_forms(campaign: Campaign, typed: str) -> None:
    """Every kind of change has its example in the answer."""
    with pytest.raises(NotUnderstoodError) as caught:
        read_change(typed, schema(), campaign)
    lines = str(caught.value).splitlines()
    assert lines[0].startswith(f"Không hiểu «{typed}»")
    assert lines[1:] == [schema().text(f"what_if.{each.code}_form") for each in KINDS]


@pytest.mark.parametrize("kind", [each.code for each in KINDS])
def test_the_examples_are_understood(kind: str) -> None:
    """Whoever types an example with ids of the campaign is understood."""
    campaign = make_campaign(needs=(make_need(1),), teams=(make_team(2, unit="703"),))
    examples = schema().text(f"what_if.{kind}_form").split("«")[1:]
    sentences = {
        read_change(each.partition("»")[0], schema(), campaign).sentence for each in examples
    }
    assert (len(examples), len(sentences)) == (2, 1)


def test_one_of_several_communes_of_a_name_is_the_one_with_needs() -> None:
    """Where a name is not enough, the commune that asks for teams is meant."""
    campaign = make_campaign(needs=(make_need(commune="25495"),))
    change = read_change("xã Tân Bình có 7 chỗ", schema(), campaign).change
    after = change(Known(campaign, (), TODAY)).campaign
    assert [(each.commune, each.quantity) for each in after.resources] == [("25495", 7)]


@pytest.mark.parametrize(
    ("typed", "change"),
    [
        ("đội DH-705-02 nghỉ từ 10/8", lambda known: team_drops_out(known, TEAM, EARLY)),
        ("đội DH-705-02 từ 10/8 đến 20/8", lambda known: team_only(known, TEAM, DAYS)),
        ("hủy NC-705-001", lambda known: need_cancelled(known, NEED)),
        ("NC-705-001 từ 10/8 đến 20/8", lambda known: need_moved(known, NEED, DAYS)),
        (f"xã {COMMUNE} có 3 chỗ", lambda known: beds_counted(known, COMMUNE, 3)),
    ],
)
def test_each_form_leads_to_its_change(
    campaign: Campaign, typed: str, change: Callable[[Known], Known]
) -> None:
    """What was named is what changes."""
    known = Known(campaign, (make_entry(),), TODAY)
    assert read_change(typed, schema(), campaign).change(known) == change(known) != known
