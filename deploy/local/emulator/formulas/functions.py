"""Which functions Google has, which need the network, which the engine can compute."""

import json
from functools import cache
from importlib import resources

import formualizer

from deploy.local.emulator.shapes import Json

NETWORK = frozenset(
    {
        "GOOGLEFINANCE",
        "GOOGLETRANSLATE",
        "DETECTLANGUAGE",
        "IMAGE",
        "IMPORTDATA",
        "IMPORTFEED",
        "IMPORTHTML",
        "IMPORTRANGE",
        "IMPORTXML",
        "AI",
    }
)


@cache
def google_functions() -> frozenset[str]:
    """Return the names of Google's functions."""
    source = resources.files("deploy.local.emulator.formulas").joinpath("functions.json")
    table: Json = json.loads(source.read_text(encoding="utf-8"))
    return frozenset(table["functions"])


@cache
def engine_functions() -> frozenset[str]:
    """Return those of Google's functions that the engine knows, found by asking it."""
    probe = formualizer.Workbook()
    probe.add_sheet("probe")
    known = set()
    for name in google_functions() - NETWORK:
        probe.set_formula("probe", 1, 1, f"={name}()")
        result = probe.evaluate_cell("probe", 1, 1)
        if not (isinstance(result, dict) and result.get("kind") == "Name"):
            known.add(name)
    return frozenset(known)
