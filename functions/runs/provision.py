"""Makes the workbooks of a campaign what the schema and the campaign file say, and keeps them so.

What is missing is created, what was damaged is repaired, what an older schema laid out is brought
up to date; where nothing is wrong, nothing is written. A run that was stopped can simply be run
again: ids are kept in the store as soon as they are known.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from functions.domain.records import PROVINCE, CampaignSettings
from functions.domain.workbook import Workbook
from functions.ports import Clock, Request, Store, WorkbookFactory, Workbooks
from functions.runs.campaign_file import CampaignFile, Row
from functions.runs.careful import write_carefully
from functions.runs.standings import Standings, standings_of
from functions.tables.converters.addresses import addresses_of
from functions.tables.registry import read_settings, workbook_id
from functions.writers.layout.mend import Occasion, Repair
from functions.writers.layout.ranges import write_cells
from functions.writers.layout.standing import Standing
from functions.writers.layout.values import entered, missing_rows, missing_settings, row_of
from functions.writers.layout.workbook import complete, is_outdated
from functions.writers.page import write_page
from functions.writers.tabs import guide
from functions.writers.words import book_of
from sheets_schema.model import Schema

REGISTRY = "workbooks.json"
"""Where the store keeps the ids of the workbooks, by unit code."""

_IDENTITIES: Mapping[str, Sequence[str]] = {
    "blocks": ("block",),
    "units": ("code",),
    "targets": ("indicator", "unit"),
}
"""By which columns a row of the campaign file is known in its tab."""


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
class Step:
    """One thing that was done to the workbook of a unit, or would be: `action` and to what.

    Actions: create, repair, share; and `warning`, about which only people can do something.
    """

    unit: str
    action: str
    what: str


@dataclass(frozen=True, slots=True)
class Provisioned:
    """Workbook ids by unit code, the province's under PROVINCE, and what was done."""

    workbooks: Mapping[str, str]
    steps: tuple[Step, ...] = ()

    @property
    def created(self) -> tuple[str, ...]:
        """The units whose workbooks are new."""
        return tuple(each.unit for each in self.steps if each.action == "create")


def provision(tools: Provisioner, campaign: CampaignFile, *, dry_run: bool = False) -> Provisioned:
    """Bring every workbook of the campaign up to date; with `dry_run`, only say what that takes.

    Raises:
        WorkbookError: a workbook cannot be created, read or written; run it again then.
        StoreError: the ids cannot be kept.
        ConfigError: the province's «Cấu hình» lacks the campaign's first or last day.
    """
    run = _Run(tools, campaign, dry_run, _known(tools.store))
    total = len(campaign.units) + 1
    run.province()
    tools.progress("provision", 1, total)
    for number, row in enumerate(campaign.units, 2):
        run.unit(row)
        tools.progress("provision", number, total)
    run.link_units()
    return Provisioned(dict(run.known), tuple(run.steps))


