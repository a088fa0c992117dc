"""The posts that a report states, each once."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extraction.clauses.seats import CHAIR_TITLES, Seat
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.offices.listing import OfficeList
from kg.extraction.people.cast import Cast
from kg.model import Passage, Post, PostStatus, Span

__all__ = ["PostBook"]

_OF_PLACES = frozenset({"Mayor", "Governor", "Ambassador", "Consul", "President", "Prefect"})
"""Last words of titles that are held of a city, a province or another place."""


def _says_more(title: str, whole: str, office: str) -> bool:
    """Whether a post says more than a title alone, which may be that of the same post."""
    return whole.startswith(f"{title} ") or (office != "" and whole == title)


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
        self.give(seat.person.key, seat.title, seat.office, seat.status, span, seat.rule)

    def give(
        self, person: str, title: str, at: Mention | None, status: PostStatus | None, span: Span, rule: str
    ) -> None:
        """Keeps the post of a person, given by key, that is stated in ``span``."""
        placed = at is not None and (at.kind is not Kind.PLACE or title.rpartition(" ")[2] in _OF_PLACES)
        self._keep(person, title, self._offices.key(at) if at is not None and placed else "", status, span, rule)

    def pass_on(self, person: str, to: str, title: str, status: PostStatus, span: Span, rule: str) -> None:
        """Gives the one post of a person, of a title if one is said, to somebody else."""
        for held, office in [post for post in self.titled(person) if title in {"", post[0]}][:1]:
            self._keep(to, held, office, status, span, rule)

    def titled(self, person: str, *, past: bool = True) -> list[tuple[str, str]]:
        """Title and key of the office of each post of a person that has both; on demand without those held once."""
        held = (e for e in self._entries.values() if past or e.status is not PostStatus.FORMER)
        return [(e.title, e.office) for e in held if e.person == person and e.title and e.office]

    def described(self, person: str) -> str:
        """A person by the first of the posts held now: 'Director of the ROCB'; empty where none is stated whole."""
        held = self.titled(person, past=False)[:1]
        return "".join(f"{title} of {self._offices.name(office)}" for title, office in held)

    def country(self, office: str) -> str:
        """The country of the administration that an office is, given by key; empty for others."""
        return self._offices.country(office)

    def is_appointed(self, person: str) -> bool:
        """Whether a verb says that a person became something, and not where."""
        alone = (e for e in self._entries.values() if e.person == person and e.title and not e.office)
        return any(passage.rule == "post.predicate" for e in alone for passage in e.passages)

    def _keep(self, person: str, title: str, office: str, status: PostStatus | None, span: Span, rule: str) -> None:
        if not title and not office:
            return
        if title:
            self._cast.give_title(person, title)
        if title in CHAIR_TITLES and not office:
            return  # who chairs no body chairs the meeting, which is a role
        key = (person, title.lower(), office)
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = _Entry(person, title, office)
            if office:
                self._offices_of.setdefault(person, []).append(office)
        entry.title = title
        entry.status = status or entry.status
        entry.passages.append(Passage(span, rule))

    def holds(self, person: str, office: Mention) -> bool:
        """Whether a person may have a post at an office: one there is stated, or none elsewhere."""
        own = self._offices_of.get(person, [])
        key = self._offices.key(office)
        return not own or key in own

    def offices(self, person: str) -> list[str]:
        """Keys of the offices at which a person has a post."""
        return list(self._offices_of.get(person, []))

    def posts(self) -> tuple[Post, ...]:
        """All posts; a title alone or an office alone is left out where more of the post is stated elsewhere.

        'Minister A' is the 'Minister of the Budget' of another sentence.
        """
        stated: dict[str, list[tuple[str, str]]] = {}
        for person, title, office in self._entries:
            stated.setdefault(person, []).append((title, office))
        kept = [
            entry
            for (person, title, office), entry in self._entries.items()
            if office or not any(_says_more(title, *more) for more in stated[person])
        ]
        titled = {(entry.person, entry.office) for entry in kept if entry.title}
        return tuple(entry.post() for entry in kept if entry.title or (entry.person, entry.office) not in titled)
