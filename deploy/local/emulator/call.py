"""One HTTP request and one HTTP answer, without the transport."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from deploy.local.emulator.shapes import JsonValue

JSON_TYPE = "application/json; charset=UTF-8"


@dataclass(frozen=True)
class Call:
    """A request as it arrived: ``path`` still percent-encoded, header names in lower case."""

    verb: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Reply:
    """An answer: status, body and the few headers Google's clients look at."""

    status: int = 200
    body: bytes = b""
    content_type: str = JSON_TYPE
    headers: tuple[tuple[str, str], ...] = ()


def json_reply(value: JsonValue, status: int = 200) -> Reply:
    """Return ``value`` the way Google prints it: two spaces, UTF-8, one newline at the end."""
    text = json.dumps(value, indent=2, ensure_ascii=False) + "\n"
    return Reply(status, text.encode("utf-8", "replace"))


def no_content() -> Reply:
    """Return Google's empty 204."""
    return Reply(204, content_type="text/html")
