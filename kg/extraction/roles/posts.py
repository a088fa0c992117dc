"""The posts that a report states, each once."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extraction.clauses.seats import Seat
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.offices.listing import OfficeList
from kg.extraction.people.cast import Cast
from kg.model import Passage, Post, PostStatus, Span

__all__ = ["PostBook"]

_OF_PLACES = frozenset({"Mayor", "Governor", "Ambassador"})


@dataclass(slots=True)
class _Entry:
    """A post while the report is read."""

    person: str
    title: str
    office: str
    status: PostStatus | None = None
    passages: list[Passage] = field(default_factory=list)

    def post(self) -> Post:
        """The post as it is stated in the end."""
        return Post(self.person, self.title, self.office, tuple(self.passages), self.status)


class PostBook:
    """Collects the posts of one report."""

    def __init__(self, cast: Cast, offices: OfficeList) -> None:
        self._cast = cast
        self._offices = offices
        self._entries: dict[tuple[str, str, str], _Entry] = {}
        self._offices_of: dict[str, list[str]] = {}

    def add(self, seat: Seat, span: Span) -> None:
        """Keeps a post that an apposition states in ``span``."""
        office = ""
        if seat.office is not None and (seat.office.kind is not Kind.PLACE or seat.title in _OF_PLACES):
            office = self._offices.key(seat.office)
        if not seat.title and not office:
            return
        person = seat.person.key
        if seat.title:
            self._cast.give_title(person, seat.title)
        key = (person, seat.title.lower(), office)
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = _Entry(person, seat.title, office)
            if office:
                self._offices_of.setdefault(person, []).append(office)
        entry.title = seat.title
        entry.status = seat.status or entry.status
        entry.passages.append(Passage(span, seat.rule))

    def holds(self, person: str, office: Mention) -> bool:
        """Whether a person may have a post at an office: one there is stated, or none elsewhere."""
        own = self._offices_of.get(person, [])
        key = self._offices.key(office)
        return not own or key in own

    def offices(self, person: str) -> list[str]:
        """Keys of the offices at which a person has a post."""
        return list(self._offices_of.get(person, []))

    def posts(self) -> tuple[Post, ...]:
        """All posts; a title alone or an office alone is left out where both are stated together elsewhere."""
        placed = {(person, title) for person, title, office in self._entries if office}
        kept = [
            entry for (person, title, office), entry in self._entries.items() if office or (person, title) not in placed
        ]
        titled = {(entry.person, entry.office) for entry in kept if entry.title}
        return tuple(entry.post() for entry in kept if entry.title or (entry.person, entry.office) not in titled)
