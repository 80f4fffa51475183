"""«Lỗi cần sửa» and «Chất lượng dữ liệu»."""

from dataclasses import replace
from datetime import date

from functions.domain.explanations import Explained
from functions.domain.findings import Finding, Place, RowCount, Tally
from functions.domain.history import History, LineKey
from functions.writers.tabs.finding_lines import CAP
from functions.writers.tabs.findings import content
from functions.writers.values import Formula, Link
from tests.campaigns import TODAY, schema
from tests.nights import make_night

PHONE = Finding(
    "bad_phone",
    Place("705", "needs", "NC-705-002", "contact_phone", sheet_id=1002, row=3, column=17),
    "0912",
    {"reason": "có 4 chữ số, cần 10 chữ số"},
)
YEAR = Finding(
    "assumed_year",
    Place("705", "needs", "NC-705-001", "date_range", sheet_id=1002, row=2, column=9),
    "5/8",
    {"read_as": "05/08/2024"},
)
NEW_OR_OPEN = Formula('=IF(INDEX($F:$F;ROW())=$O$1;"Mới";"Còn mở")')
PHONE_LINE = LineKey("Nhu cầu", "NC-705-002", "Số điện thoại", "bad_phone")
YEAR_LINE = LineKey("Nhu cầu", "NC-705-001", "Thời gian dự kiến", "assumed_year")
EARLIER = date(2024, 8, 1)


def test_a_finding_says_where_and_what() -> None:
    """A row names the place in words and as a link, the value, the problem and the advice."""
    night = make_night(findings=(PHONE,))
    (row,) = content(schema(), night, "705").rows
    assert row == {
        "severity": "Lỗi",
        "state": NEW_OR_OPEN,
        "row_id": "NC-705-002",
        "tab": "Nhu cầu",
        "column": "Số điện thoại",
        "cell": Link(1002, 3, 17, "Nhu cầu"),
        "value": "0912",
        "problem": "Số điện thoại có 4 chữ số, cần 10 chữ số.",
        "advice": "Nhập 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.",
        "since": TODAY,
        "code": "bad_phone",
        "mark": "NC-705-002|Số điện thoại",
        "open_row": "NC-705-002",
        "case": "bad_phone",
    }


def test_the_worst_comes_first() -> None:
    """Errors stand before warnings, then tabs in their order, then rows and columns."""
    people = Finding(
        "bad_phone", Place("705", "volunteers", "TNV-705-001", "phone", 4, 2, 5), "1", PHONE.data
    )
    tab = Finding("tab_missing", Place("705", "needs"), data={"tab": "Nhu cầu"})
    night = make_night(findings=(YEAR, people, PHONE, tab))
    codes = [each["row_id"] for each in content(schema(), night, "705").rows]
    assert codes == ["", "NC-705-002", "TNV-705-001", "NC-705-001"]


def test_a_finding_keeps_its_first_night() -> None:
    """What was there yesterday keeps the day since which it is open; the list bears its night."""
    night = make_night(findings=(PHONE, YEAR), histories={"705": History({PHONE_LINE: EARLIER})})
    found = content(schema(), night, "705")
    assert [each["since"] for each in found.rows] == [EARLIER, TODAY]
    assert found.above == {"seen": TODAY}


def test_people_are_told_the_code_without_its_case() -> None:
    """The list shows what support is asked by, and remembers the whole code."""
    kind = replace(schema().findings["assumed_year"], code="assumed_year.first")
    cased = replace(schema(), findings={**schema().findings, kind.code: kind})
    night = make_night(findings=(YEAR,))
    (row,) = content(cased, replace(night, findings=(replace(YEAR, code=kind.code),)), "705").rows
    assert (row["code"], row["case"]) == ("assumed_year", "assumed_year.first")


