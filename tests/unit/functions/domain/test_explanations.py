"""What a unit has explained, night after night."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest

from functions.domain.explanations import Explained, RowKey, Settled, settle
from functions.domain.findings import Finding, Place

ROW: RowKey = ("705", "needs", "NC-705-001")
OTHER: RowKey = ("706", "needs", "NC-706-004")
ERRORS = {"bad_phone"}


def finding(
    code: str = "approximate",
    value: str = "~200",
    *,
    row: RowKey = ROW,
    field: str = "sessions",
    subject: str = "",
) -> Finding:
    """Return a finding about one cell; without more words, a warning that may be explained."""
    return Finding(code, Place(*row, field), value, subject=subject)


def night(
    *findings: Finding,
    texts: Mapping[RowKey, str] | None = None,
    after: Settled | None = None,
) -> Settled:
    """Settle one night that follows `after`; without more words, the row is explained."""
    before = after.remembered if after else {}
    return settle(findings, {ROW: "đúng, vì ước tính"} if texts is None else texts, before, ERRORS)


def codes(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Return code and value of findings."""
    return [(each.code, each.value) for each in findings]


def test_an_explanation_silences_its_row() -> None:
    """The warnings of the row are explained, those of other rows are open as before."""
    mine, others = finding(), finding(row=("705", "needs", "NC-705-002"))
    found = night(mine, others)
    assert (found.explained, found.open) == ((mine,), (others,))


def test_the_same_id_in_another_tab_or_unit_is_another_row() -> None:
    """An explanation speaks for one row of one tab of one unit."""
    rows: list[RowKey] = [("705", "teams", ROW[2]), ("706", "needs", ROW[2])]
    assert night(*(finding(row=row) for row in rows)).explained == ()


def test_errors_are_never_silenced() -> None:
    """What keeps a row out must be mended, whatever is written beside it."""
    found = night(finding("bad_phone"), finding())
    assert codes(found.open) == [("bad_phone", "~200")]
    assert codes(found.explained) == [("approximate", "~200")]


@pytest.mark.parametrize("texts", [{}, {ROW: ""}])
def test_without_an_explanation_everything_is_open(texts: Mapping[RowKey, str]) -> None:
    """A row that says nothing explains nothing and is not remembered."""
    found = night(finding(), texts=texts)
    assert (found.explained, found.remembered) == ((), {})


def test_what_is_explained_stays_explained() -> None:
    """An unedited night says the same and remembers the same."""
    first = night(finding())
    again = night(finding(), after=first)
    assert again == first


def test_another_value_is_open_again() -> None:
    """The explanation was given for the value that stood there, and is valid for it again."""
    first = night(finding())
    changed = night(finding(value="~300"), after=first)
    assert codes(changed.open) == [("approximate", "~300")]
    assert codes(night(finding(), after=changed).explained) == [("approximate", "~200")]


def test_another_problem_of_the_row_is_open() -> None:
    """An old explanation does not speak of what came after it, in the same cell or another."""
    first = night(finding())
    later = (finding("us_thousands"), finding("approximate.first"), finding(field="beneficiaries"))
    assert night(finding(), *later, after=first).open == later


def test_an_explanation_given_ahead_covers_nothing_later() -> None:
    """What was written while nothing was wrong is no answer to what goes wrong afterwards."""
    quiet = night()
    assert quiet.remembered.keys() == {ROW}
    assert night(finding(), after=quiet).explained == ()


def test_another_explanation_speaks_of_what_stands_now() -> None:
    """A new text covers the new value, and the old value no longer."""
    first = night(finding())
    new = night(finding(value="~300"), texts={ROW: "đúng, vì đã đếm lại"}, after=first)
    assert codes(new.explained) == [("approximate", "~300")]
    back = night(finding(), texts={ROW: "đúng, vì đã đếm lại"}, after=new)
    assert back.explained == ()


def test_the_memory_outlives_the_finding() -> None:
    """A finding that is gone for a night is explained when it is back with the same value."""
    gone = night(after=night(finding()))
    assert codes(night(finding(), after=gone).explained) == [("approximate", "~200")]
    assert codes(night(finding(value="~300"), after=gone).open) == [("approximate", "~300")]


def test_a_row_that_was_not_read_forgets_nothing() -> None:
    """A tab that cannot be read tonight does not make tomorrow's explanation a new one."""
    first = night(finding())
    unread = night(texts={}, after=first)
    assert unread.remembered == first.remembered
    assert night(finding(value="~300"), after=unread).explained == ()


def test_an_explanation_that_is_deleted_is_forgotten() -> None:
    """The finding is open again, and the same words written once more are new words."""
    deleted = night(finding(), texts={ROW: ""}, after=night(finding()))
    assert (deleted.explained, deleted.remembered) == ((), {})
    assert codes(night(finding(value="~300"), after=deleted).explained) == [("approximate", "~300")]


def test_a_pair_is_explained_on_both_rows() -> None:
    """Whoever of the two units explains it, it is settled for both, and only between these two."""
    here = finding("same_report", "120", subject=OTHER[2])
    there = finding("same_report", "120", row=OTHER, subject=ROW[2])
    third = finding("same_report", "120", subject="NC-707-001")
    for row in (ROW, OTHER):
        found = night(here, there, texts={row: "đúng, vì hai đội cùng làm"})
        assert found.open == ()
        assert night(here, there, third, after=found, texts={row: "đúng, vì hai đội cùng làm"}) == (
            Settled((third,), (here, there), found.remembered)
        )


def test_a_pair_said_on_one_row_is_explained_on_either() -> None:
    """The finding stands on the lower row alone, the explanation on the upper one."""
    lower = finding("same_person", "An", row=OTHER, subject=ROW[2])
    assert night(lower).explained == (lower,)
    assert night(lower, texts={OTHER: "đúng, hai người"}).explained == (lower,)


@pytest.mark.parametrize("side", [0, 1])
def test_a_pair_is_open_on_both_rows_when_one_changes(side: int) -> None:
    """Where the two rows hold different values, the explanation is for both of them."""
    pair = [
        finding("same_person", "Trần Thị Bé", subject=OTHER[2]),
        finding("same_person", "Tran Thi Be", row=OTHER, subject=ROW[2]),
    ]
    first = night(*pair)
    assert first.open == ()
    pair[side] = replace(pair[side], value="Trần Thị Bê")
    assert night(*pair, after=first).explained == ()


def test_two_problems_of_one_pair_are_two() -> None:
    """One person less in both teams says nothing new of the other one."""

    def both(person: str) -> list[Finding]:
        return [
            finding("in_two_teams", person, subject=OTHER[2]),
            finding("in_two_teams", person, row=OTHER, subject=ROW[2]),
        ]

    first = night(*both("TNV-705-001"), *both("TNV-705-002"))
    assert night(*both("TNV-705-001"), after=first).open == ()
    assert len(night(*both("TNV-705-003"), after=first).open) == 2


def test_nothing_that_people_typed_can_be_read_from_the_memory() -> None:
    """The memory is short digests of the words and of what they cover."""
    found = night(finding(value="0912345678"), texts={ROW: "đúng, số của chị Bé"})
    remembered = found.remembered[ROW]
    assert isinstance(remembered, Explained)
    assert {len(each) for each in (remembered.words, *remembered.findings)} == {8}
    assert "0912345678" not in str(found.remembered)
