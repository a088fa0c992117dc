"""The file of what was read from each report: records as bytes, one after the other, each found by its place.

Records are pickled, and read back by a reader that makes nothing but the records of :mod:`kg.model`, so that a store
from somebody else can do no more than hold wrong records. Other processes read the file by themselves while this one
writes elsewhere; so what they need is handed over as a place, not as a record.
"""

from __future__ import annotations

import io
import os
import pickle
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple, Self

import kg.model
from kg.model import Extractions, Report
from kg.store.failures import damaged, explained

__all__ = ["Place", "Records", "dump_records", "read_records"]

_RECORDS = frozenset(kg.model.__all__)


class Place(NamedTuple):
    """Where in the file something stands, in bytes."""

    start: int
    size: int


class _Writer(pickle.Pickler):
    """Writes a notation by its class and value: how Python itself does that changes from one release to the next."""

    def reducer_override(self, record: object) -> Any:
        return (type(record), (record.value,)) if isinstance(record, Enum) else NotImplemented


class _Reader(pickle.Unpickler):
    """Reads records of :mod:`kg.model` and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("kg.model.") and name in _RECORDS:
            return getattr(kg.model, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no record of a report")


def dump_records(*records: object) -> bytes:
    """Records as bytes; what they have in common is written once."""
    data = io.BytesIO()
    _Writer(data, 5).dump(records)
    return data.getvalue()


def read_records(data: bytes, path: Path) -> tuple[Report, Extractions]:
    """One report with what was read from it.

    Args:
        data: What :func:`dump_records` gave.
        path: What messages call the file.

    Raises:
        StoreCorrupt: It is something else.
    """
    try:
        found = _Reader(io.BytesIO(data)).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError, IndexError) as error:
        raise damaged(path, str(error)) from error
    if not isinstance(found, tuple) or [type(each) for each in found] != [Report, Extractions]:
        raise damaged(path, "it holds no report")
    report, extractions = found
    return report, extractions


class Records:
    """The file. What is added goes to its end; what is there is never changed.

    Args:
        path: Made where it is missing.
        end: Bytes from which on nothing counts: what an interrupted change left there is overwritten.
    """

    def __init__(self, path: Path, end: int | None = None) -> None:
        self.path = path
        with explained(path):
            self._file = path.open("r+b" if path.exists() else "w+b")
            self.end = self._file.seek(0, os.SEEK_END) if end is None else end

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file. May be called again."""
        with explained(self.path):
            self._file.close()

    def append(self, data: bytes) -> Place:
        """Writes something at the end; tells where it stands."""
        place = Place(self.end, len(data))
        with explained(self.path):
            self._file.seek(place.start)
            self._file.write(data)
        self.end += place.size
        return place

    def flush(self, *, safely: bool = False) -> None:
        """Lets other processes see what was written; ``safely`` also if the machine stops at once."""
        with explained(self.path):
            self._file.flush()
            if safely:
                os.fsync(self._file.fileno())

    def read(self, place: Place) -> bytes:
        """What stands at a place.

        Raises:
            StoreCorrupt: The file ends before.
        """
        with explained(self.path):
            self._file.seek(place.start)
            data = self._file.read(place.size)
        if len(data) != place.size:
            raise damaged(self.path, "it is shorter than what was written")
        return data
