"""The sample is the same every time, has the promised size, and hangs together."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from deploy.local.sample import Row, SampleCampaign, generate
from deploy.local.sample.dice import serial
from deploy.local.sample.labels import answer, communes, label
from deploy.local.sample.mess.dates import read_range
from deploy.local.sample.mess.typist import is_entry
from sheets_schema.model import Table
from sheets_schema.schema import load

UNIT_CODES = ["703", "705", "706", "707", "708", "709", "710", "711", "712"]
SILENT = "711"


def described(book: str, name: str) -> Table:
    """The schema's description of a tab of a sample workbook."""
    return load().table("province" if book == "province" else "unit", name)


def entries(campaign: SampleCampaign, name: str) -> Iterator[tuple[str, int, Row]]:
    """All rows of one tab over all workbooks that describe something or try to."""
    for book, tables in campaign.books.items():
        for index, row in enumerate(tables.get(name, ())):
            if len(row) > 2:
                yield book, index, row


def sound(campaign: SampleCampaign, name: str) -> Iterator[tuple[str, int, Row]]:
    """The rows of one tab in which no cell is odd."""
    odd = {(each.book, each.table, each.index) for each in campaign.oddities}
    for book, index, row in entries(campaign, name):
        if (book, name, index) not in odd:
            yield book, index, row


def row_id(book: str, name: str, index: int) -> str:
    """The number that the tab prints beside a row, formed independently of the generator."""
    table = described(book, name)
    unit = "T" if book == "province" else book
    return f"{table.prefix}-{unit}-{str(index + 1).zfill(table.digits)}"


def ids(campaign: SampleCampaign, name: str) -> set[str]:
    """The ids of all rows of one tab."""
    return {row_id(book, name, index) for book, index, _ in entries(campaign, name)}


def test_same_seed_gives_the_same_campaign(campaign: SampleCampaign) -> None:
    """Two runs with one seed agree in every cell."""
    assert generate(2024) == campaign


def test_another_seed_gives_another_campaign(campaign: SampleCampaign) -> None:
    """Another seed gives other people and other rows, of the same number."""
    other = generate(7)
    assert other.books != campaign.books
    assert {
        book: {name: len(rows) for name, rows in tables.items()}
        for book, tables in other.books.items()
    } == {
        book: {name: len(rows) for name, rows in tables.items()}
        for book, tables in campaign.books.items()
    }


@pytest.mark.parametrize(
    ("name", "count"),
    [("needs", 120), ("volunteers", 400), ("teams", 40), ("trainings", 15), ("reports", 61)],
)
def test_counts(campaign: SampleCampaign, name: str, count: int) -> None:
    """The tabs hold as many entries as a province of this size; one report was sent twice."""
    assert sum(1 for _ in entries(campaign, name)) == count


def test_workbooks(campaign: SampleCampaign) -> None:
    """There is one workbook per unit and the province's; one unit has sent nothing."""
    assert list(campaign.books) == [*UNIT_CODES, "province"]
    assert not any(campaign.books[SILENT].values())
    assert len(campaign.books["province"]["teams"]) == 12


def test_rows_use_the_schema_s_columns_and_fit_the_tabs(campaign: SampleCampaign) -> None:
    """Every cell stands in a column that people fill, every row in one of the numbered rows."""
    for book, tables in campaign.books.items():
        for name, rows in tables.items():
            table = described(book, name)
            typed_by_people = {each.name for each in table.fields if each.filled_by == "people"}
            assert len(rows) <= table.rows
            assert {key for row in rows for key in row} <= typed_by_people


def test_sound_rows_have_every_required_cell(campaign: SampleCampaign) -> None:
    """A row without an odd cell lacks nothing that the form requires."""
    for name in ("needs", "resources", "volunteers", "teams", "trainings", "reports"):
        for book, _, row in sound(campaign, name):
            assert is_entry(described(book, name), row)


