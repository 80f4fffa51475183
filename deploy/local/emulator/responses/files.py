"""drive.files: create, get, list, copy, update, delete, export."""

import copy

from deploy.local.emulator import errors
from deploy.local.emulator.call import Reply, no_content
from deploy.local.emulator.context import Context
from deploy.local.emulator.export.delimited import as_csv
from deploy.local.emulator.export.xlsx import as_xlsx
from deploy.local.emulator.responses.file_json import FILE_FIELDS, file_json, masked
from deploy.local.emulator.responses.file_query import compile_query
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers
from deploy.local.emulator.state.defaults import SPREADSHEET_TYPE
from deploy.local.emulator.state.files import OWNER, READER, WRITER, DriveFile, new_file
from deploy.local.emulator.state.records import read_workbook, sheet_record, workbook_record
from deploy.local.emulator.state.workbook import new_workbook

PAGE_SIZE = 100
LARGEST_PAGE = 1000
UNTITLED = "Untitled"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LIST_FIELDS = f"kind,incompleteSearch,nextPageToken,files({FILE_FIELDS})"


def create(context: Context) -> Json:
    """Implement files.create: an empty spreadsheet."""
    body = context.drive_body("File")
    if context.is_service_account:
        raise errors.storage_quota_exceeded()
    kind = body.get("mimeType", "")
    if kind != SPREADSHEET_TYPE:
        raise errors.drive_unimplemented(f"files of type {kind or '(none)'}")
    name = body.get("name") or UNTITLED
    file = new_file(identifiers.file_id(), name, context.user)
    file.parents = body.get("parents") or file.parents
    context.store.add(file, new_workbook(file.id, name))
    return masked(context, file_json(file, context.user), "File", FILE_FIELDS)


def get(context: Context) -> Json:
    """Implement files.get."""
    shown = file_json(context.drive_file(), context.user)
    return masked(context, shown, "File", FILE_FIELDS)


def list_files(context: Context) -> Json:
    """Implement files.list: newest first unless ``orderBy`` says otherwise."""
    test = compile_query(context.query.text("q"), context.user)
    found = [
        file for file in context.store.files.values() if _listed(file, context.user) and test(file)
    ]
    size = context.query.number("pageSize", PAGE_SIZE)
    if not 1 <= size <= LARGEST_PAGE:
        raise errors.drive_invalid(
            f"Invalid value '{size}'. Values must be within the range: [1, 1000]", "pageSize"
        )
    start = _page_start(context.query.text("pageToken"))
    page = _ordered(found, context.query.text("orderBy"))[start : start + size]
    shown: Json = {"kind": "drive#fileList", "incompleteSearch": False}
    if start + size < len(found):
        shown["nextPageToken"] = f"~{start + size}"
    shown["files"] = [file_json(file, context.user) for file in page]
    return masked(context, shown, "FileList", _LIST_FIELDS)


def _listed(file: DriveFile, user: str) -> bool:
    shared = [entry for entry in file.permissions if entry["type"] != "anyone"]
    seen = any(entry.get("allowFileDiscovery") for entry in file.permissions)
    own = any(entry.get("emailAddress", "").lower() == user.lower() for entry in shared)
    return own or seen or (file.rank(user) > 0 and any("domain" in entry for entry in shared))


def _page_start(token: str) -> int:
    if not token:
        return 0
    if not token.startswith("~") or not token[1:].isascii() or not token[1:].isdigit():
        raise errors.drive_invalid("Invalid Value", "pageToken")
    return int(token[1:])


def _ordered(files: list[DriveFile], order: str) -> list[DriveFile]:
    keys = {
        "name": lambda file: file.name.casefold(),
        "name_natural": lambda file: file.name.casefold(),
        "createdTime": lambda file: file.created,
        "modifiedTime": lambda file: file.modified,
        "modifiedByMeTime": lambda file: file.modified,
    }
    result = sorted(files, key=lambda file: (file.modified, file.created), reverse=True)
    for part in reversed([part.split() for part in order.split(",") if part.strip()]):
        if part[0] not in keys or part[1:] not in ([], ["desc"]):
            raise errors.drive_invalid("Invalid Value", "orderBy")
        result.sort(key=keys[part[0]], reverse=part[1:] == ["desc"])
    return result


def copy_file(context: Context) -> Json:
    """Implement files.copy: the whole content under a new id."""
    body = context.drive_body("File")
    source = context.drive_file(READER)
    if context.is_service_account:
        raise errors.storage_quota_exceeded()
    workbook = context.store.workbook(source.id)
    name = body.get("name") or f"Copy of {source.name}"
    file = new_file(identifiers.file_id(), name, context.user)
    file.parents = body.get("parents") or file.parents
    sheets = {sheet.id: copy.deepcopy(sheet_record(sheet)) for sheet in workbook.sheets}
    twin = read_workbook(file.id, copy.deepcopy(workbook_record(workbook)), sheets)
    twin.properties["title"] = name
    for sheet in twin.sheets:
        sheet.dirty = True
        for protection in sheet.protections:
            protection["editors"] = {"users": [context.user]}
    context.store.add(file, twin)
    return masked(context, file_json(file, context.user), "File", FILE_FIELDS)


def update(context: Context) -> Json:
    """Implement files.update: name, trash and parents."""
    body = context.drive_body("File")
    file = context.drive_file(WRITER)
    for name in body:
        if name not in ("name", "trashed", "mimeType", "kind", "id"):
            raise errors.drive_unimplemented(f"files.update of {name}")
    context.store.touch(file.id)
    if "trashed" in body:
        if file.rank(context.user) != OWNER:
            raise errors.drive_forbidden()
        file.trashed = body["trashed"]
    if body.get("name"):
        file.name = body["name"]
        context.store.workbook(file.id).properties["title"] = file.name
    added = context.query.text("addParents").split(",")
    removed = context.query.text("removeParents").split(",")
    kept = [parent for parent in file.parents if parent not in removed]
    file.parents = kept + [parent for parent in added if parent and parent not in kept]
    file.changed_by(context.user)
    return masked(context, file_json(file, context.user), "File", FILE_FIELDS)


def delete(context: Context) -> Reply:
    """Implement files.delete: only the owner may."""
    file = context.drive_file(OWNER)
    context.store.delete(file.id)
    return no_content()


def export(context: Context) -> Reply:
    """Implement files.export: the first tab as CSV, or everything as XLSX."""
    file = context.drive_file()
    kind = context.query.text("mimeType")
    if not kind:
        raise errors.drive_error(
            400,
            "Required parameter: mimeType",
            "required",
            location="mimeType",
            locationType="parameter",
        )
    workbook = context.store.workbook(file.id)
    attachment = (("Content-Disposition", "attachment"),)
    if kind == "text/csv":
        return Reply(200, as_csv(workbook), "text/csv", attachment)
    if kind == XLSX_TYPE:
        return Reply(200, as_xlsx(workbook), XLSX_TYPE, attachment)
    raise errors.drive_unimplemented(f"export as {kind}")
