"""What a row of a paper form is taken for, whoever typed it and however."""

import unicodedata

import pytest

from functions.domain.workbook import Cell, CellError
from functions.tables.labels import label_of
from functions.tables.row_kinds import RowKind, filled_cells, is_empty, is_header, kind_of_row
from tests.builders import SCHEMA

TABLES = [each for each in SCHEMA.tables if each.fields]


def is_label(column: int, cell: Cell) -> bool:
    """Take the label of any column for one, wherever it stands."""
    del column
    return cell == "STT" or any(label_of(table, cell) for table in TABLES)


def cells_of(line: str) -> list[Cell]:
    """Return the cells of a row written with strokes between them."""
    return [each.strip() or None for each in line.split("|")]


def kind_of(line: str) -> str:
    """Return what a row written with strokes between its cells is taken for."""
    return kind_of_row(cells_of(line), is_label).value


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        (None, True),
        ("", True),
        (" \u00a0\n", True),
        ("-", True),
        ("–", True),
        ("……", True),
        ("····", True),
        ("- -", True),
        ("_____", True),
        ("-1", False),
        ("......................", True),
        ("\u200b", True),
        ("0", False),
        (0, False),
        (False, False),
        (CellError("#N/A"), False),
    ],
)
def test_what_is_empty(cell: Cell, *, answer: bool) -> None:
    """Spaces, dashes and the dots of paper forms say nothing; zero and «no» say something."""
    assert is_empty(cell) is answer


def test_filled_cells() -> None:
    """Boxes not ticked and drawn lines fill no cell; a ditto mark does."""
    assert filled_cells((False, "***", "=====", '"', True, 0, "…")) == [(3, '"'), (4, True), (5, 0)]


@pytest.mark.parametrize(
    "line",
    [
        "",
        " | | | ",
        "5 | | | ",
        "05. | – | … | ____",
        "(5) | | | ",
        "*** | | | ",
        "\u200b | \u00ad | . . . . | ",
    ],
)
def test_blank(line: str) -> None:
    """The number of a row, the dots of a form and drawn lines are no content."""
    assert kind_of(line) == "blank"


@pytest.mark.parametrize(
    "line",
    [
        "STT | Tên hoạt động | Số lượt | Ghi chú",
        "stt | TÊN HOẠT ĐỘNG | SỐ LƯỢT | trang 2",
        "TT | HO VA TEN | NAM SINH | SDT",
        "STT | Tên lớp | Số HV | GV",
        "Tổng số | Nam | Nữ | ",
        "(1) | (2) | (3) | (4)",
        "[1] | [2] | | ",
        "1 | 2 | 3 | 4",
        "1 | 2 | 3=1+2 | 4",
        "(1) | (2) | (3)=(1)+(2) | (4)",
        "A | B | 1 | 2",
        "(A) | (B) | (3) | (4)",
        "A | B | C | D",
        "I | II | III | IV",
        "Cột 1 | Cột 2 | Cột 3 | Cột 4",
    ],
)
def test_header(line: str) -> None:
    """A header repeated on a new page names the columns again, or numbers them."""
    assert kind_of(line) == "header"


def test_numbers_of_columns_that_google_has_changed() -> None:
    """«(1)» typed into a sheet is minus one."""
    assert kind_of_row([-1, -2, -3.0, -4], is_label) is RowKind.HEADER
    assert kind_of_row([1, 2, 3.5, 4], is_label) is RowKind.DATA
    assert kind_of_row([1, CellError("#REF!"), 3], is_label) is RowKind.DATA
    assert kind_of_row([1, True, 3], is_label) is RowKind.DATA


def test_header_cells_alone() -> None:
    """Whether cells are a header can be asked without the rest; none are no header."""
    assert is_header([(1, "Xã"), (3, "Số lượt")], is_label)
    assert not is_header([], is_label)
    assert not is_header([(1, "Xã"), (3, 12), (4, "Số lượt")], is_label)


