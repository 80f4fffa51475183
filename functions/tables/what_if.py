"""One change of the campaign in plain words, Vietnamese or English: «đội DH-703-02 nghỉ từ 10/8».

To add a kind of change: an entry in `KINDS`, its sentence and its example in the texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

from functions.domain.records import Campaign
from functions.domain.what_if import (
    Known,
    beds_counted,
    need_cancelled,
    need_moved,
    team_drops_out,
    team_only,
)
from functions.tables.folding import folded
from functions.tables.what_if_names import GAP, Names, NotUnderstoodError, Said
from functions.tables.words import clean
from sheets_schema.model import Schema


@dataclass(frozen=True, slots=True)
class Supposition:
    """A change as it was understood: in a sentence, and what it does."""

    sentence: str
    change: Callable[[Known], Known]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change: the forms in which it is typed, and what it does.

    In a form, `{a|b c}` is one of several wordings, `[a|b c]` one or none of them, and words in
    capitals are the `_PIECES`. Its sentence stands in the texts under `what_if.CODE`, its examples
    under `what_if.CODE_form`.
    """

    code: str
    forms: tuple[str, ...]
    change: Callable[[Known, Said], Known]


KINDS = (
    Kind(
        "team_drops_out",
        (
            "TEAM [xin|bị|sẽ|phải] {nghỉ|rút|dừng|ngừng|không đi được} [hẳn|nữa] [FROM] FIRST [ON]",
            "[FROM] FIRST TEAM [xin|bị|sẽ|phải] {nghỉ|rút|dừng|ngừng|không đi được} [hẳn|nữa]",
            "TEAM {drops out|drop out|dropped out|leaves|stops|is out} [FROM] FIRST [ON]",
        ),
        lambda known, said: team_drops_out(known, said.team, said.first),
    ),
    Kind(
        "team_only",
        (
            "TEAM [chỉ] [còn] [đi|đi được|rảnh|hoạt động] [FROM] FIRST TO LAST",
            "TEAM [is] [only] [goes|available|free] [only] [FROM] FIRST TO LAST",
        ),
        lambda known, said: team_only(known, said.team, said.window),
    ),
    Kind(
        "need_cancelled",
        (
            "NEED [bị|đã|xin|được] {hủy|hủy bỏ|rút|thôi|không cần nữa|không còn}",
            "{hủy|rút|cancel} NEED",
            "NEED [is|was] {cancelled|canceled|withdrawn|gone}",
        ),
        lambda known, said: need_cancelled(known, said.need),
    ),
    Kind(
        "need_moved",
        (
            "NEED [đổi|chuyển|lùi|dời] [ngày|lịch|thời gian] [sang|thành] [FROM] FIRST TO LAST",
            "NEED [is] [now|moved|moves] [FROM] FIRST TO LAST",
        ),
        lambda known, said: need_moved(known, said.need, said.window),
    ),
    Kind(
        "beds_counted",
        (
            "COMMUNE [chỉ] {có|còn} [đủ] COUNT {chỗ nghỉ|chỗ ở|chỗ ngủ|chỗ|giường}",
            "COMMUNE [only] has [only] COUNT {beds|bed|places|place}",
        ),
        lambda known, said: beds_counted(known, said.commune, said.count),
    ),
)

_DAY = r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?"
_PIECES = {
    "TEAM": rf"(?:(?:doi(?: hinh)?|team) )?(?P<team>dh{GAP}*[0-9a-z]+{GAP}+\d+)",
    "NEED": rf"(?:(?:nhu cau|need) )?(?P<need>nc{GAP}*[0-9a-z]+{GAP}+\d+)",
    "COMMUNE": r"(?:(?:commune|ward) )?(?P<commune>.+?)",
    "COUNT": r"(?P<count>[1-9]\d{0,3})",
    "FIRST": rf"(?P<first>{_DAY})",
    "LAST": rf"(?P<last>{_DAY})",
    "FROM": r"(?:(?:ke )?tu(?: ngay)?|(?:vao )?ngay|vao|from|on|as of)",
    "TO": r"(?:den(?: het)?(?: ngay)?|toi(?: ngay)?|to|until|-|–)",
    "ON": r"(?:tro di|on|onwards)",
}
_STOPS = re.compile(r"[,:;!?«»\"]|\.(?!\d)")
_TOKEN = re.compile(r"\[[^]]*\]|\{[^}]*\}|\S+")


def read_change(text: str, schema: Schema, campaign: Campaign) -> Supposition:
    """Return the change that a text names.

    Case, diacritics and blanks do not matter; a day without a year lies in the campaign.

    Raises:
        NotUnderstoodError: the text has none of the known forms, or names a team, a need, a
            commune or a day that there is not; the message says what may be typed.
    """
    typed = clean(_STOPS.sub(" ", text))
    names = Names(schema, campaign)
    for kind in KINDS:
        for form in kind.forms:
            if match := _compiled(form).fullmatch(folded(typed)):
                said = names.read(
                    {key: typed[slice(*match.span(key))] for key in match.groupdict()}
                )
                sentence = schema.text(f"what_if.{kind.code}", **names.words(said))
                return Supposition(sentence, partial(_applied, kind, said))
    lines = [schema.text("what_if.not_understood", text=typed)]
    lines += [schema.text(f"what_if.{kind.code}_form") for kind in KINDS]
    raise NotUnderstoodError("\n".join(lines))


def _applied(kind: Kind, said: Said, known: Known) -> Known:
    return kind.change(known, said)


@lru_cache(maxsize=64)
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile("".join(map(_expression, _TOKEN.findall(form))))


def _expression(token: str) -> str:
    """Return the expression for one token of a form and the blanks behind it."""
    words = token.strip("[]{}").split("|")
    one = "|".join(_PIECES.get(word) or re.escape(folded(word)) for word in words)
    # A word ends where it ends; a dash needs no blank behind it.
    whole = rf"(?:{one})(?:\b|(?<=\W))\s*"
    return f"(?:{whole})?" if token.startswith("[") else whole
