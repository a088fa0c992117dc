"""Role frames: the wordings that say what somebody was at a meeting (``data/wordings/frames.csv``).

A frame is a verb phrase or a nominal phrase and the place of its agent:

``subject``
    The agent is the grammatical subject: 'X ... chaired the meeting'.
``passive``
    The same with a participle: 'X was elected chair'.
``before``
    The nearest agent before the phrase, whatever stands between.
``after``
    The phrase holds the agent itself, written ``{A}``: 'chaired by {A}'.
``list``
    All agents of the list that the phrase introduces: 'The speakers were: ...'.
``around``
    The agent stands right before or right after the phrase: 'In his opening remarks, X'.

Patterns are regular expressions over the reduced sentence (:class:`~kg.extraction.tape.Tape`), lower case; ``{near}`` is a
short stretch without another agent, ``{people}`` a word for those whom organizations send; ``\\M``, ``\\T``, ``\\O``, ``\\C``, ``\\A`` stand for a meeting, title, office, country, agent.
A pattern begins with words, so that frames are tried only where one of their first words stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.extraction.groups import Group
from kg.extraction.mentions import Kind
from kg.extraction.patterns import representatives
from kg.model import Role
from kg.tables import read_table

__all__ = ["Frame", "Match", "match_frames"]

AGENT = Kind.AGENT.value
_MACROS = {
    "{near}": rf"[^.;:!?{AGENT}]{{0,70}}?",
    "{aside}": rf"(?:[^.;:{AGENT}]{{0,50}}?[ ,] ?)?",
    "{A}": rf"(?:(?:both|either|the|all) )?(?:[a-z0-9' -]{{1,50}} \x28|(?:their|its|two|three|four|five|several) [a-z-]+(?: [a-z-]+)?,? )?(?P<agent>{AGENT})",
    "\\M": Kind.MEETING.value,
    "\\T": Kind.TITLE.value,
    "\\O": f"(?:{Kind.OFFICE.value}|{AGENT})",
    "\\C": Kind.COUNTRY.value,
    "\\A": AGENT,
}


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of the table."""

    rule: str
    role: Role
    agent: str
    pattern: re.Pattern[str]
    first_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """A frame met on a tape.

    Attributes:
        group: Its agent; ``None`` where a pronoun stands in its place.
        pronoun: 'he', 'she', 'they', or empty.
        start: Position of the phrase on the tape.
        end: Position behind the phrase.
    """

    frame: Frame
    group: Group | None
    pronoun: str
    start: int
    end: int


def _first_words(pattern: str) -> frozenset[str]:
    """The words with which a pattern may begin."""
    words: set[str] = set()
    position = 0
    while position < len(pattern):
        if pattern[position] == "(":
            depth, end = 1, position + 1
            while depth:
                depth += {"(": 1, ")": -1}.get(pattern[end], 0)
                end += 1
            inside = pattern[position + 1 : end - 1].removeprefix("?:")
            for alternative in _alternatives(inside):
                words |= _first_words(alternative)
            optional = pattern[end : end + 1] in {"?", "*"}
            position = end + optional
        else:
            word = re.match(r"[a-z'-]+\??", pattern[position:])
            if not word:
                break
            optional = word.group().endswith("?")
            words.add(word.group().rstrip("?"))
            if optional:
                words.add(word.group()[:-2])
            optional = False
        if not optional:
            break
    return frozenset(words - {""})


