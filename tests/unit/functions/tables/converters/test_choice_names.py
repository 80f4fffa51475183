"""Values of a list by the names that people give them."""

import pytest

from functions.tables.converters.choice_names import PARTS, Named, find_value, most_parts
from tests.builders import SCHEMA

TOPICS = SCHEMA.lists["topics"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Dịch vụ công trực tuyến", Named("dich_vu_cong")),
        ("dich_vu_cong", Named("dich_vu_cong")),
        ("DVC.", Named("dich_vu_cong")),
        ("Hướng dẫn cài đặt VNeID", Named("dinh_danh")),
        ("Tin học VP", Named("tin_hoc_van_phong")),
        ("tin hoc van phong", Named("tin_hoc_van_phong")),
        ("Tin hoc văn phòng", Named("tin_hoc_van_phong", "accent_mismatch")),
        ("Trồng cây", None),
        ("lớp", None),
        ("", None),
    ],
)
def test_names(text: str, named: Named | None) -> None:
    """A name may lack its marks, be short, or say how something is taught."""
    assert find_value(TOPICS, text) == named


def test_parts_of_names() -> None:
    """A list knows how many parts its longest name has."""
    assert most_parts(TOPICS) == max(
        len(PARTS.split(name)) for each in TOPICS.items for name in (each.label, *each.aliases)
    )
    assert most_parts(SCHEMA.lists["teaching"]) == 1