def test_what_is_explained_stands_below_and_marks_nothing() -> None:
    """It keeps its words and its first night; no formula finds its row or its cell any more."""
    histories = {"705": History({YEAR_LINE: EARLIER})}
    night = replace(make_night(findings=(PHONE,), histories=histories), explained=(YEAR,))
    still_open, explained = content(schema(), night, "705").rows
    assert still_open["row_id"] == "NC-705-002"
    assert (explained["state"], explained["severity"]) == ("Đã giải trình", "Cảnh báo")
    assert (explained["row_id"], explained["since"]) == ("NC-705-001", EARLIER)
    assert explained["cell"] == Link(1002, 2, 9, "Nhu cầu")
    assert not explained.keys() & {"mark", "open_row"}


def test_what_was_mended_stands_last_for_one_night() -> None:
    """The line says what it was about in the words of the catalogue, without the value."""
    history = History({PHONE_LINE: EARLIER}, fixed={YEAR_LINE: EARLIER})
    night = replace(make_night(histories={"705": history}), explained=(YEAR,))
    found = content(schema(), night, "705")
    assert found.rows[-1] == {
        "severity": "Lỗi",
        "state": "Đã sửa đêm qua",
        "row_id": "NC-705-002",
        "tab": "Nhu cầu",
        "column": "Số điện thoại",
        "problem": "Số điện thoại không đúng",
        "advice": "Đã sửa xong, cảm ơn đơn vị!",
        "since": TODAY,
        "code": "bad_phone",
        "case": "bad_phone",
    }
    assert len(found.rows) == 2
    assert "1 đã giải trình, 1 vừa sửa xong" in found.info


def test_a_code_that_the_catalogue_has_dropped_is_not_shown_as_mended() -> None:
    """After a new release nobody is thanked in words that are gone."""
    history = History({PHONE_LINE._replace(code="of_old"): EARLIER})
    assert content(schema(), make_night(histories={"705": history}), "705").rows == []


def test_the_sum_of_every_tab_stands_at_the_end() -> None:
    """One sentence for each tab that was read, in the order of the tabs."""
    tallies = {
        ("705", "teams"): Tally(RowCount(2, 2)),
        ("705", "needs"): Tally(RowCount(3, 2), (3,)),
        ("706", "needs"): Tally(RowCount(9, 9)),
        ("T", "visits"): Tally(RowCount(1, 1)),
    }
    night = replace(make_night(findings=(PHONE,)), tallies=tallies)
    rows = content(schema(), night, "705").rows
    assert [(each["tab"], each["problem"]) for each in rows[1:]] == [
        ("Nhu cầu", "Nhu cầu: đọc 3 dòng = nhận 2 + để riêng 1 (dòng 4)."),
        ("Đội hình", "Đội hình: đọc 2 dòng = nhận 2 + để riêng 0."),
    ]
    (row,) = content(schema(), night, "T").rows
    assert row["tab"] == "Giám sát"


def test_explanations_are_remembered_beside() -> None:
    """Hidden columns hold the unit's own explanations, sorted, however many findings there are."""
    night = replace(
        make_night(findings=(PHONE,)),
        remembered={
            ("705", "teams", "DH-705-01"): Explained("00000002", frozenset()),
            ("705", "needs", "NC-705-001"): Explained("00000001", frozenset({"b", "a"})),
            ("706", "needs", "NC-706-001"): Explained("00000003", frozenset()),
        },
    )
    names = ("explained_row", "explained_by", "explained_findings")
    found = [tuple(row[name] for name in names) for row in content(schema(), night, "705").rows]
    assert found == [
        ("needs|NC-705-001", "00000001", "a b"),
        ("teams|DH-705-01", "00000002", ""),
    ]


def test_findings_without_a_cell_have_no_link_and_no_mark() -> None:
    """What is said of a tab or a workbook points at no cell."""
    of_tab = Finding("tab_missing", Place("705", "needs"), data={"tab": "Nhu cầu"})
    of_row = Finding(
        "duplicate_id", Place("705", "needs", "NC-705-001", "", 1, 4), "x", {"other_row": "3"}
    )
    night = make_night(findings=(of_tab, of_row))
    rows = content(schema(), night, "705").rows
    assert [(row["cell"], row["mark"], row["column"]) for row in rows] == [(None, None, "")] * 2
    assert {row["open_row"] for row in rows} == {None, "NC-705-001"}


