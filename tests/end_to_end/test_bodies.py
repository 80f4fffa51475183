"""Everything the product ever sends is a message of Google's, whatever the local Google thinks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from deploy.local.people import OWNER
from functions.config import Config
from functions.domain.records import PROVINCE
from functions.runs.campaign_file import parse_campaign
from functions.runs.provision import provision
from functions.wiring import make_provisioner
from tests.discovery import strangers
from tests.province import (
    CAMPAIGN,
    NEED,
    RESOURCE,
    SCHEMA,
    TEAM,
    TRAINING,
    Province,
    open_province,
    volunteer,
)
from tests.recording import Recorder, watch

Bodies = Sequence[tuple[str, Sequence[Mapping[str, Any]]]]
KINDS = {
    "addChart",
    "addConditionalFormatRule",
    "addFilterView",
    "addProtectedRange",
    "addSheet",
    "appendDimension",
    "createDeveloperMetadata",
    "deleteConditionalFormatRule",
    "repeatCell",
    "setDataValidation",
    "updateCells",
    "updateDimensionProperties",
    "updateSheetProperties",
    "updateSpreadsheetProperties",
}
"""Kinds of requests that all of this takes, at the least."""


def test_every_body_is_a_message_of_the_discovery_document(tmp_path: Path) -> None:
    """Provisioning, nights, repairs after damage and an upgrade send nothing Google lacks."""
    bodies: list[tuple[str, Sequence[Mapping[str, Any]]]] = []
    with open_province(tmp_path, {}) as province:
        bodies += provisioned(province)
        fill(province)
        bodies += night(province)
        wreck(province)
        bodies += night(province)
        bodies += provisioned(province)
        bodies += night(province)
        assert province.night().writes == 0
    assert {kind for _, requests in bodies for request in requests for kind in request} >= KINDS
    for _, requests in bodies:
        assert strangers("sheets", "BatchUpdateSpreadsheetRequest", {"requests": requests}) == []


def test_a_stranger_in_a_body_is_named() -> None:
    """A field, a type and a word that Google lacks are each told by their path."""
    where = {"sheetId": "1", "dimension": "LINES", "colour": 1}
    assert strangers("sheets", "Request", {"deleteDimension": {"range": where}}) == [
        "Request.deleteDimension.range.sheetId: '1' is no int32",
        "Request.deleteDimension.range.dimension: 'LINES' is no word of the enum",
        "Request.deleteDimension.range.colour: unknown to DimensionRange",
    ]


def provisioned(province: Province) -> Bodies:
    """Provision and return what was sent."""
    environment = province.sandbox.environment(province.google, OWNER)
    tools = make_provisioner(Config.from_environment(environment, province=False))
    recorder = Recorder(tools.workbooks)
    made = provision(replace(tools, workbooks=recorder), parse_campaign(CAMPAIGN, SCHEMA))
    province.workbooks = made.workbooks
    return recorder.bodies


def night(province: Province) -> Bodies:
    """Run a night and return what was sent."""
    watched = watch(province)
    watched.night()
    return watched.recorder.bodies


def fill(province: Province) -> None:
    """Type sound rows and wrong ones."""
    province.type("705", "needs", [NEED, {**NEED, "contact_phone": "12"}])
    province.type("705", "resources", [RESOURCE])
    province.type("705", "volunteers", [volunteer(each) for each in range(1, 6)])
    province.type("705", "teams", [TEAM])
    province.type("705", "trainings", [TRAINING])


def wreck(province: Province) -> None:
    """Damage what a night mends and what only provisioning brings back."""
    needs, guide = province.sheet("705", "needs"), province.sheet("705", "guide")
    province.change(
        "705",
        {"setDataValidation": {"range": {"sheetId": needs}}},
        {"deleteConditionalFormatRule": {"sheetId": needs, "index": 1}},
        {"deleteSheet": {"sheetId": province.sheet("705", "trainings")}},
        {
            "updateSheetProperties": {
                "properties": {"sheetId": guide, "index": 5, "title": "Đọc đi"},
                "fields": "index,title",
            }
        },
    )
    province.change("706", {"updateCells": {"range": {"sheetId": needs}, "fields": "*"}})
    charts = [
        {"deleteEmbeddedObject": {"objectId": chart}}
        for chart in province.tab(PROVINCE, "summary").look.charts
    ]
    province.change(PROVINCE, *charts)
