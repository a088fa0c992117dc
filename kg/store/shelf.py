"""What linking keeps from one change to the next (:class:`kg.linking.Shelf`), in the database of what is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kg.store.failures import explained

__all__ = ["SHELF_TABLES", "KeptShelf"]

SHELF_TABLES = """
CREATE TABLE shelf (space TEXT, name TEXT, text TEXT, PRIMARY KEY (space, name)) WITHOUT ROWID;
CREATE TABLE shelf_set (space TEXT, name TEXT, member TEXT, PRIMARY KEY (space, name, member)) WITHOUT ROWID;
"""
_MANY = 50_000
"""Changes that wait before they are written: together they take far less time than one by one."""


class KeptShelf:
    """Texts and sets of texts by name.

    Args:
        database: Where they are; has :data:`SHELF_TABLES`.
        path: What messages call it.
    """

    def __init__(self, database: sqlite3.Connection, path: Path) -> None:
        self._database = database
        self._path = path
        self._texts: dict[tuple[str, str], str | None] = {}
        self._sets: dict[tuple[str, str, str], bool] = {}

    def get(self, space: str, key: str) -> str | None:
        """The text of that name, or ``None``."""
        name = (space, key)
        if name in self._texts:
            return self._texts[name]
        row = self._run("SELECT text FROM shelf WHERE space = ? AND name = ?", name).fetchone()
        return row[0] if row else None

    def put(self, space: str, key: str, text: str | None) -> None:
        """Gives a name to a text in place of the one it had; ``None`` takes the name away."""
        self._texts[space, key] = text
        if len(self._texts) > _MANY:
            self._write_texts()

    def texts(self, space: str) -> list[tuple[str, str]]:
        """All names of a space with their texts, sorted."""
        self._write_texts()
        return self._run("SELECT name, text FROM shelf WHERE space = ? ORDER BY name", (space,)).fetchall()

    def members(self, space: str, key: str) -> list[str]:
        """What is in the set of that name, sorted; nothing where there is no such set."""
        self._write_sets()
        rows = self._run("SELECT member FROM shelf_set WHERE space = ? AND name = ? ORDER BY member", (space, key))
        return [member for (member,) in rows]

    def count(self, space: str, key: str) -> int:
        """How many are in it."""
        self._write_sets()
        row = self._run("SELECT COUNT(*) FROM shelf_set WHERE space = ? AND name = ?", (space, key)).fetchone()
        return int(row[0])

    def add(self, space: str, key: str, member: str) -> None:
        """Puts something into the set of that name."""
        self._change(space, key, member, there=True)

    def discard(self, space: str, key: str, member: str) -> None:
        """Takes something out of it, if it is there."""
        self._change(space, key, member, there=False)

    def _change(self, space: str, key: str, member: str, *, there: bool) -> None:
        self._sets[space, key, member] = there
        if len(self._sets) > _MANY:
            self._write_sets()

    def write(self) -> None:
        """Writes what waits."""
        self._write_texts()
        self._write_sets()

    def _write_texts(self) -> None:
        waiting, self._texts = sorted(self._texts.items()), {}
        here = [(*name, text) for name, text in waiting if text is not None]
        self._run_all("INSERT OR REPLACE INTO shelf VALUES (?, ?, ?)", here)
        self._run_all(
            "DELETE FROM shelf WHERE space = ? AND name = ?", [name for name, text in waiting if text is None]
        )

    def _write_sets(self) -> None:
        if not self._sets:
            return
        waiting, self._sets = sorted(self._sets.items()), {}
        self._run_all("INSERT OR IGNORE INTO shelf_set VALUES (?, ?, ?)", [each for each, there in waiting if there])
        self._run_all(
            "DELETE FROM shelf_set WHERE space = ? AND name = ? AND member = ?",
            [each for each, there in waiting if not there],
        )

    def _run(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        with explained(self._path):
            return self._database.execute(statement, values)

    def _run_all(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        with explained(self._path):
            self._database.executemany(statement, rows)
