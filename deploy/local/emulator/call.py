"""One HTTP request and one HTTP answer, without the transport."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from deploy.local.emulator.shapes import JsonValue

_quoted = json.encoder.encode_basestring
_PIECES = 20
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
    """An answer: status, body and the few headers Google's clients look at.

    The body takes ``seconds`` on its way, piece by piece.
    """

    status: int = 200
    body: bytes = b""
    content_type: str = JSON_TYPE
    headers: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0

    def pieces(self) -> Iterator[tuple[float, bytes]]:
        """Return the parts of the body, each with the seconds to wait before it."""
        count = min(_PIECES, len(self.body)) if self.seconds else 1
        for number in range(count):
            start, end = (len(self.body) * at // count for at in (number, number + 1))
            yield self.seconds / count, self.body[start:end]


def json_reply(value: JsonValue, status: int = 200, *, pretty: bool = True) -> Reply:
    """Return ``value`` the way Google prints it: two spaces, UTF-8, one newline at the end.

    Not ``pretty`` is without spaces and line breaks, as ``prettyPrint=false`` asks for.
    """
    if not pretty:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return Reply(status, text.encode("utf-8", "replace"))
    return Reply(status, (_printed(value, "\n") + "\n").encode("utf-8", "replace"))


def _printed(value: JsonValue, line: str) -> str:
    """Return ``value`` as JSON; ``line`` starts a new line at the present depth.

    The standard library indents in pure Python, several times slower than this.
    """
    kind = type(value)
    if kind is str:
        return _quoted(value)
    if kind is int:
        return repr(value)
    inner = line + "  "
    if kind is dict:
        parts = [f"{_quoted(key)}: {_printed(item, inner)}" for key, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(parts)}{line}}}" if parts else "{}"
    if kind is list:
        parts = [_quoted(item) if type(item) is str else _printed(item, inner) for item in value]
        return f"[{inner}{f',{inner}'.join(parts)}{line}]" if parts else "[]"
    return json.dumps(value)


def no_content() -> Reply:
    """Return Google's empty 204."""
    return Reply(204, content_type="text/html")
