"""Decisions: computed only where they lead."""

from typing import TYPE_CHECKING

from deploy.local.emulator.formulas.applying import NO_VALUE
from deploy.local.emulator.formulas.coercion import Parameter, to_boolean
from deploy.local.emulator.formulas.comparing import alike
from deploy.local.emulator.formulas.library.failing import fail, not_available
from deploy.local.emulator.formulas.outcomes import ErrorValue
from deploy.local.emulator.formulas.registry import Definition, function
from deploy.local.emulator.formulas.syntax import Node
from deploy.local.emulator.formulas.values import Area, Arg, Array, Failed, Value, plain

if TYPE_CHECKING:
    from deploy.local.emulator.formulas.machine import Site

_NO_MATCH = ErrorValue("N_A", "No match.")


def _whole(site: "Site", given: Arg) -> bool:
    """Say whether a condition is an array that has to be decided cell by cell."""
    many = isinstance(given, Area | Array) and given.height * given.width > 1
    return many and site.scope.arrays


def _one(site: "Site", given: Arg) -> Value:
    found = site.apply(_ITSELF, [given])
    return plain(found)


_ITSELF = Definition("VALUE", lambda value: value, "e", 1, 1)


def _spread(site: "Site", run: "object", letters: str, given: list[Arg], repeat: int = 0) -> Arg:
    definition = Definition(site.name, run, letters, 0, None, repeat)  # type: ignore[arg-type]
    return site.apply(definition, given)


@function("IF", "bss", least=2, lazy=True)
def _if(site: "Site", test: Node, *branches: Node) -> Arg:
    condition = site.value(test)
    if _whole(site, condition):
        return _spread(site, _either, "bee", [condition, *(site.value(one) for one in branches)])
    if to_boolean(_one(site, condition), Parameter("IF", 1)):
        return site.value(branches[0])
    return site.value(branches[1]) if len(branches) > 1 else False


def _either(condition: bool, yes: Value, no: Value = False) -> Value:  # noqa: FBT001, FBT002
    return yes if condition else no


@function("IFERROR", "ee", least=1, lazy=True)
def _if_error(site: "Site", tried: Node, otherwise: Node | None = None) -> Arg:
    return _instead(site, tried, otherwise, only=None)


@function("IFNA", "ee", least=1, lazy=True)
def _if_not_available(site: "Site", tried: Node, otherwise: Node | None = None) -> Arg:
    return _instead(site, tried, otherwise, only="N_A")


def _instead(site: "Site", tried: Node, otherwise: Node | None, only: str | None) -> Arg:
    def bad(value: Arg) -> bool:
        return isinstance(value, ErrorValue) and only in (None, value.type)

    def mended(value: Value, other: Value = None) -> Value:
        return other if bad(value) else value

    given = site.value(tried)
    if isinstance(given, Area | Array) and given.height * given.width > 1:
        if not any(bad(value) for value in given.flat()):
            return given
        other = None if otherwise is None else site.value(otherwise)
        return _spread(site.arrayed(), mended, "ee", [given, other])
    value = plain(given) if isinstance(given, Area | Array) else given
    if not bad(value):
        return given
    return None if otherwise is None else site.value(otherwise)


@function("IFS", "bs", repeat=2, lazy=True)
def _ifs(site: "Site", *nodes: Node) -> Arg:
    if len(nodes) % 2:
        not_available("Wrong number of arguments to IFS. Expected pairs.")
    first = site.value(nodes[0])
    if _whole(site, first):
        given = [first, *(site.value(node) for node in nodes[1:])]
        return _spread(site, _first_true, "ee", given, repeat=2)
    for place in range(0, len(nodes), 2):
        condition = first if place == 0 else site.value(nodes[place])
        if to_boolean(_one(site, condition), Parameter("IFS", place + 1)):
            return site.value(nodes[place + 1])
    return _NO_MATCH


def _first_true(*values: Value) -> Value:
    for place in range(0, len(values), 2):
        if to_boolean(values[place], Parameter("IFS", place + 1)):
            return values[place + 1]
    return _NO_MATCH


@function("SWITCH", "sss", repeat=2, lazy=True)
def _switch(site: "Site", node: Node, *cases: Node) -> Arg:
    given = site.value(node)
    if _whole(site, given):
        values = [given, *(site.value(case) for case in cases)]
        return _spread(site, _matching, "eee", values, repeat=2)
    wanted = _one(site, given)
    for place in range(0, len(cases) - 1, 2):
        if alike(wanted, _one(site, site.value(cases[place]))):
            return site.value(cases[place + 1])
    return site.value(cases[-1]) if len(cases) % 2 else _NO_MATCH


def _matching(wanted: Value, *cases: Value) -> Value:
    for place in range(0, len(cases) - 1, 2):
        if alike(wanted, cases[place]):
            return cases[place + 1]
    return cases[-1] if len(cases) % 2 else _NO_MATCH


@function("CHOOSE", "is", repeat=1, lazy=True)
def _choose(site: "Site", node: Node, *choices: Node) -> Arg:
    given = site.value(node)
    if _whole(site, given):
        values = [given, *(site.value(choice) for choice in choices)]
        return _spread(site, _chosen, "ie", values, repeat=1)
    place = site.apply(Definition("CHOOSE", lambda number: number, "i", 1, 1), [given])
    if not isinstance(place, int):
        return place
    return site.value(choices[_checked(place, len(choices))])


def _chosen(place: int, *choices: Value) -> Value:
    return choices[_checked(place, len(choices))]


def _checked(place: int, most: int) -> int:
    if not 1 <= place <= most:
        fail(
            "NUM",
            f"Function CHOOSE parameter 1 value is {place}. "
            f"Valid values are between 1 and {most} inclusive.",
        )
    return place - 1


def _truths(site: "Site", given: tuple[Arg, ...]) -> list[bool]:
    found: list[bool] = []
    for place, part in enumerate(given, 1):
        if not isinstance(part, Area | Array):
            found.append(to_boolean(plain(part), Parameter(site.name, place)))
            continue
        for value in part.flat():
            if isinstance(value, ErrorValue):
                raise Failed(value)
            if value is not None and not isinstance(value, str):
                found.append(bool(value))
    if not found:
        raise Failed(NO_VALUE)
    return found


@function("AND", "r", repeat=1, bound=True)
def _and(site: "Site", *given: Arg) -> bool:
    return all(_truths(site, given))


@function("OR", "r", repeat=1, bound=True)
def _or(site: "Site", *given: Arg) -> bool:
    return any(_truths(site, given))


@function("XOR", "r", repeat=1, bound=True)
def _xor(site: "Site", *given: Arg) -> bool:
    return sum(_truths(site, given)) % 2 == 1


@function("NOT", "b")
def _not(value: bool) -> bool:  # noqa: FBT001 - arguments of a formula have no names
    return not value


@function("TRUE", "")
def _true() -> bool:
    return True


@function("FALSE", "")
def _false() -> bool:
    return False


@function("ARRAYFORMULA", "r", lazy=True)
def _array_formula(site: "Site", node: Node) -> Arg:
    return site.arrayed().value(node)
