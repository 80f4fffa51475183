"""/_local/: reset, counters, faults, health. No token needed."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from deploy.local.emulator.call import Call, Reply, json_reply
from deploy.local.emulator.faults import BadFaultError, Faults, read_fault
from deploy.local.emulator.meters import Meters
from deploy.local.emulator.shapes import JsonValue
from deploy.local.emulator.state.store import Store

PREFIX = "/_local/"


@dataclass(frozen=True)
class Control:
    """The control routes over one server's state."""

    store: Store
    meters: Meters
    faults: Faults

    def handle(self, call: Call) -> Reply:
        """Answer one control request."""
        routes: dict[tuple[str, str], Callable[[Call], JsonValue]] = {
            ("GET", "health"): lambda _call: {"status": "ok"},
            ("POST", "reset"): self._reset,
            ("GET", "counters"): self._counters,
            ("POST", "counters/reset"): self._reset_counters,
            ("GET", "faults"): lambda _call: {"faults": self.faults.report()},
            ("POST", "faults"): self._add_fault,
            ("DELETE", "faults"): self._clear_faults,
        }
        route = routes.get((call.verb, call.path.removeprefix(PREFIX)))
        if route is None:
            return json_reply({"error": "no such control route"}, 404)
        try:
            return json_reply(route(call))
        except BadFaultError as error:
            return json_reply({"error": str(error)}, 400)

    def _reset(self, _call: Call) -> JsonValue:
        self.store.reset()
        self.meters.reset()
        self.faults.clear()
        return {}

    def _counters(self, _call: Call) -> JsonValue:
        return {**self.meters.all(), "unsupported_formulas": self.store.lacking_functions()}

    def _reset_counters(self, _call: Call) -> JsonValue:
        self.meters.reset()
        return {}

    def _add_fault(self, call: Call) -> JsonValue:
        try:
            body = json.loads(call.body)
        except (ValueError, RecursionError):
            raise BadFaultError("the body is not JSON") from None
        self.faults.add(read_fault(body))
        return {"faults": self.faults.report()}

    def _clear_faults(self, _call: Call) -> JsonValue:
        self.faults.clear()
        return {}
