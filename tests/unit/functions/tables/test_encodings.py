"""Damaged text is repaired where it can be nothing else; everything else stays as it is."""

import unicodedata

import pytest

from functions.tables.encodings import Repaired, possible, repair


@pytest.mark.parametrize(
    "text",
    [
        *("", "abc 123", "A & B", "R&D", "&c", "AT&T;", "a&copy=b", "<br>", "&bogus;", "&#0;"),
        *("môn Tin học lớp 5, ngày ô", "lò sò ó ì í", "Cã", "hoà nhập", "hòan thành", "qúy"),
        *("Đắk Lắk", "Krông Nô", "Pác Bó", "Ba Na", "Ê Đê", "Ê-đê", "Xê Đăng", "M'nông", "Brâu"),
        *("\u00d0oàn", "S\u00d0T", "N\u00d0 13", "BC\u00d0", "CNSCĐ", "ĐVTN", "KH&CN"),
        *("Gia Lôc", "tâp huân", "biêt", "côt"),
        *("Café", "José", "Müller", "España", "ESPAÑA", "Noël", "Niño", "Straße", "São Paulo"),
        *("30 m²", "25°C", "© 2024", "½ ngày", "10 µm", "10 µg", "3×4", "2m×3m", "5 ÷ 10", "Ø21"),
        *("£ 5", "¥500", "§ 5", "chú¹", "Word®", "kW·h", "· Tân Hà", "ma trận m×n", "100.000đ"),
        *("–", "“…”", "😀 ok", "«I.»", "« Tân Biên »", "«Mùa hè số»", "“XÃ”", "XÃ–THỊ", "chữ “Â”"),
        *("«Cá»…", "“HỒ” và “XÃ”…", "XÃ TÂN HÀ", "XÃ\u00a0TÂN HÀ", "xÃ tÂN HÀ", "XÃ", "Ã", "Ä"),
        *("‘XÃ’ THÀNH", "XÃ“TÂN HÀ”", "tÊN TRƯỜNG", "mÔ hÌNH", "bÒ SÁT"),
        *("thành tíc", "tíc", "người bâ", "laàm việc", "Tân\u00adBiên", "x" * 400 + "é"),
    ],
)
def test_text_that_can_be_typed_stays(text: str) -> None:
    """Vietnamese, names of other languages, signs and misspellings are left alone."""
    assert repair(text) == Repaired(text, "")


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("T©y Ninh", "Tây Ninh"),
        ("Hßa Thµnh", "Hòa Thành"),
        ("NguyÔn V¨n An", "Nguyễn Văn An"),
        ("TrÇn ThÞ BÐ", "Trần Thị Bé"),
        ("§éi t×nh nguyÖn", "Đội tình nguyện"),
        ("Tuyªn truyÒn chuyÓn ®æi sè", "Tuyên truyền chuyển đổi số"),
        ("15/7, ngµy 15 th¸ng 7 n¨m 2024", "15/7, ngày 15 tháng 7 năm 2024"),
        ("X· T©n Hµ", "Xã Tân Hà"),
        ("X· Hµ", "Xã Hà"),
        ("kh«ng", "không"),
        ("y tÕ", "y tế"),
        ("Thêi gian", "Thời gian"),
        ("Cã t¹i x·", "Có tại xã"),
        # A small letter with a capital mark is no VNI.
        ("choÏ", "choẽ"),
        ("ë x· T©n Hµ", "ở xã Tân Hà"),
        ("¤ nhiÔm m«i tr\u00adêng", "Ô nhiễm môi trường"),
        ("THCS NguyÔn Tr·i, TP T©y Ninh", "THCS Nguyễn Trãi, TP Tây Ninh"),
        ("Tæ CNSC§, ®/c L©m", "Tổ CNSCĐ, đ/c Lâm"),
        ("50.000 ® cho mçi ®éi", "50.000 đ cho mỗi đội"),
        ("CÇn 100 m² ®Êt, 10 µm, 5 × 4 « t«", "Cần 100 m² đất, 10 µm, 5 × 4 « tô"),
        ("« nhiÔm", "ô nhiễm"),
        ("T©n Hµ: £5", "Tân Hà: £5"),
    ],
)
def test_tcvn3(damaged: str, text: str) -> None:
    """Text in a font .VnTime is read; figures, units and plain words pass through."""
    assert repair(damaged) == Repaired(text, "legacy_tcvn3")


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("HßA THµNH", "HÒA THÀNH"),
        ("TØNH §OµN T¢Y NINH", "TỈNH ĐOÀN TÂY NINH"),
        ("X· T¢N Hµ", "XÃ TÂN HÀ"),
        ("TR\u00adêNG", "TRƯỜNG"),
        ("TR¦êNG", "TRƯỜNG"),
    ],
)
def test_tcvn3_capitals(damaged: str, text: str) -> None:
    """In a word of capitals the letters that have no capital code are capitals too."""
    assert repair(damaged) == Repaired(text, "legacy_tcvn3")


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("H\u00adng ThuËn", "Hưng Thuận"),
        ("Hng ThuËn", "Hưng Thuận"),
        ("HNG THUËN", "HƯNG THUẬN"),
        ("D¬ng Minh Ch©u", "Dương Minh Châu"),
        ("Phíc VÜnh", "Phước Vĩnh"),
        ("X· Phíc Minh", "Xã Phước Minh"),
        ("BÝ th §oµn", "Bí thư Đoàn"),
        ("Phã BÝ th", "Phó Bí thư"),
        # This can be «ngư» and «ưng».
        ("ng d©n", "ng dân"),
        # Abbreviations and units are no words without a vowel.
        ("TH T©n Hµ, 5 tr ®ång", "TH Tân Hà, 5 tr đồng"),
        # Beside words in Unicode nothing was lost on the way.
        ("BÝ th x· T©n Hµ, huyện", "Bí th xã Tân Hà, huyện"),
    ],
)
def test_tcvn3_with_lost_letters(damaged: str, text: str) -> None:
    """A lost ư returns where there is no word without it and only one with it."""
    assert repair(damaged) == Repaired(text, "legacy_tcvn3")


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("Taây Ninh", "Tây Ninh"),
        ("Hoøa Thaønh", "Hòa Thành"),
        ("Nguyeãn Vaên An", "Nguyễn Văn An"),
        ("Ñoäi tình nguyeän", "Đội tình nguyện"),
        ("TAÂY NINH", "TÂY NINH"),
        ("UÛY BAN NHAÂN DAÂN", "ỦY BAN NHÂN DÂN"),
        ("ñieän töû", "điện tử"),
        ("Khoâng", "Không"),
        ("Leâ Thò Hoàng", "Lê Thị Hồng"),
        ("Phöôøng 1", "Phường 1"),
        ("Xaõ Taân Haø", "Xã Tân Hà"),
        ("Ngöôøi daân ñi boä, lòch söû", "Người dân đi bộ, lịch sử"),
        ("Ñ/c Laâm, toå CNSCÑ", "Đ/c Lâm, tổ CNSCĐ"),
    ],
)
def test_vni(damaged: str, text: str) -> None:
    """Text in a font VNI-Times is read, its capitals as well."""
    assert repair(damaged) == Repaired(text, "legacy_vni")


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("TỈNH §OµN T¢Y NINH", "TỈNH ĐOÀN TÂY NINH"),
        ("Huyện Hßa Thµnh", "Huyện Hòa Thành"),
        ("t¹i x· T©n Hµ, huyện Tân Biên", "tại xã Tân Hà, huyện Tân Biên"),
        ("Huyện Tân Biên: §oµn x· cã 20 ®oµn viªn", "Huyện Tân Biên: Đoàn xã có 20 đoàn viên"),
    ],
)
def test_half_in_unicode(damaged: str, text: str) -> None:
    """Words that are right stay; what can be both goes with the words around it."""
    assert repair(damaged) == Repaired(text, "legacy_tcvn3")


