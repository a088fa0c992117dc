"""What can be set about the server."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the server; messages name them as the command line does (``--max-seconds``).

    Attributes:
        store: The folder of the store.
        host: Address to listen on.
        port: Port to listen on; 0 takes a free one.
        public_url: Address under which clients reach the server, without a stroke at the end; by default what each
            request says.
        direct: Answer ``/id/...`` itself in place of a redirection (303), for where a redirecting service such as
            w3id.org stands before this server.
        max_seconds: How long a query may take.
        max_rows: How many rows or statements an answer may have.
        max_bytes: How long an answer may be.
        max_memory: How much memory a reader may use, in megabytes.
        readers: How many processes read the store.
        cache: How many megabytes of answers are remembered; 0 remembers none.
        robots: Whether search engines may list the pages.
        contact: Where people ask to be taken out: an e-mail address or a page; empty leaves the note out.
        forgotten: A file with paths of entities, one a line, that are answered with 410 (Gone); ``None`` is that of
            ``kg forget``, beside the folder of the store.
    """

    store: Path
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str = ""
    direct: bool = False
    max_seconds: float = 30.0
    max_rows: int = 100_000
    max_bytes: int = 64_000_000
    max_memory: int = 4096
    readers: int = (os.cpu_count() or 1) + 2
    cache: int = 64
    robots: bool = True
    contact: str = ""
    forgotten: Path | None = None
