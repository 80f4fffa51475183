"""``python -m deploy.local.emulator --port 0 --data DIR``: serve until told to stop."""

import argparse
import signal
import sys
from pathlib import Path
from threading import Event, Thread

from deploy.local.emulator.app import LocalGoogle
from deploy.local.emulator.latency import BadLatencyError, read_latency
from deploy.local.emulator.quota import GOOGLE
from deploy.local.emulator.state.storage import FolderInUseError
from deploy.local.emulator.transport.server import HOST, Server

_QUOTAS = {"off": None, "google": GOOGLE}


def main(arguments: list[str] | None = None) -> int:
    """Serve and return the exit code: 0 after a signal, 1 when the folder or port is taken."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.host != HOST:
        parser.error(f"the local Google listens on {HOST} only")
    try:
        app = LocalGoogle(options.data, limits=_QUOTAS[options.quota], latency=options.latency)
    except FolderInUseError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    try:
        server = Server(app, options.port)
    except OSError as error:
        sys.stderr.write(f"cannot listen on port {options.port}: {error.strerror}\n")
        app.close()
        return 1
    app.authority.publish(server.url, options.credentials)
    run(server, app)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m deploy.local.emulator", description=__doc__)
    parser.add_argument("--port", type=_port, default=0, help="0 picks a free port")
    parser.add_argument("--data", type=Path, help="folder to keep everything in (default: memory)")
    parser.add_argument("--host", default=HOST, help=f"only {HOST} is accepted")
    parser.add_argument(
        "--quota", choices=_QUOTAS, default="off", help="google: 60 reads and 60 writes a minute"
    )
    parser.add_argument(
        "--latency", type=_latency, default=0.0, help="wait before every answer, such as 150ms"
    )
    parser.add_argument(
        "--credentials", type=Path, help="file to write a robot's credentials to, besides the data"
    )
    return parser


def _port(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else -1
    if not 0 <= number < 2**16:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return number


def _latency(text: str) -> float:
    try:
        return read_latency(text)
    except BadLatencyError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


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
