"""Folders: what is in them, and what goes down from them."""

from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import DriveFile
from deploy.local.emulator.state.store import Store


def inside(store: Store, folder_id: str) -> list[DriveFile]:
    """Return the files and folders directly in a folder."""
    return [file for file in store.files.values() if folder_id in file.parents]


def below(store: Store, folder_id: str) -> list[DriveFile]:
    """Return everything in a folder and in the folders within, the nearest first."""
    found: list[DriveFile] = []
    for file in inside(store, folder_id):
        found.extend((file, *below(store, file.id)))
    return found


def is_trashed(store: Store, file: DriveFile) -> bool:
    """Say whether a file, or a folder it is in, lies in the trash."""
    return file.trashed or any(
        is_trashed(store, store.files[parent]) for parent in file.parents if parent in store.files
    )


def inherit(store: Store, file: DriveFile) -> None:
    """Give a file, and all that is in it, the permissions of the folder it is in."""
    store.touch(file.id)
    above = [store.files[parent] for parent in file.parents if parent in store.files]
    file.inherited = [_handed_down(entry) for folder in above for entry in folder.grants()]
    for inner in inside(store, file.id):
        inherit(store, inner)


def _handed_down(entry: Json) -> Json:
    # Whoever owns a folder may write what others put into it.
    role = "writer" if entry["role"] == "owner" else entry["role"]
    return {**{key: value for key, value in entry.items() if key != "pendingOwner"}, "role": role}
