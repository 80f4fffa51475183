"""drive.files.export: the first tab as CSV or TSV, or everything as XLSX."""

from deploy.local.emulator import drive_errors, errors
from deploy.local.emulator.call import Reply
from deploy.local.emulator.context import Context
from deploy.local.emulator.export.delimited import as_csv, as_tsv
from deploy.local.emulator.export.xlsx import as_xlsx
from deploy.local.emulator.responses.file_json import EXPORTS, XLSX_TYPE

LARGEST_EXPORT = 10 * 2**20
_WRITERS = {"text/csv": as_csv, "text/tab-separated-values": as_tsv, XLSX_TYPE: as_xlsx}


def export(context: Context) -> Reply:
    """Implement files.export."""
    file = context.drive_file(any_drive=True)
    kind = context.query.text("mimeType")
    if not kind:
        raise errors.drive_error(
            400,
            "Required parameter: mimeType",
            "required",
            location="mimeType",
            locationType="parameter",
        )
    if file.is_folder:
        raise drive_errors.not_exportable()
    if kind not in EXPORTS:
        raise drive_errors.no_conversion()
    if kind not in _WRITERS:
        raise errors.drive_unimplemented(f"export as {kind}")
    body = _WRITERS[kind](context.store.workbook(file.id))
    if len(body) > LARGEST_EXPORT:
        raise drive_errors.export_too_large()
    return Reply(200, body, kind, (("Content-Disposition", "attachment"),))
