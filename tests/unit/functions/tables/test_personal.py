"""What identifies a person is found in free text, and what only looks like it is not."""

import pytest

from functions.tables.personal import identifying


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Gọi thêm chị Ba 0900.000.123", ["phone"]),
        ("0912345678", ["phone"]),
        ("912345678", ["phone"]),
        ("LH: 0912 345 678 (Zalo)", ["phone"]),
        ("(0912) 345-678", ["phone"]),
        ("+84 912 345 678", ["phone"]),
        ("+84 (0) 912 345 678", ["phone"]),
        ("84912345678", ["phone"]),
        ("0084.912.345.678", ["phone"]),
        ("09 12 34 56 78", ["phone"]),
        ("0912-345-678 hoặc 0987654321", ["phone"]),
        ("O912345678", ["phone"]),
        ("0912 345 678 Đông", ["phone"]),
        ("01681234567", ["phone"]),
        ("0276 3822 123", ["phone"]),
        ("SĐT 912345678", ["phone"]),
        ("điện thoại: 912.345.678", ["phone"]),
        ("https://zalo.me/0912345678", ["phone"]),
        ("Ngày 05/08/2024 gọi 0912345678", ["phone"]),
        ("072204012345", ["card"]),
        ("CCCD 072 204 012 345", ["card"]),
        ("CCCD số: 072204012345, VNeID mức 2", ["card"]),
        ("CMND 290123456", ["card"]),
        ("cmnd số 290 123 456", ["card"]),
        ("Chứng minh nhân dân: 290123456", ["card"]),
        ("căn cước công dân 072204012345", ["card"]),
        ("sinh ngày 15/7/2005", ["birth_date"]),
        ("Ngày sinh: 15-07-2005", ["birth_date"]),
        ("em An (sinh 15.7.05)", ["birth_date"]),
        ("sinh ngày 15 tháng 7 năm 1998", ["birth_date"]),
        ("SN 15/7/99", ["birth_date"]),
        ("Thư: an.nguyen@doan.example", ["email"]),
        ("STK 5700205123456 Agribank", ["account"]),
        ("số tài khoản 1234 5678 9012", ["account"]),
        ("Vietcombank: 0071000123456", ["account"]),
        ("Chị Ba 0912345678, CCCD 072204012345, ba@doan.example", ["phone", "card", "email"]),
    ],
)
def test_personal(text: str, kinds: list[str]) -> None:
    """Every usual way of writing such data is recognised."""
    assert identifying(text, 2024) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 lớp",
        "12-QĐ/ĐTN ngày 02/8/2024",
        "21-QĐ/TĐTN-BPT ngày 15/07/2024",
        "Số 245-BC/TĐTN-BPT, 05/08/2024 - 07/08/2024",
        "03.08.2024 08 giờ 30",
        "03.08.2024-08.09.2024",
        "từ 05-08-24 đến 07-08-24",
        "0,5 km; 2,75 giờ",
        "Kinh phí 500.000.000 đồng",
        "Kinh phí 84.912.345.678 đồng",
        "350000000 đ",
        "1.200.000đ",
        "Gói 300.000.000",
        "SĐT: chưa có",
        "các ngày 03, 05, 07, 08, 09/8",
        "Hỗ trợ 120 lượt, 25 lượt VNeID mức 2, 350 CCCD",
        "Cấp 350 CCCD, kinh phí 500.000.000 đồng",
        "Hướng dẫn tạo 1.200 tài khoản định danh",
        "Hồ sơ 000.00.12.H53-240815-0001",
        "https://www.facebook.com/100089123456789/posts/0912345678901",
        "Lớp học sinh 15/7/2024",
        "Sinh hoạt hè ngày 15/8/2024",
        "sinh năm 2005",
        "kỷ niệm ngày sinh Bác 19/5/1890",
        "Học sinh 15/7/24",
        "Tổng đài 1022, 19001096",
        "Hướng dẫn cài ứng dụng @ nhà văn hóa 12 ấp 2024",
        "Phòng 101-102-103-104-105-106",
    ],
)
def test_harmless(text: str) -> None:
    """Days, decisions, amounts, counts, links and events are nobody's."""
    assert identifying(text, 2024) == []
