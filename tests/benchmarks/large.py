"""A province of 96 commune units after July 2025, every tab of every unit full, in memory."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from functions.domain.workbook import Cell, Tab, Workbook
from sheets_schema.model import Table, TableKind
from sheets_schema.unit_tree import Unit
from tests.builders import SCHEMA, SETTINGS, Row, cells_of, tab

TODAY = date(2026, 8, 1)
FIRST = date(2026, 6, 1)
ROWS = 500
CREW, CREWS, TEAM_DAYS = 5, 100, 11
_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ")
_MIDDLES = ("Văn", "Thị", "Minh", "Thanh", "Quốc", "Ngọc", "Hoàng", "Kim")
_NAMES = ("An", "Bé", "Cường", "Dung", "Giang", "Hạnh", "Khoa", "Lan", "Mai", "Nam", "Phúc", "Quý")
_TOPICS = ("Tin học văn phòng", "Dịch vụ công trực tuyến; Thanh toán điện tử", "AI; TMĐT")


def province() -> Workbook:
    """Return the province's workbook with 96 units."""
    settings = {
        **SETTINGS,
        "campaign_start": "01/06/2026",
        "campaign_end": "30/09/2026",
        "need_deadline": "30/06/2026",
    }
    rows: Mapping[str, list[Row]] = {
        "settings": [{"setting": name, "value": cell} for name, cell in settings.items()],
        "units": [_entry(each) for each in units()],
        "blocks": [
            {
                "block": "Khối 1",
                "board": "Ban Phong trào",
                "officer": "Lê Minh Tâm",
                "email": "tam@doan.example",
            }
        ],
    }
    return _book("province", (tab(each, *rows.get(each.name, ())) for each in _inputs("province")))


def units() -> tuple[Unit, ...]:
    """Return the 96 communes of the province of 2025."""
    return SCHEMA.units.at_level("commune", TODAY)


def workbook(unit: Unit, number: int, rows: int = ROWS) -> Workbook:
    """Return the workbook of one unit, so many good rows in each tab that people fill."""
    return _book(
        unit.code,
        (
            tab(each, *(_row(each, unit, number, index) for index in range(rows)), keyed=True)
            for each in _inputs("unit")
        ),
    )


def people_columns(table: Table) -> list[str]:
    """Return the names of the columns of which rows here hold cells."""
    some = _row(table, units()[0], 0, 0)
    return [each.name for each in table.fields if each.name in some]


