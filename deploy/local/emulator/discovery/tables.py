"""The compact tables of Google's discovery documents, read once."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

from deploy.local.emulator.shapes import Json


@dataclass(frozen=True)
class Method:
    """One API method: verb, path below the service, query parameters and schemas of both bodies.

    ``query`` maps the name of a parameter to its type; ``scopes`` are those of which a token
    needs one, without the prefix they share.
    """

    verb: str
    path: str
    query: dict[str, str]
    body: str | None
    response: str | None
    scopes: frozenset[str]


@dataclass(frozen=True)
class Api:
    """One API: schemas, enums and methods, with the revision they were taken from."""

    revision: str
    schemas: dict[str, dict[str, str]]
    enums: list[list[str]]
    methods: dict[str, Method]
    parameters: dict[str, str]

    def fields(self, schema: str) -> dict[str, str] | None:
        """Return the properties of a schema, None when there is no such schema."""
        return self.schemas.get(schema)


@cache
def api(name: str) -> Api:
    """Return the tables of ``sheets`` or ``drive``."""
    source = resources.files("deploy.local.emulator.discovery").joinpath("google.json")
    tables: Json = json.loads(source.read_text(encoding="utf-8"))[name]
    methods = {
        method_id: Method(**{**spec, "scopes": frozenset(spec["scopes"])})
        for method_id, spec in tables["methods"].items()
    }
    return Api(
        tables["revision"], tables["schemas"], tables["enums"], methods, tables["parameters"]
    )
