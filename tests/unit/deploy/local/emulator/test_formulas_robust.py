"""Whatever is typed as a formula, the answer is a value or one of Google's errors."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deploy.local.emulator.formulas.functions import google_functions
from tests.unit.deploy.local.emulator.conftest import Book

_CELLS = [["a", 5, True], ["đ", -0.5, None], ["=1/0", 45509, "2024-08-05"]]
_ARGUMENTS = ["1", '"đ"', "A1:C3", "{1,2;3,4}", "A9", "-2.5", "TRUE", "LAMBDA(x,x)", "1/0", ""]
_BROKEN = "The local server does not support this formula."


def _sentences(book: Book, formulas: list[str]) -> dict[str, str]:
    """Return the error sentence of each formula that is an error."""
    found = {}
    book.put("E1", [[formula] for formula in formulas])
    rows = book.cells("effectiveValue", ranges=f"E1:E{len(formulas)}")
    for formula, row in zip(formulas, rows, strict=False):
        cell = row.get("values", [{}])[0].get("effectiveValue", {})
        if "errorValue" in cell:
            found[formula] = cell["errorValue"]["message"]
    return found


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4])
def test_no_call_breaks(book: Book, count: int) -> None:
    """Every function of Google takes any arguments without failing inside the server."""
    book.put("A1", _CELLS)
    rotated = itertools.cycle(itertools.permutations(_ARGUMENTS, count))
    calls: list[str] = []
    for name in sorted(google_functions()):
        calls += [f"={name}({','.join(next(rotated))})" for _ in range(2)]
        calls.append(f"=ARRAYFORMULA({name}({','.join(next(rotated))}))")
    broken = [call for call, sentence in _sentences(book, calls).items() if sentence == _BROKEN]
    assert not broken


_NODES = st.recursive(
    st.sampled_from(_ARGUMENTS[:-1]),
    lambda inner: (
        st.tuples(inner, st.sampled_from(["+", "&", "=", "<", "/", "^", ":"]), inner).map("".join)
        | st.tuples(
            st.sampled_from(
                ["SUM", "IF", "INDEX", "FILTER", "SORT", "MAP", "TEXT", "ARRAYFORMULA"]
            ),
            st.lists(inner, max_size=3),
        ).map(lambda pair: f"{pair[0]}({','.join(pair[1])})")
    ),
    max_leaves=8,
)


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(_NODES | st.text("=()+-*/&,;:{}[]!$#'\"A1%.eđ ", max_size=15), min_size=1, max_size=4)
)
def test_no_formula_breaks(book: Book, bodies: list[str]) -> None:
    """Nested and broken formulas alike are computed or refused."""
    book.put("A1", _CELLS)
    assert _BROKEN not in _sentences(book, [f"={body}" for body in bodies]).values()