@pytest.mark.parametrize(
    "line",
    [
        "I | Huyện Tân Biên | | ",
        "I. | XÃ BIÊN GIỚI | - | …",
        "B | Khối trường học | | ",
        "A. Khối xã | | | ",
        "A.Khối xã | | | ",
        "a) Khối xã | | | ",
        "A/ Khối xã | | | ",
        "A Khối cơ quan | | | ",
        "I Huyện Gò Dầu | | | ",
        "II. CÁC XÃ BIÊN GIỚI | | | ",
        "II/ THỊ XÃ HÒA THÀNH | | | ",
        "IV- Các xã vùng sâu | | | ",
        "X. Huyện Bến Cầu | | | ",
        "1. Khối xã | | | ",
        "12 | II. CÁC XÃ BIÊN GIỚI | | ",
        " | I. Khối xã | | ",
        "* Đợt 1 | | | ",
        "- Khối trường học | | | ",
        "+ Cụm số 2 | | | ",
        "-- Khối xã -- | | | ",
        "Đợt 2: từ 01/7 đến 15/7 | | | ",
        "Phần I: Các lớp học | | | ",
        "Khối trường học | | | ",
        "Trong đó: | | | ",
        "HUYỆN TÂN BIÊN | | | ",
    ],
)
def test_section(line: str) -> None:
    """A line that heads a group has a counter, a bullet or the word for a group, and no figures."""
    assert kind_of(line) == "section"


@pytest.mark.parametrize(
    "line",
    [
        "Tổng cộng | | 350 | 1.200",
        "TỔNG CỘNG | | | ",
        "TONG CONG | | 350 | ",
        "Tổng công: | | 350 | ",
        "T.Cộng | | 350 | ",
        "TC | | 350 | ",
        "Cộng: | | 85 | ",
        "CONG: | | 85 | ",
        "* Cộng | | 85 | ",
        "TỔNG | | 85 | ",
        "Tổng = | | 85 | ",
        "Tổng số | | 9 | ",
        "Tổng số lượt | | 85 | 20",
        "Tổng cộng: 9 xã | | | ",
        "Tổng cộng 9 xã, thị trấn | | 85 | 20",
        "Tổng cộng (I+II) | | 350 | ",
        "Cộng mục I | | 85 | ",
        "Cộng (I): | | 85 | ",
        "Cộng A | | 85 | ",
        "Cộng 5 xã | | 85 | ",
        "Cộng (3 xã) | | 85 | ",
        "Cộng xã Tân Lập | | 85 | ",
        "Cộng trang | | 85 | ",
        "Cộng dồn | | 85 | ",
        "Lũy kế | | 85 | ",
        "LUỸ KẾ TỪ ĐẦU CHIẾN DỊCH | | 85 | ",
        "Toàn huyện | | 85 | 20",
        "Tòan xã | | 85 | ",
        "Toàn tỉnh | | | ",
        "Toàn huyện Tân Biên | | 85 | 20",
        "Bình quân | | 35 | ",
        " | Tổng cộng | 350 | ",
        " | | Cộng | 350",
        "12 | Cộng | 350 | ",
        "III | Tổng cộng | 85 | đã đối chiếu",
        " | Xã Tân Lập | Cộng: | 85",
        "I | Huyện Tân Biên | 350 | 20",
        "A. Khối xã | | 350 | 20",
        "Tæng céng | | 350 | ",
        "Toång coäng | | 350 | ",
    ],
)
def test_subtotal(line: str) -> None:
    """A sum is known by its words in any column and any spelling, or by the group that it sums."""
    assert kind_of(line) == "subtotal"