def cells(table: Table, unit: Unit, number: int) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of one tab as they stand in the sheet."""
    for index in range(ROWS):
        yield cells_of(table, _row(table, unit, number, index))


def _inputs(book: str) -> list[Table]:
    return [each for each in SCHEMA.tables if each.book == book and each.kind is TableKind.INPUT]


def _book(name: str, tabs: Iterator[Tab]) -> Workbook:
    return Workbook(name, name, tuple(tabs), datetime(2026, 8, 1, tzinfo=UTC))


def _entry(unit: Unit) -> Row:
    return {
        "code": unit.code,
        "name": unit.full_name,
        "unit_kind": "Huyện, thị, thành Đoàn",
        "gso_code": unit.code,
        "block": "Khối 1",
        "workbook": f"book-{unit.code}",
        "email": f"u{unit.code}@doan.example",
        "active": True,
    }


def _row(table: Table, unit: Unit, number: int, index: int) -> Row:
    makers = {
        "needs": _need,
        "resources": _resource,
        "volunteers": _volunteer,
        "teams": _team,
        "trainings": _training,
        "reports": _report,
    }
    assert table.id_field is not None
    row_id = table.row_id(unit.code, index + 1)
    return {table.id_field.name: row_id, **makers[table.name](unit, number, index)}


def _days(first: date, length: int = 3) -> str:
    return f"{first:%d/%m/%Y} - {first + timedelta(days=length - 1):%d/%m/%Y}"


def _start_of_team(index: int) -> date:
    """Teams of one crew follow each other, so that nobody is in two at once."""
    return FIRST + timedelta(days=1 + index // CREWS * TEAM_DAYS)


def _person(number: int, index: int) -> str:
    at = number * ROWS + index
    surname, middle = _SURNAMES[at % 10], _MIDDLES[at // 10 % 8]
    return f"{surname} {middle} {_NAMES[at // 80 % 12]} {_NAMES[at // 960 % 12]}"


def _phone(number: int, index: int) -> str:
    return f"09{(number * ROWS + index) * 37 % 10**8:08}"


def _need(unit: Unit, number: int, index: int) -> Row:
    return {
        "commune": unit.full_name,
        "place": f"Nhà văn hóa ấp {index % 9 + 1}",
        "topics": _TOPICS[index % 3],
        "activity_type": "Tuyên truyền",
        "audience": "Người dân",
        "expected_beneficiaries": 60 + index * 7 % 80,
        "date_range": _days(FIRST + timedelta(days=index % 50)),
        "sessions": 3,
        "volunteers_needed": 5 + index % 4,
        "local_team": "Có",
        "contact_name": _person(number, index),
        "contact_phone": _phone(number, index),
    }


def _resource(unit: Unit, number: int, index: int) -> Row:
    return {
        "commune": unit.full_name,
        "resource_type": "Máy móc thiết bị",
        "name": f"Phòng tin học {index}",
        "quantity": 5 + index % 20,
        "measure": "bộ",
        "contact_name": _person(number, index),
        "contact_phone": _phone(number, index),
    }


def _volunteer(_: Unit, number: int, index: int) -> Row:
    return {
        "full_name": _person(number, index),
        "birth_year": 1985 + (number * 7 + index) % 20,
        "group": "Sinh viên",
        "organisation": "Trường Cao đẳng Sư phạm Tây Ninh",
        "skills": _TOPICS[index % 3],
        "teaching": "Tốt",
        "date_range": "01/06/2026 - 30/09/2026",
        "can_travel": "Có",
        "phone": _phone(number, index),
        "consent": "x",
    }


def _team(unit: Unit, _: int, index: int) -> Row:
    crew = range(index % CREWS * CREW + 1, (index % CREWS + 1) * CREW + 1)
    members = [f"TNV-{unit.code}-{each:03}" for each in crew]
    return {
        "team_name": f"Đội Mùa hè số {index + 1}",
        "team_type": "Mùa hè số",
        "level": "Cấp cơ sở",
        "leader": members[0],
        "members": "; ".join(members),
        "topics": "Tin học văn phòng",
        "laptops": 3,
        "phones": 5,
        "date_range": _days(_start_of_team(index), TEAM_DAYS),
        "team_status": "Đã thành lập",
    }


def _training(unit: Unit, _: int, index: int) -> Row:
    return {
        "date_range": "01/06/2026",
        "form": "Trực tiếp",
        "content": "Mục đích; Phương thức; An toàn",
        "attendees": f"DH-{unit.code}-{index + 1:02}",
        "attendee_count": 24,
    }


def _report(unit: Unit, number: int, index: int) -> Row:
    total = 60 + (index * 7 + number) % 80
    return {
        "team": f"DH-{unit.code}-{index + 1:02}",
        "commune": unit.full_name,
        "date_range": _days(_start_of_team(index) + timedelta(days=index % 7)),
        "activity": f"Lớp tin học ấp {index % 9 + 1}",
        "topics": _TOPICS[index % 3],
        "content": "Hướng dẫn soạn thảo văn bản và lập bảng tính",
        "result": f"{total} người tự lập được bảng tính",
        "partners": "Đoàn xã và Tổ công nghệ số cộng đồng",
        "strengths": "Bà con tham gia đông, đúng giờ",
        "limits": "Thiếu máy tính",
        "beneficiaries": total,
        "vneid": total // 3,
        "volunteers": 8,
        "report_date": f"{_start_of_team(index) + timedelta(days=10):%d/%m/%Y}",
    }
