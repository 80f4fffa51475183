"""Which findings a unit has explained («đúng, vì …»), and what has to be remembered of it.

An explanation silences the warnings and hints of its row that stand on the night when it is first
read: nothing else, however long it stays. So a value that changes is open again, and so is a new
problem under an old explanation, until somebody writes another one. Errors are never silenced.

What stands between two rows is explained on both as soon as it is on one of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from functions.domain.findings import Finding

RowKey = tuple[str, str, str]
"""The unit, the table and the id of a row."""

_DIGEST_CHARACTERS = 8


@dataclass(frozen=True, slots=True)
class Explained:
    """What one explanation is about, in digests: its text, and the findings that it covers."""

    words: str
    findings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Settled:
    """The findings of a night parted in two, and the explanations to remember by row."""

    open: tuple[Finding, ...]
    explained: tuple[Finding, ...]
    remembered: Mapping[RowKey, Explained]


def settle(
    findings: Iterable[Finding],
    texts: Mapping[RowKey, str],
    before: Mapping[RowKey, Explained],
    errors: Container[str],
) -> Settled:
    """Part the findings into those that are open and those that are explained.

    `texts` holds the explanation of every row that was read, empty where there is none; a row that
    is not there was not read tonight and forgets nothing. `errors` are the codes that no
    explanation silences, `before` is what was remembered last night.
    """
    findings = tuple(findings)
    digests = _digests(findings)
    rows = _rows_of(findings, texts)
    silenced = [each.code not in errors for each in findings]
    covered: dict[RowKey, set[str]] = {}
    for mine, digest, may in zip(rows, digests, silenced, strict=True):
        for row in mine if may else ():
            covered.setdefault(row, set()).add(digest)
    remembered = _remembered(texts, before, covered)
    explained = [
        may and any(digest in remembered[row].findings for row in mine)
        for mine, digest, may in zip(rows, digests, silenced, strict=True)
    ]
    pairs = tuple(zip(findings, explained, strict=True))
    return Settled(
        open=tuple(each for each, is_explained in pairs if not is_explained),
        explained=tuple(each for each, is_explained in pairs if is_explained),
        remembered=remembered,
    )


def _remembered(
    texts: Mapping[RowKey, str],
    before: Mapping[RowKey, Explained],
    covered: Mapping[RowKey, Iterable[str]],
) -> dict[RowKey, Explained]:
    remembered = {row: each for row, each in before.items() if texts.get(row, "unread")}
    for row, text in texts.items():
        words = _digest(text)
        if text and (row not in remembered or remembered[row].words != words):
            remembered[row] = Explained(words, frozenset(covered.get(row, ())))
    return remembered


def _rows_of(findings: Sequence[Finding], texts: Mapping[RowKey, str]) -> list[list[RowKey]]:
    """Return for each finding the rows with an explanation that may speak of it."""
    by_id: dict[str, list[RowKey]] = {}
    for row, text in texts.items():
        if text:
            by_id.setdefault(row[2], []).append(row)
    found = []
    for each in findings:
        own = (each.place.unit, each.place.table, each.place.row_id)
        other = by_id.get(each.subject, []) if each.subject else []
        found.append([own, *other] if texts.get(own) else other)
    return found


def _digests(findings: Sequence[Finding]) -> list[str]:
    """Return a digest of what each finding is about; the two sides of a pair share theirs.

    Where the two rows of a pair hold different values, both belong to it.
    """
    values: dict[tuple[str, str, str], set[str]] = {}
    for each in findings:
        values.setdefault((each.code, each.place.row_id, each.subject), set()).add(each.value)
    digests = []
    for each in findings:
        mirrored = (each.code, each.subject, each.place.row_id)
        others = values.get(mirrored, set()) if each.subject else set()
        stands = {each.value} if each.value in others else {each.value, *others}
        rows = sorted((each.place.row_id, each.subject))
        digests.append(_digest(each.place.field, each.code, *rows, *sorted(stands)))
    return digests


def _digest(*words: str) -> str:
    """Return a few characters that stand for words without repeating them."""
    whole = "\x1f".join(words).encode()
    return hashlib.sha256(whole).hexdigest()[:_DIGEST_CHARACTERS]
