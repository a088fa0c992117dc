"""A report in an archive, before it is read."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kg.errors import UnreadableReport

__all__ = ["Member", "damaged", "is_hidden", "too_large"]


class Member(NamedTuple):
    """A report in an archive, before it is read.

    Attributes:
        number: Its place among all that stands in the archive, from 0; the same on every passage.
        name: What messages call it: archive and member.
        id: Identifier of the report.
        suffix: Format of its bytes, as the suffix of a file.
        data: Its bytes; empty once they have been let go of.
        url: Address that the archive gives, or empty.
        title: Headline that the archive gives, or empty.
        captured: Time at which it was captured, as the archive writes it, or empty.
        digest: SHA-256 of all that decides what is read from it. A file has the same in a folder and in an archive.
        fault: Why it cannot be read.
    """

    number: int
    name: str
    id: str = ""
    suffix: str = ""
    data: bytes = b""
    url: str = ""
    title: str = ""
    captured: str = ""
    digest: str = ""
    fault: UnreadableReport | None = None

    def with_digest(self, file: str) -> Member:
        """The same with its digest.

        Args:
            file: Name that it has or would have as a file.
        """
        given = f"{file}\n{self.url}\n{self.title}" if self.url or self.title else file
        content = hashlib.sha256(self.data).digest()
        return self._replace(digest=hashlib.sha256(given.encode() + b"\0" + content).hexdigest())

    def without_data(self) -> Member:
        """The same without its bytes."""
        return self._replace(data=b"")


def is_hidden(name: str) -> bool:
    """Whether a member is one that a folder would not show: a hidden file, or what a Mac puts into archives."""
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or any(part.startswith(".") and part not in {".", ".."} for part in parts)


def too_large(name: str, largest: int) -> UnreadableReport:
    """The reason for which what is larger than a report is not read."""
    return UnreadableReport(
        f"{name} is larger than {largest // 1_000_000} MB, far more than a report.",
        "Cut out the report and read that, or allow more with --max-mb.",
    )


def damaged(number: int, path: Path, why: str) -> Member:
    """Stands for all that cannot be read of an archive, or of the rest of it."""
    place = f"{path} is damaged" if number == 0 else f"{path} is damaged after its first {number} members"
    words = " ".join(why.split()).rstrip(".") or "it ends too early"
    reason = UnreadableReport(f"{place}: {words}.", "Copy or make it again; what stands before the damage was read.")
    return Member(number, str(path), fault=reason)
