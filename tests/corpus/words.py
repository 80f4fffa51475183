"""What the people of the corpus are called, and what they write in free text."""

from __future__ import annotations

from itertools import product
from random import Random

# fmt: off
_FAMILY = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Phan", "Trương",
)
_MIDDLE = (
    "Văn", "Thị", "Minh", "Ngọc", "Thanh", "Hữu", "Quốc", "Kim", "Bảo", "Hoàng",
)
_GIVEN = (
    "An", "Bình", "Châu", "Dung", "Đạt", "Giang", "Hà", "Hiếu", "Huy", "Khánh", "Lan", "Linh",
    "Long", "Mai", "Nam", "Nga", "Nhung", "Phúc", "Quân", "Sơn", "Tâm", "Thảo", "Trang", "Tuấn",
    "Uyên", "Việt", "Xuân", "Yến",
)
# fmt: on

PLACES = (
    "Nhà văn hóa ấp Tân Đông",
    "Trường THCS Nguyễn Huệ",
    "Hội trường khối vận",
    "Điểm bưu điện văn hóa xã",
    "Chợ trung tâm",
)
ORGANISATIONS = (
    "Trường Cao đẳng Sư phạm Tây Ninh",
    "Trường THPT Lê Quý Đôn",
    "Chi đoàn ấp Thạnh Tân",
    "Trường Đại học Sài Gòn",
    "Bưu điện huyện",
)
EQUIPMENT = ("Máy chiếu; bộ phát 4G", "Loa kéo, máy chiếu", "Bộ phát 4G và bảng từ")
RESOURCES = (
    "Phòng tin học Trường THCS Tân Lập",
    "Hội trường nhà văn hóa ấp 3",
    "Nhà khách cơ quan, có quạt và nước",
    "Xe tải nhỏ chở thiết bị",
    "Đường truyền cáp quang của trường",
    "Suất ăn trưa tại trạm",
)
ACTIVITIES = (
    "Lớp tin học văn phòng cho cán bộ ấp",
    "Hướng dẫn bà con nộp hồ sơ trực tuyến",
    "Ngày hội cài đặt định danh điện tử",
    "Phiên chợ không dùng tiền mặt",
    "Lớp lập trình hè cho học sinh",
    "Tổ hướng dẫn tại bộ phận một cửa",
)
CONTENTS = (
    "Soạn thảo văn bản, lập bảng tính và gửi thư điện tử",
    "Đăng nhập cổng dịch vụ công, nộp và tra cứu hồ sơ",
    "Cài đặt ứng dụng, kích hoạt tài khoản, đổi mật khẩu",
    "Quét mã, chuyển tiền và nhận biết tin nhắn lừa đảo",
)
RESULTS = (
    "Đa số học viên tự lập được bảng lương của ấp",
    "Bà con tự nộp được hồ sơ đăng ký khai sinh",
    "Nhiều hộ tiểu thương đã dán mã để nhận tiền",
    "Học sinh làm xong một trò chơi của riêng mình",
)
PARTNERS = ("Đoàn xã và Tổ CNSCĐ ấp Tân Đông", "Công an xã", "Ban quản lý chợ", "Hội Phụ nữ xã")
STRENGTHS = (
    "Bà con tham gia đông, đi đúng giờ",
    "Đội hướng dẫn từng người một, dễ hiểu",
    "Phòng máy tốt, đường truyền ổn định suốt buổi",
)
LIMITS = ("Không", "Thiếu máy tính cho hàng ghế sau", "Sóng yếu ở cuối ấp nên phải làm lại")
NOTES = ("Đón đội ở cổng chính", "Có chỗ để xe", "Ưu tiên buổi chiều", "Mang theo loa nếu có")


def people(rng: Random) -> list[tuple[str, str]]:
    """Return the names and phone numbers of people who are all different, in a random order."""
    names = [" ".join(parts) for parts in product(_FAMILY, _MIDDLE, _GIVEN)]
    rng.shuffle(names)
    first = ("0912", "0987", "0356", "0705", "0839", "0329")
    return [
        (name, f"{first[at % len(first)]}{(at * 7919 + 104729) % 1_000_000:06d}")
        for at, name in enumerate(names)
    ]
