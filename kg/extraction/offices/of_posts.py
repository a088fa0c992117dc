"""Unknown organizations between a title and a name: 'the Acting Principal of KESRA Mombasa Campus, Dr. A'."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.extraction.mentions.common_nouns import COMMON_NOUN
from kg.extraction.mentions.mention import Mention
from kg.extraction.offices.bounds import NEVER_IN_NAMES, is_body, names_event
from kg.extraction.offices.unknown import unknown_office
from kg.extraction.words.ordinary import ordinary_words
from kg.extraction.words.text import CAP
from kg.extraction.words.titles import title_words
from kg.regex import regex

__all__ = ["offices_in_brackets", "offices_of_posts"]

_WORD = rf"(?:{CAP}(?:['’](?=\s))?|[IVX]{{1,4}}(?!\w))"
_NAME = regex(
    rf"\s(?P<leads>of|for|at|from|in)\s(?:the\s)?(?P<name>{_WORD}"
    rf"(?:\s(?:(?:of|for|and|&|de|du|des|do|da|del|la|on|at|under)\s){{0,2}}(?:the\s)?{_WORD}){{0,8}}"
    r"(?:\s\([A-Z][A-Za-z&/-]{1,11}\))?(?:\s(?:province|region|division|district|county|department|branch|section"
    r"|unit|area|prefecture))?)"
)
_BRACKET = regex(rf"\s\((?P<name>[A-Z]{{3,8}}|{_WORD}(?:\s(?:(?:of|for|and|&)\s)?{_WORD}){{1,6}})\)")
_TO_NAME = regex(r",\s(?:the\s)?$|,?\s$")
_ENDS = regex(r"[,.;:)]|\s(?:and|who|was|were|is|has|had|as|on|in|to|from|[a-z]+ed)\b|$")
_CAPITALISED = regex(CAP)
_ALONE = regex(COMMON_NOUN, re.IGNORECASE)
_REACH = 140
"""Characters from a title in which its organization ends; no name is longer."""
_RULE = "office.of-post"


def offices_of_posts(
    text: str, titles: list[Mention], people: list[Mention], taken: list[Mention]
) -> Iterator[Mention]:
    """The names that must be those of organizations, since somebody has a post there.

    Args:
        text: The text.
        titles: Titles found in the text.
        people: Names found in the text, in its order.
        taken: Organizations and places found in the text.
    """
    known = _Taken(taken)
    starts = [person.start for person in people]
    named = [title.start for title in titles]
    ends = {person.end for person in people}
    for title in titles:
        match = _NAME.match(text, title.end, title.end + _REACH) if not title.plural else None
        if match is None:
            continue
        place = bisect_left(starts, title.end)
        following = people[place].start if place < len(people) else len(text)
        end = match.end("name")
        if match.start("name") < following < end:  # 'Vice-Chair for Europe Mr. A'
            end = match.start("name") + len(text[match.start("name") : following].rstrip())
        if following <= end or bisect_left(named, end) != bisect_left(named, title.end):
            continue
        before_name = following - end <= 8 and _TO_NAME.fullmatch(text, end, following) is not None
        behind_name = text[title.start - 2 : title.start] == ", " and title.start - 2 in ends
        beside = before_name or (behind_name and _ENDS.match(text, end))
        field = match["leads"] == "for" and _is_ordinary(text[match.start("name") : end])
        if beside and not field and known.leaves_new(text, match.start("name"), end):
            yield unknown_office(text, match.start("name"), end, _RULE)


def _is_ordinary(name: str) -> bool:
    """'Minister Counsellor for Trade': a field of work, and no organization."""
    return all(word.lower() in ordinary_words() for word in re.findall(r"[^\W\d_]+", name))


def offices_in_brackets(text: str, people: list[Mention], taken: list[Mention]) -> Iterator[Mention]:
    """Where somebody works, behind the name: 'Mrs. A (DHL Express)'; a nickname or a country is none."""
    known = _Taken(taken)
    for person in people:
        match = _BRACKET.match(text, person.end)
        if match is None or not known.leaves_new(text, *match.span("name")):
            continue
        words = re.findall(r"[^\W\d_]+", match["name"])
        if any(word.lower() not in ordinary_words() for word in words) and title_words().isdisjoint(words):
            yield unknown_office(text, *match.span("name"), _RULE)


class _Taken:
    """What is named already, by place."""

    def __init__(self, taken: list[Mention]) -> None:
        self._mentions = sorted(taken, key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self._mentions]

    def leaves_new(self, text: str, start: int, end: int) -> bool:
        """Whether a name is that of no event, title or body, and not made of names already found or a noun alone."""
        name = text[start:end]
        if _ALONE.fullmatch(name) or names_event(name) or is_body(name) or not NEVER_IN_NAMES.isdisjoint(name.split()):
            return False
        rest = list(name)
        first, last = bisect_left(self._starts, start - _REACH), bisect_left(self._starts, end)
        for mention in self._mentions[first:last]:
            for place in range(max(mention.start, start), min(mention.end, end)):
                rest[place - start] = " "
        return _CAPITALISED.search("".join(rest)) is not None
