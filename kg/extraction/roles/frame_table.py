r"""The role frames: the wordings that say what somebody was at a meeting (``data/wordings/frames.csv``).

A frame is a verb phrase or a nominal phrase and the place of its agent:

``subject``
    The agent is the grammatical subject: 'X ... chaired the meeting'.
``passive``
    The same with a participle: 'X was elected chair'.
``before``
    The nearest agent before the phrase, whatever stands between.
``after``
    The phrase holds the agent itself, written ``{A}``: 'chaired by {A}'.
``around``
    The agent stands right before or right after the phrase: 'In his opening remarks, X'.
``list``
    All agents of the list that the phrase introduces: 'The speakers were: ...'.

Patterns are regular expressions over the reduced sentence (:class:`~kg.extraction.clauses.clause.Clause`), lower case.
``{near}`` is a short stretch without another agent, ``{people}`` a word for those whom organizations send; ``\M``,
``\T``, ``\O``, ``\C``, ``\L``, ``\A`` stand for a meeting, title, office, country, place, agent. A pattern begins
with words, so that frames are tried only where one of their first words stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from kg.extraction.clauses.patterns import representatives
from kg.extraction.mentions.mention import Kind
from kg.model import Role
from kg.tables import Row, read_table

__all__ = ["Effect", "Frame", "Place", "frames", "frames_by_word"]

_AGENT = Kind.AGENT.value
_MACROS = {
    "{near}": rf"[^.;:!?{_AGENT}]{{0,70}}?",
    "{aside}": rf"(?:[^.;:{_AGENT}]{{0,50}}?[ ,] ?)?",
    "{A}": (
        r"(?:\x28?(?:[ivx]{1,4}|[0-9]{1,2}|[a-e])(?:\x29|\.) )?"
        r"(?:(?:both|either|the|all) )?(?:[a-z0-9' -]{1,50} \x28|(?:their|its|two|three|four|five|several) "
        r"[a-z-]+(?: [a-z-]+)?,? )?"
        rf"(?P<agent>{_AGENT})"
    ),
    "\\M": Kind.MEETING.value,
    "\\T": Kind.TITLE.value,
    "\\O": f"(?:{Kind.OFFICE.value}|{_AGENT})",
    "\\C": Kind.COUNTRY.value,
    "\\L": Kind.PLACE.value,
    "\\A": _AGENT,
}


class Place(StrEnum):
    """Where the agent of a frame stands."""

    SUBJECT = "subject"
    PASSIVE = "passive"
    BEFORE = "before"
    AFTER = "after"
    AROUND = "around"
    LIST = "list"


class Effect(StrEnum):
    """What else a frame says or asks for."""

    NONE = ""
    HEADLINE = "headline"
    """Holds in a headline alone."""
    WEAK = "weak"
    """Says nothing besides an opening or closing speech of the same person."""
    OFFICES = "offices"
    """Holds for organizations alone."""
    FOR_OFFICE = "for-office"
    """Holds where an organization, not a person, is represented."""
    OF_OFFICE = "of-office"
    """'represented the office': the office was there, too."""
    SAME = "same"
    """'together with': the role of the phrase before."""
    AGAIN = "again"
    """'so did': the role of the sentence before."""
    COMPANY = "company"
    """Makes a visitor where the meeting is a visit."""
    VISITOR = "visitor"
    """The agent visits what stands behind the phrase."""
    VISITORS = "visitors"
    """The agent visits."""
    VISIT_BY = "visit-by"
    """The agent visits the subject of 'was paid a visit by'."""
    VISITED_BY = "visited-by"
    """The agent visits what stands before the phrase."""
    VISITED = "visited"
    """The agent is visited."""
    RECEIVES = "receives"
    """The agent receives who stands behind the phrase."""
    RECEIVED_BY = "received-by"
    """The agent receives who stands before the phrase."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of the table."""

    rule: str
    role: Role
    place: Place
    effect: Effect
    pattern: re.Pattern[str]
    first_words: frozenset[str]
    example: str


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
            word = re.match(r"([a-z'-]+?)(?:([a-z])\?)?(?![a-z'-])", pattern[position:])
            if word:
                words |= {word[1], word[1] + word[2]} if word[2] else {word[1]}
            optional = False
    return frozenset(words - {""})


