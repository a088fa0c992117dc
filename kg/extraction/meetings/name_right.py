"""Where the name of an event ends: the walk rightwards from its head noun over what it is of, for or on."""

from __future__ import annotations

from functools import lru_cache

from kg.extraction.meetings.name_left import ends_name
from kg.extraction.meetings.tokens import Token, bracket_end, is_ordinal, is_year, is_years
from kg.extraction.meetings.words import EventHead, event_words
from kg.extraction.places.region_table import region_names
from kg.extraction.places.table import entries_by_form, place_words
from kg.extraction.values.dates import find_dates
from kg.model import MeetingKind
from kg.regex import regex

__all__ = ["expand_right"]

_LONGEST = 72
"""Tokens of the longest name."""
_TOPIC = frozenset({"on", "about", "regarding", "concerning", "themed", "entitled", "titled", "against", "marking"})
_WHOSE = frozenset({"of", "for", "among", "from", "in", "established"})
_PARTNER = frozenset({"with", "between"})
_PARTNERED = frozenset({"dialogue", "dialog", "policy dialogue", "talks", "consultation", "consultations"})
_ARTICLES = frozenset({"the", "a", "an", "its"})
_LINKS = frozenset(
    {"of", "for", "and", "&", "in", "to", "on", "against", "/", "-", "–", "or", "by", "from", "de", "et", "du", "des"}
)
_PLACING = frozenset({"in", "from"})
_QUOTES = {"“": "”", '"': '"', "‘": "’"}
_CALENDAR = regex(
    r"(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)


_DAY_PARTS = frozenset({"day", "morning", "afternoon", "evening", "eve"})
_NO_TOPICS = _DAY_PARTS | {"behalf", "sidelines", "margins", "occasion", "spot"}
"""'closed the workshop on the afternoon of': when, where or for whom, and not about what."""


def expand_right(text: str, tokens: list[Token], head: int, kind: EventHead, *, alone: bool, told: bool = False) -> int:
    """Index of the last token of the name.

    Args:
        text: The whole text.
        tokens: Of the sentence.
        head: Index of the head's last token.
        kind: The head.
        alone: It has no words before it.
        told: Somebody tells it something: 'on' and 'about' lead to what is told.
    """
    last = head
    while last + 1 < len(tokens) and last - head < _LONGEST:
        following = tokens[last + 1]
        end: int | None = None
        if following.text == "(":
            end = bracket_end(tokens, last + 1)
            end = end if end is not None and _gives_name(text, tokens[last + 2 : end]) else None
        elif following.text in _QUOTES and not alone:
            end = _part_end(tokens, last + 1, "")
        elif not (told and following.lower in _TOPIC) and _opens_phrase(following, kind, alone=alone):
            end = _phrase(tokens, last + 2, following.lower)
        if end is None:
            break
        last = end
    return last


def _opens_phrase(token: Token, kind: EventHead, *, alone: bool) -> bool:
    """Whether a word behind the head leads to more of the name; ``alone`` where the head has no words before it."""
    if token.lower in _PARTNER:
        return kind.word in _PARTNERED or (alone and kind.kind is MeetingKind.MEETING)
    if token.lower == "to":
        return kind.kind is MeetingKind.VISIT
    return token.lower in _TOPIC or token.lower in _WHOSE


def _gives_name(text: str, inner: list[Token]) -> bool:
    """Whether a bracket gives another name, and not a date, a place or a remark."""
    if not inner or len(inner) > 7 or not inner[0].capital:
        return False
    start, end = inner[0].start, inner[-1].end
    if find_dates(text, start, end) or text[start:end] in entries_by_form():
        return False
    return not any(token.text in entries_by_form() for token in inner)


def _phrase(tokens: list[Token], position: int, preposition: str) -> int | None:
    """Index of the last token of what stands behind a preposition, or ``None`` if it is not part of the name."""
    first = position + (position < len(tokens) and tokens[position].lower in _ARTICLES)
    if first >= len(tokens) or not _begins(tokens, first, preposition):
        return None
    last, begin = None, first
    while position < len(tokens) and position < begin + _LONGEST:
        end = _part_end(tokens, position, preposition)
        if end is not None:
            last, position = end, end + 1
            if tokens[end].text in '”"’' and end > begin and tokens[begin].text in _QUOTES:
                break
        elif position == first - 1 or _leads_on(tokens, position, preposition):
            position += 1
        else:
            break
    return last


def _part_end(tokens: list[Token], position: int, preposition: str) -> int | None:
    """Index of the last token of a word, a bracket or a quotation that belongs to the name; ``None`` if it does not."""
    token = tokens[position]
    if token.text in _QUOTES:
        closing = _QUOTES[token.text]
        return next(
            (i for i in range(position + 1, min(len(tokens), position + 30)) if tokens[i].text == closing), None
        )
    if token.text == "(":
        closed = bracket_end(tokens, position)
        inner = tokens[position + 1 : closed] if closed else []
        return closed if inner and all(t.capital or not t.word for t in inner) else None
    return position if _content(tokens, position, preposition) else None


def _begins(tokens: list[Token], position: int, preposition: str) -> bool:
    """Whether what stands behind a preposition may be part of a name."""
    token = tokens[position]
    if token.text in _QUOTES:
        return True
    daily = not token.capital and position + 1 < len(tokens) and tokens[position + 1].lower in _DAY_PARTS
    if not token.word or daily or token.lower in _NO_TOPICS or _CALENDAR.fullmatch(token.lower):
        return False
    if token.text[0].isdigit():
        return is_ordinal(token) and position + 1 < len(tokens) and tokens[position + 1].lower == "anniversary"
    if preposition in _PLACING:
        return _region_at(tokens, position)
    if preposition == "established":
        return token.lower == "by"
    return (token.capital or preposition not in _PARTNER) and _content(tokens, position, preposition)


@lru_cache(maxsize=1)
def _region_starts() -> frozenset[str]:
    return frozenset(name.split()[0] for name in region_names())


def _region_at(tokens: list[Token], position: int) -> bool:
    """Whether a region of the WCO, or a word for it, begins here."""
    window = tokens[position : position + 7]
    return tokens[position].text in _region_starts() or any(t.lower in {"region", "regions"} for t in window)


def _content(tokens: list[Token], position: int, preposition: str) -> bool:
    """Whether a token is a word that carries meaning in a name."""
    token, words = tokens[position], event_words()
    if not token.word:
        return False
    if token.text[0].isdigit():
        return is_ordinal(token) or ((is_year(token) or is_years(token)) and tokens[position - 1].capital)
    if token.capital:
        return not _CALENDAR.fullmatch(token.lower) and not ends_name(tokens, position)
    if token.lower in words.stops or token.lower in _LINKS or token.lower in _ARTICLES:
        return False
    if token.lower.endswith("ed") and (token.lower not in words.participles or _acted(tokens, position)):
        return False
    return (preposition not in _WHOSE and preposition != "to") or token.lower in words.common


def _acted(tokens: list[Token], position: int) -> bool:
    """Whether a participle says who did it: 'on Transit organized by X', but 'on organized crime'."""
    return position + 1 < len(tokens) and tokens[position + 1].lower == "by"


def _leads_on(tokens: list[Token], position: int, preposition: str) -> bool:
    """Whether a small word or a comma within a name is followed by more of the name."""
    token = tokens[position]
    if token.text == ",":
        return _lists_on(tokens, position)
    if token.lower in _ARTICLES:
        return _introduces(tokens[position - 1]) and _more(tokens, position + 1, preposition)
    return token.lower in _LINKS and _linked(tokens, position, preposition)


def _linked(tokens: list[Token], position: int, preposition: str) -> bool:
    """Whether a preposition or conjunction within a name is followed by more of the name."""
    token = tokens[position]
    follow = position + 1
    while follow < min(len(tokens), position + 3) and tokens[follow].lower in (*_ARTICLES, "of"):
        follow += 1
    if follow >= len(tokens) or tokens[follow].text[0].isdigit() or _CALENDAR.fullmatch(tokens[follow].lower):
        return False
    if token.lower in _PLACING:
        return _region_at(tokens, follow) or (token.lower == "in" and tokens[follow].text == "Customs")
    if token.lower == "by":
        return tokens[position - 1].lower == "established"
    if token.lower in {"to", "on"} and not tokens[follow].capital:
        return False
    return _more(tokens, follow, preposition)


def _more(tokens: list[Token], position: int, preposition: str) -> bool:
    return position < len(tokens) and (tokens[position].text in _QUOTES or _content(tokens, position, preposition))


def _introduces(token: Token) -> bool:
    """Whether an article may follow within a name."""
    return token.text == "," or any(token.lower in words for words in (_TOPIC, _WHOSE, _PARTNER, _LINKS))


def _lists_on(tokens: list[Token], position: int) -> bool:
    """Whether a comma separates items of a list within a name: an 'and' with another item comes soon."""
    words = event_words()
    if position + 1 < len(tokens) and tokens[position + 1].text in entries_by_form():
        return False
    for index in range(position + 1, min(len(tokens) - 1, position + 16)):
        token, following = tokens[index], tokens[index + 1]
        if token.lower in {"and", "&"}:
            return following.capital or following.lower == "the" or not tokens[position + 1].capital
        if token.text in ';:.“”"' or token.text in place_words()["person"] or token.text[0].isdigit():
            return False
        if not token.capital and (
            token.lower in words.stops or token.lower in {"in", "on", "at", "from", "with", "by", "to"}
        ):
            return False
    return False
