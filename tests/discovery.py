"""Holds JSON against Google's discovery documents, by code that the local Google does not share."""

from collections.abc import Iterator

from deploy.local.emulator.discovery.tables import Api, api
from deploy.local.emulator.shapes import JsonValue

_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "mask": str,
    "boolean": bool,
    "int32": int,
    "int64": str,
    "double": (int, float),
    "map": dict,
}


def strangers(service: str, schema: str, value: JsonValue) -> list[str]:
    """Return what in `value` is not of the message that the discovery document describes.

    `service` is "sheets" or "drive". Fields that Google lacks, wrong types and words that are not
    of an enum are named by their path; an empty list means that all is well.
    """
    return list(_strangers(api(service), f"ref {schema}", value, schema))


def _strangers(tables: Api, kind: str, value: JsonValue, path: str) -> Iterator[str]:
    head, _, rest = kind.partition(" ")
    if head == "list":
        items = value if isinstance(value, list) else [f"{path}: no list"]
        for number, item in enumerate(items):
            yield from _strangers(tables, rest, item, f"{path}[{number}]")
    elif head == "ref":
        fields = tables.schemas[rest]
        for name, item in value.items():
            if name in fields:
                yield from _strangers(tables, fields[name], item, f"{path}.{name}")
            else:
                yield f"{path}.{name}: unknown to {rest}"
    elif head == "enum" and value not in tables.enums[int(rest)]:
        yield f"{path}: {value!r} is no word of the enum"
    elif not isinstance(value, _TYPES.get(head, object)) or (
        isinstance(value, bool) and head in ("int32", "double")
    ):
        yield f"{path}: {value!r} is no {head}"
