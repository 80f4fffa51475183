"""Refusals of the Drive API that concern folders, sharing, shared drives and exports."""

from typing import Final

from deploy.local.emulator.errors import GoogleError, drive_error

UNCERTAIN: Final = (
    (
        "Drive's reasons and sentences are those of its guide and of reports by users; which of "
        "several refusals comes first is not known."
    ),
    (
        "The sentences for organizers outside shared drives, for owners inside them, for a folder "
        "moved into itself, for a shared drive that is not empty and for people who may not create "
        "one are worded after the names of Google's reasons."
    ),
)


def required(name: str, location: str) -> GoogleError:
    """400: a part of the body or the query is missing."""
    return drive_error(
        400, f"The {name} field is required.", "required", location=location, locationType="other"
    )


def fields_required() -> GoogleError:
    """400: about and comments answer only with ``fields``."""
    return drive_error(
        400,
        "The 'fields' parameter is required for this method.",
        "required",
        location="fields",
        locationType="parameter",
    )


def not_writable(name: str = "") -> GoogleError:
    """403: the body names something that cannot be set like that."""
    message = "The resource body includes fields which are not directly writable."
    if name:
        message = (
            f"The {name} field is not directly writable in update requests. Use the addParents "
            "and removeParents parameters instead."
        )
    return drive_error(403, message, "fieldNotWritable")


def cannot_add_parent() -> GoogleError:
    """403: a file is in one folder at a time."""
    return drive_error(403, "Increasing the number of parents is not allowed", "cannotAddParent")


def one_parent_in_drive() -> GoogleError:
    """403: a file of a shared drive is in exactly one folder."""
    return drive_error(
        403, "A shared drive item must have exactly one parent.", "teamDrivesParentLimit"
    )


def no_folder() -> GoogleError:
    """403: the place named is a file."""
    return drive_error(403, "The specified parent is not a folder.", "parentNotAFolder")


def parent_forbidden() -> GoogleError:
    """403: the caller may not put anything into that folder."""
    return drive_error(
        403, "Insufficient permissions for the specified parent.", "insufficientParentPermissions"
    )


def cycle() -> GoogleError:
    """400: a folder would be inside itself."""
    return drive_error(400, "A folder cannot be moved into itself.", "badRequest")


def not_copyable() -> GoogleError:
    """403: folders cannot be copied."""
    return drive_error(403, "This file cannot be copied by the user.", "cannotCopyFile")


def not_downloadable() -> GoogleError:
    """403: a spreadsheet has no bytes to download."""
    return drive_error(
        403,
        "Only files with binary content can be downloaded. Use Export with Docs Editors files.",
        "fileNotDownloadable",
        location="alt",
        locationType="parameter",
    )


def not_exportable() -> GoogleError:
    """403: a folder cannot be exported."""
    return drive_error(403, "Export only supports Docs Editors files.", "fileNotExportable")


def no_conversion() -> GoogleError:
    """400: a spreadsheet does not become that."""
    return drive_error(
        400,
        "The requested conversion is not supported.",
        "badRequest",
        location="convertTo",
        locationType="parameter",
    )


def export_too_large() -> GoogleError:
    """403: exports end at ten megabytes."""
    return drive_error(403, "This file is too large to be exported.", "exportSizeLimitExceeded")


def bad_address() -> GoogleError:
    """400: a person or group without a good address."""
    return drive_error(
        400,
        "The specified emailAddress is invalid or not applicable for the given permission type.",
        "invalid",
        location="permission.emailAddress",
        locationType="other",
    )


def transfer_not_asked() -> GoogleError:
    """403: a new owner needs ``transferOwnership``."""
    return drive_error(
        403,
        "The transferOwnership parameter must be enabled when the permission role is 'owner'.",
        "forbidden",
        location="transferOwnership",
        locationType="parameter",
    )


def notification_needed() -> GoogleError:
    """403: ``sendNotificationEmail`` where it does not belong, or off for a new owner."""
    return drive_error(
        403,
        "The sendNotificationEmail parameter is only applicable for permissions of type 'user' or "
        "'group', and must not be disabled for ownership transfers.",
        "forbidden",
        location="sendNotificationEmail",
        locationType="parameter",
    )


def consent_needed() -> GoogleError:
    """403: outside one organisation the new owner has to accept."""
    return drive_error(
        403,
        "Consent is required to transfer ownership of a file to another user.",
        "consentRequiredForOwnershipTransfer",
    )


def not_pending_owner() -> GoogleError:
    """403: inside one organisation nobody has to accept."""
    return drive_error(
        403,
        "The target user cannot be a pending owner on this file.",
        "targetUserCannotBePendingOwnerOnFile",
    )


def owner_stays() -> GoogleError:
    """403: an owner's permission ends only when somebody else becomes the owner."""
    return drive_error(403, "The owner of a file cannot be removed.", "cannotRemoveOwner")


def inherited_stays(*, in_drive: bool) -> GoogleError:
    """403: what comes from a folder is changed at the folder."""
    if in_drive:
        return drive_error(
            403,
            "Cannot update or delete an inherited permission on a shared drive item.",
            "cannotModifyInheritedTeamDrivePermission",
        )
    message = "Cannot update or delete an inherited permission."
    return drive_error(403, message, "cannotModifyInheritedPermission")


def organizer_outside_drive() -> GoogleError:
    """403: such roles exist in shared drives only."""
    message = "This role is only supported on shared drives."
    return drive_error(403, message, "organizerOnNonTeamDriveItemNotSupported")


def owner_in_drive() -> GoogleError:
    """403: nobody owns a file of a shared drive."""
    message = "The owner role is not supported on shared drive items."
    return drive_error(403, message, "ownerOnTeamDriveItemNotSupported")


def drive_not_found(drive_id: str) -> GoogleError:
    """404: no such shared drive, or the caller is no member."""
    return drive_error(
        404,
        f"Shared drive not found: {drive_id}",
        "notFound",
        location="driveId",
        locationType="parameter",
    )


def drives_not_for_you() -> GoogleError:
    """403: shared drives are made by people of an organisation."""
    message = "The user is not permitted to create shared drives."
    return drive_error(403, message, "userCannotCreateTeamDrives")


def drive_exists() -> GoogleError:
    """409: the same person has used this ``requestId`` before."""
    message = "A shared drive already exists with the provided request ID."
    return drive_error(409, message, "duplicate")


def drive_not_empty() -> GoogleError:
    """403: a shared drive with files in it stays."""
    message = "A shared drive that contains untrashed items cannot be deleted."
    return drive_error(403, message, "cannotDeleteResourceWithChildren")


def drive_needs_corpora() -> GoogleError:
    """403: ``driveId`` and ``corpora=drive`` belong together."""
    return drive_error(
        403,
        "The driveId parameter must be specified if and only if corpora is set to drive.",
        "teamDriveIdRequiresTeamDriveCorpora",
    )


def drive_items_not_included() -> GoogleError:
    """403: a search of shared drives has to include their files."""
    return drive_error(
        403,
        "The includeItemsFromAllDrives parameter must be set to true when driveId is specified or "
        "corpora contains drive or allDrives.",
        "teamDrivesCorporaRequiresIncludeTeamDriveItems",
    )
