"""Drive's search language: ``name = 'x' and (trashed = false or 'a@b' in writers)``."""

import re
from collections.abc import Callable

from deploy.local.emulator import errors
from deploy.local.emulator.state.files import OWNER, READER, WRITER, DriveFile

Test = Callable[[DriveFile], bool]

_TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<mark>!=|<=|>=|[=<>()])"""
    r"""|(?P<word>\w+))"""
)
_ROLES = {"owners": OWNER, "writers": WRITER, "readers": READER}


def compile_query(text: str, user: str) -> Test:
    """Return the test a query stands for.

    Raises:
        GoogleError: The query cannot be read.
    """
    if not text.strip():
        return lambda _file: True
    parser = _Parser(_tokens(text), user)
    test = parser.either()
    if parser.tokens:
        raise _invalid()
    return test


def _invalid() -> errors.GoogleError:
    return errors.drive_invalid("Invalid Value", "q")


def _tokens(text: str) -> list[str]:
    tokens, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise _invalid()
        quoted = match["text"]
        if quoted:
            tokens.append("'" + re.sub(r"\\(.)", r"\1", quoted[1:-1]))
        else:
            tokens.append(match[0].strip())
        at = match.end()
    return tokens


class _Parser:
    def __init__(self, tokens: list[str], user: str) -> None:
        self.tokens = tokens
        self._user = user

    def either(self) -> Test:
        tests = [self._both()]
        while self._skip("or"):
            tests.append(self._both())
        return lambda file: any(test(file) for test in tests)

    def _both(self) -> Test:
        tests = [self._one()]
        while self._skip("and"):
            tests.append(self._one())
        return lambda file: all(test(file) for test in tests)

    def _one(self) -> Test:
        if self._skip("not"):
            test = self._one()
            return lambda file: not test(file)
        if self._skip("("):
            test = self.either()
            if not self._skip(")"):
                raise _invalid()
            return test
        return self._comparison()

    def _skip(self, word: str) -> bool:
        if self.tokens and self.tokens[0] == word:
            self.tokens.pop(0)
            return True
        return False

    def _take(self) -> str:
        if not self.tokens:
            raise _invalid()
        return self.tokens.pop(0)

    def _comparison(self) -> Test:
        left = self._take()
        if left == "sharedWithMe":
            return lambda file: file.owner.lower() != self._user.lower()
        operator, right = self._take(), self._take()
        if left.startswith("'") and operator == "in":
            return self._membership(left[1:], right)
        if left == "trashed" and operator in ("=", "!=") and right in ("true", "false"):
            wanted = (right == "true") == (operator == "=")
            return lambda file: file.trashed == wanted
        if not right.startswith("'"):
            raise _invalid()
        return _text_test(left, operator, right[1:])

    def _membership(self, value: str, collection: str) -> Test:
        if collection == "parents":
            return lambda file: value in file.parents
        if collection not in _ROLES:
            raise _invalid()
        person = self._user if value == "me" else value
        role = _ROLES[collection]
        if role == OWNER:
            return lambda file: file.owner.lower() == person.lower()
        return lambda file: file.rank(person) >= role


def _text_test(field: str, operator: str, wanted: str) -> Test:
    readers: dict[str, Callable[[DriveFile], str]] = {
        "name": lambda file: file.name,
        "mimeType": lambda file: file.mime_type,
        "modifiedTime": lambda file: file.modified,
        "createdTime": lambda file: file.created,
    }
    tests: dict[str, Callable[[str], bool]] = {
        "=": lambda value: value.casefold() == wanted.casefold(),
        "!=": lambda value: value.casefold() != wanted.casefold(),
        "contains": lambda value: wanted.casefold() in value.casefold(),
        "<": lambda value: value < wanted,
        "<=": lambda value: value <= wanted,
        ">": lambda value: value > wanted,
        ">=": lambda value: value >= wanted,
    }
    if field not in readers or operator not in tests:
        raise _invalid()
    read, test = readers[field], tests[operator]
    return lambda file: test(read(file))
