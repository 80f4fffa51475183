"""Reads the environment once, into one frozen value. Nothing else in the code looks at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta, timezone
from urllib.parse import urlsplit

from functions.errors import ConfigError

# Viet Nam has had one offset since 1975, so no time zone database is needed to name its nights.
LOCAL_TIME = timezone(timedelta(hours=7), "ICT")
TIME_ZONE = "Asia/Ho_Chi_Minh"
LOCALE = "vi_VN"
NIGHT_HOUR = time(2, 0)
"""When the robot comes, in Viet Nam; the schedule of the deployment says the same."""

MOST_SOLVER_SECONDS = 600
"""A search ends by the clock after four times its seconds at the latest; a lease lasts an hour."""

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Config:
    """Where the product runs.

    `google` is the base address of a local Google, empty for the real one; `token` is the bearer
    token for it. `store` is a URL that obstore understands (`file:///...`, `gs://...`,
    `memory:///`). `calls_per_minute` paces reads and writes, each on its own. `solver_seconds` is
    how long one plan may be searched for. `as_of` is the day that a sandbox judges instead of
    today.
    """

    province_workbook: str
    store: str
    google: str = ""
    token: str = ""
    calls_per_minute: int = 48
    solver_seconds: int = 60
    as_of: date | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], *, province: bool = True) -> Config:
        """Read `MUAHESO_*`; raise ConfigError naming the variable that is missing or wrong.

        Without `province`, the province's workbook need not exist yet.
        """
        name = "MUAHESO_PROVINCE_WORKBOOK"
        if bool(environment.get("MUAHESO_GOOGLE")) != bool(environment.get("MUAHESO_TOKEN")):
            # Neither may a real credential reach a local server nor a made-up one the real Google.
            raise ConfigError("MUAHESO_GOOGLE and MUAHESO_TOKEN go together")
        return cls(
            province_workbook=_required(environment, name)
            if province
            else environment.get(name, ""),
            store=_required(environment, "MUAHESO_STORE"),
            google=_local_address(environment.get("MUAHESO_GOOGLE", "")),
            token=environment.get("MUAHESO_TOKEN", ""),
            calls_per_minute=_pace(environment.get("MUAHESO_CALLS_PER_MINUTE", "48")),
            solver_seconds=_seconds(environment.get("MUAHESO_SOLVER_SECONDS", "60")),
            as_of=_day(environment.get("MUAHESO_AS_OF", "")),
        )


def _required(environment: Mapping[str, str], name: str) -> str:
    value = environment.get(name, "").strip()
    if not value:
        raise ConfigError(f"{name} is not set")
    return value


def _local_address(value: str) -> str:
    if value and urlsplit(value).hostname not in _LOOPBACK:
        raise ConfigError(
            "MUAHESO_GOOGLE may only name a local Google, such as http://127.0.0.1:8085"
        )
    return value.rstrip("/")


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise ConfigError("MUAHESO_AS_OF must be a day, YYYY-MM-DD") from error


def _pace(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise ConfigError("MUAHESO_CALLS_PER_MINUTE must be a whole number, 1 or more")
    return int(value)


def _seconds(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= MOST_SOLVER_SECONDS:
        raise ConfigError(
            f"MUAHESO_SOLVER_SECONDS must be a whole number from 1 to {MOST_SOLVER_SECONDS}"
        )
    return int(value)
