"""What was read from each report, kept beside the graph, so that a change of the corpus redoes only what it affects.

Two files: an SQLite database that is changed in place, each change in one transaction, and the records of the reports
(:mod:`kg.store.records`). Neither is ever copied to add a report: at size that would take longer than all the rest.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Self

from kg.model import Entity, EntityKind, Extractions, Report, Severity
from kg.store.failures import explained
from kg.store.records import Place, Records, dump_records, read_records
from kg.store.shelf import SHELF_TABLES, KeptShelf
from kg.store.tallies import TALLY_TABLES, Tallies

__all__ = ["COUNTS", "Kept", "KeptReport", "Packed"]

COUNTS = ("sentences_total", "sentences_read", "sentences_unread", "participations", "posts", "discrepancies")
"""What is counted of each report, in the order in which it is kept."""

_DATABASE = "index.sqlite"
_RECORDS = "records.bin"
_TABLES = f"""
CREATE TABLE report (id TEXT PRIMARY KEY, digest TEXT, start INTEGER, size INTEGER, violations INTEGER,
                     warnings INTEGER, {" INTEGER, ".join(COUNTS)} INTEGER) WITHOUT ROWID;
CREATE TABLE entity (path TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE INDEX entity_kind ON entity (substr(path, 1, instr(path, '/') - 1)); -- the same words as in Kept.numbers
CREATE TABLE checked (focus TEXT, name TEXT, severity TEXT, count INTEGER, PRIMARY KEY (focus, name)) WITHOUT ROWID;
CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
{TALLY_TABLES}{SHELF_TABLES}"""
_NEW = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
"""A file that nobody has yet need not survive anything."""
_CHANGED = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL;"
_SETTINGS = "PRAGMA secure_delete = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = FILE;"
_WASTED = 0.5


class KeptReport(NamedTuple):
    """One report with what was read from it.

    Attributes:
        digest: Of the file that it came from.
    """

    digest: str
    report: Report
    extractions: Extractions


class Packed(NamedTuple):
    """The same as bytes, which is how other processes hand it over.

    Attributes:
        record: The report and what was read from it.
        told: As much of that as linking needs.
        counts: What is counted of it, see :data:`COUNTS`.
    """

    id: str
    digest: str
    record: bytes
    told: Extractions
    counts: tuple[int, ...]

    @classmethod
    def of(cls, found: KeptReport, told: Extractions) -> Packed:
        """Makes bytes of a report.

        Args:
            found: The report.
            told: As much of what was read from it as linking needs.
        """
        read = found.extractions
        counts = (
            *(read.sentences_total, read.sentences_read, len(read.unread)),
            *(len(read.participations), len(read.posts), len(read.discrepancies)),
        )
        return cls(found.report.id, found.digest, dump_records(found.report, read), told, counts)


class Kept(Tallies):
    """The reports of a store with what was read from them, how they are linked, and what was observed of whom.

    Args:
        folder: Where the files are; made where it is missing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._closed = False
        fresh = not (folder / _DATABASE).exists()
        with explained(folder):
            folder.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(folder / _DATABASE, isolation_level=None)
            self._database.executescript((_NEW if fresh else _CHANGED) + _SETTINGS + (_TABLES if fresh else ""))
        self._run("BEGIN")
        self.shelf = KeptShelf(self._database, folder)
        end = self._note("end")
        self._records = Records(folder / _RECORDS, int(end) if end else None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the files; what was not committed is taken back. May be called again."""
        if not self._closed:
            self._closed = True
            self._records.close()
            with explained(self.folder):
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                self._database.close()

    def commit(self, generation: str) -> None:
        """Makes what was changed last, for the generation of that name."""
        self.shelf.write()
        self._records.flush(safely=True)
        self._put_note("end", str(self._records.end))
        self._put_note("generation", generation)
        self._run("COMMIT")
        self._run("BEGIN")

    @property
    def generation(self) -> str:
        """Name of the generation for which this was last committed."""
        return self._note("generation")

    @property
    def wasteful(self) -> bool:
        """Whether so much of the records belongs to reports that are no more that they had better be written anew."""
        used = self._run("SELECT TOTAL(size) FROM report").fetchone()[0]
        return bool(self._records.end - used > max(_WASTED * used, 1_000_000))

    def rewrite(self) -> None:
        """Leaves nothing of what was removed in the files. The folder must be nobody else's."""
        draft = self.folder / f"{_RECORDS}.new"
        draft.unlink(missing_ok=True)
        with Records(draft) as fresh:
            for report, start, size in self._run("SELECT id, start, size FROM report ORDER BY id").fetchall():
                place = fresh.append(self._records.read(Place(start, size)))
                self._run("UPDATE report SET start = ? WHERE id = ?", (place.start, report))
        self._records.close()
        with explained(self.folder):
            draft.replace(self.folder / _RECORDS)
        self._records = Records(self.folder / _RECORDS)

    @staticmethod
    def copy(folder: Path, target: Path) -> None:
        """Copies what was kept in one folder into another."""
        with explained(folder):
            shutil.copytree(folder, target)

    def _note(self, name: str) -> str:
        row = self._run("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def _put_note(self, name: str, value: str) -> None:
        self._run("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, value))

    def put(self, packed: Packed) -> None:
        """Keeps a report in place of the one of the same identifier."""
        place = self._records.append(packed.record)
        row = (packed.id, packed.digest, *place, 0, 0, *packed.counts)
        self._run("INSERT OR REPLACE INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def remove(self, report: str) -> None:
        """Removes a report; what was observed in it is taken away by :meth:`observe`."""
        self._run("DELETE FROM report WHERE id = ?", (report,))

    def has(self, report: str) -> bool:
        """Whether a report is here."""
        return self._run("SELECT 1 FROM report WHERE id = ?", (report,)).fetchone() is not None

    def digests(self) -> dict[str, str]:
        """The digest of each report, by identifier, in order."""
        return dict(self._run("SELECT id, digest FROM report ORDER BY id"))

    def counts(self) -> dict[str, int]:
        """The sums over all reports of what is counted of each, and their number as ``reports``."""
        row = self._run(
            "SELECT COUNT(*), TOTAL(sentences_total), TOTAL(sentences_read), TOTAL(sentences_unread),"
            " TOTAL(participations), TOTAL(posts), TOTAL(discrepancies) FROM report"
        ).fetchone()
        return dict(zip(("reports", *COUNTS), map(int, row), strict=True))

    def places(self) -> Iterator[tuple[str, Place]]:
        """Where the record of each report stands, in the order of the identifiers."""
        for report, start, size in self._run("SELECT id, start, size FROM report ORDER BY id"):
            yield report, Place(start, size)

    def place(self, report: str) -> Place:
        """Where the record of one report stands.

        Raises:
            KeyError: It is not here.
        """
        for start, size in self._run("SELECT start, size FROM report WHERE id = ?", (report,)):
            return Place(start, size)
        raise KeyError(report)

    def flush(self) -> Path:
        """Lets other processes read the records; tells in which file."""
        self._records.flush()
        return self._records.path

    def get(self, report: str) -> KeptReport:
        """One report.

        Raises:
            KeyError: It is not here.
            StoreCorrupt: What is here is no report.
        """
        row = self._run("SELECT digest, start, size FROM report WHERE id = ?", (report,)).fetchone()
        if row is None:
            raise KeyError(report)
        digest, start, size = row
        return KeptReport(digest, *read_records(self._records.read(Place(start, size)), self._records.path))

    def put_findings(self, report: str, violations: int, warnings: int) -> None:
        """Keeps how many findings the graph of a report has."""
        row = (violations, warnings, report)
        self._run("UPDATE report SET violations = ?, warnings = ? WHERE id = ?", row)

    def put_checked(self, found: Mapping[tuple[str, str, Severity], int], about: Collection[str] | None = None) -> None:
        """Keeps what check queries found, in place of what they found before.

        Args:
            found: How often each finds something of what.
            about: What they looked at; by default everything.
        """
        if about is None:
            self._run("DELETE FROM checked")
        else:
            self._run_all("DELETE FROM checked WHERE focus = ?", [(focus,) for focus in about])
        rows = [(focus, name, severity.value, count) for (name, focus, severity), count in found.items()]
        self._run_all("INSERT OR REPLACE INTO checked VALUES (?, ?, ?, ?)", rows)

    def findings(self) -> tuple[int, int]:
        """The numbers of violations and warnings in the graphs of all reports, and of check queries."""
        row = self._run("SELECT TOTAL(violations), TOTAL(warnings) FROM report").fetchone()
        checked = dict(self._run("SELECT severity, SUM(count) FROM checked GROUP BY severity").fetchall())
        return (
            int(row[0]) + checked.get(Severity.VIOLATION.value, 0),
            int(row[1]) + checked.get(Severity.WARNING.value, 0),
        )

    def things(self) -> Mapping[str, Entity]:
        """All entities as they were when last kept, by path; read one by one as they are asked for."""
        return _Things(self)

    def paths(self, kind: str) -> Iterator[tuple[str, str]]:
        """The path of each entity of a kind, with the slug of its series, sorted by series, then by path."""
        rows = self._run(
            "SELECT path, json_extract(value, '$[4]') FROM entity WHERE path >= ? AND path < ? ORDER BY 2, 1",
            (f"{kind}/", f"{kind}0"),
        )
        yield from rows

    def numbers(self) -> dict[str, int]:
        """How many entities there are of each kind."""
        rows = self._run("SELECT substr(path, 1, instr(path, '/') - 1), COUNT(*) FROM entity GROUP BY 1")
        return dict(rows.fetchall())

    def put_entities(self, changed: Iterable[Entity], gone: Iterable[str] = ()) -> None:
        """Keeps entities, and lets go of those that are gone."""
        rows = [(entity.path, _flat(entity)) for entity in changed]
        self._run_all("INSERT OR REPLACE INTO entity VALUES (?, ?)", rows)
        self._run_all("DELETE FROM entity WHERE path = ?", [(path,) for path in gone])

    def entity(self, path: str) -> Entity | None:
        """An entity as it was when last kept."""
        for (value,) in self._run("SELECT value FROM entity WHERE path = ?", (path,)):
            kind, slug, label, alt_labels, series = json.loads(value)
            return Entity(EntityKind(kind), slug, label, tuple(alt_labels), series)
        return None


def _flat(entity: Entity) -> str:
    return json.dumps([entity.kind, entity.slug, entity.label, entity.alt_labels, entity.series], ensure_ascii=False)


class _Things(Mapping[str, Entity]):
    """The entities of a store by path."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def __getitem__(self, path: str) -> Entity:
        found = self._kept.entity(path)
        if found is None:
            raise KeyError(path)
        return found

    def __iter__(self) -> Iterator[str]:
        return (path for kind in EntityKind for path, _ in self._kept.paths(kind.value))

    def __len__(self) -> int:
        return sum(self._kept.numbers().values())
