"""Titles in small letters, as newspapers write them: only beside what looks like a name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extraction.mentions.common_nouns import COMMON_NOUN
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.words.ordinary import ordinary_words
from kg.extraction.words.text import CAP
from kg.regex import regex
from kg.tables import read_table

__all__ = ["find_lower_titles"]

_NAME = rf"{CAP}\s+(?:(?:van|de|der|el|al|bin|e|da|dos)\s+){{0,2}}{CAP}"
_HONOURED = rf"(?:Mrs?|Ms|Mme|Dr|Prof|Eng|Hon|H\.\s?E|Dato['’]|Colonel|General)(?![^\W_])\.?\s+{CAP}"
_NO_MODIFIER = (
    "a|an|the|of|at|for|with|in|and|or|by|to|from|as|its|his|her|their|our|whose|former|outgoing|acting|new|then|now|who|is"
    "|was|also|both|retired|said|told|that|where|while|when|had|has|were|are|current|on|called|well|known|time|long|neither|elected|appointed|named|chosen|made|designated|nominated"
    "|(?:first|second|third)(?! (?:deputy|vice|secretary))|last|only|previous"
    "|present|serving|oldest|youngest|founding|sole"
)
_MODIFIERS = regex(rf"(?<=\s)(?:(?!(?:{_NO_MODIFIER})\b)[a-z]+[\s-]){{1,2}}$")
_FIRST_WORD = regex(r"(?:^|[.!?\x00\"”’]\s?|\x00)(?P<word>[A-Z][a-z]+)\s$")
"""'Finance | minister A': at the beginning of a sentence."""
_DETERMINERS = frozenset(
    "The A An Its His Her Their Our This That When While As At In On For But And Then Former New".split()
)
_WINDOW = 80
"""Characters that the modifiers of a title, or the words between a name and a title, have at most."""
_NO_FIELD = (
    "the|a|an|its|his|her|their|our|this|that|which|who|whom|with|from|by|in|at|to|as|on|into|over|upon|when|while|were"
    "|was|is|are|have|had|has|also|then|told|said|says|heard|delegation|nothing|all|each|both|one|some"
)
_DOMAIN = regex(
    rf"\s(?:of|for)\s(?!(?:{_NO_FIELD})\b)[a-z]+(?:(?:,?\sand\s|,\s(?=[a-z]+\sand\s)|\s)(?!(?:{_NO_FIELD}|of|for|and)\b)[a-z]+){{0,4}}"
    r"(?=[,;.)]|$|\s(?:of|at|in|for)\s(?:the\s)?[A-Z]|\s[A-Z])"
    r"|\sfor\s(?:northern|southern|eastern|western|central|south-east|south)\s[A-Z][a-z]+"
)
"""'commissioner | of customs and border control'."""
_BODY_OWNER = rf"(?:[Tt]he\s+)?(?:{CAP}|[A-Z]{{2,}})(?:\s+{CAP}){{0,3}}['’]s?\s+"
_BEHIND_NAME = regex(
    rf"[A-Z][\w'’-]*(?:\)|(?<=Jr)\.)?,\s+(?:{_BODY_OWNER}|[A-Z]{{2,8}}\s)?(?:(?:an?|the|its|now|then|former|outgoing|acting"
    r"|current|retired|first|second|third|last|only|previous|present|(?:long|longest)-serving|founding)\s+){0,2}$"
)
_SAID_OF = regex(
    rf"(?:[A-Z][\w'’-]*|\b(?:[Hh]e|[Ss]he|who))\s(?:is|was|became|becomes|remains|(?:serves|served|works|worked)\sas|(?:is|was|has\sbeen)\s(?:appointed|named))\s+"
    rf"(?:(?:an?|the|its|now|also|still|currently|today|then|formerly|once)\s){{0,2}}(?:{_BODY_OWNER})?$"
)
"""'Liza is | director of the ROCB', 'She was Fiji's | minister of trade.'"""
_LEADS_ON = regex(
    rf"\s+(?:of|at|for|with|in|to)\s+(?:the\s+)?[A-Z]|[,.;]|\s+of\s+(?:the|this|that)\s+(?:{COMMON_NOUN})\b"
)
_BEFORE_NAME = regex(rf"\s+{_NAME}|\s+(?:of|at|for|with)\s+(?:the\s+)?{CAP}(?:\s+{CAP}){{1,3}}\s+{_NAME}")
_TO_OFFICE = regex(r"\s+(?:of|at|for|with)\s+(?:the\s+)?")
_HOLDER = regex(rf"\s+{_NAME}|,?\s+{_HONOURED}")
_OWNED = regex(rf"\b(?:[Oo]ur|(?<!\band )(?:[Ii]ts|[Tt]heir))\s+$|(?<!\w){_BODY_OWNER}$|[Tt]he\s[A-Z]{{2,8}}\s$")
_THE = ("the ", "The ")
_BEFORE_HONORIFIC = regex(rf",\s+{_HONOURED}")
_BEFORE_HOLDER = regex(rf",\s+(?:{_HONOURED}|{_NAME}(?:\s{CAP})?(?=,|\sand\s|\s[a-z]+ed\b))")
"""'its director, Mr. A', 'our programme officer, Ms. B', 'Fiji's ambassador, A, spoke'."""
_OF_BODY = regex(rf"\s+of\s+the\s+(?:{COMMON_NOUN})\s+{_HONOURED}")
"""'project coordinator of the office Ms. A'."""
_OF_BODIES = frozenset({"secretary", "chairman", "chairwoman", "chairperson", "president", "vice president"})
"""Titles that a committee has as well, so that 'its' may mean one."""
_PRESIDES = frozenset({"chair", "vice-chair"})
"""Titles only beside the body or region that they are of: else they are roles at a meeting."""
_BOTH = regex(
    rf"(?:,\s+(?:both|all)|\sand\s(?:[A-Z][a-z]*\.\s)?{CAP}(?:[\s-]{CAP}){{0,3}},)\s+(?!both|all)(?=(?:[a-z]+[\s-]){{0,2}}$)"
)
_OF_BOTH = regex(r"s\s+(?:of|at|with)\s+(?:the\s+)?[A-Z]")
"""'A and B, both senior analysts at X', 'A and B, analysts at X'."""
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
    further = -1
    for _index, head, last in _heads().find_matches_as_indexes(text):
        if text[head - 1 : head].isalnum():
            continue
        both = _BOTH.search(text, max(0, head - _WINDOW), head) if _OF_BOTH.match(text, last) else None
        if both:
            yield _title(text, both.end(), last + 1, plural=True)
        if text[last : last + 1].isalnum():
            continue
        domain = _DOMAIN.match(text, last)
        end = domain.end() if domain else last
        modifiers = _MODIFIERS.search(text, max(0, head - _WINDOW), head)
        start = modifiers.start() if modifiers else head
        link = _TO_OFFICE.match(text, end)
        office = ends.get(link.end(), -1) if link else -1
        if office < 0 and text[head:last] in _PRESIDES:
            continue
        before_name = _BEFORE_NAME.match(text, end)
        if (
            before_name
            or start == further
            or (office > 0 and _HOLDER.match(text, office))
            or _OF_BODY.match(text, end)
            or _is_behind_name(text, start, end)
            or _is_owned(text, start, end, text[head:last])
            or _is_of_named(text, start, max(office, end), text[head:last], plain=not domain and office < 0)
        ):
            yield _title(text, _with_first_word(text, start) if before_name else start, end)
            further = max(office, end) + len(" and ")
            further = further if text.endswith(" and ", 0, further) else -1


