"""«Hướng dẫn» of a unit."""

from functions.writers.page import STYLES
from functions.writers.tabs.guide import page
from tests.campaigns import make_settings, schema


def test_the_guide_says_what_to_do_and_whom_to_ask() -> None:
    """Name, deadline, days to report and contact are those of the campaign."""
    found = page(schema(), make_settings(report_days=3), "Huyện đoàn Tân Biên")
    words = [str(row[0].value) if row else "" for row in found.rows]
    assert words[0] == "Mùa hè số năm 2024: bảng tính của Huyện đoàn Tân Biên"
    text = "\n".join(words)
    for expected in ("12/08/2024", "trong 3 ngày", "Ban Phong trào, 0276 3822 000", "Tỉnh đoàn"):
        assert expected in text
    assert "{" not in text


def test_the_guide_is_one_column_of_known_styles() -> None:
    """Each line is one cell, and nothing in it changes from night to night."""
    found = page(schema(), make_settings(), "Huyện đoàn Tân Biên")
    assert len(found.widths) == 1
    assert all(len(row) <= 1 for row in found.rows)
    assert {cell.style for row in found.rows for cell in row} <= STYLES.keys()
    assert found.volatile == frozenset()


def test_every_status_is_explained_in_its_colour() -> None:
    """The four words of the status column stand in the guide as they are coloured there."""
    found = page(schema(), make_settings(), "Huyện đoàn Tân Biên")
    styles = {
        str(cell.value).split(" (")[0].split(":")[0]: cell.style
        for row in found.rows
        for cell in row
    }
    for status, style in (("fix", "bad"), ("review", "warn"), ("accepted", "good")):
        assert styles[schema().text(f"status.{status}")] == style
    assert schema().text("status.new") in styles
