"""Builds Drive's File, User and Permission objects."""

from deploy.local.emulator import errors, masks
from deploy.local.emulator.context import Context
from deploy.local.emulator.responses.spreadsheet_json import url_of
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import OWNER, WRITER, DriveFile, permission_id

FILE_FIELDS = "kind,id,name,mimeType"
PERMISSION_FIELDS = "kind,id,type,role"


def masked(context: Context, value: Json, schema: str, default: str) -> Json:
    """Return ``value`` through the query's ``fields``, or through Drive's default choice.

    Raises:
        GoogleError: The mask cannot be read or names an unknown field.
    """
    text = context.query.text("fields") or default
    try:
        mask = masks.parse(text)
        masks.check(mask, context.api.fields, schema)
    except masks.MaskError as error:
        raise errors.drive_error(
            400,
            f"Invalid field selection {error.path}",
            "invalidParameter",
            location="fields",
            locationType="parameter",
        ) from None
    shown: Json = masks.apply(mask, value)
    return shown


def user_json(address: str, me: str) -> Json:
    """Return Drive's User."""
    return {
        "kind": "drive#user",
        "displayName": address.partition("@")[0],
        "me": address.lower() == me.lower(),
        "permissionId": permission_id(address),
        "emailAddress": address,
    }


def permission_json(permission: Json) -> Json:
    """Return Drive's Permission with everything it shows on request."""
    address = permission.get("emailAddress")
    shown = {**permission, "deleted": False, "pendingOwner": False}
    if address:
        shown["displayName"] = address.partition("@")[0]
    return shown


def file_json(file: DriveFile, user: str) -> Json:
    """Return Drive's File as ``user`` sees it, in Drive's order."""
    rank = file.rank(user)
    may_write = rank >= WRITER
    shown: Json = {
        "kind": "drive#file",
        "id": file.id,
        "name": file.name,
        "mimeType": file.mime_type,
        "starred": False,
        "trashed": file.trashed,
        "explicitlyTrashed": file.trashed,
        "parents": file.parents,
        "spaces": ["drive"],
        "version": str(file.version),
        "webViewLink": url_of(file.id) + "?usp=drivesdk",
        "viewedByMe": True,
        "createdTime": file.created,
        "modifiedTime": file.modified,
        "owners": [user_json(file.owner, user)],
        "lastModifyingUser": user_json(file.modifier, user),
        "shared": len(file.permissions) > 1,
        "ownedByMe": rank == OWNER,
        "capabilities": {
            "canComment": may_write,
            "canCopy": True,
            "canDelete": rank == OWNER,
            "canEdit": may_write,
            "canRename": may_write,
            "canShare": may_write,
            "canTrash": rank == OWNER,
        },
        "size": "1024",
        "quotaBytesUsed": "1024",
    }
    if may_write:
        shown["permissions"] = [permission_json(entry) for entry in file.permissions]
        shown["permissionIds"] = [entry["id"] for entry in file.permissions]
    return shown
