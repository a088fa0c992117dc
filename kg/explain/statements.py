"""Everything that was read from a report as one flat list of statements in words, each with its passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kg.model import Discrepancy, Extractions, Meeting, Mode, Participation, Passage, Post, Role

__all__ = ["KINDS", "ReadStatement", "read_statements"]

KINDS = ("participation", "post", "discrepancy", "meeting", "person", "office")
"""The kinds of statements, what a reader looks for first in front."""


class ReadStatement(NamedTuple):
    """One thing that one passage states.

    Attributes:
        passage: Where it stands, and the rule that read it.
        kind: One of :data:`KINDS`.
        label: What sort of thing it is within its kind: the attribute of a meeting, the role of a participation.
        words: The statement itself.
    """

    passage: Passage
    kind: str
    label: str
    words: str


def read_statements(extractions: Extractions) -> tuple[ReadStatement, ...]:
    """All that was read, in the order of the text; what several passages state comes once for each of them."""
    names = _names(extractions)
    found: list[ReadStatement] = []
    for meeting in extractions.meetings:
        found += _of_meeting(meeting, names)
    for person in extractions.persons:
        found += _at(person.passages, "person", "person", f"{person.honorific} {person.name}".strip())
    for office in extractions.offices:
        found += _at(office.passages, "office", "office", office.name)
    for post in extractions.posts:
        found += _at(post.passages, "post", "post", _post_words(post, names))
    for participation in extractions.participations:
        found += _at(
            participation.passages, "participation", participation.role.value, _role_words(participation, names)
        )
    for discrepancy in extractions.discrepancies:
        found += _of_discrepancy(discrepancy, names)
    return tuple(sorted(set(found)))


def _names(extractions: Extractions) -> dict[str, str]:
    """What to call the things behind the keys of one report; the main meeting, named once, is not named each time."""
    names = {each.key: MAIN if each.main else _meeting_name(each) for each in extractions.meetings}
    names |= {person.key: person.name for person in extractions.persons}
    return names | {office.key: office.name for office in extractions.offices}


def _meeting_name(meeting: Meeting) -> str:
    return meeting.names[0].value if meeting.names else meeting.kind.value


def _at(passages: Iterable[Passage], kind: str, label: str, words: str) -> Iterator[ReadStatement]:
    return (ReadStatement(passage, kind, label, words) for passage in passages)


MAIN = "the main meeting"
_ATTRIBUTES = {
    "names": "name",
    "ordinals": "ordinal",
    "starts": "start",
    "ends": "end",
    "cities": "city",
    "countries": "country",
    "modes": "mode",
    "regions": "region",
    "people": "number of people",
    "members": "number of Members",
}
"""The fields of a meeting, and what one of their values is called."""


def _of_meeting(meeting: Meeting, names: Mapping[str, str]) -> Iterator[ReadStatement]:
    name = _meeting_name(meeting)
    yield from _at(meeting.passages, "meeting", "main meeting" if meeting.main else meeting.kind.value, name)
    for field, attribute in _ATTRIBUTES.items():
        for stated in getattr(meeting, field):
            of = "" if stated.value == name else f" of {names[meeting.key]}"
            yield ReadStatement(stated.passage, "meeting", f"{attribute}{of}", str(stated.value))


def _post_words(post: Post, names: Mapping[str, str]) -> str:
    seat = " of ".join(part for part in (post.title, names[post.office] if post.office else "") if part)
    status = f" ({post.status.value})" if post.status else ""
    return f"{names[post.person]}, {seat}{status}"


def _role_words(participation: Participation, names: Mapping[str, str]) -> str:
    words = f"{names[participation.agent]}, {_ROLES.get(participation.role, participation.role.value)} "
    words += f"{_PREPOSITIONS.get(participation.role, 'of')} {names[participation.meeting]}"
    if participation.on_behalf_of:
        words += f", on behalf of {names[participation.on_behalf_of]}"
    if participation.mode and participation.mode is not Mode.IN_PERSON:
        words += f", {participation.mode.value}"
    return words


_ROLES = {
    Role.ELECTED_CHAIR: "elected chair",
    Role.ELECTED_VICE_CHAIR: "elected vice-chair",
    Role.OPENING: "opening speech",
    Role.CLOSING: "closing speech",
}
_PREPOSITIONS = dict.fromkeys(
    (Role.OPENING, Role.CLOSING, Role.SPEAKER, Role.MODERATOR, Role.SIGNATORY, Role.OBSERVER, Role.VISITOR), "at"
)


def _of_discrepancy(discrepancy: Discrepancy, names: Mapping[str, str]) -> Iterator[ReadStatement]:
    adopted = discrepancy.candidates[0].value
    for candidate in discrepancy.candidates:
        verdict = "adopted" if candidate.value == adopted else f"{adopted} is adopted"
        value = f"{discrepancy.attribute.value} {candidate.value}"
        words = f"{value}, {verdict} for {names[discrepancy.about]}: {discrepancy.reason}"
        yield ReadStatement(candidate.passage, "discrepancy", "discrepancy", words)
