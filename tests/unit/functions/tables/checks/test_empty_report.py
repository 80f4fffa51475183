"""A report says something."""

import pytest

from functions.domain.workbook import Cell
from functions.tables.checks.empty_report import find
from tests.builders import good, rows_where, tables

HEADINGS = ("activity", "content", "result", "partners", "strengths", "limits")
SOUND = {
    "activity": "Lớp tin học văn phòng cho cán bộ ấp",
    "content": "Hướng dẫn soạn thảo văn bản và lập bảng tính",
    "result": "30 cán bộ ấp tự lập được bảng tính",
    "partners": "Đoàn xã và Tổ CNSCĐ ấp Tân Đông",
    "strengths": "Bà con tham gia đông, đúng giờ",
    "limits": "Thiếu máy tính",
}


def empty(**cells: Cell) -> list[str]:
    """Return which columns of a report are said to be empty."""
    found = find(tables(reports=[good("reports", **{**SOUND, **cells})]))
    titles = [each.data["columns"] for each in found if each.code == "empty_report"]
    return titles[0].split("; ") if titles else []


@pytest.mark.parametrize(
    "text",
    [
        *("ok", "OK.", "Tốt", "tốt!", "rất tốt", "Đã thực hiện", "Như kế hoạch", "Hoàn thành"),
        *("Bình thường", "đạt yêu cầu", "Đã hoàn thành tốt nhiệm vụ", "da thuc hien", "x", "xxx"),
        *(
            "Thực hiện theo đúng kế hoạch đề ra",
            "Hoạt động diễn ra thuận lợi",
            "123",
            "Không có gì",
        ),
        *("binh thuong", "Okie", "Đảm bảo tiến độ, chất lượng", "v"),
    ],
)
def test_filler(text: str) -> None:
    """Four headings of stock words make an empty report; three do not."""
    four = dict.fromkeys(HEADINGS[:4], text)
    assert len(empty(**four)) == 4
    assert empty(**dict.fromkeys(HEADINGS[:3], text)) == []


@pytest.mark.parametrize(
    "text",
    [
        *("Đoàn xã", "Công an xã", "12 lớp", "30 em tự lập được bảng tính", "Đông người dự"),
        *("Hướng dẫn VNeID", "Mạng yếu", "Thiếu máy", "Bà con phấn khởi", "Đúng giờ"),
    ],
)
def test_short_but_not_empty(text: str) -> None:
    """A few words that say something are enough."""
    texts = {name: f"{text} {at}" for at, name in enumerate(HEADINGS)}
    assert empty(**texts) == []


def test_one_text_everywhere() -> None:
    """The same words under every heading were said once."""
    assert len(empty(**dict.fromkeys(HEADINGS, "Tuyên truyền VNeID cho bà con"))) == 5


def test_no_limits_is_an_answer() -> None:
    """«Không» below the limits is what the form asks for."""
    three = dict.fromkeys(HEADINGS[:3], "Tốt")
    for answer in ("Không", "không có", "Không."):
        assert empty(**three, limits=answer) == []
    assert len(empty(**three, limits="Tốt")) == 4


def test_where_it_is_said() -> None:
    """The first empty heading is marked, all of them are named."""
    row = good("reports", **{**SOUND, **dict.fromkeys(HEADINGS[2:], "ok")})
    (finding,) = find(tables(reports=[row]))
    assert rows_where([finding]) == [("empty_report", "BC-705-001", "result")]
    assert finding.data == {"columns": "Kết quả triển khai; Phối hợp; Mặt được; Hạn chế, bất cập"}


@pytest.mark.parametrize(
    ("result", "beneficiaries", "codes"),
    [
        ("30 em tự lập được bảng tính", 0, ["result_without_people"]),
        ("30 em tự lập được bảng tính", 30, []),
        ("Hoãn vì mưa", 0, []),
        ("Trời mưa nên phải dời sang tuần sau", 0, []),
        ("Không có người tham gia", 0, []),
        ("Chưa tổ chức được", 0, []),
        ("Không khí sôi nổi, bà con hào hứng", 0, ["result_without_people"]),
        ("ok", 0, []),
    ],
)
def test_results_for_nobody(result: str, beneficiaries: int, codes: list[str]) -> None:
    """A result claimed for zero people is a warning, unless the activity was called off."""
    row = good("reports", **{**SOUND, "result": result, "beneficiaries": beneficiaries})
    assert [each.code for each in find(tables(reports=[row]))] == codes
