"""«Lỗi cần sửa» and «Chất lượng dữ liệu»."""

from datetime import date

from functions.domain.findings import Finding, History, Place, RowCount
from functions.writers.tabs.findings import CAP, content
from functions.writers.values import Link
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


def test_a_finding_says_where_and_what() -> None:
    """A row names the place in words and as a link, the value, the problem and the advice."""
    night = make_night(findings=(PHONE,))
    (row,) = content(schema(), night, "705").rows
    assert row == {
        "severity": "Lỗi",
        "row_id": "NC-705-002",
        "tab": "Nhu cầu",
        "column": "Số điện thoại",
        "cell": Link(1002, 3, 17),
        "value": "0912",
        "problem": "Số điện thoại có 4 chữ số, cần 10 chữ số.",
        "advice": "Nhập 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.",
        "since": TODAY,
        "code": "bad_phone",
        "mark": "NC-705-002|Số điện thoại",
        "seen": None,
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
    """What was there yesterday keeps the day since which it is open."""
    key = ("NC-705-002", "Số điện thoại", "bad_phone")
    night = make_night(findings=(PHONE, YEAR), histories={"705": History({key: date(2024, 8, 1)})})
    rows = content(schema(), night, "705").rows
    assert [each["since"] for each in rows] == [date(2024, 8, 1), TODAY]


def test_findings_without_a_cell_have_no_link_and_no_mark() -> None:
    """What is said of a tab or a workbook points at no cell."""
    of_tab = Finding("tab_missing", Place("705", "needs"), data={"tab": "Nhu cầu"})
    of_row = Finding(
        "duplicate_id", Place("705", "needs", "NC-705-001", "", 1, 4), "x", {"other_row": "3"}
    )
    night = make_night(findings=(of_tab, of_row))
    for row in content(schema(), night, "705").rows:
        assert (row["cell"], row["mark"], row["column"]) == (None, None, "")


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
    assert [each["seen"] for each in content(schema(), many, "705").rows] == ["NC-705-001", None]


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
        "Đến 12/08/2024: 1 lỗi, 1 cảnh báo, 0 gợi ý. Đọc 7 dòng = nhận 6 + để riêng 1."
    )
    clean = content(schema(), make_night(rows=rows), "706").info
    assert clean.startswith("Đến 12/08/2024: không có gì cần sửa. Đọc 9 dòng")