@pytest.mark.parametrize(
    "line",
    [
        "BIỂU TỔNG HỢP KẾT QUẢ | | | ",
        "DANH SÁCH ĐỘI HÌNH TÌNH NGUYỆN | | | ",
        "KẾT QUẢ THỰC HIỆN CHIẾN DỊCH MÙA HÈ SỐ | | | ",
        "BÁO CÁO | | | ",
        "(Kèm theo Báo cáo số 12-BC/ĐTN ngày 20/8/2024) | | | ",
        "(Từ ngày 01/7 đến 31/7/2024) | | | ",
        "(Tính đến ngày 20/8/2024) | | | ",
        "ĐOÀN TNCS HỒ CHÍ MINH | | | ",
        "BCH ĐOÀN TỈNH TÂY NINH | | | ",
        "HUYỆN ĐOÀN TÂN BIÊN | | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM | ",
        "*** | | Độc lập - Tự do - Hạnh phúc | ",
        "Số: 12-BC/ĐTN | | Tân Biên, ngày 20 tháng 8 năm 2024 | ",
        "Phụ lục 1 | | | ",
        "PHỤ LỤC II | | | ",
        "Mẫu số 3 | | | ",
        "Biểu 01a | | | ",
        "Trang 2 | | | ",
        " | | | Đơn vị tính: lượt",
        "(ĐVT: người) | | | ",
        "Đơn vị: Huyện đoàn Tân Biên | | | ",
        "Tháng 7 năm 2024 | | | ",
    ],
)
def test_title(line: str) -> None:
    """Titles and what stands around them are known wherever they were pasted."""
    assert kind_of(line) == "title"


@pytest.mark.parametrize(
    "line",
    [
        "Ghi chú: số liệu tính đến 15/8 | | | ",
        "Ghi chú: | số liệu tính đến 15/8 | | ",
        "GHI CHU so lieu den 15/8 | | | ",
        "Ghi chú | | | ",
        "* Ghi chú | | | ",
        "Lưu ý: chỉ ghi số | | | ",
        "Chú thích | | | ",
        "Nguồn: Huyện đoàn | | | ",
        "(*) Số liệu ước tính | | | ",
        "** Chưa tính khối trường học | | | ",
        "(1) Bao gồm cả lớp trực tuyến | | | ",
        "Tính đến ngày 15/8/2024 | | | ",
    ],
)
def test_note(line: str) -> None:
    """A remark about the table stands alone."""
    assert kind_of(line) == "note"


@pytest.mark.parametrize(
    "line",
    [
        "NGƯỜI LẬP BIỂU | | | BÍ THƯ",
        "NGUOI LAP BIEU | | | BI THU",
        "Người lập | | | ",
        " | | | TM. BAN THƯỜNG VỤ",
        "T/M BCH ĐOÀN XÃ | | | ",
        "TM. | | | ",
        "KT. BÍ THƯ | PHÓ BÍ THƯ | | ",
        " | | | PHÓ BÍ THƯ",
        "CHỦ TỊCH UBND XÃ | | | ",
        "(Ký tên, đóng dấu) | | | (Đã ký)",
        " | | Tân Biên, ngày 20 tháng 8 năm 2024 | ",
        " | | Tân Biên, ngày 20/8/2024 | ",
        " | | ngày … tháng … năm 2024 | ",
        "Ngày .../.../2024 | | | ",
        "Xác nhận của Đảng ủy | | | ",
        "Nơi nhận: | | TM. BAN THƯỜNG VỤ | ",
        "- Tỉnh đoàn (b/c); | | | ",
        "- Như trên; | | | ",
        "- Lưu VP | | | ",
        "Ng­êi lËp biÓu | | | ",
    ],
)
def test_signature(line: str) -> None:
    """Who made a form, who signs it, where, when, and who gets it."""
    assert kind_of(line) == "signature"


