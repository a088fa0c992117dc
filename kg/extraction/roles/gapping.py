"""Sentences that leave out a verb said once: 'A spoke on X, B on Y and C on Z'."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.group import Group
from kg.extraction.mentions.mention import Kind
from kg.extraction.roles.frame_table import Place
from kg.extraction.roles.frames import Match
from kg.model import Role
from kg.regex import regex

__all__ = ["gapped"]

_TOLD_IN_TURN = frozenset({Role.SPEAKER, Role.MODERATOR, Role.OPENING, Role.CLOSING, Role.CHAIR})
_TOPIC = regex(r"\b(on|about|of|how|why|what)\b")
_WITH = regex(r"\b(with)$")
"""'dealt with'."""
_REACH = 60
"""Characters behind a verb within which its topic begins."""
_NEAR = 5
"""Characters behind a name within which its topic begins."""
_BEHIND_VERB = {
    topic: regex(
        r"(?:[,;]| and| while| whereas| then)(?: and| while| whereas| then| finally)* (?:the )?"
        rf"(?P<agent>{Kind.AGENT.value})"
        rf"(?: then| in turn| finally| for (?:his|her|its) part)?,?(?: (?:one|another|that))? {topic}\b"
    )
    for topic in ("on", "about", "of", "how", "why", "what", "with")
}


_TELLS = regex(r"(?:presented|outlined|explained|described|introduced|tabled|reported|gave|showed|reviewed)\b")
_OBJECT_WORD = r"(?!(?:was|were|is|are|had|has|[a-z]+ed|gave|took|made|spoke|said) )" rf"[^,.;{Kind.AGENT.value} ]+"
_OBJECT = regex(
    rf"(?:, and|;(?: and)?|, while| and) (?P<agent>{Kind.AGENT.value}),? (?:hers|theirs|his own"
    rf"|(?:the|his|her|its|their|an?|one|another) {_OBJECT_WORD}(?: {_OBJECT_WORD}){{0,7}} ?(?=[,.;]|$))"
)
_FOR_WHOM = regex(r"\b(?:on behalf of|for|in the name of)\b")
_FOR_REACH = 16
"""Characters behind 'signed' within which it is said for whom."""
_ALSO_FOR = regex(
    rf"(?:,|;)?(?: and| while)(?: the)? (?P<agent>{Kind.AGENT.value}),? (?:on behalf of|for|in the name of) "
    r"(?![^.;,]{1,50} (?:was|were|is|did|had)\b)"
)
_FOR_AND_BY = regex(
    r"(?:[,;]| and| while|, and)(?: from)? (?:on behalf of|for|in the name of|the side of) "
    rf"(?:the )?(?:[{Kind.AGENT.value}{Kind.COUNTRY.value}{Kind.OFFICE.value}]|[a-z]+(?: side)?),? by "
    rf"(?:(?:the|his|her|its) )?(?P<agent>{Kind.AGENT.value})"
)
"""'signed by A for X | and for Y by B'."""
_REPRESENTED = regex(r"(?:was|were) represented\b")
_LISTING = (" were ", " included ", " were the ", ": ")
_AFTER_WHO = regex(rf", who [^.;:{Kind.AGENT.value}]{{3,140}}, and (?:the )?(?P<agent>{Kind.AGENT.value})(?=[.;,]|$)")
_THE_OTHER = regex(
    rf"(?:,|;)?(?: and| while) (?P<agent>{Kind.AGENT.value})(?: moderated| chaired| led)?,? the "
    r"(?:second|third|fourth|other|last)(?: (?:one|day|session|panel|part|half|group))?(?=[.;,]|$| and\b)"
)
_LAST = regex(rf",? and (?:the )?(?P<agent>{Kind.AGENT.value})(?=[.;]|$)")
"""'A on X, B on Y and C': the last without a topic."""
_AND_BY = regex(
    r"(?:, (?:on behalf of|for|who|representing) [^.;:]{1,80}?)?"
    rf",? and (?:by|from) (?:the (?:[a-z]+, )?|(?:his|her|its|their) [a-z]+,? )?(?P<agent>{Kind.AGENT.value})"
)
"""'by A, on behalf of X, and by B'."""
_BEHIND_BY = regex(
    rf"(?:,? (?:on|about|of) [^.;:{Kind.AGENT.value}]{{1,60}}?)?(?:[,;](?: and| while)?| and)"
    r"(?![a-z' -]{0,40}\b(?:[a-z]+ed|was|were|is|read|led|run|held|given|made|taken|heard|came)\b)"
    rf"(?: (?:the )?[{Kind.COUNTRY.value}{Kind.OFFICE.value}{Kind.AGENT.value}]| [a-z0-9'() -]{{2,50}})? (?:by|from) "
    rf"(?:the )?(?P<agent>{Kind.AGENT.value})"
)
"""'A was told by X, B by Y and C by Z', 'from X on a, from Y on b, and from Z on c'."""

_EACH_BY = regex(
    rf"[,;](?: and)?(?: the)? (?P<agent>{Kind.AGENT.value}) by (?:(?:the|its|his|her) )?{Kind.AGENT.value}"
)
"""'X was represented by A, Y by B and Z by C': Y and Z, too."""


def gapped(clause: Clause, match: Match, role: Role) -> Iterator[Group]:
    """Those who did what ``match`` says of its agent, told further on by their name and their topic alone.

    Args:
        clause: The sentence.
        match: A frame of speaking that stands behind its agent.
        role: What the frame says of its agent here: who chairs a session moderates.
    """
    place = match.frame.place
    if place is Place.SUBJECT and role in _WITH_OTHERS:
        yield from _WITH_OTHERS[role](clause, match)
    if match.group is None:
        return
    if place is Place.PASSIVE and role is Role.ATTENDEE:
        each = (clause.group_at(further.start("agent")) for further in _EACH_BY.finditer(clause.text, match.end))
        yield from (group for group in each if group is not None)
    if place is Place.AFTER:
        yield from _behind_relative(clause, match.group)
        if role is Role.SIGNATORY or role in _TOLD_IN_TURN:
            yield from _people(clause, _FOR_AND_BY.finditer(clause.text, match.group.end))
        in_turn = role in _TOLD_IN_TURN or (role is Role.ATTENDEE and _REPRESENTED.match(clause.text, match.start))
        if in_turn and clause.text.endswith((" by ", " by the ", " from "), 0, match.group.start):
            yield from _by(clause, match.group)
    if role is Role.SPEAKER:
        yield from _with_topics(clause, match, match.group)


def _with_topics(clause: Clause, match: Match, first: Group) -> Iterator[Group]:
    """'A spoke on X, B on Y and C on Z'."""
    if clause.text.endswith(" (", 0, first.start):
        yield from _in_brackets(clause, first)
    if match.frame.place is Place.SUBJECT:
        yield from _objects(clause, match)
        verb = clause.text[match.start : match.end].rstrip()
        topic = _WITH.search(verb) or _TOPIC.search(clause.text, match.start, match.end + _REACH)
    else:  # 'presentations by A on X and B on Y'
        topic = _TOPIC.search(clause.text, first.end, first.end + _NEAR)
    if topic is None:
        return
    end = -1
    for further in _BEHIND_VERB[topic[1]].finditer(clause.text, topic.end()):
        group = clause.group_at(further.start("agent"))
        if group is not None and group is not first:
            yield group
            end = further.end()
    last = _LAST.search(clause.text, end) if end >= 0 else None
    group = clause.group_at(last.start("agent")) if last else None
    if group is not None:
        yield group


def _behind_relative(clause: Clause, group: Group) -> Iterator[Group]:
    """'The panellists were A, who looked back upon it, and B'."""
    listing = clause.text.endswith(_LISTING, 0, group.start)
    further = _AFTER_WHO.match(clause.text, group.end) if listing else None
    another = clause.group_at(further.start("agent")) if further else None
    if another is not None and all(member.kind is Kind.PERSON for member in another.members):
        yield another


def _signing(clause: Clause, match: Match) -> Iterator[Group]:
    """'A signed on behalf of X, and B on behalf of Y'."""
    if _FOR_WHOM.search(clause.text, match.start, match.end + _FOR_REACH) is None:
        return
    yield from _people(clause, _ALSO_FOR.finditer(clause.text, match.end))


def _people(clause: Clause, found: Iterable[re.Match[str]]) -> Iterator[Group]:
    """The groups of people at the agents of the matches."""
    for further in found:
        group = clause.group_at(further.start("agent"))
        if group is not None and all(member.kind is Kind.PERSON for member in group.members):
            yield group


def _others(clause: Clause, match: Match) -> Iterator[Group]:
    """'A moderated the first panel, and B the second'."""
    yield from _people(clause, _THE_OTHER.finditer(clause.text, match.end))


def _objects(clause: Clause, match: Match) -> Iterator[Group]:
    """'A presented the plan, and B the results'."""
    if not _TELLS.match(clause.text, match.start):
        return
    for further in _OBJECT.finditer(clause.text, match.end):
        group = clause.group_at(further.start("agent"))
        if group is not None and all(member.kind is Kind.PERSON for member in group.members):
            yield group


def _in_brackets(clause: Clause, first: Group) -> Iterator[Group]:
    """'Talks were given on X (A), Y (B) and Z (C)': those in the later brackets."""
    for group in clause.groups:
        if group.start > first.start and clause.text.endswith(" (", 0, group.start):
            yield group


def _by(clause: Clause, group: Group) -> Iterator[Group]:
    """The agents of the same verb in the passive, each with a subject of its own."""
    again = _AND_BY.match(clause.text, group.end)
    another = clause.group_at(again.start("agent")) if again else None
    if another is not None:
        yield another
    following = _BEHIND_BY.match(clause.text, group.end)
    while following is not None:
        further = clause.group_at(following.start("agent"))
        if further is None:
            return
        yield further
        following = _BEHIND_BY.match(clause.text, further.end)


_WITH_OTHERS: dict[Role, Callable[[Clause, Match], Iterator[Group]]] = {
    Role.SIGNATORY: _signing,
    Role.MODERATOR: _others,
    Role.CHAIR: _others,
}
"""Who else did it, told with the verb left out."""
