"""Lines at the foot of a document."""

import pytest

from functions.tables.row_words.signatures import is_name, is_office, is_signature


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("TM. BAN CHẤP HÀNH", True),
        ("T/M Đoàn xã", True),
        ("TUQ. BÍ THƯ", True),
        ("Q.", True),
        ("TM", False),
        ("TM điện tử", False),
        ("KTX trường", False),
        ("Tân Biên, ngày 20 tháng 8 năm 2024", True),
        ("Ngày    tháng    năm 2024", True),
        ("Tân Biên, ngày … / … / 2024", True),
        ("ngày 20 tháng 8 năm 2024", False),
        ("Ra quân ngày 20 tháng 7 năm 2024", False),
        ("Xác nhận của Đảng ủy xã Tân Lập", True),
        ("Người báo cáo " + "viên về chuyển đổi số " * 3, False),
        ("- Ban Phong trào (để theo dõi);", True),
        ("Ban Phong trào (để theo dõi)", False),
        ("Lưu", True),
        ("Lưu ý", False),
    ],
)
def test_signatures(text: str, *, answer: bool) -> None:
    """Abbreviations need whom they stand for, a day a place or dots, and all must be short."""
    assert is_signature(text) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("PHÓ BÍ THƯ", True),
        ("Bí thư Đoàn xã Tân Lập", True),
        ("Kế toán trưởng", True),
        ("Kế toán hộ kinh doanh", False),
        ("Đoàn viên", False),
    ],
)
def test_offices(text: str, *, answer: bool) -> None:
    """An office stands alone or with the body in which it is held."""
    assert is_office(text) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Nguyễn Văn An", True),
        ("LÊ HOA", True),
        ("Đoàn Thị Bé", True),
        ("An", False),
        ("Xã Tân Lập", False),
        ("Lớp tin học", False),
        ("Lớp 5 A", False),
        ("một hai ba bốn năm sáu bảy", False),
    ],
)
def test_names(text: str, *, answer: bool) -> None:
    """Two to six words of letters may be a name, unless the first says what they are."""
    assert is_name(text) is answer
