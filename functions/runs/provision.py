"""Creates the workbooks of a campaign: the province's, then one for each unit.

What exists already is found through the store and left as it is, so a run that was stopped can
simply be run again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from functions.domain.records import PROVINCE, CampaignSettings
from functions.domain.workbook import Tab
from functions.ports import Clock, Request, Store, WorkbookFactory, Workbooks
from functions.runs.campaign_file import CampaignFile, Row
from functions.tables.registry import read_settings
from functions.writers.layout.ranges import write_cells
from functions.writers.layout.tabs import first_row, sheet_id
from functions.writers.layout.values import settings_rows, table_rows
from functions.writers.layout.workbook import layout, tab_properties
from functions.writers.page import write_page
from functions.writers.tabs import guide
from sheets_schema.model import Schema

REGISTRY = "workbooks.json"
"""Where the store keeps the ids of the workbooks, by unit code."""


@dataclass(frozen=True)
class Provisioner:
    """What provisioning is given. `link` turns a workbook's id into the address people open."""

    schema: Schema
    workbooks: Workbooks
    factory: WorkbookFactory
    store: Store
    clock: Clock
    link: Callable[[str], str]
    progress: Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Provisioned:
    """Workbook ids by unit code, the province's under PROVINCE; `created` are new."""

    workbooks: Mapping[str, str]
    created: tuple[str, ...]


def provision(tools: Provisioner, campaign: CampaignFile) -> Provisioned:
    """Create and share what is missing. Raises WorkbookError or StoreError; run it again then."""
    known = _known(tools.store)
    created = []
    total = len(campaign.units) + 1
    if _make(tools, known, PROVINCE, campaign, _province_requests(tools, campaign)):
        created.append(PROVINCE)
    for email in campaign.editors:
        tools.factory.share(known[PROVINCE], email)
    tools.progress("provision", 1, total)
    settings, _ = read_settings(
        tools.workbooks.read(known[PROVINCE]), tools.schema, tools.clock.now().date()
    )
    for number, row in enumerate(campaign.units):
        code = str(row["code"])
        requests = _unit_requests(tools, campaign, settings, row)
        if _make(tools, known, code, campaign, requests):
            created.append(code)
            tools.factory.share(known[code], str(row["email"]))
            tools.workbooks.write(known[PROVINCE], [_link(tools, number, known[code])])
        tools.progress("provision", number + 2, total)
    return Provisioned(known, tuple(created))


def _make(
    tools: Provisioner,
    known: dict[str, str],
    code: str,
    campaign: CampaignFile,
    requests: Sequence[Request],
) -> bool:
    """Create, lay out and share one workbook unless that was done; say whether it was now."""
    if code not in known:
        title = _title(tools.schema, campaign, code)
        known[code] = tools.factory.create(title, tab_properties(tools.schema, code))
        tools.store.put(REGISTRY, json.dumps(known, sort_keys=True).encode())
    # The layout is one atomic request: a tab that has its key has everything.
    if any(tab.key for tab in tools.workbooks.read(known[code]).tabs):
        return False
    tools.workbooks.write(known[code], requests)
    tools.factory.share(known[code], campaign.robot)
    return True


def _known(store: Store) -> dict[str, str]:
    content = store.get(REGISTRY)
    return dict(json.loads(content)) if content else {}


def _title(schema: Schema, campaign: CampaignFile, code: str) -> str:
    name = campaign.settings["campaign_name"]
    if code == PROVINCE:
        return schema.text("workbook.province_title", campaign=name)
    unit = next(row["name"] for row in campaign.units if row["code"] == code)
    return schema.text("workbook.unit_title", campaign=name, unit=unit)


def _province_requests(tools: Provisioner, campaign: CampaignFile) -> list[Request]:
    schema = tools.schema
    return [
        *layout(schema, PROVINCE, (), (campaign.robot,)),
        *settings_rows(schema, campaign.settings),
        *table_rows(schema.table("province", "units"), campaign.units),
        *table_rows(schema.table("province", "blocks"), campaign.blocks),
        *table_rows(schema.table("province", "targets"), campaign.targets),
    ]


def _unit_requests(
    tools: Provisioner, campaign: CampaignFile, settings: CampaignSettings, row: Row
) -> list[Request]:
    schema = tools.schema
    communes = schema.units.children(str(row["gso_code"] or "-"), settings.window.first)
    table = schema.table("unit", guide.TABLE)
    page = guide.page(schema, settings, str(row["name"]))
    tab = Tab(sheet_id(table), table.title, table.order - 1, row_count=1000, column_count=100)
    names = [each.full_name for each in communes]
    return [
        *layout(schema, str(row["code"]), names, (campaign.robot,)),
        *write_page(tab, page),
    ]


def _link(tools: Provisioner, number: int, workbook_id: str) -> Request:
    table = tools.schema.table("province", "units")
    cell = {"userEnteredValue": {"stringValue": tools.link(workbook_id)}}
    return write_cells(
        sheet_id(table),
        first_row(table) + number,
        table.column("workbook"),
        [[cell]],
        "userEnteredValue",
    )
