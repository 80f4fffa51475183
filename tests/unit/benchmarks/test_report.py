"""The report of the benchmarks is renewed section by section."""

from tests.benchmarks.__main__ import TOP, renewed

SECTIONS = ["## One", "", "a", "", "b", "", "## Two", "", "c", ""]


def test_a_first_report() -> None:
    """Without any section yet the report is its top and the new ones."""
    assert renewed(TOP, SECTIONS) == TOP + "\n" + "\n".join(SECTIONS)


def test_one_section_is_renewed() -> None:
    """A section that was measured again stands in its old place; the others stay."""
    report = renewed(renewed(TOP, SECTIONS), ["## One", "", "d", ""])

    assert report == TOP + "\n## One\n\nd\n\n## Two\n\nc\n"


def test_a_new_section_comes_last() -> None:
    """A section that the report did not have is added at its end."""
    report = renewed(TOP, SECTIONS)

    assert renewed(report, ["## Three", "", "e", ""]) == report + "\n## Three\n\ne\n"
