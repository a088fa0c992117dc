"""With which words the pattern of a frame begins, and which others it cannot do without: where it is worth trying."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.regex import regex

__all__ = ["first_words", "needed_by_first_word"]

_WORD = regex(r"([a-z]+)(?:([a-z])\?)?(?![a-z?*+{])")
_FIRST = regex(r"([a-z'-]+?)(?:([a-z])\?)?(?![a-z'-])")
_BRACKET = regex(r"[()]")
_SIGN = regex(r"[()|]")
_BOUNDARIES = frozenset(" '-,:;$")
"""Characters that stand for themselves, or for the end, and part words."""
_ESCAPED = frozenset("MTOCLA.")
"""Escapes that stand for a mention or a mark, and part words, too."""


def first_words(pattern: str) -> frozenset[str]:
    """The words with which a pattern may begin.

    Raises:
        ValueError: A bracket is not closed.
    """
    beginnings = (opening + pattern[position:] for opening, position in _openings(pattern))
    return frozenset().union(*map(_first_words, beginnings))


def needed_by_first_word(pattern: str) -> dict[str, frozenset[str]]:
    """For each word with which a pattern may begin, words of which one at least stands in what it matches there.

    A word is a run of small letters; the one at the beginning does not count. The set is empty where none is certain.

    Raises:
        ValueError: A bracket is not closed.
    """
    needed: dict[str, frozenset[str]] = {}
    for opening, position in _openings(pattern):
        sure = [*_certain(opening, closed=_parts(pattern, position))]
        if position < len(pattern):
            sure += _certain(pattern[position:], parted=opening[-1:] in _BOUNDARIES)
        for word in _first_words(opening + pattern[position:]):
            own = _longest(words for words in sure if word not in words)
            known = needed.get(word, own)
            needed[word] = own | known if own and known else frozenset()
    return needed


def _openings(pattern: str) -> Iterator[tuple[str, int]]:
    """The ways in which a pattern begins, each with the position where what they have in common goes on."""
    whole = list(_alternatives(pattern))
    if len(whole) > 1:
        yield from ((alternative, len(pattern)) for alternative in whole)
        return
    if pattern.startswith("("):
        alternatives, optional, end = _group(pattern, 0)
        if not optional and pattern[end - 1] == ")":
            yield from ((alternative, end) for alternative in alternatives)
            return
    yield pattern, len(pattern)


def _first_words(pattern: str) -> frozenset[str]:
    """The words with which a pattern may begin."""
    words: set[str] = set()
    position = 0
    optional = True
    while optional and position < len(pattern):
        if pattern[position] == "(":
            end = _closing(pattern, position)
            for alternative in _alternatives(pattern[position + 1 : end - 1].removeprefix("?:")):
                words |= _first_words(alternative)
            optional = pattern[end : end + 1] in {"?", "*"}
            position = end + optional
        else:
            word = _FIRST.match(pattern, position)
            if word:
                words |= _either(word)
            optional = False
    return frozenset(words - {""})


def _longest(certain: Iterator[frozenset[str]]) -> frozenset[str]:
    """Of several sets the one whose words are likely to be rarest."""
    return max(certain, key=lambda words: (min(map(len, words)), -len(words), sorted(words)), default=frozenset())


def _needed_in(alternative: str) -> frozenset[str]:
    """The words of which one stands in what an alternative of brackets matches: mostly it is one word."""
    if alternative.isascii() and alternative.isalpha():
        return frozenset({alternative})
    return _longest(_certain(alternative))


def _certain(pattern: str, *, parted: bool = True, closed: bool = True) -> Iterator[frozenset[str]]:
    """For each part of a pattern that nothing makes optional, the words of which one stands there.

    Args:
        pattern: A pattern, or a part of one.
        parted: Whether a word may begin at its beginning.
        closed: Whether a word may end at its end.
    """
    position = 0
    while position < len(pattern):
        character = pattern[position]
        if character == "(":
            alternatives, optional, end = _group(pattern, position)
            if parted and not optional and _parts(pattern, end, closed=closed):
                words = [_needed_in(alternative) for alternative in alternatives]
                if all(words):
                    yield frozenset().union(*words)
            parted = (parted or not optional) and all(inside[-1:] in _BOUNDARIES for inside in alternatives)
            position = end
        elif character.isalpha():
            word = _WORD.match(pattern, position)
            if word and parted and _parts(pattern, word.end(), closed=closed):
                yield frozenset(_either(word))
            position, parted = word.end() if word else position + 1, False
        else:
            behind = _behind(pattern, position)
            parted = (character in _BOUNDARIES or _is_escaped(pattern, position)) and _stays(pattern, behind)
            position = behind


def _group(pattern: str, position: int) -> tuple[list[str], bool, int]:
    """The alternatives in the brackets at ``position``, whether they may be left out, and the position behind them."""
    end = _closing(pattern, position)
    inside = pattern[position + 1 : end - 1].removeprefix("?:")
    optional = inside.startswith("?") or not _stays(pattern, end)
    return list(_alternatives(inside)), optional, end + (pattern[end : end + 1] in {"?", "*", "+"})


def _parts(pattern: str, position: int, *, closed: bool = True) -> bool:
    """Whether a word may end at ``position``: before what parts words, or with the pattern."""
    if position == len(pattern):
        return closed
    if pattern[position] == "(":
        alternatives, optional, end = _group(pattern, position)
        apart = all(inside and _parts(inside, 0) for inside in alternatives)
        return apart and (not optional or _parts(pattern, end, closed=closed))
    if pattern[position] in _BOUNDARIES:
        return _stays(pattern, position + 1)
    return _is_escaped(pattern, position) and _stays(pattern, position + 2)


def _is_escaped(pattern: str, position: int) -> bool:
    return pattern[position] == "\\" and pattern[position + 1 : position + 2] in _ESCAPED


def _stays(pattern: str, position: int) -> bool:
    """Whether nothing at ``position`` makes what stands before it optional, or repeats it."""
    return pattern[position : position + 1] not in {"?", "*", "+", "{"}


def _behind(pattern: str, position: int) -> int:
    """Behind what begins with a character that is no letter: a class, a macro, an escape, or the character alone."""
    if pattern[position] == "\\":
        return position + 2
    closing = {"[": "]", "{": "}"}.get(pattern[position])
    if closing is None:
        return position + 1
    end = pattern.find(closing, position)
    if end < 0:
        raise ValueError(f"no {closing} closes the bracket at position {position}")
    return end + 1


def _either(word: re.Match[str]) -> set[str]:
    """A word with and without the letter that it may end with."""
    return {word[1], word[1] + word[2]} if word[2] else {word[1]}


def _closing(pattern: str, position: int) -> int:
    """Behind the bracket that closes the one at ``position``."""
    depth = 0
    for bracket in _BRACKET.finditer(pattern, position):
        depth += 1 if bracket[0] == "(" else -1
        if depth == 0:
            return bracket.end()
    raise ValueError(f"no bracket closes the one at position {position}")


def _alternatives(inside: str) -> Iterator[str]:
    if "(" not in inside:
        yield from inside.split("|")
        return
    depth = start = 0
    for sign in _SIGN.finditer(inside):
        if sign[0] != "|":
            depth += 1 if sign[0] == "(" else -1
        elif depth == 0:
            yield inside[start : sign.start()]
            start = sign.end()
    yield inside[start:]
