"""Making the workbooks of a campaign, and making them again."""

from collections.abc import Mapping, Sequence

import pytest

from deploy.local.people import OWNER, ROBOT, client_of
from functions.config import Config
from functions.domain.records import PROVINCE
from functions.errors import WorkbookError
from functions.runs.campaign_file import parse_campaign
from functions.runs.provision import provision
from functions.wiring import make_provisioner
from tests.province import CAMPAIGN, SCHEMA, Province


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
    environment = province.sandbox.environment(province.google, OWNER)
    tools = make_provisioner(Config.from_environment(environment, province=False))
    campaign = {
        **CAMPAIGN,
        "units": [*CAMPAIGN["units"], {**CAMPAIGN["units"][0], "code": "708", "gso_code": "708"}],
    }
    plan = parse_campaign(campaign, SCHEMA)
    write = tools.workbooks.write
    calls: list[str] = []

    def stop(workbook_id: str, requests: Sequence[Mapping[str, object]]) -> None:
        calls.append(workbook_id)
        raise WorkbookError(workbook_id, "unavailable")

    tools.workbooks.write = stop  # type: ignore[method-assign]
    with pytest.raises(WorkbookError):
        provision(tools, plan)
    tools.workbooks.write = write  # type: ignore[method-assign]
    made = provision(tools, plan)

    assert made.created == ("708",)
    assert made.workbooks["708"] == calls[0]
