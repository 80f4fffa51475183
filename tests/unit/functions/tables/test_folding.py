"""Words are found whatever diacritics they were typed with."""

import pytest

from functions.tables.folding import folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LŨY KẾ từ đầu đợt", "luy ke tu dau dot"),
        ("Đường số 5, ấp Ừ-ữ.", "duong so 5, ap u-u."),
        ("abc @ 12%", "abc @ 12%"),
        ("", ""),
    ],
)
def test_folded(text: str, expected: str) -> None:
    """Letters lose their marks and stay where they were; everything else stays as it was."""
    assert folded(text) == expected
    assert len(folded(text)) == len(text)
