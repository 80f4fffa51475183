"""drive.permissions: create, get, list, update, delete."""

from typing import Final

from deploy.local.emulator import drive_errors, errors
from deploy.local.emulator.call import Reply, no_content
from deploy.local.emulator.context import Context
from deploy.local.emulator.responses.file_json import PERMISSION_FIELDS, masked, permission_json
from deploy.local.emulator.responses.ownership import hand_over, offer
from deploy.local.emulator.responses.paging import page
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import (
    OWNER,
    RANKS,
    ROLES,
    WRITER,
    DriveFile,
    now,
    permission_id,
    person_permission,
)
from deploy.local.emulator.state.tree import inherit

UNCERTAIN: Final = (
    "A permission for a person who has one already replaces its role.",
    "Drive checks no address beyond its form: everybody exists, and any address may be a group.",
)
PAGE_SIZE = LARGEST_PAGE = 100
_KINDS = ("user", "group", "domain", "anyone")
_LIST_FIELDS = f"kind,nextPageToken,permissions({PERMISSION_FIELDS})"
_LACKING = ("expirationTime", "view", "inheritedPermissionsDisabled")


def create(context: Context) -> Json:
    """Implement permissions.create; a person who has one already gets the new role."""
    body = _body(context)
    file = _shareable(context)
    kind, role = body.get("type", ""), body.get("role", "")
    if not kind:
        raise drive_errors.required("permission type", "permission.type")
    if kind not in _KINDS:
        raise errors.drive_invalid("Invalid Value", "permission.type")
    _check_role(file, role)
    _check_notification(context, kind, role)
    if role == "owner" and not context.query.flag("transferOwnership"):
        raise drive_errors.transfer_not_asked()
    entry = _new_entry(body, kind, "writer" if role == "owner" else role)
    context.store.touch(file.id)
    old = next((one for one in file.permissions if one["id"] == entry["id"]), None)
    if old is not None and old["role"] == "owner":
        return _shown(context, file, old)
    if role == "owner":
        hand_over(context, file, entry)
    file.permissions = [one for one in file.permissions if one["id"] != entry["id"]]
    file.permissions.append(entry)
    if kind in ("user", "group"):
        file.shared_with.setdefault(entry["emailAddress"].lower(), now())
    inherit(context.store, file)
    return _shown(context, file, entry)


def _body(context: Context) -> Json:
    body = context.drive_body("Permission")
    if context.query.flag("useDomainAdminAccess"):
        raise errors.drive_unimplemented("access as a domain administrator")
    for name in _LACKING:
        if name in body:
            raise errors.drive_unimplemented(f"permissions with {name}")
    return body


def _shareable(context: Context) -> DriveFile:
    file = context.drive_file(WRITER)
    if file.id == file.drive and file.rank(context.user) < OWNER:
        raise errors.drive_forbidden()
    return file


def _check_role(file: DriveFile, role: str) -> None:
    if not role:
        raise drive_errors.required("permission role", "permission.role")
    if role not in RANKS:
        raise errors.drive_invalid("Invalid Value", "permission.role")
    if role in ("organizer", "fileOrganizer") and file.id != file.drive:
        raise drive_errors.organizer_outside_drive()
    if role == "owner" and file.drive:
        raise drive_errors.owner_in_drive()


def _check_notification(context: Context, kind: str, role: str) -> None:
    given = context.query.texts("sendNotificationEmail")
    # Without transferOwnership Google complains of that first.
    transfers = role == "owner" and context.query.flag("transferOwnership")
    if given and (
        kind not in ("user", "group")
        or (transfers and not context.query.flag("sendNotificationEmail"))
    ):
        raise drive_errors.notification_needed()


def _new_entry(body: Json, kind: str, role: str) -> Json:
    if kind in ("user", "group"):
        address = body.get("emailAddress", "")
        if "@" not in address.strip("@"):
            raise drive_errors.bad_address()
        return {**person_permission(address, role), "type": kind}
    entry: Json = {"kind": "drive#permission", "id": "", "type": kind, "role": role}
    found: bool = body.get("allowFileDiscovery", False)
    if kind == "domain":
        domain = body.get("domain", "")
        if not domain:
            raise drive_errors.required("domain", "permission.domain")
        entry |= {"id": f"{permission_id(domain)}k", "domain": domain}
    else:
        entry["id"] = "anyone" if found else "anyoneWithLink"
    return {**entry, "allowFileDiscovery": found}


def get(context: Context) -> Json:
    """Implement permissions.get."""
    file = context.drive_file(WRITER)
    return _shown(context, file, _entry(context, file))


def list_permissions(context: Context) -> Json:
    """Implement permissions.list; only those who may write may see them."""
    file = context.drive_file(WRITER)
    entries, more = page(
        context, file.grants(), lambda entry: str(entry["id"]), PAGE_SIZE, LARGEST_PAGE
    )
    shown: Json = {
        "kind": "drive#permissionList",
        **more,
        "permissions": [permission_json(file, entry) for entry in entries],
    }
    return masked(context, shown, "PermissionList", _LIST_FIELDS)


def update(context: Context) -> Json:
    """Implement permissions.update: another role, or an offer of ownership."""
    body = _body(context)
    file = _shareable(context)
    entry = _entry(context, file)
    role = body.get("role", "")
    _check_role(file, role)
    if entry["role"] == "owner" and role != "owner":
        raise drive_errors.owner_stays()
    context.store.touch(file.id)
    if entry not in file.permissions:
        if ROLES.index(role) <= ROLES.index(entry["role"]):
            raise drive_errors.inherited_stays(in_drive=bool(file.drive))
        entry = dict(entry)
        file.permissions.append(entry)
    if role == "owner":
        if entry["role"] != "owner":
            hand_over(context, file, entry)
    else:
        entry["role"] = role
    if body.get("pendingOwner"):
        offer(context, file, entry)
    inherit(context.store, file)
    return _shown(context, file, entry)


def delete(context: Context) -> Reply:
    """Implement permissions.delete; everybody may give up a right of their own."""
    _body(context)
    file = context.drive_file()
    own = context.params["permissionId"] == permission_id(context.user)
    if not own:
        file = _shareable(context)
    entry = _entry(context, file)
    if entry["role"] == "owner":
        raise drive_errors.owner_stays()
    if entry not in file.permissions:
        raise drive_errors.inherited_stays(in_drive=bool(file.drive))
    context.store.touch(file.id)
    file.permissions.remove(entry)
    file.shared_with.pop(entry.get("emailAddress", "").lower(), None)
    inherit(context.store, file)
    return no_content()


def _entry(context: Context, file: DriveFile) -> Json:
    wanted = context.params["permissionId"]
    for entry in file.grants():
        if entry["id"] == wanted:
            return entry
    raise errors.drive_missing("Permission", wanted, "permissionId")


def _shown(context: Context, file: DriveFile, entry: Json) -> Json:
    return masked(context, permission_json(file, entry), "Permission", PERMISSION_FIELDS)
