"""drive.permissions: create, get, list, update, delete."""

from deploy.local.emulator import errors
from deploy.local.emulator.call import Reply, no_content
from deploy.local.emulator.context import Context
from deploy.local.emulator.responses.file_json import PERMISSION_FIELDS, masked, permission_json
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import OWNER, RANKS, WRITER, DriveFile, permission_id

ANYONE_ID = "anyoneWithLink"
_LIST_FIELDS = f"kind,nextPageToken,permissions({PERMISSION_FIELDS})"


def create(context: Context) -> Json:
    """Implement permissions.create; a person who has one already gets the new role."""
    body = context.drive_body("Permission")
    file = context.drive_file(WRITER)
    kind, role = body.get("type", ""), body.get("role", "")
    if kind not in ("user", "group", "domain", "anyone"):
        raise errors.drive_invalid("The permission type field is required.", "permission.type")
    _check_role(context, file, role)
    entry: Json = {"kind": "drive#permission", "id": ANYONE_ID, "type": kind, "role": role}
    if kind in ("user", "group"):
        address = body.get("emailAddress", "")
        if "@" not in address:
            raise errors.drive_error(
                400,
                "The specified emailAddress is invalid or not applicable for the given "
                "permission type.",
                "invalidSharingRequest",
            )
        entry |= {"id": permission_id(address), "emailAddress": address}
    elif kind == "domain":
        domain = body.get("domain", "")
        if not domain:
            raise errors.drive_invalid("The domain field is required.", "permission.domain")
        entry |= {"id": f"{permission_id(domain)}k", "domain": domain}
    if kind in ("domain", "anyone"):
        entry["allowFileDiscovery"] = body.get("allowFileDiscovery", False)
    context.store.touch(file.id)
    if role == "owner":
        _hand_over(file, entry["emailAddress"])
    others = [old for old in file.permissions if old["id"] != entry["id"]]
    same = next((old for old in file.permissions if old["id"] == entry["id"]), None)
    if same is not None and same["role"] == "owner":
        entry = same
    file.permissions = [*others, entry]
    return masked(context, permission_json(entry), "Permission", PERMISSION_FIELDS)


def _check_role(context: Context, file: DriveFile, role: str) -> None:
    if role not in RANKS:
        raise errors.drive_invalid("The permission role field is required.", "permission.role")
    if role != "owner":
        return
    if file.rank(context.user) != OWNER:
        raise errors.drive_forbidden()
    if not context.query.flag("transferOwnership"):
        raise errors.drive_error(
            403,
            "The transferOwnership parameter must be enabled when the permission role is 'owner'.",
            "forbidden",
            location="transferOwnership",
            locationType="parameter",
        )


def _hand_over(file: DriveFile, address: str) -> None:
    for entry in file.permissions:
        if entry["role"] == "owner":
            entry["role"] = "writer"
    file.owner = address


def get(context: Context) -> Json:
    """Implement permissions.get."""
    entry = _entry(context, context.drive_file(WRITER))
    return masked(context, permission_json(entry), "Permission", PERMISSION_FIELDS)


def list_permissions(context: Context) -> Json:
    """Implement permissions.list; only those who may write may see them."""
    file = context.drive_file(WRITER)
    shown: Json = {
        "kind": "drive#permissionList",
        "permissions": [permission_json(entry) for entry in file.permissions],
    }
    return masked(context, shown, "PermissionList", _LIST_FIELDS)


def update(context: Context) -> Json:
    """Implement permissions.update: another role."""
    body = context.drive_body("Permission")
    file = context.drive_file(WRITER)
    entry = _entry(context, file)
    role = body.get("role", "")
    _check_role(context, file, role)
    if entry["role"] == "owner" and role != "owner":
        raise errors.drive_forbidden()
    context.store.touch(file.id)
    if role == "owner":
        if "emailAddress" not in entry:
            raise errors.drive_invalid("Only a person can own a file.", "permission.role")
        _hand_over(file, entry["emailAddress"])
    entry["role"] = role
    return masked(context, permission_json(entry), "Permission", PERMISSION_FIELDS)


def delete(context: Context) -> Reply:
    """Implement permissions.delete; everybody may give up a right of their own."""
    file = context.drive_file()
    own = context.params["permissionId"] == permission_id(context.user)
    if file.rank(context.user) < WRITER and not own:
        raise errors.drive_forbidden()
    entry = _entry(context, file)
    if entry["role"] == "owner":
        raise errors.drive_forbidden()
    context.store.touch(file.id)
    file.permissions.remove(entry)
    return no_content()


def _entry(context: Context, file: DriveFile) -> Json:
    wanted = context.params["permissionId"]
    for entry in file.permissions:
        if entry["id"] == wanted:
            return entry
    raise errors.drive_missing("Permission", wanted, "permissionId")