@dataclass
class _Run:
    """One run: what is known by now, and what was done."""

    tools: Provisioner
    campaign: CampaignFile
    dry_run: bool
    known: dict[str, str]
    steps: list[Step] = field(default_factory=list)
    settings: CampaignSettings | None = None

    def province(self) -> None:
        """Make the province's workbook complete, the rows of the campaign file included."""
        workbook = self._workbook(PROVINCE)
        if workbook:
            occasion = self._occasion(PROVINCE, (), workbook)
            self._bring_up_to_date(PROVINCE, workbook, occasion)
            # The rows go into tabs as they stand once they are there and whole.
            workbook = workbook if self.dry_run else self.tools.workbooks.read(self.known[PROVINCE])
            standings = standings_of(self.tools.schema, workbook, PROVINCE)
            self._write(PROVINCE, "rows", workbook, standings, self._rows(standings))
        self._share(PROVINCE, (self.campaign.robot, *self.campaign.editors))

    def unit(self, row: Row) -> None:
        """Make the workbook of one unit complete and share it."""
        code = str(row["code"])
        workbook = self._workbook(code)
        if workbook:
            settings = self.settings = self.settings or self._settings()
            places = self.tools.schema.units.children(
                str(row["gso_code"] or "-"), settings.window.first
            )
            occasion = self._occasion(code, [each.full_name for each in places], workbook)
            self._bring_up_to_date(code, workbook, occasion)
            if code in self.created() and not self.dry_run:
                self._write_guide(code, settings, str(row["name"]))
        self._share(code, (self.campaign.robot, *addresses_of(row["email"])))

    def link_units(self) -> None:
        """Put the address of each workbook into «Đơn vị», where none stands."""
        if self.dry_run or PROVINCE not in self.known:
            return
        workbook = self.tools.workbooks.read(self.known[PROVINCE])
        standings = standings_of(self.tools.schema, workbook, PROVINCE)
        units = standings.tables.get("units")
        if units is None or "workbook" not in units.columns:
            self.steps.append(Step(PROVINCE, "warning", "units cannot be linked: no column for it"))
            return
        self._write(PROVINCE, "links", workbook, standings, self._links(units))

    def _links(self, units: Standing) -> list[Request]:
        requests = []
        column = units.columns["workbook"]
        for code in (str(row["code"]) for row in self.campaign.units):
            row = row_of(units, "code", code)
            have = str(units.tab.cell(row, column) or "") if row is not None else ""
            if row is None:
                self.steps.append(Step(code, "warning", "has no row in the list of units"))
            elif not have:
                link = entered(self.tools.link(self.known[code]))
                requests.append(
                    write_cells(units.sheet_id, row, column, [[link]], "userEnteredValue")
                )
            elif workbook_id(have) != self.known[code]:
                self.steps.append(Step(code, "warning", "the list of units links to another file"))
        return requests

    def _rows(self, standings: Standings) -> list[Request]:
        requests: list[Request] = []
        tables = standings.tables
        if "settings" in tables:
            values = self.campaign.settings
            requests += missing_settings(self.tools.schema, tables["settings"], values)
        for name, identity in _IDENTITIES.items():
            if name in tables:
                requests += missing_rows(tables[name], getattr(self.campaign, name), identity)
        return requests

    def _workbook(self, code: str) -> Workbook | None:
        """Return the workbook of a unit, created if need be; None when it only would be."""
        title = _title(self.tools.schema, self.campaign, code)
        create = Step(code, "create", f"«{title}»")
        if code not in self.known:
            if self.dry_run:
                self.steps.append(create)
                return None
            self.known[code] = self.tools.factory.create(title, self.campaign.folder)
            content = json.dumps(self.known, sort_keys=True).encode()
            self.tools.store.put(REGISTRY, content)
        workbook = self.tools.workbooks.read(self.known[code])
        if not any(tab.key for tab in workbook.tabs):
            # An earlier run may have been stopped just when the file was there.
            self.steps.append(create)
        return workbook

    def _occasion(self, code: str, communes: Sequence[str], workbook: Workbook) -> Occasion:
        outdated = is_outdated(self.tools.schema, workbook, book_of(code))
        return Occasion(code, communes, self.campaign.robot, relabel=outdated)

    def _bring_up_to_date(self, code: str, workbook: Workbook, occasion: Occasion) -> None:
        schema = self.tools.schema
        standings = standings_of(schema, workbook, code)
        repairs = complete(schema, workbook, standings.tables, standings.tabs, occasion)
        if code not in self.created():
            self.steps += [Step(code, "repair", _named(each)) for each in repairs]
        requests = [request for each in repairs for request in each.requests]
        if requests and not self.dry_run:
            write_carefully(self.tools.workbooks, workbook, requests, standings.typed)

    def _write(
        self,
        code: str,
        what: str,
        workbook: Workbook,
        standings: Standings,
        requests: Sequence[Request],
    ) -> None:
        if not requests:
            return
        if code not in self.created():
            self.steps.append(Step(code, "repair", what))
        if not self.dry_run:
            write_carefully(self.tools.workbooks, workbook, requests, standings.typed)

    def created(self) -> set[str]:
        """Return the units whose workbooks are new."""
        return {each.unit for each in self.steps if each.action == "create"}

    def _write_guide(self, code: str, settings: CampaignSettings, name: str) -> None:
        workbook = self.tools.workbooks.read(self.known[code])
        tabs = standings_of(self.tools.schema, workbook, code).tabs
        requests = write_page(
            tabs[guide.TABLE], guide.page(self.tools.schema, settings, name, None)
        )
        self.tools.workbooks.write(self.known[code], requests)

    def _settings(self) -> CampaignSettings:
        province = self.tools.workbooks.read(self.known[PROVINCE])
        today = self.tools.clock.now().date()
        return read_settings(province, self.tools.schema, today)[0]

    def _share(self, code: str, wanted: Iterable[str]) -> None:
        """Let in who has to be in; say who else is, which only people can judge."""
        people = {each.lower(): each for each in wanted}
        access = self.tools.factory.access(self.known[code]) if code in self.known else None
        for email, shown in people.items():
            if access is None or email not in access.people:
                self.steps.append(Step(code, "share", shown))
                if not self.dry_run:
                    self.tools.factory.share(self.known[code], shown)
        if access and access.anyone:
            self.steps.append(Step(code, "warning", "anyone with the link may open it"))
        for email in sorted((access.guests if access else frozenset()) - people.keys()):
            self.steps.append(Step(code, "warning", f"{email} may open it too"))


def _named(repair: Repair) -> str:
    return f"{repair.aspect} of {repair.table}" if repair.table else repair.aspect


def _known(store: Store) -> dict[str, str]:
    content = store.get(REGISTRY)
    return dict(json.loads(content)) if content else {}


def _title(schema: Schema, campaign: CampaignFile, code: str) -> str:
    name = campaign.settings["campaign_name"]
    if code == PROVINCE:
        return schema.text("workbook.province_title", campaign=name)
    unit = next(row["name"] for row in campaign.units if row["code"] == code)
    return schema.text("workbook.unit_title", campaign=name, unit=unit)
