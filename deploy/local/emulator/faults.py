"""Faults that tests ask for, and the proof that they were met."""

import math
from dataclasses import asdict, dataclass, fields
from typing import Final

from deploy.local.emulator.call import Reply
from deploy.local.emulator.shapes import Json, JsonValue

ACTIONS = ("drop_before", "drop_after", "cut_body", "dribble", "delay")
REASONS = (
    "rateLimitExceeded",
    "userRateLimitExceeded",
    "sharingRateLimitExceeded",
    "dailyLimitExceeded",
)
"""Reasons with which Drive refuses by 403 those who ask too much."""
UNCERTAIN: Final = (
    (
        "An injected 502 is a page of HTML, as reports show of Google's front end; other injected "
        "statuses are JSON in the form of the API."
    ),
)
_STATUSES = range(400, 600)
LONGEST_DELAY = 600
_MOST = 10**9


class Dropped(ConnectionError):  # noqa: N818 - the connection ends, nothing is wrong
    """The server closes the connection; half of ``reply``, if any, still goes out."""

    def __init__(self, reply: Reply | None = None) -> None:
        super().__init__("connection dropped by an injected fault")
        self.reply = reply


class BadFaultError(ValueError):
    """The description of a fault makes no sense."""


@dataclass
class Fault:
    """One order: meet ``method`` (of ``spreadsheet``, None is any) ``count`` times.

    The first ``after`` requests that fit pass by. ``reason`` is for a 403 of Drive, ``seconds``
    for ``delay`` and for the time over which ``dribble`` sends the body.
    """

    method: str
    spreadsheet: str | None = None
    count: int = 1
    after: int = 0
    status: int | None = None
    reason: str | None = None
    action: str | None = None
    seconds: float = 0.0
    injected: int = 0
    passed: int = 0


_COUNTED = ("injected", "passed")
_KNOWN = frozenset(field.name for field in fields(Fault)) - set(_COUNTED)


def read_fault(body: JsonValue) -> Fault:
    """Return the fault a JSON object describes.

    Raises:
        BadFaultError: A name is unknown, or a value is out of range.
    """
    if not isinstance(body, dict) or not set(body) <= _KNOWN or "method" not in body:
        raise BadFaultError(f"a fault has a method and may have {sorted(_KNOWN - {'method'})}")
    fault = Fault(**body)
    _check_names(fault)
    if (fault.status is None) == (fault.action is None):
        raise BadFaultError("a fault has either a status or an action")
    if fault.status is not None and not _whole(fault.status, _STATUSES.start, _STATUSES.stop - 1):
        raise BadFaultError("status must be between 400 and 599")
    if fault.action is not None and fault.action not in ACTIONS:
        raise BadFaultError(f"action must be one of {', '.join(ACTIONS)}")
    if fault.reason is not None and (fault.reason not in REASONS or fault.status != 403):  # noqa: PLR2004
        raise BadFaultError(f"reason goes with status 403 and is one of {', '.join(REASONS)}")
    if not _whole(fault.count, 1, _MOST) or not _whole(fault.after, 0, _MOST):
        raise BadFaultError("count must be a positive whole number, after a whole number")
    return fault


def _check_names(fault: Fault) -> None:
    if not isinstance(fault.method, str) or not isinstance(fault.spreadsheet, str | None):
        raise BadFaultError("method and spreadsheet are texts")
    seconds = fault.seconds
    if (
        type(seconds) not in (int, float)
        or not 0 <= seconds <= LONGEST_DELAY
        or math.isnan(seconds)
    ):
        raise BadFaultError(f"seconds must be between 0 and {LONGEST_DELAY}")


def _whole(value: JsonValue, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most


class Faults:
    """All orders, oldest first; the first that fits a request is used up by one."""

    def __init__(self) -> None:
        self._orders: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Take another order."""
        self._orders.append(fault)

    def clear(self) -> None:
        """Forget all orders and what was injected."""
        self._orders.clear()

    def take(self, method: str, spreadsheet: str | None) -> Fault | None:
        """Return the fault to inject into this request, None for an undisturbed one."""
        for order in self._orders:
            fits = order.method == method and order.spreadsheet in (None, spreadsheet)
            if not fits or order.injected >= order.count:
                continue
            if order.passed < order.after:
                order.passed += 1
                continue
            order.injected += 1
            return order
        return None

    def report(self) -> list[Json]:
        """Return every order with ``passed``, ``injected`` and ``remaining``."""
        return [{**asdict(one), "remaining": one.count - one.injected} for one in self._orders]
