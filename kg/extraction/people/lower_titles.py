"""Titles in small letters, as newspapers write them: only beside what looks like a name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extraction.mentions.common_nouns import COMMON_NOUN
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.words.text import CAP
from kg.regex import regex
from kg.tables import read_table

__all__ = ["find_lower_titles"]

_NAME = rf"{CAP}\s+(?:(?:van|de|der|el|al|bin|e|da|dos)\s+){{0,2}}{CAP}"
_NO_MODIFIER = (
    "a|an|the|of|at|for|with|in|and|or|by|to|from|as|its|his|her|their|our|whose|former|outgoing|acting|new|then|now|who|is"
    "|was|also|both|retired|said|told|that|where|while|when|had|has|were|are|current|first|second|third|last|only|previous"
    "|present|serving|oldest|youngest|founding|sole"
)
_MODIFIERS = regex(rf"(?<=\s)(?:(?!(?:{_NO_MODIFIER})\b)[a-z]+[\s-]){{1,2}}$")
_WINDOW = 40
"""Characters that the modifiers of a title, or the words between a name and a title, have at most."""
_BEHIND_NAME = regex(
    r"[A-Z][\w'’-]*(?:\)|(?<=Jr)\.)?,\s+(?:[A-Z]{2,8}\s|(?:an?|the|its|now|then|former|outgoing|acting|current|retired"
    r"|first|second|third|last|only|previous|present|(?:long|longest)-serving|founding)\s+){0,2}$"
)
_LEADS_ON = regex(r"\s+(?:of|at|for|with|in|to)\s+(?:the\s+)?[A-Z]|[,.;]")
_BEFORE_NAME = regex(rf"\s+{_NAME}|\s+(?:of|at|for|with)\s+(?:the\s+)?{CAP}(?:\s+{CAP}){{1,3}}\s+{_NAME}")
_TO_OFFICE = regex(r"\s+(?:of|at|for|with)\s+(?:the\s+)?")
_HOLDER = regex(
    rf"\s+{_NAME}|,?\s+(?:Mrs?|Ms|Mme|Dr|Prof|Eng|Hon|H\.\s?E|Dato['’]|Colonel|General)(?![^\W_])\.?\s+{CAP}"
)
_OWNED = regex(r"\b(?:[Oo]ur|(?<!\band )(?:[Ii]ts|[Tt]heir))\s+$")
_BEFORE_HONORIFIC = regex(rf",\s+(?:Mrs?|Ms|Mme|Dr|Prof|Eng|Hon|H\.\s?E|Dato['’])(?![^\W_])\.?\s+{CAP}")
"""'its director, Mr. A', 'our programme officer, Ms. B'."""
_OF_BODY = regex(rf"\s+of\s+the\s+(?:{COMMON_NOUN})\s+(?:Mrs?|Ms|Mme|Dr)(?![^\W_])\.?\s+{CAP}")
"""'project coordinator of the office Ms. A'."""
_OF_BODIES = frozenset({"secretary", "chairman", "chairwoman", "chairperson", "president", "vice president"})
"""Titles that a committee has as well, so that 'its' may mean one."""
_BOTH = regex(
    rf"(?:,\s+(?:both|all)|\sand\s(?:[A-Z][a-z]*\.\s)?{CAP}(?:[\s-]{CAP}){{0,3}},)\s+(?=(?:[a-z]+[\s-]){{0,2}}$)"
)
_OF_BOTH = regex(r"s\s+(?:of|at|with)\s+(?:the\s+)?[A-Z]")
"""'A and B, both senior analysts at X', 'A and B, analysts at X'."""
_NAMES = 80
"""Characters in which the last of two names stands before the title that both have."""
_OF_CUSTOMS = regex(r"\s+of\s+customs(?=\s+[A-Z])")
_BLANKS = regex(r"\s+")


@lru_cache(maxsize=1)
def _heads() -> AhoCorasick:
    rows = read_table("data", "wordings", "name_contexts.csv", columns=("wording", "use"))
    return AhoCorasick(
        sorted({row["wording"] for row in rows if row["use"] == "head"}), matchkind=MatchKind.LeftmostLongest
    )


def find_lower_titles(text: str, offices: list[Mention]) -> Iterator[Mention]:
    """'Larry Liza, director of the ROCB', 'tax auditor Iara Tavolaro', in the order of the text.

    Args:
        text: The text.
        offices: Organizations found in the text.
    """
    ends = {office.start: office.end for office in offices}
    for _index, head, last in _heads().find_matches_as_indexes(text):
        if text[head - 1 : head].isalnum():
            continue
        both = _BOTH.search(text, max(0, head - _NAMES), head) if _OF_BOTH.match(text, last) else None
        if both:
            form = _BLANKS.sub(" ", text[both.end() : last])
            yield Mention(Kind.TITLE, both.end(), last + 1, form, plural=True, rule="post.title-in-small")
        if text[last : last + 1].isalnum():
            continue
        customs = _OF_CUSTOMS.match(text, last)
        end = customs.end() if customs else last
        modifiers = _MODIFIERS.search(text, max(0, head - _WINDOW), head)
        start = modifiers.start() if modifiers else head
        behind = _LEADS_ON.match(text, end) and _BEHIND_NAME.search(text, max(0, start - _WINDOW), start)
        titled = text[head:last] not in _OF_BODIES and _BEFORE_HONORIFIC.match(text, end)
        owned = titled and _OWNED.search(text, max(0, start - _WINDOW), start)
        link = _TO_OFFICE.match(text, end)
        held = link is not None and link.end() in ends and _HOLDER.match(text, ends[link.end()])
        if behind or owned or held or _OF_BODY.match(text, end) or _BEFORE_NAME.match(text, end):
            yield Mention(Kind.TITLE, start, end, _BLANKS.sub(" ", text[start:end]), rule="post.title-in-small")
