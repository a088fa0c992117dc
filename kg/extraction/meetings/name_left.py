"""Where the name of an event begins: the walk leftwards from its head noun."""

from __future__ import annotations

from typing import NamedTuple

from kg.extraction.meetings.tokens import Token, bracket_start, is_year
from kg.extraction.meetings.words import effect_of, event_words
from kg.extraction.places.table import place_words
from kg.extraction.values.ordinals import ORDINAL_ENDINGS, ordinal_at, ordinal_words
from kg.regex import regex

__all__ = ["Left", "ends_name", "expand_left"]

_REACH = 24
"""Tokens to look back from the head: more than the longest name has."""
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "this", "our", "his", "her", "every", "each", "another"})
_LAST = frozenset({"last", "final"})
_NUMBERED = frozenset({"operation", "project", "programme", "program", "phase", "stage", "exercise", "initiative"})
_BARE_NUMERAL = regex(r"[XVI]{2,6}")
_LONGEST_PROJECT = 4
"""Words of 'Operation Green Dolphin Reef' before its numeral."""
_HOLDERS = frozenset(
    {
        "head",
        "director",
        "minister",
        "ministry",
        "commissioner",
        "president",
        "chairman",
        "chairperson",
        "chair",
        "secretary",
        "republic",
    }
)
"""Words before 'of' that belong to a person or an office, and not to the name of an event."""
_SMALL = frozenset({"the", "in", "on", "at", "for", "from", "with", "to", "of", "and", "under", "about"})


class Left(NamedTuple):
    """The left part of a phrase.

    Attributes:
        first: First token of the name.
        reach: First token of the phrase, dropped words included.
        ordinals: The ordinal that it holds.
        tense: ``past``, ``future`` or empty.
    """

    first: int
    reach: int
    ordinals: tuple[int, ...]
    tense: str


def expand_left(tokens: list[Token], head: int, floor: int) -> Left:
    """The words before the head that belong to the name.

    Args:
        tokens: Of the sentence.
        head: Index of the head's first token.
        floor: Offset that the name does not reach beyond: the end of the name before.
    """
    wide = _walk(tokens, head, floor, joined=True)
    return wide if _well_begun(tokens, wide) else _walk(tokens, head, floor, joined=False)


def _well_begun(tokens: list[Token], left: Left) -> bool:
    """Whether what stands before the phrase shows that it begins there."""
    if left.reach == 0 or left.ordinals:
        return True
    before = tokens[left.reach - 1]
    return before.lower in _ARTICLES or before.text in "“\"‘'"


def _walk(tokens: list[Token], head: int, floor: int, *, joined: bool) -> Left:
    """Walks left over what a name is made of; if ``joined``, over 'and', 'for' and commas too."""
    first = position = head
    while position > 0 and head - position < _REACH and tokens[position - 1].start >= floor:
        token = tokens[position - 1]
        ordinal = _ordinal(tokens, position - 1)
        if ordinal is not None:
            return _trimmed(tokens, _owner_start(tokens, ordinal[0]), head, ordinal[1])
        effect = effect_of(token.lower)
        if token.text == ")":
            opening = bracket_start(tokens, position - 1)
            if not opening or not tokens[opening - 1].capital:
                break
            position = opening
        elif position > 1 and token.lower in _LAST and tokens[position - 2].lower == "and":
            position -= 2
        elif effect == "keep" or _is_its_year(tokens, position) or _is_of_name(tokens, position):
            first = position = position - 1
        elif not effect and _joins(tokens, position, joined=joined):
            position -= 1
        else:
            begin = _after_article(tokens, position)
            first = first if begin is None else begin
            break
    return _trimmed(tokens, first, head, _misplaced(tokens, first))


def _is_of_name(tokens: list[Token], position: int) -> bool:
    """Whether a capitalised word of the name stands before ``position``."""
    return tokens[position - 1].capital and not ends_name(tokens, position - 1)


def _is_its_year(tokens: list[Token], position: int) -> bool:
    """Whether a year stands before ``position`` that is no part of a day: 'the 2025 meeting', not 'July 8, 2025'."""
    dated = position > 3 and tokens[position - 2].text == "," and tokens[position - 3].text[-1:].isdigit()
    return is_year(tokens[position - 1]) and not dated


def _misplaced(tokens: list[Token], first: int) -> tuple[int, ...]:
    """The ordinal on the wrong side of the article: '18th the Global Meeting'."""
    if first < 2 or tokens[first - 1].lower != "the":
        return ()
    found = _ordinal(tokens, first - 2)
    return found[1] if found else ()


def ends_name(tokens: list[Token], position: int) -> bool:
    """Whether a capitalised word cannot be part of a name: 'During', 'Attends', 'Mr', or the name behind 'Mr'."""
    token = tokens[position]
    stops = token.lower in event_words().stops or token.lower in _SMALL
    acronym = token.text.isupper() and len(token.text) > 1 and "." not in token.text
    if stops or acronym:
        return stops and (not acronym or _shouted(tokens))
    return position > 0 and tokens[position - 1].text in place_words()["person"]


