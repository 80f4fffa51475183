"""The province's registry: settings, units, blocks."""

from datetime import date

import pytest

from functions.domain.findings import Finding
from functions.domain.records import Block, CampaignSettings, Window
from functions.domain.workbook import Cell
from functions.errors import ConfigError
from functions.tables.registry import read_blocks, read_settings, read_units, workbook_id
from sheets_schema.model import TableKind
from tests.builders import (
    SCHEMA,
    SETTINGS,
    TODAY,
    WINDOW,
    Row,
    book,
    good,
    province,
    rows_where,
    tab,
    table,
)


def settings(**changes: Cell) -> tuple[CampaignSettings, list[Finding]]:
    """Read settings of which some were changed."""
    return read_settings(province(settings={**SETTINGS, **changes}), SCHEMA, TODAY)


def test_settings_as_typed() -> None:
    """Every setting is read in the form of its kind."""
    read, findings = settings()
    assert findings == []
    assert read == CampaignSettings(
        campaign_name="Mùa hè số năm 2024",
        issuer="Tỉnh đoàn Tây Ninh",
        window=Window(date(2024, 6, 1), date(2024, 9, 30)),
        need_deadline=date(2024, 8, 9),
        report_days=3,
        max_km=60.0,
        rest_days=1,
        freeze_days=2,
        change_budget=5,
        contact="Ban Phong trào, 0276 3822 000",
        retention_days=90,
    )


@pytest.mark.parametrize(
    ("name", "cell", "code", "used"),
    [
        ("report_days", None, "setting_missing", 3),
        ("report_days", "ba", "bad_number", 3),
        ("report_days", 99, "out_of_range", 3),
        ("rest_days", " ", "setting_missing", 1),
        ("freeze_days", "-", "setting_missing", 0),
        ("need_deadline", None, "setting_missing", date(2024, 6, 1)),
        ("need_deadline", "31/6/2024", "bad_date", date(2024, 6, 1)),
        ("need_deadline", "9/8", "assumed_year", date(2024, 8, 9)),
        ("campaign_name", None, "missing", ""),
        ("contact", "", "missing", ""),
        ("max_km", "xa", "bad_number", None),
        ("change_budget", "ít", "bad_number", None),
        ("change_budget", 9999, "out_of_range", None),
        ("retention_days", "lâu", "bad_number", None),
        ("retention_days", 9999, "out_of_range", None),
    ],
)
def test_a_setting_that_is_missing_or_wrong(name: str, cell: Cell, code: str, used: object) -> None:
    """It takes a default, the finding says which, and the campaign goes on."""
    read, findings = settings(**{name: cell})
    assert rows_where(findings) == [(code, name, "value")]
    assert getattr(read, name) == used
    assert findings[0].data["column"] == next(
        each.title for each in SCHEMA.settings if each.name == name
    )


def test_what_is_used_instead_is_said() -> None:
    """A missing setting is answered with the value that is in use."""
    _, findings = settings(report_days=None, need_deadline=None)
    assert [each.data["read_as"] for each in findings] == ["01/06/2024", "3"]
    assert findings[0].place.row == 5


def test_no_limit_on_the_way() -> None:
    """The longest way may be left open."""
    read, findings = settings(max_km=None)
    assert (read.max_km, findings) == (None, [])


@pytest.mark.parametrize(("cell", "most"), [(None, None), (0, 0), ("12", 12)])
def test_how_much_a_night_may_change(cell: Cell, most: int | None) -> None:
    """Without a number there is no cap; 0 lets nothing change."""
    read, findings = settings(change_budget=cell)
    assert (read.change_budget, findings) == (most, [])


@pytest.mark.parametrize(("cell", "days"), [(None, None), (0, 0), ("90", 90)])
def test_how_long_personal_data_is_kept(cell: Cell, days: int | None) -> None:
    """The campaign may leave it open; no day at all is an answer too."""
    read, findings = settings(retention_days=cell)
    assert (read.retention_days, findings) == (days, [])


