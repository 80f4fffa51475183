"""The schema as frozen values. Nothing here reads a file; see `schema.load`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from sheets_schema.unit_tree import UnitTree

Book = Literal["unit", "province"]
BOOKS: tuple[Book, ...] = ("unit", "province")


class TableKind(StrEnum):
    """How a tab is used, which decides who may write where."""

    INPUT = "input"
    """People type; the robot owns the ids and the formulas."""
    ROBOT = "robot"
    """The robot writes the whole table every night; nobody else may."""
    LEDGER = "ledger"
    """Rows never move; the robot owns some columns and people the others."""
    PAGE = "page"
    """Free layout written by the robot, without columns."""
    LISTS = "lists"
    """The dropdown values of the workbook."""


class FilledBy(StrEnum):
    """Who fills the cells of a column."""

    PEOPLE = "people"
    ROBOT = "robot"
    FORMULA = "formula"


# Kind of a column -> the Table Schema type of its accepted values.
KIND_TYPES: Mapping[str, str] = {
    "any": "string",
    "birth_year": "integer",
    "bool": "boolean",
    "choice": "string",
    "commune": "string",
    "date": "date",
    "date_range": "string",
    "email": "string",
    "id": "string",
    "int": "integer",
    "link": "string",
    "number": "number",
    "percent": "number",
    "person": "string",
    "phone": "string",
    "ref": "string",
    "text": "string",
    "unit": "string",
    "unit_or_province": "string",
    "url": "string",
}

FORMULAS = ("status", "note")


@dataclass(frozen=True, slots=True)
class ListItem:
    """One dropdown value: stored as `code`, shown as `label`, also understood as any alias."""

    code: str
    label: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class ChoiceList:
    """A dropdown. A closed list refuses other values in the sheet, an open one only warns."""

    name: str
    title: str
    items: tuple[ListItem, ...]
    open: bool = False

    def label(self, code: str) -> str:
        """Return the label of `code`; raise KeyError for a code that is not in the list."""
        for item in self.items:
            if item.code == code:
                return item.label
        raise KeyError(code)


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a tab, or one setting of a campaign."""

    name: str
    title: str
    kind: str
    description: str = ""
    example: str = ""
    required: bool = False
    unique: bool = False
    minimum: float | None = None
    maximum: float | None = None
    many: bool = False
    list_name: str = ""
    refers_to: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    filled_by: FilledBy = FilledBy.PEOPLE
    formula: str = ""
    width: int = 120
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One tab of one of the two workbooks.

    `rows` is how many numbered rows a new tab gets, `prefix` and `digits` form their ids.
    """

    book: Book
    name: str
    title: str
    kind: TableKind
    order: int
    fields: tuple[Field, ...]
    description: str = ""
    prefix: str = ""
    digits: int = 3
    rows: int = 0
    colour: str = "#80868b"

    def __hash__(self) -> int:
        # Tables are keys of what is remembered about them; hashing every column takes too long.
        return hash((self.book, self.name))

    @property
    def id_field(self) -> Field | None:
        """The column that holds the row's id, if the tab has one."""
        return next((each for each in self.fields if each.kind == "id"), None)

    def field(self, name: str) -> Field:
        """Return the column `name`; raise KeyError when the tab has no such column."""
        for each in self.fields:
            if each.name == name:
                return each
        raise KeyError(name)

    def row_id(self, unit: str, number: int) -> str:
        """Return the id of row `number` (from 1) in the workbook of `unit`."""
        return f"{self.prefix}-{unit}-{number:0{self.digits}d}"

    def column(self, name: str) -> int:
        """Return the zero-based position of the column `name` as provisioned."""
        return self.fields.index(self.field(name))


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One thing the product can say about a cell, a row, a tab or a workbook.

    `problem` and `advice` are templates; their fields are named in braces. A code may have cases,
    `code.case`: the same problem to whoever asks for support, in other words or more or less
    severe. `group` is the part of the catalogue in which it stands.
    """

    code: str
    severity: Literal["error", "warning", "hint"]
    title: str
    problem: str
    advice: str
    group: str

    @property
    def support_code(self) -> str:
        """What people quote when they ask for support: the code without its case."""
        return self.code.partition(".")[0]


@dataclass(frozen=True, slots=True, eq=False)
class Schema:
    """Everything that the two workbooks, their words and their units are made of.

    `common` are the columns that people add to any tab: known, never read.
    Compared by identity, so that what follows from it can be remembered per schema.
    """

    tables: tuple[Table, ...]
    lists: Mapping[str, ChoiceList]
    settings: tuple[Field, ...]
    findings: Mapping[str, FindingKind]
    texts: Mapping[str, str]
    units: UnitTree = field(repr=False)
    common: tuple[Field, ...] = ()

    def book(self, book: Book) -> tuple[Table, ...]:
        """Return the tabs of one workbook in the order in which they stand."""
        return tuple(
            sorted((each for each in self.tables if each.book == book), key=lambda each: each.order)
        )

    def lists_of(self, book: Book) -> tuple[ChoiceList, ...]:
        """Return the lists that columns of one workbook use, in the order of the list file."""
        used = {each.list_name for table in self.book(book) for each in table.fields}
        return tuple(each for each in self.lists.values() if each.name in used)

    def table(self, book: Book, name: str) -> Table:
        """Return one tab; raise KeyError when the workbook has no such tab."""
        for each in self.tables:
            if (each.book, each.name) == (book, name):
                return each
        raise KeyError((book, name))

    def text(self, key: str, **data: object) -> str:
        """Return the words at `key` with `data` filled in; raise KeyError for an unknown key."""
        return self.texts[key].format(**data)
