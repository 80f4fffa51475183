"""Turn Google's discovery documents into the compact tables the server validates with.

``make discovery`` runs this where google-api-python-client is installed: a package of 111 MB that
carries the documents and that nothing else here needs.

A type is written as one string: ``string``, ``int32``, ``int64``, ``double``, ``boolean``,
``any``, ``mask``, ``enum N`` (index into ``enums``), ``ref NAME``, ``list TYPE``, ``map TYPE``.
"""

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

TARGET = Path(__file__).with_name("google.json")
DOCUMENTS = {"sheets": "sheets.v4.json", "drive": "drive.v3.json"}
SCOPES = "https://www.googleapis.com/auth/"

_SCALARS = {
    "google-fieldmask": "mask",
    "int32": "int32",
    "uint32": "int32",
    "int64": "int64",
    "uint64": "int64",
    "double": "double",
    "float": "double",
}
_BY_TYPE = {"integer": "int32", "number": "double", "boolean": "boolean", "any": "any"}


def extract(document: dict[str, Any]) -> dict[str, Any]:
    """Return ``{revision, enums, schemas, methods, parameters}`` of one discovery document."""
    enums: list[list[str]] = []
    schemas = {
        name: {key: _type(spec, enums) for key, spec in schema.get("properties", {}).items()}
        for name, schema in document["schemas"].items()
    }
    methods: dict[str, Any] = {}
    _collect_methods(document, methods, enums)
    common = {name: _type(spec, enums) for name, spec in document["parameters"].items()}
    return {
        "revision": document["revision"],
        "enums": enums,
        "schemas": schemas,
        "methods": methods,
        "parameters": common,
    }


def _collect_methods(
    resource: dict[str, Any], methods: dict[str, Any], enums: list[list[str]]
) -> None:
    for method in resource.get("methods", {}).values():
        parameters = {
            name: ("list " if spec.get("repeated") else "") + _type(spec, enums)
            for name, spec in method.get("parameters", {}).items()
            if spec["location"] == "query"
        }
        methods[method["id"].partition(".")[2]] = {
            "verb": method["httpMethod"],
            "path": method["path"],
            "query": parameters,
            "body": method.get("request", {}).get("$ref"),
            "response": method.get("response", {}).get("$ref"),
            "scopes": sorted(scope.removeprefix(SCOPES) for scope in method.get("scopes", [])),
        }
    for child in resource.get("resources", {}).values():
        _collect_methods(child, methods, enums)


def _type(spec: dict[str, Any], enums: list[list[str]]) -> str:
    if "$ref" in spec:
        return f"ref {spec['$ref']}"
    if "enum" in spec and "deprecated" not in spec:
        if spec["enum"] not in enums:
            enums.append(spec["enum"])
        return f"enum {enums.index(spec['enum'])}"
    if spec["type"] == "array":
        return f"list {_type(spec['items'], enums)}"
    if spec["type"] == "object":
        inner = spec.get("additionalProperties")
        return f"map {_type(inner, enums)}" if inner else "any"
    return _SCALARS.get(spec.get("format", ""), _BY_TYPE.get(spec["type"], "string"))


def main(folder: Path) -> None:
    """Write the tables of both documents found in ``folder`` next to this module."""
    tables = {
        api: extract(json.loads((folder / name).read_text(encoding="utf-8")))
        for api, name in DOCUMENTS.items()
    }
    text = json.dumps(tables, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    TARGET.write_text(text + "\n", encoding="utf-8")


def documents() -> Path:
    """Return the folder of discovery documents inside google-api-python-client.

    Raises:
        ModuleNotFoundError: The package is not installed.
    """
    package = find_spec("googleapiclient")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("google-api-python-client is not installed: run make discovery")
    return Path(package.origin).parent / "discovery_cache" / "documents"


if __name__ == "__main__":
    main(documents())
