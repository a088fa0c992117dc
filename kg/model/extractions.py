"""What the rules read from one report. Keys (``m1``, ``p1``, ``o1``) are local to the report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from kg.model.report import PartialDate, Passage, SentenceKind, Span
from kg.model.schemes import MeetingKind, Mode, OfficeKind, PostStatus, Region, Role

__all__ = [
    "MAIN_KEY",
    "Attribute",
    "Discrepancy",
    "Extractions",
    "Meeting",
    "Office",
    "Participation",
    "Person",
    "Post",
    "Stated",
    "Unread",
]

T = TypeVar("T")
MAIN_KEY = "m1"
"""Key of the main meeting of a report."""


class Stated(NamedTuple, Generic[T]):
    """One value, as one passage states it."""

    value: T
    passage: Passage
    part: SentenceKind
    """Which part of the report states it."""


class Attribute(StrEnum):
    """The attributes of a meeting that a report may state in more than one way."""

    ORDINAL = "ordinal"
    START = "start"
    END = "end"
    CITY = "city"
    COUNTRY = "country"
    MODE = "mode"
    REGION = "region"
    CHAIR = "chair"
    """Who chaired; a name. States no value of a meeting itself, but of a participation."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event that the report speaks of.

    Every attribute is a tuple: empty where nothing is stated; the first value is the adopted one, the others were
    stated too. Where they contradict each other, a :class:`Discrepancy` says why the first was adopted.

    Attributes:
        names: Adopted name first, then other names of the same meeting.
        countries: ISO 3166-1 alpha-2 codes.
        people: Stated numbers of people at the meeting.
        members: Stated numbers of Members, their administrations or countries at the meeting.
        passages: Where the report speaks of the meeting; never empty.
    """

    key: str
    main: bool
    kind: MeetingKind
    passages: tuple[Passage, ...]
    names: tuple[Stated[str], ...]
    ordinals: tuple[Stated[int], ...] = ()
    starts: tuple[Stated[PartialDate], ...] = ()
    ends: tuple[Stated[PartialDate], ...] = ()
    cities: tuple[Stated[str], ...] = ()
    countries: tuple[Stated[str], ...] = ()
    modes: tuple[Stated[Mode], ...] = ()
    regions: tuple[Stated[Region], ...] = ()
    people: tuple[Stated[int], ...] = ()
    members: tuple[Stated[int], ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the report names.

    Attributes:
        name: Fullest form, without honorific and title, order as in the text, surname not in capitals.
        forms: The forms met, as they stand in the text.
        honorific: As in the text ('Dr.', 'H.E.'), or empty.
    """

    key: str
    name: str
    forms: tuple[str, ...]
    passages: tuple[Passage, ...]
    honorific: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """An organization that the report names.

    Attributes:
        name: Fullest form in the text, without article.
        forms: Other forms met: acronyms, variants.
        gazetteer_id: Identifier of the row of the reference tables that it was recognised as, or empty.
        country: ISO 3166-1 alpha-2, where it is part of the name or in the reference tables.
    """

    key: str
    name: str
    forms: tuple[str, ...]
    passages: tuple[Passage, ...]
    kind: OfficeKind = OfficeKind.OTHER
    gazetteer_id: str = ""
    region: Region | None = None
    country: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One person in one seat at one office.

    Attributes:
        person: Key of a :class:`Person`.
        title: As in the text ('Deputy Director General'); empty where only the office is stated.
        office: Key of an :class:`Office`; empty where only the title is stated.
    """

    person: str
    title: str
    office: str
    passages: tuple[Passage, ...]
    status: PostStatus | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """One role of one person or office at one meeting.

    Attributes:
        agent: Key of a :class:`Person` or an :class:`Office`.
        meeting: Key of a :class:`Meeting`.
        on_behalf_of: Key of the person or office that the agent stood for, or empty.
    """

    agent: str
    role: Role
    meeting: str
    passages: tuple[Passage, ...]
    on_behalf_of: str = ""
    mode: Mode | None = None


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two or more stated values where one can be true.

    Attributes:
        about: Key of the meeting.
        candidates: All stated values, adopted one first.
        reason: In words, why the first was adopted.
    """

    about: str
    attribute: Attribute
    candidates: tuple[Stated[str], ...]
    reason: str


class Unread(NamedTuple):
    """A sentence that names people, offices or roles and from which nothing was read."""

    span: Span
    names: tuple[str, ...]
    """Whom and what it names: people, offices, titles."""
    words: tuple[str, ...]
    """What it says of them: the words between, in small letters, without those that say nothing ('the', 'of')."""


@dataclass(frozen=True, slots=True)
class Extractions:
    """All that was read from one report. Meetings: the main one first, where there is any."""

    report: str
    meetings: tuple[Meeting, ...] = ()
    persons: tuple[Person, ...] = ()
    offices: tuple[Office, ...] = ()
    posts: tuple[Post, ...] = ()
    participations: tuple[Participation, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    unread: tuple[Unread, ...] = ()
    sentences_read: int = 0
    """Sentences from which something was read."""
    sentences_total: int = 0
    """Sentences that are no furniture."""
