"""Loads the folder of schema files into one frozen `Schema` and refuses a wrong one.

- `unit/*.yaml`, `province/*.yaml`: a Frictionless Table Schema per tab, with a `sheet` key of ours
- `common.yaml`: columns that people add to any tab
- `lists.yaml`: dropdown values
- `settings.yaml`: what a campaign decides for itself
- `findings.yaml`, `texts.yaml`: every word that the robot writes
- `units/*.csv`: the dated unit tree
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sheets_schema.model import BOOKS, Book, ChoiceList, Field, Schema, Table
from sheets_schema.parsing import (
    parse_common,
    parse_findings,
    parse_list,
    parse_setting,
    parse_table,
    parse_texts,
)
from sheets_schema.source import SchemaError, Source
from sheets_schema.unit_tree import UnitTree, read_units

FOLDER = Path(__file__).parent


@cache
def load(folder: Path = FOLDER) -> Schema:
    """Return the schema in `folder`; raise SchemaError naming the file and the key that is wrong.

    The result is cached: the files belong to the release, they do not change while it runs.
    """
    lists_source = _read(folder, folder / "lists.yaml")
    lists = {name: parse_list(name, lists_source.at(name)) for name in lists_source.mapping()}
    tables = tuple(_tables(folder))
    _check_names(tables, lists)
    return Schema(
        tables=tables,
        lists=lists,
        settings=_unique(_read(folder, folder / "settings.yaml"), parse_setting, "a setting"),
        findings=parse_findings(_read(folder, folder / "findings.yaml")),
        texts=parse_texts(_read(folder, folder / "texts.yaml")),
        units=_units(folder),
        common=_unique(_read(folder, folder / "common.yaml"), parse_common, "a column"),
    )


def _read(folder: Path, path: Path) -> Source:
    name = path.relative_to(folder).as_posix()
    try:
        return Source(name, _Loader(path.read_text(encoding="utf-8")).get_single_data())
    except FileNotFoundError as error:
        raise SchemaError(name, "$", "the file is missing") from error
    except UnicodeDecodeError as error:
        raise SchemaError(name, "$", "is not UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = f" at line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise SchemaError(name, "$", f"is not YAML{line}: {error.problem}") from error
    except yaml.YAMLError as error:
        raise SchemaError(name, "$", "is not YAML") from error


class _Loader(yaml.SafeLoader):
    """Plain YAML in which no key may stand twice; of two, YAML would keep the last in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - the signature is PyYAML's
        keys = [key.value for key, _ in node.value]
        for index, (key, _) in enumerate(node.value):
            if key.value in keys[:index]:
                raise yaml.MarkedYAMLError(
                    problem=f"key {key.value} stands twice", problem_mark=key.start_mark
                )
        return super().construct_mapping(node, deep=deep)


def _tables(folder: Path) -> Iterable[Table]:
    for book in BOOKS:
        for path in sorted((folder / book).glob("*.yaml")):
            yield parse_table(book, _with_base(folder, _read(folder, path)))


def _with_base(folder: Path, source: Source) -> Source:
    """Merge a tab that names another one in `fields_of` over that one's description."""
    base_name = source.mapping().get("fields_of")
    if base_name is None:
        return source
    base = _read(folder, folder / str(base_name))
    own = {key: value for key, value in source.mapping().items() if key != "fields_of"}
    merged = {**base.mapping(), **own}
    merged["sheet"] = {**base.at("sheet").mapping(), **source.at("sheet", {}).mapping()}
    return Source(source.file, merged)


def _unique(source: Source, parse: Callable[[Source], Field], what: str) -> tuple[Field, ...]:
    fields = tuple(parse(each) for each in source.items())
    if len({each.name for each in fields}) != len(fields):
        raise source.error(f"{what} stands twice")
    return fields


def _units(folder: Path) -> UnitTree:
    trees = []
    for path in sorted((folder / "units").glob("*.csv")):
        try:
            trees.append(read_units(path))
        except ValueError as error:
            raise SchemaError(f"units/{path.name}", "$", str(error)) from error
    if not trees:
        raise SchemaError("units", "$", "holds no unit file")
    return UnitTree(tuple(unit for tree in trees for unit in tree))


def _check_names(tables: tuple[Table, ...], lists: Mapping[str, ChoiceList]) -> None:
    known = {each.name for each in tables}
    for book in BOOKS:
        _check_unique(book, [each for each in tables if each.book == book])
    for table in tables:
        for each in table.fields:
            place = (f"{table.book}/{table.name}", f"fields.{each.name}.sheet")
            if each.list_name and each.list_name not in lists:
                raise SchemaError(*place, f"no list is named {each.list_name}")
            if each.kind in ("bool", "choice") and not each.list_name:
                raise SchemaError(*place, "a choice names its list")
            unknown = [name for name in each.refers_to if name not in known]
            if unknown or (each.kind == "ref") != bool(each.refers_to):
                raise SchemaError(*place, "a reference names the tabs that it refers to")


def _check_unique(book: Book, tables: list[Table]) -> None:
    for what in ("name", "title", "order"):
        seen: dict[object, str] = {}
        for table in tables:
            value = getattr(table, what)
            if value in seen:
                raise SchemaError(
                    f"{book}/{table.name}", what, f"{value} is taken by {seen[value]}"
                )
            seen[value] = table.name
