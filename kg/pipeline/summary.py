"""What a build did, in figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Self

from kg.model import EntityKind, Finding, Severity
from kg.pipeline.sources import Skipped

__all__ = ["Figures", "Summary"]


@dataclass(slots=True)
class Figures:
    """Counts over a corpus.

    Attributes:
        reports: Reports that were read.
        sentences_total: Sentences that are no furniture.
        sentences_read: Sentences from which something was read.
        sentences_unread: Sentences that name people, offices or roles and from which nothing was read.
        meetings: Distinct meetings over all reports; persons and offices likewise.
        participations: Roles at meetings, as stated report by report; posts likewise.
        discrepancies: Attributes of meetings that are stated in several ways, within a report or between reports.
        judgements: Decisions that two names stand for one thing, or do not.
        violations: Findings of the gravest severity: what must hold and does not.
        warnings: What should hold and does not.
    """

    reports: int = 0
    sentences_total: int = 0
    sentences_read: int = 0
    sentences_unread: int = 0
    meetings: int = 0
    persons: int = 0
    offices: int = 0
    participations: int = 0
    posts: int = 0
    discrepancies: int = 0
    judgements: int = 0
    violations: int = 0
    warnings: int = 0

    def count_reports(self, counts: Mapping[str, int]) -> None:
        """Takes over what is counted of the reports themselves."""
        for name, count in counts.items():
            setattr(self, name, count)

    def count_entities(self, numbers: Mapping[str, int], judgements: int) -> None:
        """Takes over how many distinct things the reports speak of, by kind, and how many decisions there are."""
        self.meetings = numbers.get(EntityKind.MEETING.value, 0)
        self.persons = numbers.get(EntityKind.PERSON.value, 0)
        self.offices = numbers.get(EntityKind.OFFICE.value, 0)
        self.judgements = judgements

    def count_findings(self, findings: Iterable[Finding]) -> None:
        """Adds findings."""
        for finding in findings:
            self.violations += finding.severity is Severity.VIOLATION
            self.warnings += finding.severity is Severity.WARNING

    def to_mapping(self) -> dict[str, int]:
        """For the manifest of the store."""
        return asdict(self)

    @classmethod
    def from_mapping(cls, values: Mapping[str, int]) -> Self:
        """From the manifest of the store."""
        return cls(**{name: values.get(name, 0) for name in cls.__dataclass_fields__})


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did.

    Attributes:
        skipped: Files that were left out, and why.
        unchanged: Whether the store was left as it was because nothing has changed.
        redone: Number of reports whose graphs were made anew; ``None`` where all were.
    """

    figures: Figures
    skipped: tuple[Skipped, ...] = ()
    unchanged: bool = False
    redone: int | None = None

    @property
    def fine(self) -> bool:
        """Whether every file was read and everything holds that must."""
        return not self.skipped and not self.figures.violations
