"""What a store was built from. Made from content alone, so that equal corpora have equal manifests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
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

    @classmethod
    def from_json(cls, text: str) -> Manifest:
        """Reads what :meth:`to_json` wrote.

        Raises:
            ValueError: It is no manifest of this format.
        """
        values = json.loads(text)
        if not isinstance(values, dict) or values.get("format") != FORMAT:
            raise ValueError("not a manifest of this format")
        try:
            return cls(**values)
        except TypeError as error:
            raise ValueError(str(error)) from error


def parse_manifest(place: Path | str, text: str) -> Manifest:
    """Reads the manifest of a store.

    Args:
        place: Where the store is, for messages.
        text: What :meth:`Manifest.to_json` wrote.

    Raises:
        StoreTooNew: A newer version of this software wrote it.
        StoreError: An older one did.
        StoreCorrupt: It is none.
    """
    try:
        found = json.loads(text).get("format")
        if isinstance(found, int) and found > FORMAT:
            raise StoreTooNew(
                f"The store {place} has format {found}; this version reads format {FORMAT}.",
                "Update wco-kg, or build another store with --store.",
            )
        if isinstance(found, int) and found < FORMAT:
            raise StoreError(
                f"The store {place} has the older format {found}; this version reads format {FORMAT}.",
                "Run `kg build` to make it anew.",
            )
        return Manifest.from_json(text)
    except (ValueError, AttributeError) as error:
        raise damaged(place, f"its manifest cannot be read ({error})") from error
