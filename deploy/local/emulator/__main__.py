"""``python -m deploy.local.emulator --port 0 --data DIR``: serve until told to stop."""

import argparse
import signal
import sys
from pathlib import Path
from threading import Event, Thread

from deploy.local.emulator.app import LocalGoogle
from deploy.local.emulator.state.storage import FolderInUseError
from deploy.local.emulator.transport.server import HOST, Server


def main(arguments: list[str] | None = None) -> int:
    """Serve and return the exit code: 0 after a signal, 1 when the folder or port is taken."""
    parser = argparse.ArgumentParser(prog="python -m deploy.local.emulator", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 picks a free port")
    parser.add_argument("--data", type=Path, help="folder to keep everything in (default: memory)")
    parser.add_argument("--host", default=HOST, help="only 127.0.0.1 is accepted")
    options = parser.parse_args(arguments)
    if options.host != HOST:
        parser.error(f"the local Google listens on {HOST} only")
    try:
        app = LocalGoogle(options.data)
    except FolderInUseError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    try:
        server = Server(app, options.port)
    except OSError as error:
        sys.stderr.write(f"cannot listen on port {options.port}: {error.strerror}\n")
        app.close()
        return 1
    run(server, app)
    return 0


def run(server: Server, app: LocalGoogle) -> None:
    """Serve until SIGTERM or SIGINT, then close everything."""
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    sys.stdout.write(f"listening on {server.url}\n")
    sys.stdout.flush()
    stop.wait()
    server.shutdown()
    server.server_close()
    thread.join()
    app.close()


if __name__ == "__main__":
    sys.exit(main())
