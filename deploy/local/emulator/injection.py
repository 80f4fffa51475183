"""Carries out a fault: what happens to one request before and after it is answered."""

import time
from dataclasses import replace

from deploy.local.emulator import errors
from deploy.local.emulator.call import Reply
from deploy.local.emulator.faults import Dropped, Fault
from deploy.local.emulator.routes import Route

_BAD_GATEWAY = 502
_FORBIDDEN = 403
_PAGE = b"""<!DOCTYPE html>
<html lang=en>
<title>Error 502 (Server Error)!!1</title>
<p><b>502.</b> <ins>That's an error.</ins>
<p>The server encountered a temporary error and could not complete your request.<p>Please try \
again in 30 seconds. <ins>That's all we know.</ins>
"""


def before(fault: Fault | None, route: Route) -> Reply | None:
    """Disturb a request that has not been answered yet; return the answer that replaces its own.

    Raises:
        Dropped: The connection breaks.
        GoogleError: The fault is an error in Google's form.
    """
    if fault is None:
        return None
    if fault.action == "delay":
        time.sleep(fault.seconds)
    if fault.action == "drop_before":
        raise Dropped
    if fault.status == _BAD_GATEWAY:
        return Reply(_BAD_GATEWAY, _PAGE, "text/html; charset=UTF-8")
    if fault.reason is not None and route.drive:
        raise errors.drive_limit(_FORBIDDEN, fault.reason)
    if fault.status is not None:
        kind = "Read" if route.reads else "Write"
        raise errors.injected(fault.status, drive=route.drive, kind=kind)
    return None


def after(fault: Fault | None, reply: Reply) -> Reply:
    """Disturb the way of an answer.

    Raises:
        Dropped: The connection breaks, after half of the body or before all of it.
    """
    if fault is None:
        return reply
    if fault.action == "drop_after":
        raise Dropped
    if fault.action == "cut_body":
        raise Dropped(reply)
    return replace(reply, seconds=fault.seconds) if fault.action == "dribble" else reply
