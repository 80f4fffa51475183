"""drive.comments: list and create."""

import secrets

from deploy.local.emulator import errors
from deploy.local.emulator.context import Context
from deploy.local.emulator.responses.file_json import masked, user_json
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import now


def _require_fields(context: Context) -> None:
    if not context.query.text("fields"):
        raise errors.drive_error(
            400,
            "The 'fields' parameter is required for this method.",
            "required",
            location="fields",
            locationType="parameter",
        )


def list_comments(context: Context) -> Json:
    """Implement comments.list."""
    _require_fields(context)
    file = context.drive_file()
    shown: Json = {"kind": "drive#commentList", "comments": file.comments}
    return masked(context, shown, "CommentList", "*")


def create(context: Context) -> Json:
    """Implement comments.create."""
    body = context.drive_body("Comment")
    _require_fields(context)
    file = context.drive_file()
    if not body.get("content"):
        raise errors.drive_invalid("The content field is required.", "content")
    context.store.touch(file.id)
    created = now()
    comment: Json = {
        "id": secrets.token_urlsafe(8),
        "kind": "drive#comment",
        "createdTime": created,
        "modifiedTime": created,
        "author": user_json(context.user, context.user),
        "deleted": False,
        "resolved": False,
        "content": body["content"],
        "htmlContent": body["content"],
        "replies": [],
    }
    if body.get("anchor"):
        comment["anchor"] = body["anchor"]
    file.comments.append(comment)
    return masked(context, comment, "Comment", "*")
