"""What the words of a row say that it is: one rule for each kind of line on a form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from functions.domain.workbook import Cell
from functions.tables.row_words.groups import (
    heads_district,
    is_counted_group,
    is_group,
    names_places,
)
from functions.tables.row_words.line import Counter, counter_of, is_figure, line_of
from functions.tables.row_words.notes import is_note
from functions.tables.row_words.signatures import is_office, is_signature
from functions.tables.row_words.sums import Sum, sum_of
from functions.tables.row_words.titles import is_letterhead, is_title, opens_a_page

_MOST_IN_LETTERHEAD = 3
_SHORT_SUM = 6
_SHORT_WHOLE = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A row by what its cells are. `counter` stands in the first column, `texts` are no figures."""

    counter: Counter
    texts: tuple[str, ...]
    lead_column: int
    has_figures: bool
    full: bool

    @property
    def lead(self) -> str:
        """The first text."""
        return self.texts[0]

    @property
    def is_line(self) -> bool:
        """Whether one text is all that was written, a counter before it apart."""
        return len(self.texts) == 1 and not self.has_figures

    @property
    def is_numbered(self) -> bool:
        """Whether the row has a number, which layout rarely has."""
        return self.counter is Counter.NUMBER


def take_apart(filled: Sequence[tuple[int, Cell]], *, full: bool) -> Row:
    """Take filled cells, given with their columns, apart; `full` says that no cell is empty."""
    column, first = filled[0]
    counter = counter_of(first) if column == 0 and len(filled) > 1 else Counter.NONE
    rest = filled if counter is Counter.NONE else filled[1:]
    texts = [(at, cell) for at, cell in rest if isinstance(cell, str) and not is_figure(cell)]
    return Row(
        counter=counter,
        texts=tuple(cell for _, cell in texts),
        lead_column=texts[0][0] if texts else 0,
        has_figures=len(texts) < len(rest),
        full=full,
    )


def reads_as_note(row: Row) -> bool:
    """Say whether a row is a remark about the table."""
    if row.has_figures or not is_note(row.lead):
        return False
    return row.is_line or row.lead.rstrip().endswith(":")


def reads_as_title(row: Row) -> bool:
    """Say whether a row belongs to the head of a document or to a title."""
    if row.has_figures:
        return False
    if any(is_letterhead(each) for each in row.texts):
        return len(row.texts) <= _MOST_IN_LETTERHEAD
    if row.is_numbered:
        return False
    if not row.is_line:
        # Number and date of a document stand side by side.
        return is_title(row.lead) and all(
            is_title(each) or is_signature(each) for each in row.texts
        )
    return is_title(row.lead) or (row.lead_column == 0 and opens_a_page(row.lead))


def reads_as_subtotal(row: Row) -> bool:
    """Say whether a row sums others up."""
    others = len(row.texts) - 1
    words = len(line_of(row.lead).plain)
    named = sum_of(row.lead)
    if named is Sum.WITH_FIGURES:
        return not others and row.has_figures and not row.is_numbered
    if named is Sum.BARE:
        return True
    if named is Sum.YES:
        return not others or (others == 1 and words <= _SHORT_SUM)
    if named is Sum.MAYBE:
        # «3 | Toàn huyện ra quân | 120» is somebody's third activity.
        answer = row.is_numbered and (row.full or words > _SHORT_WHOLE)
        return not others and not answer
    if others == 1:
        return not row.is_numbered and sum_of(row.texts[1]) is Sum.BARE
    return not others and row.has_figures and _heads_places(row)


def _heads_places(row: Row) -> bool:
    """Say whether a row counts units as no data row does: `I | Huyện Tân Biên`."""
    counters = (row.counter, line_of(row.lead).counter)
    counted = Counter.ROMAN in counters or Counter.LETTER in counters
    return counted and names_places(row.lead)


def reads_as_signature(row: Row) -> bool:
    """Say whether a row belongs to the foot of a document."""
    if row.has_figures:
        return False
    signed = [is_signature(each) for each in row.texts]
    offices = [is_office(each) for each in row.texts]
    if not all(any(each) for each in zip(signed, offices, strict=True)):
        return False
    return any(signed) or not row.is_numbered


def reads_as_section(row: Row) -> bool:
    """Say whether a row heads a group of rows."""
    if not row.is_line:
        return False
    if row.counter in (Counter.ROMAN, Counter.LETTER):
        return True
    if row.is_numbered:
        line = line_of(row.lead)
        return line.counter in (Counter.ROMAN, Counter.LETTER) and is_counted_group(row.lead)
    at_edge = row.lead_column == 0 and heads_district(row.lead)
    return at_edge or is_counted_group(row.lead) or is_group(row.lead)
