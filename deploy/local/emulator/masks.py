"""Field masks: ``sheets(properties.title,data/rowData)``, the same in both spellings Google has.

A mask is a tree of names. ``ALL`` stands for "everything below".
"""

import re
from collections.abc import Callable

from deploy.local.emulator.shapes import JsonValue

Mask = dict[str, "Mask"]
ALL: Mask = {}
"""The empty tree: no restriction below this point."""

_TOKEN = re.compile(r"\s*([A-Za-z_$@][\w$@-]*|\*|[.,/()])")


class MaskError(ValueError):
    """The mask cannot be read, or names something unknown; ``path`` says where."""

    def __init__(self, path: str) -> None:
        super().__init__("bad field mask")
        self.path = path


def parse(text: str) -> Mask:
    """Return the tree of a mask.

    Raises:
        MaskError: The text is empty, not a mask, or nested beyond all sense.
    """
    tokens = _tokens(text)
    try:
        mask, rest = _group(tokens, text)
    except RecursionError:
        raise MaskError(text) from None
    if rest:
        raise MaskError(text)
    return mask


def _tokens(text: str) -> list[str]:
    tokens, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise MaskError(text)
        tokens.append(match[1])
        at = match.end()
    return tokens


def _group(tokens: list[str], text: str) -> tuple[Mask, list[str]]:
    mask: Mask = {}
    everything = False
    while True:
        everything |= bool(tokens) and tokens[0] == "*"
        tokens = _path(tokens, mask, text)
        if not tokens or tokens[0] != ",":
            return (ALL if everything else mask), tokens
        tokens = tokens[1:]


def _path(tokens: list[str], mask: Mask, text: str) -> list[str]:
    if not tokens or tokens[0] in ".,/()":
        raise MaskError(text)
    name, tokens = _camel(tokens[0]), tokens[1:]
    below: Mask = ALL
    if tokens and tokens[0] in "./":
        holder: Mask = {}
        tokens = _path(tokens[1:], holder, text)
        below = ALL if "*" in holder else holder
    elif tokens and tokens[0] == "(":
        below, tokens = _group(tokens[1:], text)
        if not tokens or tokens[0] != ")":
            raise MaskError(text)
        tokens = tokens[1:]
    _add(mask, name, below)
    return tokens


def _add(mask: Mask, name: str, below: Mask) -> None:
    if name not in mask:
        mask[name] = dict(below)
    elif below == ALL or mask[name] == ALL:
        mask[name] = ALL
    else:
        for child, deeper in below.items():
            _add(mask[name], child, deeper)


def _camel(name: str) -> str:
    head, *tail = name.split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in tail)


def wants(mask: Mask, *path: str) -> bool:
    """Say whether the mask lets ``path`` through, at least in part."""
    for name in path:
        if mask == ALL:
            return True
        if name not in mask:
            return False
        mask = mask[name]
    return True


def below(mask: Mask, *path: str) -> Mask:
    """Return the mask that holds under ``path``; ask ``wants`` first."""
    for name in path:
        mask = mask.get(name, ALL)
    return mask


def apply(mask: Mask, value: JsonValue) -> JsonValue:
    """Return only what the mask lets through; lists are masked item by item."""
    if mask == ALL:
        return value
    if isinstance(value, list):
        return [apply(mask, item) for item in value]
    if isinstance(value, dict):
        return {name: apply(mask[name], item) for name, item in value.items() if name in mask}
    return value


def check(mask: Mask, fields_of: Callable[[str], dict[str, str] | None], schema: str) -> None:
    """Check every name against the schemas.

    Raises:
        MaskError: A name is unknown; ``path`` is the full path to it.
    """
    _check(mask, fields_of, schema, "")


def _check(
    mask: Mask, fields_of: Callable[[str], dict[str, str] | None], schema: str, prefix: str
) -> None:
    fields = fields_of(schema)
    for name, deeper in mask.items():
        if fields is None or name not in fields:
            raise MaskError(prefix + name)
        if deeper:
            kind = fields[name].split(" ")
            inner = kind[-1] if kind[-2:-1] == ["ref"] else ""
            if kind[0] != "map" and kind[-1] != "any":
                _check(deeper, fields_of, inner, f"{prefix}{name}.")
