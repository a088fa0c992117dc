"""The office that publishes a report, where it speaks of itself: 'our office convened', 'our Programme Officer'."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.mentions.common_nouns import may_mean
from kg.extraction.mentions.mention import Kind, Mention, apart_from
from kg.extraction.offices.find import find_offices
from kg.regex import regex

__all__ = ["in_quotes", "own_offices", "publisher_at", "publishing_office", "the_office"]

_OUR = regex(
    r"(?<!\w)[Oo]ur\s(?P<name>(?:own\s)?(?:[Rr]egional\s)?(?P<noun>[Oo]ffice|[Cc]ent(?:re|er)|[Ss]ecretariat))(?![\w'’])"
)
_THE_OFFICE = regex(
    r"(?<!\w)[Tt]he\s(Office)(?=\s(?:had|received|welcomed|hosted|organi[sz]ed|was\s(?:host|visited|pleased|honoured)))"
)
_STRUCTURE = regex(r"\b(?:ROCB|ROCP|RILO|RTC|RCL|RDTC|Vice-Chair|BRRC|Regional)\b")
"""An office that says 'we' in its news: a newspaper quotes others who say so."""
_QUOTES = regex(r"[\"“”]")
_CLOSED = regex(r"’(?![^\W_])")
_PARAGRAPH = "\x00\x00"
"""What separates paragraphs in the running text."""
_REACH = 600
"""Characters in which the quotation begins that a word stands in."""


@lru_cache(maxsize=64)
def publishing_office(publisher: str | None) -> Mention | None:
    """The regional office that a publisher is, with offsets in ``publisher``; ``None`` where it is none."""
    found = find_offices(publisher) if publisher else []
    return found[0] if found and found[0].start == 0 and _STRUCTURE.search(found[0].form) else None


def own_offices(text: str, publisher: Mention | None) -> Iterator[Mention]:
    """The mentions by which an office means itself, outside of what others are quoted with.

    Args:
        text: Of the report.
        publisher: Who publishes it.
    """
    if publisher is None:
        return
    for match in _OUR.finditer(text):
        if may_mean(match["noun"].lower(), publisher) and not in_quotes(text, match.start()):
            yield publisher_at(publisher, *match.span("name"))


def the_office(text: str, publisher: Mention | None, named: list[Mention]) -> list[Mention]:
    """'The Office received a delegation': the one that publishes the report, until another is named.

    Args:
        text: Of the report.
        publisher: Who publishes it.
        named: The organizations found in the text, in its order.
    """
    if publisher is None or not may_mean("office", publisher):
        return []
    others = (each.start for each in named if may_mean("office", each) and not _is(each, publisher))
    end = next(others, len(text))
    own = (publisher_at(publisher, *match.span(1)) for match in _THE_OFFICE.finditer(text, 0, end))
    return apart_from(own, named)


def _is(mention: Mention, office: Mention) -> bool:
    return mention.form == office.form or (mention.entry is not None and mention.entry == office.entry)


def publisher_at(publisher: Mention, start: int, end: int) -> Mention:
    """The publisher as it is meant from ``start`` to ``end``."""
    return Mention(
        Kind.OFFICE, start, end, publisher.form, entry=publisher.entry, aliases=publisher.aliases, rule="office.our"
    )


def in_quotes(text: str, position: int) -> bool:
    """Whether what stands at a position is quoted from somebody, as far as the paragraph shows."""
    begin = max(text.rfind(_PARAGRAPH, max(0, position - _REACH), position), position - _REACH, 0)
    single = text.rfind("‘", begin, position)
    if single >= 0 and _CLOSED.search(text, single, position) is None:
        return True
    return len(_QUOTES.findall(text, begin, position)) % 2 == 1
