"""Characters that a web page wrote by their names or numbers."""

from __future__ import annotations

import html
import re
from html.entities import html5

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def unescape(text: str) -> str:
    """Return `text` with every complete HTML entity read once; a lone `&` and tags stay."""
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    entity = match[0]
    if entity[1] != "#":
        return html5.get(entity[1:], entity)
    character = html.unescape(entity)
    # A number that is no character would be lost for good.
    return entity if character in {"", "\ufffd"} else character
