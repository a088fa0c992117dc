"""Recognises noun phrases that stand for an event: 'the 2nd Regional Workshop on Valuation', 'its 17th Session'.

A phrase is found from its head noun outwards: leftwards over capitalised words and the small words that names are made
of, rightwards over what the event is of, for or on. Nothing here decides which event is meant or whether it took place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from kg.extraction.meetings.name_left import Left, expand_left
from kg.extraction.meetings.name_right import expand_right
from kg.extraction.meetings.tokens import Token, bracket_end, tokenize
from kg.extraction.meetings.words import EventHead, event_words
from kg.model import MeetingKind, Span
from kg.regex import regex

__all__ = ["EventName", "find_events"]

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "our", "his", "her"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "any", "every", "each", "no", "some", "first-ever"})
_GLUED = regex(r"(?<=\d(?:st|nd|rd|th))(?=[A-Z])")
_BLANKS = regex(r"\s+")
_NONE: Mapping[str, EventHead] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class EventName:
    """A noun phrase that stands for an event.

    Attributes:
        span: The name, without article and without words that are not part of it ('next', 'successful').
        reach: The whole phrase with these words.
        name: The characters of ``span``, blanks tidied.
        head: The noun that it is built on.
        determiner: The article or pronoun before it in small letters, or empty.
        ordinals: Its ordinal, or both of a double session; empty if it has none.
        bare: The head alone: a name that points back or is no name at all ('the Meeting').
        proper: Its head or most of its words are capitalised.
        tense: ``past`` or ``future`` where a word of the phrase says so, else empty.
    """

    span: Span
    reach: Span
    name: str
    head: EventHead
    determiner: str
    ordinals: tuple[int, ...]
    bare: bool
    proper: bool
    tense: str = ""

    @property
    def kind(self) -> MeetingKind:
        """Which sort of event it is."""
        return self.head.kind

    @property
    def definite(self) -> bool:
        """It has an article or pronoun that points to something known."""
        return self.determiner in _DEFINITE


def find_events(text: str, start: int, end: int, acronyms: Mapping[str, EventHead] = _NONE) -> list[EventName]:
    """The event phrases in one sentence, ``text[start:end]``, in its order, without overlap.

    Args:
        text: The text of the report.
        start: First character of the sentence.
        end: One past its last character.
        acronyms: Those that the report has given to its events; they name one even if they stand alone.
    """
    tokens = tokenize(text, start, end)
    heads = event_words().heads
    found: list[EventName] = []
    floor = start
    for position in [n for n, token in enumerate(tokens) if token.lower in heads or token.text in acronyms]:
        if tokens[position].start < floor:
            continue
        head = acronyms.get(tokens[position].text) or _head_at(tokens, position)
        if head is None or _bracketed(tokens, position):
            continue
        last = position + head.word.count(" ")
        if head.use == "never":
            floor = tokens[last].end  # nor does its last word name an event: 'Border Assistance Mission'
            continue
        if acronyms and _of_body(tokens, position, head):
            continue
        if _modifies(tokens, last) or _signs(tokens, position) or _lasting(tokens, position):
            continue
        event = _event(text, tokens, (position, last), head, floor)
        if tokens[position].text in acronyms:
            event = replace(event, bare=False)
        if head.kind is MeetingKind.TRAINING and _SCHOOL.match(event.name):
            continue
        if head.use != "body" or event.bare or _known_body(event) or _MET.match(text, event.reach.end, end):
            found.append(event)
            floor = event.reach.end
    return found


_REACH = 20
"""Words of a sentence within which its verb stands."""


def _signs(tokens: list[Token], position: int) -> bool:
    """'Signing for the WCO was Mr. A': somebody does it, and no event is named."""
    if position or tokens[0].lower != "signing":
        return False
    words = [token.lower for token in tokens[1:_REACH]]
    return words[:1] in (["for"], ["on"]) and not {"was", "were"}.isdisjoint(words)


def _of_body(tokens: list[Token], position: int, head: EventHead) -> bool:
    """'Chairperson of the PTC': of the body, whose session has its acronym."""
    session = head.kind is MeetingKind.SESSION and tokens[position].text.isupper()
    return session and [token.lower for token in tokens[max(0, position - 2) : position]] == ["of", "the"]


_OFFICE_WORDS = 4
"""Words before 'mission' that say whose head somebody is: 'Head of the EUBAM'."""


def _lasting(tokens: list[Token], position: int) -> bool:
    """'Head of the EUBAM mission': an organization that goes on, and no visit."""
    if tokens[position].lower != "mission":
        return False
    if [token.lower for token in tokens[max(0, position - 2) : position]] in (["head", "of"], ["chief", "of"]):
        return True  # 'the Deputy Head of Mission of the Embassy'
    if position < _OFFICE_WORDS:
        return False
    post, *leading = [token.lower for token in tokens[position - _OFFICE_WORDS : position - 1]]
    return tokens[position - 1].text.isupper() and post in {"head", "chief"} and leading == ["of", "the"]


_SCHOOL = regex(
    r"(?:[A-Z]\w+ ){0,3}(?:Institute|Academy|School|College|Centre|Center|University|Department) (?:for|of) "
)
"""'Institute for Advanced Customs Training': where courses are held."""
_MET = regex(r"\s(?:met|meets|sat|sits|convened|assembled|gathered)\b")
"""What makes an event of any committee or group."""


def _head_at(tokens: list[Token], position: int) -> EventHead | None:
    for head in event_words().heads.get(tokens[position].lower, ()):
        words = head.word.split()
        if [token.lower for token in tokens[position : position + len(words)]] == words:
            return head
    return None


def _bracketed(tokens: list[Token], position: int) -> bool:
    """Whether the head only stands in brackets as the short form of the words before: '(RHCA)'."""
    return 0 < position < len(tokens) - 1 and tokens[position - 1].text == "(" and tokens[position + 1].text == ")"


_TELLING = frozenset(
    "updated briefed informed told addressed reminded acquainted lectured enlightened apprised assured advised asked "
    "instructed consulted questioned".split()
)


def _told(tokens: list[Token], head: int) -> bool:
    """Whether somebody tells the event something: 'briefed the Conference on the Union Customs Code'."""
    before = head - 1
    while before >= 0 and tokens[before].lower in {"the", "this", "whole", "entire"}:
        before -= 1
    return 0 <= before < head - 1 and tokens[before].lower in _TELLING


def _event(text: str, tokens: list[Token], place: tuple[int, int], head: EventHead, floor: int) -> EventName:
    """The phrase around a head whose tokens are ``place``, first and last."""
    first, last = place
    left = expand_left(tokens, first, floor)
    alone = left.first == first
    right = expand_right(text, tokens, last, head, alone=alone, told=alone and _told(tokens, first))
    begin, stop = tokens[left.first].start, tokens[right].end
    bare = left.first == first and right == last
    capital = sum(token.capital for token in tokens[left.first : right + 1])
    proper = not bare and (tokens[first].capital or capital >= (1 if head.kind is MeetingKind.SESSION else 2))
    if head.use == "named":
        head = head._replace(use="event" if proper and tokens[first].capital else "part")
    if head.word == "training" and not (bare or tokens[first].capital) and left.reach > 0:
        governed = tokens[left.reach - 1].lower in _GOVERNING
        head = head._replace(use="part") if governed else head  # 'who are in charge of customs training'
    counted = left.ordinals and capital == 0 and (first - left.first, right) == (1, last)
    if head.use == "loose" and counted and tokens[max(0, left.reach - 2)].lower not in _OF_ANOTHER:
        head = head._replace(use="part")  # 'in the first session', but not 'Chair of the tenth session'
    return EventName(
        span=Span(begin, stop),
        reach=Span(tokens[left.reach].start, stop),
        name=tidy(text[begin:stop]),
        head=head,
        determiner=_determiner(tokens, left),
        ordinals=left.ordinals,
        bare=bare,
        proper=proper,
        tense=left.tense,
    )


_GOVERNING = frozenset({"of", "on", "for", "with", "and", "in"})
"""Words behind which 'training' is a field of work: 'in charge of customs training'."""
_OF_ANOTHER = frozenset({"of", "for", "to"})
"""Words behind which 'the tenth session' is of a series, not a part of the event at hand."""


_UNIT_NAME = 4
_UNITS = frozenset(
    {"Division", "Department", "Section", "Unit", "Directorate", "Service", "Bureau", "Office", "Branch"}
)


def _names_unit(behind: list[Token]) -> bool:
    """Whether the words behind a head go on to that of an organization: 'Training | and Research Division'."""
    names = [token.text for token in behind]
    return names[:1] in (["and"], ["&"]) and any(
        name in _UNITS and all(token.capital for token in behind[1:place]) for place, name in enumerate(names[2:], 2)
    )


def _modifies(tokens: list[Token], last: int) -> bool:
    """Whether the head only describes the noun behind it: 'workshop participants', 'Training Centre'."""
    if last + 1 >= len(tokens):
        return False
    following = tokens[last + 1]
    if tokens[last].capital and _names_unit(tokens[last + 1 : last + 1 + _UNIT_NAME]):
        return True
    if following.text == "(":
        closing = bracket_end(tokens, last + 1)
        behind = tokens[closing + 1] if closing and closing + 1 < len(tokens) else None
        return behind is not None and behind.lower in event_words().heads and tokens[last].capital
    apart = not following.word or following.start > tokens[last].end + 1 or following.text[0].isdigit()
    if apart or following.lower in event_words().stops:
        return False
    words = event_words()
    described = following.lower in words.described or following.lower in words.heads
    return described or (following.capital and following.lower not in _AFTER_HEAD)


_AFTER_HEAD = frozenset("of for on in with between among against about to from at and under the by as".split())
"""Words behind a head that capitals in a headline do not make part of a name."""


def _known_body(event: EventName) -> bool:
    """Whether a committee, council or group is one of the WCO or has a numbered session; others are organizations."""
    return bool(event.ordinals) or "WCO" in event.name or any(body in event.name for body in event_words().bodies)


def _determiner(tokens: list[Token], left: Left) -> str:
    if left.reach == 0:
        return ""
    word = tokens[left.reach - 1].lower
    return word if word in _DEFINITE or word in _INDEFINITE else ""


def tidy(name: str) -> str:
    """A name with single blanks and a blank after a fused ordinal: '10thROCBs' -> '10th ROCBs'."""
    return _BLANKS.sub(" ", _GLUED.sub(" ", name)).strip()
