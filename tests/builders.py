"""Workbooks as people leave them, built in one line; every unnamed cell is a good one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from functions.domain.findings import Finding
from functions.domain.records import PROVINCE, Window
from functions.domain.workbook import Cell, Tab, Workbook
from functions.tables.conversions import Conversions
from functions.tables.converters import convert
from functions.tables.converters.base import Context
from functions.tables.frames import Tables, make_tables
from functions.tables.typed import Source, TableReading, read_table
from sheets_schema.model import Book, Field, FilledBy, Table, TableKind
from sheets_schema.schema import load

SCHEMA = load()
WINDOW = Window(date(2024, 6, 1), date(2024, 9, 30))
TODAY = date(2024, 9, 1)
TAN_BIEN = Source("705", "705")

# What a good row of each tab holds; whatever is not here may stay empty.
GOOD: Mapping[str, Mapping[str, Cell]] = {
    "needs": {
        "commune": "Xã Tân Lập",
        "topics": "Tin học văn phòng",
        "activity_type": "Tuyên truyền",
        "audience": "Người dân",
        "expected_beneficiaries": 200,
        "date_range": "05/08/2024 - 07/08/2024",
        "volunteers_needed": 8,
        "contact_name": "Nguyễn Văn An",
        "contact_phone": "0912345678",
    },
    "resources": {
        "resource_type": "Máy móc thiết bị",
        "name": "Phòng tin học",
        "quantity": 25,
        "measure": "bộ",
    },
    "volunteers": {
        "full_name": "Trần Thị Bé",
        "birth_year": 2004,
        "group": "Sinh viên",
        "skills": "Tin học văn phòng",
        "date_range": "01/08/2024 - 31/08/2024",
        "phone": "0912345678",
        "consent": True,
    },
    "teams": {
        "team_name": "Đội Mùa hè số 1",
        "team_type": "Mùa hè số",
        "level": "Cấp huyện",
        "leader": "TNV-705-001",
        "members": "TNV-705-001",
        "topics": "Tin học văn phòng",
        "laptops": 5,
        "date_range": "10/08/2024 - 15/09/2024",
        "team_status": "Đã thành lập",
    },
    "trainings": {
        "date_range": "05/08/2024",
        "form": "Trực tiếp",
        "content": "Mục đích; Phương thức; An toàn",
        "attendees": "DH-705-01",
        "attendee_count": 24,
    },
    "reports": {
        "team": "DH-705-01",
        "commune": "Xã Tân Lập",
        "date_range": "12/08/2024 - 13/08/2024",
        "activity": "Lớp tin học",
        "topics": "Tin học văn phòng",
        "content": "Soạn thảo văn bản",
        "result": "Tốt",
        "partners": "Đoàn xã",
        "strengths": "Đông",
        "limits": "Không",
        "beneficiaries": 120,
        "volunteers": 8,
        "report_date": "14/08/2024",
    },
    "units": {
        "name": "Huyện đoàn Tân Biên",
        "unit_kind": "Huyện, thị, thành Đoàn",
        "gso_code": "705",
        "block": "Khối 1",
        "workbook": "book-705",
        "email": "tanbien@doan.example",
        "active": True,
    },
    "blocks": {
        "board": "Ban Phong trào",
        "officer": "Lê Minh Tâm",
        "email": "tam@doan.example",
    },
    "targets": {
        "indicator": "CT7",
        "name": "Nâng cao năng lực số",
        "measure": "lượt",
        "unit": "Toàn tỉnh",
        "target": 9000,
    },
    "visits": {
        "date": "15/08/2024",
        "unit": "Tân Biên",
        "team": "DH-705-01",
        "observation": "Đúng nội dung",
        "rating": "Đạt",
    },
}

SETTINGS: Mapping[str, Cell] = {
    "campaign_name": "Mùa hè số năm 2024",
    "issuer": "Tỉnh đoàn Tây Ninh",
    "campaign_start": 45444,
    "campaign_end": 45565,
    "need_deadline": "09/08/2024",
    "report_days": 3,
    "max_km": 60,
    "rest_days": 1,
    "freeze_days": 2,
    "change_budget": 5,
    "contact": "Ban Phong trào, 0276 3822 000",
    "retention_days": 90,
}

Row = Mapping[str, Cell]


def table(name: str, book: Book = "unit") -> Table:
    """Return one tab of the real schema."""
    return SCHEMA.table(book, name)


def good(name: str, /, number: int = 1, unit: str = "705", **cells: Cell) -> Row:
    """Return a good row with an id, some of its cells replaced."""
    found = next(each for each in SCHEMA.tables if each.name == name)
    id_field = found.id_field
    assert id_field is not None
    row_id = found.row_id(unit, number) if found.prefix else unit
    return {id_field.name: row_id, **GOOD[name], **cells}


def cells_of(kind: Table, row: Row) -> tuple[Cell, ...]:
    """Return the cells of a row in the order of the columns as provisioned."""
    unknown = row.keys() - {each.name for each in kind.fields}
    assert not unknown, unknown
    return tuple(row.get(each.name) for each in kind.fields)


def tab(
    kind: Table,
    *rows: Row,
    above: Sequence[tuple[Cell, ...]] = (),
    header: bool = True,
    keyed: bool = False,
    title: str = "",
    sheet_id: int = 0,
) -> Tab:
    """Return a tab with its header and `rows`; `keyed` adds the columns' developer metadata."""
    titles = tuple(each.title for each in kind.fields)
    grid = (*above, *((titles,) if header else ()), *(cells_of(kind, each) for each in rows))
    return grid_tab(
        kind, grid, keys=range(len(titles)) if keyed else (), title=title, sheet_id=sheet_id
    )