@pytest.mark.parametrize(
    "line",
    [
        "1 | Lớp tin học | 30 | ",
        "1 | Lớp tin học | | ",
        " | Xã Tân Lập | | ",
        "Xã Tân Lập | | | ",
        " | Nguyễn Văn An | | ",
        "Nguyễn Văn An | Bí thư | | ",
        " | | 85 | ",
        "1 | 2 | | ",
        "5 | 0 | 0 | 0",
        'nt | " | nt | ',
        # Places, names and work that begin as sums do.
        "Cộng Hòa | | 85 | ",
        "1 | Công | 85 | ",
        "1 | cong | 85 | ",
        "1 | Nguyễn Văn | Cộng | 2004",
        "1 | Nguyễn Văn Cộng | 30 | ",
        "1 | Tổng Văn Bé | 30 | ",
        "1 | Tổng kết chiến dịch | 30 | ",
        "2 | Tổng vệ sinh môi trường | 50 | ",
        "3 | Cộng đồng số | 30 | ",
        "4 | Tổng hợp số liệu | 3 | ",
        "1 | Tổng công ty cao su | 30 | ",
        "1 | Tổng phụ trách Đội | 30 | ",
        "1 | Tổng số hóa đơn điện tử đã xuất | Xã Tân Lập | 30",
        "1 | Công chứng điện tử | 30 | ",
        "1 | Toàn huyện | 85 | 20",
        "2 | Toàn huyện ra quân | 120 | ",
        "3 | Ra quân | Toàn huyện | 120",
        "Toàn huyện ra quân hưởng ứng ngày chuyển đổi số | | 120 | ",
        "Toàn dân tham gia | | 85 | ",
        "1 | Trung bình | 5 | ",
        "Trung bình | | | ",
        # Abbreviations and words that begin as groups do.
        "Đ/c Nguyễn Văn An | | | ",
        "X. Tân Lập | | | ",
        "H. Tân Biên | | | ",
        "B. Cầu | | | ",
        "D.M.Châu | | | ",
        "E-learning | | | ",
        "Vi tính văn phòng | | | ",
        "Khởi nghiệp số | | | ",
        "Khối lượng công việc | | | ",
        "1 | Khối trường học | | ",
        "3 | - Lớp tin học | | ",
        # Work that begins as titles, notes and signatures do.
        "1 | Danh sách học viên | 30 | ",
        "3 | Tổng hợp số liệu | | ",
        "5 | Ghi chú nhanh bằng điện thoại | 30 | ",
        "1 | Lưu ý khi dùng mạng xã hội | 30 | ",
        "1 | Bí thư Đoàn xã | | ",
        "Người lập trình trẻ | | | ",
        "Đã ký kết chương trình phối hợp | | | ",
        "Kế toán hộ kinh doanh | | | ",
        "TMĐT | | | ",
        "ngày 20 tháng 8 năm 2024 | | | ",
    ],
)
def test_data(line: str) -> None:
    """What is not surely layout is data: nothing is lost."""
    assert kind_of(line) == "data"


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ([False, False], "blank"),
        ([True, None], "data"),
        ([5.0, None, None], "blank"),
        ([5.5, None, None], "data"),
        ([float("nan"), None], "data"),
        ([2**80, None], "data"),
        ([None, 5], "data"),
        ([CellError("#REF!"), None], "data"),
        (["Tổng cộng", CellError("#REF!")], "subtotal"),
        (["x" * 50_000], "data"),
        ([("Ghi chú " + "x " * 20_000)], "note"),
    ],
)
def test_cells_of_every_type(cells: list[Cell], kind: str) -> None:
    """Numbers, boxes, errors and very long texts are taken for what they are."""
    assert kind_of_row(cells, is_label).value == kind


def test_spelling_makes_no_difference() -> None:
    """Case, spaces and the form of Unicode change no kind."""
    for line in ("Toàn huyện | | 85 | ", "II. Các xã biên giới | | | ", "Người lập biểu | | | "):
        for spelled in (line.upper(), line.lower(), unicodedata.normalize("NFD", line)):
            assert kind_of(spelled.replace(" ", "  ")) == kind_of(line)
