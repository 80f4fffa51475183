"""The charts of «Tổng hợp», on the local Google."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from functions.domain.look import Look
from functions.ports import Request
from functions.writers.chart_specs import MOST_UNITS, Feed, feed_of
from functions.writers.charts import CHARTS, chart_requests
from functions.writers.tabs import figures, summary
from tests.campaigns import make_campaign, make_need, make_report, make_unit, schema
from tests.nights import make_entry, make_night
from tests.unit.functions.writers.conftest import OWNER, Google

PAGE = 11
FEED = Feed(sheet_id=12, units=9, weeks=12, topics=5)
ROW = 40
TABS = [
    {"sheetId": PAGE, "title": "Tổng hợp"},
    {"sheetId": FEED.sheet_id, "title": "Số liệu biểu đồ"},
]


class Book:
    """The province's workbook on a local Google."""

    def __init__(self, google: Google) -> None:
        self._google = google
        self._client = google.client(OWNER)
        self.id = google.factory.create("Tỉnh", "")
        self.write([{"addSheet": {"properties": each}} for each in TABS])

    def write(self, requests: Sequence[Request]) -> None:
        """Send requests as the robot does."""
        self._google.workbooks.write(self.id, requests)

    def charts(self) -> list[dict[str, Any]]:
        """Return the charts of «Tổng hợp» as Google tells of them."""
        answer = self._client.fetch_sheet_metadata(self.id)
        (found,) = (
            each for each in answer["sheets"] if each["properties"].get("sheetId", 0) == PAGE
        )
        charts: list[dict[str, Any]] = found.get("charts", [])
        return charts

    def look(self) -> Look:
        """Return what the robot reads of them."""
        charts = self.charts()
        return Look(
            charts={each["chartId"]: each["spec"] for each in charts},
            chart_rows={each["chartId"]: anchor(each).get("rowIndex", 0) for each in charts},
        )

    def spec(self, chart: int) -> dict[str, Any]:
        """Return one chart's specification."""
        found: dict[str, Any] = dict(self.look().charts[chart])
        return found


def anchor(chart: Mapping[str, Any]) -> dict[str, int]:
    """Return the cell over which a chart begins."""
    found: dict[str, int] = chart["position"]["overlayPosition"]["anchorCell"]
    return found


def kinds(requests: Sequence[Request]) -> list[str]:
    """Return the kinds of some requests."""
    return [next(iter(each)) for each in requests]


def ends(spec: Mapping[str, Any]) -> set[int]:
    """Return the rows before which the data of a chart end."""
    basic = spec["basicChart"]
    parts = [each["domain"] for each in basic["domains"]]
    parts += [each["series"] for each in basic["series"]]
    return {each["sourceRange"]["sources"][0]["endRowIndex"] for each in parts}


@pytest.fixture
def book(google: Google) -> Book:
    """A workbook whose charts have been made."""
    found = Book(google)
    found.write(chart_requests(schema(), PAGE, ROW, FEED, Look()))
    return found


def test_charts_are_made_once(book: Book) -> None:
    """What Google reads back is what was wanted, so that the next night asks for nothing."""
    assert [each["chartId"] for each in book.charts()] == [701, 702, 703]
    assert chart_requests(schema(), PAGE, ROW, FEED, book.look()) == []


def test_charts_lie_side_by_side_over_the_page(book: Book) -> None:
    """Each stays within its columns and within the empty rows of the page."""
    for made, chart in zip(book.charts(), CHARTS, strict=True):
        overlay = made["position"]["overlayPosition"]
        assert (anchor(made)["rowIndex"], anchor(made).get("columnIndex", 0)) == (ROW, chart.first)
        room = sum(summary.WIDTHS[chart.first : chart.end])
        assert overlay["offsetXPixels"] + overlay["widthPixels"] < room
        assert overlay["offsetYPixels"] + overlay["heightPixels"] < summary.CHART_ROWS * 21
    assert [each.end for each in CHARTS[:-1]] == [each.first for each in CHARTS[1:]]


def test_charts_draw_their_columns(book: Book) -> None:
    """Each domain and series is one column of the feed, header included."""
    table = schema().table("province", figures.TABLE)
    drawn = {
        made["chartId"]: [
            table.fields[data["sourceRange"]["sources"][0].get("startColumnIndex", 0)].name
            for data in (
                made["spec"]["basicChart"]["domains"][0]["domain"],
                *(each["series"] for each in made["spec"]["basicChart"]["series"]),
            )
        ]
        for made in book.charts()
    }
    assert drawn == {
        701: ["unit", "beneficiaries", "target"],
        702: ["week", "week_beneficiaries", "running"],
        703: ["topic", "needs_met", "needs_unmet"],
    }
    assert [ends(book.spec(chart)) for chart in (701, 702, 703)] == [{11}, {14}, {7}]


