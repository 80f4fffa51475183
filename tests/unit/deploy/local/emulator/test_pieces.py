"""Small parts that the larger tests reach only in passing."""

import json
import string
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deploy.local.emulator import a1, masks
from deploy.local.emulator.discovery import extract
from deploy.local.emulator.formulas import rewriting
from deploy.local.emulator.formulas.tokens import tokenize
from deploy.local.emulator.requests.registry import kinds
from deploy.local.emulator.shapes import JsonValue
from deploy.local.emulator.state.canonical import colour, merged, tidy
from deploy.local.emulator.state.shifts import Deletion, Insertion, Move, Shift
from tests.unit.deploy.local.emulator.conftest import Book

REQUIRED = """updateSpreadsheetProperties addSheet deleteSheet duplicateSheet updateSheetProperties
updateCells repeatCell appendCells updateDimensionProperties appendDimension insertDimension
deleteDimension moveDimension autoResizeDimensions addDimensionGroup deleteDimensionGroup mergeCells
unmergeCells setDataValidation addProtectedRange updateProtectedRange deleteProtectedRange
addConditionalFormatRule updateConditionalFormatRule deleteConditionalFormatRule
createDeveloperMetadata updateDeveloperMetadata deleteDeveloperMetadata addNamedRange
updateNamedRange deleteNamedRange setBasicFilter clearBasicFilter addFilterView updateFilterView
deleteFilterView addBanding deleteBanding sortRange copyPaste cutPaste findReplace updateBorders"""


def test_all_kinds_are_found() -> None:
    """Each request kind is a module of its own."""
    assert set(REQUIRED.split()) <= set(kinds())


@given(st.integers(0, 18277))
def test_columns_have_letters(index: int) -> None:
    """Letters and indexes are two spellings of the same column."""
    assert a1.column_index(a1.column_letters(index)) == index


@pytest.mark.parametrize(
    ("formula", "shift", "dimension", "expected"),
    [
        ("=A1+$B$2", Insertion(1, 2), "ROWS", "=A1+$B$4"),
        ("=SUM(A1:B9)", Insertion(1, 2), "COLUMNS", "=SUM(A1:D9)"),
        ("=SUM(A:A;2:2)", Insertion(0, 1), "COLUMNS", "=SUM(B:B;2:2)"),
        ("=SUM(A2:A)", Deletion(1, 3), "ROWS", "=SUM(A2:A)"),
        ("=SUM(A2:A)", Insertion(0, 1), "ROWS", "=SUM(A3:A)"),
        ("=SUM(A1:1)", Deletion(0, 1), "ROWS", "=SUM(#REF!)"),
        ("=SUM(B2:A1)", Insertion(1, 1), "ROWS", "=SUM(B3:A1)"),
        ("=SUM(A1:A3)", Deletion(0, 3), "ROWS", "=SUM(#REF!)"),
        ("='Đội'!A1&\"A1\"&Khác!A1&A1", Insertion(0, 1), "ROWS", "='Đội'!A2&\"A1\"&Khác!A1&A1"),
        ("=LOG10(A1)+A1B+A_1", Insertion(0, 1), "ROWS", "=LOG10(A2)+A1B+A_1"),
        ("=A1:B2", Move(0, 1, 2), "ROWS", "=A1:B2"),
    ],
)
def test_references_follow_shifts(
    formula: str, shift: Shift, dimension: str, expected: str
) -> None:
    """Only references to the shifted tab move, strings and names never."""
    own = "Đội" if "Đội" not in formula else "Tab"
    moved = rewriting.shifted(formula, ",", own_title=own, title="Đội", change=(shift, dimension))
    assert moved == expected


def test_displaced_references_may_leave_the_grid() -> None:
    """A relative reference pushed over the edge is lost, an absolute one stays."""
    assert rewriting.displaced("=A1+$A$1+A:A+B2:C3", ".", -1, 0) == "=#REF!+$A$1+A:A+B1:C2"


@given(st.text(string.printable + "đĐ'!$;", max_size=40), st.sampled_from([",", "."]))
def test_tokens_lose_nothing(text: str, decimal: str) -> None:
    """The tokens of any text joined give the text."""
    assert "".join(token.text for token in tokenize(text, decimal)) == text


