"""Keeps what was read on disk between the two passes over a corpus, so that memory holds no texts.

The first pass reads every report once, the second maps it when all links are known. A report that came in on standard
input cannot be read twice, and reading a page or a PDF again would cost as much as the first time.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from kg.model import Extractions, Report

__all__ = ["Spool"]


class Spool:
    """Reports with what was read from them, in the order in which they were added.

    The file has no name and goes when it is closed, however the process ends, so nobody else can have written what is
    read back.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="wco-kg-")  # noqa: SIM115 (closed by __exit__)
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return self._count

    def add(self, report: Report, extractions: Extractions) -> None:
        """Adds one report.

        Raises:
            OSError: The disk is full.
        """
        pickle.dump((report, extractions), self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._count += 1

    def __iter__(self) -> Iterator[tuple[Report, Extractions]]:
        """All reports from the beginning. One iteration at a time; nothing is added meanwhile."""
        self._file.seek(0)
        for _ in range(self._count):
            yield pickle.load(self._file)  # noqa: S301 (written by ourselves into a file without a name)
