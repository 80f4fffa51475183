"""New identifiers in Google's form."""

import secrets
import string

_ALPHABET = string.ascii_letters + string.digits + "_-"
_FILE_ID_LENGTH = 44
_SMALLEST = 10**8
_LARGEST = 2**31 - 1


def file_id() -> str:
    """Return a spreadsheet id: 44 characters, the first one ``1``."""
    return "1" + "".join(secrets.choice(_ALPHABET) for _ in range(_FILE_ID_LENGTH - 1))


def number() -> int:
    """Return a positive 31-bit number with at least nine digits."""
    return _SMALLEST + secrets.randbelow(_LARGEST - _SMALLEST)