def test_sound_choices_are_labels(campaign: SampleCampaign) -> None:
    """Where the form offers a list, a sound row holds labels of that list."""
    for name in ("needs", "resources", "volunteers", "teams", "trainings", "reports"):
        for book, _, row in sound(campaign, name):
            for field in described(book, name).fields:
                if field.list_name and field.name in row:
                    known = {item.label for item in load().lists[field.list_name].items}
                    assert set(str(row[field.name]).split("; ")) <= known


def test_references_of_sound_rows_resolve(campaign: SampleCampaign) -> None:
    """Teams name volunteers of their workbook, trainings and reports name what exists."""
    volunteers, teams, needs = (ids(campaign, name) for name in ("volunteers", "teams", "needs"))
    for book, _, row in sound(campaign, "teams"):
        members = str(row["members"]).split("; ")
        assert {str(row["leader"])} <= set(members) <= volunteers
        assert all(each.split("-")[1] == ("T" if book == "province" else book) for each in members)
        assert 6 <= len(members) <= 14
    for _, _, row in sound(campaign, "trainings"):
        assert set(str(row["attendees"]).split("; ")) <= teams | volunteers
    for _, _, row in sound(campaign, "reports"):
        assert row["team"] in teams
        assert row.get("need", min(needs)) in needs


def test_communes_of_sound_rows_belong_to_their_unit(campaign: SampleCampaign) -> None:
    """Needs, resources and reports name communes of the unit that wrote them."""
    for name in ("needs", "resources", "reports"):
        for book, _, row in sound(campaign, name):
            assert row["commune"] in {unit.full_name for unit in communes(book)}


def test_needs_are_realistic(campaign: SampleCampaign) -> None:
    """Windows, numbers of people and sessions keep to the ranges of such a campaign."""
    windows = []
    for _, _, row in sound(campaign, "needs"):
        first, last = read_range(str(row["date_range"]))
        windows.append(first)
        assert 3 <= (last - first).days + 1 <= 12
        assert last <= date(2024, 9, 15)
        assert 30 <= int(row["expected_beneficiaries"]) <= 300
        assert 5 <= int(row["volunteers_needed"]) <= 12
        assert 1 <= int(row["sessions"]) <= 4
    assert sum(first >= date(2024, 8, 14) for first in windows) > 0.8 * len(windows)


def test_border_communes_ask_more_often(campaign: SampleCampaign) -> None:
    """A border commune has more needs on average than another one."""
    asked = Counter((book, str(row["commune"])) for book, _, row in sound(campaign, "needs"))
    places = {(code, unit.full_name): unit for code in UNIT_CODES for unit in communes(code)}
    border = [asked[key] for key, unit in places.items() if unit.is_border and key[0] != SILENT]
    inland = [asked[key] for key, unit in places.items() if not unit.is_border]
    assert sum(border) / len(border) > 1.3 * sum(inland) / len(inland)


def test_ages_and_consents(campaign: SampleCampaign) -> None:
    """Volunteers are born 1990-2009; the few minors without a guardian's consent are in no team."""
    members = " ".join(str(row["members"]) for _, _, row in entries(campaign, "teams"))
    minors, unguarded, refused = 0, [], 0
    for book, index, row in entries(campaign, "volunteers"):
        refused += row.get("consent") in {answer(yes=False), "không", "chưa", False}
        if isinstance(row["birth_year"], int):
            assert 1990 <= row["birth_year"] <= 2009
            minors += row["birth_year"] == 2009
            if row["birth_year"] == 2009 and "guardian_consent" not in row:
                unguarded.append(row_id(book, "volunteers", index))
    assert minors <= 16
    assert 1 <= len(unguarded) <= 3
    assert not any(each in members for each in unguarded)
    assert refused == 4


