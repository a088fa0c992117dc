"""What a store was built from. Made from content alone, so that equal corpora have equal manifests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path

from kg.errors import StoreError, StoreTooNew
from kg.store.failures import damaged

__all__ = ["FORMAT", "Manifest", "parse_manifest"]

FORMAT = 3
"""Version of the folder's layout and of what the graph in it looks like. A store of another format is rebuilt."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a store was built from.

    Attributes:
        software: Version of the software that built it.
        base: Where the IRIs of the data begin.
        reports: For each report its digest, by identifier.
        inputs: Digest of all else that decides what is in the graph: rules, tables, settings.
        judgements: Digest of the judgements by hand.
        forgotten: Digest of who is not to be in the graph.
        figures: Counts taken while building that the graph does not hold, such as ``sentences_read`` and
            ``sentences_total``.
        format: See :data:`FORMAT`.
    """

    software: str
    base: str
    reports: Mapping[str, str] = field(default_factory=dict)
    inputs: str = ""
    judgements: str = ""
    forgotten: str = ""
    figures: Mapping[str, int] = field(default_factory=dict)
    format: int = FORMAT

    def to_json(self) -> str:
        """The manifest as JSON, keys sorted."""
        values = {each.name: getattr(self, each.name) for each in fields(self)} | {"reports": dict(self.reports)}
        # indented, a hundred thousand reports would take ten times as long
        return json.dumps(values, ensure_ascii=False, sort_keys=True) + "\n"


def parse_manifest(place: Path | str, text: str | bytes) -> Manifest:
    """Reads the manifest of a store.

    Args:
        place: Where the store is, for messages.
        text: What :meth:`Manifest.to_json` wrote; bytes are UTF-8.

    Raises:
        StoreTooNew: A newer version of this software wrote it.
        StoreError: An older one did.
        StoreCorrupt: It is none.
    """
    try:
        return _parsed(text)
    except _OtherFormat as other:
        if other.format > FORMAT:
            raise StoreTooNew(
                f"The store {place} has format {other.format}; this version reads format {FORMAT}.",
                "Update wco-kg, or build another store with --store.",
            ) from other
        raise StoreError(
            f"The store {place} has the older format {other.format}; this version reads format {FORMAT}.",
            "Run `kg build` to make it anew.",
        ) from other
    except (ValueError, TypeError) as error:
        raise damaged(place, f"its manifest cannot be read ({error})") from error


class _OtherFormat(Exception):
    """The manifest is of another format."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.format = number


@lru_cache(maxsize=1)
def _parsed(text: str | bytes) -> Manifest:
    """One change of a store reads its manifest several times; of a hundred thousand reports each takes a while."""
    values = json.loads(text)
    found = values.get("format") if isinstance(values, dict) else None
    if not isinstance(found, int):
        raise TypeError("not a manifest")
    if found != FORMAT:
        raise _OtherFormat(found)
    return Manifest(**values)
