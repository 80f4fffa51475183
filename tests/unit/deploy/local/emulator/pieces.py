"""Pieces of request bodies that many tests use."""

from deploy.local.emulator.shapes import Json

AREA = {"startRowIndex": 0, "endRowIndex": 2, "startColumnIndex": 0, "endColumnIndex": 2}
RED = {"red": 1}
MASK = "userEnteredValue,userEnteredFormat,note,dataValidation"


def rows_of(*rows: list[Json]) -> list[Json]:
    """Return rows of cells as a request holds them."""
    return [{"values": list(row)} for row in rows]


def number(value: float) -> Json:
    """Return a cell with a number."""
    return {"userEnteredValue": {"numberValue": value}}


def span(dimension: str, start: int, end: int) -> Json:
    """Return rows or columns of the first tab."""
    return {"sheetId": 0, "dimension": dimension, "startIndex": start, "endIndex": end}


def chart_data(column: int, *rows: int, sheet: int = 0) -> Json:
    """Return ChartData of one column; of its first four rows unless ``rows`` says which."""
    first, last = rows or (0, 4)
    place = {
        "sheetId": sheet,
        "startRowIndex": first,
        "endRowIndex": last,
        "startColumnIndex": column,
        "endColumnIndex": column + 1,
    }
    return {"sourceRange": {"sources": [place]}}
