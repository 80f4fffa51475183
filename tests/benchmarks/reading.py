"""Reading and checking 96 units × 500 rows × all tabs, beside a plain pandera validation."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator

import pandas as pd
import pandera.pandas as pa

from functions.domain.findings import total
from functions.tables.campaign import read_campaign
from sheets_schema.model import Field, Table, TableKind
from tests.benchmarks import large
from tests.benchmarks.asked import Asked
from tests.benchmarks.memory import peak_mib
from tests.builders import SCHEMA

_INPUTS = [each for each in SCHEMA.book("unit") if each.kind is TableKind.INPUT]
_DATES = r"\d{2}/\d{2}/\d{4}( - \d{2}/\d{2}/\d{4})?"
_PATTERNS = {
    "phone": r"0[35789]\d{8}",
    "date": _DATES,
    "date_range": _DATES,
    "ref": r"[A-Z]+-\d+-\d+(; [A-Z]+-\d+-\d+)*",
    "id": r"[A-Z]+-\d+-\d+",
}


def report(_: Asked) -> Iterator[str]:
    """Yield the lines of the report."""
    ours, theirs = _in_a_process("ours"), _in_a_process("pandera")
    yield "## Reading and checking a large province"
    yield ""
    yield (
        f"{len(large.units())} units × {large.ROWS} rows × {len(_INPUTS)} tabs, in memory, one "
        "thread, each in a process of its own; beside it a plain pandera validation (types, "
        "required cells, limits, lists and patterns of the same columns, whole frames, lazy), "
        "which neither repairs nor looks across rows. Memory is the peak of the whole process."
    )
    yield ""
    yield "| | rows | accepted | seconds | rows per second | peak MiB |"
    yield "|---|---|---|---|---|---|"
    for name, made in (("read, converted and checked", ours), ("pandera", theirs)):
        yield (
            f"| {name} | {made['rows']:,.0f} | {made['accepted']:,.0f} | {made['seconds']:.1f} "
            f"| {made['rows'] / made['seconds']:,.0f} | {made['peak']:,.0f} |"
        )
    yield ""
    ratio = ours["seconds"] / theirs["seconds"]
    yield f"Ratio of the seconds: {ratio:.2f} times pandera's."
    yield ""


def _in_a_process(what: str) -> dict[str, float]:
    made = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.reading", what],
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, float] = json.loads(made.stdout)
    return found


def _ours() -> dict[str, float]:
    province = large.province()
    books = {each.code: large.workbook(each, number) for number, each in enumerate(large.units())}
    started = time.perf_counter()
    tables, found = read_campaign(SCHEMA, province, large.TODAY).with_units(dict(books)).check()
    seconds = time.perf_counter() - started
    rows = total(count for (owner, _), count in tables.counts().items() if owner in books)
    return {
        "rows": rows.read,
        "accepted": rows.accepted,
        "seconds": seconds,
        "findings": len(found),
    }


def _pandera() -> dict[str, float]:
    frames = {each.name: _frame(each) for each in _INPUTS}
    schemas = {each.name: _schema(each) for each in _INPUTS}
    started = time.perf_counter()
    accepted = sum(len(schemas[name].validate(frame, lazy=True)) for name, frame in frames.items())
    seconds = time.perf_counter() - started
    return {"rows": sum(map(len, frames.values())), "accepted": accepted, "seconds": seconds}


def _frame(table: Table) -> pd.DataFrame:
    rows = [
        row for number, unit in enumerate(large.units()) for row in large.cells(table, unit, number)
    ]
    frame = pd.DataFrame(rows, columns=[each.name for each in table.fields])
    return frame[large.people_columns(table)]


def _schema(table: Table) -> pa.DataFrameSchema:
    names = set(large.people_columns(table))
    return pa.DataFrameSchema(
        {each.name: _column(each) for each in table.fields if each.name in names}, coerce=False
    )


def _column(field: Field) -> pa.Column:
    checks = []
    if field.minimum is not None and field.maximum is not None:
        checks.append(pa.Check.in_range(field.minimum, field.maximum))
    if field.list_name and field.many:
        names = "|".join(map(re.escape, _names(field)))
        checks.append(pa.Check.str_matches(rf"^({names})(; ({names}))*$"))
    elif field.list_name:
        checks.append(pa.Check.isin(_names(field)))
    elif field.kind == "commune":
        checks.append(pa.Check.isin([each.full_name for each in large.units()]))
    elif field.kind in _PATTERNS:
        checks.append(pa.Check.str_matches(rf"^({_PATTERNS[field.kind]})$"))
    return pa.Column(None, checks, nullable=not field.required, unique=field.unique)


def _names(field: Field) -> list[str]:
    items = SCHEMA.lists[field.list_name].items
    return [name for item in items for name in (item.label, *item.aliases)]


if __name__ == "__main__":
    found = {"ours": _ours, "pandera": _pandera}[sys.argv[1]]()
    peak = peak_mib()
    sys.stdout.write(json.dumps({**found, "peak": peak}))
