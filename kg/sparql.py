"""Words of a query, with where they stand: enough to find clauses in it (SPARQL 1.1 Query, section 19.8)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Change", "Word", "changed", "closing", "computed", "matched", "words"]

_WORD = re.compile(
    r'''(?P<comment>\#[^\n]*)
    |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    |(?P<string>"""(?:"{0,2}(?:[^"\\]|\\.))*"""|\'\'\'(?:'{0,2}(?:[^'\\]|\\.))*\'\'\'
        |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    |(?P<variable>[?$]\w+)
    |(?P<name>(?:[^\W\d_][\w.-]*)?:(?:[\w:.%\\-]*[\w:%-])?)
    |(?P<word>[A-Za-z_]\w*)
    |(?P<sign>[{}()*])''',
    re.VERBOSE | re.DOTALL,
)
_PAIRS = {"{": "}", "(": ")"}


class Word(NamedTuple):
    """A word.

    Attributes:
        kind: ``iri``, ``string``, ``variable``, ``name`` (with a prefix), ``word`` or ``sign``.
        text: As it stands there; a ``word`` in capitals.
        start: Where it begins.
        end: Where it ends.
        depth: How many braces are open around it.
    """

    kind: str
    text: str
    start: int
    end: int
    depth: int


class Change(NamedTuple):
    """Characters that give way to others."""

    start: int
    end: int
    text: str


def words(text: str) -> list[Word]:
    """The words of a query, without its comments."""
    found = []
    depth = 0
    for match in _WORD.finditer(text):
        kind, word = match.lastgroup or "", match.group()
        if kind == "comment":
            continue
        depth -= word == "}"
        found.append(Word(kind, word.upper() if kind == "word" else word, match.start(), match.end(), depth))
        depth += word == "{"
    return found


def closing(found: Sequence[Word], opening: int) -> int:
    """Which word closes what another opens.

    Args:
        found: The words of a query that parses.
        opening: Place of a brace or parenthesis among them.
    """
    mark, other = found[opening].text, _PAIRS[found[opening].text]
    height = 0
    for place in range(opening, len(found)):
        height += (found[place].text == mark) - (found[place].text == other)
        if height == 0:
            return place
    return len(found) - 1


def matched(found: Sequence[Word]) -> Word:
    """The brace that opens what a query matches.

    Args:
        found: The words of a query that parses.
    """
    braces = (word for before, word in pairwise(found) if word.text == "{" and before.text != "CONSTRUCT")
    return next((word for word in braces if word.depth == 0), found[-1])


def computed(found: Iterable[Word]) -> set[str]:
    """The columns that SELECT computes, by name."""
    return {
        variable.text[1:]
        for word, variable in pairwise(found)
        if word.text == "AS" and word.kind == "word" and word.depth == 0
    }


def changed(text: str, changes: Iterable[Change]) -> str:
    """The query after changes that do not overlap; those at the same place in the order given."""
    parts, last = [], 0
    for change in sorted(changes, key=lambda each: each.start):
        parts += [text[last : change.start], change.text]
        last = change.end
    return "".join([*parts, text[last:]])
