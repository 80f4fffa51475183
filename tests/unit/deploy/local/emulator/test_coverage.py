"""What COVERAGE.md says is what the server does."""

from importlib import resources

import pytest

from deploy.local.emulator import coverage, routes
from deploy.local.emulator.discovery.tables import api
from deploy.local.emulator.formulas import functions
from deploy.local.emulator.requests.registry import modules
from tests.unit.deploy.local.emulator.conftest import Book, Google

_FILE = resources.files("deploy.local.emulator").joinpath("COVERAGE.md")


def test_the_document_is_current() -> None:
    """COVERAGE.md is what `make docs` writes."""
    assert _FILE.read_text(encoding="utf-8") == coverage.document(), "run `make docs`"


def test_every_kind_is_listed_once() -> None:
    """All 74 kinds of the discovery document have a line of their own."""
    text = coverage.document()
    kinds = coverage.request_kinds()
    assert len(kinds) == 74
    assert all(text.count(f"\n| `{kind}` |") == 1 for kind in kinds)


@pytest.mark.parametrize("kind", coverage.request_kinds())
def test_kinds_are_answered_or_refused_loudly(book: Book, kind: str) -> None:
    """A kind without a module is a 501 in Google's form; one with a module never is."""
    path = f"{book.path}:batchUpdate"
    reply = book.google.raw("POST", path, {"requests": [{kind: {}}]})
    assert (reply.status == 501) == (kind not in modules())
    assert reply.status in (200, 400, 501)
    if reply.status == 501:
        sentence = f'"message": "The local server does not implement requests[0].{kind}.'
        assert sentence in reply.body.decode()


@pytest.mark.parametrize("name", ["sheets", "drive"])
def test_methods_are_answered_or_refused_loudly(google: Google, name: str) -> None:
    """A method that only Google has is a 501 in Google's form, not an unknown address."""
    prefix = "/" if name == "sheets" else "/drive/v3/"
    for identifier, method in api(name).methods.items():
        if identifier in routes.answered(name):
            continue
        path = prefix + method.path.replace("{", "").replace("}", "")
        status, message = google.error(method.verb, path)
        expected = (501, f"The local server does not implement {identifier}.")
        assert (status, message) == expected


def test_functions_are_computed_or_refused_loudly(book: Book) -> None:
    """The functions listed as lacking say so in their cells, and no other function does."""
    names = sorted(functions.google_functions())
    book.put("A1", [[f"={name}()"] for name in names])
    rows = book.cells("effectiveValue.errorValue.message", ranges=f"A1:A{len(names)}")
    refused = [
        name
        for name, row in zip(names, rows, strict=True)
        if f"does not support the function {name}" in str(row)
    ]
    assert refused == coverage.lacking_functions()


def test_modules_declare_sentences() -> None:
    """What is refused or uncertain is told in whole sentences."""
    found = [
        sentence
        for constant in ("LIMITS", "UNCERTAIN")
        for _, sentences in coverage.declared(constant)
        for sentence in sentences
    ]
    assert found
    assert all(each[0].isupper() and each.endswith(".") for each in found)
