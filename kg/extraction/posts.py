"""The posts that a report states, each once."""

from __future__ import annotations

from kg.extraction.mentions import Kind, Mention
from kg.extraction.office_list import OfficeList
from kg.extraction.people import Cast
from kg.extraction.seats import Seat
from kg.model import Passage, Post, Span

__all__ = ["PostBook"]

_OF_PLACES = frozenset({"Mayor", "Governor", "Ambassador"})


class PostBook:
    """Collects the posts of one report."""

    def __init__(self, cast: Cast, offices: OfficeList) -> None:
        self._cast = cast
        self._offices = offices
        self._posts: dict[tuple[str, str, str], Post] = {}

    def add(self, seat: Seat, span: Span) -> None:
        """Keeps a post that an apposition states in ``span``."""
        office = ""
        if seat.office is not None and (seat.office.kind is not Kind.PLACE or seat.title in _OF_PLACES):
            office = self._offices.key(seat.office)
        if not seat.title and not office:
            return
        if seat.title:
            self._cast.by_key(seat.person.key).titles.append(seat.title.lower())
        key = (seat.person.key, seat.title.lower(), office)
        known = self._posts.get(key)
        passages = (*(known.passages if known else ()), Passage(span, seat.rule))
        status = seat.status or (known.status if known else None)
        self._posts[key] = Post(seat.person.key, seat.title, office, passages, status)

    def holds(self, person: str, office: Mention) -> bool:
        """Whether a person may have a post at an office: one there is stated, or none elsewhere."""
        own = [p for p in self._posts.values() if p.person == person and p.office]
        key = self._offices.key(office)
        return not own or any(p.office == key for p in own)

    def offices(self, person: str) -> list[str]:
        """Keys of the offices at which a person has a post."""
        return [post.office for post in self._posts.values() if post.person == person and post.office]

    def posts(self) -> tuple[Post, ...]:
        """All posts; a title alone or an office alone is left out where both are stated together elsewhere."""
        kept = [
            post
            for key, post in self._posts.items()
            if post.office or not any(o[:2] == key[:2] and o[2] for o in self._posts)
        ]
        return tuple(
            post
            for post in kept
            if post.title or not any(o.person == post.person and o.title and o.office == post.office for o in kept)
        )
