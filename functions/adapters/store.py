"""Bytes by path through obstore: one code for a folder, Cloud Storage and memory."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

import obstore
from obstore.exceptions import AlreadyExistsError, BaseError
from obstore.store import LocalStore, ObjectStore, from_url

from functions.errors import StoreError


class ObjectStorage:
    """The port `Store` on any storage that obstore knows."""

    def __init__(self, url: str) -> None:
        try:
            self._store = _open(url)
        except (BaseError, OSError, ValueError) as error:
            raise StoreError(f"the store {url} cannot be opened") from error

    def get(self, path: str) -> bytes | None:
        """See `Store.get`."""
        try:
            return bytes(obstore.get(self._store, path).bytes())
        except FileNotFoundError:
            return None
        except BaseError as error:
            raise StoreError(f"cannot read {path}") from error

    def put(self, path: str, content: bytes) -> None:
        """See `Store.put`."""
        try:
            obstore.put(self._store, path, content)
        except (BaseError, OSError) as error:
            raise StoreError(f"cannot store {path}") from error

    def create(self, path: str, content: bytes) -> bool:
        """See `Store.create`."""
        try:
            obstore.put(self._store, path, content, mode="create")
        except AlreadyExistsError:
            return False
        except (BaseError, OSError) as error:
            raise StoreError(f"cannot store {path}") from error
        return True

    def delete(self, path: str) -> None:
        """See `Store.delete`."""
        try:
            obstore.delete(self._store, path)
        except FileNotFoundError:
            return
        except (BaseError, OSError) as error:
            raise StoreError(f"cannot delete {path}") from error

    def list(self, folder: str) -> Sequence[str]:
        """See `Store.list`."""
        try:
            pages = obstore.list(self._store, prefix=folder)
            return sorted(entry["path"] for page in pages for entry in page)
        except (BaseError, OSError) as error:
            raise StoreError(f"cannot list {folder}") from error


def _open(url: str) -> ObjectStore:
    parts = urlsplit(url)
    if parts.scheme == "file":
        folder = Path(unquote(parts.path))
        folder.mkdir(parents=True, exist_ok=True)
        return LocalStore(prefix=folder)
    return from_url(url)
