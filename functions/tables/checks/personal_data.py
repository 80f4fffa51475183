"""Free text is no place for what identifies a person: nobody agreed to that, and it spreads."""

from __future__ import annotations

from collections.abc import Iterator

from functions.domain.findings import Finding
from functions.tables.frames import Tables
from functions.tables.personal import identifying
from sheets_schema.model import Schema

CODES = (
    "personal_phone",
    "personal_card",
    "personal_birth_date",
    "personal_email",
    "personal_account",
)


def find(tables: Tables) -> Iterator[Finding]:
    """Yield cells of free text with a phone, card or account number, a birth date or an address.

    What was found is not copied. Columns that ask for such data are no free text.
    """
    year = tables.campaign.last.year
    for table in tables.frames:
        names = _free_text(tables.schema, table) & set(tables.frame(table).columns)
        for row in tables.rows(table) if names else ():
            for name in sorted(names):
                for kind in identifying(str(row[name] or ""), year):
                    yield Finding(f"personal_{kind}", tables.place(table, row, name))


def _free_text(schema: Schema, name: str) -> set[str]:
    table = next(each for each in schema.tables if each.name == name)
    return {each.name for each in table.fields if each.kind == "text"}
