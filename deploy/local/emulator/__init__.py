"""The local Google: Sheets API v4 and Drive API v3 on this machine alone."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.local.emulator.app import LocalGoogle
from deploy.local.emulator.transport.adapter import LocalGoogleAdapter
from deploy.local.emulator.transport.server import Server

__all__ = ["LocalGoogle", "LocalGoogleAdapter", "create_app", "serve"]


def create_app(data: Path | None) -> LocalGoogle:
    """Return the WSGI application; ``data`` None keeps everything in memory.

    Raises:
        FolderInUseError: Another process works on the folder.
    """
    return LocalGoogle(data)


@contextmanager
def serve(data: Path | None, port: int = 0) -> Iterator[str]:
    """Serve on 127.0.0.1 in a thread and yield the base URL; port 0 picks a free one."""
    app = create_app(data)
    server = Server(app, port)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server.url
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
        app.close()
