"""Cuts lists into pages whose tokens stay good while the list changes."""

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Sequence
from typing import TypeVar

from deploy.local.emulator import errors
from deploy.local.emulator.context import Context
from deploy.local.emulator.shapes import Json

Item = TypeVar("Item")


def page(
    context: Context,
    items: Sequence[Item],
    identity: Callable[[Item], str],
    default: int,
    largest: int,
) -> tuple[list[Item], Json]:
    """Return the page a request asks for, and its ``nextPageToken``, if any, as an object.

    A token remembers the last item of its page: the next page goes on after it, wherever it is
    by then, or from the same position when it is gone.

    Raises:
        GoogleError: The size is below one, or the token is not one of this list.
    """
    size = context.query.number("pageSize", default)
    if size < 1:
        raise errors.drive_invalid(
            f"Invalid value '{size}'. Values must be within the range: [1, {largest}]", "pageSize"
        )
    start = _start(context, [identity(item) for item in items])
    end = start + min(size, largest)
    shown = list(items[start:end])
    if end >= len(items):
        return shown, {}
    return shown, {"nextPageToken": _written(_fingerprint(context), end, identity(items[end - 1]))}


def _start(context: Context, identities: list[str]) -> int:
    token = context.query.text("pageToken")
    if not token:
        return 0
    fingerprint, position, last = _read(token)
    if fingerprint != _fingerprint(context):
        raise _invalid()
    return identities.index(last) + 1 if last in identities else position


def _fingerprint(context: Context) -> str:
    """Return what the pages of one list have in common: path, caller and everything asked for."""
    ignored = ("pageToken", "pageSize", "fields", "prettyPrint", "alt", "key", "quotaUser")
    asked = sorted(pair for pair in context.call.query if pair[0] not in ignored)
    text = json.dumps([context.call.path, context.user, asked])
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:12]


def _written(fingerprint: str, position: int, last: str) -> str:
    text = json.dumps([fingerprint, position, last], separators=(",", ":"))
    return "~!!~" + base64.urlsafe_b64encode(text.encode("ascii")).decode("ascii")


def _read(token: str) -> tuple[str, int, str]:
    try:
        data = base64.b64decode(token.removeprefix("~!!~"), altchars=b"-_", validate=True)
        fingerprint, position, last = json.loads(data)
    except (binascii.Error, ValueError, TypeError, RecursionError):
        raise _invalid() from None
    if not isinstance(position, int) or position < 0 or not isinstance(last, str):
        raise _invalid()
    return str(fingerprint), position, last


def _invalid() -> errors.GoogleError:
    return errors.drive_invalid("Invalid Value", "pageToken")
