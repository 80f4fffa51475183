"""The 401 and 403 with which Google's front door turns a request away, in the form of each API."""

from typing import Final

from deploy.local.emulator.errors import GoogleError
from deploy.local.emulator.shapes import Json

UNCERTAIN: Final = (
    "The details of a refused token are those reported for Sheets; Drive's are taken to be alike.",
)
_EXPECTED = (
    "Expected OAuth 2 access token, login cookie or other valid authentication credential. See "
    "https://developers.google.com/identity/sign-in/web/devconsole-project."
)
_MISSING = f"Request is missing required authentication credential. {_EXPECTED}"
_INVALID = f"Request had invalid authentication credentials. {_EXPECTED}"
_TOO_NARROW = "Request had insufficient authentication scopes."
_HEADER = {"location": "Authorization", "locationType": "header"}
_SHEETS_NAMES = {
    "spreadsheets.batchUpdate": "BatchUpdateSpreadsheet",
    "spreadsheets.create": "CreateSpreadsheet",
    "spreadsheets.get": "GetSpreadsheet",
    "spreadsheets.getByDataFilter": "GetSpreadsheetByDataFilter",
    "spreadsheets.developerMetadata.get": "GetDeveloperMetadata",
    "spreadsheets.developerMetadata.search": "SearchDeveloperMetadata",
    "spreadsheets.sheets.copyTo": "CopySheet",
    "spreadsheets.values.append": "AppendValues",
    "spreadsheets.values.batchClear": "BatchClearValues",
    "spreadsheets.values.batchClearByDataFilter": "BatchClearValuesByDataFilter",
    "spreadsheets.values.batchGet": "BatchGetValues",
    "spreadsheets.values.batchGetByDataFilter": "BatchGetValuesByDataFilter",
    "spreadsheets.values.batchUpdate": "BatchUpdateValues",
    "spreadsheets.values.batchUpdateByDataFilter": "BatchUpdateValuesByDataFilter",
    "spreadsheets.values.clear": "ClearValues",
    "spreadsheets.values.get": "GetValues",
    "spreadsheets.values.update": "UpdateValues",
}


def missing(method: str) -> GoogleError:
    """401: the request carries no bearer token."""
    entry = {"message": "Login Required.", "domain": "global", "reason": "required", **_HEADER}
    return _refusal(401, _MISSING, entry, "CREDENTIALS_MISSING", method)


def invalid(method: str, reason: str) -> GoogleError:
    """401: the token is not one that is good now; ``reason`` is Google's word for why."""
    entry = {"message": "Invalid Credentials", "domain": "global", "reason": "authError", **_HEADER}
    return _refusal(401, _INVALID, entry, reason, method)


def insufficient(method: str) -> GoogleError:
    """403: the token is good, but none of its scopes allows the method."""
    entry = {
        "message": "Insufficient Permission",
        "domain": "global",
        "reason": "insufficientPermissions",
    }
    return _refusal(403, _TOO_NARROW, entry, "ACCESS_TOKEN_SCOPE_INSUFFICIENT", method)


def _refusal(status: int, message: str, entry: Json, reason: str, method: str) -> GoogleError:
    sheets = method.startswith("spreadsheets")
    error: Json = {"code": status, "message": message}
    if not sheets:
        error["errors"] = [entry]
    error["status"] = "UNAUTHENTICATED" if status == 401 else "PERMISSION_DENIED"  # noqa: PLR2004
    metadata = {"service": f"{'sheets' if sheets else 'drive'}.googleapis.com"}
    metadata["method"] = _sheets_name(method) if sheets else _drive_name(method)
    error["details"] = [
        {
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": reason,
            "domain": "googleapis.com",
            "metadata": metadata,
        }
    ]
    return GoogleError(status, {"error": error})


def _sheets_name(method: str) -> str:
    return f"google.apps.sheets.v4.SpreadsheetsService.{_SHEETS_NAMES[method]}"


def _drive_name(method: str) -> str:
    resource, _, verb = method.partition(".")
    return f"google.apps.drive.v3.Drive{resource.capitalize()}.{verb[:1].upper()}{verb[1:]}"
