"""Reads the CSV tables of ``data/``: what a person edits to teach the software a name, a title or a wording.

UTF-8, comma separated (RFC 4180), first line the column names. A wrong row stops the program with its file, line and
column, because a silently skipped row would be a name silently not recognised.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from kg.errors import TableError
from kg.resources import resource

__all__ = ["Row", "read_table", "split_list"]

Notation = TypeVar("Notation", bound=StrEnum)


class Row(dict[str, str]):
    """One row, and where it stands; a column that the table lacks is refused when it is read."""

    def __init__(self, values: Mapping[str, str] | Iterable[tuple[str, str]], path: Path, line: int) -> None:
        super().__init__(values)
        self.path = path
        self.line = line

    def __missing__(self, column: str) -> str:
        raise _missing(self.path, column)

    def error(self, column: str, problem: str) -> TableError:
        """The error to raise for a wrong value in ``column``."""
        return TableError(f"{self.path}, line {self.line}, column {column}: {problem} (found {self.get(column)!r}).")

    def one_of(self, kinds: type[Notation], column: str) -> Notation:
        """The value in ``column`` as one of a scheme.

        Raises:
            TableError: It is none of them.
        """
        try:
            return kinds(self[column])
        except ValueError:
            raise self.error(column, f"one of {', '.join(kinds)} is needed") from None


def read_table(*parts: str, columns: tuple[str, ...] = ()) -> Iterator[Row]:
    """The rows of a table of the package, values stripped.

    Args:
        parts: Path under the top level, for example ``"data", "reference", "members.csv"``.
        columns: Columns that must be there even if no row is read; any other is missed where it is read.

    Raises:
        TableError: A column is missing, or a row has more or fewer fields than the head.
    """
    path = resource(*parts)
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, strict=True)
        try:
            head = next(reader, [])
            if missing := set(columns) - set(head):
                raise _missing(path, ", ".join(sorted(missing)))
            for fields in filter(None, reader):
                if len(fields) != len(head):
                    message = f"{path}, line {reader.line_num}: as many fields are needed as the first line names."
                    raise TableError(message)
                yield Row(zip(head, map(str.strip, fields), strict=True), path, reader.line_num)
        except csv.Error as error:
            raise TableError(f"{path}, line {reader.line_num}: {error}.") from error


def _missing(path: Path, columns: str) -> TableError:
    return TableError(f"{path}, line 1: column {columns} is missing.")


def split_list(value: str) -> list[str]:
    """The items of a cell that holds several, separated by semicolons; empty items left out."""
    return [item for part in value.split(";") if (item := part.strip())]
