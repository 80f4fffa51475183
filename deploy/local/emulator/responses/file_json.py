"""Builds Drive's File, User and Permission objects."""

from deploy.local.emulator import errors, masks
from deploy.local.emulator.context import Context
from deploy.local.emulator.responses.spreadsheet_json import url_of
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import OWNER, WRITER, DriveFile, permission_id, root_id
from deploy.local.emulator.state.tree import is_trashed

FILE_FIELDS = "kind,id,name,mimeType"
DRIVE_FILE_FIELDS = f"{FILE_FIELDS},teamDriveId,driveId"
"""What is shown of a file in a shared drive when ``fields`` says nothing."""
PERMISSION_FIELDS = "kind,id,type,role"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EXPORTS = {
    "application/x-vnd.oasis.opendocument.spreadsheet": "ods",
    "text/tab-separated-values": "tsv",
    "application/pdf": "pdf",
    XLSX_TYPE: "xlsx",
    "text/csv": "csv",
    "application/zip": "zip",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
}
"""What Google turns a spreadsheet into, with the ending of each."""


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


def shown_file(context: Context, file: DriveFile) -> Json:
    """Return a file as the answer of a method that gives one."""
    default = DRIVE_FILE_FIELDS if file.drive else FILE_FIELDS
    return masked(context, file_json(context, file), "File", default)


def user_json(address: str, me: str) -> Json:
    """Return Drive's User."""
    return {
        "kind": "drive#user",
        "displayName": address.partition("@")[0],
        "me": address.lower() == me.lower(),
        "permissionId": permission_id(address),
        "emailAddress": address,
    }


def permission_json(file: DriveFile, permission: Json) -> Json:
    """Return Drive's Permission with everything it shows on request."""
    address = permission.get("emailAddress") or permission.get("domain")
    shown = {**permission, "deleted": False}
    if permission["type"] == "user":
        shown.setdefault("pendingOwner", False)
    if address:
        shown["displayName"] = address.partition("@")[0]
    if file.drive:
        inherited = permission not in file.permissions
        kind = "member" if file.id == file.drive or inherited else "file"
        detail: Json = {"permissionType": kind, "role": permission["role"], "inherited": inherited}
        if inherited:
            detail["inheritedFrom"] = file.drive
        shown["permissionDetails"] = [detail]
    return shown


def file_json(context: Context, file: DriveFile) -> Json:
    """Return Drive's File as the caller sees it, in Drive's order."""
    me = context.user.lower()
    rank = file.rank(me)
    grants = file.grants()
    trashed = is_trashed(context.store, file)
    shown: Json = {
        "kind": "drive#file",
        "id": file.id,
        "name": file.name,
        "mimeType": file.mime_type,
        "starred": me in file.starred_by,
        "trashed": trashed,
        "explicitlyTrashed": file.trashed,
        "parents": [parent for parent in file.parents if _sees(context, parent)],
        "spaces": ["drive"],
        "version": str(file.version),
        "webViewLink": _link(file),
        "iconLink": f"https://drive-thirdparty.googleusercontent.com/16/type/{file.mime_type}",
        "hasThumbnail": False,
        "viewedByMe": True,
        "createdTime": file.created,
        "modifiedTime": file.modified,
        "modifiedByMe": me in file.modified_by,
        "lastModifyingUser": user_json(file.modifier, me),
        "ownedByMe": file.owner.lower() == me,
        "viewersCanCopyContent": True,
        "copyRequiresWriterPermission": False,
        "writersCanShare": True,
        "capabilities": _capabilities(file, me),
        "isAppAuthorized": True,
        "quotaBytesUsed": "0" if file.is_folder else "1024",
        **_ownership(file, me, grants),
        **_when_set(file, me),
    }
    if not shown["parents"]:
        del shown["parents"]
    if not file.is_folder:
        link = f"https://docs.google.com/spreadsheets/export?id={file.id}&exportFormat="
        shown["size"] = "1024"
        shown["exportLinks"] = {kind: f"{link}{ending}" for kind, ending in EXPORTS.items()}
    if rank >= WRITER:
        shown["permissionIds"] = [entry["id"] for entry in grants]
        if not file.drive:
            shown["permissions"] = [permission_json(file, entry) for entry in grants]
    return shown


def _ownership(file: DriveFile, me: str, grants: list[Json]) -> Json:
    if file.drive:
        direct = bool(file.permissions) and file.id != file.drive
        return {
            "teamDriveId": file.drive,
            "driveId": file.drive,
            "hasAugmentedPermissions": direct,
        }
    return {"owners": [user_json(file.owner, me)], "shared": len(grants) > 1}


def _when_set(file: DriveFile, me: str) -> Json:
    """Return the fields that are absent until somebody sets them."""
    times = {
        "modifiedByMeTime": file.modified_by.get(me),
        "viewedByMeTime": file.modified_by.get(me),
        "sharedWithMeTime": file.shared_with.get(me),
    }
    texts = {
        "description": file.description,
        "properties": file.properties,
        "appProperties": file.app_properties,
    }
    return {name: value for name, value in {**times, **texts}.items() if value}


def _capabilities(file: DriveFile, me: str) -> Json:
    role, rank = file.role(me), file.rank(me)
    writes, owns = rank >= WRITER, rank == OWNER
    return {
        "canAddChildren": writes and file.is_folder,
        "canComment": writes or role == "commenter",
        "canCopy": not file.is_folder,
        "canDelete": owns,
        "canDownload": True,
        "canEdit": writes,
        "canListChildren": file.is_folder,
        "canRename": writes,
        "canShare": writes,
        "canTrash": owns or role == "fileOrganizer",
        "canUntrash": owns or role == "fileOrganizer",
    }


def _sees(context: Context, parent: str) -> bool:
    folder = context.store.files.get(parent)
    if folder is None:
        return parent == root_id(context.user)
    return folder.rank(context.user) > 0


def _link(file: DriveFile) -> str:
    if file.is_folder:
        return f"https://drive.google.com/drive/folders/{file.id}"
    return url_of(file.id) + "?usp=drivesdk"
