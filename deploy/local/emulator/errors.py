"""Every error body the server can answer with, one constructor per intention.

``GoogleError`` is the only exception that crosses the layers; a ``RequestFault`` is raised by
one request of a batchUpdate and becomes a ``GoogleError`` once its position is known.
"""

import json

from deploy.local.emulator.shapes import Json, JsonValue

_NO_QUOTA = (
    "Service Accounts do not have storage quota. Leverage shared drives "
    "(https://developers.google.com/workspace/drive/api/guides/about-shareddrives), or use OAuth "
    "delegation (http://support.google.com/a/answer/7281227) instead."
)
_BAD_REQUEST = "type.googleapis.com/google.rpc.BadRequest"
_ERROR_INFO = "type.googleapis.com/google.rpc.ErrorInfo"
_STATUS_NAMES = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    409: "ABORTED",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    501: "UNIMPLEMENTED",
    502: "UNAVAILABLE",
    503: "UNAVAILABLE",
    504: "DEADLINE_EXCEEDED",
}
PROTECTED = (
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to "
    "remove protection if you need to edit."
)


class GoogleError(Exception):
    """An answer that is an error: HTTP ``status`` and the complete JSON ``body``."""

    def __init__(self, status: int, body: Json) -> None:
        super().__init__(f"HTTP {status}")
        self.status = status
        self.body = body


class RequestFault(Exception):  # noqa: N818 - it is Google's text, not yet an error
    """One request of a batchUpdate is wrong; ``text`` is Google's sentence about it."""

    def __init__(self, text: str) -> None:
        super().__init__("invalid request")
        self.text = text


def sheets_error(status: int, message: str, details: list[Json] | None = None) -> GoogleError:
    """Return an error in the form of the Sheets API."""
    error: Json = {"code": status, "message": message, "status": _STATUS_NAMES[status]}
    if details:
        error["details"] = details
    return GoogleError(status, {"error": error})


def drive_error(status: int, message: str, reason: str, **more: str) -> GoogleError:
    """Return an error in the form of the Drive API; ``more`` joins the inner entry."""
    inner = {"message": message, "domain": more.pop("domain", "global"), "reason": reason, **more}
    return GoogleError(status, {"error": {"code": status, "message": message, "errors": [inner]}})


def invalid(message: str) -> GoogleError:
    """400 of the Sheets API with nothing but a sentence."""
    return sheets_error(400, message)


def violations(found: list[tuple[str | None, str]]) -> GoogleError:
    """400 with field violations; each is (field or None, description)."""
    entries = [
        {"field": field, "description": text} if field else {"description": text}
        for field, text in found
    ]
    message = "\n".join(text for _, text in found)
    return sheets_error(400, message, [{"@type": _BAD_REQUEST, "fieldViolations": entries}])


def bad_fields(path: str) -> GoogleError:
    """400: the query's ``fields`` names something that is not there."""
    text = f"Error expanding 'fields' parameter. Cannot find matching fields for path '{path}'."
    details = [{"@type": _BAD_REQUEST, "fieldViolations": [{"field": path, "description": text}]}]
    return sheets_error(400, "Request contains an invalid argument.", details)


def request_invalid(position: int, kind: str, text: str) -> GoogleError:
    """400 from request number ``position`` of a batchUpdate."""
    return invalid(f"Invalid requests[{position}].{kind}: {text}")


def not_found() -> GoogleError:
    """404 of the Sheets API: no such spreadsheet, or an ill-formed id."""
    return sheets_error(404, "Requested entity was not found.")


def no_such_method() -> GoogleError:
    """404: no route has this path."""
    return sheets_error(404, "Method not found.")


def permission_denied() -> GoogleError:
    """403 of the Sheets API: somebody else's document."""
    return sheets_error(403, "The caller does not have permission")


def file_not_found(file_id: str) -> GoogleError:
    """404 of the Drive API: unknown file, or one the caller may not see."""
    return drive_error(
        404,
        f"File not found: {file_id}.",
        "notFound",
        location="fileId",
        locationType="parameter",
    )


