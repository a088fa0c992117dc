"""The whole graph as files, made when somebody first asks for it or for its description."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

from kg.export import export
from kg.rdf import FORMS
from kg.store import GraphStore
from kg.web.pool import Pool
from kg.web.reply import Reply

__all__ = ["DUMPS", "Dumps", "make_dumps"]

DUMPS = {f"wco-kg{FORMS[name].suffix}.gz": name for name in ("turtle", "ntriples", "nquads", "jsonld")}
"""Form by file name; N-Quads holds the graph of each report as well."""
_SECONDS = 3600.0


def make_dumps(store: GraphStore, *, folder: str) -> Reply:
    """Writes all dumps into a folder; tells size and checksum of each."""
    made = []
    for name, form in DUMPS.items():
        path = Path(folder) / name
        # No time and no name in the head of the file, so that equal graphs are equal bytes.
        with path.open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed:
            export(store, packed, FORMS[form])  # type: ignore[arg-type]
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        made.append({"name": name, "form": form, "size": path.stat().st_size, "sha256": digest})
    return Reply(json.dumps(made).encode(), "application/json")


class Dumps:
    """The dumps of the store that is being read.

    Args:
        pool: Makes them.
    """

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._folder = tempfile.TemporaryDirectory(prefix="wco-kg-dumps-", ignore_cleanup_errors=True)
        self._made: list[dict[str, Any]] = []
        self._of = ""
        self._lock = asyncio.Lock()

    async def made(self) -> list[dict[str, Any]] | Reply:
        """Name, form, size and checksum of each; or why they cannot be made."""
        async with self._lock:
            version = await self._pool.version()
            if self._of != version:
                reply = await self._pool.do("make_dumps", limit=_SECONDS, folder=self._folder.name)
                if reply.status != 200:
                    return reply
                self._made, self._of = json.loads(reply.body), version
        return self._made

    def path(self, name: str) -> Path:
        """Where one of :data:`DUMPS` lies."""
        return Path(self._folder.name, name)

    def close(self) -> None:
        """Removes the files."""
        self._folder.cleanup()