def grid_tab(
    kind: Table,
    grid: Iterable[Sequence[Cell]],
    *,
    keys: Sequence[int | None] = (),
    key: str = "",
    title: str = "",
    sheet_id: int = 0,
) -> Tab:
    """Return a tab with exactly these cells; `keys` says which column of `kind` stands where."""
    rows = tuple(tuple(row) for row in grid)
    return Tab(
        sheet_id=sheet_id or 100 + kind.order,
        title=title or kind.title,
        index=kind.order,
        rows=rows,
        key=key,
        column_keys={
            at: kind.fields[index].name for at, index in enumerate(keys) if index is not None
        },
        row_count=len(rows),
        column_count=max((len(row) for row in rows), default=0),
    )


def book(*tabs: Tab) -> Workbook:
    """Return a workbook of these tabs."""
    return Workbook("book", "Sổ", tabs, datetime(2024, 9, 1, tzinfo=UTC))


def province(
    units: Sequence[Row] = (),
    blocks: Sequence[Row] = (),
    settings: Mapping[str, Cell] = SETTINGS,
    **others: Sequence[Row],
) -> Workbook:
    """Return the province's workbook with its registry and `others`, rows by tab name."""
    rows = {"units": units, "blocks": blocks, **others}
    lines = [{"setting": name, "value": cell} for name, cell in settings.items()]
    inputs = [each for each in SCHEMA.book("province") if each.kind is TableKind.INPUT]
    return book(
        *(
            tab(each, *(lines if each.name == "settings" else rows.get(each.name, ())))
            for each in inputs
        )
    )


def unit_book(**rows: Sequence[Row]) -> Workbook:
    """Return a unit's workbook with these rows, by tab name; the other tabs are empty."""
    inputs = [each for each in SCHEMA.book("unit") if each.kind is TableKind.INPUT]
    return book(*(tab(each, *rows.get(each.name, ())) for each in inputs))


def read_tab(one: Tab, kind: Table, source: Source = TAN_BIEN) -> TableReading:
    """Read a workbook of this tab alone."""
    return read_table(source, book(one), kind, Conversions(SCHEMA, WINDOW))


def read_rows(name: str, *rows: Row, source: Source = TAN_BIEN) -> TableReading:
    """Read a tab with a proper header and these rows."""
    kind = table(name, "province" if source.unit == PROVINCE else "unit")
    return read_tab(tab(kind, *rows), kind, source)


def joined(*books: tuple[Source, Mapping[str, Sequence[Row]]]) -> tuple[Tables, list[Finding]]:
    """Read the workbooks of units and put their rows together; return them and all findings."""
    names = [each.name for each in SCHEMA.book("unit") if each.kind is TableKind.INPUT]
    readings = [
        read_rows(name, *rows.get(name, ()), source=source)
        for source, rows in books
        for name in names
    ]
    findings = [each for reading in readings for each in reading.findings]
    return make_tables(SCHEMA, TODAY, WINDOW, readings), findings


def tables(today: date = TODAY, **rows: Sequence[Row]) -> Tables:
    """Return the rows of one unit's workbook, those with errors in their cells set aside."""
    found, findings = joined((TAN_BIEN, rows))
    return replace(found.set_aside(findings), today=today)


def people(count: int, unit: str = "705") -> list[Row]:
    """Return good rows of volunteers who are all different people."""
    return [
        good(
            "volunteers",
            number,
            unit,
            full_name=f"Trần Thị {chr(64 + number // 26 + 1)}{chr(97 + number % 26)}",
            phone=f"09{unit}{number:05d}",
        )
        for number in range(1, count + 1)
    ]


def ids_of(rows: Sequence[Row]) -> str:
    """Return the ids of rows as a list in a cell."""
    return "; ".join(str(next(iter(row.values()))) for row in rows)


def where(findings: Iterable[Finding]) -> list[tuple[str, int | None, str]]:
    """Return what was found as (code, row counted from zero, field)."""
    return [(each.code, each.place.row, each.place.field) for each in findings]


def rows_where(findings: Iterable[Finding]) -> list[tuple[str, str, str]]:
    """Return what was found as (code, row id, field)."""
    return [(each.code, each.place.row_id, each.place.field) for each in findings]


def meaning(
    kind: str, cell: Cell, unit: str = "", previous: object = None, **field: object
) -> tuple[object, list[str]]:
    """Convert one cell; return its value and the codes of what was remarked."""
    column = Field("f", "Cột", kind, **field)  # type: ignore[arg-type]
    read = convert(cell, Context(SCHEMA, column, WINDOW, unit, previous))
    return read.value, [each.code for each in read.remarks]


def typed_fields(kind: Table) -> list[Field]:
    """Return the columns of a tab that people type into, the id left out."""
    return [each for each in kind.fields if each.filled_by is FilledBy.PEOPLE and each.kind != "id"]
