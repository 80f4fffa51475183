"""drive.files: create, get, copy, update, delete, emptyTrash."""

import copy

from deploy.local.emulator import drive_errors, errors
from deploy.local.emulator.call import Reply, no_content
from deploy.local.emulator.context import Context
from deploy.local.emulator.responses.file_bodies import creation_body, describe, update_body
from deploy.local.emulator.responses.file_json import shown_file
from deploy.local.emulator.responses.placing import move, place_new
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import identifiers
from deploy.local.emulator.state.defaults import SPREADSHEET_TYPE
from deploy.local.emulator.state.files import (
    FOLDER_TYPE,
    OWNER,
    READER,
    WRITER,
    DriveFile,
    new_file,
    root_id,
)
from deploy.local.emulator.state.records import read_workbook, sheet_record, workbook_record
from deploy.local.emulator.state.tree import below, inherit
from deploy.local.emulator.state.workbook import Workbook, new_workbook

UNTITLED = "Untitled"


def create(context: Context) -> Json:
    """Implement files.create: an empty spreadsheet or folder."""
    body = creation_body(context)
    kind = body.get("mimeType", "")
    if kind not in (SPREADSHEET_TYPE, FOLDER_TYPE):
        raise errors.drive_unimplemented(f"files of type {kind or '(none)'}")
    file = new_file(identifiers.file_id(), body.get("name") or UNTITLED, context.user)
    file.mime_type = kind
    describe(context, file, body)
    place_new(context, file, body.get("parents", []))
    if not file.is_folder:
        context.store.add(file, new_workbook(file.id, file.name))
    return shown_file(context, file)


def get(context: Context) -> Json:
    """Implement files.get."""
    file = context.drive_file()
    if context.query.text("alt") == "media":
        raise drive_errors.not_downloadable()
    return shown_file(context, file)


def copy_file(context: Context) -> Json:
    """Implement files.copy: the whole content under a new id, in the same folder if that may be."""
    body = creation_body(context)
    source = context.drive_file(READER)
    if source.is_folder:
        raise drive_errors.not_copyable()
    if context.query.flag("copyComments"):
        raise errors.drive_unimplemented("copies of comments")
    if body.get("mimeType", source.mime_type) != source.mime_type:
        raise errors.drive_unimplemented(f"files of type {body['mimeType']}")
    name = body.get("name") or f"Copy of {source.name}"
    file = new_file(identifiers.file_id(), name, context.user)
    file.description = source.description
    file.properties, file.app_properties = dict(source.properties), dict(source.app_properties)
    describe(context, file, body)
    place_new(context, file, body.get("parents") or _same_folder(context, source))
    context.store.add(file, _twin(context, source, file))
    return shown_file(context, file)


def _same_folder(context: Context, source: DriveFile) -> list[str]:
    folders = [context.seen_file(parent) for parent in source.parents]
    return [one.id for one in folders if one is not None and _takes_files(context, one)]


def _takes_files(context: Context, folder: DriveFile) -> bool:
    return folder.id == root_id(context.user) or folder.rank(context.user) >= WRITER


def _twin(context: Context, source: DriveFile, file: DriveFile) -> Workbook:
    workbook = context.store.workbook(source.id)
    sheets = {sheet.id: copy.deepcopy(sheet_record(sheet)) for sheet in workbook.sheets}
    twin = read_workbook(file.id, copy.deepcopy(workbook_record(workbook)), sheets)
    twin.properties["title"] = file.name
    for sheet in twin.sheets:
        sheet.dirty = True
        for protection in sheet.protections:
            protection["editors"] = {"users": [context.user]}
    return twin


def update(context: Context) -> Json:
    """Implement files.update: name, description, star, properties, trash and folder."""
    file = context.drive_file()
    body = update_body(context, file)
    # Everybody who sees a file may put a star on it.
    moves = context.query.text("addParents") or context.query.text("removeParents")
    if file.rank(context.user) < WRITER and (moves or set(body) - {"starred", "mimeType", "kind"}):
        raise errors.drive_forbidden()
    if file.id == root_id(context.user):
        raise errors.drive_forbidden()
    context.store.touch(file.id)
    describe(context, file, body)
    if "trashed" in body:
        _trash(context, file, trashed=body["trashed"])
    if body.get("name"):
        file.name = body["name"]
        if not file.is_folder:
            context.store.workbook(file.id).properties["title"] = file.name
    move(context, file)
    if set(body) & {"name", "description", "properties", "appProperties"}:
        file.changed_by(context.user)
    return shown_file(context, file)


def _trash(context: Context, file: DriveFile, *, trashed: bool) -> None:
    if not _may_remove(context, file) or file.id == file.drive:
        raise errors.drive_forbidden()
    file.trashed = trashed
    file.version += 1


def _may_remove(context: Context, file: DriveFile) -> bool:
    return file.rank(context.user) == OWNER or file.role(context.user) == "fileOrganizer"


def delete(context: Context) -> Reply:
    """Implement files.delete: only the owner may, or an organizer of the shared drive."""
    file = context.drive_file(OWNER)
    if file.id == file.drive:
        raise errors.drive_forbidden()
    remove(context, file)
    return no_content()


def remove(context: Context, file: DriveFile) -> None:
    """Delete a file, and of a folder what its owner has in it; what others own goes on without."""
    inner = below(context.store, file.id)
    gone = {one.id for one in (file, *inner) if one.owner == file.owner}
    for one in inner:
        if one.id not in gone:
            one.parents = [parent for parent in one.parents if parent not in gone]
    for identifier in gone:
        context.store.delete(identifier)
    for one in inner:
        if one.id not in gone:
            inherit(context.store, one)


def empty_trash(context: Context) -> Reply:
    """Implement files.emptyTrash: what the caller owns in the trash is deleted."""
    if context.query.text("driveId"):
        raise errors.drive_unimplemented("files.emptyTrash of a shared drive")
    mine = [
        file
        for file in context.store.files.values()
        if file.trashed and file.owner.lower() == context.user.lower()
    ]
    for file in mine:
        if file.id in context.store.files:
            remove(context, file)
    return no_content()
