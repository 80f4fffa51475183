"""Twenty workbooks in which everything is right, in whatever way it was typed."""

from collections import Counter

from tests.corpus.judging import miscounted, misread
from tests.corpus.reading import Reading, drafts, read

UNITS = 20


def read_all() -> Reading:
    """Read the clean campaign from its workbooks."""
    return read({unit: each.workbook() for unit, each in drafts().items()})


def test_of_the_clean_campaign_nothing_is_said() -> None:
    """Reading and checking twenty clean workbooks together gives no finding, not even a hint."""
    assert len(drafts()) == UNITS
    assert read_all().findings == ()


def test_every_clean_cell_is_read_as_it_is_meant() -> None:
    """Every row of every workbook is accepted, and each of its cells means what was meant."""
    reading = read_all()
    for draft in drafts().values():
        assert [*misread(draft, reading), *miscounted(draft, reading)] == []


def test_the_clean_workbooks_differ() -> None:
    """The workbooks differ in their rows, and one meaning is typed in many ways."""
    reading = read_all()
    sizes = Counter(
        tuple(len(sheet.rows) for sheet in each.sheets.values()) for each in drafts().values()
    )
    assert len(sizes) > UNITS // 2
    meant: dict[tuple[str, str, object], set[object]] = {}
    for draft in drafts().values():
        for sheet in draft.sheets.values():
            for line in sheet.rows:
                for name, value in line.meaning.items():
                    cell = sheet.cell(line, name)
                    meant.setdefault((sheet.table.name, name, value), set()).add(cell)
    assert max(map(len, meant.values())) > 8
    assert len(reading.accepted.declared) == 3


def test_reading_is_pure() -> None:
    """The same workbooks are read the same, twice and in another order."""
    first, second = read_all(), read_all()
    backwards = read(
        {unit: each.workbook() for unit, each in sorted(drafts().items(), reverse=True)}
    )
    for again in (second, backwards):
        for key, one in first.readings.items():
            assert again.readings[key].rows == one.rows
            assert again.readings[key].kinds == one.kinds
        assert again.findings == first.findings
