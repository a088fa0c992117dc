"""Servers that keep graphs, while they are measured: Oxigraph and, where it is installed, Virtuoso."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

__all__ = ["servers"]

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
NumberOfBuffers = 100000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 100000000
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
    port = _free_port()
    program = str(Path(sys.executable).with_name("oxigraph"))
    with _running([program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"], port) as process:
        yield f"http://127.0.0.1:{port}", process


@contextmanager
def _virtuoso(folder: Path) -> Iterator[tuple[str, int]]:
    folder.mkdir()
    port = _free_port()
    settings = folder / "virtuoso.ini"
    settings.write_text(_VIRTUOSO.format(folder=folder, sql=_free_port(), port=port), encoding="utf-8")
    os.environ.update(WCO_KG_STORE_USER="dba", WCO_KG_STORE_PASSWORD="dba")  # noqa: S106 - those of a new one
    with _running(["virtuoso-t", "+foreground", "+configfile", str(settings)], port) as process:
        yield f"http://127.0.0.1:{port}/sparql", process


@contextmanager
def _running(command: list[str], port: int) -> Iterator[int]:
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(1200):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield server.pid
    finally:
        server.kill()
        server.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
