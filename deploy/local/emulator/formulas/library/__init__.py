"""Google's functions, one module per family."""

from importlib import import_module
from types import ModuleType

from deploy.local.emulator.formulas.library import engine_backed
from deploy.local.emulator.formulas.registry import FUNCTIONS, Definition

_FAMILIES = (
    "aggregates",
    "arithmetic",
    "arrays",
    "conditional",
    "conversion",
    "dates",
    "information",
    "joining",
    "lambdas",
    "logic",
    "lookup",
    "operators",
    "references",
    "regex",
    "sorting",
    "text",
)
_LOADED: tuple[ModuleType, ...] = tuple(import_module(f"{__name__}.{name}") for name in _FAMILIES)


def definition_of(name: str) -> Definition | None:
    """Return the function of that name (in capitals), None when it cannot be computed here."""
    return FUNCTIONS.get(name) or engine_backed.definition(name)
