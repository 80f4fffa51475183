"""A YAML value that knows where it came from: every complaint names the file and the key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast


class SchemaError(ValueError):
    """The schema is wrong. The message names the file and the key, then says what is wrong."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(f"{file}: {key}: {reason}")


class Source:
    """One YAML value with the file and the key path it came from, for errors that point there."""

    def __init__(self, file: str, value: object, key: str = "$") -> None:
        self.file = file
        self.key = key
        self.value = value

    def error(self, reason: str) -> SchemaError:
        """Return an error that points at this value."""
        return SchemaError(self.file, self.key, reason)

    def mapping(self, allowed: set[str] | None = None) -> Mapping[str, Any]:
        """Return the value as a mapping that has no key beside `allowed`."""
        if not isinstance(self.value, Mapping):
            raise self.error("must be a mapping")
        unknown = sorted(str(key) for key in self.value if allowed and key not in allowed)
        if unknown:
            raise SchemaError(self.file, f"{self.key}.{unknown[0]}", "unknown key")
        return self.value

    def items(self) -> list[Source]:
        """Return the elements of a list, each with its own key path."""
        if not isinstance(self.value, Sequence) or isinstance(self.value, str):
            raise self.error("must be a list")
        return [
            Source(self.file, each, f"{self.key}[{index}]") for index, each in enumerate(self.value)
        ]

    def at(self, name: str, default: object = None) -> Source:
        """Return the value under `name`, or `default` when the mapping does not have it."""
        return Source(self.file, self.mapping().get(name, default), f"{self.key}.{name}")

    def text(self) -> str:
        """Return the value as text."""
        if not isinstance(self.value, str):
            raise self.error("must be text")
        return self.value

    def name(self) -> str:
        """Return the value as text that is not empty."""
        if not self.text():
            raise self.error("must not be empty")
        return self.text()

    def texts(self) -> tuple[str, ...]:
        """Return the value as a tuple of texts."""
        return tuple(each.text() for each in self.items())

    def flag(self) -> bool:
        """Return the value as true or false; absent is false."""
        if not isinstance(self.value, bool | None):
            raise self.error("must be true or false")
        return bool(self.value)

    def whole(self) -> int:
        """Return the value as a whole number that is not negative."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or self.value < 0:
            raise self.error("must be a whole number, 0 or more")
        return self.value

    def limit(self) -> float | None:
        """Return the value as a number, or None when it is absent."""
        if self.value is None:
            return None
        if not isinstance(self.value, int | float) or isinstance(self.value, bool):
            raise self.error("must be a number")
        return self.value

    def one_of(self, allowed: Sequence[str]) -> str:
        """Return the value, which must be one of `allowed`."""
        if self.value not in allowed:
            raise self.error(f"must be one of {', '.join(allowed)}")
        return cast("str", self.value)
