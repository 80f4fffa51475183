"""A file in Drive: who owns it, who may do what, when it changed."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from deploy.local.emulator.shapes import Json
from deploy.local.emulator.state.defaults import SPREADSHEET_TYPE

RANKS = {"reader": 1, "commenter": 1, "writer": 2, "owner": 3}
READER, WRITER, OWNER = 1, 2, 3


def now() -> str:
    """Return the time as Drive writes it: RFC 3339 in UTC with three decimals."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def permission_id(email: str) -> str:
    """Return the stable id of a person's permission, the same on every file."""
    digits = int.from_bytes(email.lower().encode("utf-8"), "big") % 10**20
    return f"{digits:020d}"


@dataclass
class DriveFile:
    """What Drive knows about one spreadsheet; ``permissions`` are Drive permission objects."""

    id: str
    name: str
    owner: str
    created: str
    modified: str
    modifier: str
    permissions: list[Json]
    comments: list[Json] = field(default_factory=list)
    parents: list[str] = field(default_factory=lambda: ["root"])
    trashed: bool = False
    version: int = 1
    mime_type: str = SPREADSHEET_TYPE

    def rank(self, user: str) -> int:
        """Return what ``user`` may do: 0 nothing, READER, WRITER or OWNER."""
        return max((_rank(entry, user) for entry in self.permissions), default=0)

    def changed_by(self, user: str) -> None:
        """Record a change of content or name."""
        self.modified = now()
        self.modifier = user
        self.version += 1


def _rank(permission: Json, user: str) -> int:
    kind = permission["type"]
    address = permission.get("emailAddress", "").lower()
    mine = kind == "anyone" or (kind in ("user", "group") and address == user.lower())
    domain = permission.get("domain", "")
    mine = mine or (kind == "domain" and user.lower().endswith(f"@{domain.lower()}"))
    return RANKS[permission["role"]] if mine else 0


def owner_permission(user: str) -> Json:
    """Return the permission the creator of a file gets."""
    return {
        "kind": "drive#permission",
        "id": permission_id(user),
        "type": "user",
        "role": "owner",
        "emailAddress": user,
    }


def new_file(identifier: str, name: str, user: str) -> DriveFile:
    """Return a file ``user`` has just created."""
    created = now()
    return DriveFile(identifier, name, user, created, created, user, [owner_permission(user)])
