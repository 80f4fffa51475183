"""Who may become the owner of a file, and how."""

from typing import Final

from deploy.local.emulator import drive_errors, errors
from deploy.local.emulator.context import SERVICE_ACCOUNT, Context
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import DriveFile, root_id

UNCERTAIN: Final = (
    (
        "People of one domain other than gmail.com count as one organisation, which hands files "
        "over at once; all others offer ownership and accept it."
    ),
)
_PERSONAL = "gmail.com"


def hand_over(context: Context, file: DriveFile, entry: Json) -> None:
    """Make the person of a permission the owner; the owner so far becomes a writer.

    Raises:
        GoogleError: The request does not say ``transferOwnership``, the caller is neither the
            owner nor the person who was offered the file, or that person has to be asked.
    """
    if file.drive:
        raise drive_errors.owner_in_drive()
    if entry["type"] != "user":
        raise drive_errors.bad_address()
    if not context.query.flag("transferOwnership"):
        raise drive_errors.transfer_not_asked()
    address, me = entry["emailAddress"], context.user.lower()
    accepts = entry.get("pendingOwner", False) and address.lower() == me
    if not accepts:
        if file.owner.lower() != me:
            raise errors.drive_forbidden()
        if not _one_organisation(file.owner, address):
            raise drive_errors.consent_needed()
    for other in file.permissions:
        if other["role"] == "owner":
            other["role"] = "writer"
        other.pop("pendingOwner", None)
    entry["role"] = "owner"
    entry.pop("pendingOwner", None)
    file.owner = address
    if context.query.flag("moveToNewOwnersRoot"):
        file.parents = [root_id(address)]


def offer(context: Context, file: DriveFile, entry: Json) -> None:
    """Offer a file to a writer outside the owner's organisation.

    Raises:
        GoogleError: The caller is not the owner, or the person is no writer or needs no offer.
    """
    if file.drive or file.owner.lower() != context.user.lower():
        raise errors.drive_forbidden()
    writer = entry["type"] == "user" and entry["role"] == "writer"
    if not writer or _one_organisation(file.owner, entry["emailAddress"]):
        raise drive_errors.not_pending_owner()
    for other in file.permissions:
        other.pop("pendingOwner", None)
    entry["pendingOwner"] = True


def _one_organisation(owner: str, other: str) -> bool:
    domains = {address.rpartition("@")[2].lower() for address in (owner, other)}
    return len(domains) == 1 and not any(
        domain == _PERSONAL or domain.endswith(SERVICE_ACCOUNT[1:]) for domain in domains
    )
