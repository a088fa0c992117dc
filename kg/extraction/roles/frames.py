"""Meets the role frames in a reduced sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.clauses.group import Group
from kg.extraction.clauses.patterns import TITLE
from kg.extraction.mentions.mention import Kind
from kg.extraction.roles.frame_table import Frame, Place, compound_words, frames_by_word
from kg.extraction.roles.subjects import find_subject, has_pronoun
from kg.regex import regex

__all__ = ["Match", "match_frames"]

_WORD = regex(r"[a-z][a-z'-]*")
_LETTERS = regex("[a-z]+")
_AGENT_BEHIND = regex(rf",? (?:the (?:guest of honou?r|chief guest|host), )?(?:[a-z]+ly )?({Kind.AGENT.value})")
_AGENT_BEHIND_COMMA = regex(rf"(?: [^.;:,{Kind.AGENT.value}]{{1,80}})?, ({Kind.AGENT.value})")
"""'Welcoming the delegates to the city, A said': a phrase with which the sentence begins goes on up to the comma."""
_PRONOUN_BEHIND = regex(r",? (he|she)\b")
_PASSIVE = regex(rf" ?by (?:the |both |a |an )?{Kind.AGENT.value}")
"""'A and financed | by B': A did not."""
_COLON_BEFORE = regex(r": (?:\(?(?:[ivx]{1,4}|[0-9]{1,2}|[a-e])[).] )?(?:the )?$")
_NEXT_ITEM = regex(
    r"(?:(?:: )?[^;.:]{0,80}; (?:and )?|: [^;.:,]{0,80}, )(?:\(?(?:[ivx]{1,4}|[0-9]{1,2}|[a-e])[).] )?(?:the )?"
)
_INTENDED = regex(
    r"(?<!devoted )(?<!dedicated )(?<!listened )(?<!reserved )(?<!addition )(?<!thanks )(?<!given )(?<!due )"
    r"(?<!first )(?<!second )(?<!third )(?<!last )"
    r"\b(?:will|would|shall|should|to|may|might|could|can) (?:also |then )?(?:be )?(?:[a-z]+ly )?$"
)
_FOLLOWS = regex(
    r"[^a-z]|(?:and|or|to|in|on|at|from|for|with|by|of|as|who|which|that|were|was|is|are|had|has|have|did|do|"
    r"also|then|together|"
    r"along|itself|during|after|before|through|via|under|where|when|while|whose|followed|respectively|jointly|"
    r"both|over|between|its|their|his|her|"
    r"there|too|not|said|but|so|took|gave|made|came|spoke|led|held|[a-z]+ed|[a-z]+ly|[a-z]+ing|above|alone|once|"
    r"again|either|go|goes|went|the|this|organi[sz]es|hosts|holds|"
    r"since|until|about|upon|because|will|would|within|without|among|against|throughout|alongside|whereas|whom|if)"
    r"(?![a-z-])"
)
"""What may stand behind an organization that acts; another noun shows that it only narrows that noun down."""


_OF_MEMBERS = regex(r"'s (?:[a-z0-9-]+ ){0,3}(?:members?|countries|economies|administrations|regions?)\b")
"""'representing 20 of the OCO's 23 members'."""


@dataclass(frozen=True, slots=True)
class Match:
    """A frame met in a sentence.

    Attributes:
        group: Its agent; ``None`` where a pronoun stands in its place.
        pronoun: 'he', 'she', 'they', or empty.
        start: Position of the phrase in the reduced sentence.
        end: Position behind the phrase.
    """

    frame: Frame
    group: Group | None
    pronoun: str
    start: int
    end: int


def match_frames(text: str, groups: list[Group]) -> Iterator[Match]:
    """The frames met in a reduced sentence in which every group is one symbol, in the order of the text."""
    if not groups and not has_pronoun(text):
        return  # nobody of whom anything could be said
    worth_trying = _worth_trying(text)
    if not worth_trying:
        return
    for word in _WORD.finditer(text):
        for frame in worth_trying.get(word.group(), ()):
            phrase = frame.pattern.match(text, word.start())
            if phrase is not None:
                yield from _matches(text, groups, frame, phrase)


def _worth_trying(text: str) -> dict[str, Sequence[Frame]]:
    """By the word at which they may begin, the frames that need no word that the text does not have: mostly few."""
    index = frames_by_word()
    present = frozenset(_LETTERS.findall(text))
    found: dict[str, Sequence[Frame]] = {}
    for word in (*(index.keys() & present), *(word for word in compound_words() if word in text)):
        if frames := index[word].in_sentence(present):
            found[word] = frames
    return found


def _matches(text: str, groups: list[Group], frame: Frame, phrase: re.Match[str]) -> Iterator[Match]:
    start, end = phrase.span()
    if frame.place is Place.AFTER:
        group = _at(groups, phrase.start("agent"))
        thanks = text.startswith("thank", start)  # who 'wishes to thank' for something has got it
        intended = not thanks and _INTENDED.search(text, max(0, start - 30), start) is not None
        if group is not None and not intended and not _modifies(text, group):
            for listed in (group, *_listed_behind(text, groups, group)):
                yield Match(frame, listed, "", start, end)
    elif frame.place is Place.LIST:
        for group in groups:
            if group.start >= end:
                yield Match(frame, group, "", start, end)
    elif frame.place is Place.AROUND:
        yield from _around(text, groups, frame, phrase)
    else:
        subject = find_subject(text, start, groups, frame.place)
        if subject is not None and not (frame.place is Place.SUBJECT and _PASSIVE.match(text, end)):
            yield Match(frame, subject.group, subject.pronoun, start, end)


def _listed_behind(text: str, groups: list[Group], first: Group) -> Iterator[Group]:
    """The further items of a list behind a colon: 'Facilitators: A, Head of X (risk); B, Head of Y'."""
    if _COLON_BEFORE.search(text, max(0, first.start - 12), first.start) is None:
        return
    end = first.end
    for group in groups:
        if group.start > first.start:
            if _NEXT_ITEM.fullmatch(text, end, group.start) is None:
                return
            yield group
            end = group.end


def _around(text: str, groups: list[Group], frame: Frame, phrase: re.Match[str]) -> Iterator[Match]:
    start, end = phrase.span()
    behind = _AGENT_BEHIND.match(text, end) or (_AGENT_BEHIND_COMMA.match(text, end) if start == 0 else None)
    pronoun = _PRONOUN_BEHIND.match(text, end)
    if behind is not None and not text.startswith((", represented by", " represented by"), behind.end()):
        yield Match(frame, _at(groups, behind.start(1)), "", start, behind.end())
    elif pronoun is not None:
        yield Match(frame, None, pronoun[1], start, end)
    elif (subject := find_subject(text, start, groups, Place.AROUND)) is not None:
        yield Match(frame, subject.group, subject.pronoun, start, end)


def _at(groups: list[Group], position: int) -> Group | None:
    return next((group for group in groups if group.start == position), None)


def _modifies(text: str, group: Group) -> bool:
    """'attended by OCO Members', 'the WCO strategy': the organization only narrows down the noun behind it."""
    behind = text[group.end : group.end + 24]
    if not group.members or group.members[-1].kind is Kind.PERSON:
        return behind.startswith("'s ")  # 'opened by A's deputy'
    if _OF_MEMBERS.match(text, group.end):
        return True
    if not behind.startswith(" "):
        return False
    return behind[1:2] == TITLE or _FOLLOWS.match(behind[1:]) is None
