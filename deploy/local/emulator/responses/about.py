"""drive.about: who the caller is and how much room is left."""

from deploy.local.emulator import drive_errors, errors
from deploy.local.emulator.context import Context
from deploy.local.emulator.responses.file_json import masked, user_json
from deploy.local.emulator.shapes import Json

_FREE_GIGABYTES = 15
_FILE_BYTES = 1024


def get(context: Context) -> Json:
    """Implement about.get: a person has 15 GB, a service account nothing."""
    if not context.query.text("fields"):
        raise drive_errors.fields_required()
    answer: Json = {
        "kind": "drive#about",
        "user": user_json(context.user, context.user),
        "storageQuota": _quota(context),
        "maxUploadSize": "5242880000000",
        "appInstalled": False,
        "canCreateDrives": not context.is_service_account,
        "canCreateTeamDrives": not context.is_service_account,
    }
    shown = masked(context, answer, "About", "*")
    asked = context.query.text("fields").replace("/", "(").replace(" ", "")
    for name in set(context.api.schemas["About"]) - set(answer):
        if any(part == name for part in asked.replace("(", ",").replace(")", ",").split(",")):
            raise errors.drive_unimplemented(f"about.{name}")
    return shown


def _quota(context: Context) -> Json:
    me = context.user.lower()
    mine = [
        file
        for file in context.store.files.values()
        if file.owner.lower() == me and not file.is_folder
    ]
    room = 0 if context.is_service_account else _FREE_GIGABYTES * 2**30
    used = len(mine) * _FILE_BYTES
    trashed = sum(file.trashed for file in mine) * _FILE_BYTES
    return {
        "limit": str(room),
        "usage": str(used),
        "usageInDrive": str(used),
        "usageInDriveTrash": str(trashed),
    }
