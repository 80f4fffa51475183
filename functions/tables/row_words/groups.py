"""Lines that head a group of rows: «I. Huyện Tân Biên», «* Đợt 1»."""

from __future__ import annotations

import re

from functions.tables.row_words.line import (
    Counter,
    Line,
    bare_counter,
    begins,
    is_figure,
    line_of,
    plain_phrases,
    spoken_phrases,
)

_GROUPS = spoken_phrases(
    *("khối", "các xã", "các phường", "các đơn vị", "các trường", "các chi đoàn", "các huyện"),
    *("cấp huyện", "cấp xã", "cấp tỉnh", "cấp cơ sở", "đoàn trực thuộc", "trong đó"),
)
_NO_GROUPS = spoken_phrases("khối lượng")
_NUMBERED_GROUPS = spoken_phrases(
    *("đợt", "cụm", "nhóm", "tuần", "giai đoạn", "phần", "mục", "tháng", "quý"),
    *("cụm số", "nhóm số", "đợt số"),
)
_PLACES = plain_phrases(
    *("huyện", "thị xã", "thành phố", "xã", "phường", "thị trấn", "tx", "tp", "tt", "h", "đoàn"),
    *("huyện đoàn", "thị đoàn", "thành đoàn", "khối", "đợt", "cụm", "nhóm", "các", "đơn vị"),
    *("giai đoạn",),
)
_DISTRICTS = plain_phrases("huyện", "thị xã", "thành phố", "tx", "tp", "thị đoàn", "thành đoàn")
_NUMBER = re.compile(r"\d+|[ivx]+")
# «H. Tân Biên», «P. 1» and «T. Biên» are places, whatever else their letters may count.
_LETTERS = "abcdđeg"


def is_group(text: str) -> bool:
    """Say whether a text names a group of rows without any counter: «Khối trường học», «Đợt 1»."""
    line = line_of(text)
    if begins(line.spoken, _GROUPS) and not begins(line.spoken, _NO_GROUPS):
        return True
    numbered = begins(line.spoken, _NUMBERED_GROUPS)
    number = "".join(line.plain[numbered:][:1])
    return bool(numbered) and bool(_NUMBER.fullmatch(number))


def names_places(text: str) -> bool:
    """Say whether a text begins with the kind of a unit or of a group: «Huyện …», «Khối …»."""
    return bool(begins(line_of(text).plain, _PLACES))


def is_counted_group(text: str) -> bool:
    """Say whether a text is a group line with its counter or bullet: «A. Khối xã», «* Đợt 1»."""
    line = line_of(text)
    if line.bullet:
        return bool(line.plain) and not is_figure(line.body)
    if rest := bare_counter(line):
        return names_places(rest)
    if line.counter is Counter.ROMAN:
        # «X. Tân Lập» is a commune.
        return bool(line.plain) and (not line.text.startswith("x.") or names_places(line.body))
    if line.counter is Counter.LETTER:
        return line.text.lstrip("([").startswith(tuple(_LETTERS)) and _heads_words(line)
    return line.counter is Counter.NUMBER and is_group(text)


def heads_district(text: str) -> bool:
    """Say whether a text begins with the kind of a unit that has communes: «Huyện …», «TX. …»."""
    return bool(begins(line_of(text).plain, _DISTRICTS))


def _heads_words(line: Line) -> bool:
    """Say whether a letter counts what follows it: it is the first of «Đ/c An» and «B. Cầu»."""
    words = line.plain
    return names_places(line.body) or (len(words) > 1 and len(words[0]) > 1)
