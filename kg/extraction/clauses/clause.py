"""A sentence made ready for the frames: mentions on a tape, groups of agents reduced to one symbol each."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from kg.extraction.clauses.agents import Resolver
from kg.extraction.clauses.group import Group
from kg.extraction.clauses.groups import find_groups
from kg.extraction.clauses.inverted import read_inverted
from kg.extraction.clauses.patterns import compiled
from kg.extraction.clauses.seats import FORMERLY, Seat
from kg.extraction.clauses.tape import Tape
from kg.extraction.mentions.mention import Kind, Mention
from kg.model import PostStatus, Sentence, Span
from kg.regex import regex

__all__ = ["Clause", "clause_of"]


@dataclass(slots=True)
class Clause:
    """A reduced sentence.

    Attributes:
        text: What the frames are matched against.
        groups: The groups, with positions in ``text``.
        seats: The posts that the appositions state.
    """

    sentence: Sentence
    tape: Tape
    text: str
    groups: list[Group]
    seats: list[Seat]
    starts: list[int]
    origins: list[int]
    listed: bool = False
    """The sentence goes on in list items."""

    def span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the report."""
        return Span(self.tape.source(self._origin(start)), self.tape.source_end(self._origin(end)))

    def item(self, position: int) -> Mention | None:
        """The mention that stands at a position of ``text``, if it is no group."""
        return self.tape.items.get(self._origin(position))

    def reduced(self, position: int) -> int:
        """Where in ``text`` a position of the tape stands."""
        place = bisect_right(self.origins, position) - 1
        return self.starts[place] + position - self.origins[place]

    def extent(self, start: int, end: int, group: Group | None) -> tuple[int, int]:
        """From the first to the last of a phrase and its agent, as positions in ``text``."""
        return (start, end) if group is None else (min(start, group.start), max(end, group.end))

    def group_at(self, position: int) -> Group | None:
        """The group whose symbol stands at a position of ``text``."""
        return next((group for group in self.groups if group.start == position), None)

    def seat_span(self, seat: Seat) -> Span:
        """Where a post is stated, the name included where it stands in the sentence."""
        start, end = self.tape.source(seat.start), self.tape.source_end(seat.end)
        if not self.sentence.span.start <= seat.person.start < self.sentence.span.end:
            return Span(start, end)
        return Span(min(start, seat.person.start), max(end, seat.person.end))

    def _origin(self, position: int) -> int:
        place = bisect_right(self.starts, position) - 1
        return self.origins[place] + position - self.starts[place]


def clause_of(
    text: str, sentence: Sentence, mentions: list[Mention], breaks: tuple[int, ...], resolve: Resolver
) -> Clause:
    """Reduces a sentence.

    Args:
        text: The running text of the report.
        sentence: Where it stands.
        mentions: The mentions within the sentence, in order.
        breaks: Where the items of its list begin.
        resolve: Tells whom a title without a name means.
    """
    tape = Tape(text, sentence.span.start, sentence.span.end, mentions, breaks)
    groups, seats = find_groups(tape, resolve)
    seats += read_inverted(tape)
    _from_office(tape, groups, seats)
    _representing(tape, groups, seats)
    _fronted(tape, groups, seats)
    _headed_by(tape, seats)
    pieces: list[str] = []
    reduced: list[Group] = []
    starts, origins = [0], [0]
    length = position = 0
    for group in groups:
        pieces += (tape.text[position : group.start], _AGENT)
        length += group.start - position
        reduced.append(replace(group, start=length, end=length + 1))
        starts += (length, length + 1)
        origins += (group.start, group.end)
        length += 1
        position = group.end
    pieces.append(tape.text[position:])
    return Clause(sentence, tape, "".join(pieces), reduced, seats, starts, origins, bool(breaks))


_AGENT = Kind.AGENT.value
_NAMES = "".join(kind.value for kind in Kind if kind is not Kind.MEETING)
_FROM = regex(rf"[^.;:{_NAMES}]{{0,60}} (?:from|for|on behalf of) (?:the )?(?={Kind.OFFICE.value})")


def _from_office(tape: Tape, groups: list[Group], seats: list[Seat]) -> None:
    """'Mr. A, Head, and Ms. B, Program Manager, attended from X': X is the office of both."""
    for group in groups:
        waiting = [s for s in seats if s.office is None and s.title and s.person in group.members]
        link = _FROM.match(tape.text, group.end) if waiting else None
        if link:
            for seat in waiting:
                seat.office = tape.items[link.end()]
                seat.end = link.end() + 1


