"""The numbers that a workbook prints beside its rows before anyone types."""

from sheets_schema.schema import load

PROVINCE_BOOK = "province"
_PROVINCE_CODE = "T"


def row_id(table: str, book: str, index: int) -> str:
    """Return the id of row `index`, counted from 0, of a tab, such as TNV-705-012."""
    described = load().table("unit", table)
    unit = _PROVINCE_CODE if book == PROVINCE_BOOK else book
    return f"{described.prefix}-{unit}-{index + 1:0{described.digits}d}"
