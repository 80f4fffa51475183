"""drive.files.list: whose files, which of them, in which order."""

from collections.abc import Callable
from typing import Final

from deploy.local.emulator import drive_errors, errors
from deploy.local.emulator.context import Context
from deploy.local.emulator.responses.file_json import (
    DRIVE_FILE_FIELDS,
    FILE_FIELDS,
    file_json,
    masked,
)
from deploy.local.emulator.responses.file_order import ordered
from deploy.local.emulator.responses.file_query import compile_query
from deploy.local.emulator.responses.paging import page
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import DriveFile

UNCERTAIN: Final = (
    "Without supportsAllDrives, includeItemsFromAllDrives has no effect in files.list.",
    (
        "A list of the files of the user contains all files of the user's shared drives when these "
        "are included; Google leaves out those the user never opened."
    ),
)
PAGE_SIZE = 100
LARGEST_PAGE = 1000
_CORPORA = ("user", "domain", "drive", "allDrives")


def list_files(context: Context) -> Json:
    """Implement files.list: newest first unless ``orderBy`` says otherwise."""
    query = context.query
    if query.text("spaces", "drive") != "drive":
        raise errors.drive_unimplemented("spaces other than drive")
    belongs = _corpus(context)
    test = compile_query(query.text("q"), context)
    found = [file for file in context.store.files.values() if belongs(file) and test(file)]
    in_order = ordered(found, query.text("orderBy"), context.user)
    shown, more = page(context, in_order, lambda file: file.id, PAGE_SIZE, LARGEST_PAGE)
    files = [file_json(context, file) for file in shown]
    answer = {"kind": "drive#fileList", "incompleteSearch": False, **more, "files": files}
    inner = DRIVE_FILE_FIELDS if any(file.drive for file in shown) else FILE_FIELDS
    default = f"kind,incompleteSearch,nextPageToken,files({inner})"
    return masked(context, answer, "FileList", default)


def _corpus(context: Context) -> Callable[[DriveFile], bool]:
    """Return the test for the files a list is about."""
    query, user = context.query, context.user.lower()
    corpora, drive = query.text("corpora", "user"), query.text("driveId")
    include = query.flag("includeItemsFromAllDrives") or query.flag("includeTeamDriveItems")
    if corpora not in _CORPORA:
        raise errors.drive_invalid("Invalid Value", "corpora")
    if not include and (drive or corpora in ("drive", "allDrives")):
        raise drive_errors.drive_items_not_included()
    if bool(drive) != (corpora == "drive"):
        raise drive_errors.drive_needs_corpora()
    included = include and context.supports_all_drives
    if drive:
        top = context.store.files.get(drive)
        if top is None or top.drive != drive or not top.rank(user) or not included:
            raise drive_errors.drive_not_found(drive)
        return lambda file: file.drive == drive != file.id and file.rank(user) > 0
    return lambda file: (
        file.id != file.drive
        and (included or not file.drive)
        and _known_to(file, user, whole_domain=corpora == "domain")
    )


def _known_to(file: DriveFile, user: str, *, whole_domain: bool) -> bool:
    """Say whether a file is shared with a user by address, or to be found in the user's domain."""
    entries = file.grants()
    if any(entry.get("emailAddress", "").lower() == user for entry in entries):
        return True
    domain = user.rpartition("@")[2]
    return whole_domain and any(
        entry.get("domain", "").lower() == domain and entry.get("allowFileDiscovery")
        for entry in entries
    )
