"""What other machines need to be handed over: bytes, where processes of this machine look into files by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol, Self, TypeVar, runtime_checkable

from kg.store import Place, Records

__all__ = ["Carried", "Text", "carried", "carried_texts", "read_texts"]

Item = TypeVar("Item")

Text = Place | bytes
"""Where something stands in the file of what was read, or the thing itself."""


@runtime_checkable
class Carried(Protocol):
    """Work that refers to files of this machine."""

    def carried(self) -> Self:
        """The same with all that stands in those files."""


def carried(item: Item) -> Item:
    """Work as it can be done on a machine that has none of the files of this one."""
    return item.carried() if isinstance(item, Carried) else item


def carried_texts(file: Path, texts: Iterable[Text]) -> list[bytes]:
    """The things themselves."""
    return list(read_texts(file, texts))


def read_texts(file: Path, texts: Iterable[Text]) -> Iterator[bytes]:
    """The things themselves, each read when it is needed; the file is not opened where none is.

    Args:
        file: Of what was read from reports.
        texts: Things, or where they stand in it.
    """
    records: Records | None = None
    try:
        for text in texts:
            if isinstance(text, bytes):
                yield text
            else:
                records = records or Records(file)
                yield records.read(text)
    finally:
        if records is not None:
            records.close()
