"""Reads request bodies the way Google does: same spellings accepted, same sentences refused."""

import json
import re
import sys

from deploy.local.emulator import errors, masks
from deploy.local.emulator.discovery.oneofs import unions_of
from deploy.local.emulator.discovery.tables import Api
from deploy.local.emulator.shapes import Json, JsonValue

INT_LIMITS = {"int32": 2**31, "int64": 2**63}
_PROTO_NAMES = {"int32": "TYPE_INT32", "int64": "TYPE_INT64", "double": "TYPE_DOUBLE"}
_LIST_VALUE = "type.googleapis.com/google.protobuf.ListValue"
_SHARED_ENUMS = {"dimension": "Dimension", "majorDimension": "Dimension"}
_SNAKE = re.compile(r"(?<!^)(?=[A-Z])")
MAX_VIOLATIONS = 50
_DROP = object()


def snake(name: str) -> str:
    """Return ``addSheet`` as ``add_sheet``."""
    return _SNAKE.sub("_", name).lower()


def read_body(
    api: Api, schema: str, raw: bytes, root: str = "", *, ignore_unknown: bool = False
) -> Json:
    """Return the body of a request with nulls dropped and names in camelCase.

    Args:
        api: Tables to check against.
        schema: Name of the body's schema.
        raw: The body as it came.
        root: Path Google puts in front, ``data`` for a ValueRange in the URL's place.
        ignore_unknown: Drop names the schema lacks, as Drive does.

    Raises:
        GoogleError: The body is not JSON or does not fit the schema.
    """
    if not raw.strip():
        return {}
    try:
        body = json.loads(raw, parse_constant=_refuse_constant)
        _refuse_half_characters(raw, body)
    except (ValueError, RecursionError):
        text = "Invalid JSON payload received. Unexpected token."
        raise errors.violations([(None, text)]) from None
    if not isinstance(body, dict):
        text = 'Invalid JSON payload received. Unknown name "": Root element must be a message.'
        raise errors.violations([(None, text)])
    reader = _Reader(api, ignore_unknown=ignore_unknown)
    result = reader.message(schema, body, root)
    if reader.found:
        raise errors.violations(reader.found[:MAX_VIOLATIONS])
    return result


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def _refuse_half_characters(raw: bytes, body: JsonValue) -> None:
    # Only an escape or this byte can bring half a surrogate pair, which is no UTF-8 text.
    if b"\\ud" in raw or b"\\uD" in raw or b"\xed" in raw:
        json.dumps(body, ensure_ascii=False).encode("utf-8")