def _title(text: str, start: int, end: int, *, plural: bool = False) -> Mention:
    """The title that stands there; the form of one in the plural is without its 's'."""
    form = _BLANKS.sub(" ", text[start : end - plural])
    return Mention(Kind.TITLE, start, end, form, plural=plural, rule="post.title-in-small")


def _is_behind_name(text: str, start: int, end: int) -> bool:
    window = max(0, start - _WINDOW)
    beside = _BEHIND_NAME.search(text, window, start) or _SAID_OF.search(text, window, start)
    return beside is not None and _LEADS_ON.match(text, end) is not None


def _is_owned(text: str, start: int, end: int, head: str) -> bool:
    """'its director, Mr. A'."""
    if head in _OF_BODIES or not _BEFORE_HOLDER.match(text, end):
        return False
    return _OWNED.search(text, max(0, start - _WINDOW), start) is not None


def _is_of_named(text: str, start: int, end: int, head: str, *, plain: bool) -> bool:
    """'opened by the minister of finance, Mr. A'."""
    if plain and head in _OF_BODIES:
        return False
    return text.endswith(_THE, 0, start) and _BEFORE_HONORIFIC.match(text, end) is not None


def _with_first_word(text: str, start: int) -> int:
    first = _FIRST_WORD.search(text, max(0, start - _WINDOW), start)
    known = first is not None and first["word"].lower() in ordinary_words()
    return first.start("word") if first is not None and known and first["word"] not in _DETERMINERS else start
