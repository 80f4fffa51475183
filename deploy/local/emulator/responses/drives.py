"""drive.drives: shared drives are made, shown, listed and deleted."""

import base64
import hashlib
from typing import Final

from deploy.local.emulator import drive_errors, errors
from deploy.local.emulator.call import Reply, no_content
from deploy.local.emulator.context import Context
from deploy.local.emulator.responses.file_json import masked
from deploy.local.emulator.responses.paging import page
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import (
    FOLDER_TYPE,
    OWNER,
    WRITER,
    DriveFile,
    now,
    person_permission,
)
from deploy.local.emulator.state.tree import below, is_trashed

UNCERTAIN: Final = (
    "Everybody but service accounts and people of gmail.com may create shared drives.",
)
PAGE_SIZE = 10
LARGEST_PAGE = 100
_FIELDS = "kind,id,name"
_PERSONAL = "@gmail.com"


def create(context: Context) -> Json:
    """Implement drives.create; the same ``requestId`` of one person makes one drive."""
    body = context.drive_body("Drive")
    request = context.query.text("requestId")
    if not request:
        raise errors.drive_error(
            400,
            "Required parameter: requestId",
            "required",
            location="requestId",
            locationType="parameter",
        )
    for name in sorted(set(body) - {"name", "kind"}):
        raise errors.drive_unimplemented(f"shared drives with {name}")
    if not body.get("name"):
        raise drive_errors.required("name", "drive.name")
    if context.is_service_account or context.user.lower().endswith(_PERSONAL):
        raise drive_errors.drives_not_for_you()
    identifier = _identifier(context.user, request)
    if identifier in context.store.files:
        raise drive_errors.drive_exists()
    created = now()
    top = DriveFile(
        identifier,
        body["name"],
        "",
        created,
        created,
        context.user,
        [person_permission(context.user, "organizer")],
        mime_type=FOLDER_TYPE,
        drive=identifier,
    )
    context.store.add(top)
    return _shown(context, top)


def _identifier(user: str, request: str) -> str:
    digest = hashlib.sha256(f"{user.lower()} {request}".encode("utf-8", "replace")).digest()
    return f"0A{base64.urlsafe_b64encode(digest).decode('ascii')[:11]}Uk9PVA"


def get(context: Context) -> Json:
    """Implement drives.get."""
    return _shown(context, _member_of(context))


def list_drives(context: Context) -> Json:
    """Implement drives.list: those the caller is a member of, by name."""
    _no_administrator(context)
    if context.query.text("q"):
        raise errors.drive_unimplemented("searching for shared drives")
    tops = [one for one in context.store.files.values() if one.id == one.drive]
    mine = sorted((one for one in tops if one.rank(context.user)), key=lambda one: one.name)
    shown, more = page(context, mine, lambda one: one.id, PAGE_SIZE, LARGEST_PAGE)
    drives = [_drive_json(context, one) for one in shown]
    answer: Json = {"kind": "drive#driveList", **more, "drives": drives}
    return masked(context, answer, "DriveList", f"kind,nextPageToken,drives({_FIELDS})")


def delete(context: Context) -> Reply:
    """Implement drives.delete: an organizer deletes an empty drive."""
    top = _member_of(context)
    if context.query.flag("allowItemDeletion"):
        raise errors.drive_unimplemented("deletion of a shared drive with its files")
    if top.rank(context.user) < OWNER:
        raise errors.drive_forbidden()
    inner = below(context.store, top.id)
    if any(not is_trashed(context.store, file) for file in inner):
        raise drive_errors.drive_not_empty()
    for file in (*inner, top):
        context.store.delete(file.id)
    return no_content()


def _member_of(context: Context) -> DriveFile:
    _no_administrator(context)
    identifier = context.params["driveId"]
    top = context.store.files.get(identifier)
    if top is None or top.drive != identifier or not top.rank(context.user):
        raise drive_errors.drive_not_found(identifier)
    return top


def _no_administrator(context: Context) -> None:
    if context.query.flag("useDomainAdminAccess"):
        raise errors.drive_unimplemented("access as a domain administrator")


def _shown(context: Context, top: DriveFile) -> Json:
    return masked(context, _drive_json(context, top), "Drive", _FIELDS)


def _drive_json(context: Context, top: DriveFile) -> Json:
    rank = top.rank(context.user)
    return {
        "kind": "drive#drive",
        "id": top.id,
        "name": top.name,
        "createdTime": top.created,
        "hidden": False,
        "capabilities": {
            "canAddChildren": rank >= WRITER,
            "canDeleteDrive": rank == OWNER,
            "canEdit": rank >= WRITER,
            "canListChildren": True,
            "canManageMembers": rank == OWNER,
            "canRenameDrive": False,
        },
    }
