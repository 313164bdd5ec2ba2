"""The app's own server, started as the README says, and the Chromium that opens it."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(frozen=True)
class Server:
    """A server that is well: where it is found, and the number of its process."""

    address: str
    process: int


@contextmanager
def serving(script: Path, log_file: Path, patience: float = 60.0, folder: Path = ROOT) -> Iterator[str]:
    """Serve a Streamlit script, yield its address once it is healthy, and end the server."""
    with running(script, log_file, patience, folder) as server:
        yield server.address


@contextmanager
def running(
    script: Path, log_file: Path, patience: float = 60.0, folder: Path = ROOT, port: int | None = None
) -> Iterator[Server]:
    """Serve a Streamlit script on a port, yield the server once it is healthy, and end that process.

    It is started from the project's root, as the README says, or from another folder; on a free port if none is given.
    """
    streamlit = Path(sys.executable).with_name("streamlit")
    with started([streamlit, "run", script, "--server.headless", "true"], folder, log_file, patience, port) as server:
        yield server


@contextmanager
def started(
    command: list[Any], folder: Path, log_file: Path, patience: float = 60.0, port: int | None = None
) -> Iterator[Server]:
    """Run a command that starts a server, in a folder; yield the server once it is healthy, and end that process."""
    port = port or free_port()
    with log_file.open("wb") as log:
        process = subprocess.Popen(
            [*command, "--server.port", str(port)], cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
    try:
        wait_until_healthy(process, port, log_file, patience)
        yield Server(f"http://localhost:{port}", process.pid)
    finally:
        end(process)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("", 0))
        return probe.getsockname()[1]


def wait_until_healthy(process: subprocess.Popen, port: int, log_file: Path, patience: float) -> None:
    """Return when the server says that it is well; otherwise raise with everything it wrote."""
    deadline = time.monotonic() + patience
    while process.poll() is None and time.monotonic() < deadline:
        if is_healthy(port):
            return
        time.sleep(0.05)  # the server announces nothing that could be waited for
    happened = f"did not answer within {patience:g} s" if process.poll() is None else "ended at once"
    raise RuntimeError(f"The server {happened}. It wrote:\n{log_file.read_text(encoding='utf-8', errors='replace')}")


def is_healthy(port: int) -> bool:
    """Return whether Streamlit's health page answers 200."""
    connection = http.client.HTTPConnection("localhost", port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()


def end(process: subprocess.Popen) -> None:
    """End a process that this test run started, and wait until it is gone."""
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def chromium_path() -> str | None:
    """Return the Chromium to use, or None for the one that Playwright installed itself."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for path in map(shutil.which, CHROMIUM_NAMES) if path), None)
