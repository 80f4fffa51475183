"""Turns the YAML of the schema into values and refuses whatever it does not know, by file and key.

Nothing is guessed: an unknown key, a wrong type or a name that leads nowhere is a `SchemaError`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sheets_schema.model import (
    FORMULAS,
    KIND_TYPES,
    Book,
    ChoiceList,
    Field,
    FilledBy,
    FindingKind,
    ListItem,
    Table,
    TableKind,
)
from sheets_schema.source import Source

# Widths in pixels that fit the usual contents of each kind; a column may say otherwise.
_WIDTHS = {
    "bool": 90,
    "birth_year": 80,
    "choice": 190,
    "commune": 150,
    "date": 95,
    "date_range": 190,
    "id": 110,
    "int": 85,
    "number": 85,
    "percent": 95,
    "person": 170,
    "phone": 115,
    "ref": 200,
    "text": 200,
    "url": 180,
}

# How values of a type are written in our sheets, in Table Schema's own words: with them any
# Frictionless tool reads the examples and the exports.
_WRITTEN: Mapping[str, Mapping[str, object]] = {
    "boolean": {"trueValues": ["Có"], "falseValues": ["Không"]},
    "date": {"format": "%d/%m/%Y"},
    "number": {"decimalChar": ","},
}
_FIELD_KEYS = {
    "name",
    "title",
    "type",
    "description",
    "example",
    "constraints",
    "sheet",
    *(key for words in _WRITTEN.values() for key in words),
}
_CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?")
_CONSTRAINT_KEYS = {"required", "unique", "minimum", "maximum"}
_SHEET_FIELD_KEYS = {
    "kind",
    "list",
    "many",
    "aliases",
    "filled_by",
    "formula",
    "refers_to",
    "width",
    "hidden",
}
_TABLE_KEYS = {
    "name",
    "title",
    "description",
    "primaryKey",
    "missingValues",
    "foreignKeys",
    "fields",
    "sheet",
}
_SHEET_TABLE_KEYS = {"kind", "order", "prefix", "digits", "rows", "colour"}
# The kinds of a single value that needs no list and no other tab.
_SETTING_KINDS = ("birth_year", "date", "date_range", "email", "int", "number", "phone", "text")
_SETTING_KEYS = {
    "name",
    "title",
    "kind",
    "required",
    "minimum",
    "maximum",
    "description",
    "example",
}


def parse_list(name: str, source: Source) -> ChoiceList:
    """Read one dropdown list."""
    source.mapping({"title", "open", "items"})
    items: list[ListItem] = []
    for each in source.at("items").items():
        each.mapping({"code", "label", "aliases"})
        item = ListItem(each.at("code").name(), each.at("label").name(), _aliases(each))
        if any(item.code == other.code for other in items):
            raise each.error(f"code {item.code} stands twice")
        items.append(item)
    if not items:
        raise source.error("has no items")
    return ChoiceList(name, source.at("title").name(), tuple(items), source.at("open").flag())


def parse_field(source: Source, default_filled_by: FilledBy) -> Field:
    """Read one column of a tab."""
    source.mapping(_FIELD_KEYS)
    sheet = source.at("sheet", {})
    sheet.mapping(_SHEET_FIELD_KEYS)
    constraints = source.at("constraints", {})
    constraints.mapping(_CONSTRAINT_KEYS)
    kind = sheet.at("kind").one_of(tuple(KIND_TYPES))
    if source.at("type").text() != KIND_TYPES[kind]:
        raise source.at("type").error(f"a column of kind {kind} has type {KIND_TYPES[kind]}")
    _check_written(source, KIND_TYPES[kind])
    filled_by = FilledBy(sheet.at("filled_by", default_filled_by).one_of(tuple(FilledBy)))
    if kind == "link" and filled_by is not FilledBy.ROBOT:
        raise sheet.error("only the robot writes links to cells")
    formula = sheet.at("formula", "")
    if (filled_by is FilledBy.FORMULA) != (formula.value in FORMULAS):
        raise formula.error(f"a formula column names one of {', '.join(FORMULAS)}")
    return Field(
        name=source.at("name").name(),
        title=source.at("title").name(),
        kind=kind,
        description=source.at("description", "").text(),
        example=source.at("example", "").text(),
        required=constraints.at("required").flag(),
        unique=constraints.at("unique").flag(),
        minimum=constraints.at("minimum").limit(),
        maximum=constraints.at("maximum").limit(),
        many=sheet.at("many").flag(),
        list_name=sheet.at("list", "").text(),
        refers_to=sheet.at("refers_to", ()).texts(),
        aliases=_aliases(sheet),
        filled_by=filled_by,
        formula=formula.text(),
        width=sheet.at("width", _WIDTHS.get(kind, 120)).whole(),
        hidden=sheet.at("hidden").flag(),
    )


def _check_written(source: Source, type_name: str) -> None:
    expected = _WRITTEN.get(type_name, {})
    for key in sorted({key for words in _WRITTEN.values() for key in words}):
        if source.at(key).value != expected.get(key):
            words = f"must be {expected[key]}" if key in expected else "does not belong here"
            raise source.at(key).error(words)


def parse_common(source: Source) -> Field:
    """Read one of the columns that people add to any tab."""
    source.mapping({"name", "title", "aliases"})
    return Field(
        source.at("name").name(), source.at("title").name(), "text", aliases=_aliases(source)
    )


def parse_setting(source: Source) -> Field:
    """Read one campaign setting."""
    source.mapping(_SETTING_KEYS)
    return Field(
        name=source.at("name").name(),
        title=source.at("title").name(),
        kind=source.at("kind").one_of(_SETTING_KINDS),
        description=source.at("description").name(),
        example=source.at("example").name(),
        required=source.at("required").flag(),
        minimum=source.at("minimum").limit(),
        maximum=source.at("maximum").limit(),
    )


def parse_table(book: Book, source: Source) -> Table:
    """Read one tab."""
    source.mapping(_TABLE_KEYS)
    sheet = source.at("sheet")
    sheet.mapping(_SHEET_TABLE_KEYS)
    kind = TableKind(sheet.at("kind").one_of(tuple(TableKind)))
    by_default = FilledBy.PEOPLE if kind is TableKind.INPUT else FilledBy.ROBOT
    fields = tuple(parse_field(each, by_default) for each in source.at("fields").items())
    for index, each in enumerate(fields):
        if any(each.name == other.name for other in fields[:index]):
            raise source.at("fields").error(f"column {each.name} stands twice")
        if any(each.title == other.title for other in fields[:index]):
            raise source.at("fields").error(f"two columns are titled {each.title}")
    key = source.at("primaryKey", "")
    if key.text() and key.text() not in {each.name for each in fields}:
        raise key.error(f"there is no column {key.text()}")
    if kind in (TableKind.INPUT, TableKind.LEDGER) and not (fields and fields[0].kind == "id"):
        raise source.at("fields").error("the first column of a tab that people fill is its id")
    return Table(
        book=book,
        name=source.at("name").name(),
        title=source.at("title").name(),
        kind=kind,
        order=sheet.at("order").whole(),
        fields=fields,
        description=source.at("description").name(),
        prefix=sheet.at("prefix", "").text(),
        digits=sheet.at("digits", 3).whole(),
        rows=sheet.at("rows", 0).whole(),
        colour=sheet.at("colour", "#80868b").text(),
    )


def parse_findings(source: Source) -> dict[str, FindingKind]:
    """Read the catalogue of findings; a `group` opens a part of it, up to the next one."""
    found: dict[str, FindingKind] = {}
    group = source
    for code in source.mapping():
        entry = source.at(code)
        if not _CODE.fullmatch(code):
            raise entry.error("a code is lower case, perhaps with one case after a dot")
        if entry.at("group").value is not None:
            group = entry.at("group")
        if group is source:
            raise entry.error("the first code opens a group")
        found[code] = _finding(code, entry, group.name())
    return found


def _finding(code: str, source: Source, group: str) -> FindingKind:
    source.mapping({"group", "severity", "title", "problem", "advice"})
    severity = source.at("severity").one_of(("error", "warning", "hint"))
    return FindingKind(
        code,
        severity,  # type: ignore[arg-type]  # one_of has just checked it
        source.at("title").name(),
        source.at("problem").name(),
        source.at("advice").name(),
        group,
    )


def parse_texts(source: Source) -> dict[str, str]:
    """Flatten nested texts into `section.name` keys."""
    flat: dict[str, str] = {}
    for section, words in source.mapping().items():
        for name in source.at(section).mapping():
            flat[f"{section}.{name}"] = Source(
                source.file, words[name], f"{source.key}.{section}.{name}"
            ).text()
    return flat


def _aliases(source: Source) -> tuple[str, ...]:
    return source.at("aliases", ()).texts()