_HEADED = compiled(
    r"(?:(?P<org>{office}),? "
    r"|(?:^|[.;:] )(?:the )?(?P<whole>{office})(?:, [^,.;:]{3,30},)? (?:is|was|will be|is to be) )"
    "(?:headed|led) by (?:the |its )?(?:{title},? )?(?P<person>{person})"
)


_OF_DELEGATION = regex(r"\b(?:delegations?|teams?|missions?|groups?) (?:of|from) (?:the )?$")
"""'the delegation of X, headed by A': not the Head of X."""


def _headed_by(tape: Tape, seats: list[Seat]) -> None:
    """'X, headed by Mr. A', 'X, led by Director B': the post of A and B is at X."""
    for match in _HEADED.finditer(tape.text):
        office = tape.items[match.start("org" if match["org"] else "whole")]
        person = tape.items[match.start("person")]
        own = [seat for seat in seats if seat.person is person and not FORMERLY.search(tape.text, seat.start, seat.end)]
        for seat in own:
            seat.office = office if seat.title and seat.office is None and not seat.of_region else seat.office
        delegation = _OF_DELEGATION.search(tape.text, 0, match.start()) is not None
        if not own and " headed " in match.group() and not delegation:
            status = PostStatus.INCOMING if match["whole"] and " be headed " in match.group() else None
            seats.append(Seat(person, "Head", office, status, *match.span(), "post.headed-by"))


_FRONTED = compiled(
    r"(?:^|[.;:] )(?:for|from) {det}(?P<org>{office})"
    r"(?:,|(?: there)? (?:came|were|was|attended|participated|travelled)(?: also)?) (?:the )?$"
)


_CAME = regex(
    r",? (?:also |both |all )*(?:attended|took part|participated|came|was present|were present|joined|travelled|spoke"
    r"|presented|signed|reported|gave|explained|shared|briefed|outlined|introduced|described|talked|made|delivered)\b"
)


def _fronted(tape: Tape, groups: list[Group], seats: list[Seat]) -> None:
    """'For X, A and B attended', 'From X came A, Head, and B': they are people of X."""
    for group in groups:
        link = _FRONTED.search(tape.text, max(0, group.start - 90), group.start)
        if link is not None and (not link.group().rstrip(" the").endswith(",") or _CAME.match(tape.text, group.end)):
            _give(tape.items[link.start("org")], group, seats, link.start())


def _give(office: Mention, group: Group, seats: list[Seat], start: int) -> None:
    """The office of the posts of a group that have none, and of those of its people who have no post."""
    seated = {id(seat.person) for seat in seats}
    for seat in seats:
        if seat.title and seat.office is None and not seat.of_region and seat.person in group.members:
            seat.office = office
    seats += [
        Seat(person, "", office, None, start, group.end, "post.represents")
        for person in group.members
        if person.kind is Kind.PERSON and id(person) not in seated
    ]


_REPRESENTED = compiled(
    r"(?P<org>{office})(?:,? (?:(?:was|were|is|are|being|also|in turn|there|itself) )*represented "
    r"(?:[^.;:,]{1,30} )?by(?: (?:an|one|two|three) observers?,?)?"
    r"| (?:had )?(?:also )?sent(?: [^.;:,{person}{office}]{1,40} to (?:the )?{meeting},)?) (?:the )?$"
)


_RESPECTIVELY = regex(r",? respectively\b")
_SENTENCE_ENDS = regex(r"[.;]|$|, who ")


def _representing(tape: Tape, groups: list[Group], seats: list[Seat]) -> None:
    """'X was represented by A and B', 'X sent A and B': they are people of X; with 'respectively' each of his own."""
    for group in groups:
        link = _REPRESENTED.search(tape.text, max(0, group.start - 90), group.start)
        if link is None or (link.group().endswith(", ") and not _SENTENCE_ENDS.match(tape.text, group.end)):
            continue
        if _RESPECTIVELY.match(tape.text, group.end):
            offices = next((g.members for g in groups if g.start <= link.start("org") < g.end), [])
            if len(offices) == len(group.members):
                for office, person in zip(offices, group.members, strict=True):
                    _give(office, Group(group.start, group.end, [person]), seats, link.start())
        else:
            _give(tape.items[link.start("org")], group, seats, link.start())
