"""Which folder a file goes into."""

from deploy.local.emulator import drive_errors, errors
from deploy.local.emulator.context import Context
from deploy.local.emulator.state.files import WRITER, DriveFile, root_id
from deploy.local.emulator.state.tree import below, inherit


def place_new(context: Context, file: DriveFile, parents: list[str]) -> None:
    """Put a new file of the caller into the folder named, else into the own My Drive.

    Raises:
        GoogleError: The folder is none, is not seen or not writable, there is more than one, or
            a service account would have to own the file.
    """
    if len(parents) > 1:
        raise drive_errors.cannot_add_parent()
    folder = _folder(context, parents[0]) if parents else context.my_drive()
    if folder.drive:
        file.owner, file.drive, file.permissions = "", folder.drive, []
    elif context.is_service_account:
        raise errors.storage_quota_exceeded()
    file.parents = [folder.id]
    context.store.add(file)
    inherit(context.store, file)


def move(context: Context, file: DriveFile) -> None:
    """Do what ``addParents`` and ``removeParents`` say.

    Raises:
        GoogleError: The file would be in several folders, or the folder cannot take it.
    """
    added = [name for name in context.query.text("addParents").split(",") if name]
    removed = [_resolved(context, name) for name in context.query.text("removeParents").split(",")]
    folders = [_folder(context, name) for name in added]
    if file.drive == file.id and added:
        raise errors.drive_forbidden()
    kept = [parent for parent in file.parents if parent not in removed]
    wanted = kept + [folder.id for folder in folders if folder.id not in kept]
    if wanted == file.parents:
        return
    if file.drive and len(wanted) != 1:
        raise drive_errors.one_parent_in_drive()
    if len(wanted) > max(1, len(file.parents)):
        raise drive_errors.cannot_add_parent()
    inner = {one.id for one in below(context.store, file.id)} | {file.id}
    if inner & set(wanted):
        raise drive_errors.cycle()
    if any(folder.drive != file.drive for folder in folders):
        raise errors.drive_unimplemented("moves into and out of shared drives")
    file.parents = wanted
    inherit(context.store, file)


def _resolved(context: Context, name: str) -> str:
    return root_id(context.user) if name == "root" else name


def _folder(context: Context, name: str) -> DriveFile:
    folder = context.seen_file(name)
    if folder is None:
        raise errors.file_not_found(name)
    if not folder.is_folder:
        raise drive_errors.no_folder()
    own = folder.id == root_id(context.user)
    if not own and folder.rank(context.user) < WRITER:
        raise drive_errors.parent_forbidden()
    return folder
