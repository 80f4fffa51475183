"""`muaheso demo`: a province, its districts and a whole night, from nothing, on one machine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import requests
from gspread.utils import ExportFormat
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table as Grid

from deploy.local.campaign import write_campaign_file
from deploy.local.filling import fill
from deploy.local.launch import call_as_scheduler, function, local_google
from deploy.local.people import OWNER, ROBOT, client_of
from deploy.local.sample import SampleCampaign, generate
from deploy.local.sandbox import Sandbox
from functions.config import LOCAL_TIME, NIGHT_HOUR, Config
from functions.domain.records import PROVINCE
from functions.runs.campaign_file import read_campaign_file
from functions.runs.provision import provision
from functions.wiring import make_provisioner
from functions.writers.a1 import cell_name, quoted
from functions.writers.layout.tabs import first_row
from sheets_schema.model import Schema
from sheets_schema.schema import load

_POLL_SECONDS = 0.2


class DemoError(RuntimeError):
    """The demonstration did not go as it should. The message says where it stopped."""


@dataclass(frozen=True)
class Demo:
    """What the steps of the demonstration share."""

    console: Console
    sandbox: Sandbox
    schema: Schema
    sample: SampleCampaign


def run_demo(console: Console, folder: Path) -> None:
    """Run the demonstration in `folder`; raise DemoError or LaunchError when it fails."""
    demo = Demo(console, Sandbox(folder), load(), generate())
    demo.sandbox.clear()
    console.rule("Mùa hè số: one night on the local Google")
    with local_google(demo.sandbox.google) as google, _bar(console) as show:
        console.print(f"Local Google: {google}")
        workbooks = _provision(demo, google, show)
        fill(demo.schema, demo.sample, workbooks, google, show)
        console.print(
            f"Made {len(workbooks)} workbooks and typed the sample campaign into them:"
            f" {_typed_rows(demo.sample)} rows."
        )
        environment = demo.sandbox.environment(google, ROBOT, workbooks[PROVINCE])
        with function("nightly", environment, demo.sandbox.log) as address:
            first = _night(demo, address, google, show, "The first night", 0)
            second = _night(demo, address, google, show, "Again, without an edit", 1)
            _require(second["writes"] == 0, "the second night wrote, though nothing was edited")
            edited = _edit(demo, google, workbooks)
            third = _night(demo, address, google, show, f"After one edit ({edited})", 2)
        _export(demo, google, workbooks, show)
        demo.sandbox.write_environment(google, workbooks[PROVINCE], demo.sample.as_of)
    _show_results(demo, first, second, third)


def _typed_rows(sample: SampleCampaign) -> int:
    return sum(len(rows) for tables in sample.books.values() for rows in tables.values())


def _provision(demo: Demo, google: str, show: Callable[[str, int, int], None]) -> Mapping[str, str]:
    write_campaign_file(demo.sample, demo.schema, demo.sandbox.campaign_file)
    environment = demo.sandbox.environment(google, OWNER)
    config = Config.from_environment(environment, province=False)
    plan = read_campaign_file(demo.sandbox.campaign_file, demo.schema)
    return provision(make_provisioner(config, show), plan).workbooks


def _night(
    demo: Demo,
    address: str,
    google: str,
    show: Callable[[str, int, int], None],
    title: str,
    number: int,
) -> dict[str, Any]:
    """Trigger one night as Cloud Scheduler would and return its counts."""
    local = datetime.combine(demo.sample.as_of, NIGHT_HOUR, LOCAL_TIME) + timedelta(hours=number)
    schedule_time = local.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    expected = 2 * len(demo.sample.books)
    with _watched(google, lambda done: show(title, min(done, expected), expected)):
        response = call_as_scheduler(
            address, schedule_time, {"as_of": demo.sample.as_of.isoformat()}
        )
    show(title, expected, expected)
    if not response.ok:
        raise DemoError(f"{title}: the function answered {response.status_code}: {response.text}")
    report: dict[str, Any] = response.json()
    return report


def _edit(demo: Demo, google: str, workbooks: Mapping[str, str]) -> str:
    """Mend one wrong cell as its unit would, and return where."""
    mistake = next(
        each
        for each in demo.sample.oddities
        if each.kind == "mistake" and each.table == "needs" and each.field == "contact_phone"
    )
    table = demo.schema.table("unit", mistake.table)
    cell = cell_name(first_row(table) + mistake.index, table.column(mistake.field))
    email = next(each.email for each in demo.sample.units if each.code == mistake.book)
    data = [{"range": f"{quoted(table.title)}!{cell}", "values": [["0912345678"]]}]
    client_of(email, google).values_batch_update(
        workbooks[mistake.book], {"valueInputOption": "RAW", "data": data}
    )
    return f"{mistake.book}, {table.title}!{cell}"


def _export(
    demo: Demo, google: str, workbooks: Mapping[str, str], show: Callable[[str, int, int], None]
) -> None:
    client = client_of(OWNER, google)
    for number, (code, workbook) in enumerate(workbooks.items(), 1):
        name = "tinh" if code == PROVINCE else code
        content = client.export(workbook, ExportFormat.EXCEL)
        (demo.sandbox.xlsx / f"{name}.xlsx").write_bytes(content)
        show("Exporting", number, len(workbooks))


def _show_results(demo: Demo, *nights: Mapping[str, Any]) -> None:
    first, second, third = nights
    console = demo.console
    rows = Grid("Tab", "Rows read", "Accepted", "Set aside", title="Rows, first night")
    for name, count in first["rows"].items():
        rows.add_row(name, *(str(count[key]) for key in ("read", "accepted", "set_aside")))
    console.print(rows)
    grid = Grid("", "First night", "Again", "After one edit", title="Nights")
    for label, key in (
        ("Units read", "units_read"), ("Units stale", "units_stale"),
        ("Errors", "errors"), ("Warnings", "warnings"), ("Hints", "hints"),
        ("Needs met", "needs_met"), ("Needs unmet", "needs_unmet"),
        ("API reads", "reads"), ("API writes", "writes"), ("Seconds", "seconds"),
    ):  # fmt: skip
        grid.add_row(label, *(str(night[key]) for night in nights))
    written = (", ".join(night["workbooks_written"]) or "none" for night in nights)
    grid.add_row("Workbooks written", *written)
    console.print(grid)
    console.print("[green]Again, without an edit: nothing changed, 0 writes.[/green]")
    _require(second["writes"] == 0, "the second night wrote")
    _require(0 < third["writes"] < first["writes"], "the edit did not reach its workbooks alone")
    console.print(f"Open the workbooks: {demo.sandbox.xlsx}/*.xlsx (start with tinh.xlsx)")
    console.print(f"What the function logged: {demo.sandbox.log}")
    console.print("To go on: .venv/bin/muaheso up; in another terminal .venv/bin/muaheso nightly")


def _require(condition: bool, otherwise: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not condition:
        raise DemoError(otherwise)


@contextmanager
def _bar(console: Console) -> Iterator[Callable[[str, int, int], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    tasks: dict[str, TaskID] = {}
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = progress.add_task(step.capitalize(), total=total)
            progress.update(tasks[step], completed=done, total=total)

        yield show


@contextmanager
def _watched(google: str, show: Callable[[int], None]) -> Iterator[None]:
    """Call `show` with the number of requests that the robot has made, as they are made."""
    before = _requests(google)
    stop = threading.Event()

    def watch() -> None:
        while not stop.wait(_POLL_SECONDS):
            show(_requests(google) - before)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _requests(google: str) -> int:
    counters = requests.get(f"{google}/_local/counters", timeout=10).json()
    mine = counters.get(ROBOT, {})
    return int(mine.get("reads", 0)) + int(mine.get("writes", 0))
