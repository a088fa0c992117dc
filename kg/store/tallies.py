"""What was observed of whom in all reports, in counts: so that one can be added or taken away without the others."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from kg.store.failures import explained

__all__ = ["TALLY_TABLES", "Tallies"]

TALLY_TABLES = """
CREATE TABLE tally (path TEXT, form TEXT, count INTEGER, PRIMARY KEY (path, form)) WITHOUT ROWID;
CREATE TABLE speaks (path TEXT, report TEXT, PRIMARY KEY (path, report)) WITHOUT ROWID;
"""
_FORM = "\t"
_SPOKEN_OF = ("meeting/", "series/")
"""What is asked of who speaks of it."""

Form = tuple[str, ...]


class Tallies:
    """Counts of observations.

    Attributes:
        folder: What messages call the database.
    """

    folder: Path
    _database: sqlite3.Connection

    def _run(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        with explained(self.folder):
            return self._database.execute(statement, values)

    def _run_all(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        with explained(self.folder):
            self._database.executemany(statement, rows)

    def stage(self, report: str, observed: Iterable[tuple[str, Form]]) -> None:
        """Notes what a report says of whom, to be counted by :meth:`fold`: far quicker than one by one."""
        self._run("CREATE TEMP TABLE IF NOT EXISTS staged (path TEXT, form TEXT, report TEXT)")
        self._run_all(
            "INSERT INTO staged VALUES (?, ?, ?)", [(path, _FORM.join(form), report) for path, form in observed]
        )

    def fold(self) -> None:
        """Counts what was staged. Nothing may have been counted before."""
        self._run("CREATE TEMP TABLE IF NOT EXISTS staged (path TEXT, form TEXT, report TEXT)")
        self._run("INSERT INTO tally SELECT path, form, COUNT(*) FROM staged GROUP BY path, form ORDER BY path, form")
        for kind in _SPOKEN_OF:
            self._run(
                "INSERT INTO speaks SELECT DISTINCT path, report FROM staged WHERE path >= ? AND path < ?",
                (kind, kind[:-1] + chr(ord(kind[-1]) + 1)),
            )
        self._run("DROP TABLE staged")

    def observe(self, report: str, before: Iterable[tuple[str, Form]], now: Iterable[tuple[str, Form]]) -> None:
        """Counts what a report says of whom now, and no longer what it said before."""
        change = Counter(now)
        change.subtract(Counter(before))
        rows = [(path, _FORM.join(form), count) for (path, form), count in change.items() if count]
        self._run_all(
            "INSERT INTO tally VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count", rows
        )
        self._run_all("DELETE FROM tally WHERE path = ? AND form = ? AND count = 0", [row[:2] for row in rows])
        old, new = ({path for path, _ in each if path.startswith(_SPOKEN_OF)} for each in (before, now))
        self._run_all("DELETE FROM speaks WHERE path = ? AND report = ?", [(path, report) for path in old - new])
        self._run_all("INSERT OR IGNORE INTO speaks VALUES (?, ?)", [(path, report) for path in new - old])

    def forms(self, path: str) -> dict[Form, int]:
        """How often each form was observed of a thing."""
        rows = self._run("SELECT form, count FROM tally WHERE path = ?", (path,))
        return {tuple(form.split(_FORM)): count for form, count in rows}

    def tallies(self) -> Iterator[tuple[str, dict[Form, int]]]:
        """The same of all things, in the order of their paths."""
        rows = self._run("SELECT path, form, count FROM tally ORDER BY path, form")
        for path, group in groupby(rows, key=itemgetter(0)):
            yield path, {tuple(form.split(_FORM)): count for _, form, count in group}

    def speaking_of(self, paths: Collection[str]) -> list[str]:
        """The reports that speak of any of some meetings or series, in order."""
        found: set[str] = set()
        for path in paths:
            rows = self._run("SELECT report FROM speaks WHERE path = ?", (path,))
            found.update(report for (report,) in rows)
        return sorted(found)
