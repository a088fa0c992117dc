"""Turns what the database and the file system raise into errors that a person understands."""

from __future__ import annotations

import difflib
import errno
import re
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import NoSuchEntity, QuerySyntaxError, StoreCorrupt, StoreError, StoreLocked

__all__ = ["explained", "no_such_report", "syntax_error"]

_POSITION = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<rest>.*)", re.DOTALL)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Within it, every failure of the database under ``path`` becomes a :class:`~kg.errors.StoreError`.

    The database reports damage as RuntimeError and anything else as OSError, both with the words of RocksDB.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _failure(path, RuntimeError(str(error))) from error
    except (OSError, RuntimeError) as error:
        raise _failure(path, error) from error


def _failure(path: Path, error: OSError | RuntimeError) -> StoreError:
    words = str(error)
    number = error.errno if isinstance(error, OSError) else None
    if number in {errno.ENOSPC, errno.EDQUOT} or "No space left on device" in words or "disk is full" in words:
        return StoreError(
            f"The disk is full: there is no room for the store {path}.",
            "Free some space, or choose another place with --store; what was there before is as it was.",
        )
    if "lock hold by" in words or "No locks available" in words:
        return StoreLocked(f"Another process is using the store {path}.", "Wait until it ends, then try again.")
    if isinstance(error, RuntimeError | FileNotFoundError) or "Corruption" in words:
        return damaged(path, words)
    if isinstance(error, PermissionError) or "Permission denied" in words:
        return StoreError(f"The store {path} cannot be accessed: permission denied.", "Check who owns the folder.")
    why = getattr(error, "strerror", None) or words
    return StoreError(
        f"The store {path} cannot be used: {_sentence(why)}", "Look at that place, or choose another with --store."
    )


def no_such_report(report: str, known: Collection[str], path: Path) -> NoSuchEntity:
    """The error for a report that a store has not.

    Args:
        report: Its identifier.
        known: The identifiers of those that it has.
        path: The store.
    """
    near = difflib.get_close_matches(report, known, n=3)
    hint = f"Did you mean {' or '.join(near)}?" if near else "`kg query reports` lists them."
    return NoSuchEntity(f"There is no report {report} in {path}.", hint)


def damaged(path: Path | str, why: str) -> StoreCorrupt:
    """The error for a store that cannot be read as one."""
    return StoreCorrupt(f"The store {path} is damaged: {_sentence(why)}", "Run `kg build` to make it anew.")


def _sentence(words: str) -> str:
    return " ".join(words.split()).rstrip(".") + "."


def syntax_error(error: SyntaxError) -> QuerySyntaxError:
    """The error for SPARQL that does not parse, with line and column where the parser tells them."""
    words = str(error)
    match = _POSITION.match(words)
    if match is None:
        return QuerySyntaxError(f"The query does not parse: {_sentence(words)}")
    return QuerySyntaxError(_sentence(match["rest"]), line=int(match["line"]), column=int(match["column"]))
