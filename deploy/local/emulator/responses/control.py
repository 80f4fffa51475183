"""/_local/: reset, clock, credentials, counters, faults, health. No token needed."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from deploy.local.emulator.call import Call, Reply, json_reply
from deploy.local.emulator.clock import BadAdvanceError, Clock
from deploy.local.emulator.discovery.extract import SCOPES
from deploy.local.emulator.faults import BadFaultError, Faults, read_fault
from deploy.local.emulator.meters import Meters
from deploy.local.emulator.oauth.authority import Authority
from deploy.local.emulator.oauth.robots import ROBOT, is_robot
from deploy.local.emulator.quota import Quota
from deploy.local.emulator.shapes import Json, JsonValue
from deploy.local.emulator.state.store import Store

PREFIX = "/_local/"
_SCOPES: Final = frozenset((f"{SCOPES}spreadsheets", f"{SCOPES}drive"))


class BadOrderError(ValueError):
    """A control request says something that cannot be done; the message says what it may say."""


@dataclass(frozen=True)
class Control:
    """The control routes over one server's state."""

    store: Store
    meters: Meters
    faults: Faults
    clock: Clock
    quota: Quota
    authority: Authority

    def handle(self, call: Call) -> Reply:
        """Answer one control request."""
        routes: dict[tuple[str, str], Callable[[Call], JsonValue]] = {
            ("GET", "health"): lambda _call: {"status": "ok"},
            ("POST", "reset"): self._reset,
            ("GET", "clock"): self._clock,
            ("POST", "clock"): self._advance,
            ("POST", "credentials"): self._credentials,
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
        except (BadFaultError, BadAdvanceError, BadOrderError) as error:
            return json_reply({"error": str(error)}, 400)

    def _reset(self, _call: Call) -> JsonValue:
        self.store.reset()
        self.meters.reset()
        self.quota.reset()
        self.faults.clear()
        self.clock.reset()
        return {}

    def _clock(self, _call: Call) -> JsonValue:
        return {"now": self.clock.now().isoformat(timespec="milliseconds")}

    def _advance(self, call: Call) -> JsonValue:
        body = _object(call, {"advance_seconds"})
        seconds = body.get("advance_seconds")
        if isinstance(seconds, bool) or not isinstance(seconds, int | float):
            raise BadOrderError("advance_seconds is a number")
        self.clock.advance(seconds)
        return self._clock(call)

    def _credentials(self, call: Call) -> JsonValue:
        body = _object(call, {"type", "email"})
        kind, address = body.get("type"), body.get("email", ROBOT)
        if kind == "service_account" and isinstance(address, str) and is_robot(address):
            return self.authority.service_account(address)
        if kind == "authorized_user" and isinstance(address, str) and not is_robot(address):
            return self.authority.authorized_user(address, _SCOPES)
        raise BadOrderError(
            f"type is service_account, with an email like {ROBOT}, or authorized_user, with the "
            "email of a person"
        )

    def _counters(self, _call: Call) -> JsonValue:
        return {**self.meters.all(), "unsupported_formulas": self.store.lacking_functions()}

    def _reset_counters(self, _call: Call) -> JsonValue:
        self.meters.reset()
        return {}

    def _add_fault(self, call: Call) -> JsonValue:
        self.faults.add(read_fault(_body(call)))
        return {"faults": self.faults.report()}

    def _clear_faults(self, _call: Call) -> JsonValue:
        self.faults.clear()
        return {}


def _body(call: Call) -> JsonValue:
    try:
        return json.loads(call.body)
    except (ValueError, RecursionError):
        raise BadOrderError("the body is not JSON") from None


def _object(call: Call, known: set[str]) -> Json:
    body = _body(call)
    if not isinstance(body, dict) or not set(body) <= known:
        raise BadOrderError(f"the body is an object of {', '.join(sorted(known))}")
    return body