def _after_article(tokens: list[Token], position: int) -> int | None:
    """The first of a few unknown words in small letters between an article and the name: 'an analysis course'."""
    begin = position
    while begin > 0 and position - begin < 4:
        token = tokens[begin - 1]
        if token.lower in _ARTICLES:
            return begin if begin < position else None
        if not token.word or token.capital or not token.text[0].isalpha() or _closed_class(token.lower):
            return None
        begin -= 1
    return None


def _closed_class(word: str) -> bool:
    return (
        word in event_words().stops or word in _SMALL or word.endswith(("ed", "ly")) or word in {"or", "against", "de"}
    )


def _shouted(tokens: list[Token]) -> bool:
    """Whether a whole line is in capitals, so that they make no name."""
    words = [token for token in tokens if len(token.text) > 3]
    return len(words) > 3 and 3 * sum(token.text.isupper() for token in words) >= 2 * len(words)


def _joins(tokens: list[Token], position: int, *, joined: bool) -> bool:
    """Whether the small word before ``position`` joins two parts of a name."""
    token, behind = tokens[position - 1], tokens[position]
    if position < 2 or not (behind.capital or behind.lower in event_words().modifiers):
        return False
    before = tokens[position - 2]
    if token.lower == "of":
        held = joined and before.capital and behind.capital and before.lower not in _HOLDERS
        return held or before.lower in event_words().collectives
    if token.text in {"/", "&", "-", "–"}:
        return before.capital
    if token.lower == "in":
        return joined and before.capital and behind.text == "Customs"
    if token.lower == "and":
        return joined and (before.capital or before.text in {")", ","})
    return joined and token.lower in {",", "for"} and before.capital


def _owner_start(tokens: list[Token], first: int) -> int:
    """The first token of an owner or an acronym before an ordinal: "ROCB A/P's 10th", 'WCO 5th'."""
    if first == 0 or not tokens[first - 1].capital or ends_name(tokens, first - 1):
        return first
    owner = tokens[first - 1]
    if not owner.lower.endswith(("'s", "s'")) and not (owner.text.isupper() and len(owner.text) > 2):
        return first
    begin = first - 1
    while begin > 0 and first - begin < 5 and tokens[begin - 1].capital and not ends_name(tokens, begin - 1):
        begin -= 1
    return begin


def _ordinal(tokens: list[Token], last: int) -> tuple[int, tuple[int, ...]] | None:
    """The ordinal that ends with the token ``last``: the index of its first token, and its value."""
    if not _may_end_ordinal(tokens[last]) or _numbers_project(tokens, last):
        return None
    for first in range(max(0, last - 2), last + 1):
        text = _text(tokens, first, last)
        found = ordinal_at(f"{text} A", 0, len(text) + 2)
        if found and (found.span.end == len(text) or (first == last and _fused(text, found.span.end))):
            return first, found.values
    return None


def _numbers_project(tokens: list[Token], last: int) -> bool:
    """'Operation Dolphin | II | Debriefing': the numeral belongs to what the meeting is about."""
    before = tokens[max(0, last - _LONGEST_PROJECT) : last]
    return _BARE_NUMERAL.fullmatch(tokens[last].text) is not None and any(
        token.lower in _NUMBERED and all(between.text[0].isupper() for between in before[place:])
        for place, token in enumerate(before)
    )


def _may_end_ordinal(token: Token) -> bool:
    """Whether a token looks like an ordinal, its last word or its suffix; most do not, and this is soon told."""
    begins = token.text[0]
    return token.word and (
        begins.isdigit() or begins in "XVI" or token.lower.endswith(ORDINAL_ENDINGS) or token.lower in ordinal_words()
    )


def _fused(text: str, end: int) -> bool:
    """Whether the name goes on without a blank: '10thROCBs'."""
    return text[0].isdigit() and text[end : end + 1].isupper()


def _text(tokens: list[Token], first: int, last: int) -> str:
    pieces = [tokens[first].text]
    for before, token in zip(tokens[first:last], tokens[first + 1 : last + 1], strict=True):
        pieces += (" " * (token.start > before.end), token.text)
    return "".join(pieces)


def _trimmed(tokens: list[Token], first: int, head: int, ordinals: tuple[int, ...]) -> Left:
    """The phrase with the words before it that describe it and belong to no name ('the next', 'a successful')."""
    reach, tense = first, ""
    while reach > 0 and effect_of(tokens[reach - 1].lower) not in {"", "keep"}:
        reach -= 1
    while first < head and effect_of(tokens[first].lower) not in {"", "keep"}:
        first += 1
    for token in tokens[reach:first]:
        effect = effect_of(token.lower)
        tense = effect if effect in {"past", "future"} else tense
    return Left(first, reach, ordinals, tense)
