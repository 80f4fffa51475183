"""The `muaheso` command: the same verbs as the functions, and what the deployer needs.

Exit codes: 0 done; 1 Google, the store or another run stood in the way, try again; 2 the command,
the configuration or the campaign file is wrong.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from datetime import date, datetime
from importlib.metadata import entry_points
from pathlib import Path
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table as Grid

from functions.config import Config
from functions.domain.difference import Preview
from functions.domain.night import PARTS, Part
from functions.errors import ConfigError, RunInProgress, StoreError, WorkbookError
from functions.runs.campaign_file import read_campaign_file
from functions.runs.nightly import NightReport, run_night
from functions.runs.preview import preview
from functions.runs.provision import Provisioned, provision
from functions.runs.solving import solve_command
from functions.tables.what_if_names import NotUnderstoodError
from functions.wiring import make_provisioner, make_services
from functions.writers.preview import preview_json, preview_lines
from sheets_schema.model import BOOKS, Schema
from sheets_schema.schema import load

PLUGINS = "muaheso.commands"
"""Entry points of further commands: a checkout has some that the deployed functions lack."""

LOCAL_ENVIRONMENT = Path(".muaheso/local.env")
"""Written by `muaheso up`; read when no variable says where the workbooks are."""

Show = Callable[[str, int, int], None]
Result = TypeVar("Result")

_ADVICE = {
    "not_found": "Check the id.",
    "no_permission": "Share the workbook with the robot, with the right to edit.",
    "unavailable": "Google did not answer; try again.",
    "bad_answer": "The answer could not be read; try again.",
    "no_link": "No workbook is named.",
    "no_storage": "A service account owns no files: run this as a person, or name a Shared Drive "
    "under `folder` in the campaign file.",
    "no_folder": "Check the id under `folder`, and that you may add files there.",
}
_TRY_AGAIN = 1
_WRONG = 2
_STEPS = {
    "provision": "Making workbooks",
    "read": "Reading workbooks",
    "check": "Checking rows",
    "assign": "Assigning teams",
    "write": "Writing workbooks",
}


@click.group(help="Run a volunteer campaign out of Google Sheets.")
@click.version_option(package_name="mua-he-so")
def cli() -> None:
    """Hold the commands together; each does its work alone."""


def _night_command(name: str, parts: Sequence[Part], summary: str) -> click.Command:
    @click.command(name, help=summary)
    @click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Judge as of this day.")
    @click.option("--run-id", help="Name of the run; by default the present moment.")
    @click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
    def command(*, as_of: datetime | None, run_id: str | None, as_json: bool) -> None:
        day = as_of.date() if as_of else None
        _show(_guarded(lambda: _night(day, run_id, parts)), as_json=as_json)

    return command


def _show(report: NightReport, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(report.to_json(), ensure_ascii=False))
    else:
        print_report(Console(), report)


for _name, _parts, _summary in (
    ("nightly", PARTS, "Run a whole night: read, check, assign, write."),
    ("validate", ("validate",), "Read and check; write only what has to be mended."),
    ("summarize", ("summarize",), "Read and check; write only the summaries."),
):
    cli.add_command(_night_command(_name, _parts, _summary))
cli.add_command(solve_command)


@cli.command("assign", help="Read, check and assign; write only who goes where.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Judge as of this day.")
@click.option("--run-id", help="Name of the run; by default the present moment.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@click.option("--dry-run", is_flag=True, help="Write nothing; print in Vietnamese what changes.")
@click.option(
    "--what-if", multiple=True, metavar="CHANGE",
    help="Dry run with this change, in plain words: «đội DH-703-02 nghỉ từ 10/8».",
)  # fmt: skip
@click.option(
    "--trade-off", is_flag=True, help="Dry run; print what each number of changes would reach."
)
def assign_command(
    *,
    as_of: datetime | None,
    run_id: str | None,
    as_json: bool,
    dry_run: bool,
    what_if: tuple[str, ...],
    trade_off: bool,
) -> None:
    """Run the part of a night that assigns, or only look at what it would do."""
    day = as_of.date() if as_of else None
    if not (dry_run or what_if or trade_off):
        _show(_guarded(lambda: _night(day, run_id, ("assign",))), as_json=as_json)
        return
    schema = load()
    found = _guarded(lambda: _preview(day, what_if, trade_off=trade_off))
    if as_json:
        click.echo(json.dumps(preview_json(schema, found), ensure_ascii=False))
    else:
        click.echo("\n".join(preview_lines(schema, found)))


@cli.command("provision", help="Make, repair and share the workbooks of CAMPAIGN, a YAML file.")
@click.argument("campaign", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be done; change nothing.")
def provision_command(campaign: Path, *, dry_run: bool) -> None:
    """Make what is missing, repair what is damaged; where nothing is wrong, do nothing."""

    def run() -> Provisioned:
        config = Config.from_environment(environment(), province=False)
        plan = read_campaign_file(campaign, load())
        with _bar() as show:
            tools = make_provisioner(config, show, folder=bool(plan.folder))
            return provision(tools, plan, dry_run=dry_run)

    result = _guarded(run)
    for step in result.steps:
        click.echo(f"{step.unit}\t{step.action}\t{step.what}", err=not dry_run)
    if not any(step.action != "warning" for step in result.steps):
        click.echo("Nothing to do: every workbook is as it should be.", err=True)
    if not dry_run:
        for code, workbook in result.workbooks.items():
            click.echo(f"{code}\t{workbook}")


@cli.command("schema", help="Print every tab and column, or one tab.")
@click.argument("tab", required=False)
def schema_command(tab: str | None) -> None:
    """Print the schema as a table; refuse a tab that does not exist."""
    schema = load()
    names = sorted({each.name for each in schema.tables})
    if tab and tab not in names:
        raise click.BadParameter(f"{tab} is not one of {', '.join(names)}", param_hint="TAB")
    for line in schema_lines(schema, tab):
        click.echo(line)


def schema_lines(schema: Schema, name: str | None) -> Iterable[str]:
    """Yield the tabs of both workbooks in order; with a name, that tab's columns."""
    for book in BOOKS:
        for table in schema.book(book):
            if name not in (None, table.name):
                continue
            columns = f"{len(table.fields)} columns"
            yield f"{book}/{table.name}  «{table.title}»  {table.kind}, {columns}"
            for each in table.fields if name else ():
                need = " required" if each.required else ""
                many = " several" if each.many else ""
                of = f" from {each.list_name}" if each.list_name else ""
                who = each.filled_by
                what = f"{each.kind}{many}{of}{need}, filled by {who}"
                yield f"    {each.name}  «{each.title}»  {what}"


