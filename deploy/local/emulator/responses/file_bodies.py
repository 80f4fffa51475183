"""What a request may say about a file, and its effect on one."""

import json

from deploy.local.emulator import drive_errors, errors
from deploy.local.emulator.context import Context
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import DriveFile

_SET = {"name", "description", "starred", "properties", "appProperties", "trashed"}
_ON_CREATION = {"mimeType", "parents"}
_TOLERATED = {"kind"}
_LACKING = {
    "contentHints",
    "contentRestrictions",
    "copyRequiresWriterPermission",
    "createdTime",
    "downloadRestrictions",
    "folderColorRgb",
    "id",
    "inheritedPermissionsDisabled",
    "labelInfo",
    "modifiedTime",
    "originalFilename",
    "shortcutDetails",
    "viewedByMeTime",
    "viewersCanCopyContent",
    "writersCanShare",
}


def creation_body(context: Context) -> Json:
    """Return the checked body of a request that makes a file.

    Raises:
        GoogleError: It names something that cannot be set, or not here.
    """
    body = context.drive_body("File")
    _check(body, _SET | _ON_CREATION)
    return body


def update_body(context: Context, file: DriveFile) -> Json:
    """Return the checked body of files.update.

    Raises:
        GoogleError: It names something that cannot be changed, or not here.
    """
    body = context.drive_body("File")
    if "parents" in body:
        raise drive_errors.not_writable("parents")
    if "id" in body:
        raise drive_errors.not_writable()
    if body.get("mimeType", file.mime_type) != file.mime_type:
        raise errors.drive_unimplemented("files.update of mimeType")
    _check(body, _SET | {"mimeType"})
    return body


def _check(body: Json, settable: set[str]) -> None:
    for name in sorted(set(body) - settable - _TOLERATED):
        if name in _LACKING:
            raise errors.drive_unimplemented(f"setting a file's {name}")
        raise drive_errors.not_writable()


def describe(context: Context, file: DriveFile, body: Json) -> None:
    """Set on a file what a body says, name and trash apart."""
    file.description = body.get("description", file.description)
    me = context.user.lower()
    if "starred" in body:
        others = [user for user in file.starred_by if user != me]
        file.starred_by = [*others, me] if body["starred"] else others
    gone = _nulls(context)
    for name, kept in (("properties", file.properties), ("appProperties", file.app_properties)):
        kept.update(body.get(name, {}))
        for key in gone.get(name, ()):
            kept.pop(key, None)


def _nulls(context: Context) -> dict[str, list[str]]:
    """Return the properties a body sets to null, which deletes them."""
    body = json.loads(context.call.body or b"{}")
    return {
        name: [key for key, value in (body.get(name) or {}).items() if value is None]
        for name in ("properties", "appProperties")
    }
