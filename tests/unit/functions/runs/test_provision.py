"""Making the workbooks of a campaign, and making them again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from deploy.local.people import OWNER, ROBOT, client_of
from functions.config import Config
from functions.domain.records import PROVINCE
from functions.errors import WorkbookError
from functions.runs.campaign_file import parse_campaign
from functions.runs.provision import Provisioner, provision
from functions.wiring import make_provisioner
from functions.writers.a1 import cell_name
from functions.writers.layout.tabs import first_row
from sheets_schema.model import Schema
from tests.province import CAMPAIGN, NEED, SCHEMA, Province, open_province

CHAU_THANH = {
    **CAMPAIGN["units"][0],
    "code": "708",
    "gso_code": "708",
    "name": "Huyện đoàn Châu Thành",
    "email": "unit708@doan.example",
}


def test_each_unit_gets_a_workbook_shared_with_itself_and_the_robot(province: Province) -> None:
    """Nobody else is let in."""
    shared = {
        str(each.get("emailAddress"))
        for each in client_of(OWNER, province.google).list_permissions(province.workbooks["705"])
    }

    assert shared == {OWNER, ROBOT, "unit705@doan.example"}


def test_the_registry_links_to_every_workbook(province: Province) -> None:
    """The province finds the units where people look for them."""
    links = [row["workbook"] for row in province.rows(PROVINCE, "units") if row["code"]]

    assert [link.split("/")[-2] for link in links] == [
        province.workbooks["705"],
        province.workbooks["706"],
    ]


def test_a_unit_may_choose_its_own_communes_only(province: Province) -> None:
    """The list of communes holds those of the unit."""
    column = [row[0] for row in province.tab("705", "lists").rows if row and row[0]]

    assert (column[0], len(column), "Xã Tân Lập" in column) == ("Xã, phường, thị trấn", 11, True)


def test_locale_and_time_zone_are_those_of_viet_nam(province: Province) -> None:
    """Otherwise 5/8/2024 would become the eighth of May while it is typed."""
    workbook = province.services().workbooks.read(province.workbooks["705"])

    assert (workbook.locale, workbook.time_zone) == ("vi_VN", "Asia/Ho_Chi_Minh")


def test_provisioning_again_creates_and_writes_nothing(province: Province) -> None:
    """What exists is found and left alone."""
    province.local("POST", "counters/reset")

    again = province.provision()

    assert (again.created, again.workbooks) == ((), province.workbooks)
    assert province.local("GET", "counters")[OWNER]["writes"] == 0


def test_a_run_that_was_stopped_goes_on_where_it_was(province: Province) -> None:
    """A workbook that was created but not laid out is laid out, not created again."""
    tools = provisioner(province)
    plan = parse_campaign({**CAMPAIGN, "units": [*CAMPAIGN["units"], CHAU_THANH]}, SCHEMA)
    write = tools.workbooks.write
    calls: list[str] = []

    def stop(workbook_id: str, requests: Sequence[Mapping[str, object]]) -> None:
        if workbook_id != province.workbooks[PROVINCE]:
            calls.append(workbook_id)
            raise WorkbookError(workbook_id, "unavailable")
        write(workbook_id, requests)

    tools.workbooks.write = stop  # type: ignore[method-assign]
    with pytest.raises(WorkbookError):
        provision(tools, plan)
    tools.workbooks.write = write  # type: ignore[method-assign]
    made = provision(tools, plan)

    assert made.created == ("708",)
    assert made.workbooks["708"] == calls[0]
    assert provision(tools, plan).steps == ()


def test_a_unit_that_joins_gets_a_row_and_a_workbook(province: Province) -> None:
    """The others' rows stay where people have put them."""
    province.change(
        PROVINCE,
        {
            "insertDimension": {
                "range": {
                    "sheetId": province.sheet(PROVINCE, "units"),
                    "dimension": "ROWS",
                    "startIndex": 1,
                    "endIndex": 2,
                }
            }
        },
    )
    plan = parse_campaign({**CAMPAIGN, "units": [*CAMPAIGN["units"], CHAU_THANH]}, SCHEMA)

    made = provision(provisioner(province), plan)

    tab = province.tab(PROVINCE, "units")
    links = {str(row[0]): str(row[5]).split("/")[-2] for row in tab.rows[1:] if row}
    assert links == {code: each for code, each in made.workbooks.items() if code != PROVINCE}
    assert [row[0] for row in tab.rows[1:] if row] == ["708", "705", "706"]


