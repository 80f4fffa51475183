"""References made while computing: INDIRECT, OFFSET, ROW, ADDRESS."""

import re
from typing import TYPE_CHECKING

from deploy.local.emulator import a1
from deploy.local.emulator.formulas.library.failing import fail
from deploy.local.emulator.formulas.parser import parse
from deploy.local.emulator.formulas.registry import function
from deploy.local.emulator.formulas.syntax import Name, Ref
from deploy.local.emulator.formulas.values import Area, Arg, Array, Failed
from deploy.local.emulator.rects import Rect

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

_R1C1 = re.compile(r"[Rr](\d+|\[-?\d+\])?[Cc](\d+|\[-?\d+\])?")
_ABSOLUTE, _ROW_ONLY, _COLUMN_ONLY = 1, 2, 3


@function("INDIRECT", "tb", least=1, bound=True)
def _indirect(site: "Site", text: str, a1_style: bool = True) -> Arg:  # noqa: FBT001, FBT002
    found = _named(site, text) if a1_style else _numbered(site, text)
    if not isinstance(found, Area):
        fail(
            "REF",
            f"Function INDIRECT parameter 1 value is '{text}'. "
            "It is not a valid cell/range reference.",
        )
    return found


def _named(site: "Site", text: str) -> Arg:
    try:
        node = parse(f"={text.strip()}", site.world.locale.decimal)
    except Failed:
        return _loose(site, text)
    if isinstance(node, Ref | Name):
        found = site.value(node)
        if isinstance(found, Area):
            return found
    return _loose(site, text)


def _loose(site: "Site", text: str) -> Arg:
    """Read a tab's title without the quotes it would need: ``Đội 1!A1``."""
    title, cells = a1.split_sheet(text.strip())
    sheet = None if title is None else site.world.workbook.titled(title)
    corners = a1.parse_cells(cells)
    if sheet is None or corners is None:
        return None
    return site.machine.area(sheet, Ref(sheet.title, corners))


def _numbered(site: "Site", text: str) -> Arg:
    title, cells = a1.split_sheet(text)
    book = site.world.workbook
    sheet = book.sheet(site.scope.place[0]) if title is None else book.titled(title)
    corners = [_corner(part, site) for part in cells.split(":")]
    known = [corner for corner in corners if corner is not None]
    if sheet is None or len(known) != len(corners) or len(known) not in (1, 2):
        return None
    rows, columns = [one[0] for one in known], [one[1] for one in known]
    rect = Rect(min(rows), min(columns), max(rows) + 1, max(columns) + 1)
    if rect.top < 0 or rect.left < 0 or not sheet.all.covers(rect):
        return None
    return Area(sheet, rect, site.world.reader)


def _corner(text: str, site: "Site") -> tuple[int, int] | None:
    match = _R1C1.fullmatch(text)
    if match is None:
        return None
    own = site.scope.place[1:]
    places: list[int] = []
    for part, base in zip(match.groups(), own, strict=True):
        if part is None:
            places.append(base)
        else:
            relative = part.startswith("[")
            places.append(base + int(part[1:-1]) if relative else int(part) - 1)
    return places[0], places[1]


@function("OFFSET", "riiii", least=3, bound=True)
def _offset(
    site: "Site",
    given: Arg,
    rows: int,
    columns: int,
    height: int | None = None,
    width: int | None = None,
) -> Arg:
    if not isinstance(given, Area):
        fail("N_A", "Argument must be a range.")
    tall = given.height if height is None else height
    wide = given.width if width is None else width
    top, left = given.rect.top + rows, given.rect.left + columns
    rect = Rect(top, left, top + tall, left + wide)
    if tall < 1 or wide < 1:
        fail("REF", f"Function {site.name} needs at least one row and one column.")
    if top < 0 or left < 0 or not given.sheet.all.covers(rect):
        fail("REF", "Function OFFSET evaluates to an out of bounds range.")
    return Area(given.sheet, rect, given.reader)


@function("ROW", "r", least=0, bound=True)
def _row(site: "Site", given: Arg = None) -> Arg:
    rect = _rect(site, given)
    if not site.scope.arrays:
        return rect.top + 1
    return Array([[row + 1] for row in range(rect.top, rect.bottom)])


@function("COLUMN", "r", least=0, bound=True)
def _column(site: "Site", given: Arg = None) -> Arg:
    rect = _rect(site, given)
    if not site.scope.arrays:
        return rect.left + 1
    return Array([[column + 1 for column in range(rect.left, rect.right)]])


def _rect(site: "Site", given: Arg) -> Rect:
    if isinstance(given, Area):
        return given.rect
    if given is not None:
        fail("N_A", "Argument must be a range.")
    _, row, column = site.scope.place
    return Rect(row, column, row + 1, column + 1)


@function("ROWS", "r")
def _rows(given: Arg) -> int:
    return given.height if isinstance(given, Area | Array) else 1


@function("COLUMNS", "r")
def _columns(given: Arg) -> int:
    return given.width if isinstance(given, Area | Array) else 1


@function("ADDRESS", "iiibt", least=2)
def _address(
    row: int,
    column: int,
    marks: int = _ABSOLUTE,
    a1_style: bool = True,  # noqa: FBT001, FBT002 - arguments of a formula have no names
    title: str | None = None,
) -> str:
    if row < 1 or column < 1 or marks not in range(1, 5):
        fail("VALUE", "Function ADDRESS has a parameter out of range.")
    fixed_row, fixed_column = marks in (_ABSOLUTE, _ROW_ONLY), marks in (_ABSOLUTE, _COLUMN_ONLY)
    if a1_style:
        letters = a1.column_letters(column - 1)
        cell = f"{'$' if fixed_column else ''}{letters}{'$' if fixed_row else ''}{row}"
    else:
        cell = (f"R{row}" if fixed_row else f"R[{row}]") + (
            f"C{column}" if fixed_column else f"C[{column}]"
        )
    return cell if title is None else f"{a1.quoted(title)}!{cell}"
