"""The Cloud Functions, one for each verb. Cloud Scheduler calls them over HTTP.

Body, optional: `{"as_of": "2024-08-13"}` judges the campaign as of that day instead of today.
Answers: 200 with the night's counts; 400 for a body that is wrong; 500 when the configuration is;
503 when another run is under way or Google cannot be reached, so that the caller tries again.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import functions_framework
from flask import Request

from functions.config import Config
from functions.domain.night import PARTS, Part
from functions.errors import ConfigError, MuaHeSoError, RunInProgress, StoreError, WorkbookError
from functions.logs import log
from functions.runs.nightly import run_night
from functions.wiring import make_services

RUN_ID_HEADER = "X-CloudScheduler-ScheduleTime"
"""Constant across the retries of one scheduled run, so it names the run."""

Answer = tuple[dict[str, object], int]


@functions_framework.http
def nightly(request: Request) -> Answer:
    """Run the whole night."""
    return _run(request, PARTS)


@functions_framework.http
def validate(request: Request) -> Answer:
    """Read, check and write the findings only."""
    return _run(request, ("validate",))


@functions_framework.http
def assign(request: Request) -> Answer:
    """Read, check and write the assignments only."""
    return _run(request, ("assign",))


@functions_framework.http
def summarize(request: Request) -> Answer:
    """Read, check and write the summaries only."""
    return _run(request, ("summarize",))


def _run(request: Request, parts: Sequence[Part]) -> Answer:
    try:
        config = Config.from_environment(os.environ)
        services = make_services(config)
        now = services.clock.now()
        today = _as_of(request) or config.as_of or now.date()
        run_id = request.headers.get(RUN_ID_HEADER) or now.isoformat(timespec="seconds")
        return run_night(services, run_id, today, parts).to_json(), 200
    except _BadRequestError as error:
        return {"error": str(error)}, 400
    except (RunInProgress, WorkbookError, StoreError) as error:
        return _failed(error, 503)
    except ConfigError as error:
        return _failed(error, 500)
    except Exception as error:  # noqa: BLE001 - its message may quote a cell, so it stops here
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(last.filename).name}:{last.lineno}"
        log("night crashed", severity="ERROR", error=type(error).__name__, where=where)
        return {"error": f"unexpected {type(error).__name__} in {where}"}, 500


def _failed(error: MuaHeSoError, status: int) -> Answer:
    log("night failed", severity="ERROR", problem=str(error), status=status)
    return {"error": str(error)}, status


class _BadRequestError(ValueError):
    """The caller's body is wrong."""


def _as_of(request: Request) -> date | None:
    if not request.get_data():
        return None
    body = request.get_json(force=True, silent=True)
    if not isinstance(body, dict) or set(body) - {"as_of"}:
        raise _BadRequestError('the body must be {"as_of": "YYYY-MM-DD"} or empty')
    value = body.get("as_of")
    try:
        return date.fromisoformat(value) if value is not None else None
    except (TypeError, ValueError) as error:
        raise _BadRequestError("as_of must be a day, YYYY-MM-DD") from error
