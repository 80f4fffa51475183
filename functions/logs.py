"""Structured logs in Cloud Logging's form: one JSON object a line, codes and counts only."""

from __future__ import annotations

import json
import sys
from typing import Literal

Severity = Literal["DEBUG", "INFO", "WARNING", "ERROR"]


def log(message: str, *, severity: Severity = "INFO", **fields: str | float | None) -> None:
    """Write one log entry to standard output.

    Callers pass codes, ids and counts only; never a name, a phone number or the text of a cell.
    """
    entry = {"severity": severity, "message": message, **fields}
    sys.stdout.write(json.dumps(entry, ensure_ascii=False) + "\n")
    sys.stdout.flush()
