"""The single terms of Drive's search language, each as a test of one file."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from deploy.local.emulator import errors
from deploy.local.emulator.context import Context
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import RANKS, READER, WRITER, DriveFile, root_id
from deploy.local.emulator.state.tree import is_trashed

UNCERTAIN: Final = (
    (
        "In files.list, name = and != compare without regard to case, and name contains finds the "
        "beginnings of words."
    ),
    "In files.list, a time without a time of day means midnight UTC.",
)
Test = Callable[[DriveFile], bool]
_EQUALITY = ("=", "!=")
_TIME = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?(Z|[+-]\d\d:\d\d)?")
_VISIBILITIES = ("anyoneCanFind", "anyoneWithLink", "domainCanFind", "domainWithLink", "limited")


def _invalid() -> errors.GoogleError:
    return errors.drive_invalid("Invalid Value", "q")


def comparison(context: Context, field: str, operator: str, right: str) -> Test:
    """Return the test for ``field operator right``; a quoted ``right`` begins with ``'``.

    Raises:
        GoogleError: The field has no such comparison.
    """
    if field == "fullText":
        raise errors.drive_unimplemented("searching by fullText")
    if field in ("trashed", "starred", "sharedWithMe"):
        return _flag(context, field, operator, right)
    if not right.startswith("'"):
        raise _invalid()
    wanted = right[1:]
    times: dict[str, Callable[[DriveFile], str]] = {
        "modifiedTime": lambda file: file.modified,
        "createdTime": lambda file: file.created,
        "viewedByMeTime": lambda file: file.modified_by.get(context.user.lower(), ""),
    }
    if field in times:
        return _time(times[field], operator, wanted)
    if field == "visibility" and operator in _EQUALITY and wanted in _VISIBILITIES:
        return lambda file: (_visibility(file) == wanted) == (operator == "=")
    return _text(field, operator, wanted)


def _flag(context: Context, field: str, operator: str, right: str) -> Test:
    if operator not in _EQUALITY or right not in ("true", "false"):
        raise _invalid()
    wanted = (right == "true") == (operator == "=")
    me = context.user.lower()
    readers: dict[str, Test] = {
        "trashed": lambda file: is_trashed(context.store, file),
        "starred": lambda file: me in file.starred_by,
        "sharedWithMe": lambda file: me in file.shared_with and file.owner.lower() != me,
    }
    read = readers[field]
    return lambda file: read(file) == wanted


def _time(read: Callable[[DriveFile], str], operator: str, wanted: str) -> Test:
    moment = _moment(wanted)
    tests: dict[str, Callable[[datetime], bool]] = {
        "=": lambda value: value == moment,
        "!=": lambda value: value != moment,
        "<": lambda value: value < moment,
        "<=": lambda value: value <= moment,
        ">": lambda value: value > moment,
        ">=": lambda value: value >= moment,
    }
    if operator not in tests:
        raise _invalid()
    test = tests[operator]
    return lambda file: bool(read(file)) and test(_moment(read(file)))


def _moment(text: str) -> datetime:
    """Return the time that an RFC 3339 text names; UTC when it names no zone."""
    try:
        moment = datetime.fromisoformat(text) if _TIME.fullmatch(text) else None
    except ValueError:
        moment = None
    if moment is None:
        raise _invalid()
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _visibility(file: DriveFile) -> str:
    names = {
        ("anyone", True): "anyoneCanFind",
        ("anyone", False): "anyoneWithLink",
        ("domain", True): "domainCanFind",
        ("domain", False): "domainWithLink",
    }
    found = {
        names.get((entry["type"], entry.get("allowFileDiscovery", False)), "limited")
        for entry in file.grants()
    }
    return next((name for name in _VISIBILITIES if name in found), "limited")


def _text(field: str, operator: str, wanted: str) -> Test:
    folded = wanted.casefold()
    if field == "name" and operator == "contains":
        start = re.compile(rf"(?<!\w){re.escape(folded)}")
        return lambda file: bool(start.search(file.name.casefold()))
    if field == "mimeType" and operator == "contains":
        return lambda file: folded in file.mime_type
    if field not in ("name", "mimeType") or operator not in _EQUALITY:
        raise _invalid()
    equal = operator == "="
    if field == "name":
        return lambda file: (file.name.casefold() == folded) == equal
    return lambda file: (file.mime_type == folded) == equal


def membership(context: Context, value: str, collection: str) -> Test:
    """Return the test for ``'value' in collection``.

    Raises:
        GoogleError: There is no such collection.
    """
    if collection == "parents":
        parent = root_id(context.user) if value == "root" else value
        return lambda file: parent in file.parents
    person = (context.user if value == "me" else value).lower()
    if collection == "owners":
        return lambda file: file.owner.lower() == person
    ranks = {"writers": WRITER, "readers": READER}
    if collection not in ranks:
        raise _invalid()
    least = ranks[collection]
    return lambda file: any(_grants(entry, person, least) for entry in file.grants())


def _grants(entry: Json, person: str, least: int) -> bool:
    names = (entry.get("emailAddress", "").lower(), entry.get("domain", "").lower())
    return person in names and RANKS[entry["role"]] >= least


def possession(collection: str, key: str, value: str) -> Test:
    """Return the test for ``collection has { key='key' and value='value' }``.

    Raises:
        GoogleError: Files have no such collection.
    """
    if collection == "properties":
        return lambda file: file.properties.get(key) == value
    if collection == "appProperties":
        return lambda file: file.app_properties.get(key) == value
    raise _invalid()