class _Reader:
    """Walks one body and collects what is wrong with it."""

    def __init__(self, api: Api, *, ignore_unknown: bool) -> None:
        self.api = api
        self.ignore_unknown = ignore_unknown
        self.found: list[tuple[str | None, str]] = []

    def message(self, schema: str, value: JsonValue, path: str) -> Json:
        if not isinstance(value, dict):
            self._wrong(path, f"type.googleapis.com/google.apps.sheets.v4.{schema}", value)
            return {}
        fields = self.api.schemas[schema]
        result: Json = {}
        for key, item in value.items():
            name = key if key in fields else _camel(key)
            if name not in fields:
                if not self.ignore_unknown:
                    self._unknown(path, key)
            elif item is not None:
                self._check_union(schema, path, (key, name), result)
                read = self.value(fields[name], item, _join(path, snake(name)), (schema, name))
                if read is not _DROP:
                    result[name] = read
        return result

    def _check_union(self, schema: str, path: str, field: tuple[str, str], already: Json) -> None:
        key, name = field
        unions = unions_of(schema)
        union = unions.get(name)
        if union and any(other != name and unions.get(other) == union for other in already):
            text = (
                f"Invalid value at '{path}' (oneof), oneof field '{union}' is already set. "
                f"Cannot set '{key}'"
            )
            self.found.append((path or None, text))

    def value(self, kind: str, value: JsonValue, path: str, owner: tuple[str, str]) -> JsonValue:
        head, _, rest = kind.partition(" ")
        if head == "list":
            return self._list(rest, value, path, owner)
        if isinstance(value, list) and head != "any":
            parent, _, name = path.rpartition(".")
            where = f" at '{parent}'" if parent else ""
            self.found.append(
                (
                    parent or None,
                    (
                        f'Invalid JSON payload received. Unknown name "{name}"{where}: '
                        "Proto field is not repeating, cannot start list."
                    ),
                )
            )
            return _DROP
        if head == "ref":
            return self.message(rest, value, path)
        if head == "map":
            return self._map(rest, value, path, owner)
        if head == "enum":
            return self._enum(int(rest), value, path, owner)
        return value if head == "any" else self._scalar(head, value, path)

    def _list(self, inner: str, value: JsonValue, path: str, owner: tuple[str, str]) -> JsonValue:
        if inner == "list any":
            return self._rows(value, path)
        items = value if isinstance(value, list) else [value]
        paths = [f"{path}[{n}]" for n in range(len(items))] if isinstance(value, list) else [path]
        read = [
            self.value(inner, item, where, owner)
            for item, where in zip(items, paths, strict=True)
            if item is not None
        ]
        return [item for item in read if item is not _DROP]

    def _rows(self, value: JsonValue, path: str) -> JsonValue:
        if not isinstance(value, list):
            self._wrong(path, _LIST_VALUE, value)
            return _DROP
        for number, row in enumerate(value):
            if not isinstance(row, list):
                self._wrong(f"{path}[{number}]", _LIST_VALUE, row)
        return value

    def _map(self, inner: str, value: JsonValue, path: str, owner: tuple[str, str]) -> JsonValue:
        if not isinstance(value, dict):
            self._wrong(path, "Map", value)
            return _DROP
        # Drive deletes a property that is set to null: the caller looks at the raw body for those.
        kept = {key: item for key, item in value.items() if item is not None}
        return {key: self.value(inner, item, path, owner) for key, item in kept.items()}

    def _enum(self, number: int, value: JsonValue, path: str, owner: tuple[str, str]) -> JsonValue:
        if isinstance(value, str) and value in self.api.enums[number]:
            return value
        schema, name = owner
        nested = f"{schema}.{name[:1].upper()}{name[1:]}"
        type_name = _SHARED_ENUMS.get(name, nested)
        self._wrong(path, f"type.googleapis.com/google.apps.sheets.v4.{type_name}", value)
        return _DROP

    def _scalar(self, kind: str, value: JsonValue, path: str) -> JsonValue:
        if kind == "boolean":
            read = _boolean(value)
        elif kind in ("string", "mask"):
            read = value if isinstance(value, str) else _DROP
        else:
            read = _number(kind, value)
        if read is _DROP:
            names = {
                "boolean": "TYPE_BOOL",
                "mask": "type.googleapis.com/google.protobuf.FieldMask",
            }
            self._wrong(path, names.get(kind, _PROTO_NAMES.get(kind, "TYPE_STRING")), value)
        elif kind == "mask":
            self._mask(read, path)
        return read

    def _mask(self, text: str, path: str) -> None:
        try:
            masks.parse(text or "*")
        except masks.MaskError:
            self._wrong(path, "type.googleapis.com/google.protobuf.FieldMask", text)

    def _wrong(self, path: str, type_name: str, value: JsonValue) -> None:
        text = f"Invalid value at '{path}' ({type_name}), {errors.as_json_text(value)}"
        self.found.append((path, text))

    def _unknown(self, path: str, key: str) -> None:
        where = f" at '{path}'" if path else ""
        text = (
            f"Invalid JSON payload received. Unknown name {errors.as_json_text(key)}{where}: "
            "Cannot find field."
        )
        self.found.append((path or None, text))


def _boolean(value: JsonValue) -> JsonValue:
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(value, _DROP) if isinstance(value, str) else _DROP


def _number(kind: str, value: JsonValue) -> JsonValue:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return _DROP
    number: int | float
    try:
        if isinstance(value, str):
            number = float(value) if kind == "double" else int(value)
        else:
            number = value
    except ValueError:
        return _DROP
    if kind == "double":
        return number if _finite(number) else _DROP
    if (
        not _finite(number)
        or number != int(number)
        or not -INT_LIMITS[kind] <= number < INT_LIMITS[kind]
    ):
        return _DROP
    return int(number)


def _finite(number: float) -> bool:
    return abs(number) <= sys.float_info.max


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _camel(name: str) -> str:
    head, *tail = name.split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in tail)
