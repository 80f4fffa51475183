"""Names of real schools, colleges and universities, without any person."""

from collections.abc import Mapping

HIGH_SCHOOLS: Mapping[str, tuple[str, ...]] = {
    "703": ("Tây Ninh", "chuyên Hoàng Lê Kha", "Trần Đại Nghĩa", "Lê Quý Đôn"),
    "705": ("Trần Phú", "Nguyễn An Ninh", "Lương Thế Vinh"),
    "706": ("Tân Châu", "Lê Duẩn", "Tân Hưng", "Tân Đông"),
    "707": ("Dương Minh Châu", "Nguyễn Đình Chiểu", "Nguyễn Thái Bình"),
    "708": ("Hoàng Văn Thụ", "Châu Thành", "Lê Hồng Phong"),
    "709": ("Lý Thường Kiệt", "Nguyễn Chí Thanh", "Nguyễn Trung Trực"),
    "710": ("Quang Trung", "Nguyễn Văn Trỗi", "Trần Quốc Đại", "Ngô Gia Tự"),
    "711": ("Nguyễn Huệ", "Huỳnh Thúc Kháng"),
    "712": ("Nguyễn Trãi", "Trảng Bàng", "Lộc Hưng", "Bình Thạnh"),
}

COLLEGES = ("Trường Cao đẳng Sư phạm Tây Ninh", "Trường Cao đẳng Nghề Tây Ninh")

UNIVERSITIES = (
    *COLLEGES,
    "Trường Đại học Sư phạm TP. Hồ Chí Minh",
    "Trường Đại học Công nghiệp TP. Hồ Chí Minh",
    "Trường Đại học Nông Lâm TP. Hồ Chí Minh",
    "Trường Đại học Kinh tế TP. Hồ Chí Minh",
    "Trường Đại học Bách khoa TP. Hồ Chí Minh",
)
