"""One change of the campaign in plain words, Vietnamese or English: «đội DH-703-02 nghỉ từ 10/8».

To add a kind of change: an entry in `KINDS`, its sentence and its example in the texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial

from rapidfuzz import fuzz, process

from functions.domain.records import Campaign, Window
from functions.domain.what_if import (
    Known,
    beds_counted,
    need_cancelled,
    need_moved,
    team_drops_out,
    team_only,
)
from functions.tables.converters.base import show_date
from functions.tables.converters.days import find_day
from functions.tables.converters.gazetteer import find, units_at
from functions.tables.folding import folded
from functions.tables.words import clean
from sheets_schema.model import Schema
from sheets_schema.unit_tree import Unit

_LISTED = 3


class NotUnderstoodError(ValueError):
    """A change says nothing that is known. The message is for whoever typed it, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Supposition:
    """A change as it was understood: in a sentence, and what it does."""

    sentence: str
    change: Callable[[Known], Known]


@dataclass(frozen=True, slots=True)
class _Said:
    """What the pieces of a form name."""

    team: str = ""
    need: str = ""
    commune: str = ""
    count: int = 0
    first: date = date.min
    last: date = date.max

    @property
    def window(self) -> Window:
        return Window(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change: the forms in which it is typed, and what it does.

    In a form, `{a|b c}` is one of several wordings, `[a|b c]` one or none of them, and words in
    capitals are the `_PIECES`. Its sentence stands in the texts under `what_if.CODE`, its examples
    under `what_if.CODE_form`.
    """

    code: str
    forms: tuple[str, ...]
    change: Callable[[Known, _Said], Known]


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
_GAP = r"[\s._–-]"
_PIECES = {
    "TEAM": rf"(?:(?:doi(?: hinh)?|team) )?(?P<team>dh{_GAP}*[0-9a-z]+{_GAP}+\d+)",
    "NEED": rf"(?:(?:nhu cau|need) )?(?P<need>nc{_GAP}*[0-9a-z]+{_GAP}+\d+)",
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
_CODE = re.compile(r"\b\d{5}\b")
_NUMBERED = re.compile(rf"(?:dh|nc){_GAP}*([0-9a-z]+){_GAP}+(\d+)")


def read_change(text: str, schema: Schema, campaign: Campaign) -> Supposition:
    """Return the change that a text names.

    Case, diacritics and blanks do not matter; a day without a year lies in the campaign.

    Raises:
        NotUnderstoodError: the text has none of the known forms, or names a team, a need, a
            commune or a day that there is not; the message says what may be typed.
    """
    typed = clean(_STOPS.sub(" ", text))
    names = _Names(schema, campaign)
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


def _applied(kind: Kind, said: _Said, known: Known) -> Known:
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


class _Names:
    """What the campaign calls its teams, needs and communes."""

    def __init__(self, schema: Schema, campaign: Campaign) -> None:
        self._schema = schema
        self._campaign = campaign
        self._teams = {each.id: each.name for each in campaign.teams}
        self._needs = {each.id: each.commune for each in campaign.needs}

    def read(self, parts: Mapping[str, str]) -> _Said:
        """Return what the typed parts name; raise NotUnderstoodError for what there is not."""
        said = _Said()
        for key, part in parts.items():
            match key:
                case "team":
                    said = replace(said, team=self._row("teams", part, self._teams))
                case "need":
                    said = replace(said, need=self._row("needs", part, self._needs))
                case "commune":
                    said = replace(said, commune=self._commune(part))
                case "count":
                    said = replace(said, count=int(part))
                case "first":
                    said = replace(said, first=self._day(part))
                case _:
                    said = replace(said, last=self._day(part))
        if said.last < said.first:
            raise self._refusal("end_first", first=show_date(said.first), last=show_date(said.last))
        return said

    def words(self, said: _Said) -> dict[str, object]:
        """Return how a sentence puts what was named."""
        place = self._campaign.localities.get(said.commune or self._needs.get(said.need, ""))
        return {
            "team": f"{said.team} ({self._teams.get(said.team, '')})",
            "need": said.need,
            "commune": place.full_name if place else "",
            "count": said.count,
            "first": show_date(said.first),
            "last": show_date(said.last),
        }

    def _row(self, table: str, part: str, known: Collection[str]) -> str:
        unit, number = _NUMBERED.fullmatch(folded(part)).groups()  # type: ignore[union-attr]
        row_id = self._schema.table("unit", table).row_id(unit.upper(), int(number))
        if row_id not in known:
            raise self._unknown(f"unknown_{table}", row_id, known)
        return row_id

    def _commune(self, part: str) -> str:
        day = self._campaign.settings.window.first
        code = _CODE.search(part)
        units = find(self._schema, day, "commune", code[0] if code else part).units
        asking = set(self._needs.values())
        units = tuple(each for each in units if each.code in asking) or units
        if not units:
            names = [self._named(each, day) for each in units_at(self._schema, day, "commune")]
            raise self._unknown("unknown_commune", part, names)
        if len(units) > 1:
            near = _listed(self._named(each, day) for each in units)
            raise self._refusal("ambiguous_commune", text=part, near=near)
        return units[0].code

    def _named(self, commune: Unit, day: date) -> str:
        parent = self._schema.units.get(commune.parent, day)
        return f"{commune.full_name}, {parent.full_name if parent else ''} ({commune.code})"

    def _day(self, part: str) -> date:
        campaign = self._campaign.settings.window
        found = find_day(part, campaign)
        if found is None or not campaign.first.year <= found.day.year <= campaign.last.year:
            raise self._refusal("bad_day", text=part)
        return found.day

    def _unknown(self, problem: str, text: str, known: Collection[str]) -> NotUnderstoodError:
        near = process.extract(text, sorted(known), scorer=fuzz.ratio, limit=_LISTED)
        return self._refusal(problem, text=text, near=_listed(name for name, _, _ in near))

    def _refusal(self, problem: str, **words: str) -> NotUnderstoodError:
        return NotUnderstoodError(self._schema.text(f"what_if.{problem}", **words))


def _listed(names: Iterable[str]) -> str:
    return "; ".join(names)
