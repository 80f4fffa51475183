"""Finds the request kinds: every module of this package that names a ``KIND``."""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from types import ModuleType

from deploy.local.emulator.edits.context import Edit
from deploy.local.emulator.shapes import Json

Apply = Callable[[Edit, Json], Json]
PACKAGE = "deploy.local.emulator.requests"


@cache
def modules() -> dict[str, ModuleType]:
    """Return the module of every request kind the server implements."""
    package = importlib.import_module(PACKAGE)
    found: dict[str, ModuleType] = {}
    for entry in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{PACKAGE}.{entry.name}")
        kind = getattr(module, "KIND", None)
        if kind is not None:
            found[kind] = module
    return found


@cache
def kinds() -> dict[str, Apply]:
    """Return the function of every request kind the server implements."""
    return {kind: module.apply for kind, module in modules().items()}
