"""One report before it is read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from kg.model import Report
from kg.reading import MAX_BYTES, Member, file_member, read_bytes, read_file, read_member

__all__ = ["Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """One report before it is read.

    Attributes:
        name: What messages call it.
        path: Its file, or the archive that it is in; ``None`` for standard input.
        data: What came in on standard input.
        member: What it is in its archive; has its bytes only while it is being read.
        largest: Bytes of the largest report that is read.
    """

    name: str
    path: Path | None = None
    data: bytes = b""
    member: Member | None = None
    largest: int = MAX_BYTES

    def digest(self) -> str:
        """SHA-256 of its name and its bytes: both decide what is in the graph.

        Raises:
            OSError: The file cannot be read.
        """
        if self.member is not None:
            return self.member.digest
        name = (self.path.name if self.path else self.name).encode()
        if self.path is None:
            return hashlib.sha256(name + b"\0" + self.data).hexdigest()
        with self.path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").digest()
        return hashlib.sha256(name + b"\0" + content).hexdigest()

    def read(self) -> Report:
        """Reads it; a member of an archive must have its bytes.

        Raises:
            UnreadableReport: It is no report that can be read.
        """
        if self.member is not None:
            return read_member(self.member)
        return read_bytes(self.data, self.name) if self.path is None else read_file(self.path, self.largest)

    def carried(self) -> Source:
        """The same with its bytes, for a machine that has not its file.

        Raises:
            NoSuchPath: The file has gone.
        """
        if self.path is None or self.member is not None:
            return self
        return replace(self, member=file_member(self.path, self.largest))

    def without_data(self) -> Source:
        """The same; a member of an archive without its bytes."""
        return replace(self, member=self.member.without_data()) if self.member is not None else self
