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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from kg.extraction.clauses.patterns import representatives
from kg.extraction.mentions.mention import Kind
from kg.extraction.roles.frame_words import first_words, needed_by_first_word
from kg.model import Role
from kg.regex import regex
from kg.tables import Row, read_table

__all__ = ["Effect", "Frame", "FramesAt", "Place", "compound_words", "frames", "frames_by_word"]

_AGENT = Kind.AGENT.value
_ANOTHER_CLAUSE = (
    rf"[^.;:{_AGENT}]{{0,40}}\b(?:which|who|that) |[^.;:{_AGENT}]{{1,48}}(?<! and)(?<!,) [a-z]+(?:ed|wn|en) by "
    rf"|[^.;:{_AGENT}]{{1,48}}, (?:led|headed|chaired|moderated|facilitated) by "
    rf"|[^.;:{_AGENT}]{{0,40}}, and [a-z ]{{2,30}} (?:was|were) "
)
"""'joined a panel, which was moderated by A', 'presented the rules adopted by A'."""
_MACROS = {
    "{near}": rf"[^.;:!?{_AGENT}]{{0,70}}?",
    "{aside}": rf"(?:(?!{_ANOTHER_CLAUSE})[^.;:{_AGENT}{Kind.MEETING.value}]{{0,50}}?[ ,] ?)?",
    "{A}": (
        r"(?:\x28?(?:[ivx]{1,4}|[0-9]{1,2}|[a-e])(?:\x29|\.) )?"
        r"(?:(?:both|either|the|all) )?(?:(?:governments|authorities|(?:customs )?administrations) of )?"
        r"(?:(?:country|host|region|office|nation|government|authority|administration|agency|ministry|organi[sz]ation|"
        r"secretariat|cent(?:er|re)|service|department|academy|school|bank)'s )?"
        r"(?:[a-z0-9' -]{1,50} \x28|(?:their|its|his|her|two|three|four|five|several) [a-z-]+(?: [a-z-]+)?"
        r"(?: from the [a-z]+)?,? (?:namely )?"
        r"|(?:two|three|four|five|six|several) "
        r"|(?:two|three|four|five) (?:speakers|guests|officials|dignitaries|experts)(?:,? namely|:) "
        r"|(?:[a-z-]+ ){0,2}partners,? (?:i\.e\.|namely|like|such as|including),? (?:the )?"
        r"|(?:[a-z-]+ ){0,2}(?:agency|donor|partner|company|firm|foundation|organi[sz]ation),? "
        r"|(?:him|her|them) and (?:the |his |her |its )?)?"
        rf"(?P<agent>{_AGENT})"
    ),
    "\\M": Kind.MEETING.value,
    "\\T": f"(?:{Kind.TITLE.value}|vice[- ]chair(?:person|man|woman)?)",
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
    APPOSED = "apposed"
    AFTER = "after"
    AROUND = "around"
    LIST = "list"


class Effect(StrEnum):
    """What else a frame says or asks for."""

    NONE = ""
    HEADLINE = "headline"
    """Holds in a headline alone."""
    PEOPLE = "people"
    """Holds for people alone."""
    WEAK = "weak"
    """Says nothing besides an opening or closing speech of the same person."""
    OFFICES = "offices"
    """Holds for organizations alone."""
    DELEGATION = "delegation"
    """Besides the agent, the phrase is of a delegation: 'A led the delegation of X'."""
    OF_OFFICE = "of-office"
    """'represented the office': the office was there, too."""
    SAME = "same"
    """'together with': the role of the phrase before."""
    AGAIN = "again"
    """'so did': the role of the sentence before."""
    CEREMONY = "ceremony"
    """Holds in a paragraph that tells of the opening ceremony."""
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


@dataclass(frozen=True, eq=False)
class Frame:
    """One row of the table.

    Attributes:
        row: The row, for messages.
        written: Its pattern as it is written there.
        first_words: The words with which the pattern may begin.
    """

    rule: str
    role: Role
    place: Place
    effect: Effect
    row: Row
    written: str
    first_words: frozenset[str]
    example: str

    @cached_property
    def needed(self) -> Mapping[str, frozenset[str]]:
        """For each of its first words, words of which one stands in every sentence in which it is met there.

        Empty if none is certain. Looked for when first asked for, like the pattern.

        Raises:
            TableError: A bracket of the pattern is not closed.
        """
        try:
            return needed_by_first_word(self.written)
        except ValueError as error:
            raise self.row.error("pattern", f"no regular expression: {error}") from error

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The regular expression, made when it is first asked for: there are hundreds, and one report tries a few.

        Raises:
            TableError: The row holds none.
        """
        try:
            return regex(rf"{_expanded(self.written)}(?:(?<= )|(?![a-z]))")
        except re.error as error:
            raise self.row.error("pattern", f"no regular expression: {error}") from error


@lru_cache(maxsize=1)
def _people() -> str:
    return "|".join(sorted((noun for noun in representatives() if " " not in noun), key=lambda n: (-len(n), n)))


def _expanded(pattern: str) -> str:
    """The pattern with its macros spelled out, asides allowed before 'by', no group captured but the agent's."""
    if "by {A}" in pattern:
        pattern = pattern.replace(") ", "),? ", 1).replace("by {A}", "{aside}by:? {A}", 1)
    pattern = _with_adverbs(pattern.replace("{A} ", "{A},? "))
    for macro, meaning in _MACROS.items():
        pattern = pattern.replace(macro, meaning)
    return re.sub(r"\((?!\?)", "(?:", pattern)


_ADVERB = (
    "(?:(?:also|then|first|lastly|later|again|now|kindly|jointly|likewise|further|warmly|briefly|officially|"
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


_PART_OF_WORD = regex(r"^\(?(?:\?:)?(?:[a-z' -]+\|)*[a-z'-]+\[[a-z]+\]")
"""A first word that goes on in a class of letters, as in 'organi[sz]ed', would never be looked up."""


def _frame(row: Row) -> Frame:
    written = row["pattern"].removeprefix("{near}").replace("{people}", f"({_people()})")
    for column, allowed in (("role", Role), ("agent", Place), ("effect", Effect)):
        if row[column] not in set(allowed):
            raise row.error(column, f"one of {', '.join(value or 'nothing' for value in allowed)} is needed")
    if (row["agent"] == Place.AFTER) != ("{A}" in row["pattern"]):
        raise row.error("agent", "'after' goes with {A} in the pattern, and only 'after'")
    try:
        words = first_words(written)
    except ValueError as error:
        raise row.error("pattern", f"no regular expression: {error}") from error
    if not words or _PART_OF_WORD.search(written):
        raise row.error("pattern", "must begin with whole words, written out")
    place, effect = Place(row["agent"]), Effect(row["effect"])
    return Frame(row["rule"], Role(row["role"]), place, effect, row, written, words, row["example"])


@lru_cache(maxsize=1)
def frames() -> tuple[Frame, ...]:
    """All frames, in the order of the table.

    Raises:
        TableError: A row is wrong.
    """
    columns = ("rule", "role", "agent", "effect", "pattern", "example")
    return tuple(_frame(row) for row in read_table("data", "wordings", "frames.csv", columns=columns))


@dataclass(frozen=True, eq=False)
class FramesAt:
    """The frames that may begin with one word.

    Attributes:
        word: That word.
        frames: In the order of the table.
    """

    word: str
    frames: Sequence[Frame]

    @cached_property
    def _with_needed(self) -> Sequence[tuple[Frame, frozenset[str]]]:
        return [(frame, frame.needed[self.word]) for frame in self.frames]

    @cached_property
    def _always(self) -> Sequence[Frame]:
        """Those that need no other word."""
        return [frame for frame, needed in self._with_needed if not needed]

    @cached_property
    def _needed(self) -> frozenset[str]:
        """The words that the others need, all together."""
        return frozenset[str]().union(*(needed for _, needed in self._with_needed))

    def in_sentence(self, words: frozenset[str]) -> Sequence[Frame]:
        """Those that may be met in a sentence of these words, in the order of the table."""
        if self._needed.isdisjoint(words):
            return self._always
        return [frame for frame, needed in self._with_needed if not (needed and needed.isdisjoint(words))]


@lru_cache(maxsize=1)
def frames_by_word() -> Mapping[str, FramesAt]:
    """The frames by the words with which they may begin."""
    index: dict[str, list[Frame]] = {}
    for frame in frames():
        for word in frame.first_words:
            index.setdefault(word, []).append(frame)
    return {word: FramesAt(word, rows) for word, rows in index.items()}


@lru_cache(maxsize=1)
def compound_words() -> tuple[str, ...]:
    """The words of :func:`frames_by_word` that are no run of letters ('co-chaired')."""
    return tuple(word for word in frames_by_word() if not word.isalpha())
