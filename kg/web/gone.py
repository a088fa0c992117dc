"""Who is no more: those whom ``kg forget`` took out are answered with 410 (Gone)."""

from __future__ import annotations

import logging
import time
from pathlib import Path

from kg.errors import KgError, NoSuchPath
from kg.linking import read_forgotten
from kg.store import forgotten_file, working_folder

__all__ = ["Gone"]

_SECONDS_BETWEEN_LOOKS = 1.0
_log = logging.getLogger(__name__)


class Gone:
    """The paths of a file of people who are left out; it is read again when it changes.

    Args:
        file: The file; ``None`` is that beside the folder of the store, if there is one.
        store: The store.

    Raises:
        NoSuchPath: The file was named and is not there.
        KgError: It is not text in UTF-8.
    """

    def __init__(self, file: Path | None, store: Path) -> None:
        if file is not None and not file.exists():
            raise NoSuchPath(f"There is no file {file} of forgotten entities.", "Check the spelling of the path.")
        self._file = file or forgotten_file(working_folder(store))
        self._stamp: tuple[int, int] | None = None
        self._looked = 0.0
        self._paths: frozenset[str] = frozenset()
        self._look()

    def __contains__(self, path: str) -> bool:
        if time.monotonic() - self._looked >= _SECONDS_BETWEEN_LOOKS:
            try:
                self._look()
            except (KgError, OSError) as error:
                _log.warning("%s Those forgotten before stay so; the file is read again.", error)
        return path in self._paths

    def _look(self) -> None:
        self._looked = time.monotonic()
        stamp = self._stamped()
        if stamp != self._stamp:
            self._paths = frozenset(line for line in read_forgotten(self._file).lines if "/" in line)
            self._stamp = stamp

    def _stamped(self) -> tuple[int, int] | None:
        try:
            found = self._file.stat()
        except FileNotFoundError:
            return None
        return found.st_mtime_ns, found.st_size