def _alternatives(inside: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for position, character in enumerate(inside):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "|" and depth == 0:
            parts.append(inside[start:position])
            start = position + 1
    return [*parts, inside[start:]]


@lru_cache(maxsize=1)
def _people() -> str:
    return "|".join(sorted((n for n in representatives() if " " not in n), key=lambda n: (-len(n), n)))


@lru_cache(maxsize=1)
def _frames() -> dict[str, list[Frame]]:
    index: dict[str, list[Frame]] = {}
    for row in read_table("data", "wordings", "frames.csv", columns=("rule", "role", "agent", "pattern")):
        written = row["pattern"].removeprefix("{near}").replace("{people}", f"({_people()})")
        if row["role"] not in set(Role):
            raise row.error("role", "not one of the roles")
        expanded = written
        if "by {A}" in expanded and row["agent"] == "after":
            expanded = expanded.replace(") ", "),? ", 1).replace("by {A}", "{aside}by {A}", 1)
        expanded = expanded.replace("{A} ", "{A},? ")
        for macro, regex in _MACROS.items():
            expanded = expanded.replace(macro, regex)
        expanded = re.sub(r"\((?!\?)", "(?:", expanded)
        try:
            pattern = re.compile(rf"{expanded}(?:(?<= )|(?![a-z]))")
        except re.error as error:
            raise row.error("pattern", f"no regular expression: {error}") from error
        frame = Frame(row["rule"], Role(row["role"]), row["agent"], pattern, _first_words(written))
        if not frame.first_words:
            raise row.error("pattern", "must begin with a word")
        if (row["agent"] == "after") != ("{A}" in row["pattern"]):
            raise row.error("agent", "'after' goes with {A} in the pattern, and only 'after'")
        for word in frame.first_words:
            index.setdefault(word, []).append(frame)
    return index


_WORD = re.compile(r"[a-z][a-z'-]*")
_PRONOUN = re.compile(r"(?<![\w'-])(he|she|they|both|it|we|i|the two|the former|the latter|nobody|no one)(?![\w'-])")
_NO_FACT = frozenset("to will would shall should may might can could must not never cannot hardly".split())
_BE = frozenset("be been being is are was were".split())
_OBJECT_LEADS = frozenset(
    "of to with by from for at in on between among against under than like about into through via towards near behind following "
    "after before including thanking thanks named behind without despite until since upon over within "
    "thank met asked invited had has have see saw meet help helped let told tell invite name join call called".split()
)
_STARTERS = frozenset(
    "also then later again first next thereafter afterwards himself herself themselves itself jointly together both all who had has have having "
    "did did, there in on at from during for as after before with speaking on, via through additionally further furthermore moreover once "
    "subsequently finally likewise too each and or but , ( who, which was were kindly officially formally successfully virtually online "
    "personally actively warmly briefly respectively in, meanwhile now still just only even thus therefore however ; – - to not then, "
    "along alongside representing attending by of upon this that today on behalf".split()
)
_PLANNED = re.compile(
    r"\b(?:is|are|was|were|be) (?:also |both )?(?:due |set |scheduled |expected |planned |supposed |invited |announced |asked |meant |about )?(?:to|as) (?:[a-z]+ ){0,2}$|\b(?:been|was|were) (?:announced|invited|asked|expected|proposed|nominated|scheduled) (?:[a-z]+ ){0,2}$|\b(?:will|would|shall|may|might|could|should) (?:[a-z]+ ){0,3}$"
)
_VERBS = frozenset(
    "gave took made spoke led held came met was were told said sat ran went brought sent put set got saw chose wrote drew paid kept left built "
    "takes hosts visits speaks attends joins participates helps leads tells gives chairs opens presents goes calls pays meets signs holds makes brings".split()
)
_RELATIVE = re.compile(
    r"\b(?:that|which|whose|because|where|how|what|if|whether|whom|when|while|since|until|unless|although|though)\b"
)
_OTHER_SUBJECT = re.compile(
    rf"(?:^|[ ,])(?:(?:the|a|an|his|her|its|their|these|those|this|some|many|other|several|most|each|every|all|no|our|one|two|three|four|five|[0-9]+) (?:[a-z'-]+ ){{0,3}}(?!and |then |who |also |but |or |thus |later )[a-z'-]+ |(?:[a-z-]+ )?(?:participants|delegates|members|experts|officials|trainees|officers|countries|administrations|representatives|everybody|everyone|others|attendees|speakers|{Kind.MEETING.value}) (?:also |then )?)$"
)


def _subject(text: str, verb: int, groups: list[Group], mode: str) -> tuple[Group | None, str] | None:
    """The subject of the phrase at ``verb``: a group, or a pronoun; ``None`` where there is none."""
    last = text[:verb].rsplit(None, 1)
    word_before = last[-1].strip(",()") if last else ""
    if word_before in _NO_FACT or (mode == "subject" and word_before in _BE):
        return None
    if mode == "subject" and re.search(
        r"\b(?:was|were|be|been|is|are|being|will|would|should|to) (?:[a-z]+ly |also |then |first )?$",
        text[max(0, verb - 24) : verb],
    ):
        return None
    if _PLANNED.search(text[max(0, verb - 40) : verb]):
        return None
    position = verb
    for group in reversed([g for g in groups if g.end <= verb]):
        between = text[group.end : verb]
        if len(between) > 150 or re.search(r"[;:!?]|\. ", between):
            return None
        pronoun = None
        for pronoun in _PRONOUN.finditer(text, group.end, verb):  # noqa: B007 - the last one counts
            pass
        if pronoun is not None:
            return (None, pronoun[1]) if not _blocked(text[pronoun.end() : verb], mode, pronoun=True) else None
        if text[: group.start].endswith(("what ", "how ", "why ")):
            return None
        if _in_relative(text, group, between) or (
            "," in between and _COMITATIVE.search(text, max(0, group.start - 60), group.start)
        ):
            position = group.start
            continue
        if (mode == "before" or not _is_object(text, group, between)) and not _blocked(between, mode, pronoun=False):
            return group, ""
        if _OTHER_SUBJECT.search(between) or between.startswith("'s"):
            return None
        position = group.start
    for pronoun in reversed(
        list(_PRONOUN.finditer(text, max(0, position - 120) if position != verb else max(0, verb - 120), position))
    ):
        if not _blocked(text[pronoun.end() : verb], mode, pronoun=True):
            return None, pronoun[1]
        return None
    return None


_COMITATIVE = re.compile(
    r", (?:and )?(?:jointly|together|along|in (?:close )?(?:cooperation|co-operation|collaboration|partnership|conjunction|coordination)|hand in hand|side by side|accompanied|joined|supported|assisted|followed) (?:with|by) (?:[^,.;]{0,30})?$"
)
_NOUNS_IN_ING = frozenset(
    "morning evening meeting training building opening closing briefing beginning gathering sitting hearing".split()
)
_DEPUTIZING = re.compile(r"\brepresented (?:[a-z]+ )?by$")
"""'X, represented by Y, opened the meeting': Y did."""
_COUNTED = re.compile(
    r"\b(?:(?:close|up|down) to|(?:more|fewer|less) than)$|\b(?:total|number|majority|some|all|most|part|group|range) of$"
)


def _in_relative(text: str, group: Group, between: str) -> bool:
    """'A, whom B had invited, attended': B is the subject of the relative clause alone."""
    relative = re.search(r"\b(?:whom|which|that|where|when|as|whose [a-z]+) (?:the )?$", text[: group.start])
    return (
        "," in between
        and relative is not None
        and re.match(r" (?:had|has|have|was|were|is|are|[a-z]+ed)\b", between) is not None
    )


def _is_object(text: str, group: Group, between: str) -> bool:
    if re.match(r",? who\b", between):
        return False
    before = text[: group.start].rstrip()
    if not before or before[-1] in ",;:)–-\"'":
        return False
    if _COUNTED.search(before) or _DEPUTIZING.search(before):
        return False
    word = before.rsplit(None, 1)[-1]
    return (
        word in _OBJECT_LEADS
        or (word.endswith("ed") and len(word) > 4)
        or (word.endswith("ing") and word not in _NOUNS_IN_ING)
    )


def _blocked(between: str, mode: str, *, pronoun: bool) -> bool:
    """Whether what stands between subject and verb shows that the verb is somebody else's."""
    if between.startswith("'s"):
        return True
    words = between.strip()
    if not words:
        return False
    first = words.split(None, 1)[0]
    if not pronoun and not (first[0] in ",()–-" or first.rstrip(",") in _STARTERS) and mode != "before":
        if not (first.endswith("ed") or first in _VERBS):
            return True
    relative = None
    for relative in _RELATIVE.finditer(between):  # noqa: B007 - the last one counts
        pass
    if relative is not None and "," not in between[relative.end() :] and mode != "before":
        return True
    return mode != "before" and bool(_OTHER_SUBJECT.search(between))


def match_frames(text: str, groups: list[Group]) -> Iterator[Match]:
    """The frames met in a reduced sentence in which every group is one symbol, in the order of the text."""
    index = _frames()
    by_position = {g.start: g for g in groups}
    for word in _WORD.finditer(text):
        for frame in index.get(word.group(), ()):
            match = frame.pattern.match(text, word.start())
            if not match:
                continue
            if frame.agent == "after":
                group = by_position.get(match.start("agent"))
                if group is not None and not _intended(text, word.start()) and not _modifies(text, group):
                    yield Match(frame, group, "", match.start(), match.end())
            elif frame.agent == "list":
                for group in groups:
                    if group.start >= match.end():
                        yield Match(frame, group, "", match.start(), match.end())
            elif frame.agent == "around":
                behind = re.compile(rf",? (?:[a-z]+ly )?({AGENT})").match(text, match.end())
                if behind:
                    yield Match(frame, by_position.get(behind.start(1)), "", match.start(), behind.end())
                else:
                    subject = _subject(text, word.start(), groups, "before")
                    pronoun = re.compile(r",? (he|she)\b").match(text, match.end())
                    if pronoun:
                        yield Match(frame, None, pronoun[1], match.start(), match.end())
                    elif subject:
                        yield Match(frame, subject[0], subject[1], match.start(), match.end())
            else:
                subject = _subject(text, word.start(), groups, frame.agent)
                if subject:
                    yield Match(frame, subject[0], subject[1], match.start(), match.end())


_FOLLOWS = re.compile(
    r"[^a-z]|(?:and|or|to|in|on|at|from|for|with|by|of|as|who|which|that|were|was|is|are|had|has|have|did|do|also|then|together|along|itself|during|after|before|"
    r"through|via|under|where|when|while|whose|followed|respectively|jointly|both|over|between|there|too|not|said|but|so|took|gave|made|came|spoke|led|held|"
    r"[a-z]+ed|[a-z]+ly|[a-z]+ing|above|alone|once|again|either|since|until|about|upon|because|will|would)(?![a-z-])"
)


def _modifies(text: str, group: Group) -> bool:
    """'attended by OCO Members', 'the WCO strategy': the organization only narrows down the noun behind it."""
    behind = text[group.end : group.end + 24]
    return (
        bool(group.members)
        and group.members[-1].kind is not Kind.PERSON
        and behind.startswith(" ")
        and (behind[1:2] == _MACROS["\\T"] or not _FOLLOWS.match(behind[1:]))
    )


def _intended(text: str, position: int) -> bool:
    """Whether a phrase is announced rather than told: 'will be chaired by'."""
    return bool(
        re.search(
            r"\b(?:will|would|shall|should|to|may|might|could|can) (?:also |then )?(?:be )?(?:[a-z]+ly )?$",
            text[max(0, position - 30) : position],
        )
    )