def test_a_workbook_that_cannot_be_read_is_the_provinces_matter() -> None:
    """A finding about a whole workbook has no tab and stands in the province's list."""
    data = {"unit": "Huyện đoàn Tân Biên", "reason": "không tìm thấy bảng tính", "fallback": "Hết."}
    night = make_night(
        findings=(Finding("workbook_unreadable", Place("T", "", "705"), "", data), PHONE)
    )
    found = content(schema(), night, "T")
    assert [(each["row_id"], each["tab"]) for each in found.rows] == [("705", "")]
    assert found.info.startswith("Đến 12/08/2024: 1 lỗi, 0 cảnh báo trong bảng tính của tỉnh")


def test_ids_that_were_read_stand_beside() -> None:
    """The hidden column lists every row that was read, however many findings there are."""
    night = make_night(findings=(PHONE,), seen={"705": ("NC-705-001", "NC-705-002")})
    rows = content(schema(), night, "705").rows
    assert [each["seen"] for each in rows] == ["NC-705-001", "NC-705-002"]
    assert rows[1].keys() == {"seen"}
    many = make_night(findings=(PHONE, YEAR), seen={"705": ("NC-705-001",)})
    assert [each.get("seen") for each in content(schema(), many, "705").rows] == [
        "NC-705-001",
        None,
    ]


def test_long_lists_are_cut_per_tab() -> None:
    """Beyond the cap one line per tab says how many more there are."""
    crowd = tuple(
        Finding(
            "bad_phone",
            Place("705", "needs", f"NC-{row}", "contact_phone", 1, row, 1),
            "",
            PHONE.data,
        )
        for row in range(CAP + 3)
    )
    rows = content(schema(), make_night(findings=(*crowd, YEAR)), "705").rows
    assert len(rows) == CAP + 1
    assert (rows[-1]["code"], rows[-1]["problem"]) == (
        "more_findings",
        "Tab «Nhu cầu» còn 4 vấn đề nữa không liệt kê ở đây.",
    )
    assert not rows[-1].keys() & {"since", "case", "state"}


def test_every_workbook_that_cannot_be_read_is_named() -> None:
    """What is said of whole workbooks is never cut."""
    data = {"unit": "Huyện đoàn", "reason": "không tìm thấy bảng tính", "fallback": "Hết."}
    crowd = tuple(
        Finding("workbook_unreadable", Place("T", "", f"{code}"), "", data)
        for code in range(CAP + 3)
    )
    assert len(content(schema(), make_night(findings=crowd), "T").rows) == CAP + 3


def test_the_sentence_adds_up() -> None:
    """What was read is what was accepted and what was set aside, of this unit alone."""
    rows = {
        ("705", "needs"): RowCount(5, 4),
        ("705", "teams"): RowCount(2, 2),
        ("706", "needs"): RowCount(9, 9),
    }
    night = make_night(findings=(PHONE, YEAR), rows=rows)
    assert content(schema(), night, "705").info == (
        "Đến 12/08/2024: 1 lỗi, 1 cảnh báo, 0 gợi ý; 0 đã giải trình, 0 vừa sửa xong."
        " Đọc 7 dòng = nhận 6 + để riêng 1."
    )
    clean = content(schema(), make_night(rows=rows), "706").info
    assert clean.startswith("Đến 12/08/2024: không có gì cần sửa;")
    assert "Đọc 9 dòng, nhận cả." in clean
    own = {**rows, ("T", "visits"): RowCount(3, 2)}
    assert content(schema(), make_night(rows=own), "T").info.endswith(
        "Đọc 3 dòng của tỉnh = nhận 2 + để riêng 1."
    )
