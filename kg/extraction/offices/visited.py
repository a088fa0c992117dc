"""Places of work known by being visited: 'visited the Port of Suva', 'paid a call to Mwanza border post'."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from kg.extraction.mentions.mention import Mention
from kg.extraction.offices.unknown import unknown_office
from kg.extraction.words.text import CAP, at_word_start
from kg.regex import regex

__all__ = ["visited_places"]

_FACILITY = (
    "Park|Port|Seaport|Airport|Terminal|Museum|Laboratory|School|College|Academy|Institute|University|House|Post|Centre"
    "|Center|Warehouse|Depot|Factory|Zone|Hub|Station|Checkpoint|Yard|Harbour|Harbor|Plant|Hospital|Library"
)
_NAME = (
    rf"(?:Customs\s(?:[Aa]dministration|[Oo]ffice|[Hh]ouse|[Pp]ost)\s(?:of|in|at)\s(?:the\s)?"
    rf"{CAP}(?:\s(?:(?:del|de|da|do|la)\s)?{CAP}){{0,2}}"
    rf"|(?:(?:{CAP}\s(?:and\s)?){{0,3}}(?:{_FACILITY})\s(?:of|at|in)\s(?:the\s)?{CAP}(?:\s{CAP}){{0,2}})"
    rf"|(?:{CAP}\s(?:(?:and|of)\s)?(?:the\s)?){{1,5}}(?:{_FACILITY})"
    rf"|{CAP}(?:\s{CAP}){{0,2}}(?:\s(?:[Cc]ustoms|[Bb]order|[Ii]nland|[Dd]ry|[Cc]argo|[Cc]ontainer|[Tt]raining))?"
    rf"\s(?i:{_FACILITY}))(?![\w-])"
)
_VISIT = at_word_start(
    [
        r"visited",
        r"toured",
        r"visits?\s(?:to|at)",
        r"calls?\s(?:to|on|at)",
        r"trip\sto",
        r"tour\sof",
        r"called\s(?:on|at)",
        r"shown\s(?:a)?round",
    ]
)
_VISITED = regex(rf"(?:{_VISIT})\s(?:the\s)?(?P<name>{_NAME})")


def visited_places(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The unknown names behind words of visiting that end or begin with what a place of work is called.

    Args:
        text: The text.
        mentions: Organizations found so far, which stay what they are.
    """
    taken = sorted(place for mention in mentions for place in (mention.start, mention.end - 1))
    for match in _VISITED.finditer(text):
        start, end = match.span("name")
        if bisect_left(taken, start) == bisect_left(taken, end):
            yield unknown_office(text, start, end, "office.visited")
