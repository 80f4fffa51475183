"""Notes which public methods of gspread's classes the conformance tests really called."""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import gspread

from deploy.local.emulator.shapes import JsonValue

CLASSES = (
    gspread.Client,
    gspread.HTTPClient,
    gspread.BackOffHTTPClient,
    gspread.Spreadsheet,
    gspread.Worksheet,
    gspread.Cell,
    gspread.worksheet.ValueRange,
)
seen: set[str] = set()
"""``Class.method`` of everything called since the recording began."""


def public_names() -> list[str]:
    """Return ``Class.method`` of every public method and property the classes define."""
    return [
        f"{kind.__name__}.{name}"
        for kind in CLASSES
        for name, member in vars(kind).items()
        if not name.startswith("_") and (callable(member) or _wrapped(member) is not None)
    ]


@contextmanager
def recording() -> Iterator[None]:
    """Note calls until the context ends; gspread behaves as ever meanwhile."""
    replaced = []
    for full in public_names():
        owner, name = full.split(".")
        kind = next(one for one in CLASSES if one.__name__ == owner)
        replaced.append((kind, name, vars(kind)[name]))
        setattr(kind, name, _noting(full, vars(kind)[name]))
    yield
    for kind, name, member in replaced:
        setattr(kind, name, member)


def _wrapped(member: JsonValue) -> Callable[..., JsonValue] | None:
    inner: Callable[..., JsonValue] | None = None
    if isinstance(member, classmethod | staticmethod):
        inner = member.__func__
    elif isinstance(member, property):
        inner = member.fget
    return inner


def _noting(full: str, member: JsonValue) -> JsonValue:
    function = _wrapped(member) or member

    @functools.wraps(function)
    def noted(*args: JsonValue, **more: JsonValue) -> JsonValue:
        seen.add(full)
        return function(*args, **more)

    return noted if function is member else type(member)(noted)
