"""The codes of broken rules that stand in the verifier's source."""

import ast
from collections.abc import Iterable
from pathlib import Path


def codes_of(*files: Path) -> set[str]:
    """Return every code that these modules name a violation by."""
    return {code for file in files for code in _codes(file)}


def _codes(file: Path) -> Iterable[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("at", "Violation"):
            code = node.args[0]
            if isinstance(code, ast.Constant):
                yield str(code.value)
