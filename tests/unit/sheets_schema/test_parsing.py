"""Pieces of the schema are read one by one."""

import pytest

from sheets_schema.model import FilledBy, ListItem, TableKind
from sheets_schema.parsing import (
    parse_field,
    parse_findings,
    parse_list,
    parse_setting,
    parse_table,
    parse_texts,
)
from sheets_schema.source import SchemaError, Source

FINDING = {"group": "G", "severity": "hint", "title": "T", "problem": "P", "advice": "A"}
FIELD = {"name": "a", "title": "A", "type": "string", "sheet": {"kind": "text"}}


def test_a_list() -> None:
    """A list has items with their aliases; it is closed unless it says otherwise."""
    items = [{"code": "a", "label": "Một", "aliases": ["1"]}, {"code": "b", "label": "Hai"}]
    found = parse_list("l", Source("f", {"title": "L", "items": items}))
    assert found.items == (ListItem("a", "Một", ("1",)), ListItem("b", "Hai"))
    assert found.open is False


def test_a_column_says_only_what_is_special() -> None:
    """Whatever a column leaves out has a default; its width fits its kind."""
    found = parse_field(Source("f", FIELD), FilledBy.ROBOT)
    assert (found.filled_by, found.width, found.required) == (FilledBy.ROBOT, 200, False)
    other = {**FIELD, "sheet": {"kind": "email"}}
    assert parse_field(Source("f", other), FilledBy.PEOPLE).width == 120


def test_who_fills_a_tab_by_default() -> None:
    """People fill the columns of an input tab, the robot those of the others."""
    base = {"name": "t", "title": "T", "description": "D"}
    first = {**FIELD, "sheet": {"kind": "id"}}
    second = {**FIELD, "name": "b", "title": "B"}
    for kind, who in (("input", FilledBy.PEOPLE), ("ledger", FilledBy.ROBOT)):
        content = {**base, "fields": [first, second], "sheet": {"kind": kind, "order": 1}}
        table = parse_table("unit", Source("f", content))
        assert table.kind is TableKind(kind)
        assert table.fields[1].filled_by is who
        assert (table.rows, table.digits, table.prefix) == (0, 3, "")


@pytest.mark.parametrize("kind", ["any", "bool", "choice", "link", "ref", "commune", "id"])
def test_settings_are_simple_values(kind: str) -> None:
    """A setting that would need a list or another tab is refused."""
    content = {"name": "a", "title": "A", "kind": kind, "description": "D", "example": "E"}
    with pytest.raises(SchemaError, match=r"\$\.kind: must be one of"):
        parse_setting(Source("f", content))


def test_a_finding() -> None:
    """A finding needs all its words."""
    found = parse_findings(Source("f", {"c": FINDING}))["c"]
    assert (found.severity, found.group, found.support_code) == ("hint", "G", "c")
    with pytest.raises(SchemaError, match=r"\$\.c\.advice: must not be empty"):
        parse_findings(Source("f", {"c": {**FINDING, "advice": ""}}))


def test_a_group_goes_on_until_the_next_one() -> None:
    """Whoever adds a code between two others adds it to their part of the catalogue."""
    words = {key: value for key, value in FINDING.items() if key != "group"}
    content = {"a": FINDING, "b": words, "c": {**words, "group": "H"}, "d": words}
    found = parse_findings(Source("f", content))
    assert [each.group for each in found.values()] == ["G", "G", "H", "H"]
    with pytest.raises(SchemaError, match=r"\$\.b: the first code opens a group"):
        parse_findings(Source("f", {"b": words}))


@pytest.mark.parametrize("code", ["a.b.c", "A", "a.", "a b", ".a", "1a"])
def test_a_code_has_one_case_at_most(code: str) -> None:
    """A case is parted from its code by one dot; people are told the code alone."""
    found = parse_findings(Source("f", {"several_values.first": FINDING}))
    assert found["several_values.first"].support_code == "several_values"
    with pytest.raises(SchemaError, match="a code is lower case"):
        parse_findings(Source("f", {code: FINDING}))


def test_texts_are_flat() -> None:
    """Texts are known as section.name, and no deeper."""
    assert parse_texts(Source("f", {"a": {"b": "c", "d": ""}})) == {"a.b": "c", "a.d": ""}
    with pytest.raises(SchemaError, match=r"\$\.a: must be a mapping"):
        parse_texts(Source("f", {"a": "b"}))
