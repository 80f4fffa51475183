"""One night over real HTTP: what people see in the morning."""

from datetime import date, timedelta

from functions.domain.records import PROVINCE
from tests.province import NEED, SCHEMA, TODAY, Province, volunteer


def test_a_sound_need_gets_the_sound_team(province: Province) -> None:
    """The unit reads who comes and when, the province the same, in one write each.

    The province is read once more: its list stands among cells that people fill.
    """
    report = province.night()

    (arrival,) = [row for row in province.rows("705", "arrivals") if row["need_id"]]
    (assignment,) = [row for row in province.rows(PROVINCE, "assignments") if row["need_id"]]
    assert (arrival["team"], arrival["state"], arrival["leader_phone"]) == (
        "Đội thử",
        "Đề xuất",
        "0912345601",
    )
    assert (assignment["need_id"], assignment["team_id"]) == ("NC-705-001", "DH-705-01")
    assert (report.reads, report.writes) == (4, 3)
    assert (report.needs_met, report.needs_unmet, report.errors) == (1, 0, 0)


def test_a_second_night_without_edits_writes_nothing(province: Province) -> None:
    """What stands in the sheets already is not written again."""
    province.night()

    again = province.night()

    assert (again.reads, again.writes, again.workbooks_written) == (3, 0, ())


def test_the_next_day_without_news_writes_nothing(province: Province) -> None:
    """A new stamp alone is no reason to write."""
    province.night()

    assert province.night(today=TODAY + timedelta(days=1)).writes == 0


def test_an_edit_reaches_exactly_the_workbooks_concerned(province: Province) -> None:
    """A wrong cell in one unit is written to that unit and the province, not to its neighbour."""
    province.night()
    province.type("706", "needs", [{**NEED, "commune": "Xã Tân Hà", "contact_phone": "123"}])

    assert province.night().workbooks_written == ("706", PROVINCE)


def test_a_finding_says_where_and_disappears_when_mended(province: Province) -> None:
    """The cell is named while it is wrong and no longer when it is right."""
    province.type("705", "needs", [{"contact_phone": "091234567"}])
    province.night()
    finding = next(row for row in province.rows("705", "findings") if row["code"] == "bad_phone")
    province.type("705", "needs", [{"contact_phone": "0912345678"}])
    province.night()

    assert (finding["severity"], finding["row_id"], finding["cell"]) == (
        "Lỗi",
        "NC-705-001",
        "Nhu cầu Q3",
    )
    assert "9 chữ số" in finding["problem"]
    assert province.findings("705") == []


def test_a_finding_keeps_the_night_it_was_first_seen(province: Province) -> None:
    """The robot's own tab remembers since when a problem is open."""
    province.type("705", "needs", [{"contact_phone": "091234567"}])
    province.night()
    province.type("705", "needs", [{"expected_beneficiaries": "nhiều"}])
    province.night(today=date(2024, 8, 20))

    since = {row["code"]: row["since"] for row in province.rows("705", "findings") if row["code"]}
    assert since["bad_number"] - since["bad_phone"] == 7


def test_status_and_note_follow_the_row(province: Province) -> None:
    """Formulas beside each row say what the robot thought of it, and that a new row is new."""
    province.type("705", "needs", [{**NEED, "contact_phone": "1"}], at=1)
    province.night()
    province.type("705", "needs", [NEED], at=2)

    tab = province.tab("705", "needs")
    assert [tab.cell(row, 1) for row in (2, 3, 4, 5)] == ["Đã nhận", "Cần sửa", "Mới nhập", None]
    note = SCHEMA.table("unit", "needs").column("robot_note")
    assert "1 chữ số" in str(tab.cell(3, note))


def test_a_signature_pins_and_a_refusal_excludes(province: Province) -> None:
    """The coordinator's word outlives the night, and the robot never writes into his columns."""
    province.night()
    province.type(PROVINCE, "assignments", [{"decision": "Từ chối", "remark": "đội bận thi"}])
    province.night()

    (row,) = [each for each in province.rows(PROVINCE, "assignments") if each["need_id"]]
    assert (row["state"], row["decision"], row["remark"]) == (
        "Bị từ chối",
        "Từ chối",
        "đội bận thi",
    )
    (unmet,) = [each for each in province.rows(PROVINCE, "unmet") if each["need_id"]]
    assert "đã bị từ chối" in unmet["why"]

    province.type(PROVINCE, "assignments", [{"decision": "Chốt"}])
    province.night()
    assert province.rows(PROVINCE, "assignments")[0]["state"] == "Đã chốt"


def test_a_row_without_an_id_gets_the_next_one(province: Province) -> None:
    """People may add rows below the numbered ones; their ids are never used twice."""
    province.change(
        "705",
        {
            "appendDimension": {
                "sheetId": province.sheet("705", "needs"),
                "dimension": "ROWS",
                "length": 1,
            }
        },
    )
    province.type("705", "needs", [NEED], at=40)
    province.night()

    tab = province.tab("705", "needs")
    assert (tab.cell(42, 0), tab.cell(42, 1)) == ("NC-705-041", "Đã nhận")
    assert province.night().writes == 0


def test_validate_alone_writes_findings_alone(province: Province) -> None:
    """The verbs of the night can be run one by one."""
    province.type("705", "needs", [{"contact_phone": "1"}])

    province.night(parts=("validate",))

    assert [code for code, _, _ in province.findings("705")] == ["bad_phone"]
    assert province.rows(PROVINCE, "assignments") == []


def test_the_summary_puts_what_is_missing_first(province: Province) -> None:
    """A unit that has registered nothing after the deadline heads the page."""
    province.night()

    tab = province.tab(PROVINCE, "summary")
    lines = [" ".join(str(cell) for cell in row if cell is not None) for row in tab.rows]
    assert lines[0] == "Mùa hè số thử: tổng hợp toàn tỉnh"
    urgent = next(line for line in lines if "Chưa đăng ký nhu cầu" in line)
    assert urgent.startswith("Huyện đoàn Tân Châu")


def test_a_person_without_consent_is_not_processed(province: Province) -> None:
    """The row is set aside and the phone number is copied nowhere."""
    refused = {**volunteer(9), "phone": "0912345609 ?", "consent": "Không", "skills": "múa"}
    province.type("705", "volunteers", [refused], at=5)

    province.night()

    assert ("no_consent", "TNV-705-006", "Đồng ý cho sử dụng thông tin") in province.findings("705")
    for table in ("findings", "arrivals"):
        assert "0912345609" not in str(province.tab("705", table).rows)


def test_the_guide_says_whether_the_robot_has_come(province: Province) -> None:
    """A new workbook has not been read yet; the first night says when it came."""

    def lines() -> list[str]:
        return [str(row[0]) for row in province.tab("705", "guide").rows if row]

    assert "Hệ thống chưa đọc bảng này lần nào" in lines()
    province.night()
    assert any(each.startswith("Lần gần nhất: ") for each in lines())
    assert any(each.startswith("Lần sau: 02:00 ngày ") for each in lines())
