"""Words of a query, with where they stand: enough to find clauses in it, and to put values and prefixes there.

Parsing is the database's (SPARQL 1.1 Query, section 19.8, tells what a word is).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from pyoxigraph import Store

__all__ = [
    "Change",
    "Word",
    "bound",
    "changed",
    "closing",
    "computed",
    "declared",
    "matched",
    "parses",
    "words",
]

_WORD = re.compile(
    r'''(?P<comment>\#[^\n]*)
    |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    |(?P<string>"""(?:"{0,2}(?:[^"\\]|\\.))*"""|\'\'\'(?:'{0,2}(?:[^'\\]|\\.))*\'\'\'
        |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    |(?P<variable>[?$]\w+)
    |(?P<name>(?:[^\W\d_][\w.-]*)?:(?:(?:[\w:.%-]|\\.)*(?:[\w:%-]|\\.))?)
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
    height = 0  # of parentheses: those of 'SELECT (EXISTS { ... } AS ?x)' open nothing that is matched
    for before, word in pairwise(found):
        height += (word.text == "(") - (word.text == ")")
        if word.text == "{" and word.depth == height == 0 and before.text != "CONSTRUCT":
            return word
    return found[-1]


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


def parses(text: str, prefixes: Mapping[str, str]) -> bool:
    """Whether a query parses."""
    try:
        Store().query(text, prefixes=dict(prefixes))
    except SyntaxError:
        return False
    return True


def bound(text: str, values: Mapping[str, object], prefixes: Mapping[str, str]) -> str:
    """The query with values for some of its variables, as VALUES.

    At the beginning of what it matches they hold within its filters too, and a database sees at once how little it has
    to look at. A variable that the query makes itself (AS) may not have one before; its value stands at the end.

    Args:
        text: A query that parses.
        values: By name of variable, as they are written.
        prefixes: Prefixes that the query need not declare.
    """
    found = words(text)
    made = {variable.text[1:] for word, variable in pairwise(found) if word.kind == "word" and word.text == "AS"}
    ahead = {name: value for name, value in values.items() if name not in made}
    if ahead:
        start = matched(found).end
        first = changed(text, [Change(start, start, f"\n  {_values(ahead)}{_gap(text, start)}")])
        if parses(first, prefixes):
            text, values = first, {name: value for name, value in values.items() if name in made}
    return f"{text}\n{_values(values)}" if values else text


def _gap(text: str, position: int) -> str:
    return "" if text[position : position + 1].isspace() else " "


def _values(values: Mapping[str, object]) -> str:
    return f"VALUES ({' '.join(f'?{name}' for name in values)}) {{ ({' '.join(map(str, values.values()))}) }}"


def declared(text: str, prefixes: Mapping[str, str]) -> str:
    """The query with declarations of those prefixes that it uses and does not declare."""
    found = words(text)
    used = {word.text.partition(":")[0] for word in found if word.kind == "name"}
    own = {name.text[:-1] for word, name in pairwise(found) if word.kind == "word" and word.text == "PREFIX"}
    return "".join(f"PREFIX {name}: <{prefixes[name]}>\n" for name in sorted(prefixes.keys() & used - own)) + text
