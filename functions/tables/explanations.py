"""The column «Giải trình» of every tab that people fill."""

from __future__ import annotations

from functions.domain.explanations import RowKey
from functions.domain.records import PROVINCE
from functions.tables.campaign import CampaignTables
from functions.tables.conversions import Conversions
from functions.tables.typed import Source, read_table

FIELD = "explanation"


def read_explanations(tables: CampaignTables) -> dict[RowKey, str]:
    """Return what people wrote beside each row that was read, empty where they wrote nothing.

    Rows of a tab whose column is gone are left out: nobody knows what was written there. Of two
    rows with one id the upper one speaks.
    """
    schema = tables.schema
    # The settings are read for their values elsewhere; they are rows like all others here.
    settings = read_table(
        Source(PROVINCE),
        tables.province,
        schema.table("province", "settings"),
        Conversions(schema, tables.settings.window),
    )
    texts: dict[RowKey, str] = {}
    for reading in (*tables.readings, settings):
        if reading.located:
            for row in reading.rows:
                if row.row_id and FIELD in reading.located.columns_at(row.index):
                    key = (reading.source.unit, reading.table.name, row.row_id)
                    texts.setdefault(key, str(row.typed[FIELD] or ""))
    return texts
