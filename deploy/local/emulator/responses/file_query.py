"""Drive's search language: ``name = 'x' and (trashed = false or 'a@b' in writers)``."""

import re

from deploy.local.emulator import errors
from deploy.local.emulator.context import Context
from deploy.local.emulator.responses.file_terms import Test, comparison, membership, possession

_TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<mark>!=|<=|>=|[=<>(){}])"""
    r"""|(?P<word>\w+))""",
    re.DOTALL,
)
DEEPEST = 100


def compile_query(text: str, context: Context) -> Test:
    """Return the test a query stands for.

    Raises:
        GoogleError: The query cannot be read.
    """
    if not text.strip():
        return lambda _file: True
    parser = _Parser(_tokens(text), context)
    test = parser.either(0)
    if parser.tokens:
        raise _invalid()
    return test


def _invalid() -> errors.GoogleError:
    return errors.drive_invalid("Invalid Value", "q")


def _tokens(text: str) -> list[str]:
    """Return the words and marks of a query; a quoted text comes with ``'`` in front."""
    tokens, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise _invalid()
        quoted = match["text"]
        if quoted:
            tokens.append("'" + re.sub(r"\\(.)", r"\1", quoted[1:-1], flags=re.DOTALL))
        else:
            tokens.append(match[0].strip())
        at = match.end()
    return tokens


class _Parser:
    def __init__(self, tokens: list[str], context: Context) -> None:
        self.tokens = tokens
        self._context = context

    def either(self, depth: int) -> Test:
        tests = [self._both(depth)]
        while self._skip("or"):
            tests.append(self._both(depth))
        return lambda file: any(test(file) for test in tests)

    def _both(self, depth: int) -> Test:
        tests = [self._one(depth)]
        while self._skip("and"):
            tests.append(self._one(depth))
        return lambda file: all(test(file) for test in tests)

    def _one(self, depth: int) -> Test:
        if depth > DEEPEST:
            raise _invalid()
        if self._skip("not"):
            test = self._one(depth + 1)
            return lambda file: not test(file)
        if self._skip("("):
            test = self.either(depth + 1)
            self._expect(")")
            return test
        return self._comparison()

    def _skip(self, word: str) -> bool:
        if self.tokens and self.tokens[0] == word:
            self.tokens.pop(0)
            return True
        return False

    def _expect(self, word: str) -> None:
        if not self._skip(word):
            raise _invalid()

    def _take(self) -> str:
        if not self.tokens:
            raise _invalid()
        return self.tokens.pop(0)

    def _text(self) -> str:
        token = self._take()
        if not token.startswith("'"):
            raise _invalid()
        return token[1:]

    def _comparison(self) -> Test:
        left = self._take()
        if left == "sharedWithMe" and self.tokens[:1] not in (["="], ["!="]):
            return comparison(self._context, left, "=", "true")
        operator = self._take()
        if operator == "has":
            return self._property(left)
        right = self._take()
        if left.startswith("'") and operator == "in":
            return membership(self._context, left[1:], right)
        if operator == "in" and right.startswith("'"):
            # Google takes ``parents in 'x'`` too: gspread writes it so.
            return membership(self._context, right[1:], left)
        return comparison(self._context, left, operator, right)

    def _property(self, collection: str) -> Test:
        """Read ``{ key='x' and value='y' }``."""
        for word in ("{", "key", "="):
            self._expect(word)
        key = self._text()
        for word in ("and", "value", "="):
            self._expect(word)
        value = self._text()
        self._expect("}")
        return possession(collection, key, value)
