"""What a check found wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.report import Passage

__all__ = ["Finding", "Severity"]


class Severity(StrEnum):
    """Severities of SHACL (section 2.1.4), gravest first."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a SHACL validation or one row of a check query.

    Attributes:
        shape: IRI of the shape (or name of the check query) that found it.
        focus: IRI of the node that it is about.
        path: IRI of the property, or empty.
        value: The offending value as text, or empty.
        message: What must be true, then the likeliest cause.
        report: Identifier of the report that states it, or empty.
        passage: Where it states it, and the rule that read it.
        quote: The characters of the passage.
        component: IRI of the SHACL constraint component, or empty.
        term: The offending value in the syntax of N-Triples, or empty.
    """

    shape: str
    severity: Severity
    focus: str
    message: str
    path: str = ""
    value: str = ""
    report: str = ""
    passage: Passage | None = None
    quote: str = ""
    component: str = ""
    term: str = ""