def test_what_a_reader_changed_survives(book: Book) -> None:
    """When there are more data, only the ranges move; title and colours stay the reader's."""
    spec = book.spec(702)
    spec["title"] = "Tuần qua tuần"
    spec["basicChart"]["series"][0]["colorStyle"] = {"rgbColor": {"red": 1}}
    spec["basicChart"]["series"][0].pop("color", None)
    book.write([{"updateChartSpec": {"chartId": 702, "spec": spec}}])
    assert chart_requests(schema(), PAGE, ROW, FEED, book.look()) == []

    later = replace(FEED, weeks=13)
    requests = chart_requests(schema(), PAGE, ROW, later, book.look())
    assert kinds(requests) == ["updateChartSpec"]
    book.write(requests)

    mended = book.spec(702)
    assert mended["title"] == "Tuần qua tuần"
    assert mended["basicChart"]["series"][0]["colorStyle"] == {"rgbColor": {"red": 1}}
    assert ends(mended) == {15}
    assert chart_requests(schema(), PAGE, ROW, later, book.look()) == []


def test_charts_follow_their_section(book: Book) -> None:
    """When the page grows above them they move down, keeping the size that a reader gave them."""
    size = {"widthPixels": 300}
    position = {"newPosition": {"overlayPosition": size}, "fields": "widthPixels"}
    book.write([{"updateEmbeddedObjectPosition": {"objectId": 703, **position}}])

    requests = chart_requests(schema(), PAGE, ROW + 3, FEED, book.look())
    assert kinds(requests) == ["updateEmbeddedObjectPosition"] * 3
    book.write(requests)

    assert {anchor(each)["rowIndex"] for each in book.charts()} == {ROW + 3}
    assert book.charts()[2]["position"]["overlayPosition"]["widthPixels"] == 300
    assert chart_requests(schema(), PAGE, ROW + 3, FEED, book.look()) == []


def test_a_chart_that_is_gone_comes_back(book: Book) -> None:
    """The others are left alone."""
    book.write([{"deleteEmbeddedObject": {"objectId": 702}}])
    requests = chart_requests(schema(), PAGE, ROW, FEED, book.look())
    assert kinds(requests) == ["addChart"]
    book.write(requests)
    assert sorted(book.look().charts) == [701, 702, 703]


def test_a_chart_on_another_tab_is_brought_back(book: Book) -> None:
    """Its id is taken, so it is moved instead of made a second time."""
    elsewhere = {"sheetId": FEED.sheet_id, "rowIndex": 3, "columnIndex": 0}
    position = {"overlayPosition": {"anchorCell": elsewhere}}
    move = {"objectId": 701, "newPosition": position, "fields": "anchorCell"}
    look = book.look()
    book.write([{"updateEmbeddedObjectPosition": move}])
    assert 701 not in book.look().charts

    have = Look(charts=look.charts, chart_rows=book.look().chart_rows)
    book.write(chart_requests(schema(), PAGE, ROW, FEED, have))
    assert sorted(book.look().charts) == [701, 702, 703]


@pytest.mark.parametrize("damage", ["series", "kind", "figures"])
def test_a_chart_that_draws_something_else_is_made_anew(book: Book, damage: str) -> None:
    """A lost series, another kind of chart or a lost tab of figures is mended."""
    spec = book.spec(703)
    if damage == "series":
        del spec["basicChart"]["series"][1]
    elif damage == "kind":
        basic = spec.pop("basicChart")
        parts = {"domain": basic["domains"][0]["domain"], "series": basic["series"][0]["series"]}
        spec["pieChart"] = {"legendPosition": "RIGHT_LEGEND", **parts}
    if damage == "figures":
        tab = {"properties": {"sheetId": 9999, "title": "Mới"}}
        book.write([{"deleteSheet": {"sheetId": FEED.sheet_id}}, {"addSheet": tab}])
        feed = replace(FEED, sheet_id=9999)
    else:
        book.write([{"updateChartSpec": {"chartId": 703, "spec": spec}}])
        feed = FEED
    requests = chart_requests(schema(), PAGE, ROW, feed, book.look())
    assert kinds(requests) == ["updateChartSpec"] * (3 if damage == "figures" else 1)
    book.write(requests)
    assert book.spec(703)["basicChart"]["stackedType"] == "STACKED"
    assert chart_requests(schema(), PAGE, ROW, feed, book.look()) == []


def test_charts_without_data_keep_one_row(google: Google) -> None:
    """An empty campaign has its charts too; Google takes them."""
    book = Book(google)
    nothing = Feed(FEED.sheet_id, units=0, weeks=0, topics=0)
    book.write(chart_requests(schema(), PAGE, ROW, nothing, Look()))
    assert [ends(book.spec(chart)) for chart in (701, 702, 703)] == [{3}, {3}, {3}]
    assert chart_requests(schema(), PAGE, ROW, nothing, book.look()) == []


def test_a_chart_of_many_units_shows_those_that_are_behind(google: Google) -> None:
    """Only so many bars can be told apart; weeks and topics are all shown."""
    book = Book(google)
    book.write(chart_requests(schema(), PAGE, ROW, replace(FEED, units=96), Look()))
    assert ends(book.spec(701)) == {2 + MOST_UNITS}


def test_the_feed_has_as_many_rows_as_the_tab_of_figures() -> None:
    """Its tables are counted as they are written."""
    campaign = make_campaign(
        units=(make_unit("705"), make_unit("706", name="B")),
        needs=(make_need(1), make_need(2, topics=("lap_trinh",))),
        reports=(make_report(topics=("an_toan_mang",)),),
    )
    night = make_night(campaign, (make_entry(),))
    rows = figures.content(schema(), night, "T").rows
    counts = [sum(1 for row in rows if name in row) for name in ("unit", "week", "topic")]
    assert feed_of(night.summary, 5) == Feed(5, *counts)
