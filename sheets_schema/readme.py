"""Writes the tables of the README that follow from the schema: `python -m sheets_schema.readme`.

A test holds the README against them, so they cannot go stale.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from sheets_schema.model import BOOKS, Schema, TableKind
from sheets_schema.schema import load

_WHO = {
    TableKind.INPUT: "people",
    TableKind.LEDGER: "both: the robot proposes, the coordinator decides",
    TableKind.LISTS: "the robot",
    TableKind.PAGE: "the robot",
    TableKind.ROBOT: "the robot",
}


def tabs(schema: Schema) -> str:
    """Return the table of all tabs of both workbooks."""
    return "\n".join(_lines(schema))


def renewed(text: str, schema: Schema) -> str:
    """Return a README with the table between its `tabs` marks made anew."""
    block = f"<!-- tabs -->\n{tabs(schema)}\n<!-- /tabs -->"
    return re.sub(r"<!-- tabs -->.*?<!-- /tabs -->", lambda _: block, text, flags=re.DOTALL)


def _lines(schema: Schema) -> Iterator[str]:
    yield "| workbook | tab | name in the code | who writes | columns |"
    yield "|---|---|---|---|---|"
    for book in BOOKS:
        for table in schema.book(book):
            columns = len(table.fields) or ""
            yield f"| {book} | {table.title} | `{table.name}` | {_WHO[table.kind]} | {columns} |"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(renewed(path.read_text(encoding="utf-8"), load()), encoding="utf-8")