def test_no_two_people_share_a_phone_or_a_name(campaign: SampleCampaign) -> None:
    """Volunteers are different people, with valid mobile numbers of ten digits."""
    rows = [row for _, _, row in sound(campaign, "volunteers")]
    contacts = {str(row["contact_phone"]) for _, _, row in sound(campaign, "needs")}
    phones = [str(row["phone"]) for row in rows]
    assert len(set(phones)) == len(phones)
    assert not contacts & set(phones)
    assert len({row["full_name"] for row in rows}) == len(rows)
    assert all(len(each) == 10 and each[:2] in {"03", "05", "07", "08", "09"} for each in phones)


def test_a_few_teams_are_untrained(campaign: SampleCampaign) -> None:
    """Some teams attended no session that covered every required content."""
    required = {label("training_content", code) for code in ("muc_dich", "phuong_thuc", "an_toan")}
    trained = {
        team
        for _, _, row in entries(campaign, "trainings")
        if required <= set(str(row["content"]).split("; "))
        for team in str(row["attendees"]).replace("\n", "; ").upper().split("; ")
    }
    assert 3 <= len(ids(campaign, "teams") - trained) <= 4


def test_reports_are_increments_of_early_august(campaign: SampleCampaign) -> None:
    """Activities lie between 3 and 12 August, groups add up, no report is from the future."""
    for _, _, row in sound(campaign, "reports"):
        first, last = read_range(str(row["date_range"]))
        assert date(2024, 8, 3) <= first <= last <= date(2024, 8, 12)
        assert serial(last) <= float(row["report_date"]) <= serial(campaign.as_of)
        parts = sum(int(row[group]) for group in ("youth", "citizens", "officials"))
        assert parts == int(row["beneficiaries"])
        assert 20 <= parts <= 500
        assert "{" not in "".join(str(cell) for cell in row.values())


def test_no_team_is_in_two_places(campaign: SampleCampaign) -> None:
    """A team reports at most one activity for any first day."""
    days = Counter((row["team"], row["date_range"]) for _, _, row in sound(campaign, "reports"))
    assert max(days.values()) == 1


def test_settings_are_the_schema_s(campaign: SampleCampaign) -> None:
    """Every setting that a campaign must have has a value, and none that there is not."""
    known = {each.name: each.required for each in load().settings}
    assert {name for name, required in known.items() if required} <= set(campaign.config)
    assert set(campaign.config) <= set(known)
    assert campaign.config["campaign_start"] == serial(date(2024, 6, 1))


def test_province_lists(campaign: SampleCampaign) -> None:
    """Units, blocks and targets refer to each other and use the province's columns."""
    assert [unit.code for unit in campaign.units] == UNIT_CODES
    assert {unit.block for unit in campaign.units} == {block.block for block in campaign.blocks}
    assert campaign.units[-1].name == "Thị đoàn Trảng Bàng"
    names = {unit.name for unit in campaign.units}
    assert {target.unit for target in campaign.targets} == names | {"Toàn tỉnh"}
    for name, value in (
        ("units", campaign.units[0]),
        ("blocks", campaign.blocks[0]),
        ("targets", campaign.targets[0]),
    ):
        columns = {each.name for each in load().table("province", name).fields}
        assert set(vars(value)) <= columns
    assert all(unit.email.endswith(".example") for unit in campaign.units)


def test_a_required_header_is_broken(campaign: SampleCampaign) -> None:
    """Unit 712 has typed over a required header with words that name no column."""
    broken = next(edit for edit in campaign.edits if edit.book == "712")
    table = load().table("unit", broken.table)
    words = {word for each in table.fields for word in (each.title, *each.aliases)}
    assert table.field(broken.field).required
    assert broken.text not in words


def test_the_source_text_is_composed(campaign: SampleCampaign) -> None:
    """Only planted cells are in decomposed Unicode."""
    for name in ("needs", "volunteers", "reports"):
        for _, _, row in sound(campaign, name):
            assert all(unicodedata.is_normalized("NFC", str(cell)) for cell in row.values())
