"""``orderBy`` of files.list."""

import re
from collections.abc import Callable
from typing import Any, Final

from deploy.local.emulator import errors
from deploy.local.emulator.state.files import DriveFile

UNCERTAIN: Final = (
    (
        "Reading through the API does not count as viewing: orderBy viewedByMeTime and recency "
        "go by the caller's own changes."
    ),
)
Key = Callable[[DriveFile], Any]
_NUMBER = re.compile(r"(\d+)")


def ordered(files: list[DriveFile], order: str, user: str) -> list[DriveFile]:
    """Return files as ``orderBy`` says, newest first where it says nothing.

    Raises:
        GoogleError: A key is unknown.
    """
    keys = _keys(user.lower())
    result = sorted(files, key=lambda file: (file.modified, file.created), reverse=True)
    for part in reversed([part.split() for part in order.split(",") if part.strip()]):
        if part[0] not in keys or part[1:] not in ([], ["desc"]):
            raise errors.drive_invalid("Invalid Value", "orderBy")
        result.sort(key=keys[part[0]], reverse=part[1:] == ["desc"])
    return result


def _keys(me: str) -> dict[str, Key]:
    return {
        "createdTime": lambda file: file.created,
        "folder": lambda file: not file.is_folder,
        "modifiedByMeTime": lambda file: file.modified_by.get(me, ""),
        "modifiedTime": lambda file: file.modified,
        "name": lambda file: file.name.casefold(),
        "name_natural": lambda file: _natural(file.name),
        "quotaBytesUsed": lambda file: not file.is_folder,
        "recency": lambda file: max(file.modified_by.get(me, ""), file.shared_with.get(me, "")),
        "sharedWithMeTime": lambda file: file.shared_with.get(me, ""),
        "starred": lambda file: me not in file.starred_by,
        "viewedByMeTime": lambda file: file.modified_by.get(me, ""),
    }


def _natural(name: str) -> list[tuple[int, str]]:
    """Return a key by which ``2`` comes before ``12``."""
    parts = _NUMBER.split(name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts if part]
