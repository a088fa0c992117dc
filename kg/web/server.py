"""Runs the server."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress

from kg.errors import MissingExtra, UsageError
from kg.store import read_manifest
from kg.web.settings import Settings

__all__ = ["listen", "run"]

_SECONDS_TO_END = 5


def run(settings: Settings, started: Callable[[str], None]) -> None:
    """Serves until interrupted. See :func:`kg.web.serve`."""
    try:
        import uvicorn  # noqa: PLC0415 - belongs to an extra

        from kg.web.app import application  # noqa: PLC0415 - the same
    except ModuleNotFoundError as error:
        raise MissingExtra(
            f"Serving needs the package {error.name}, which is not installed.", "Run pip install 'wco-kg[web]'."
        ) from error
    read_manifest(settings.store)
    with listen(settings) as place:
        config = uvicorn.Config(
            application(settings),
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_SECONDS_TO_END,
        )
        started(settings.public_url or "http://{}:{}".format(*_readable(place)))
        with suppress(KeyboardInterrupt):  # the usual way to end it
            uvicorn.Server(config).run(sockets=[place])


def listen(settings: Settings) -> socket.socket:
    """A socket at the address of the settings.

    Raises:
        UsageError: It is in use or not of this machine.
    """
    try:
        return socket.create_server((settings.host, settings.port), family=_family(settings.host), backlog=2048)
    except OSError as error:
        raise UsageError(
            f"The server cannot listen on {settings.host}, port {settings.port}: {error.strerror}.",
            "Choose another port with --port.",
        ) from error


def _readable(place: socket.socket) -> tuple[str, int]:
    host, port = place.getsockname()[:2]
    return f"[{host}]" if ":" in host else host, port


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
