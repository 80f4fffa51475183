"""What a sample campaign consists of, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Cell = str | int | float | bool
"""A cell as a spreadsheet stores it; a date cell is a float, the day's serial number."""

Row = Mapping[str, Cell]
"""One typed row: field key -> cell. A key that is absent is an empty cell."""

Tables = Mapping[str, tuple[Row, ...]]
"""The tabs of one workbook: table name -> its rows, the i-th for the i-th numbered row."""


@dataclass(frozen=True)
class SampleUnit:
    """A district unit as the province lists it; all but the workbook, which does not exist yet."""

    code: str
    name: str
    unit_kind: str
    gso_code: str
    block: str
    email: str
    hardship: str
    active: str


@dataclass(frozen=True)
class SampleBlock:
    """Units that one board and its officer follow."""

    block: str
    board: str
    officer: str
    email: str


@dataclass(frozen=True)
class SampleTarget:
    """What one unit, or the whole province, has to reach; `deadline` is a date serial."""

    indicator: str
    name: str
    measure: str
    unit: str
    target: int
    deadline: float


@dataclass(frozen=True)
class RenameHeader:
    """Someone typed `text` over the header cell of a column."""

    book: str
    table: str
    field: str
    text: str


@dataclass(frozen=True)
class Oddity:
    """A cell that is not typed as the form asks; `index` is the row's position in its table.

    A `habit` can be read as it was meant, with or without a remark. A `mistake` cannot, or
    contradicts another cell.
    """

    book: str
    table: str
    index: int
    field: str
    kind: Literal["habit", "mistake"]


@dataclass(frozen=True)
class SampleCampaign:
    """A campaign on the evening of `as_of`, as people have typed it so far.

    `config` maps the campaign's settings to cells. `books` holds one workbook per unit code and
    one called `province`. `edits` are to be made after the rows are filled in.
    """

    as_of: date
    config: Mapping[str, Cell]
    units: tuple[SampleUnit, ...]
    blocks: tuple[SampleBlock, ...]
    targets: tuple[SampleTarget, ...]
    books: Mapping[str, Tables]
    edits: tuple[RenameHeader, ...]
    oddities: tuple[Oddity, ...]
