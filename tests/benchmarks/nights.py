"""Whole nights of small provinces: calls to Google, and how checking grows with rows."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import gspread

from deploy.local.emulator import serve
from deploy.local.people import OWNER, ROBOT, client_of
from deploy.local.sandbox import Sandbox
from functions.config import Config
from functions.domain.workbook import Workbook
from functions.runs.campaign_file import parse_campaign
from functions.runs.provision import provision
from functions.tables.campaign import read_campaign
from functions.wiring import make_provisioner
from tests.benchmarks import large
from tests.benchmarks.asked import Asked
from tests.province import CAMPAIGN, SCHEMA, TODAY, Province

UNITS = (2, 4, 8)
ROWS = (100, 200, 400)


@dataclass(frozen=True)
class Calls:
    """API calls of one province size."""

    units: int
    reads: int
    writes: int
    again: int
    tab_by_tab: int


def report(_: Asked) -> Iterator[str]:
    """Yield the lines about calls and growth."""
    yield from _calls_report([_calls(count) for count in UNITS])
    yield from _growth_report()


def _calls_report(rows: list[Calls]) -> Iterator[str]:
    yield "## Calls to Google a night"
    yield ""
    yield (
        "One read per workbook, one write per workbook that changed; beside it, the calls that "
        "plain gspread makes to read the same tabs one by one (`open_by_key`, `worksheets`, "
        "`get_all_values`)."
    )
    yield ""
    yield "| units | reads | writes, first night | writes, again | reads tab by tab | ratio |"
    yield "|---|---|---|---|---|---|"
    for row in rows:
        ratio = row.tab_by_tab / row.reads
        yield (
            f"| {row.units} | {row.reads} | {row.writes} | {row.again} | {row.tab_by_tab} "
            f"| {ratio:.1f} |"
        )
    yield ""


def _calls(count: int) -> Calls:
    with tempfile.TemporaryDirectory() as folder, _province(Path(folder), count) as province:
        first, again = province.night(), province.night()
        reader = client_of(ROBOT, province.google)
        client = gspread.Client(auth=None, session=reader.session)
        client.http_client = reader
        for workbook in province.workbooks.values():
            for sheet in client.open_by_key(workbook).worksheets():
                sheet.get_all_values()
        return Calls(count, first.reads, first.writes, again.writes, reader.reads)


def _growth_report() -> Iterator[str]:
    yield "## How reading and checking grow with rows"
    yield ""
    yield "Two units, all tabs, in memory; seconds of one thread."
    yield ""
    yield "| rows | seconds | rows per second | seconds, relative to half as many rows |"
    yield "|---|---|---|---|"
    before = 0.0
    for rows in ROWS:
        total, seconds = _checking(rows)
        ratio = f"{seconds / before:.2f}" if before else ""
        yield f"| {total} | {seconds:.3f} | {total / seconds:,.0f} | {ratio} |"
        before = seconds
    yield ""


def _checking(rows: int) -> tuple[int, float]:
    own = large.province()
    books: dict[str, Workbook | None] = {
        unit.code: large.workbook(unit, number, rows)
        for number, unit in enumerate(large.units()[:2])
    }
    started = time.perf_counter()
    tables, _ = read_campaign(SCHEMA, own, large.TODAY).with_units(books).check()
    seconds = time.perf_counter() - started
    return sum(tables.read[unit, name] for unit, name in tables.read if unit in books), seconds


@contextmanager
def _province(folder: Path, count: int) -> Iterator[Province]:
    """Serve a new province of the first units of Tây Ninh."""
    sandbox = Sandbox(folder)
    units = [
        {**CAMPAIGN["units"][0], "code": each.code, "gso_code": each.code, "name": each.name}
        for each in SCHEMA.units.at_level("district", TODAY)[:count]
    ]
    with serve(sandbox.google) as google:
        environment = sandbox.environment(google, OWNER)
        tools = make_provisioner(Config.from_environment(environment, province=False))
        made = provision(tools, parse_campaign({**CAMPAIGN, "units": units}, SCHEMA))
        yield Province(google, sandbox, made.workbooks)
