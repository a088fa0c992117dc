"""Tells the address of a server from the folder of a store."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["address_of", "forgotten_file", "working_folder"]

_ADDRESS = re.compile(r"(https?):/+(.+)", re.IGNORECASE | re.DOTALL)


def address_of(store: Path | str) -> str | None:
    """The address of a store that a server keeps; ``None`` for a folder.

    Args:
        store: What was named. A path has lost the second stroke of ``https://``.
    """
    match = _ADDRESS.fullmatch(store.as_posix() if isinstance(store, Path) else store)
    return f"{match[1].lower()}://{match[2]}" if match else None


def working_folder(store: Path) -> Path:
    """The folder in which a store is built: its own, or, for one that a server keeps, one named after its address."""
    address = address_of(store)
    if address is None:
        return store
    return Path(".kg-" + re.sub(r"[^A-Za-z0-9]+", "-", address.partition("://")[2]).strip("-").lower())


def forgotten_file(store: Path) -> Path:
    """Where it is kept who is to be left out: ``forgotten.txt`` beside the folder of the store."""
    return store.absolute().parent / "forgotten.txt"
