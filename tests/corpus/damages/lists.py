"""Values of lists, communes, yes and no, links."""

from __future__ import annotations

from tests.corpus.damages.base import Findings, damage, damage_of, meant, wrong
from tests.corpus.sheets import Draft


@damage
def misspelt_choice(draft: Draft) -> Findings:
    """The value of a list is misspelt."""
    return wrong(draft, "needs", "activity_type", "Tuyên truyềm", "unknown_choice")


@damage
def choice_with_a_wrong_tone(draft: Draft) -> Findings:
    """The value of a list has a wrong tone, and can be nothing else."""
    sheet = draft["needs"]
    return meant(
        sheet, sheet.last, "activity_type", "Tuyên truyện", "tuyen_truyen", "accent_mismatch"
    )


@damage
def unknown_topic_among_others(draft: Draft) -> Findings:
    """One of several topics is unknown."""
    return wrong(draft, "needs", "topics", "Tin học văn phòng; Trồng cây", "unknown_choice")


@damage
def two_choices_for_one(draft: Draft) -> Findings:
    """Two values stand where one is asked for."""
    cell = "Tuyên truyền; Cuộc thi, sân chơi"
    return wrong(draft, "needs", "activity_type", cell, "unknown_choice")


@damage
def topics_with_commas(draft: Draft) -> Findings:
    """Topics are parted by commas, one of which stands inside a topic's name."""
    sheet = draft["needs"]
    cell = "Tin học văn phòng, An toàn, an ninh mạng, VNeID"
    return meant(
        sheet, sheet.last, "topics", cell, ("tin_hoc_van_phong", "an_toan_mang", "dinh_danh")
    )


@damage
def audiences_with_commas(draft: Draft) -> Findings:
    """Audiences are parted by commas: «Bà con, Cán bộ, công chức» are two."""
    sheet = draft["needs"]
    cell = "Bà con, Cán bộ, công chức"
    return meant(sheet, sheet.last, "audience", cell, ("nguoi_dan", "can_bo"))


@damage
def skills_with_commas(draft: Draft) -> Findings:
    """Skills are parted by commas: «Lập trình cơ bản, Ứng dụng» are two."""
    sheet = draft["volunteers"]
    cell = "Lập trình cơ bản, Ứng dụng"
    return meant(sheet, sheet.last, "skills", cell, ("lap_trinh", "thiet_bi_thong_minh"))


@damage
def unclear_answer(draft: Draft) -> Findings:
    """«x?» answers a yes or no."""
    return wrong(draft, "volunteers", "laptop", "x?", "bad_bool")


@damage
def answer_with_words(draft: Draft) -> Findings:
    """«có (đã ký)» answers a yes or no."""
    return wrong(draft, "volunteers", "consent", "có (đã ký)", "extra_text")


@damage
def unknown_commune(draft: Draft) -> Findings:
    """There is no such commune."""
    return wrong(draft, "needs", "commune", "Xã Hà Nội", "unknown_unit")


@damage_of("705")
def commune_of_another_unit(draft: Draft) -> Findings:
    """The commune belongs to another unit."""
    return wrong(draft, "needs", "commune", "Xã Tân Hà", "wrong_parent")


@damage_of("705")
def commune_with_a_wrong_tone(draft: Draft) -> Findings:
    """A commune's name has a wrong tone."""
    sheet = draft["needs"]
    return meant(sheet, sheet.last, "commune", "Xã Tân Lâp", "25489", "accent_mismatch")


@damage_of("705")
def hamlet_before_commune(draft: Draft) -> Findings:
    """The hamlet stands before the commune."""
    sheet = draft["needs"]
    cell = "ấp Tân Đông, xã Tân Lập"
    return meant(sheet, sheet.last, "commune", cell, "25489", "extra_text")


@damage_of("D03")
def commune_of_two_districts(draft: Draft) -> Findings:
    """Two districts have a commune of this name, and the unit is in no district."""
    return wrong(draft, "needs", "commune", "Xã Tân Bình", "ambiguous_unit")


@damage_of("706")
def several_communes(draft: Draft) -> Findings:
    """A cell holds two communes."""
    return wrong(draft, "needs", "commune", "Tân Hà, Tân Đông", "multiple_values")


@damage_of("708")
def commune_not_a_town(draft: Draft) -> Findings:
    """The word for the type of a commune is wrong."""
    sheet = draft["needs"]
    return meant(sheet, sheet.last, "commune", "Phường An Cơ", "25600", "type_mismatch")


@damage
def whole_district_for_commune(draft: Draft) -> Findings:
    """«Toàn huyện» stands where a commune is asked for, in a row that is otherwise complete."""
    return wrong(draft, "needs", "commune", "Toàn huyện", "unknown_unit")


@damage
def link_without_https(draft: Draft) -> Findings:
    """A link lacks its beginning."""
    sheet = draft["reports"]
    cell, value = "www.facebook.com/doan", "https://www.facebook.com/doan"
    return meant(sheet, sheet.last, "evidence", cell, value, "assumed_https")


@damage
def words_for_link(draft: Draft) -> Findings:
    """Words stand where a link is asked for."""
    return wrong(draft, "reports", "evidence", "đã đăng Facebook", "bad_url")
