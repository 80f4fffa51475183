"""Who has agreed, who is a child, and who is there twice."""

from __future__ import annotations

from functions.domain.workbook import Cell
from tests.corpus.damages.base import Expected, Findings, damage, damage_of, meant
from tests.corpus.sheets import Draft, Line, Sheet


def _secret(draft: Draft, line: Line) -> None:
    """Let nobody read in a finding who this is."""
    draft.secrets += [str(line.meaning["full_name"]), str(line.meaning["phone"])]


def _refused(draft: Draft, cell: Cell) -> Findings:
    """Refuse the consent of the last volunteer, whose row has other faults too."""
    sheet, line = draft["volunteers"], draft["volunteers"].last
    _secret(draft, line)
    sheet.type(line, "consent", cell)
    sheet.type(line, "phone", "091234567")
    sheet.type(line, "note", "CCCD 072204001234")
    draft.secrets += ["091234567", "072204001234"]
    return [Expected("no_consent", sheet, line, "consent")]


@damage
def consent_refused(draft: Draft) -> Findings:
    """A person has not agreed: of whatever else is wrong with the row, nothing is said."""
    return _refused(draft, "Không")


@damage
def consent_left_out(draft: Draft) -> Findings:
    """A person's consent is left empty: silence is none."""
    return _refused(draft, None)


@damage
def consent_unclear(draft: Draft) -> Findings:
    """«đang xin» stands for a person's consent: that is none yet."""
    return _refused(draft, "đang xin")


@damage
def child_without_guardian(draft: Draft) -> Findings:
    """A child's guardian has not agreed."""
    sheet, line = draft["volunteers"], draft["volunteers"].last
    _secret(draft, line)
    sheet.type(line, "birth_year", 2010)
    return [Expected("no_guardian_consent", sheet, line, "guardian_consent")]


@damage
def child_with_guardian(draft: Draft) -> Findings:
    """A child's guardian has agreed: there is nothing more to ask."""
    sheet, line = draft["volunteers"], draft["volunteers"].last
    sheet.mean(line, "guardian_consent", "Có", True)  # noqa: FBT003 - the meaning of a cell
    return meant(sheet, line, "birth_year", 2010, 2010)


@damage
def maybe_a_child(draft: Draft) -> Findings:
    """A person may have been a child at the time of the campaign."""
    sheet = draft["volunteers"]
    return meant(sheet, sheet.last, "birth_year", "2008", 2008, "may_be_under_16")


def _twice(sheet: Sheet, line: Line, row_id: str) -> Line:
    """Add a row for the person of another row."""
    again = sheet.last.copy()
    again.row_id = row_id
    sheet.type(again, "volunteer_id", row_id)
    name = str(line.meaning["full_name"])
    sheet.mean(again, "full_name", name.upper(), name)
    sheet.mean(again, "phone", str(line.meaning["phone"]), line.meaning["phone"])
    sheet.below(sheet.last, again)
    return again


@damage
def one_person_twice(draft: Draft) -> Findings:
    """A person is in two rows of a unit."""
    sheet = draft["volunteers"]
    line = sheet.last
    again = _twice(sheet, line, f"TNV-{draft.unit}-079")
    return [Expected("same_person", sheet, each, "full_name") for each in (line, again)]


@damage
def one_person_in_two_units(draft: Draft) -> Findings:
    """A person is in the rows of two units, neither of which learns more of the other's row."""
    sheet, other = draft["volunteers"], draft.others["709"]["volunteers"]
    draft.secrets.append(str(other.last.meaning["phone"]))
    again = _twice(sheet, other.last, f"TNV-{draft.unit}-079")
    return [
        Expected("same_person", sheet, again, "full_name"),
        Expected("same_person", other, other.last, "full_name"),
    ]


@damage_of("705")
def one_phone_two_people(draft: Draft) -> Findings:
    """Two people have one telephone number."""
    sheet = draft["volunteers"]
    before, line = sheet.rows[-2:]
    phone = str(before.meaning["phone"])
    draft.secrets.append(phone)
    sheet.mean(line, "phone", phone, phone)
    return [Expected("shared_phone", sheet, each, "phone") for each in (before, line)]
