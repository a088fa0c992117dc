"""Splits a paragraph into sentences, with exact offsets.

Written for these reports, and not taken from a library: general splitters need a model to be downloaded (NLTK, spaCy)
or are not looked after any more and take milliseconds a paragraph (pysbd), and none knows 'Mr.Souleymane', 'Hj. Ahmad'
or a sentence glued to the next one. Which words carry a full stop stands in ``data/wordings/abbreviations.csv``.

Time is linear in the length of the text, whatever it holds: one pass over the marks, and a bounded look around each.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kg.model import Span
from kg.reading.wordings import Abbreviation, wordings
from kg.regex import regex

__all__ = ["MAX_SENTENCE", "split_sentences"]

MAX_SENTENCE = 5000
"""Characters after which a sentence is cut at a blank: no report has one so long, and later stages need a bound."""

_END = regex(r"[.!?…。！？]++[\"'”’»)\]]*+")
_WIDE = "。！？"
_OPENING = "\"'“‘«„(["
_NEXT = regex(r"[\s\"'“‘«„(\[•·–—-]{0,8}+")
_WORD = regex(r"[^\W\d_]+(?:\.[^\W\d_]\b)*")
_ROMAN = regex(r"[IVXLC]+")
_INITIALS = regex(r"[^\W\d_](?:\.[^\W\d_])+")
_NUMBERING = regex(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})")
_LOOK = 32
"""How far to look around a mark: longer than any abbreviation."""


class _Mark(NamedTuple):
    """A mark that may end a sentence, and what stands around it."""

    sign: str
    token: str
    """What stands before it without a blank."""
    since: str
    """The sentence so far, where it is so short that it may be the number of a list item; else empty."""
    single: bool
    glued: bool
    upcoming: str
    """First character of the next word."""
    word: str
    """The next word."""
    lower_follows: bool
    """Whether a word in lower case follows the next word."""

    @property
    def starter(self) -> bool:
        """Whether the next word is one that begins sentences."""
        return self.word in wordings().sentence_starts


def split_sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of ``text[start:end]``, blanks around them left out.

    Args:
        text: The whole text.
        start: First character of the paragraph.
        end: One past its last character.

    Returns:
        Half-open spans in the order of the text, none of them longer than :data:`MAX_SENTENCE`; every character
        that is not blank lies in one of them.
    """
    spans: list[Span] = []
    first = start
    never = _never_ending()
    for match in _END.finditer(text, start, end):
        at, stop = match.span()
        if stop < end and _may_end(text, at, stop, end):
            near = max(first, at - _LOOK)
            token = text[max(near, text.rfind(" ", near, at) + 1) : at]
            if (stop == at + 1 and token in never) or (
                text[at:stop] == ".)" and token[:1] == "(" and token[1:] in never
            ):
                continue
            mark = _look_around(text, first, at, stop, end)
            if mark is None or _ends_sentence(mark):
                _add(spans, text, first, stop)
                first = stop
    _add(spans, text, first, end)
    return spans


@cache
def _never_ending() -> frozenset[str]:
    """Abbreviations that never end a sentence: looked up first, because many full stops of a report are theirs."""
    ends = (Abbreviation.NAME, Abbreviation.INNER)
    return frozenset(word for word, kind in wordings().abbreviations.items() if kind in ends)


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    """Adds the span without the blanks around it, cut where it is too long."""
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start + 1, start + MAX_SENTENCE)
        cut = cut if cut > 0 else start + MAX_SENTENCE
        stop = cut
        while text[stop - 1].isspace():
            stop -= 1
        spans.append(Span(start, stop))
        start = cut
        while text[start].isspace():
            start += 1
    if start < end:
        spans.append(Span(start, end))


def _may_end(text: str, mark: int, stop: int, end: int) -> bool:
    """Whether what follows leaves it possible that a sentence ends: not so for dots in numbers, addresses, initials."""
    following = text[stop]
    if following.isspace() or text[mark] in _WIDE:
        return True
    return (following in _OPENING or following.isupper()) and not text.startswith(".", stop + 1, end)


def _look_around(text: str, first: int, mark: int, stop: int, end: int) -> _Mark | None:
    """What stands around the mark at ``mark``; ``None`` where nothing but blanks follows."""
    skipped = _NEXT.match(text, stop, end)
    after = skipped.end() if skipped else stop
    if after >= end:
        return None
    before = text[max(first, mark - _LOOK) : mark]
    token = "" if not before or before[-1].isspace() else before.rsplit(None, 1)[-1].lstrip(_OPENING)
    following = _WORD.match(text, after, min(end, after + _LOOK))
    then = following.end() if following else end
    word = following.group() if following else ""
    if len(word) == 1 and text[then : then + 1] == ".":
        # 'A.' is an initial, not the article that begins a sentence.
        word = ""
    return _Mark(
        sign=text[mark],
        token=token,
        since=before.strip() if mark - first <= 6 else "",
        single=stop == mark + 1,
        glued=not text[stop].isspace(),
        upcoming=text[after],
        word=word,
        lower_follows=then + 1 < end and text[then].isspace() and text[then + 1].islower(),
    )


def _ends_sentence(mark: _Mark) -> bool:
    if mark.sign in _WIDE:
        return True
    if mark.upcoming.islower() or mark.upcoming in ".,;:!?)]%/":
        return False
    if mark.single and _belongs_to_word(mark):
        return False
    return not mark.glued or _clear_when_glued(mark)


def _belongs_to_word(mark: _Mark) -> bool:
    """Whether the mark is part of the word before it: an abbreviation, an initial, the number of a list item."""
    known = wordings().abbreviations
    token = mark.token
    kind = known.get(token) or known.get(token + mark.sign) or known.get(token.rpartition("-")[2])
    kind = kind or (Abbreviation.INNER if known.get(token.lower()) is Abbreviation.INNER else None)
    if kind is Abbreviation.NUMBER:
        return mark.upcoming.isdigit() or _ROMAN.fullmatch(mark.word) is not None
    if kind is not None:
        return kind in (Abbreviation.NAME, Abbreviation.INNER) or not mark.starter
    if mark.sign != ".":
        return False
    if mark.since and _NUMBERING.fullmatch(mark.since):
        return True
    if (len(token) == 1 and token.isupper()) or _INITIALS.fullmatch(token):
        return not mark.starter
    # '5. 6. 2019' is one date.
    return token.isdigit() and len(token) <= 2 and mark.upcoming.isdigit()


def _clear_when_glued(mark: _Mark) -> bool:
    """Whether a mark without a blank after it ends a sentence beyond doubt ('world standards.In the same week')."""
    token = mark.token
    if not mark.word or len(token) < 2 or any(sign in token for sign in "/@:\\") or token.startswith("www."):
        return False
    return mark.starter or (mark.lower_follows and "." not in token)
