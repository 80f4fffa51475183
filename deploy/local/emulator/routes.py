"""Which path means which API method, and who answers it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from deploy.local.emulator.call import Reply
from deploy.local.emulator.context import Context
from deploy.local.emulator.discovery.tables import api
from deploy.local.emulator.responses import (
    about,
    comments,
    data_filters,
    drives,
    exports,
    file_list,
    files,
    permissions,
    spreadsheets,
    uploads,
    value_filters,
    values,
)
from deploy.local.emulator.shapes import Json

Handler = Callable[[Context], Json | Reply]

_DATA_FILTER = "ByDataFilter"
_READERS = (".search", f".get{_DATA_FILTER}", f".batchGet{_DATA_FILTER}")


@dataclass(frozen=True)
class Route:
    """One API method. ``handler`` None means known to Google, not to the local server."""

    verb: str
    pattern: re.Pattern[str]
    method: str
    handler: Handler | None

    @property
    def drive(self) -> bool:
        """Say whether the method belongs to Drive."""
        return not self.method.startswith("spreadsheets")

    @property
    def reads(self) -> bool:
        """Say whether the method only reads."""
        return self.verb == "GET" or self.method.endswith(_READERS)

    @property
    def kind(self) -> str:
        """What the method counts as: ``drive``, ``reads`` or ``writes``."""
        if self.drive:
            return "drive"
        return "reads" if self.reads else "writes"


def _route(verb: str, path: str, method: str, handler: Handler | None) -> Route:
    names = {"{id}": "spreadsheetId", "{file}": "fileId"}
    for mark, name in names.items():
        path = path.replace(mark, f"(?P<{name}>[^/:]+)")
    path = path.replace("{range}", "(?P<range>.+?)")
    path = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/:]+)", path)
    return Route(verb, re.compile(f"^{path}$"), method, handler)


_BOOK = "/v4/spreadsheets/{id}"
_FILE = "/drive/v3/files/{file}"
_ENTRY = f"{_FILE}/permissions/{{permissionId}}"
_COMMENT = f"{_FILE}/comments/{{commentId}}"
_REPLY = f"{_COMMENT}/replies/{{replyId}}"

ROUTES: tuple[Route, ...] = (
    _route("POST", "/v4/spreadsheets", "spreadsheets.create", spreadsheets.create),
    _route("GET", _BOOK, "spreadsheets.get", spreadsheets.get),
    _route("POST", f"{_BOOK}:batchUpdate", "spreadsheets.batchUpdate", spreadsheets.batch_update),
    _route(
        "POST",
        f"{_BOOK}:get{_DATA_FILTER}",
        f"spreadsheets.get{_DATA_FILTER}",
        spreadsheets.get_by_data_filter,
    ),
    _route(
        "POST",
        f"{_BOOK}/sheets/{{sheetId}}:copyTo",
        "spreadsheets.sheets.copyTo",
        spreadsheets.copy_to,
    ),
    _route(
        "GET",
        f"{_BOOK}/developerMetadata/{{metadataId}}",
        "spreadsheets.developerMetadata.get",
        spreadsheets.get_metadata,
    ),
    _route(
        "POST",
        f"{_BOOK}/developerMetadata:search",
        "spreadsheets.developerMetadata.search",
        data_filters.search_metadata,
    ),
    _route("GET", f"{_BOOK}/values:batchGet", "spreadsheets.values.batchGet", values.batch_get),
    _route(
        "POST",
        f"{_BOOK}/values:batchUpdate",
        "spreadsheets.values.batchUpdate",
        values.batch_update,
    ),
    _route(
        "POST", f"{_BOOK}/values:batchClear", "spreadsheets.values.batchClear", values.batch_clear
    ),
    *(
        _route("POST", f"{_BOOK}/values:{name}", f"spreadsheets.values.{name}", handler)
        for name, handler in (
            (f"batchGet{_DATA_FILTER}", value_filters.batch_get),
            (f"batchUpdate{_DATA_FILTER}", value_filters.batch_update),
            (f"batchClear{_DATA_FILTER}", value_filters.batch_clear),
        )
    ),
    _route("POST", f"{_BOOK}/values/{{range}}:append", "spreadsheets.values.append", values.append),
    _route("POST", f"{_BOOK}/values/{{range}}:clear", "spreadsheets.values.clear", values.clear),
    _route("GET", f"{_BOOK}/values/{{range}}", "spreadsheets.values.get", values.get),
    _route("PUT", f"{_BOOK}/values/{{range}}", "spreadsheets.values.update", values.update),
    _route("POST", "/drive/v3/files", "files.create", files.create),
    _route("GET", "/drive/v3/files", "files.list", file_list.list_files),
    _route("DELETE", "/drive/v3/files/trash", "files.emptyTrash", files.empty_trash),
    _route("GET", _FILE, "files.get", files.get),
    _route("PATCH", _FILE, "files.update", files.update),
    _route("DELETE", _FILE, "files.delete", files.delete),
    _route("POST", f"{_FILE}/copy", "files.copy", files.copy_file),
    _route("GET", f"{_FILE}/export", "files.export", exports.export),
    _route("POST", f"{_FILE}/permissions", "permissions.create", permissions.create),
    _route("GET", f"{_FILE}/permissions", "permissions.list", permissions.list_permissions),
    _route("GET", _ENTRY, "permissions.get", permissions.get),
    _route("PATCH", _ENTRY, "permissions.update", permissions.update),
    _route("DELETE", _ENTRY, "permissions.delete", permissions.delete),
    _route("GET", f"{_FILE}/comments", "comments.list", comments.list_comments),
    _route("POST", f"{_FILE}/comments", "comments.create", comments.create),
    _route("GET", _COMMENT, "comments.get", comments.get),
    _route("PATCH", _COMMENT, "comments.update", comments.update),
    _route("DELETE", _COMMENT, "comments.delete", comments.delete),
    _route("GET", f"{_COMMENT}/replies", "replies.list", comments.list_replies),
    _route("POST", f"{_COMMENT}/replies", "replies.create", comments.create_reply),
    _route("GET", _REPLY, "replies.get", comments.get_reply),
    _route("PATCH", _REPLY, "replies.update", comments.update_reply),
    _route("DELETE", _REPLY, "replies.delete", comments.delete_reply),
    _route("GET", "/drive/v3/about", "about.get", about.get),
    _route("GET", "/drive/v3/drives", "drives.list", drives.list_drives),
    _route("POST", "/drive/v3/drives", "drives.create", drives.create),
    _route("GET", "/drive/v3/drives/{driveId}", "drives.get", drives.get),
    _route("DELETE", "/drive/v3/drives/{driveId}", "drives.delete", drives.delete),
    _route("POST", "/upload/drive/v3/files", "files.create", None),
    _route("PATCH", "/upload/drive/v3/files/{file}", "files.update", None),
    _route("PUT", "/upload/drive/v2/files/{file}", "files.update", uploads.replace),
)


def answered(name: str) -> frozenset[str]:
    """Return the methods of ``sheets`` or ``drive`` that have a handler."""
    known = api(name).methods
    return frozenset(route.method for route in ROUTES if route.handler and route.method in known)


@cache
def _table() -> tuple[Route, ...]:
    """Return every route, also of the methods that only Google answers; fixed paths first."""
    lacking = [
        _route(method.verb, f"{prefix}{method.path}", identifier, None)
        for name, prefix in (("sheets", "/"), ("drive", "/drive/v3/"))
        for identifier, method in api(name).methods.items()
        if identifier not in answered(name)
    ]
    fixed = [route for route in lacking if not route.pattern.groups]
    return (*fixed, *ROUTES, *(route for route in lacking if route.pattern.groups))


def match(verb: str, path: str) -> tuple[Route, dict[str, str]] | None:
    """Return route and decoded path parameters of a raw (still encoded) path."""
    for route in _table():
        found = route.pattern.match(path) if route.verb == verb else None
        if found:
            return route, {name: unquote(text) for name, text in found.groupdict().items()}
    return None
