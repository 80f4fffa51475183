"""Types and names of administrative units."""

import pytest

from functions.tables.converters.unit_names import Name, split_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tân Biên", Name("Tân Biên")),
        ("Huyện Tân Biên", Name("Tân Biên", "Huyện")),
        ("H.Tân Biên", Name("Tân Biên", "Huyện")),
        ("Huyện đoàn Tân Biên", Name("Tân Biên", "Huyện")),
        ("BCH Đoàn huyện Tân Biên", Name("Tân Biên", "Huyện")),
        ("Tân Biên (huyện)", Name("Tân Biên", "Huyện")),
        ("Hòa Thành (TX)", Name("Hòa Thành", "Thị xã")),
        ("T.X Hòa Thành", Name("Hòa Thành", "Thị xã")),
        ("Thành đoàn Tây Ninh", Name("Tây Ninh", "Thành phố")),
        ("Thành Long", Name("Thành Long")),
        ("Thị đoàn", Name("Thị đoàn")),
        ("P.01", Name("1", "Phường")),
        ("phường số IV", Name("4", "Phường")),
        ("xã 07", Name("7", "Xã")),
        ("Xã", Name("Xã")),
        ("?", Name("?")),
        ("", Name("")),
    ],
)
def test_names(text: str, name: Name) -> None:
    """The word for the type may be short, stand behind, or belong to a Youth Union."""
    assert split_name(text) == name
