"""What a job answers, and how it travels from a reader to the server."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO, Any

from kg.errors import KgError, NoSuchEntity, NoSuchQuery, StoreError, UsageError

__all__ = ["LENGTHS", "TEXT", "Reply", "problem", "read_exactly", "write_frame"]

LENGTHS = struct.Struct("<II")
"""A frame begins with the length of its head (JSON) and that of its body."""
TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as HTTP has it.

    Attributes:
        body: The content.
        media_type: Of the content.
        status: Of HTTP.
        headers: Further ones.
    """

    body: bytes
    media_type: str = TEXT
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    def tagged(self) -> Reply:
        """The same with an ETag made of its content, if it is an answer that can be asked for again."""
        if self.status != 200:
            return self
        tag = hashlib.sha256(self.body).hexdigest()[:24]
        return Reply(self.body, self.media_type, self.status, {**self.headers, "ETag": f'"{tag}"'})

    def head(self) -> dict[str, Any]:
        """All but the body."""
        return {"status": self.status, "media_type": self.media_type, "headers": dict(self.headers)}

    def __len__(self) -> int:
        return len(self.body)


def problem(error: KgError) -> Reply:
    """What a failure is to the client: the message and, below it, what to do."""
    words = f"{error.message}\n{error.hint}\n" if error.hint else f"{error.message}\n"
    return Reply(words.encode(), status=_status(error))


def _status(error: KgError) -> int:
    if isinstance(error, NoSuchEntity | NoSuchQuery):
        return 404
    if isinstance(error, StoreError):
        return 503
    if type(error) is UsageError:
        return 403  # understood, and refused: beyond a limit, or another server
    return 400 if isinstance(error, UsageError) else 500


def write_frame(stream: IO[bytes], head: object, body: bytes = b"") -> None:
    """Writes one frame."""
    words = json.dumps(head).encode()
    stream.write(LENGTHS.pack(len(words), len(body)) + words + body)
    stream.flush()


def read_exactly(stream: IO[bytes], length: int) -> bytes:
    """So many bytes; fewer where the stream ends."""
    found = b""
    while len(found) < length and (more := stream.read(length - len(found))):
        found += more
    return found
