"""The tabs are Table Schemas that a tool which we did not write reads as we do."""

import warnings
from pathlib import Path

import pytest
import yaml

from sheets_schema.schema import FOLDER

with warnings.catch_warnings():
    # Its own dependencies deprecate things on import; ours must not.
    warnings.simplefilter("ignore")
    from frictionless import Schema

FILES = [
    path
    for path in sorted([*FOLDER.glob("unit/*.yaml"), *FOLDER.glob("province/*.yaml")])
    if "fields_of" not in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_tab_is_a_table_schema_with_good_examples(path: Path) -> None:
    """The standard's own tool takes the file, and every example by the type of its column."""
    schema = Schema.from_descriptor(yaml.safe_load(path.read_text(encoding="utf-8")))

    for field in schema.fields:
        if field.example:
            assert field.read_cell(field.example)[1] is None, field.name