def _closing(pattern: str, position: int) -> int:
    """Behind the bracket that closes the one at ``position``."""
    depth, end = 1, position + 1
    while depth:
        depth += {"(": 1, ")": -1}.get(pattern[end], 0)
        end += 1
    return end


def _alternatives(inside: str) -> Iterator[str]:
    depth = start = 0
    for position, character in enumerate(inside):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "|" and depth == 0:
            yield inside[start:position]
            start = position + 1
    yield inside[start:]


@lru_cache(maxsize=1)
def _people() -> str:
    return "|".join(sorted((noun for noun in representatives() if " " not in noun), key=lambda n: (-len(n), n)))


def _expanded(pattern: str) -> str:
    """The pattern with its macros spelled out, asides allowed before 'by', no group captured but the agent's."""
    if "by {A}" in pattern:
        pattern = pattern.replace(") ", "),? ", 1).replace("by {A}", "{aside}by {A}", 1)
    pattern = _with_adverbs(pattern.replace("{A} ", "{A},? "))
    for macro, regex in _MACROS.items():
        pattern = pattern.replace(macro, regex)
    return re.sub(r"\((?!\?)", "(?:", pattern)


_ADVERB = (
    "(?:(?:also|then|first|lastly|next|later|again|now|kindly|jointly|likewise|further|warmly|briefly|officially|"
    "finally|in turn|subsequently|once more|too) )?"
)


def _with_adverbs(pattern: str) -> str:
    """The pattern with an adverb allowed between its parts: 'words of welcome also came from'."""
    pieces: list[str] = []
    depth = 0
    for place, character in enumerate(pattern):
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(character, 0)
        pieces.append(character)
        joint = character == " " and depth == 0 and 0 < place < len(pattern) - 1
        if joint and pattern[place - 1] not in "?*{" and pattern[place + 1] not in "$[,.":
            pieces.append(_ADVERB)
    return "".join(pieces)


_PART_OF_WORD = re.compile(r"^\(?(?:\?:)?(?:[a-z' -]+\|)*[a-z'-]+\[[a-z]+\]")
"""A first word that goes on in a class of letters, as in 'organi[sz]ed', would never be looked up."""


def _frame(row: Row) -> Frame:
    written = row["pattern"].removeprefix("{near}").replace("{people}", f"({_people()})")
    for column, allowed in (("role", Role), ("agent", Place), ("effect", Effect)):
        if row[column] not in set(allowed):
            raise row.error(column, f"one of {', '.join(value or 'nothing' for value in allowed)} is needed")
    if (row["agent"] == Place.AFTER) != ("{A}" in row["pattern"]):
        raise row.error("agent", "'after' goes with {A} in the pattern, and only 'after'")
    try:
        pattern = re.compile(rf"{_expanded(written)}(?:(?<= )|(?![a-z]))")
    except re.error as error:
        raise row.error("pattern", f"no regular expression: {error}") from error
    first_words = _first_words(written)
    if not first_words or _PART_OF_WORD.search(written):
        raise row.error("pattern", "must begin with whole words, written out")
    place, effect = Place(row["agent"]), Effect(row["effect"])
    return Frame(row["rule"], Role(row["role"]), place, effect, pattern, first_words, row["example"])


@lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """All frames, in the order of the table.

    Raises:
        TableError: A row is wrong.
    """
    columns = ("rule", "role", "agent", "effect", "pattern", "example")
    return tuple(_frame(row) for row in read_table("data", "wordings", "frames.csv", columns=columns))


@lru_cache(maxsize=1)
def frames_by_word() -> Mapping[str, list[Frame]]:
    """The frames by the words with which they may begin."""
    index: dict[str, list[Frame]] = {}
    for frame in frames():
        for word in sorted(frame.first_words):
            index.setdefault(word, []).append(frame)
    return index
