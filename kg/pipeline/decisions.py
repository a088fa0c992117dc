"""What people decided about a graph, in files beside the store: what is one and the same, and who is to be left out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from kg.linking import NOBODY, Forgotten, judgements_csv, read_forgotten, read_judgements
from kg.model.judgement import Judgement
from kg.store import forgotten_file

__all__ = ["NONE", "Decisions", "judgement_file", "read_decisions"]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Judgements by hand, and people who are not to be in the graph."""

    judgements: tuple[Judgement, ...] = ()
    forgotten: Forgotten = NOBODY

    @property
    def digest(self) -> str:
        """SHA-256 of the judgements; empty where there are none."""
        return hashlib.sha256(judgements_csv(self.judgements).encode()).hexdigest() if self.judgements else ""


NONE = Decisions()


def judgement_file(store: Path) -> Path:
    """Where judgements by hand are kept: ``judgements.csv`` beside the folder of the store."""
    return store.absolute().parent / "judgements.csv"


def read_decisions(store: Path, judgements: Path | None = None, forgotten: Path | None = None) -> Decisions:
    """What was decided about a store.

    Args:
        store: The folder of the store.
        judgements: The file of judgements, if it is not :func:`judgement_file`.
        forgotten: The file of those who are left out, if it is not :func:`forgotten_file`.

    Raises:
        KgError: One of the files is not as it must be.
    """
    return Decisions(
        read_judgements(judgements or judgement_file(store)), read_forgotten(forgotten or forgotten_file(store))
    )