@given(st.integers(0, 20), st.integers(1, 5), st.integers(0, 20), st.integers(1, 5))
def test_shifts_keep_order(at: int, count: int, start: int, size: int) -> None:
    """Inserting and then deleting the same rows changes nothing."""
    there, back = Insertion(at, count), Deletion(at, at + count)
    assert back.index(there.index(start)) == start
    assert back.span(*there.span(start, start + size)) == (start, start + size)


def test_colours_and_defaults() -> None:
    """Colours are rounded to eight bits; defaults are left out; objects are joined."""
    assert colour({"red": 2, "green": -1, "blue": 0.001, "alpha": 0.25}) == {
        "red": 1,
        "alpha": 0.24705882,
    }
    assert tidy({"a": False, "b": [], "c": 0, "bold": False, "d": {"e": ""}}) == {
        "bold": False,
        "d": {},
    }
    assert merged({"a": {"b": 1}}, {"a": {"c": 2}}) == {"a": {"b": 1, "c": 2}}


def test_masks_join() -> None:
    """The same name twice is the union of both."""
    assert masks.parse("a.b,a.c.d,a.c.e") == {"a": {"b": {}, "c": {"d": {}, "e": {}}}}
    assert masks.parse("a.b,a") == masks.parse("a,a.b") == {"a": {}}
    assert masks.parse("a(b,*)") == {"a": {}}
    assert masks.parse("*") == masks.ALL
    assert masks.below({"a": {}}, "a", "b") == masks.ALL
    assert masks.apply({"a": {"b": {}}}, [{"a": 1}, 2]) == [{"a": 1}, 2]


def test_extraction(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Discovery documents become compact tables."""
    document = {
        "revision": "1",
        "parameters": {"alt": {"type": "string", "enum": ["json"]}},
        "schemas": {
            "A": {
                "properties": {
                    "n": {"type": "integer", "format": "int32"},
                    "list": {"type": "array", "items": {"$ref": "A"}},
                    "map": {"type": "object", "additionalProperties": {"type": "any"}},
                    "free": {"type": "object"},
                }
            }
        },
        "resources": {
            "things": {
                "methods": {
                    "get": {
                        "id": "x.things.get",
                        "httpMethod": "GET",
                        "path": "things",
                        "parameters": {
                            "q": {"type": "string", "location": "query", "repeated": True},
                            "id": {"type": "string", "location": "path"},
                        },
                        "response": {"$ref": "A"},
                    }
                }
            }
        },
    }
    for name in extract.DOCUMENTS.values():
        (tmp_path / name).write_text(json.dumps(document), encoding="utf-8")
    monkeypatch.setattr(extract, "TARGET", tmp_path / "out.json")
    extract.main(tmp_path)
    tables = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["sheets"]
    assert tables["schemas"]["A"] == {
        "n": "int32",
        "list": "list ref A",
        "map": "map any",
        "free": "any",
    }
    assert tables["methods"]["things.get"]["query"] == {"q": "list string"}
    assert tables["parameters"] == {"alt": "enum 0"}


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["range", "fields", "sheetId", "startIndex", "endIndex", "rows", "values"]
            )
            | st.sampled_from(
                ["dimension", "properties", "cell", "find", "filter", "rule", "start"]
            )
            | st.text(max_size=3),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.sampled_from(sorted(REQUIRED.split())), _JSON)
def test_no_request_breaks_the_server(book: Book, kind: str, body: JsonValue) -> None:
    """Whatever a batchUpdate says, the answer is Google's: never a 500."""
    reply = book.google.raw("POST", f"{book.path}:batchUpdate", {"requests": [{kind: body}]})
    assert reply.status in (200, 400, 403, 501), reply.body


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=12), st.lists(st.lists(st.text(max_size=8) | st.integers(), max_size=3)))
def test_no_value_breaks_the_server(book: Book, place: str, values: JsonValue) -> None:
    """Whatever is written wherever, the answer is Google's: never a 500."""
    for target in (place, "A1"):
        path = f"{book.path}/values/{quote(target, safe='')}"
        for option in ("RAW", "USER_ENTERED"):
            body = {"values": values}
            reply = book.google.raw("PUT", path, body, valueInputOption=option)
            assert reply.status in (200, 400, 404), reply.body
        assert book.google.raw("GET", path).status in (200, 400, 404)
    assert book.google.raw("GET", "/drive/v3/files", q=place).status in (200, 400)
    assert book.google.raw("GET", book.path, fields=place, ranges=place).status in (200, 400)