def test_a_dry_run_says_what_would_be_done_and_does_nothing(province: Province) -> None:
    """The plan names what is new, what is damaged, with whom to share."""
    sheet = province.sheet("705", "needs")
    province.change("705", {"setDataValidation": {"range": {"sheetId": sheet}}})
    two = {**CHAU_THANH, "email": "unit708@doan.example; pho@doan.example"}
    plan = parse_campaign({**CAMPAIGN, "units": [*CAMPAIGN["units"], two]}, SCHEMA)
    province.local("POST", "counters/reset")

    would = provision(provisioner(province), plan, dry_run=True)

    assert [(each.unit, each.action, each.what) for each in would.steps] == [
        (PROVINCE, "repair", "rows"),
        ("705", "repair", "dropdowns of needs"),
        ("708", "create", "«Mùa hè số thử - Huyện đoàn Châu Thành»"),
        ("708", "share", ROBOT),
        ("708", "share", "unit708@doan.example"),
        ("708", "share", "pho@doan.example"),
    ]
    assert province.local("GET", "counters")[OWNER]["writes"] == 0
    assert "708" not in would.workbooks


def test_a_dry_run_of_a_new_campaign_needs_nothing(tmp_path: Path) -> None:
    """Before anything exists the plan is one creation for each workbook."""
    with open_province(tmp_path, {}) as empty:
        plan = parse_campaign(CAMPAIGN, SCHEMA)
        would = provision(provisioner(empty), plan, dry_run=True)
    assert would.created == (PROVINCE, "705", "706")
    assert would.workbooks == {}


def test_open_files_and_strangers_are_said(province: Province) -> None:
    """Whoever else may read names and phone numbers is for people to judge."""
    client = client_of(OWNER, province.google)
    client.insert_permission(province.workbooks["705"], None, "anyone", "reader")
    client.insert_permission(province.workbooks["706"], "x@else.example", "user", "writer")

    again = province.provision()

    assert [(each.unit, each.action, each.what) for each in again.steps] == [
        ("705", "warning", "anyone with the link may open it"),
        ("706", "warning", "x@else.example may open it too"),
    ]


def test_who_was_locked_out_is_let_in_again(province: Province) -> None:
    """The robot and the unit's contact have to be in."""
    client = client_of(OWNER, province.google)
    for entry in client.list_permissions(province.workbooks["705"]):
        if entry.get("emailAddress") in (ROBOT, "unit705@doan.example"):
            client.remove_permission(province.workbooks["705"], entry["id"])

    assert [each.action for each in province.provision().steps] == ["share", "share"]
    assert province.provision().steps == ()


def test_a_service_account_owns_no_files(tmp_path: Path) -> None:
    """It is told what to do instead, before anything else fails."""
    with open_province(tmp_path, {}) as empty:
        environment = empty.sandbox.environment(empty.google, ROBOT)
        tools = make_provisioner(Config.from_environment(environment, province=False))
        with pytest.raises(WorkbookError) as refused:
            provision(tools, parse_campaign(CAMPAIGN, SCHEMA))
    assert refused.value.problem == "no_storage"


