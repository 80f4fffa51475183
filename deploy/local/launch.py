"""Starts the local Google and the functions as processes of their own, and stops them again."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import requests

import functions

_READY = re.compile(r"listening on (http://127\.0\.0\.1:\d+)")
_START_SECONDS = 60.0
_STOP_SECONDS = 10.0


class LaunchError(RuntimeError):
    """A process did not start. The message says which one and what it printed."""


@contextmanager
def local_google(data: Path, port: int = 0, options: Sequence[str] = ()) -> Iterator[str]:
    """Run the local Google on a loopback port (0: any free one) and give its base address.

    `options` are further ones of `python -m deploy.local.emulator`.
    """
    command = [
        sys.executable, "-m", "deploy.local.emulator", "--port", str(port), "--data", str(data),
        *options,
    ]  # fmt: skip
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield _address(process)
    finally:
        _stop(process)


@contextmanager
def function(target: str, environment: Mapping[str, str], log: Path) -> Iterator[str]:
    """Serve one function with functions-framework, as Cloud Run would, and give its address.

    What the function logs goes to the file `log`.
    """
    port = _free_port()
    source = Path(functions.__file__).with_name("main.py")
    command = [
        sys.executable, "-m", "functions_framework", "--source", str(source), "--target", target,
        "--host", "127.0.0.1", "--port", str(port),
    ]  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command, stdout=output, stderr=subprocess.STDOUT, env={**os.environ, **environment}
        )
        try:
            _wait(process, port, log)
            yield address
        finally:
            _stop(process)


def call_as_scheduler(
    address: str, schedule_time: str, body: Mapping[str, str]
) -> requests.Response:
    """Call a function with the headers that Cloud Scheduler sends."""
    headers = {
        "User-Agent": "Google-Cloud-Scheduler",
        "X-CloudScheduler": "true",
        "X-CloudScheduler-JobName": "nightly",
        "X-CloudScheduler-ScheduleTime": schedule_time,
    }
    return requests.post(address, json=dict(body), headers=headers, timeout=1800)


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None  # noqa: S101 - it was opened as a pipe
    lines = []
    for line in process.stdout:
        lines.append(line)
        if match := _READY.search(line):
            return match[1]
    raise LaunchError("the local Google did not start: " + "".join(lines[-1:]).strip())


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    tail = log.read_text(encoding="utf-8")[-500:]
    raise LaunchError(f"the function did not start: {tail.strip()}")


def _stop(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
