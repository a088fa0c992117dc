"""What was read from each report, kept beside the graph, so that a change of the corpus redoes only what it affects.

One SQLite file a generation. Records are pickled, and read back by a reader that makes nothing but the records of
:mod:`kg.model`, so that a store from somebody else can do no more than hold wrong records.
"""

from __future__ import annotations

import io
import json
import pickle
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple, Self

import kg.model
from kg.model import Entity, EntityKind, Extractions, Report
from kg.store.failures import damaged, explained

__all__ = ["Kept", "KeptReport"]

_TABLES = """
CREATE TABLE report (id TEXT PRIMARY KEY, digest TEXT, report BLOB, extractions BLOB, links TEXT,
                     violations INTEGER, warnings INTEGER) WITHOUT ROWID;
CREATE TABLE observation (report TEXT, path TEXT, form TEXT);
CREATE INDEX observation_report ON observation (report);
CREATE INDEX observation_path ON observation (path);
CREATE TABLE entity (path TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
_SETTINGS = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA secure_delete = ON;"
_RECORDS = frozenset(kg.model.__all__)

Form = tuple[str, ...]


class KeptReport(NamedTuple):
    """One report with what was read from it.

    Attributes:
        digest: Of the file that it came from.
    """

    digest: str
    report: Report
    extractions: Extractions


class _Writer(pickle.Pickler):
    """Writes a notation by its class and value: how Python itself does that changes from one release to the next."""

    def reducer_override(self, record: object) -> Any:
        return (type(record), (record.value,)) if isinstance(record, Enum) else NotImplemented


def _dumped(record: object) -> bytes:
    data = io.BytesIO()
    _Writer(data, 5).dump(record)
    return data.getvalue()


class _Reader(pickle.Unpickler):
    """Reads records of :mod:`kg.model` and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("kg.model.") and name in _RECORDS:
            return getattr(kg.model, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no record of a report")


class Kept:
    """The reports of a store with what was read from them, how they are linked, and what was observed of whom.

    Args:
        path: The file; made where it is missing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._closed = False
        fresh = not path.exists()
        with explained(path):
            self._database = sqlite3.connect(path, isolation_level=None)
            # nothing here outlives a failed build, so nothing is written twice for safety
            self._database.executescript(_SETTINGS + (_TABLES if fresh else ""))
        self._run("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Writes what is left and lets go of the file. May be called again."""
        if not self._closed:
            self._closed = True
            with explained(self._path):
                if self._database.in_transaction:
                    self._database.execute("COMMIT")
                self._database.close()

    def _run(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        with explained(self._path):
            return self._database.execute(statement, values)

    def _run_all(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        with explained(self._path):
            self._database.executemany(statement, rows)

    def put(self, digest: str, report: Report, extractions: Extractions) -> None:
        """Keeps a report in place of the one of the same identifier."""
        row = (report.id, digest, _dumped(report), _dumped(extractions), "", 0, 0)
        self._run("INSERT OR REPLACE INTO report VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def remove(self, report: str) -> None:
        """Removes a report with its observations."""
        self._run("DELETE FROM report WHERE id = ?", (report,))
        self._run("DELETE FROM observation WHERE report = ?", (report,))

    def digests(self) -> dict[str, str]:
        """The digest of each report, by identifier, in order."""
        return dict(self._run("SELECT id, digest FROM report ORDER BY id"))

    def get(self, report: str) -> KeptReport:
        """One report.

        Raises:
            KeyError: It is not here.
            StoreCorrupt: What is here is no report.
        """
        row = self._run("SELECT digest, report, extractions FROM report WHERE id = ?", (report,))
        for digest, text, read in row:
            return KeptReport(digest, self._load(text, Report), self._load(read, Extractions))
        raise KeyError(report)

    def extractions(self) -> Iterator[Extractions]:
        """What was read from each report, in the order of the identifiers."""
        for (read,) in self._run("SELECT extractions FROM report ORDER BY id"):
            yield self._load(read, Extractions)

    def _load(self, data: bytes, kind: type[Any]) -> Any:
        try:
            found = _Reader(io.BytesIO(data)).load()
        except (pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError, IndexError) as error:
            raise damaged(self._path, str(error)) from error
        if not isinstance(found, kind):
            raise damaged(self._path, f"it holds no {kind.__name__}")
        return found

    def links(self) -> dict[str, dict[str, str]]:
        """For each report the path of each of its keys; for a meeting of a series also that of the series."""
        rows = self._run("SELECT id, links FROM report ORDER BY id")
        return {report: json.loads(links) if links else {} for report, links in rows}

    def put_links(self, report: str, paths: dict[str, str]) -> None:
        """Keeps how a report is linked."""
        text = json.dumps(paths, sort_keys=True)
        self._run("UPDATE report SET links = ? WHERE id = ?", (text, report))

    def put_findings(self, report: str, violations: int, warnings: int) -> None:
        """Keeps how many findings the graph of a report has."""
        row = (violations, warnings, report)
        self._run("UPDATE report SET violations = ?, warnings = ? WHERE id = ?", row)

    def findings(self) -> tuple[int, int]:
        """The numbers of violations and warnings in the graphs of all reports."""
        row = self._run("SELECT TOTAL(violations), TOTAL(warnings) FROM report").fetchone()
        return int(row[0]), int(row[1])

    def put_observations(self, report: str, observed: Iterable[tuple[str, Form]]) -> None:
        """Keeps what a report says of whom, in place of what was kept of it."""
        self._run("DELETE FROM observation WHERE report = ?", (report,))
        rows = [(report, path, "\t".join(form)) for path, form in observed]
        self._run_all("INSERT INTO observation VALUES (?, ?, ?)", rows)

    def observed(self, report: str) -> set[str]:
        """The paths of all that a report speaks of."""
        rows = self._run("SELECT DISTINCT path FROM observation WHERE report = ?", (report,))
        return {path for (path,) in rows}

    def forms(self, path: str) -> dict[Form, int]:
        """How often each form was observed of a thing."""
        rows = self._run("SELECT form, COUNT(*) FROM observation WHERE path = ? GROUP BY form", (path,))
        return {tuple(form.split("\t")): count for form, count in rows}

    def speaking_of(self, paths: Collection[str]) -> list[str]:
        """The reports that speak of any of the things, in order."""
        found: set[str] = set()
        for path in paths:
            rows = self._run("SELECT DISTINCT report FROM observation WHERE path = ?", (path,))
            found.update(report for (report,) in rows)
        return sorted(found)

    def entities(self) -> dict[str, str]:
        """Each entity as it was when last kept, by path, in the form of :meth:`flat`."""
        return dict(self._run("SELECT path, value FROM entity"))

    def put_entities(self, changed: Iterable[Entity], gone: Iterable[str] = ()) -> None:
        """Keeps entities, and lets go of those that are gone."""
        rows = [(entity.path, self.flat(entity)) for entity in changed]
        self._run_all("INSERT OR REPLACE INTO entity VALUES (?, ?)", rows)
        self._run_all("DELETE FROM entity WHERE path = ?", [(path,) for path in gone])

    @staticmethod
    def flat(entity: Entity) -> str:
        """An entity as text, so that two can be compared."""
        return json.dumps(
            [entity.kind, entity.slug, entity.label, entity.alt_labels, entity.series], ensure_ascii=False
        )

    def entity(self, path: str) -> Entity | None:
        """An entity as it was when last kept."""
        for (value,) in self._run("SELECT value FROM entity WHERE path = ?", (path,)):
            kind, slug, label, alt_labels, series = json.loads(value)
            return Entity(EntityKind(kind), slug, label, tuple(alt_labels), series)
        return None
