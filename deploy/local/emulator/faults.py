"""Faults that tests ask for, and the proof that they were met."""

from dataclasses import asdict, dataclass

from deploy.local.emulator.call import Reply
from deploy.local.emulator.shapes import Json

ACTIONS = ("drop_before", "drop_after", "cut_body", "delay")
_STATUSES = range(400, 600)
LONGEST_DELAY = 600


class Dropped(ConnectionError):  # noqa: N818 - the connection ends, nothing is wrong
    """The server closes the connection; half of ``reply``, if any, still goes out."""

    def __init__(self, reply: Reply | None = None) -> None:
        super().__init__("connection dropped by an injected fault")
        self.reply = reply


class BadFaultError(ValueError):
    """The description of a fault makes no sense."""


@dataclass
class Fault:
    """One order: meet ``method`` (of ``spreadsheet``, None is any) ``count`` times."""

    method: str
    spreadsheet: str | None = None
    count: int = 1
    status: int | None = None
    action: str | None = None
    seconds: float = 0.0
    injected: int = 0


def read_fault(body: Json) -> Fault:
    """Return the fault a JSON object describes.

    Raises:
        BadFaultError: A name is unknown, or a value is out of range.
    """
    known = {"method", "spreadsheet", "count", "status", "action", "seconds"}
    if not isinstance(body, dict) or not set(body) <= known or "method" not in body:
        raise BadFaultError(f"a fault has a method and may have {sorted(known - {'method'})}")
    fault = Fault(**body)
    if (fault.status is None) == (fault.action is None):
        raise BadFaultError("a fault has either a status or an action")
    if fault.status is not None and fault.status not in _STATUSES:
        raise BadFaultError("status must be between 400 and 599")
    if fault.action is not None and fault.action not in ACTIONS:
        raise BadFaultError(f"action must be one of {', '.join(ACTIONS)}")
    if not isinstance(fault.count, int) or fault.count < 1:
        raise BadFaultError("count must be a positive whole number")
    if not isinstance(fault.seconds, int | float) or not 0 <= fault.seconds <= LONGEST_DELAY:
        raise BadFaultError(f"seconds must be between 0 and {LONGEST_DELAY}")
    return fault


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
            if fits and order.injected < order.count:
                order.injected += 1
                return order
        return None

    def report(self) -> list[Json]:
        """Return every order with ``remaining`` and ``injected``."""
        return [{**asdict(one), "remaining": one.count - one.injected} for one in self._orders]