def test_a_service_account_fills_a_shared_drive(tmp_path: Path) -> None:
    """Files are made in the folder that the campaign file names; its members are no strangers."""
    with open_province(tmp_path, {}) as empty:
        folder = shared_drive(empty)
        environment = empty.sandbox.environment(empty.google, ROBOT)
        config = Config.from_environment(environment, province=False)
        tools = make_provisioner(config, folder=True)
        plan = parse_campaign({**CAMPAIGN, "folder": folder}, SCHEMA)
        made = provision(tools, plan)
        assert provision(tools, plan).steps == ()
        empty.workbooks = made.workbooks
        empty.type("705", "needs", [NEED])
        assert empty.night().rows["needs"].accepted == 1


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    """Nothing is made in some other place instead."""
    with open_province(tmp_path, {}) as empty:
        plan = parse_campaign({**CAMPAIGN, "folder": "0AAAAAAAAAAAAAAAAAAA"}, SCHEMA)
        with pytest.raises(WorkbookError) as refused:
            provision(provisioner(empty), plan)
    assert refused.value.problem == "no_folder"


def test_a_workbook_of_an_older_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    """New columns and tabs come, titles are renewed, and no cell is lost on the way."""
    older = older_schema()
    with open_province(tmp_path, {}) as old:
        tools = replace(provisioner(old), schema=older)
        plan = parse_campaign(CAMPAIGN, SCHEMA)
        old.workbooks = provision(tools, plan).workbooks
        table = older.table("unit", "needs")
        for name, value in NEED.items():
            if name != "sessions":
                corner = cell_name(first_row(table), table.column(name))
                old.send("705", [{"range": f"'{table.title}'!{corner}", "values": [[value]]}])
        column = {"sheetId": old.sheet("705", "needs"), "dimension": "COLUMNS", "length": 1}
        old.change("705", {"appendDimension": column})
        old.send("705", [{"range": f"'{table.title}'!T1", "values": [["Cột riêng"], [""], ["x"]]}])

        steps = provision(provisioner(old), plan).steps
        assert ("705", "repair", "columns of needs") in [
            (each.unit, each.action, each.what) for each in steps
        ]
        assert (PROVINCE, "repair", "tab of visits") in [
            (each.unit, each.action, each.what) for each in steps
        ]
        assert provision(provisioner(old), plan).steps == ()
        now = SCHEMA.table("unit", "needs")
        tab = old.tab("705", "needs")
        titles = [each.title for each in now.fields]
        assert list(tab.rows[0]) == [*titles, "Cột riêng"]
        row = {each.name: tab.cell(2, column) for column, each in enumerate(now.fields)}
        assert {name: row[name] for name in NEED if name != "sessions"} == {
            name: value for name, value in NEED.items() if name != "sessions"
        }
        assert (row["sessions"], tab.cell(2, len(titles))) == (None, "x")
        assert old.night().rows["needs"].accepted == 1
        tabs = old.services().workbooks.read(old.workbooks[PROVINCE]).tabs
        assert [each.title for each in tabs] == [each.title for each in SCHEMA.book("province")]


def older_schema() -> Schema:
    """Return a schema that lacks a column and a tab and calls another column otherwise."""
    tables = []
    for table in SCHEMA.tables:
        if (table.book, table.name) == ("unit", "needs"):
            fields = tuple(
                replace(each, title="Nội dung hỗ trợ") if each.name == "topics" else each
                for each in table.fields
                if each.name != "sessions"
            )
            tables.append(replace(table, fields=fields))
        elif (table.book, table.name) != ("province", "visits"):
            tables.append(table)
    return replace(SCHEMA, tables=tuple(tables))


def provisioner(province: Province) -> Provisioner:
    """Return what the owner provisions with."""
    environment = province.sandbox.environment(province.google, OWNER)
    return make_provisioner(Config.from_environment(environment, province=False))


def shared_drive(province: Province) -> str:
    """Make a Shared Drive of which the robot is a member; return its id."""
    client = client_of(OWNER, province.google)
    drives = "https://www.googleapis.com/drive/v3/drives"
    made = client.request("post", drives, params={"requestId": "one"}, json={"name": "Chung"})
    drive = str(made.json()["id"])
    client.insert_permission(drive, ROBOT, "user", "organizer")
    return drive
