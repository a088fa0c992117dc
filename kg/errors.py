"""The errors that this package raises on purpose.

::

    KgError                     exit code 3: something failed
    ├── UsageError              exit code 2: what was asked for cannot be done as asked
    │   ├── NoSuchPath          a file or folder is not there
    │   ├── NoSuchQuery         no named query of that name
    │   ├── NoSuchEntity        no person, office, meeting or report of that name in the graph
    │   ├── BadParameter        a query parameter is missing, unknown or of the wrong type
    │   └── MissingExtra        an optional dependency is not installed
    ├── UnreadableReport        a file cannot be read as a report
    ├── QuerySyntaxError        SPARQL that does not parse; has line and column
    ├── RdfSyntaxError          an RDF file that does not parse; has file and line
    ├── TableError              a row of a reference or wording table is wrong; has file, line, column
    ├── StoreError              the store cannot be opened, read or written
    │   ├── StoreMissing        nothing has been built there yet
    │   ├── StoreLocked         another process is using it
    │   ├── StoreCorrupt        it was damaged
    │   └── StoreTooNew         a newer version of this software wrote it
    ├── WorkerFailed            one of several processes ended before its work was done
    └── ResourceMissing         a file that ships with the package is not there: a broken installation

Every message is a sentence that says what is wrong; ``hint`` says what to do about it.
"""

from __future__ import annotations

__all__ = [
    "BadParameter",
    "JudgementConflict",
    "KgError",
    "MissingExtra",
    "NoSuchEntity",
    "NoSuchPath",
    "NoSuchQuery",
    "QuerySyntaxError",
    "RdfSyntaxError",
    "ResourceMissing",
    "StoreCorrupt",
    "StoreError",
    "StoreLocked",
    "StoreMissing",
    "StoreTooNew",
    "TableError",
    "UnreadableReport",
    "UsageError",
    "WorkerFailed",
]


class KgError(Exception):
    """Root of all errors of this package.

    Args:
        message: One sentence, for a person: what is wrong, naming the file, line or field.
        hint: One sentence, for a person: what to do about it. Empty where nothing is known to help.
    """

    exit_code: int = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UsageError(KgError):
    """What was asked for cannot be done as asked."""

    exit_code = 2


class NoSuchPath(UsageError):
    """A file or folder is not there."""


class NoSuchQuery(UsageError):
    """There is no named query of that name."""


class NoSuchEntity(UsageError):
    """There is no person, office, meeting or report of that name in the graph."""


class BadParameter(UsageError):
    """A query parameter is missing, unknown or of the wrong type."""


class JudgementConflict(UsageError):
    """Judgements by hand that cannot all hold; the message names the chain that conflicts."""


class MissingExtra(UsageError):
    """An optional dependency is needed and not installed."""


class UnreadableReport(KgError):
    """A file cannot be read as a report."""


class QuerySyntaxError(UsageError):
    """SPARQL that does not parse.

    Args:
        message: What the parser says.
        line: Line of the error, counted from 1; 0 where the parser does not tell.
        column: Column of the error, counted from 1; 0 where the parser does not tell.
    """

    def __init__(self, message: str, line: int = 0, column: int = 0, hint: str = "") -> None:
        super().__init__(message, hint)
        self.line = line
        self.column = column


class RdfSyntaxError(UsageError):
    """An RDF file that does not parse; the message names the file and the line."""


class TableError(KgError):
    """A row of a reference or wording table is wrong; the message names file, line and column."""


class StoreError(KgError):
    """The store cannot be opened, read or written."""


class StoreMissing(StoreError):
    """Nothing has been built at that place yet."""

    exit_code = 2


class StoreLocked(StoreError):
    """Another process is using the store."""


class StoreCorrupt(StoreError):
    """The store was damaged."""


class StoreTooNew(StoreError):
    """A newer version of this software wrote the store."""


class WorkerFailed(KgError):
    """One of several processes that share the work ended before its work was done."""


class ResourceMissing(KgError):
    """A file that ships with the package is not there: a broken installation."""
