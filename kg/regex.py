"""Regular expressions that stay compiled from one process to the next, as Python keeps the modules it has compiled.

The rules are hundreds of patterns, many of them alternations of hundreds of names. Compiling those that one report
needs takes longer than all else that reading it does, so :func:`regex` keeps the code of each in the user's folder for
caches. (:mod:`re` itself has no way to: a pattern is pickled as its source.)

A kept pattern is found by its source and flags, so it is never that of another version of the rules, and in a file for
this very interpreter. The file is only ever added to; one that is damaged or has grown too long is begun anew. Where it
can't be written, or the interpreter is not one of those whose code is known, patterns are compiled each time.
"""

from __future__ import annotations

import atexit
import json
import re
import sys
from array import array
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from struct import Struct
from typing import Any, NamedTuple
from zlib import crc32

from platformdirs import user_cache_path

__all__ = ["KeptPatterns", "regex"]

_LONGEST = 64_000_000
"""Bytes of a file that grows because rules are changed again and again; today's take a fifth of it."""
_CHECKSUM, _LENGTHS = Struct("!L"), Struct("!QQ")
"""What stands before each part of the file: the checksum of what follows, the bytes of its index and of its code."""
_HEADING = _CHECKSUM.size + _LENGTHS.size


class _Code(NamedTuple):
    """What the engine makes a pattern of: the arguments of ``_sre.compile``."""

    flags: int
    words: memoryview
    groups: int
    names: dict[str, int]


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern, as :func:`re.compile` gives it; for patterns of the rules, the same in each process.

    Args:
        source: The regular expression.
        flags: Those of :mod:`re`.

    Raises:
        re.error: It is none.
    """
    return _kept().pattern(source, flags)


class KeptPatterns:
    """Patterns kept in a file.

    Args:
        path: The file; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._codes: dict[str, _Code] = {}
        self._new: dict[str, _Code] = {}
        self._anew = False
        with suppress(OSError):  # none was kept yet, or there is no such folder
            self._load(memoryview(path.read_bytes()))

    def _load(self, content: memoryview) -> None:
        """Takes in what each process has added."""
        self._anew = len(content) > _LONGEST
        while len(content) >= _HEADING:
            head, code = _LENGTHS.unpack_from(content, _CHECKSUM.size)
            part, content = content[: _HEADING + head + code], content[_HEADING + head + code :]
            if _CHECKSUM.unpack_from(part) != (crc32(part[_CHECKSUM.size :]),):
                self._anew = True
                return
            index, words = json.loads(bytes(part[_HEADING : _HEADING + head])), part[_HEADING + head :].cast("I")
            for key, start, stop, flags, groups, names in index:
                self._codes[key] = _Code(flags, words[start:stop], groups, names)
        self._anew |= bool(content)

    def pattern(self, source: str, flags: int = 0) -> re.Pattern[str]:
        """The pattern from the file, else compiled, to be kept by :meth:`save`.

        Raises:
            re.error: The source is no regular expression.
        """
        key = blake2b(f"{int(flags)} {source}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        if (code := self._codes.get(key)) is not None:
            return _pattern(source, code)
        if not _known_engine():
            return re.compile(source, flags)
        self._new[key] = code = _compiled(source, flags)
        return _pattern(source, code)

    def save(self) -> None:
        """Adds what was compiled to the file, in one piece: other processes may do the same at that time."""
        if not self._new:
            return
        index, words = [], array("I")
        for key, new in self._new.items():
            start = len(words)
            words.extend(new.words)
            index.append((key, start, len(words), new.flags, new.groups, new.names))
        head, code = json.dumps(index).encode(), words.tobytes()
        part = _LENGTHS.pack(len(head), len(code)) + head + code
        with suppress(OSError):  # no room, or not ours to write to: they are compiled again next time
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._anew:
                self._path.unlink(missing_ok=True)
            with self._path.open("ab", buffering=0) as file:
                file.write(_CHECKSUM.pack(crc32(part)) + part)
        self._new.clear()


@lru_cache(maxsize=1)
def _kept() -> KeptPatterns:
    tag = f"{sys.implementation.cache_tag}-{sys.hexversion:x}-{sys.byteorder}"
    path = user_cache_path("wco-kg", appauthor=False) / f"patterns-{tag}"
    kept = KeptPatterns(path)
    if path.is_absolute():  # else the user has no home folder
        atexit.register(kept.save)
    return kept


def _pattern(source: str, code: _Code) -> re.Pattern[str]:
    name_of = {number: name for name, number in code.names.items()}
    names = tuple(name_of.get(number) for number in range(code.groups + 1))
    pattern: re.Pattern[str] = _part("_sre").compile(
        source, code.flags, code.words.tolist(), code.groups, code.names, names
    )
    return pattern


def _compiled(source: str, flags: int) -> _Code:
    tree = _part("re._parser").parse(source, int(flags))
    words = array("I", map(int, _part("re._compiler")._code(tree, int(flags))))  # noqa: SLF001 (nothing public gives it)
    state = tree.state
    return _Code(int(flags) | state.flags, memoryview(words), state.groups - 1, dict(state.groupdict))


@lru_cache
def _part(module: str) -> Any:
    """A part of :mod:`re` that only some interpreters have, and no type checker knows."""
    return import_module(module)


@lru_cache(maxsize=1)
def _known_engine() -> bool:
    """Whether patterns made here are those that :mod:`re` makes; its parts may be others in another Python."""
    source, flags = r"(?P<a>\w+)(?:é|è{2,3}?)(?<!\d)([^À-Þ])", re.IGNORECASE
    try:
        return _pattern(source, _compiled(source, flags)) == re.compile(source, flags)
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return False
