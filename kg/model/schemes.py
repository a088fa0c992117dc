"""The closed lists of the vocabulary; each value is the ``skos:notation`` of its concept in ``ontology/``."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["MeetingKind", "Mode", "OfficeKind", "PostStatus", "Region", "Role"]


class Role(StrEnum):
    """What a person or an office was at a meeting."""

    CHAIR = "chair"
    VICE_CHAIR = "vice-chair"
    ELECTED_CHAIR = "elected-chair"
    ELECTED_VICE_CHAIR = "elected-vice-chair"
    OPENING = "opening"
    CLOSING = "closing"
    SPEAKER = "speaker"
    MODERATOR = "moderator"
    ATTENDEE = "attendee"
    VISITOR = "visitor"
    SIGNATORY = "signatory"
    OBSERVER = "observer"
    HOST = "host"
    ORGANIZER = "organizer"
    SPONSOR = "sponsor"


class Region(StrEnum):
    """The six regions of the WCO, and the WCO as a whole."""

    AP = "AP"
    ESA = "ESA"
    WCA = "WCA"
    MENA = "MENA"
    EUR = "EUR"
    AMS = "AMS"
    GLOBAL = "GLOBAL"


class MeetingKind(StrEnum):
    """What sort of event a meeting is."""

    MEETING = "meeting"
    WORKSHOP = "workshop"
    SEMINAR = "seminar"
    TRAINING = "training"
    CONFERENCE = "conference"
    VISIT = "visit"
    MISSION = "mission"
    SESSION = "session"
    CEREMONY = "ceremony"
    OTHER = "other"


class Mode(StrEnum):
    """How people took part; stated in words, never inferred from a place."""

    IN_PERSON = "in-person"
    ONLINE = "online"
    HYBRID = "hybrid"


class PostStatus(StrEnum):
    """How a post was held, where the report says so."""

    ACTING = "acting"
    FORMER = "former"
    OUTGOING = "outgoing"
    INCOMING = "incoming"


class OfficeKind(StrEnum):
    """What sort of organization an office is; each is a subclass of ``wco:Office`` in ``ontology/``."""

    ROCB = "ROCB"
    RILO = "RILO"
    RTC = "RTC"
    RCL = "RCL"
    RDTC = "RDTC"
    VICE_CHAIR = "VCO"
    SECRETARIAT = "Secretariat"
    ADMINISTRATION = "Administration"
    PARTNER = "Partner"
    REGION = "RegionBody"
    OTHER = "Office"
