"""The sample campaign's own campaign file, from which its workbooks are made."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import yaml

from deploy.local.people import OWNER, ROBOT
from deploy.local.sample import SampleCampaign
from functions.domain.serials import from_serial
from sheets_schema.model import Schema


def write_campaign_file(sample: SampleCampaign, schema: Schema, path: Path) -> None:
    """Write the YAML that `muaheso provision` takes."""
    kinds = {each.name: each.kind for each in schema.settings}
    settings = {
        name: from_serial(value)
        if kinds[name] == "date" and isinstance(value, int | float)
        else value
        for name, value in sample.config.items()
    }
    data = {
        "robot": ROBOT,
        "editors": [OWNER],
        "settings": settings,
        "blocks": [asdict(each) for each in sample.blocks],
        "units": [asdict(each) for each in sample.units],
        "targets": [
            {**asdict(each), "deadline": from_serial(each.deadline)} for each in sample.targets
        ],
    }
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
