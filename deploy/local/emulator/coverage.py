"""Writes what of Google is covered: `python -m deploy.local.emulator.coverage COVERAGE.md`.

Nothing here is a second list: methods and request kinds come from the discovery documents, what
is answered from the routes and the modules of `requests/`, and what is refused or not known for
certain from the `LIMITS` and `UNCERTAIN` that stand in the modules concerned.
"""

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

from deploy.local.emulator import routes
from deploy.local.emulator.discovery.tables import api
from deploy.local.emulator.formulas import functions
from deploy.local.emulator.formulas.library import definition_of
from deploy.local.emulator.requests.registry import modules

PACKAGE = "deploy.local.emulator"
_INTRODUCTION = """# What of Google the local server covers

Written by `make docs` and held true by a test. Validated against Google's discovery documents:
Sheets v4 revision {sheets}, Drive v3 revision {drive}. What is not covered answers 501 in
Google's form, or is an error value that says so: never a silent success."""


def document() -> str:
    """Return the whole document."""
    return "\n".join(_lines()) + "\n"


def request_kinds() -> list[str]:
    """Return every kind of batchUpdate request that Google knows, by name."""
    return sorted(api("sheets").schemas["Request"])


def _lines() -> Iterator[str]:
    yield _INTRODUCTION.format(sheets=api("sheets").revision, drive=api("drive").revision)
    yield from _kinds()
    yield from _methods("sheets", "Sheets")
    yield from _methods("drive", "Drive")
    yield from _functions()
    yield from _uncertain()


def _kinds() -> Iterator[str]:
    known = modules()
    yield f"\n## Requests of batchUpdate: {len(known)} of {len(request_kinds())}\n"
    yield "| kind | | what is refused |"
    yield "|---|---|---|"
    for kind in request_kinds():
        limits = " ".join(getattr(known.get(kind), "LIMITS", ()))
        yield f"| `{kind}` | {'answered' if kind in known else '501'} | {limits} |"


def _methods(name: str, title: str) -> Iterator[str]:
    answered = routes.answered(name)
    yield f"\n## Methods of {title}: {len(answered)} of {len(api(name).methods)}\n"
    yield "| method | |"
    yield "|---|---|"
    for method in sorted(api(name).methods):
        yield f"| `{method}` | {'answered' if method in answered else '501'} |"


def lacking_functions() -> list[str]:
    """Return Google's functions that no formula can use here, by name."""
    return sorted(name for name in functions.google_functions() if definition_of(name) is None)


def _functions() -> Iterator[str]:
    google, lacking = len(functions.google_functions()), lacking_functions()
    yield f"\n## Functions in formulas: {google - len(lacking)} of {google}\n"
    names = ", ".join(f"`{name}`" for name in lacking)
    yield f"These give an `#ERROR!` that names them: {names}."


def _uncertain() -> Iterator[str]:
    yield "\n## Not known for certain\n"
    yield "Built after documentation or reports; no recording shows Google's answer."
    for name, sentences in declared("UNCERTAIN"):
        yield f"\n### {name}\n"
        yield from (f"- {sentence}" for sentence in sentences)


def declared(constant: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (module, sentences) of every module of the server that declares ``constant``."""
    package = importlib.import_module(PACKAGE)
    for entry in pkgutil.walk_packages(package.__path__, f"{PACKAGE}."):
        if entry.name.endswith("__main__"):
            continue
        found: tuple[str, ...] = getattr(importlib.import_module(entry.name), constant, ())
        if found:
            yield entry.name.removeprefix(f"{PACKAGE}."), found


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(document(), encoding="utf-8")
