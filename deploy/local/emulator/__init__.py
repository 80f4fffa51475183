"""The local Google: Sheets API v4 and Drive API v3 on this machine alone."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.local.emulator.app import LocalGoogle
from deploy.local.emulator.quota import Limits
from deploy.local.emulator.transport.adapter import LocalGoogleAdapter
from deploy.local.emulator.transport.server import Server

__all__ = ["LocalGoogle", "LocalGoogleAdapter", "create_app", "serve"]


def create_app(
    data: Path | None, *, limits: Limits | None = None, latency: float = 0.0
) -> LocalGoogle:
    """Return the WSGI application; ``data`` None keeps everything in memory.

    Args:
        data: Folder to keep everything in.
        limits: Requests allowed in a minute (``quota.GOOGLE`` are Google's); None allows all.
        latency: Seconds to wait before every answer.

    Raises:
        FolderInUseError: Another process works on the folder.
    """
    return LocalGoogle(data, limits=limits, latency=latency)


@contextmanager
def serve(
    data: Path | None, port: int = 0, *, limits: Limits | None = None, latency: float = 0.0
) -> Iterator[str]:
    """Serve on 127.0.0.1 in a thread and yield the base URL; port 0 picks a free one.

    A data folder gets ``credentials.json``, with which a robot signs in at this address.
    """
    app = create_app(data, limits=limits, latency=latency)
    server = Server(app, port)
    app.authority.publish(server.url)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server.url
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
        app.close()
