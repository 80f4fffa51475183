"""A small province on a local Google of its own, for tests that run whole nights."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import requests

from deploy.local.emulator import serve
from deploy.local.people import OWNER, ROBOT, client_of
from deploy.local.sandbox import Sandbox
from functions.config import Config
from functions.domain.night import PARTS, Part
from functions.domain.records import PROVINCE
from functions.domain.workbook import Tab
from functions.runs.campaign_file import parse_campaign
from functions.runs.nightly import NightReport, run_night
from functions.runs.provision import Provisioned, provision
from functions.runs.services import Services
from functions.wiring import make_provisioner, make_services
from functions.writers.a1 import quoted
from functions.writers.layout.tabs import first_row
from sheets_schema.model import Book
from sheets_schema.schema import load

TODAY = date(2024, 8, 13)
SCHEMA = load()

CAMPAIGN: dict[str, Any] = {
    "robot": ROBOT,
    "editors": [],
    "settings": {
        "campaign_name": "Mùa hè số thử",
        "issuer": "Tỉnh đoàn Tây Ninh",
        "campaign_start": date(2024, 6, 1),
        "campaign_end": date(2024, 9, 30),
        "need_deadline": date(2024, 8, 9),
        "report_days": 3,
        "rest_days": 1,
        "freeze_days": 2,
        "contact": "Ban Phong trào",
    },
    "blocks": [
        {"block": "Khối 1", "board": "Ban Phong trào", "officer": "Lê Tâm", "email": "a@b.example"}
    ],
    "units": [
        {
            "code": code,
            "name": name,
            "unit_kind": "Huyện, thị, thành Đoàn",
            "gso_code": code,
            "block": "Khối 1",
            "email": f"unit{code}@doan.example",
            "hardship": "Không",
            "active": "Có",
        }
        for code, name in (("705", "Huyện đoàn Tân Biên"), ("706", "Huyện đoàn Tân Châu"))
    ],
    "targets": [
        {
            "indicator": "CT7",
            "name": "Lượt",
            "measure": "lượt",
            "unit": "Toàn tỉnh",
            "target": 1000,
            "deadline": date(2024, 9, 30),
        }
    ],
}

NEED = {
    "commune": "Xã Tân Lập",
    "topics": "Tin học văn phòng",
    "activity_type": "Hướng dẫn tại chỗ, lưu động",
    "audience": "Người dân",
    "expected_beneficiaries": 100,
    "date_range": "20/08/2024 - 25/08/2024",
    "sessions": 2,
    "volunteers_needed": 3,
    "contact_name": "Nguyễn Văn An",
    "contact_phone": "0912345678",
}
RESOURCE = {
    "resource_type": "Máy móc thiết bị",
    "name": "Phòng tin học Trường THCS Tân Lập",
    "quantity": 25,
    "measure": "bộ",
}
TEAM = {
    "team_name": "Đội thử",
    "team_type": "Mùa hè số",
    "level": "Cấp huyện",
    "leader": "TNV-705-001",
    "members": "TNV-705-001; TNV-705-002; TNV-705-003; TNV-705-004; TNV-705-005",
    "topics": "Tin học văn phòng",
    "laptops": 3,
    "date_range": "01/08/2024 - 15/09/2024",
    "team_status": "Đã thành lập",
}
TRAINING = {
    "date_range": "30/07/2024",
    "form": "Trực tiếp",
    "content": "Mục đích; Phương thức; An toàn",
    "attendees": "DH-705-01",
    "attendee_count": 5,
}
GIVEN_NAMES = ("Bé", "Lan", "Mai", "Hoa", "Cúc", "Đào")


def volunteer(number: int) -> dict[str, Any]:
    """Return a volunteer who may be deployed; the number makes name and phone unique."""
    return {
        "full_name": f"{['Trần', 'Lê'][number // 6]} Thị {GIVEN_NAMES[number % 6]}",
        "birth_year": 2000,
        "group": "Sinh viên",
        "skills": "Tin học văn phòng",
        "date_range": "01/08/2024 - 15/09/2024",
        "phone": f"09123456{number:02d}",
        "consent": "Có",
    }


@dataclass
class Province:
    """A provisioned province, the people who type in it and the robot."""

    google: str
    sandbox: Sandbox
    workbooks: Mapping[str, str]

    def services(self) -> Services:
        """Return the robot's services, wired as in production."""
        return make_services(
            Config.from_environment(
                self.sandbox.environment(self.google, ROBOT, self.workbooks[PROVINCE])
            )
        )

    def night(self, parts: Sequence[Part] = PARTS, today: date = TODAY) -> NightReport:
        """Run a night."""
        return run_night(self.services(), "2024-08-12T19:00:00Z", today, parts)

    def type(self, unit: str, table: str, rows: Sequence[Mapping[str, Any]], at: int = 0) -> None:
        """Type rows below one another, the first into the `at`-th numbered row."""
        fields = SCHEMA.table(_book(unit), table)
        data = [
            {
                "range": self.cell(unit, table, name, at + index),
                "values": [[value]],
            }
            for index, row in enumerate(rows)
            for name, value in row.items()
            if fields.field(name)
        ]
        self.send(unit, data)

    def send(self, unit: str, data: Sequence[Mapping[str, Any]]) -> None:
        """Write raw values as the owner, who may write anywhere."""
        body = {"valueInputOption": "RAW", "data": list(data)}
        client_of(OWNER, self.google).values_batch_update(self.workbooks[unit], body)

    def change(self, unit: str, *changes: Mapping[str, Any]) -> None:
        """Send batchUpdate requests as the owner."""
        client_of(OWNER, self.google).batch_update(
            self.workbooks[unit], {"requests": list(changes)}
        )

    def cell(self, unit: str, table: str, field: str, number: int) -> str:
        """Return where a field of the `number`-th numbered row stands as provisioned."""
        found = SCHEMA.table(_book(unit), table)
        column = chr(ord("A") + found.column(field))
        return f"{quoted(found.title)}!{column}{first_row(found) + number + 1}"

    def tab(self, unit: str, table: str) -> Tab:
        """Return a tab as the robot reads it."""
        workbook = self.services().workbooks.read(self.workbooks[unit])
        return next(each for each in workbook.tabs if each.key == table)

    def rows(self, unit: str, table: str) -> list[dict[str, Any]]:
        """Return the rows of a robot's table, by field."""
        found = SCHEMA.table(_book(unit), table)
        tab = self.tab(unit, table)
        names = [each.name for each in found.fields]
        return [
            {name: tab.cell(index, column) for column, name in enumerate(names)}
            for index in range(first_row(found), len(tab.rows))
        ]

    def findings(self, unit: str) -> list[tuple[Any, ...]]:
        """Return code, row id and column of every open finding in a workbook."""
        labels = SCHEMA.lists["finding_state"]
        return [
            (row["code"], row["row_id"] or "", row["column"] or "")
            for row in self.rows(unit, "findings")
            if row["state"] in (labels.label("new"), labels.label("open"))
        ]

    def sheet(self, unit: str, table: str) -> int:
        """Return the sheet id of a tab."""
        return self.tab(unit, table).sheet_id

    def local(self, verb: str, path: str, body: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401 - JSON
        """Call a control route of the local Google."""
        return requests.request(verb, f"{self.google}/_local/{path}", json=body, timeout=10).json()

    def provision(self) -> Provisioned:
        """Provision once more."""
        environment = self.sandbox.environment(self.google, OWNER)
        config = Config.from_environment(environment, province=False)
        return provision(make_provisioner(config), parse_campaign(CAMPAIGN, SCHEMA))


def make_province(folder: Path) -> Mapping[str, str]:
    """Provision two units, one of which types a sound need and a sound team; return the ids."""
    with open_province(folder, {}) as province:
        province.workbooks = province.provision().workbooks
        province.type("705", "needs", [NEED])
        province.type("705", "resources", [RESOURCE])
        province.type("705", "volunteers", [volunteer(each) for each in range(1, 6)])
        province.type("705", "teams", [TEAM])
        province.type("705", "trainings", [TRAINING])
        return province.workbooks


@contextmanager
def open_province(folder: Path, workbooks: Mapping[str, str]) -> Iterator[Province]:
    """Serve the province that lives in `folder`."""
    sandbox = Sandbox(folder)
    with serve(sandbox.google) as google:
        yield Province(google, sandbox, workbooks)


def _book(unit: str) -> Book:
    return "province" if unit == PROVINCE else "unit"
