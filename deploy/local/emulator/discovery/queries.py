"""Reads the query of a URL against the parameters Google knows for the method."""

from deploy.local.emulator import errors
from deploy.local.emulator.discovery.bodies import snake
from deploy.local.emulator.discovery.tables import Api, Method
from deploy.local.emulator.shapes import JsonValue

_TYPES = "type.googleapis.com/google.apps.sheets.v4"
_BOOLEANS = {"true": True, "false": False, "1": True, "0": False}
_ENUM_NAMES = {"majorDimension": "Dimension"}


class Query:
    """The parameters of one request, each with the type its method declares."""

    def __init__(self, values: dict[str, list[JsonValue]]) -> None:
        self._values = values

    def text(self, name: str, default: str = "") -> str:
        """Return a string or enum parameter; an empty one counts as absent."""
        values = self._values.get(name)
        return str(values[-1]) if values and values[-1] != "" else default

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a boolean parameter."""
        values = self._values.get(name)
        return bool(values[-1]) if values else default

    def number(self, name: str, default: int) -> int:
        """Return an integer parameter."""
        values = self._values.get(name)
        return int(values[-1]) if values else default

    def texts(self, name: str) -> list[str]:
        """Return a repeated parameter in the order it was given."""
        return [str(value) for value in self._values.get(name, [])]


def read_query(api: Api, method: Method, pairs: tuple[tuple[str, str], ...]) -> Query:
    """Return the parameters of a Sheets request.

    Raises:
        GoogleError: A parameter is unknown or does not have its type.
    """
    found: list[tuple[str | None, str]] = []
    values: dict[str, list[JsonValue]] = {}
    for name, text in pairs:
        known = name in method.query or name in api.parameters
        key = name if known else _camel(name)
        kind = method.query.get(key, api.parameters.get(key))
        if kind is None:
            found.append(
                (
                    None,
                    (
                        f"Invalid JSON payload received. Unknown name {errors.as_json_text(name)}: "
                        f"Cannot bind query parameter. Field '{name}' could not be found in "
                        "request message."
                    ),
                )
            )
            continue
        value = _convert(api, kind.removeprefix("list "), text)
        if value is None:
            proto = _proto_name(kind.removeprefix("list "), key)
            shown = errors.as_json_text(text)
            found.append((snake(key), f"Invalid value at '{snake(key)}' ({proto}), {shown}"))
            continue
        values.setdefault(key, []).append(value)
    if found:
        raise errors.violations(found)
    return Query(values)


def read_drive_query(api: Api, method: Method, pairs: tuple[tuple[str, str], ...]) -> Query:
    """Return the parameters of a Drive request.

    Drive accepts on every method the parameters of its neighbours: files.get is sent
    ``includeItemsFromAllDrives`` in practice and answers.

    Raises:
        GoogleError: No Drive method knows the parameter, or it does not have its type.
    """
    everywhere = {
        name: kind for other in api.methods.values() for name, kind in other.query.items()
    }
    values: dict[str, list[JsonValue]] = {}
    for name, text in pairs:
        kind = method.query.get(name, api.parameters.get(name, everywhere.get(name)))
        if kind is None:
            raise errors.drive_invalid(f"Unknown parameter: {name}", name)
        value = _convert(api, kind.removeprefix("list "), text)
        if value is None:
            raise errors.drive_invalid(f"Invalid value '{text}' for parameter {name}", name)
        values.setdefault(name, []).append(value)
    return Query(values)


def _convert(api: Api, kind: str, text: str) -> JsonValue:
    if kind == "boolean":
        return _BOOLEANS.get(text.lower())
    if kind in ("int32", "int64"):
        try:
            return int(text)
        except ValueError:
            return None
    if kind.startswith("enum "):
        return text if text in ("", *api.enums[int(kind[5:])]) else None
    return text


def _proto_name(kind: str, name: str) -> str:
    if kind == "boolean":
        return "TYPE_BOOL"
    if kind in ("int32", "int64"):
        return f"TYPE_{kind.upper()}"
    bare = name.removeprefix("response")
    return f"{_TYPES}.{_ENUM_NAMES.get(bare, bare[:1].upper() + bare[1:])}"


def _camel(name: str) -> str:
    head, *tail = name.split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in tail)
