"""The column kind `person`: one person's name, in capitals where names have them."""

from __future__ import annotations

import re

from functions.domain.workbook import Cell
from functions.tables.converters.base import Context, Converted, Remark, accept, refuse
from functions.tables.converters.patterns import LETTER, any_of
from functions.tables.converters.texts import lines_of
from functions.tables.words import spoken

_COUNTER = re.compile(r"^(?:stt\s*(?=\d)|[-–•*+]\s*|\(?\d{1,3}\s*[.)/]\s*|\d{1,3}\s*[-–]\s+)+")
_TITLES = (
    *("đ/c", "đc", "đồng chí", "ông", "bà", "anh", "chị", "em", "bạn", "thầy", "cô", "chú", "bác"),
    *("mr", "mrs", "ms", "ths", "ts", "bs", "ks", "gv", "sv", "hs"),
)
_TITLE = re.compile(rf"^(?:{any_of(*_TITLES)}(?:\s*[.:]+\s*|\s+))+(?=\S)", re.IGNORECASE)
_PHONE_WORDS = any_of("sđt", "số đt", "đt", "dđ", "tel", "zalo", "điện thoại", "di động")
_AROUND_A_PHONE = r"[\s\-–:,;(/]"
_PHONE = re.compile(
    # Read from its first mark on or not at all: of a long row of marks, not once from each.
    rf"(?:(?<!{_AROUND_A_PHONE}){_AROUND_A_PHONE}++)?(?:\b{_PHONE_WORDS}\b[\s.:]*)?"
    r"(?:\(?\+?84\)?|\(?0)[\d\s.\-()]{7,}\d\)?(?:\s*\(?zalo\)?)?[\s,;)]*",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]?\s*")
# What somebody is, beside which the name stands.
_ROLES = any_of(
    *("bí thư", "phó bí thư", "bt", "pbt", "bch", "uv", "ubv", "ủy viên", "chủ tịch"),
    *("phó chủ tịch", "đội trưởng", "đội phó", "tổ trưởng", "trưởng", "phó", "thành viên"),
    *("giáo viên", "gv", "học sinh", "hs", "sinh viên", "sv", "cán bộ", "công chức", "kế toán"),
    *("chuyên viên", "hiệu trưởng", "tnv", "tình nguyện viên", "đại diện", "liên hệ", "ghi chú"),
    *("đoàn", "xã", "phường", "huyện", "trường", "lớp", "khóa", "ấp", "ban", "văn phòng"),
    *("sinh năm", "sn", "nam", "nữ", "zalo", "email", "gmail", "mail"),
)
_ROLE = re.compile(rf"{_ROLES}\b", re.IGNORECASE)
_OFFICES = (
    *("bí thư", "phó bí thư", "chủ tịch", "phó chủ tịch", "đội trưởng", "đội phó", "tổ trưởng"),
)
_BODIES = any_of("đoàn", "xã", "phường", "huyện", "chi đoàn", "đội")
_OFFICE_FIRST = re.compile(rf"^{any_of(*_OFFICES)}(?:\s+{_BODIES})*\s*[:.\-–]?\s+", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–—]\s+|\s*:\s+")
_AND = ("và", "với", "cùng", "hoặc")
_SEVERAL = re.compile(rf"\s*(?:[,;/+&\n]|\s{any_of(*_AND)}\s)\s*")
_NOBODY = ("không", "không có", "chưa có", "chưa", "ko", "k", "chưa rõ", "không rõ", "n/a")
_NOBODY_SPOKEN = frozenset(map(spoken, _NOBODY))
# Words of letters alone, the first of which begins nothing but a name, are a name.
_PLAIN = re.compile(rf"({LETTER}{{2,}})(?: {LETTER}+)+")
_BEGINS_MORE = frozenset(each.split()[0] for each in (*_TITLES, *_OFFICES, *_NOBODY))
_GLUE = re.compile(rf"(?<={LETTER})[._](?={LETTER})")  # nguyen_van_an
_FIGURES = re.compile(r"[\s\-–,]*\d[\d/.\-\s]*")
_LETTER = re.compile(LETTER)
_JOINED = re.compile(r"(['’.\-])")
_PUNCTUATION = " .,;:*-–'\"`’"


def convert_person(cell: Cell, context: Context) -> Converted:
    """Read one person's name; what else stands in the cell is left out with a remark."""
    del context
    text = lines_of(cell)
    if _is_plain(text):
        return accept(_capitals(text))
    text = _unnumbered(text)
    if not text.strip(_PUNCTUATION) or spoken(text) in _NOBODY_SPOKEN:
        return accept(None)
    text = _TITLE.sub("", text)
    names = _names(text)
    if len(names) > 1:
        return refuse("multiple_values")
    name = _bare(names[0]) if names else ""
    if not _may_be_a_name(name):
        return refuse("bad_person")
    shown = _capitals(name)
    if _says_the_same(text, shown):
        return accept(shown)
    return accept(shown, Remark("extra_text", {"read_as": shown}))


def _is_plain(text: str) -> bool:
    """Say whether a text is a name with nothing beside it, as nearly every one is."""
    match = _PLAIN.fullmatch(text)
    if match is None or match[1].casefold() in _BEGINS_MORE:
        return False
    return not _SEVERAL.search(text)


def _names(text: str) -> list[str]:
    """Return the names in a text: parts that say what somebody is, or hold figures, are none."""
    words = _PHONE.sub(" ", text).split(" ")
    bare = " ".join(word for word in words if not _is_address(word))
    bare = _OFFICE_FIRST.sub("", _unnumbered(_BRACKETS.sub(" ", bare)))
    parts = [
        _unnumbered(part)
        for several in _SEVERAL.split(bare)
        for part in _DASH.split(several)
        if part.strip(_PUNCTUATION)
    ]
    return parts[:1] + [
        part for part in parts[1:] if not (_ROLE.match(part) or re.search(r"\d", part))
    ]


def _is_address(word: str) -> bool:
    name, _, host = word.partition("@")
    return bool(name) and "." in host


def _unnumbered(text: str) -> str:
    return _COUNTER.sub("", text).strip()


def _bare(name: str) -> str:
    """Leave out titles and figures; part a name whose words are glued together."""
    if " " not in name:
        name = _GLUE.sub(" ", name)
    return _FIGURES.sub(" ", _TITLE.sub("", name).strip(_PUNCTUATION)).strip(_PUNCTUATION)


def _may_be_a_name(text: str) -> bool:
    """Say whether a text can be a name: two letters, no word for nobody, no signs of a machine."""
    several = len(_LETTER.findall(text)) > 1
    return several and text.isprintable() and spoken(text) not in _NOBODY_SPOKEN


def _says_the_same(text: str, shown: str) -> bool:
    """Say whether a text is nothing but the name, in whatever case and joined by whatever."""
    name = shown.casefold()
    return text.strip(_PUNCTUATION).casefold() in (
        name,
        name.replace(" ", "."),
        name.replace(" ", "_"),
    )


def _capitals(name: str) -> str:
    return " ".join(_capital(word) for word in name.split())


def _capital(word: str) -> str:
    """Give a name its capital; what was typed with some capitals of its own stays."""
    if word not in (word.lower(), word.upper(), word.capitalize().swapcase()):
        return word
    return "".join(each.capitalize() for each in _JOINED.split(word))
