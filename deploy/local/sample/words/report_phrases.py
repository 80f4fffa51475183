"""How officers write the last headings of a report; sentences may name {commune} and {hamlet}."""

from collections.abc import Mapping

PARTNERS = (
    "Đoàn {commune}, Tổ CNSCĐ {hamlet}",
    "Đoàn {commune}, Công an {commune} và Ban quản lý {hamlet}",
    "Tổ công nghệ số cộng đồng {hamlet}; Hội LHPN {commune}",
    "UBND {commune}, Chi đoàn {hamlet}",
    "Đoàn {commune}, Tổ CNSCĐ, Hội Nông dân {commune}",
    "Hội Cựu chiến binh, Hội Phụ nữ và Chi đoàn {hamlet}",
    "Công an {commune}, Tổ Đề án 06 {hamlet}",
)
STRENGTHS = (
    "Đội viên nhiệt tình, hướng dẫn dễ hiểu.",
    "Được cấp ủy, chính quyền địa phương quan tâm, tạo điều kiện về địa điểm.",
    "Phối hợp tốt với Tổ CNSCĐ nên mời được đúng đối tượng.",
    "Chuẩn bị chu đáo, đủ máy tính và tài liệu phát tay.",
    "Tinh thần đoàn kết, hỗ trợ nhau giữa đội viên và đoàn viên địa phương.",
)
LIMITS = (
    "Không",
    "Không",
    "Mạng di động yếu, có lúc phải chờ lâu.",
    "Trời mưa nên buổi chiều vắng.",
    "Thời gian ngắn, chưa thực hành được nhiều.",
    "Đường đi xa, đội viên phải tự túc đi lại.",
    "Loa, máy chiếu bị hư, phải mượn thêm.",
)

# What is only said of one audience, by its code.
STRENGTHS_OF: Mapping[str, tuple[str, ...]] = {
    "thieu_nhi": (
        "Các em hào hứng, tham gia đủ từ đầu đến cuối.",
        "Phụ huynh ủng hộ, đưa đón các em đúng giờ.",
    ),
    "thanh_nien": ("Đoàn viên tiếp thu nhanh, về chi đoàn hướng dẫn lại được.",),
    "nguoi_dan": (
        "Bà con tham gia đông, đúng giờ, phấn khởi.",
        "Nội dung sát nhu cầu, người dân làm được ngay trên máy của mình.",
    ),
    "nguoi_cao_tuoi": ("Đội viên kiên nhẫn với người lớn tuổi, được bà con khen.",),
    "can_bo": ("Học viên nghiêm túc, bài thực hành sát công việc hằng ngày.",),
    "ho_kinh_doanh": ("Thu hút được cả hộ kinh doanh ở xa trung tâm.",),
}
LIMITS_OF: Mapping[str, tuple[str, ...]] = {
    "thieu_nhi": ("Thiếu máy tính, 2-3 em phải dùng chung một máy.",),
    "thanh_nien": ("Trùng giờ đi làm nên thanh niên công nhân ít tham gia.",),
    "nguoi_dan": (
        "Một số người dùng điện thoại đời cũ không cài được ứng dụng.",
        "Một số bà con còn e ngại, sợ lộ thông tin cá nhân.",
    ),
    "nguoi_cao_tuoi": ("Người cao tuổi quên mật khẩu, mất nhiều thời gian cấp lại.",),
    "can_bo": ("Trình độ học viên không đều, phải chia hai nhóm.",),
    "ho_kinh_doanh": ("Giờ chợ đông, tiểu thương vừa bán vừa nghe nên khó tập trung.",),
}
PROPOSALS = (
    "Đề nghị Tỉnh đoàn hỗ trợ thêm bộ phát 4G.",
    "Kiến nghị tổ chức thêm một đợt vào cuối tháng 8.",
    "Đề nghị hỗ trợ tờ rơi, tài liệu hướng dẫn in màu.",
    "Đề nghị hỗ trợ chi phí đi lại cho đội viên.",
    "Đề nghị bố trí thêm đội viên biết tiếng Khmer.",
)
