"""Servers that keep graphs, while they are measured or tested: Oxigraph and, where it is installed, Virtuoso."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

__all__ = ["free_port", "running", "servers", "virtuoso_settings"]

_VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
TransactionFile = {folder}/virtuoso.trx
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = {buffers}
ServerThreads = 8
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = {rows}
"""

Running = AbstractContextManager[tuple[str, int]]


def servers() -> dict[str, Callable[[Path], Running]]:
    """How to run each server that is installed, by its name: for a folder, its address and process."""
    found: dict[str, Callable[[Path], Running]] = {"Oxigraph": _oxigraph}
    if shutil.which("virtuoso-t"):
        found["Virtuoso"] = _virtuoso
    return found


@contextmanager
def _oxigraph(folder: Path) -> Iterator[tuple[str, int]]:
    port = free_port()
    program = str(Path(sys.executable).with_name("oxigraph"))
    with running([program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"], port) as process:
        yield f"http://127.0.0.1:{port}", process


@contextmanager
def _virtuoso(folder: Path) -> Iterator[tuple[str, int]]:
    folder.mkdir()
    port = free_port()
    settings = virtuoso_settings(folder, port, buffers=100_000, rows=100_000_000)
    os.environ.update(WCO_KG_STORE_USER="dba", WCO_KG_STORE_PASSWORD="dba")  # noqa: S106 - those of a new one
    with running(["virtuoso-t", "+foreground", "+configfile", str(settings)], port) as process:
        yield f"http://127.0.0.1:{port}/sparql", process


def virtuoso_settings(folder: Path, port: int, *, buffers: int, rows: int) -> Path:
    """The file of settings of a Virtuoso of one's own.

    Args:
        folder: Where it keeps everything.
        port: Where it is to speak HTTP.
        buffers: Pages of 8 kB that it holds in memory.
        rows: How many rows it gives at most.
    """
    path = folder / "virtuoso.ini"
    settings = _VIRTUOSO.format(folder=folder, sql=free_port(), port=port, buffers=buffers, rows=rows)
    path.write_text(settings, encoding="utf-8")
    return path


@contextmanager
def running(command: Sequence[str], port: int, seconds: float = 60) -> Iterator[int]:
    """A server while it runs, from when it takes connections: its process.

    Raises:
        RuntimeError: It ends, or takes no connection within ``seconds``.
    """
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + seconds
        while not _takes_connections(port):
            if server.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"{command[0]} did not start.")
            time.sleep(0.02)
        yield server.pid
    finally:
        server.kill()
        server.wait()


def _takes_connections(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