@pytest.mark.parametrize(
    "text",
    [
        "söa",  # sửa in one encoding, sưa in the other
        "Thuû",  # Thuỷ or Thủ
        "Sæ in",  # Sổ or Sỉ
        "Dæ Hím",  # Dổ Hớm or Dỉ Hím, whose í is the same letter
        "Huyện cã x·",  # the middle can belong to either side
        "T©n Hµ Krông",  # a word that neither encoding explains
        "Léc Ninh",  # Lộc, but right as it stands
        "Phíc Minh",  # one word may be misspelt
    ],
)
def test_no_guess(text: str) -> None:
    """Where two readings are left, none is chosen."""
    assert repair(text) == Repaired(text, "")


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("TÃ¢y Ninh", "Tây Ninh"),
        ("Nguyá»…n VÄƒn An", "Nguyễn Văn An"),
        ("Äáº¯k Láº¯k", "Đắk Lắk"),
        ("Ä\u0090áº¡i há»\u0099i", "Đại hội"),
        ("TÃƒÂ¢y Ninh", "Tây Ninh"),
        ("Ã„Â\u0090Ã¡ÂºÂ¡i", "Đại"),
        ("25Â°C", "25°C"),
        ("Ä‘Ã\u00a0", "đà"),
        ("â€œMÃ¹a hÃ¨ sá»‘â€\u009d â€“ 😀", "“Mùa hè số” – 😀"),
        ("ðŸ˜€ lÃ  xong", "😀 là xong"),
        ("TaÌ‚y Ninh", "Tây Ninh"),
        ("Xã Tân Biên và TÃ¢y Ninh", "Xã Tân Biên và Tây Ninh"),
        ("KHÃ”NG", "KHÔNG"),
        ("KHÃ“A", "KHÓA"),
        ("Há»“", "Hồ"),
        ("CÃ“", "CÓ"),
        ("«TÃ¢y» Cá»…", "«Tây» Cễ"),
    ],
)
def test_mojibake(damaged: str, text: str) -> None:
    """UTF-8 read as Windows-1252 or Latin-1 is put together again, once or twice damaged."""
    assert repair(damaged) == Repaired(text, "mojibake")


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("Äáº¡i há»™i", "Đại hội"),
        ("Äi", "Đi"),
        ("há»c", "học"),
        ("há»\ufffdc", "học"),
        ("ÄoÃ n", "Đoàn"),
        ("lÃ\u00a0", "là"),
        ("LÃ m", "Làm"),
        ("lÃ  ngÆ°á»i", "là người"),
        ("lÃ ngÆ°á»i", "là người"),
        ("HÃ Ná»™i", "Hà Nội"),
        ("TÃ¢n HÃ", "Tân Hà"),
        ("TrÃ  Vong", "Trà Vong"),
        ("XÃ TÂN HÀ - TÃ¢y Ninh", "XÃ TÂN HÀ - Tây Ninh"),
        ("XÃƒ THáº NH BÃŒNH", "XÃ THẠNH BÌNH"),
        ("XÃƒ NINH SÆ N", "XÃ NINH SƠN"),
        ("tÃnh sá»‘", "tính số"),
        ("TÃ­nh sÃ´Ì", "Tính số"),
        ("â€œTÃ¢nâ€", "“Tân”"),
        ("10Â kg", "10 kg"),
        # Mỏ, mọ, mờ or mề: what cannot be known stays for people to see.
        ("Má» CÃ´ng", "Má» Công"),
        ("XÃƒ KHÃNH", "XÃ KHÃNH"),
    ],
)
def test_mojibake_with_lost_bytes(damaged: str, text: str) -> None:
    """Bytes that were lost or became spaces are found where one letter only makes a word."""
    assert repair(damaged) == Repaired(text, "mojibake")


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("T&acirc;n Bi&ecirc;n", "Tân Biên"),
        ("&#432;", "ư"),
        ("Tr&#7847;n &#x1F600;", "Trần 😀"),
        ("A &amp; B", "A & B"),
        ("A &amp;amp; B", "A & B"),
        ("&lt;br&gt; R&D", "<br> R&D"),
        ("a&#769;", "á"),
        ("T&copy;y Ninh", "Tây Ninh"),
        ("T&Atilde;&cent;y Ninh", "Tây Ninh"),
    ],
)
def test_html_entities(damaged: str, text: str) -> None:
    """Entities are read, also twice escaped and on top of another damage."""
    assert repair(damaged) == Repaired(text, "html_entity")


@pytest.mark.parametrize("text", ["Hướng dẫn cài đặt", "Tân Hà", "T©y Ninh Nguyeãn"])
def test_decomposed_text_is_composed(text: str) -> None:
    """Text in NFD comes back in NFC and is otherwise treated like the same text in NFC."""
    assert repair(unicodedata.normalize("NFD", text)) == repair(text)
    assert unicodedata.is_normalized("NFC", repair(text).text)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Cã", [Repaired("Có", "legacy_tcvn3")]),
        ("An Lôc Long", [Repaired("An Lục Long", "legacy_tcvn3")]),
        ("Coù", [Repaired("Có", "legacy_vni")]),
        ("x", []),
        ("Krông Cã", []),
    ],
)
def test_possible_readings(text: str, readings: list[Repaired]) -> None:
    """What an old font makes of a text is offered, however well the text reads as it stands."""
    assert list(possible(text)) == readings


def test_the_commonest_words_without_their_u() -> None:
    """Người and lượt come back although what is left of them is a word."""
    assert repair("350 lît ngêi d©n") == Repaired("350 lượt người dân", "legacy_tcvn3")
