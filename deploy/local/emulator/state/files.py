"""A file or folder in Drive: who owns it, who may do what, when it changed."""

import base64
import hashlib
from dataclasses import dataclass, field

from deploy.local.emulator import clock
from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.defaults import SPREADSHEET_TYPE

FOLDER_TYPE = "application/vnd.google-apps.folder"
ROLES = ("reader", "commenter", "writer", "fileOrganizer", "organizer", "owner")
"""Every role, the weakest first."""
READER, WRITER, OWNER = 1, 2, 3
RANKS = {
    "reader": READER,
    "commenter": READER,
    "writer": WRITER,
    "fileOrganizer": WRITER,
    "organizer": OWNER,
    "owner": OWNER,
}


def now() -> str:
    """Return the time as Drive writes it: RFC 3339 in UTC with three decimals."""
    return clock.now().isoformat(timespec="milliseconds").replace("+00:00", "Z")


def permission_id(email: str) -> str:
    """Return the stable id of a person's permission, the same on every file."""
    digits = int.from_bytes(email.lower().encode("utf-8", "replace"), "big") % 10**20
    return f"{digits:020d}"


def root_id(email: str) -> str:
    """Return the id of a person's My Drive folder."""
    digest = hashlib.sha256(email.lower().encode("utf-8", "replace")).digest()
    return f"0A{base64.urlsafe_b64encode(digest).decode('ascii')[:11]}Uk9PVA"


@dataclass
class DriveFile:
    """What Drive knows about a spreadsheet, a folder or the top folder of a shared drive.

    ``permissions`` are Drive permission objects given on the file itself, ``inherited`` those
    that come from the folders above. ``drive`` is the id of the shared drive the file is in, and
    then nobody is its ``owner``.
    """

    id: str
    name: str
    owner: str
    created: str
    modified: str
    modifier: str
    permissions: list[Json]
    comments: list[Json] = field(default_factory=list)
    parents: list[str] = field(default_factory=list)
    trashed: bool = False
    version: int = 1
    mime_type: str = SPREADSHEET_TYPE
    drive: str = ""
    inherited: list[Json] = field(default_factory=list)
    description: str = ""
    starred_by: list[str] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    app_properties: dict[str, str] = field(default_factory=dict)
    modified_by: dict[str, str] = field(default_factory=dict)
    shared_with: dict[str, str] = field(default_factory=dict)

    @property
    def is_folder(self) -> bool:
        """Say whether other files can be in it."""
        return self.mime_type == FOLDER_TYPE

    def grants(self) -> list[Json]:
        """Return every permission that counts, the strongest of each id."""
        best: dict[str, Json] = {}
        for entry in [*self.permissions, *self.inherited]:
            known = best.get(entry["id"])
            if known is None or _strength(entry) > _strength(known):
                best[entry["id"]] = entry
        return list(best.values())

    def rank(self, user: str) -> int:
        """Return what ``user`` may do: 0 nothing, READER, WRITER or OWNER."""
        role = self.role(user)
        return RANKS[role] if role else 0

    def role(self, user: str) -> str:
        """Return the strongest role of ``user``, an empty text for a stranger."""
        roles = [entry["role"] for entry in self.grants() if _concerns(entry, user)]
        return max(roles, key=ROLES.index, default="")

    def changed_by(self, user: str) -> None:
        """Record a change of content or name."""
        self.modified = now()
        self.modifier = user
        self.modified_by[user.lower()] = self.modified
        self.version += 1


def _strength(permission: Json) -> int:
    return ROLES.index(permission["role"])


def _concerns(permission: Json, user: str) -> bool:
    kind = permission["type"]
    address = permission.get("emailAddress", "").lower()
    mine = kind == "anyone" or (kind in ("user", "group") and address == user.lower())
    domain = permission.get("domain", "")
    return mine or (kind == "domain" and user.lower().endswith(f"@{domain.lower()}"))


def person_permission(user: str, role: str) -> Json:
    """Return a permission of one person."""
    return {
        "kind": "drive#permission",
        "id": permission_id(user),
        "type": "user",
        "role": role,
        "emailAddress": user,
    }


def new_file(identifier: str, name: str, user: str) -> DriveFile:
    """Return a spreadsheet ``user`` has just created in the own My Drive."""
    created = now()
    return DriveFile(
        identifier,
        name,
        user,
        created,
        created,
        user,
        [person_permission(user, "owner")],
        parents=[root_id(user)],
        modified_by={user.lower(): created},
    )
