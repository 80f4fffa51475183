"""What a handler gets: the request, understood, and the state behind it."""

from dataclasses import dataclass

from deploy.local.emulator import errors
from deploy.local.emulator.call import Call
from deploy.local.emulator.discovery.bodies import read_body
from deploy.local.emulator.discovery.queries import Query
from deploy.local.emulator.discovery.tables import Api
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.files import (
    FOLDER_TYPE,
    READER,
    WRITER,
    DriveFile,
    person_permission,
    root_id,
)
from deploy.local.emulator.state.store import Store
from deploy.local.emulator.state.workbook import Workbook

_BEGINNING = "2012-04-24T00:00:00.000Z"
SERVICE_ACCOUNT = ".iam.gserviceaccount.com"


@dataclass(frozen=True)
class Context:
    """One request of one user. ``params`` are the decoded pieces of the path."""

    store: Store
    user: str
    call: Call
    params: dict[str, str]
    query: Query
    api: Api

    def body(self, schema: str, root: str = "") -> Json:
        """Return the checked body."""
        return read_body(self.api, schema, self.call.body, root)

    def drive_body(self, schema: str) -> Json:
        """Return the checked body of a Drive request; unknown names are ignored there."""
        try:
            return read_body(self.api, schema, self.call.body, ignore_unknown=True)
        except errors.GoogleError as error:
            message = error.body["error"]["message"]
            raise errors.drive_error(400, message, "badRequest") from None

    @property
    def is_service_account(self) -> bool:
        """Say whether the user is a service account, which owns no storage."""
        return self.user.endswith(SERVICE_ACCOUNT)

    def readable(self) -> tuple[DriveFile, Workbook]:
        """Return file and workbook named in a Sheets path, to be read."""
        return self._open(READER)

    def writable(self) -> tuple[DriveFile, Workbook]:
        """Return file and workbook named in a Sheets path, about to be changed."""
        file, workbook = self._open(WRITER)
        self.store.touch(file.id)
        file.changed_by(self.user)
        return file, workbook

    def _open(self, rank: int) -> tuple[DriveFile, Workbook]:
        file = self.store.files.get(self.params["spreadsheetId"])
        if file is None or file.is_folder:
            raise errors.not_found()
        if file.rank(self.user) < rank:
            raise errors.permission_denied()
        return file, self.store.workbook(file.id)

    def drive_file(self, rank: int = READER, *, any_drive: bool = False) -> DriveFile:
        """Return the file named in a Drive path; unseen files do not exist.

        Files of shared drives are seen by requests that say ``supportsAllDrives``, and by methods
        that have no such parameter (``any_drive``).
        """
        file_id = self.params["fileId"]
        file = self.seen_file(file_id, any_drive=any_drive)
        if file is None:
            raise errors.file_not_found(file_id)
        if file.rank(self.user) < rank:
            raise errors.drive_forbidden()
        return file

    def seen_file(self, file_id: str, *, any_drive: bool = False) -> DriveFile | None:
        """Return the file with an id, None when the caller does not see one."""
        if file_id in ("root", root_id(self.user)):
            return self.my_drive()
        file = self.store.files.get(file_id)
        if file is None or file.rank(self.user) == 0:
            return None
        hidden = file.drive and not any_drive and not self.supports_all_drives
        return None if hidden else file

    def my_drive(self) -> DriveFile:
        """Return the top folder of the caller's My Drive; nobody can change it."""
        top = person_permission(self.user, "reader")
        names = (self.user, _BEGINNING, _BEGINNING, self.user)
        identifier = root_id(self.user)
        return DriveFile(identifier, "My Drive", *names, [top], mime_type=FOLDER_TYPE)

    @property
    def supports_all_drives(self) -> bool:
        """Say whether the client knows of shared drives."""
        return self.query.flag("supportsAllDrives") or self.query.flag("supportsTeamDrives")
