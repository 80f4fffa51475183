"""Watches what is written into the workbooks, and lets people edit while the robot works."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from functions.domain.night import PARTS, Part
from functions.domain.workbook import Workbook
from functions.ports import Request, Workbooks
from functions.runs.nightly import NightReport, run_night
from functions.runs.services import Services
from tests.province import TODAY, Province


@dataclass
class Recorder:
    """The port `Workbooks` with an ear: every body written, and a chance to edit before each call.

    `before(step, workbook_id)` is called before each call; steps are counted from 0.
    """

    inner: Workbooks
    bodies: list[tuple[str, list[Mapping[str, Any]]]] = field(default_factory=list)
    before: Callable[[int, str], None] = lambda _step, _workbook: None
    step: int = 0

    def read(self, workbook_id: str) -> Workbook:
        """See `Workbooks.read`."""
        self._pass(workbook_id)
        return self.inner.read(workbook_id)

    def write(self, workbook_id: str, requests: Sequence[Request]) -> None:
        """See `Workbooks.write`."""
        self._pass(workbook_id)
        self.bodies.append((workbook_id, list(requests)))
        self.inner.write(workbook_id, requests)

    def kinds(self, workbook_id: str) -> Counter[str]:
        """Return how many requests of each kind were written into a workbook."""
        return Counter(
            kind
            for written, requests in self.bodies
            if written == workbook_id
            for request in requests
            for kind in request
        )

    def _pass(self, workbook_id: str) -> None:
        self.before(self.step, workbook_id)
        self.step += 1


@dataclass(frozen=True)
class Watched:
    """Nights of a province, with a recorder between the robot and the local Google."""

    services: Services
    recorder: Recorder

    def night(self, parts: Sequence[Part] = PARTS) -> NightReport:
        """Run a night."""
        return run_night(self.services, "2024-08-12T19:00:00Z", TODAY, parts)


def watch(province: Province) -> Watched:
    """Let a recorder stand between the robot and the local Google."""
    services = province.services()
    recorder = Recorder(services.workbooks)
    return Watched(replace(services, workbooks=recorder), recorder)
