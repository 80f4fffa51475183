"""Puts the parts together: the only place that names concrete adapters. Nothing runs at import."""

from __future__ import annotations

from collections.abc import Callable

from functions.adapters.auth import FOLDER_SCOPES, PROVISION_SCOPES, SCOPES, credentials
from functions.adapters.clock import SystemClock
from functions.adapters.http import PacedClient
from functions.adapters.sheets import GoogleWorkbookFactory, GoogleWorkbooks
from functions.adapters.store import ObjectStorage
from functions.config import Config
from functions.runs.provision import Provisioner
from functions.runs.services import Services, no_progress
from sheets_schema.schema import load

Progress = Callable[[str, int, int], None]


def make_services(config: Config, progress: Progress = no_progress) -> Services:
    """Return what a night needs; raise StoreError when the store cannot be opened."""
    clock = SystemClock()
    client = PacedClient(credentials(config.token, SCOPES), config.google, config.calls_per_minute)
    return Services(
        schema=load(),
        workbooks=GoogleWorkbooks(client, clock),
        store=ObjectStorage(config.store),
        clock=clock,
        meter=client,
        province_workbook=config.province_workbook,
        solver_seconds=config.solver_seconds,
        progress=progress,
    )


def make_provisioner(
    config: Config, progress: Progress = no_progress, *, folder: bool = False
) -> Provisioner:
    """Return what provisioning needs. Its requests create things, so none is sent twice.

    `folder` says that files go into a folder or Shared Drive, which takes a wider right.
    """
    clock = SystemClock()
    client = PacedClient(
        credentials(config.token, FOLDER_SCOPES if folder else PROVISION_SCOPES),
        config.google,
        config.calls_per_minute,
        repeat_writes=False,
    )
    return Provisioner(
        schema=load(),
        workbooks=GoogleWorkbooks(client, clock),
        factory=GoogleWorkbookFactory(client),
        store=ObjectStorage(config.store),
        clock=clock,
        link=lambda workbook_id: f"https://docs.google.com/spreadsheets/d/{workbook_id}/edit",
        progress=progress,
    )