def print_report(console: Console, report: NightReport) -> None:
    """Print what a night did: tables on a terminal, the same words in a pipe."""
    if report.units_stale:
        console.print(f"Units read: {report.units_read}, stale: {report.units_stale}")
    else:
        console.print(f"Units read: {report.units_read}")
    rows = Grid("Tab", "Rows read", "Accepted", "Set aside", title="Rows")
    for name, each in report.rows.items():
        rows.add_row(name, str(each.read), str(each.accepted), str(each.set_aside))
    console.print(rows)
    console.print(
        f"Findings: [red]{report.errors} errors[/red], [yellow]{report.warnings} warnings[/yellow],"
        f" {report.hints} hints"
    )
    console.print(
        f"Needs: [green]{report.needs_met} met[/green], [red]{report.needs_unmet} unmet[/red]"
    )
    console.print(
        f"API: {report.reads} reads, {report.writes} writes, {report.seconds:.1f} seconds"
    )
    if report.workbooks_written:
        console.print(f"Workbooks written: {', '.join(report.workbooks_written)}")
    else:
        console.print("Nothing changed: 0 writes.")


def environment() -> Mapping[str, str]:
    """Return the environment, with the local Google's below it when nothing else is named."""
    found = dict(os.environ)
    if "MUAHESO_PROVINCE_WORKBOOK" not in found and LOCAL_ENVIRONMENT.is_file():
        lines = LOCAL_ENVIRONMENT.read_text(encoding="utf-8").splitlines()
        local = dict(line.split("=", 1) for line in lines if "=" in line)
        click.echo(f"Using the local Google of {LOCAL_ENVIRONMENT}.", err=True)
        found = {**local, **found}
    return found


def _night(as_of: date | None, run_id: str | None, parts: Sequence[Part]) -> NightReport:
    config = Config.from_environment(environment())
    # Standard output is for the report alone; what the function would log goes beside it.
    with _bar() as show, redirect_stdout(sys.stderr):
        services = make_services(config, show)
        now = services.clock.now()
        today = as_of or config.as_of or now.date()
        return run_night(services, run_id or now.isoformat(timespec="seconds"), today, parts)


def _preview(as_of: date | None, what_if: Sequence[str], *, trade_off: bool) -> Preview:
    config = Config.from_environment(environment())
    with _bar() as show, redirect_stdout(sys.stderr):
        services = make_services(config, show)
        today = as_of or config.as_of or services.clock.now().date()
        return preview(services, today, what_if, trade_off=trade_off)


@contextmanager
def _bar() -> Iterator[Show]:
    """A progress bar on standard error, none when that is not a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    tasks: dict[str, TaskID] = {}
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = progress.add_task(_STEPS[step], total=total)
            progress.update(tasks[step], completed=done, total=total)

        yield show


def _guarded(run: Callable[[], Result]) -> Result:
    """Run a command; turn our own errors into one line and an exit code."""
    try:
        return run()
    except ConfigError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(_WRONG)
    except NotUnderstoodError as error:
        click.echo(str(error), err=True)
        sys.exit(_WRONG)
    except RunInProgress as error:
        click.echo(f"Not run: {error}. Try again when it has finished.", err=True)
    except WorkbookError as error:
        click.echo(f"Error: {error}. {_ADVICE[error.problem]}", err=True)
    except StoreError as error:
        click.echo(f"Error: {error}. Check MUAHESO_STORE and who may write there.", err=True)
    sys.exit(_TRY_AGAIN)


def main() -> None:
    """Run the command line with whatever commands are installed beside it."""
    for point in entry_points(group=PLUGINS):
        try:
            commands = point.load()
        except ModuleNotFoundError:
            continue  # deployed without that part
        for command in commands:
            cli.add_command(command)
    cli()
