"""The records that the stages hand to each other. Frozen, without behaviour beyond their own fields.

Offsets everywhere are Unicode code points, counted from 0, half open (``text[start:end]``), into
:attr:`Report.text`, the text as stored.
"""

from kg.model.extractions import (
    Attribute,
    Discrepancy,
    Extractions,
    Meeting,
    Office,
    Participation,
    Person,
    Post,
    Stated,
    Unread,
)
from kg.model.finding import Finding, Severity
from kg.model.links import Entity, EntityKind, Links
from kg.model.report import PartialDate, Passage, Report, Sentence, SentenceKind, Span
from kg.model.schemes import MeetingKind, Mode, OfficeKind, PostStatus, Region, Role

__all__ = [
    "Attribute",
    "Discrepancy",
    "Entity",
    "EntityKind",
    "Extractions",
    "Finding",
    "Links",
    "Meeting",
    "MeetingKind",
    "Mode",
    "Office",
    "OfficeKind",
    "PartialDate",
    "Participation",
    "Passage",
    "Person",
    "Post",
    "PostStatus",
    "Region",
    "Report",
    "Role",
    "Sentence",
    "SentenceKind",
    "Severity",
    "Span",
    "Stated",
    "Unread",
]
