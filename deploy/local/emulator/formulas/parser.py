"""Builds the tree of one of Google's formulas."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from deploy.local.emulator import a1
from deploy.local.emulator.formulas.outcomes import (
    BY_NAME,
    PARSE_ERROR,
    ErrorValue,
    unsupported,
)
from deploy.local.emulator.formulas.syntax import (
    Applied,
    Braces,
    Call,
    Literal,
    Name,
    Node,
    Ref,
)
from deploy.local.emulator.formulas.tokens import Token, tokenize
from deploy.local.emulator.formulas.values import Failed

UNCERTAIN: Final = (
    (
        "Powers are computed from left to right (2^3^2 is 64) and the sign binds tighter than a"
        " power (-2^2 is 4), as in other spreadsheets."
    ),
)
_LEVELS: tuple[dict[str, str], ...] = (
    {"=": "EQ", "<>": "NE", "<": "LT", "<=": "LTE", ">": "GT", ">=": "GTE"},
    {"&": "CONCAT"},
    {"+": "ADD", "-": "MINUS"},
    {"*": "MULTIPLY", "/": "DIVIDE"},
    {"^": "POW"},
)
_OPERATORS = {
    mark: (level, name) for level, names in enumerate(_LEVELS) for mark, name in names.items()
}
_DEEPEST = 60
_END = Token("end", "")


@lru_cache(maxsize=20_000)
def parse(formula: str, decimal: str) -> Node:
    """Return the tree of ``formula`` (equals sign included).

    Raises:
        Failed: when Google would not take the formula.
    """
    tokens = tokenize(formula.removeprefix("="), decimal)
    parser = _Parser([token for token in tokens if token.kind != "space"], decimal)
    node = parser.expression()
    parser.expect("end")
    return node


class _Parser:
    def __init__(self, tokens: list[Token], decimal: str) -> None:
        self._tokens = tokens
        self._decimal = decimal
        self._at = 0
        self._depth = 0
        column = "\\" if decimal == "," else ","
        self._column_marks = (column,)
        self._argument_marks = (";",) if decimal == "," else (",", ";")

    def expression(self) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Failed(unsupported("formulas nested this deeply"))
        node = self._binary(0)
        self._depth -= 1
        return node

    def expect(self, kind: str) -> None:
        if self._next().kind != kind:
            raise Failed(PARSE_ERROR)
        self._at += 1

    def _next(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else _END

    def _take(self) -> Token:
        token = self._next()
        self._at += 1
        return token

    def _binary(self, least: int) -> Node:
        left = self._signed()
        while self._next().kind == "operator" and self._next().text in _OPERATORS:
            level, name = _OPERATORS[self._next().text]
            if level < least:
                break
            self._at += 1
            left = Call(name, (left, self._binary(level + 1)))
        return left

    def _signed(self) -> Node:
        signs = []
        while self._next().kind == "operator" and self._next().text in "+-":
            signs.append("UMINUS" if self._take().text == "-" else "UPLUS")
        node = self._followed()
        for name in reversed(signs):
            node = Call(name, (node,))
        return node

    def _followed(self) -> Node:
        """Read an operand and what binds tightest behind it: brackets, ranges, percent signs."""
        node = self._atom()
        while True:
            token = self._next()
            if token.text == "(" and token.kind == "open":
                self._at += 1
                node = Applied(node, self._arguments())
            elif token.kind == "colon":
                self._at += 1
                node = Call(":", (node, self._atom()))
            elif token.text == "%":
                self._at += 1
                node = Call("UNARY_PERCENT", (node,))
            else:
                return node

    def _atom(self) -> Node:
        token = self._take()
        makers: dict[str, Callable[[Token], Node]] = {
            "number": self._number,
            "text": lambda found: Literal(found.text[1:-1].replace('""', '"')),
            "ref": self._reference,
            "function": self._call,
            "name": self._name,
            "error": self._error,
            "open": self._opened,
        }
        maker = makers.get(token.kind)
        if maker is None:
            raise Failed(PARSE_ERROR)
        return maker(token)

    def _number(self, token: Token) -> Node:
        if self._next().kind == "number":
            raise Failed(PARSE_ERROR)
        number = float(token.text.replace(self._decimal, "."))
        if number == float("inf"):
            raise Failed(ErrorValue("NUM", "Numeric value is out of range."))
        return Literal(int(number) if number.is_integer() and abs(number) < 2**53 else number)

    def _reference(self, token: Token) -> Node:
        corners = a1.parse_cells(token.cells)
        if corners is None:
            raise Failed(PARSE_ERROR)
        return Ref(token.sheet, corners)

    def _name(self, token: Token) -> Node:
        upper = token.text.upper()
        if self._next().text == "[":
            raise Failed(unsupported("references to tables"))
        return Literal(upper == "TRUE") if upper in ("TRUE", "FALSE") else Name(token.text)

    def _error(self, token: Token) -> Node:
        return Literal(BY_NAME["#" + token.text.rpartition("#")[2].upper()])

    def _call(self, token: Token) -> Node:
        self.expect("open")
        return Call(token.text.upper(), self._arguments())

    def _opened(self, token: Token) -> Node:
        if token.text == "{":
            return self._braces()
        node = self.expression()
        if self._next().text != ")":
            raise Failed(PARSE_ERROR)
        self._at += 1
        return node

    def _arguments(self) -> tuple[Node, ...]:
        if self._next().text == ")":
            self._at += 1
            return ()
        found: list[Node] = []
        while True:
            token = self._next()
            empty = token.text == ")" or token.kind == "separator"
            found.append(Literal(None) if empty else self.expression())
            mark = self._take()
            if mark.text == ")":
                return tuple(found)
            if mark.text not in self._argument_marks:
                raise Failed(PARSE_ERROR)

    def _braces(self) -> Node:
        if self._next().text == "}":
            self._at += 1
            return Braces(((Literal(None),),))
        rows: list[list[Node]] = [[]]
        while True:
            rows[-1].append(self.expression())
            mark = self._take()
            if mark.text == "}":
                return Braces(tuple(tuple(row) for row in rows))
            if mark.text == ";":
                rows.append([])
            elif mark.text not in self._column_marks:
                raise Failed(PARSE_ERROR)
