"""Measures and writes `docs/benchmarks.md`.

Counts of API calls and ratios within one run; seconds are there to be compared with each other,
since machines differ.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from pathlib import Path

from tests.benchmarks import (
    assigning,
    assigning_large,
    forming,
    nights,
    overload,
    published,
    reading,
    serving,
    stability,
)
from tests.benchmarks.asked import Asked

REPORT = Path("docs/benchmarks.md")
TOP = "# Benchmarks\n\nWritten by `make bench`, on one machine.\n"
BENCHMARKS: Mapping[str, Callable[[Asked], Iterator[str]]] = {
    "nights": nights.report,
    "reading": reading.report,
    "serving": serving.report,
    "assigning": assigning.report,
    "forming": forming.report,
    "assigning_large": assigning_large.report,
    "overload": overload.report,
    "stability": stability.report,
    "published": published.report,
}


def main() -> None:
    """Run the benchmarks that are asked for; write their part of the report."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--brief", action="store_true", help="smallest cases; write nothing")
    parser.add_argument("--only", action="append", choices=list(BENCHMARKS), help="may be repeated")
    parser.add_argument("instances", nargs="?", type=Path, help="folder of published instances")
    given = parser.parse_args()
    asked = Asked(given.brief, given.instances)
    lines: list[str] = []
    # The nights log their counts; the report alone goes to standard output.
    with redirect_stdout(sys.stderr):
        for name in given.only or BENCHMARKS:
            lines += BENCHMARKS[name](asked)
    if not asked.brief:
        known = REPORT.read_text(encoding="utf-8") if REPORT.exists() else TOP
        REPORT.write_text(renewed(known, lines), encoding="utf-8")
    sys.stdout.write("\n".join(lines) + "\n")


def renewed(report: str, lines: Iterable[str]) -> str:
    """Return a report whose sections are replaced by those in these lines; new ones come last."""
    sections = _sections(report) | _sections("\n".join(lines))
    return "\n".join([TOP, *(f"## {title}\n{text}" for title, text in sections.items())])


def _sections(report: str) -> dict[str, str]:
    _, *parts = f"\n{report}".split("\n## ")
    return {title: f"\n{text.strip()}\n" for title, text in (part.split("\n", 1) for part in parts)}


if __name__ == "__main__":
    main()
