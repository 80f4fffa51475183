"""drive.comments and drive.replies: what people say about a file."""

import secrets
from html import escape
from typing import Final

from deploy.local.emulator import drive_errors, errors
from deploy.local.emulator.call import Reply, no_content
from deploy.local.emulator.context import Context
from deploy.local.emulator.responses.file_json import masked, user_json
from deploy.local.emulator.responses.paging import page
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import OWNER, DriveFile, now

UNCERTAIN: Final = (
    "Comments are listed newest first; the owner of a file may delete other people's comments.",
)
PAGE_SIZE = 20
LARGEST_PAGE = 100
_ACTIONS = {"resolve": True, "reopen": False}


def list_comments(context: Context) -> Json:
    """Implement comments.list: the newest change first."""
    file = _discussed(context)
    since = context.query.text("startModifiedTime")
    shown = [
        one for one in _kept(context, file.comments) if not since or one["modifiedTime"] >= since
    ]
    shown.sort(key=lambda one: str(one["modifiedTime"]), reverse=True)
    part, more = page(context, shown, lambda one: str(one["id"]), PAGE_SIZE, LARGEST_PAGE)
    comments = [_comment_json(context, one) for one in part]
    answer: Json = {"kind": "drive#commentList", **more, "comments": comments}
    return masked(context, answer, "CommentList", "*")


def get(context: Context) -> Json:
    """Implement comments.get."""
    return _shown(context, _comment(context, _discussed(context)))


def create(context: Context) -> Json:
    """Implement comments.create: readers may not."""
    body = context.drive_body("Comment")
    file = _discussed(context, speaking=True)
    if not body.get("content"):
        raise drive_errors.required("content", "content")
    comment = {**_said(context, body), "resolved": False, "replies": []}
    for name in ("anchor", "quotedFileContent"):
        if body.get(name):
            comment[name] = body[name]
    file.comments.append(comment)
    return _shown(context, comment)


def update(context: Context) -> Json:
    """Implement comments.update: the author changes the text."""
    body = context.drive_body("Comment")
    file = _discussed(context, speaking=True)
    comment = _comment(context, file)
    _change(context, comment, body)
    return _shown(context, comment)


def delete(context: Context) -> Reply:
    """Implement comments.delete: the text goes, the fact stays."""
    file = _speaking(context, context.drive_file(any_drive=True))
    _retract(context, file, _comment(context, file))
    return no_content()


def list_replies(context: Context) -> Json:
    """Implement replies.list: the oldest first."""
    comment = _comment(context, _discussed(context))
    kept = _kept(context, comment["replies"])
    part, more = page(context, kept, lambda one: str(one["id"]), PAGE_SIZE, LARGEST_PAGE)
    replies = [_reply_json(context, one) for one in part]
    return masked(
        context, {"kind": "drive#replyList", **more, "replies": replies}, "ReplyList", "*"
    )


def get_reply(context: Context) -> Json:
    """Implement replies.get."""
    reply = _reply(context, _comment(context, _discussed(context)))
    return masked(context, _reply_json(context, reply), "Reply", "*")


def create_reply(context: Context) -> Json:
    """Implement replies.create: a text, or an action that resolves or reopens the comment."""
    body = context.drive_body("Reply")
    comment = _comment(context, _discussed(context, speaking=True))
    action = body.get("action", "")
    if action and action not in _ACTIONS:
        raise errors.drive_invalid("Invalid Value", "action")
    if not body.get("content") and not action:
        raise drive_errors.required("content", "content")
    reply = _said(context, body)
    if action:
        reply["action"] = action
        comment["resolved"] = _ACTIONS[action]
    comment["replies"].append(reply)
    comment["modifiedTime"] = reply["createdTime"]
    return masked(context, _reply_json(context, reply), "Reply", "*")


def update_reply(context: Context) -> Json:
    """Implement replies.update: the author changes the text."""
    body = context.drive_body("Reply")
    reply = _reply(context, _comment(context, _discussed(context, speaking=True)))
    _change(context, reply, body)
    return masked(context, _reply_json(context, reply), "Reply", "*")


def delete_reply(context: Context) -> Reply:
    """Implement replies.delete."""
    file = _speaking(context, context.drive_file(any_drive=True))
    _retract(context, file, _reply(context, _comment(context, file)))
    return no_content()


def _discussed(context: Context, *, speaking: bool = False) -> DriveFile:
    if not context.query.text("fields"):
        raise drive_errors.fields_required()
    file = context.drive_file(any_drive=True)
    return _speaking(context, file) if speaking else file


def _speaking(context: Context, file: DriveFile) -> DriveFile:
    if file.role(context.user) == "reader":
        raise errors.drive_forbidden()
    context.store.touch(file.id)
    return file


def _comment(context: Context, file: DriveFile) -> Json:
    return _found(context, file.comments, "Comment")


def _reply(context: Context, comment: Json) -> Json:
    return _found(context, comment["replies"], "Reply")


def _found(context: Context, said: list[Json], what: str) -> Json:
    name = f"{what.lower()}Id"
    for one in said:
        hidden = one["deleted"] and not context.query.flag("includeDeleted")
        if one["id"] == context.params[name] and not hidden:
            return one
    raise errors.drive_missing(what, context.params[name], name)


def _kept(context: Context, said: list[Json]) -> list[Json]:
    return [one for one in said if not one["deleted"] or context.query.flag("includeDeleted")]


def _said(context: Context, body: Json) -> Json:
    created = now()
    return {
        "id": f"AAAA{secrets.token_urlsafe(5)}",
        "createdTime": created,
        "modifiedTime": created,
        "author": context.user,
        "deleted": False,
        "content": body.get("content", ""),
    }


def _change(context: Context, said: Json, body: Json) -> None:
    if not body.get("content"):
        raise drive_errors.required("content", "content")
    if _author(said).lower() != context.user.lower():
        raise errors.drive_forbidden()
    said["content"] = body["content"]
    said["modifiedTime"] = now()


def _retract(context: Context, file: DriveFile, said: Json) -> None:
    mine = _author(said).lower() == context.user.lower()
    if not mine and file.rank(context.user) < OWNER:
        raise errors.drive_forbidden()
    said["deleted"] = True
    said["content"] = ""
    said["modifiedTime"] = now()


def _author(said: Json) -> str:
    # Folders written before the author was an address alone hold the whole user.
    author = said["author"]
    return author if isinstance(author, str) else str(author["emailAddress"])


def _shown(context: Context, comment: Json) -> Json:
    return masked(context, _comment_json(context, comment), "Comment", "*")


def _comment_json(context: Context, comment: Json) -> Json:
    replies = [_reply_json(context, one) for one in _kept(context, comment["replies"])]
    return {**_said_json(context, comment), "kind": "drive#comment", "replies": replies}


def _reply_json(context: Context, reply: Json) -> Json:
    return {**_said_json(context, reply), "kind": "drive#reply"}


def _said_json(context: Context, said: Json) -> Json:
    person = user_json(_author(said), context.user)
    author = {name: person[name] for name in ("kind", "displayName", "me")}
    shown = {**said, "author": author, "htmlContent": escape(said["content"], quote=False)}
    if said["deleted"] or not said["content"]:
        del shown["content"], shown["htmlContent"]
    return shown
