"""drive v2 upload: a CSV replaces the content of a spreadsheet."""

import csv
import io

from deploy.local.emulator import errors
from deploy.local.emulator.cells.locales import locale_of
from deploy.local.emulator.cells.typed import read_typed
from deploy.local.emulator.context import Context
from deploy.local.emulator.edits.cells import TEXT_LIMIT, TOO_LONG
from deploy.local.emulator.responses.file_json import user_json
from deploy.local.emulator.responses.spreadsheet_json import url_of
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state import defaults
from deploy.local.emulator.state.files import WRITER, DriveFile, root_id
from deploy.local.emulator.state.sheet import Sheet, new_sheet
from deploy.local.emulator.state.workbook import Workbook

IMPORT_ZONE = "America/Los_Angeles"
_EXPORTS = (
    "application/x-vnd.oasis.opendocument.spreadsheet",
    "text/tab-separated-values",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "text/csv",
    "application/zip",
    "application/vnd.oasis.opendocument.spreadsheet",
)


def replace(context: Context) -> Json:
    """Implement the v2 media upload: one new tab with the file's rows."""
    file = context.drive_file(WRITER)
    if file.is_folder:
        raise errors.drive_forbidden()
    if context.query.text("uploadType") != "media":
        raise errors.drive_unimplemented("uploads other than uploadType=media")
    if "text/csv" not in context.call.headers.get("content-type", ""):
        raise errors.drive_unimplemented("uploads other than text/csv")
    workbook = context.store.workbook(file.id)
    context.store.touch(file.id)
    file.changed_by(context.user)
    sheet = new_sheet(workbook.free_sheet_id(), file.name, defaults.ROWS, defaults.COLUMNS)
    workbook.sheets = [sheet]
    workbook.named_ranges = []
    workbook.metadata = []
    workbook.properties["timeZone"] = IMPORT_ZONE
    workbook.properties["locale"] = defaults.LOCALE
    _fill(workbook, sheet, context.call.body.decode("utf-8-sig", "replace"))
    workbook.restructured()
    return _file_v2(file, context.user)


def _fill(workbook: Workbook, sheet: Sheet, text: str) -> None:
    locale = locale_of(workbook.locale)
    try:
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error:
        raise errors.drive_error(400, "Bad Request", "badRequest") from None
    width = max((len(row) for row in rows), default=0)
    sheet.resize(max(sheet.rows, len(rows)), max(sheet.columns, width))
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if len(cell) > TEXT_LIMIT:
                raise errors.drive_error(400, TOO_LONG, "badRequest")
            typed = read_typed(cell, locale)
            workbook.enter(sheet, at, column, typed.value if typed.value != "" else None)
            if typed.number_format is not None:
                sheet.grid.formats.put(at, column, {"numberFormat": typed.number_format})


def _person(address: str, user: str) -> Json:
    shown = user_json(address, user)
    return {
        "displayName": shown["displayName"],
        "kind": "drive#user",
        "isAuthenticatedUser": shown["me"],
        "permissionId": shown["permissionId"],
        "emailAddress": address,
        "picture": {"url": "https://lh3.googleusercontent.com/a/default-user=s64"},
    }


def _file_v2(file: DriveFile, user: str) -> Json:
    link = f"https://www.googleapis.com/drive/v2/files/{file.id}"
    export = f"https://docs.google.com/spreadsheets/export?id={file.id}&exportFormat="
    endings = ("x-ods", "tsv", "pdf", "xlsx", "csv", "zip", "ods")
    owner = _person(file.owner, user)
    etag = f'"{file.version}"'
    return {
        "kind": "drive#file",
        "userPermission": {
            "id": "me",
            "type": "user",
            "role": "owner" if file.owner == user else "writer",
            "kind": "drive#permission",
            "selfLink": f"{link}/permissions/me",
            "etag": etag,
            "pendingOwner": False,
        },
        "selfLink": link,
        "ownerNames": [owner["displayName"]],
        "lastModifyingUserName": _person(user, user)["displayName"],
        "editable": True,
        "writersCanShare": True,
        "mimeType": file.mime_type,
        "exportLinks": {
            kind: export + ending for kind, ending in zip(_EXPORTS, endings, strict=True)
        },
        "parents": [
            {
                "selfLink": f"{link}/parents/{parent}",
                "id": parent,
                "isRoot": parent == root_id(file.owner),
                "kind": "drive#parentReference",
                "parentLink": f"https://www.googleapis.com/drive/v2/files/{parent}",
            }
            for parent in file.parents
        ],
        "thumbnailLink": f"https://docs.google.com/feeds/vt?gd=true&id={file.id}",
        "appDataContents": False,
        "iconLink": "https://drive-thirdparty.googleusercontent.com/16/type/" + file.mime_type,
        "shared": len(file.permissions) > 1,
        "lastModifyingUser": _person(user, user),
        "owners": [owner],
        "copyable": True,
        "etag": etag,
        "alternateLink": url_of(file.id) + "?usp=drivesdk",
        "embedLink": f"https://docs.google.com/spreadsheets/d/{file.id}/htmlembed",
        "fileSize": "1024",
        "copyRequiresWriterPermission": False,
        "spaces": ["drive"],
        "id": file.id,
        "title": file.name,
        "labels": {
            "viewed": True,
            "restricted": False,
            "starred": False,
            "hidden": False,
            "trashed": file.trashed,
        },
        "explicitlyTrashed": file.trashed,
        "createdDate": file.created,
        "modifiedDate": file.modified,
        "modifiedByMeDate": file.modified,
        "lastViewedByMeDate": file.modified,
        "markedViewedByMeDate": "1970-01-01T00:00:00.000Z",
        "quotaBytesUsed": "1024",
        "version": str(file.version),
        "capabilities": {"canEdit": True, "canCopy": True},
    }
