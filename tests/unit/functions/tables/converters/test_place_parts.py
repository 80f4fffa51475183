"""Places of several parts."""

import pytest

from functions.tables.converters.base import Converted
from functions.tables.converters.gazetteer import Match
from functions.tables.converters.place_parts import read_parts
from functions.tables.converters.place_scope import Scope
from tests.builders import SCHEMA, WINDOW


def read(text: str, level: str) -> tuple[list[str], str]:
    """Return the codes of what the parts of a text mean, and the code of the remark."""
    found = read_parts(text, Scope(SCHEMA, WINDOW.first, level))
    if isinstance(found, Converted):
        return [], found.remarks[0].code
    match = found or Match()
    return [each.code for each in match.units], match.remark


@pytest.mark.parametrize(
    ("text", "codes", "remark"),
    [
        ("Tân Hà, Tân Châu", ["25519"], ""),
        ("huyện Tân Châu, xã Tân Hà", ["25519"], ""),
        ("Tân Hà Tân Châu", ["25519"], ""),
        ("xã Tân Hà huyện Tân Châu tỉnh Tây Ninh", ["25519"], ""),
        ("Tân Hà-Tân Châu", ["25519"], ""),
        ("Tân Hà, tỉnh Tây Ninh", ["25519"], ""),
        ("ấp 2, xã Tân Hà", ["25519"], "extra_text"),
        ("ấp 2, xã Tân Hà, Tân Châu", ["25519"], "extra_text"),
        ("Phường Tân Hà, Tân Châu", ["25519"], "type_mismatch"),
        ("Tân Hà, Tân Biên", [], "wrong_parent"),
        ("Tân Hà, Tân Đông", [], "multiple_values"),
        ("ấp 2, ấp 3", [], ""),
        ("Tân Hà, Đồng Nai", [], ""),
        (",", [], ""),
    ],
)
def test_communes(text: str, codes: list[str], remark: str) -> None:
    """A commune may stand beside its district or a place inside it, and beside nothing else."""
    assert read(text, "commune") == (codes, remark)


@pytest.mark.parametrize(
    ("text", "codes", "remark"),
    [
        ("Tân Châu, Tây Ninh", ["706"], ""),
        ("Tân Châu Tây Ninh", ["706"], ""),
        ("Xã Tân Hà, huyện Tân Châu", ["706"], "extra_text"),
        ("Tân Châu, huyện Tân Châu", ["706"], ""),
        ("Tân Châu, Tân Biên", [], "multiple_values"),
        ("Tân Hà, huyện Tân Biên", [], ""),
        ("xã Tân Hà, ấp 2", [], ""),
    ],
)
def test_districts(text: str, codes: list[str], remark: str) -> None:
    """A district may stand beside its province, its town, or one of its own communes."""
    assert read(text, "district") == (codes, remark)
