"""Frequent Vietnamese names, weighted roughly as in the south of the country."""

from collections.abc import Mapping

FAMILIES: Mapping[str, float] = {
    "Nguyễn": 32,
    "Trần": 11,
    "Lê": 10,
    "Phạm": 6,
    "Huỳnh": 6,
    "Võ": 5,
    "Phan": 4.5,
    "Trương": 2.5,
    "Bùi": 2,
    "Đặng": 2,
    "Đỗ": 1.5,
    "Ngô": 1.5,
    "Hồ": 1.5,
    "Dương": 1.5,
    "Lâm": 1.2,
    "Đinh": 1,
    "Đoàn": 1,
    "Mai": 1,
    "Trịnh": 0.8,
    "Cao": 0.8,
    "Lý": 0.6,
    "Lương": 0.6,
    "Châu": 0.5,
    "Tô": 0.5,
    "Hà": 0.5,
    "Thái": 0.4,
    "Tạ": 0.3,
    "Vương": 0.3,
    # Frequent among the Khmer and the Chăm of the province.
    "Thạch": 0.4,
    "Danh": 0.4,
    "Kim": 0.4,
    "Sơn": 0.3,
    "Chàm": 0.3,
}

FEMALE_MIDDLE = (
    *("Thị", "Thị", "Thị Ngọc", "Thị Thanh", "Thị Kim", "Thị Mỹ", "Thị Thùy", "Thị Bích"),
    *("Thị Hồng", "Thị Cẩm", "Ngọc", "Thanh", "Kim", "Mỹ", "Thùy", "Bảo", "Khánh", "Minh"),
    *("Phương", "Quỳnh", "Như", "Yến", "Hoàng", "Gia", "Tuyết", "Diệu", "Huỳnh", "Ánh"),
)
FEMALE_GIVEN = (
    *("Anh", "Linh", "Ngân", "Thảo", "Trâm", "Trang", "Vy", "Như", "Quỳnh", "Nhi", "Trinh"),
    *("Tiên", "Tuyền", "Duyên", "Giang", "Hân", "My", "Oanh", "Phương", "Thư", "Uyên", "Vân"),
    *("Yến", "Ngọc", "Diễm", "Hương", "Loan", "Mai", "Nga", "Thúy", "Trân", "Thy", "Hiền"),
    *("Châu", "Dung", "Hà", "Lan", "Ly", "Nhung", "Phụng", "Thơ", "Xuân", "Ý", "Đào", "Kiều"),
)
MALE_MIDDLE = (
    *("Văn", "Văn", "Minh", "Hoàng", "Thanh", "Quốc", "Đức", "Hữu", "Tấn", "Công", "Trung"),
    *("Thành", "Gia", "Nhật", "Phúc", "Trọng", "Ngọc", "Tuấn", "Duy", "Hoài", "Chí", "Đình"),
    *("Xuân", "Anh", "Khánh", "Thế", "Bá", "Quang", "Tiến", "Vĩnh"),
)
MALE_GIVEN = (
    *("Huy", "Khang", "Khoa", "Phát", "Đạt", "Tài", "Lộc", "Phúc", "Thịnh", "Nam", "Hải"),
    *("Long", "Sơn", "Tuấn", "Dũng", "Hùng", "Kiệt", "Nghĩa", "Nhân", "Phong", "Quân", "Tâm"),
    *("Thắng", "Toàn", "Trí", "Trung", "Tùng", "Vinh", "Vũ", "An", "Bảo", "Cường", "Duy"),
    *("Hậu", "Hiếu", "Khánh", "Lâm", "Minh", "Nguyên", "Quý", "Thiện", "Tín", "Trường"),
)

# Mobile prefixes in use in 2024 with the rough share of their networks.
PHONE_PREFIXES: Mapping[str, int] = {
    **dict.fromkeys(("032", "033", "034", "035", "036", "037", "038", "039"), 5),
    **dict.fromkeys(("086", "096", "097", "098"), 6),
    **dict.fromkeys(("081", "082", "083", "084", "085", "088", "091", "094"), 4),
    **dict.fromkeys(("070", "076", "077", "078", "079", "089", "090", "093"), 3),
    **dict.fromkeys(("056", "058", "092", "059", "099"), 1),
}
