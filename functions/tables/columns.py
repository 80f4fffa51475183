"""Which column of a tab is which field, and what is wrong with the columns.

A column is known by its label, in any known spelling; where the label says nothing, by its
developer metadata. The label comes first because it is what the person who typed below it was
reading: cutting and pasting cells moves labels and leaves metadata behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from functions.domain.findings import Finding, Place
from functions.domain.workbook import Tab, column_letters
from functions.tables.headers import Caption, Header
from functions.tables.labels import common_of, label_of, nearest_title
from functions.tables.words import clean, spoken
from sheets_schema.model import Field, FilledBy, Schema, Table, TableKind


@dataclass(frozen=True, slots=True)
class Columns:
    """Zero-based columns by field name: those of the table, and the common ones of no table."""

    fields: Mapping[str, int]
    common: Mapping[str, int]
    findings: tuple[Finding, ...]


def read_columns(
    tab: Tab, table: Table, schema: Schema, header: Header, rows: range, place: Place
) -> Columns:
    """Choose the columns under `header`; `rows` are those that it stands over."""
    chooser = _Chooser(tab, table, schema, header, rows, place)
    fields = chooser.by_label()
    fields |= chooser.by_metadata(fields)
    common = chooser.strangers(fields)
    return Columns(fields, common, (*chooser.findings, *_absent(table, fields, place)))


def is_complete(table: Table, fields: Mapping[str, int]) -> bool:
    """Say whether the columns are there without which no row can be read."""
    return all(each.name in fields for each in table.fields if _needed(each))


class _Chooser:
    """Chooses the columns of one header and collects what there is to say about them."""

    def __init__(
        self, tab: Tab, table: Table, schema: Schema, header: Header, rows: range, place: Place
    ) -> None:
        self.findings: list[Finding] = []
        self._tab = tab
        self._table = table
        self._schema = schema
        self._header = header
        self._captions = header.captions
        self._named = header.fields(table)
        self._rows = rows
        self._place = place

    def by_label(self) -> dict[str, int]:
        """Return the columns that labels name; of two with one label the better one."""
        claims: dict[str, list[int]] = {}
        for column, each in sorted(self._named.items()):
            claims.setdefault(each.name, []).append(column)
        chosen = {}
        for name, columns in claims.items():
            field = self._table.field(name)
            best, *others = self._best_first(field, columns)
            chosen[name] = best
            for other in others:
                self._say("column_twice", other, **self._both(field, best, other))
        return chosen

    def by_metadata(self, taken: Mapping[str, int]) -> dict[str, int]:
        """Return the columns that only their developer metadata tells, where no label does."""
        by_name = {each.name: each for each in self._table.fields}
        chosen = {}
        for column, key in sorted(self._tab.column_keys.items()):
            free = column not in self._named and column not in taken.values()
            if key in by_name and key not in taken and key not in chosen and free:
                chosen[key] = column
                if self._captions:
                    self._say("column_renamed", column, column=by_name[key].title)
        return chosen

    def strangers(self, taken: Mapping[str, int]) -> dict[str, int]:
        """Return the common columns; say which other ones nobody knows."""
        common: dict[str, int] = {}
        absent = [each for each in self._table.fields if each.name not in taken]
        own = {each.name for each in self._table.fields}
        for column, caption in sorted(self._captions.items()):
            if column in self._named or column in taken.values():
                continue
            habit = self._habit(caption)
            if habit and habit.name not in own:
                common.setdefault(habit.name, column)
                continue
            near = nearest_title(absent, caption.whole)
            words = self._schema.text("common.suggestion", suggestion=near) if near else ""
            self._say("unknown_header", column, suggestion=words)
        return common

    def _habit(self, caption: Caption) -> Field | None:
        if self._table.kind is not TableKind.INPUT:
            return None
        return common_of(self._schema, caption.whole) or common_of(self._schema, caption.text)

    def _best_first(self, field: Field, columns: list[int]) -> list[int]:
        if len(columns) == 1:
            return columns
        return sorted(columns, key=lambda column: self._worth(field, column))

    def _worth(self, field: Field, column: int) -> tuple[int, ...]:
        """Return a key by which the better of two columns with one label comes first."""
        caption = self._captions[column]
        return (
            label_of(self._table, caption.whole) is not field,
            spoken(caption.whole) != spoken(field.title),
            self._tab.column_keys.get(column) != field.name,
            not self._filled(column),
            column,
        )

    def _filled(self, column: int) -> int:
        return sum(self._tab.holds(row, (column,)) for row in self._rows)

    def _both(self, field: Field, best: int, other: int) -> dict[str, str]:
        return {
            "column": field.title,
            "read": column_letters(best),
            "other": column_letters(other),
            "count": str(self._filled(other)),
        }

    def _say(self, code: str, at: int, **data: str) -> None:
        caption = self._captions.get(at)
        place = Place(
            self._place.unit,
            self._place.table,
            sheet_id=self._place.sheet_id,
            row=caption.row if caption else self._header.row,
            column=at,
        )
        shown = clean(caption.whole) if caption else ""
        self.findings.append(Finding(code, place, shown, data))


def _needed(field: Field) -> bool:
    return field.required and field.filled_by is not FilledBy.FORMULA


def _absent(table: Table, fields: Mapping[str, int], place: Place) -> Iterator[Finding]:
    for each in table.fields:
        if each.name in fields or each.filled_by is FilledBy.FORMULA:
            continue
        code = "column_missing" if each.required else "column_gone"
        at = Place(place.unit, place.table, field=each.name, sheet_id=place.sheet_id, row=place.row)
        yield Finding(code, at, data={"column": each.title})
