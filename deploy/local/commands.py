"""The commands that only a checkout has: `muaheso demo`, `muaheso up` and `muaheso pictures`."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import suppress
from pathlib import Path

import click
from rich.console import Console

from deploy.local.demo import DemoError, run_demo
from deploy.local.launch import LaunchError, local_google
from deploy.local.pictures.errors import PictureError
from deploy.local.pictures.making import PROVINCE_FILE, make_pictures
from deploy.local.sandbox import Sandbox
from sheets_schema.schema import load

_FOLDER = Path(".muaheso")
_PICTURES = Path("docs/pictures")


@click.command("demo", help="Run a sample province through one night on the local Google.")
@click.option(
    "--folder", type=click.Path(file_okay=False, path_type=Path), default=_FOLDER,
    show_default=True, help="Where the workbooks stay.",
)  # fmt: skip
def demo(folder: Path) -> None:
    """Run the demonstration; exit 1 with one line when it fails."""
    try:
        run_demo(Console(), folder)
    except (DemoError, LaunchError) as error:
        click.echo(f"The demonstration failed: {error}", err=True)
        sys.exit(1)


@click.command("up", help="Run the local Google until interrupted.")
@click.option("--port", type=click.IntRange(0, 65535), default=8085, show_default=True)
@click.option(
    "--data", type=click.Path(file_okay=False, path_type=Path), default=Sandbox(_FOLDER).google,
    show_default=True, help="What is kept: the demonstration's workbooks, or a folder of its own.",
)  # fmt: skip
@click.option(
    "--quota", type=click.Choice(["off", "google"]), default="off", show_default=True,
    help="google: 60 reads and 60 writes a minute per user, 300 per project, then 429.",
)  # fmt: skip
@click.option("--latency", default="0ms", show_default=True, help="Wait before every answer.")
def up(port: int, data: Path, quota: str, latency: str) -> None:
    """Serve `data` and tell `muaheso` where it is."""
    options = ("--quota", quota, "--latency", latency)
    try:
        with local_google(data, port, options) as google:
            if Sandbox(data.parent).google == data:
                Sandbox(data.parent).move_environment(google)
            click.echo(f"Local Google: {google} (stop with Ctrl-C)")
            click.echo(f"Credentials of a robot: {data / 'credentials.json'}")
            # Ended by Ctrl-C or by a service manager: either way the server it started ends too.
            signal.signal(signal.SIGTERM, signal.default_int_handler)
            with suppress(KeyboardInterrupt):
                threading.Event().wait()
    except LaunchError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)


@click.command("pictures", help="Make the guides' pictures from the demonstration's workbooks.")
@click.option(
    "--folder", type=click.Path(file_okay=False, path_type=Path), default=_FOLDER,
    show_default=True, help="Where the demonstration left its workbooks; run first if it did not.",
)  # fmt: skip
@click.option(
    "--to", type=click.Path(file_okay=False, path_type=Path), default=_PICTURES,
    show_default=True, help="Where the pictures go.",
)  # fmt: skip
def pictures(folder: Path, to: Path) -> None:
    """Draw the pictures; exit 1 with one line when a program is missing or fails."""
    xlsx = Sandbox(folder).xlsx
    try:
        if not (xlsx / PROVINCE_FILE).is_file():
            run_demo(Console(), folder)
        for path in make_pictures(xlsx, to, load()):
            click.echo(path)
    except (DemoError, LaunchError, PictureError) as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)


commands = (demo, up, pictures)
