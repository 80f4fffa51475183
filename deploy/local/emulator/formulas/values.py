"""What formulas compute with: single values, arrays, areas of cells, functions of LAMBDA."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from deploy.local.emulator.formulas.outcomes import ErrorValue, Scalar
from deploy.local.emulator.rects import Rect
from deploy.local.emulator.shapes import Json

if TYPE_CHECKING:
    from deploy.local.emulator.state.sheet import Sheet

Value = Scalar | ErrorValue | None
"""One cell's worth; None is blank."""

Key = tuple[int, int, int]
"""(sheetId, row, column)."""


class Failed(Exception):  # noqa: N818 - carries a result, not a failure of ours
    """Ends the computing of one value with an error of Google's."""

    def __init__(self, error: ErrorValue) -> None:
        super().__init__(error.message)
        self.error = error


class Array:
    """A rectangle of values, at least one; ``likes`` names the cells they repeat, if any.

    ``memory`` is for indexes that lookups build over an array that many formulas share.
    """

    __slots__ = ("likes", "memory", "rows")

    def __init__(
        self,
        rows: Sequence[Sequence[Value]],
        likes: Sequence[Sequence[Key | None]] | None = None,
    ) -> None:
        self.rows = rows
        self.likes = likes
        self.memory: Json = {}

    @property
    def height(self) -> int:
        """Number of rows."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0])

    def at(self, row: int, column: int) -> Value:
        """Return one value."""
        return self.rows[row][column]

    def flat(self) -> Iterator[Value]:
        """Yield all values in reading order."""
        for row in self.rows:
            yield from row

    def like(self, row: int, column: int) -> Key | None:
        """Return the cell whose format a value shares."""
        return None if self.likes is None else self.likes[row][column]

    def pick(self, rows: Sequence[int], columns: Sequence[int]) -> "Array":
        """Return the chosen rows and columns in the chosen order."""
        likes = self.likes
        return Array(
            [[self.rows[row][column] for column in columns] for row in rows],
            likes and [[likes[row][column] for column in columns] for row in rows],
        )

    def turned(self) -> "Array":
        """Return rows as columns."""
        likes = self.likes
        return Array(list(zip(*self.rows, strict=True)), likes and list(zip(*likes, strict=True)))


class Reader(Protocol):
    """Gives the computed content of cells."""

    def value(self, sheet: "Sheet", row: int, column: int) -> Value:
        """Return one cell."""
        ...

    def block(self, sheet: "Sheet", rect: Rect) -> Array:
        """Return a rectangle of cells."""
        ...


@dataclass(frozen=True)
class Area:
    """Cells of a tab that a formula points at, inside the grid, at least one."""

    sheet: "Sheet"
    rect: Rect
    reader: Reader

    @property
    def height(self) -> int:
        """Number of rows."""
        return self.rect.height

    @property
    def width(self) -> int:
        """Number of columns."""
        return self.rect.width

    @property
    def single(self) -> bool:
        """Say whether it is one cell."""
        return self.rect.height == self.rect.width == 1

    def at(self, row: int, column: int) -> Value:
        """Return the value of a cell counted from the corner."""
        return self.reader.value(self.sheet, self.rect.top + row, self.rect.left + column)

    def key(self, row: int = 0, column: int = 0) -> Key:
        """Return the place of a cell counted from the corner."""
        return self.sheet.id, self.rect.top + row, self.rect.left + column

    def array(self) -> Array:
        """Return the values of all cells."""
        return self.reader.block(self.sheet, self.rect)

    def flat(self) -> Iterator[Value]:
        """Yield all values in reading order."""
        if self.single:
            return iter((self.at(0, 0),))
        return self.array().flat()

    def part(self, top: int, left: int, height: int, width: int) -> "Area":
        """Return cells counted from the corner."""
        first, start = self.rect.top + top, self.rect.left + left
        rect = Rect(first, start, first + height, start + width)
        return Area(self.sheet, rect, self.reader)


@dataclass(frozen=True)
class Lambda:
    """A function made by LAMBDA: its parameters, its body and what surrounds it."""

    parameters: tuple[str, ...]
    body: Any
    scope: Any


Arg = Value | Array | Area | Lambda
"""Whatever an expression can stand for."""


def array_of(arg: Arg) -> Array:
    """Return any argument as an array; areas remember their cells."""
    if isinstance(arg, Array):
        return arg
    if isinstance(arg, Area):
        array = arg.array()
        if array.likes is None:
            sheet_id, rect = arg.sheet.id, arg.rect
            array.likes = [
                [(sheet_id, row, column) for column in range(rect.left, rect.right)]
                for row in range(rect.top, rect.bottom)
            ]
        return array
    return Array([[plain(arg)]])


def plain(arg: Arg) -> Value:
    """Return the value of an argument that is one cell or one value."""
    if isinstance(arg, Area | Array):
        return arg.at(0, 0)
    if isinstance(arg, Lambda):
        return ErrorValue("N_A", "A LAMBDA needs its arguments to become a value.")
    return arg


def flat(arg: Arg) -> Iterator[Value]:
    """Yield every value of an argument."""
    if isinstance(arg, Area | Array):
        return arg.flat()
    return iter((plain(arg),))
