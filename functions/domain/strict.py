"""Strict reading of JSON into frozen dataclasses: the field annotations are the format."""

import dataclasses
import math
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Record = TypeVar("Record")


MOST = 10**9
"""No number of a campaign lies beyond; a thousand million of them still add up exactly."""


class ProblemError(ValueError):
    """Bad input: ``key`` is the path of the value, ``reason`` says what it must be."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"{key}: {reason}")
        self.key = key
        self.reason = reason


@dataclass(frozen=True)
class Range:
    """Smallest and largest number that an annotated field takes; None sets no limit."""

    least: float | None = None
    most: float | None = None

    def check(self, value: float, key: str) -> None:
        """Raises ProblemError when the value lies outside."""
        if self.least is not None and value < self.least:
            raise ProblemError(key, f"must be at least {self.least}")
        if self.most is not None and value > self.most:
            raise ProblemError(key, f"must be at most {self.most}")


def read_record(kind: type[Record], value: object, key: str) -> Record:
    """One dataclass out of a JSON object.

    Args:
        kind: the dataclass; its annotations name the types, its defaults what may be left out.
        value: parsed JSON.
        key: path of the value, empty at the root.

    Raises:
        ProblemError: for an unknown or missing key or a value of another type.
    """
    if not isinstance(value, dict):
        raise ProblemError(key or "problem", "must be an object")
    hints = get_type_hints(kind, include_extras=True)
    fields = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    prefix = f"{key}." if key else ""
    for name in value:
        if name not in fields:
            raise ProblemError(f"{prefix}{name}", "is not a key of the format")
    for name, field in fields.items():
        required = field.default is MISSING and field.default_factory is MISSING
        if required and name not in value:
            raise ProblemError(f"{prefix}{name}", "is missing")
    read = {name: _value(hints[name], value[name], f"{prefix}{name}") for name in value}
    return kind(**read)


def write_record(record: object) -> dict[str, Any]:
    """A dataclass as JSON values: nested records as objects, tuples as lists."""
    return {
        field.name: _plain(getattr(record, field.name))
        for field in dataclasses.fields(record)  # type: ignore[arg-type]
    }


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value):
        return write_record(value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _value(hint: object, value: object, key: str) -> object:
    """The value as its annotation says, or ProblemError."""
    if dataclasses.is_dataclass(hint):
        return read_record(hint, value, key)  # type: ignore[arg-type]
    if hint in _SCALARS:
        return _SCALARS[hint](value, key)
    return _GENERICS[get_origin(hint)](hint, value, key)


def _integer(value: object, key: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ProblemError(key, "must be a whole number")
    _check_size(value, key)
    return value


def _number(value: object, key: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ProblemError(key, "must be a number")
    if isinstance(value, float) and math.isnan(value):
        raise ProblemError(key, "must be a number")
    _check_size(value, key)
    return value


def _check_size(value: float, key: str) -> None:
    """Refuse what later could not be counted with; a whole number may be too long for a float."""
    if abs(value) > MOST:
        raise ProblemError(key, f"must lie between -{MOST} and {MOST}")


def _text(value: object, key: str) -> str:
    if not isinstance(value, str) or not value:
        raise ProblemError(key, "must be a text that is not empty")
    return value


def _truth(value: object, key: str) -> bool:
    if not isinstance(value, bool):
        raise ProblemError(key, "must be true or false")
    return value


def _choice(hint: object, value: object, key: str) -> object:
    if not isinstance(value, str) or value not in get_args(hint):
        raise ProblemError(key, f"must be one of {', '.join(get_args(hint))}")
    return value


def _optional(hint: object, value: object, key: str) -> object:
    inner = next(part for part in get_args(hint) if part is not type(None))
    return None if value is None else _value(inner, value, key)


def _sequence(hint: object, value: object, key: str) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise ProblemError(key, "must be a list")
    parts = get_args(hint)
    if parts[-1] is Ellipsis:
        parts = (parts[0],) * len(value)
    if len(parts) != len(value):
        raise ProblemError(key, f"must be a list of {len(parts)}")
    pairs = enumerate(zip(parts, value, strict=True))
    return tuple(_value(part, item, f"{key}[{index}]") for index, (part, item) in pairs)


def _mapping(hint: object, value: object, key: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ProblemError(key, "must be an object")
    inner = get_args(hint)[1]
    return {name: _value(inner, item, f"{key}.{name}") for name, item in sorted(value.items())}


def _annotated(hint: object, value: object, key: str) -> object:
    inner, *limits = get_args(hint)
    read = _value(inner, value, key)
    for limit in limits:
        limit.check(read, key)
    return read


_SCALARS: Mapping[object, Callable[[object, str], object]] = {
    int: _integer,
    float: _number,
    str: _text,
    bool: _truth,
}

_GENERICS: Mapping[object, Callable[[object, object, str], object]] = {
    Annotated: _annotated,
    Literal: _choice,
    Mapping: _mapping,
    Union: _optional,
    tuple: _sequence,
    types.UnionType: _optional,
}