def drive_missing(what: str, value: str, location: str) -> GoogleError:
    """404 of the Drive API: no such permission, comment and the like."""
    return drive_error(
        404,
        f"{what} not found: {value}.",
        "notFound",
        location=location,
        locationType="parameter",
    )


def drive_forbidden() -> GoogleError:
    """403 of the Drive API: the caller may see the file but not do this."""
    return drive_error(
        403,
        "The user does not have sufficient permissions for this file.",
        "insufficientFilePermissions",
    )


def drive_invalid(message: str, location: str) -> GoogleError:
    """400 of the Drive API about one parameter."""
    return drive_error(400, message, "invalid", location=location, locationType="parameter")


def storage_quota_exceeded() -> GoogleError:
    """403 of the Drive API: service accounts own no storage."""
    return drive_error(403, _NO_QUOTA, "storageQuotaExceeded", domain="usageLimits")


def quota_exceeded(kind: str, *, per_user: bool = True) -> GoogleError:
    """429 of the Sheets API; ``kind`` is ``Read`` or ``Write``."""
    limit, scope = ("per minute per user", "User") if per_user else ("per minute", "Project")
    message = (
        f"Quota exceeded for quota metric '{kind} requests' and limit '{kind} requests {limit}' "
        "of service 'sheets.googleapis.com' for consumer 'project_number:1'."
    )
    metadata = {
        "consumer": "projects/1",
        "quota_limit": f"{kind}RequestsPerMinutePer{scope}",
        "quota_metric": f"sheets.googleapis.com/{kind.lower()}_requests",
        "service": "sheets.googleapis.com",
    }
    info: Json = {
        "@type": _ERROR_INFO,
        "reason": "RATE_LIMIT_EXCEEDED",
        "domain": "googleapis.com",
        "metadata": metadata,
    }
    return sheets_error(429, message, [info])


def injected(status: int, *, drive: bool, kind: str) -> GoogleError:
    """The error a fault asked for, in the form of the API that was called."""
    texts = {
        500: "Internal error encountered.",
        503: "The service is currently unavailable.",
        504: "Deadline expired before operation could complete.",
    }
    if drive:
        return _injected_drive(status, texts.get(status, "Backend Error"))
    if status == 429:  # noqa: PLR2004 - the HTTP status itself
        return quota_exceeded(kind)
    if status == 403:  # noqa: PLR2004 - the HTTP status itself
        return permission_denied()
    if status not in _STATUS_NAMES:
        body = {"error": {"code": status, "message": "Injected error.", "status": "UNKNOWN"}}
        return GoogleError(status, body)
    return sheets_error(status, texts.get(status, "The operation failed."))


def _injected_drive(status: int, text: str) -> GoogleError:
    if status == 403:  # noqa: PLR2004 - the HTTP status itself
        return drive_forbidden()
    if status == 429:  # noqa: PLR2004 - the HTTP status itself
        return drive_limit(status, "rateLimitExceeded")
    return drive_error(status, text, "backendError")


def drive_limit(status: int, reason: str) -> GoogleError:
    """403 or 429 of the Drive API: too many requests; ``reason`` says of which kind."""
    texts = {
        "rateLimitExceeded": "Rate Limit Exceeded",
        "userRateLimitExceeded": "User Rate Limit Exceeded",
        "sharingRateLimitExceeded": 'Rate limit exceeded. User message: "Sorry, you have exceeded '
        'your sharing quota."',
        "dailyLimitExceeded": "Daily Limit Exceeded",
    }
    domain = "global" if reason == "sharingRateLimitExceeded" else "usageLimits"
    return drive_error(status, texts[reason], reason, domain=domain)


def unimplemented(what: str) -> GoogleError:
    """501: Google can do this, the local server cannot."""
    return sheets_error(501, f"The local server does not implement {what}.")


def drive_unimplemented(what: str) -> GoogleError:
    """501 in the form of the Drive API."""
    return drive_error(501, f"The local server does not implement {what}.", "notImplemented")


def bad_range(text: str) -> GoogleError:
    """400: the A1 range cannot be read or names no tab."""
    return invalid(f"Unable to parse range: {text}")


def as_json_text(value: JsonValue) -> str:
    """Return ``value`` as Google quotes it inside an error sentence."""
    return json.dumps(value, ensure_ascii=False)
