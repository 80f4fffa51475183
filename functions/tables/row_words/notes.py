"""Remarks about a table: «Ghi chú: …», «(*) …», «Nguồn: …»."""

from __future__ import annotations

import re

from functions.tables.row_words.groups import is_group
from functions.tables.row_words.line import begins, line_of, plain_phrases

_NOTES = plain_phrases(
    *("ghi chú", "lưu ý", "chú thích", "chú ý", "nb", "ps", "p s", "số liệu"),
    *("giải thích", "đề nghị các đơn vị", "yêu cầu các đơn vị", "các đơn vị lưu ý", "cách ghi"),
    *("hướng dẫn ghi", "hướng dẫn điền"),
)
# In brackets it stands below a title.
_UP_TO = re.compile(r"tính đến (ngày|hết|nay).*")
_SOURCE = re.compile(r"[(\[]?(nguồn|nguon)(\s+\w+){0,2}\s*:.*")
_STARRED = re.compile(r"[(\[]\s*\*+\s*[)\]]\s*:?.*|\*{2,}\s*[^\s*].*|\*\s*:.*")
_FOOTNOTE = re.compile(r"[(\[](\d|[a-e])[)\]]\s*:?\s*(?=\D)\S.*")


def is_note(text: str) -> bool:
    """Say whether a text is a remark about the table: «Ghi chú: …», «(*) …», «Nguồn: …»."""
    line = line_of(text)
    if begins(line.plain, _NOTES):
        return True
    if any(each.fullmatch(line.text) for each in (_UP_TO, _STARRED, _SOURCE)):
        return True
    return bool(_FOOTNOTE.fullmatch(line.text)) and not is_group(line.body)
