"""Answers of a Virtuoso, read as they are meant: SPARQL 1.1 Query Results in JSON, one row a line."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, parse_query_results

from kg.vocab import XSD

if TYPE_CHECKING:
    from typing_extensions import Buffer

__all__ = ["decision", "solutions"]

_BOOLEAN = f'"datatype": "{XSD.boolean.value}", "value": '.encode()
_NUMBERS = ((_BOOLEAN + b'"1"', _BOOLEAN + b'"true"'), (_BOOLEAN + b'"0"', _BOOLEAN + b'"false"'))


def solutions(answer: io.BufferedReader, at_end: Callable[[], None]) -> QuerySolutions:
    """The rows of SELECT, as they come.

    Args:
        answer: From the server.
        at_end: Called once all of it has been read; raises what makes the answer void.
    """
    found = parse_query_results(io.BufferedReader(_Rows(answer, at_end), 1 << 16), QueryResultsFormat.JSON)
    if not isinstance(found, QuerySolutions):
        raise TypeError(type(found))
    return found


def decision(answer: io.BufferedReader, at_end: Callable[[], None]) -> QueryBoolean:
    """The answer of ASK."""
    with answer:
        told = json.loads(answer.read())
    at_end()
    decided = told["boolean"] if "boolean" in told else bool(told["results"]["bindings"])
    found = parse_query_results(json.dumps({"head": {}, "boolean": decided}).encode(), QueryResultsFormat.JSON)
    if not isinstance(found, QueryBoolean):
        raise TypeError(type(found))
    return found


class _Rows(io.RawIOBase):
    """Writes true and false as XML Schema does, line by line."""

    def __init__(self, answer: io.BufferedReader, at_end: Callable[[], None]) -> None:
        self._answer = answer
        self._at_end = at_end
        self._rest = b""
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        if not self._rest and not self._ended:
            self._rest = self._answer.readline()
            if not self._rest:
                self._ended = True
                self._at_end()
            elif _BOOLEAN in self._rest:
                for number, word in _NUMBERS:
                    self._rest = self._rest.replace(number, word)
        data, self._rest = self._rest[: len(view)], self._rest[len(view) :]
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._answer.close()
        super().close()
