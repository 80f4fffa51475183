"""HTTP/1.1 on 127.0.0.1: keep-alive, head and body in one packet."""

import socket
import time
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from deploy.local.emulator.app import LocalGoogle, parse_query, phrase
from deploy.local.emulator.call import Call, Reply
from deploy.local.emulator.faults import Dropped

HOST = "127.0.0.1"
LARGEST_BODY = 100 * 2**20


class Server(ThreadingHTTPServer):
    """Serves one application; ``port`` 0 picks a free one."""

    daemon_threads = True
    request_queue_size = 128
    block_on_close = False

    def __init__(self, app: LocalGoogle, port: int) -> None:
        super().__init__((HOST, port), _Handler)
        self.app = app

    @property
    def url(self) -> str:
        """The base URL clients use."""
        return f"http://{HOST}:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent about clients that went away."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):
            return self._serve
        raise AttributeError(name)

    def _serve(self) -> None:
        length = self.headers.get("Content-Length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > LARGEST_BODY:
            self.send_error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            self.close_connection = True
            return
        if self.headers.get("Transfer-Encoding"):
            self.send_error(HTTPStatus.LENGTH_REQUIRED)
            self.close_connection = True
            return
        body = self.rfile.read(int(length))
        path, _, query = self.path.partition("?")
        headers = {name.lower(): value for name, value in self.headers.items()}
        call = Call(self.command, path, parse_query(query), headers, body)
        try:
            reply = self.server.app.handle(call)
        except Dropped as dropped:
            if dropped.reply is not None:
                whole = self._bytes(dropped.reply)
                self.wfile.write(whole[: len(whole) - len(dropped.reply.body) // 2 - 1])
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        if not reply.seconds:
            self.wfile.write(self._bytes(reply))
            return
        self.wfile.write(self._head(reply))
        for seconds, piece in reply.pieces():
            time.sleep(seconds)
            self.wfile.write(piece)

    def _bytes(self, reply: Reply) -> bytes:
        return self._head(reply) + reply.body

    def _head(self, reply: Reply) -> bytes:
        lines = [
            f"HTTP/1.1 {reply.status} {phrase(reply.status)}",
            f"Content-Type: {reply.content_type}",
            f"Content-Length: {len(reply.body)}",
            f"Date: {self.date_time_string()}",
            *(f"{name}: {value}" for name, value in reply.headers),
        ]
        if self.close_connection:
            lines.append("Connection: close")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Write no access log: paths hold names of tabs."""
