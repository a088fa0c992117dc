"""Where data goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TextIO

from kg.errors import NoSuchPath

__all__ = ["binary_output", "counted", "on_terminal", "say", "text_output"]


@contextmanager
def binary_output(out: Path | None) -> Iterator[IO[bytes]]:
    """A stream for data: standard output where ``out`` is ``None`` or ``-``.

    A file is written beside its place and moved there at the end, so that a failure leaves what was there before.

    Raises:
        NoSuchPath: The folder of ``out`` is not there.
    """
    if out is None or str(out) == "-":
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if not out.parent.is_dir():
        raise NoSuchPath(f"There is no folder {out.parent}.", "Make it, or name another place with -o.")
    if out.exists() and not out.is_file():
        with out.open("wb") as device:  # a device or a pipe cannot be replaced, only written
            yield device
        return
    with tempfile.NamedTemporaryFile(dir=out.parent, prefix=f".{out.name}.", delete=False) as draft:
        place = Path(draft.name)
        try:
            yield draft
            draft.flush()
            place.chmod(0o666 & ~_umask())
            place.replace(out)
        finally:
            place.unlink(missing_ok=True)


@contextmanager
def text_output(out: Path | None) -> Iterator[TextIO]:
    """Like :func:`binary_output`, for text: UTF-8 in files, what the terminal understands on a terminal."""
    if out is None or str(out) == "-":
        yield sys.stdout
        return
    with binary_output(out) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="\n", write_through=True)
        try:
            yield text
        finally:
            text.detach()


def on_terminal(out: Path | None) -> bool:
    """Whether data goes to a person's terminal."""
    return (out is None or str(out) == "-") and sys.stdout.isatty()


def say(words: str) -> None:
    """Writes words for a person, which are no data, to stderr."""
    sys.stderr.write(words + "\n")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: '1 report', '2 reports', '0 discrepancies'."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"
