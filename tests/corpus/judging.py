"""What must hold of every reading, however a workbook was damaged."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from tests.builders import SCHEMA
from tests.corpus.reading import Reading
from tests.corpus.sheets import Draft, Line, Sheet


def misread(draft: Draft, reading: Reading) -> Iterator[str]:
    """Yield the rows of a clean workbook that are not accepted with what they mean."""
    for sheet in draft.sheets.values():
        for line in sheet.rows:
            yield from _differences(draft, reading, sheet, line)


def lost(draft: Draft, reading: Reading) -> Iterator[str]:
    """Yield the rows that are neither accepted with what they mean nor kept out by an error."""
    errors = [each for each in reading.findings if _is_error(each) and _unit(each) == draft.unit]
    for sheet in (*draft.sheets.values(), *draft.gone):
        for line in sheet.lines:
            if line.table and not any(_keeps_out(each, sheet, line) for each in errors):
                yield from _differences(draft, reading, sheet, line)


def miscounted(draft: Draft, reading: Reading) -> Iterator[str]:
    """Yield the tabs whose rows read are not its data rows, or not accepted and set aside."""
    errors = [each for each in reading.findings if _is_error(each) and _unit(each) == draft.unit]
    for name, sheet in draft.sheets.items():
        one = reading.readings[draft.unit, name]
        if one.located is None:
            continue
        read = {row.index for row in one.rows}
        accepted = set(reading.rows(draft.unit, name))
        aside = {each.place.row for each in errors if each.place.table == name} & read
        if read != {sheet.at(line) for line in sheet.rows}:
            yield f"{name}: read {sorted(read)}"
        if accepted | aside != read or accepted & aside:
            yield f"{name}: accepted {sorted(accepted)}, set aside {sorted(map(str, aside))}"


def disturbed(draft: Draft, reading: Reading) -> Iterator[str]:
    """Yield the rows of the other units that are not accepted with what they mean."""
    for other in draft.others.values():
        if other.unit != draft.unit:
            yield from misread(other, reading)


def told(draft: Draft, reading: Reading) -> Iterator[str]:
    """Yield the findings that copy what nobody may read in them."""
    for each in reading.findings:
        words = " ".join((each.value, each.subject, *each.data.values()))
        if any(secret in words for secret in draft.secrets):
            yield each.code


def _differences(draft: Draft, reading: Reading, sheet: Sheet, line: Line) -> Iterator[str]:
    row = reading.rows(draft.unit, line.table).get(sheet.at(line)) if sheet.lines else None
    if row is None or line.table != sheet.table.name:
        yield f"{sheet.table.name}: {line.row_id} is gone"
        return
    if line.row_id and row["row_id"] != line.row_id:
        yield f"{line.row_id} is accepted as {row['row_id']}"
    for name, meaning in line.meaning.items():
        value = meaning if name in (line.columns or ()) or name not in sheet.forgotten else None
        if row[name] != value:
            cell = line.cells[sheet.column(name, line)] if name in sheet.columns else None
            yield f"{line.row_id}: {name} {cell!r} is read as {row[name]!r}, not {value!r}"


def _keeps_out(error: Finding, sheet: Sheet, line: Line) -> bool:
    """Say whether an error is about this row, a block of rows around it or its whole tab."""
    at = error.place
    if sheet.sheet_id != at.sheet_id and line.table != at.table:
        return False
    if "first" in error.data and "last" in error.data:
        return int(error.data["first"]) <= sheet.at(line) + 1 <= int(error.data["last"])
    if at.row is not None and error.code == "column_missing":
        # The header of a block further down lacks a column, so all rows under it wait.
        return at.row < sheet.at(line)
    return at.row is None or at.row == sheet.at(line)


def _is_error(finding: Finding) -> bool:
    return SCHEMA.findings[finding.code].severity == "error"


def _unit(finding: Finding) -> str:
    return finding.place.unit
