"""The sample campaign as the night sees it: its cells read and checked, without any Google."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, replace
from datetime import date, timedelta

from deploy.local.sample import Row, SampleCampaign, generate
from functions.domain.records import PROVINCE, Campaign, Need, Window
from functions.domain.workbook import Workbook
from functions.tables.build import build_campaign
from functions.tables.campaign import read_campaign
from sheets_schema.model import Book, Table, TableKind
from tests.builders import SCHEMA, book, tab
from tests.seasons.world import World

_FIRST, _DAYS = date(2024, 8, 14), 32
"""The days on which the windows of the sample's needs begin, those gone by left out."""

_CROWDED_DAYS = 12

FIRST_NIGHT = date(2024, 7, 12)
"""A month before the first mission; sixty nights later most are over."""


def read_sample(seed: int = 2024) -> Campaign:
    """Return what is accepted of the sample of this seed, its headers as provisioned."""
    sample = generate(seed)
    units = {each.code: _book(sample, each.code, "unit", {}) for each in sample.units}
    own = _book(sample, "province", "province", _registry(sample))
    tables = read_campaign(SCHEMA, own, sample.as_of).with_units(dict(units))
    accepted, _ = tables.check()
    return build_campaign(tables.settings, tables.units, tables.blocks, accepted)


def small_world(seed: int) -> World:
    """Return three districts of a sample, before their first night."""
    return World(of_units(read_sample(seed), ("705", "706", "707")), (), FIRST_NIGHT)


def sample_world(seed: int) -> World:
    """Return a sample, before its first night: about 110 needs and 40 teams."""
    return World(read_sample(seed), (), FIRST_NIGHT)


def crowded_world(seed: int) -> World:
    """Return a sample in which more needs want the same days, before its first night."""
    return World(crowded(read_sample(seed)), (), FIRST_NIGHT)


def of_units(campaign: Campaign, codes: Collection[str]) -> Campaign:
    """Return the campaign of these units and the provincial teams."""
    return replace(
        campaign,
        units=tuple(each for each in campaign.units if each.code in codes),
        needs=tuple(each for each in campaign.needs if each.unit in codes),
        resources=tuple(each for each in campaign.resources if each.unit in codes),
        volunteers=tuple(each for each in campaign.volunteers if each.unit in {*codes, PROVINCE}),
        teams=tuple(each for each in campaign.teams if each.unit in {*codes, PROVINCE}),
        trainings=tuple(each for each in campaign.trainings if each.unit in {*codes, PROVINCE}),
        reports=(),
    )


def crowded(campaign: Campaign) -> Campaign:
    """Return the campaign with all windows beginning within twelve days, for as many teams."""
    return replace(campaign, needs=tuple(_sooner(each) for each in campaign.needs))


def _sooner(need: Need) -> Need:
    later = (need.window.first - _FIRST).days
    if later <= 0:
        return need
    first = _FIRST + timedelta(later * _CROWDED_DAYS // _DAYS)
    return replace(need, window=Window(first, first + timedelta(need.window.days - 1)))


def _registry(sample: SampleCampaign) -> Mapping[str, list[Row]]:
    return {
        "settings": [{"setting": key, "value": cell} for key, cell in sample.config.items()],
        "units": [{**asdict(each), "workbook": f"book-{each.code}"} for each in sample.units],
        "blocks": [asdict(each) for each in sample.blocks],
        "targets": [asdict(each) for each in sample.targets],
    }


def _book(
    sample: SampleCampaign, name: str, kind: Book, registry: Mapping[str, list[Row]]
) -> Workbook:
    tables = [each for each in SCHEMA.book(kind) if each.kind is TableKind.INPUT]
    unit = PROVINCE if kind == "province" else name
    return book(
        *(
            tab(each, *registry.get(each.name, _numbered(sample, name, each, unit)))
            for each in tables
        )
    )


def _numbered(sample: SampleCampaign, name: str, table: Table, unit: str) -> list[Row]:
    """Return the rows of a tab beside the ids that stand there before anyone types."""
    rows = sample.books[name].get(table.name, ())
    return [
        {**row, table.id_field.name: table.row_id(unit, number)}
        for number, row in enumerate(rows, 1)
        if table.id_field is not None
    ]
