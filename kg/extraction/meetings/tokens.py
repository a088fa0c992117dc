"""Cuts a sentence into words and marks for the recogniser of event phrases."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.extraction.places.region_table import region_names
from kg.extraction.values.ordinals import ordinal_at
from kg.regex import regex

__all__ = ["Token", "bracket_end", "bracket_start", "is_ordinal", "is_year", "is_years", "tokenize"]

_WORD = r"[A-Z]+[a-z]+[A-Z]+!(?=\s[A-Z])|[^\W_]+(?:[-‐‑/&'’.][^\W_]+)*(?:['’](?=[\s,.)/]))?|[^\s\w]|_+"
_PLAIN = regex(r"\w+(?:[-‐‑/&'’.]\w+)*(?:['’](?=[\s,.)/]))?|[^\s\w]")
"""The same for a text without '!' and '_', as most are, in half the time."""
_GLUED = r"\d{1,3}(?:st|nd|rd|th)(?=[A-Z][a-z])|[A-Z][a-z]+(?=\d{1,3}(?:st|nd|rd|th)\b)"
"""Words without the blank between them: 'the 5thMeeting', 'The3rd Forum'."""
_IS_GLUED = regex(r"\d(?:st|nd|rd|th)[A-Z][a-z]|[a-z]\d{1,3}(?:st|nd|rd|th)\b")
_BRACKET = 12
"""Tokens of the longest bracket within a name."""


class Token(NamedTuple):
    """A word or a mark.

    Attributes:
        start: First character.
        end: One past the last.
        text: The characters.
        lower: The same in small letters, apostrophes straight.
        word: It has letters or digits.
        capital: It begins with a capital letter.
    """

    start: int
    end: int
    text: str
    lower: str
    word: bool
    capital: bool


@lru_cache(maxsize=1)
def _with_commas() -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The names of regions that hold commas, and a word, a mark, or such a name."""
    regions = sorted((name for name in region_names() if "," in name), key=len, reverse=True)
    return tuple(regions), regex(rf"(?:{'|'.join(map(re.escape, regions))})(?!\w)|{_GLUED}|{_WORD}")


@lru_cache(maxsize=1)
def _token(text: str) -> re.Pattern[str]:
    """A word or a mark; a region's name that holds commas is one word."""
    regions, pattern = _with_commas()
    odd = "!" in text or "_" in text or _IS_GLUED.search(text) is not None
    return pattern if odd or any(region in text for region in regions) else _PLAIN


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of ``text[start:end]``; offsets are those of ``text``."""
    return [
        _new(
            Token,
            (
                *match.span(),
                piece := match[0],
                piece.lower().replace("’", "'"),
                word := piece[0].isalnum(),
                word and piece[0].isupper(),
            ),
        )
        for match in _token(text).finditer(text, start, end)
    ]


_new = tuple.__new__
"""Makes a token in half the time that a call of the class takes; a sentence has some forty."""


def bracket_start(tokens: list[Token], closing: int) -> int | None:
    """Index of the '(' that belongs to the ')' at ``closing``."""
    return next((i for i in range(closing - 1, max(-1, closing - _BRACKET), -1) if tokens[i].text == "("), None)


def bracket_end(tokens: list[Token], opening: int) -> int | None:
    """Index of the ')' that belongs to the '(' at ``opening``."""
    return next((i for i in range(opening + 1, min(len(tokens), opening + _BRACKET)) if tokens[i].text == ")"), None)


def is_year(token: Token) -> bool:
    """Whether the token is a year."""
    return len(token.text) == 4 and token.text.isdigit() and token.text.startswith(("19", "20"))


def is_years(token: Token) -> bool:
    """Whether the token is a span of years ('2018-2021')."""
    return _YEARS.fullmatch(token.text) is not None


_YEARS = regex(r"(?:19|20)\d\d[-–/](?:(?:19|20)\d\d|\d\d)")


def is_ordinal(token: Token) -> bool:
    """Whether the token is an ordinal in digits."""
    if not token.text[0].isdigit():
        return False
    found = ordinal_at(token.text, 0, len(token.text))
    return found is not None and found.span.end == len(token.text)
