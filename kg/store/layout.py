"""The folder of a store: generations, the pointer to the one in use, and locks.

A lock belongs to an open file, so the system lets go of it however a process ends: no lock survives a crash.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from kg.errors import StoreError, StoreLocked
from kg.store.failures import explained

if sys.platform != "win32":  # Windows refuses to delete files that are open, which serves the same end
    import fcntl

__all__ = ["KEPT", "Layout"]

KEPT = "kept"
"""Name of the file that tells the folder of what was read from each report, in the folder of a generation."""

_GENERATION = re.compile(r"generation-(\d+)")
_KEPT = re.compile(r"kept-(\d+)")
_IGNORE = "# Made by kg build; can be made again at any time.\n*\n"


class Layout:
    """The folder of a store.

    Args:
        path: The folder; need not exist.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def current(self) -> Path | None:
        """The folder of the generation in use, or ``None`` where nothing has been built.

        Raises:
            StoreError: The pointer cannot be read.
        """
        with explained(self.path):
            try:
                name = (self.path / "current").read_text(encoding="utf-8").strip()
            except (FileNotFoundError, NotADirectoryError):
                return None
        return self.path / name if _GENERATION.fullmatch(name) else None

    def next(self) -> Path:
        """A folder for the next generation; does not exist yet."""
        current = self.current()
        numbers = [_number(folder) for folder in self._generations()]
        return self.path / f"generation-{max([_number(current) if current else 0, *numbers]) + 1}"

    def kept(self, generation: Path) -> Path | None:
        """The folder of what was read from the reports of a generation; ``None`` where none was kept."""
        with explained(self.path):
            try:
                name = (generation / KEPT).read_text(encoding="utf-8").strip()
            except FileNotFoundError:
                return None
        return self.path / name if _KEPT.fullmatch(name) else None

    def keep(self, generation: Path, folder: Path | None = None) -> Path:
        """Notes in the folder of a generation where its reports are kept; by default in a new folder."""
        chosen = folder or self.path / generation.name.replace("generation", "kept")
        with explained(self.path):
            (generation / KEPT).write_text(chosen.name + "\n", encoding="utf-8")
        return chosen

    def prepare(self) -> None:
        """Makes the folder.

        Raises:
            StoreError: There is a file at that place, or a folder with something else in it.
        """
        if self.path.is_dir():
            strangers = sorted(item.name for item in self.path.iterdir() if not _ours(item.name))
            if strangers and not (self.path / "lock").exists():
                raise StoreError(
                    f"{self.path} is no store: it holds {strangers[0]}.",
                    "Choose an empty or a new folder with --store.",
                )
        elif self.path.exists():
            raise StoreError(f"{self.path} is a file, not the folder of a store.", "Choose another place with --store.")
        with explained(self.path):
            try:
                self.path.mkdir(parents=True, exist_ok=True)
            except (FileNotFoundError, NotADirectoryError) as error:
                raise StoreError(
                    f"No store can be made at {self.path}: {error.strerror}.", "Choose another place with --store."
                ) from error
            if not (self.path / ".gitignore").exists():
                (self.path / ".gitignore").write_text(_IGNORE, encoding="utf-8")

    def switch(self, generation: Path) -> None:
        """Makes ``generation`` the one in use, by one rename."""
        draft = self.path / "current.new"
        with draft.open("w", encoding="utf-8") as file:
            file.write(generation.name + "\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self.path / "current")

    def sweep(self) -> None:
        """Removes generations that are neither in use nor being read: leftovers of interrupted builds and old ones."""
        current = self.current()
        for folder in self._generations():
            if folder != current:
                _remove_unless_read(folder)
        kept = self.kept(current) if current else None
        for folder in self.path.glob("kept-*"):
            if folder != kept and _KEPT.fullmatch(folder.name):
                shutil.rmtree(folder, ignore_errors=True)

    def _generations(self) -> list[Path]:
        return sorted(item for item in self.path.glob("generation-*") if _GENERATION.fullmatch(item.name))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Held while building.

        Raises:
            StoreLocked: Another process is building.
        """
        with explained(self.path):
            file = (self.path / "lock").open("a", encoding="utf-8")
        with file:
            if not _lock(file, exclusive=True):
                raise StoreLocked(
                    f"Another process is building the store {self.path}.", "Wait until it ends, then try again."
                )
            yield

    @staticmethod
    def reading(generation: Path) -> IO[bytes] | None:
        """The open manifest of a generation, held while reading it; ``None`` where it has gone meanwhile."""
        try:
            file = (generation / "manifest.json").open("rb")
        except FileNotFoundError:
            return None
        if not _lock(file, exclusive=False) or not (generation / "manifest.json").exists():
            file.close()
            return None
        return file


def _ours(name: str) -> bool:
    ours = name in {"lock", "current", "current.new", ".gitignore"}
    return ours or any(pattern.fullmatch(name) for pattern in (_GENERATION, _KEPT))


def _number(generation: Path) -> int:
    return int(generation.name.rpartition("-")[2])


def _remove_unless_read(generation: Path) -> None:
    # The manifest goes first and under lock, so that a reader who comes meanwhile finds nothing rather than half.
    manifest = generation / "manifest.json"
    with ExitStack() as held:
        if manifest.exists():
            file = held.enter_context(manifest.open(encoding="utf-8"))
            if not _lock(file, exclusive=True):
                return
            manifest.unlink()
        shutil.rmtree(generation, ignore_errors=True)  # what cannot be removed now is tried again next time


def _lock(file: IO[str] | IO[bytes], *, exclusive: bool) -> bool:
    """Tries to lock an open file; whether it succeeded. File systems without locks count as success."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in {errno.EWOULDBLOCK, errno.EACCES}
    return True
