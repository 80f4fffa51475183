"""The campaign file: what is good in it, and what is said of the rest."""

import copy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from functions.domain.serials import to_serial
from functions.errors import ConfigError
from functions.runs.campaign_file import parse_campaign, read_campaign_file
from tests.province import CAMPAIGN, SCHEMA


def test_a_good_file_becomes_cells() -> None:
    """Dates are stored as the sheets store them; what is left out is empty."""
    found = parse_campaign(CAMPAIGN, SCHEMA)

    assert found.settings["campaign_start"] == to_serial(date(2024, 6, 1))
    assert found.settings["max_km"] is None
    assert [row["code"] for row in found.units] == ["705", "706"]


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    """The file is YAML in UTF-8."""
    path = tmp_path / "campaign.yaml"
    path.write_text(yaml.safe_dump(CAMPAIGN, allow_unicode=True), encoding="utf-8")

    assert read_campaign_file(path, SCHEMA).robot == CAMPAIGN["robot"]


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"a: [", "not YAML at line"), (b"\xff\xfe", "cannot be read"), (b"", "must be a mapping")],
)
def test_what_is_no_campaign_file_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    """The error names the file or what it must be."""
    path = tmp_path / "campaign.yaml"
    path.write_bytes(content)

    with pytest.raises(ConfigError, match=words):
        read_campaign_file(path, SCHEMA)


def _set(*keys: Any) -> Callable[[Any], None]:  # noqa: ANN401 - keys and a value of any type
    *path, last, value = keys

    def change(data: Any) -> None:  # noqa: ANN401 - nested YAML
        for key in path:
            data = data[key]
        data[last] = value

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_set("robot", "nobody"), "robot is not a good email"),
        (_set("editors", "x@y.example"), "editors must be a list"),
        (_set("editors", ["x"]), r"editors\[0\]"),
        (_set("extra", 1), "extra is not known"),
        (_set("settings", "speed", 1), "speed is not known"),
        (_set("settings", "campaign_end", date(2023, 1, 1)), "campaign_end must be dates"),
        (_set("settings", "campaign_start", "soon"), "campaign_start"),
        (_set("settings", "report_days", "ba"), "settings.report_days is not a good int"),
        (_set("settings", "report_days", [3]), "settings.report_days must be text"),
        (_set("settings", "contact", None), "settings.contact is not a good text: missing"),
        (_set("units", 1, "code", "705"), r"units\[1\].code stands twice|units\[0\].code"),
        (_set("units", 0, "gso_code", "999"), r"units\[0\].gso_code"),
        (_set("units", 0, "block", "Khối 9"), r"units\[0\].block"),
        (_set("units", 0, "phone", "1"), r"units\[0\]: phone is not known"),
        (_set("units", [3]), r"units\[0\] must be a mapping"),
        (_set("targets", 0, "measure", "tấn"), r"targets\[0\].measure is not a good choice"),
    ],
)
def test_each_mistake_is_named_by_its_key(change: Callable[[Any], None], words: str) -> None:
    """Whoever writes the file reads which entry is wrong."""
    data = copy.deepcopy(CAMPAIGN)
    change(data)
    with pytest.raises(ConfigError, match=words):
        parse_campaign(data, SCHEMA)
