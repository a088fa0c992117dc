"""A binary file that hands what is written to a function."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Buffer

__all__ = ["Sink"]


class Sink(io.RawIOBase):
    """A binary file that hands what is written to a function.

    Args:
        take: Is given the bytes.
    """

    def __init__(self, take: Callable[[bytes], object]) -> None:
        self._take = take

    def writable(self) -> bool:
        """It can be written to."""
        return True

    def write(self, data: Buffer) -> int:
        """Hands it on."""
        copy = bytes(data)
        self._take(copy)
        return len(copy)