@pytest.mark.parametrize(
    "changes",
    [
        {"campaign_start": None},
        {"campaign_end": "mùa hè"},
        {"campaign_start": "30/09/2024", "campaign_end": "01/06/2024"},
    ],
)
def test_a_campaign_needs_its_dates(changes: dict[str, Cell]) -> None:
    """Without a first and a last day, in that order, nothing can be run."""
    with pytest.raises(ConfigError, match="campaign_start"):
        settings(**changes)


def test_a_campaign_of_years_ago_can_be_read() -> None:
    """The dates of a campaign are read in any year, typed as text or as days."""
    workbook = province(settings={**SETTINGS, "campaign_start": "01/06/2024"})
    read, _ = read_settings(workbook, SCHEMA, date(2031, 1, 5))
    assert read.window == WINDOW


def test_without_the_tab_there_are_no_dates() -> None:
    """A workbook without «Cấu hình», or without its values, cannot be run."""
    with pytest.raises(ConfigError):
        read_settings(book(), SCHEMA, TODAY)
    kind = table("settings", "province")
    with pytest.raises(ConfigError):
        read_settings(book(tab(kind)), SCHEMA, TODAY)


def read_registry(*rows: Row) -> list[tuple[str, str, str, bool, bool]]:
    """Read units; return code, administrative code, workbook, hardship and activity of each."""
    units, _ = read_units(province(units=rows), SCHEMA, WINDOW)
    return [
        (each.code, each.gso_code, each.workbook_id, each.hardship, each.active) for each in units
    ]


def test_units() -> None:
    """Units come in the order of their codes; whoever says nothing takes part."""
    assert read_registry(
        good("units", unit="706", gso_code=706, workbook=None, active="x", hardship="Có"),
        good("units", workbook="https://docs.google.com/spreadsheets/d/abc-1_2/edit#gid=0"),
        good("units", unit="DH", gso_code=None, active="Không"),
        good("units", unit="709", active=None),
    ) == [
        ("705", "705", "abc-1_2", False, True),
        ("706", "706", "", True, True),
        ("709", "705", "book-705", False, True),
        ("DH", "", "book-705", False, False),
    ]


def test_units_that_cannot_be_used() -> None:
    """A unit without code or name is a finding; of two with one code the upper one counts."""
    units, reading = read_units(
        province(
            units=[
                good("units", code=None),
                good("units", unit="706", name=None),
                good("units", name="Một"),
                good("units", name="Hai"),
            ]
        ),
        SCHEMA,
        WINDOW,
    )
    assert [each.name for each in units] == ["Một"]
    assert rows_where(reading.findings) == [("missing", "", "code"), ("missing", "706", "name")]


def test_people_are_not_in_the_repr_of_a_unit() -> None:
    """No log line can carry the address of a unit's contact."""
    units, _ = read_units(province(units=[good("units")]), SCHEMA, WINDOW)
    assert "doan.example" not in repr(units)


def test_blocks() -> None:
    """A block has the label of its board; what is wrong is left empty, no id is no block."""
    blocks, reading = read_blocks(
        province(
            blocks=[
                good("blocks", unit="Khối 1", board="ban phong trao"),
                good("blocks", unit="Khối 2", board="Ban X", officer=None),
                good("blocks", block=None),
            ]
        ),
        SCHEMA,
        WINDOW,
    )
    assert blocks == (
        Block("Khối 1", "Ban Phong trào", "Lê Minh Tâm", "tam@doan.example"),
        Block("Khối 2", "", "", "tam@doan.example"),
    )
    assert rows_where(reading.findings) == [
        ("unknown_choice", "Khối 2", "board"),
        ("missing", "Khối 2", "officer"),
        ("missing", "", "block"),
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("https://docs.google.com/spreadsheets/d/1AbC_d-9/edit?usp=sharing#gid=0", "1AbC_d-9"),
        ("docs.google.com/spreadsheets/d/1AbC", "1AbC"),
        (" 1AbC_d-9 ", "1AbC_d-9"),
        ("", ""),
    ],
)
def test_links_and_ids(typed: str, found: str) -> None:
    """A workbook is given by its link or by its id."""
    assert workbook_id(typed) == found


def test_the_registry_is_made_of_input_tabs() -> None:
    """The tabs of the registry are tabs that people fill."""
    kinds = {SCHEMA.table("province", each).kind for each in ("settings", "units", "blocks")}
    assert kinds == {TableKind.INPUT}
