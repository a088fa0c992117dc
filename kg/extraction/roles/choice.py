"""Of the frames met in a sentence, those that count: the more specific of two, and none that its words contradict."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.patterns import MEETING, TITLE
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.roles.denials import is_denied
from kg.extraction.roles.frame_table import Effect, Place
from kg.extraction.roles.frames import Match, match_frames
from kg.extraction.roles.role_book import OF_HOSTS, OF_PERSONS
from kg.extraction.roles.things import is_of_thing
from kg.model import Role, SentenceKind
from kg.regex import regex

__all__ = ["chosen_frames"]

_PRECEDENCE = {
    role: place
    for place, role in enumerate(
        (
            Role.ELECTED_CHAIR,
            Role.ELECTED_VICE_CHAIR,
            Role.CHAIR,
            Role.VICE_CHAIR,
            Role.CLOSING,
            Role.OPENING,
            Role.SIGNATORY,
            Role.OBSERVER,
            Role.MODERATOR,
            Role.VISITOR,
            Role.HOST,
            Role.ORGANIZER,
            Role.SPONSOR,
            Role.SPEAKER,
            Role.ATTENDEE,
        )
    )
}
"""The more specific role first."""
_VICE = frozenset({Role.VICE_CHAIR, Role.ELECTED_VICE_CHAIR})
_ELECTED = _VICE | {Role.CHAIR, Role.ELECTED_CHAIR}
_ITEM_MARKS = (": ", "; ", "; and ")
"""Before the items of a list within a sentence."""
_OF_MEETING = regex(rf" of (?:the|this) (?:{MEETING}|meeting|session|conference|assembly)")
"""'elected President of the meeting': who presides over it."""
_BY_AGAIN = regex(r"[:;] (?:and,? )?(?:[^.;:,]{1,70}, )?(?:by|from) (?:the )?$")
"""'Remarks followed: by A; and, on video, by B.'"""
_OTHER_LABEL = regex(
    r"\b(?:moderators?|facilitators?|rapporteurs?|chair(?:person|man|woman)?|opening|welcome|keynote|closing|closure"
    r"|wrap-up|hosts?|organi[sz]ers?|sponsors?|excused|absent|apologies|regrets)"
    r"(?: (?:remarks|address|speech|words|session))?: [^.;:]{0,40}$"
)
"""'Presentations: A and B; Moderator: C': the list has ended."""
_HIS = regex(r"\b(?:his|her)\b")
_VICE_CHAIR = regex(r"\bvice[- ]chair")
_DEPUTY = regex(r"vice|deputy")


class Choice(NamedTuple):
    """What was chosen among the frames met in a sentence.

    Attributes:
        frames: Those that count, in the order of the sentence.
        denied: Groups (their positions) of which the sentence denies a frame, so that no lesser sign counts either.
    """

    frames: list[Match]
    denied: set[int]


def chosen_frames(clause: Clause, agents: Callable[[Match], list[Mention]], *, visiting: bool, opening: bool) -> Choice:
    """Chooses among the frames met in a sentence.

    Args:
        clause: The sentence.
        agents: Tells whom a match names.
        visiting: A visit is told of, so that those who come may be the visitors.
        opening: The paragraph tells of the opening ceremony.
    """
    best: dict[tuple[int, str], Match] = {}
    denied: set[int] = set()
    refused: list[Match] = []
    for match in match_frames(clause.text, clause.groups):
        if (match.frame.effect is Effect.CEREMONY and not opening) or not _applies(clause, match, agents(match)):
            continue
        if any(_is_within(match, other) for other in refused):
            continue
        if is_of_thing(clause, match) or is_denied(clause, match):
            denied |= {match.group.start} if match.group is not None else set()
            refused.append(match)
            continue
        if not _holds(clause, match):
            continue
        if not visiting and (match.frame.effect is Effect.VISITORS or _only_welcomes(clause, match)):
            continue
        key = (match.start, str(match.group.start) if match.group else match.pronoun)
        rival = best.get(key)
        if rival is None or _rank(match) < _rank(rival):
            best[key] = match
    observing = {id(match.group) for match in best.values() if match.frame.role is Role.OBSERVER}
    chosen = [
        match
        for match in best.values()
        if not (match.frame.role is Role.ATTENDEE and id(match.group) in observing)  # 'attended as observers'
        and not any(_outdone(match, other) for other in best.values())
    ]
    return Choice(sorted(chosen, key=lambda m: m.start), denied)


def _is_within(match: Match, other: Match) -> bool:
    """'The project is run together with A': what is refused of the whole is so of its end."""
    return match.group is not None and match.group is other.group and other.start < match.start < other.end


def _rank(match: Match) -> int:
    return _PRECEDENCE[match.frame.role]


def _applies(clause: Clause, match: Match, agents: list[Mention]) -> bool:
    """Whether a frame can be said of its agents at all."""
    if match.frame.place is Place.LIST and not _is_item(clause, match):
        return False
    offices = bool(agents) and all(agent.kind is not Kind.PERSON for agent in agents)
    if offices and match.frame.place is Place.AROUND and _HIS.search(clause.text, match.start, match.end):
        return False
    if offices and match.frame.role is Role.CHAIR:  # 'The office conducted the workshop': it organized it
        return False
    return match.frame.role in OF_PERSONS or any(agent.kind is not Kind.PERSON for agent in agents)


def _is_item(clause: Clause, match: Match) -> bool:
    """Whether a group is an item of the list: where the items are people, offices only say where they work."""
    if match.group is None:
        return False
    before = clause.text[: match.group.start].removesuffix("that of ").removesuffix("those of ")
    inline = match.frame.role in {Role.SPEAKER, Role.MODERATOR} and (
        before.endswith(_ITEM_MARKS) or _BY_AGAIN.search(before) is not None
    )
    if not (clause.listed or inline):
        return False
    if _OTHER_LABEL.search(before, match.end):
        return False
    people = any(m.kind is Kind.PERSON for g in clause.groups if g.start >= match.end for m in g.members)
    return not people or any(m.kind is Kind.PERSON for m in match.group.members)


def _only_welcomes(clause: Clause, match: Match) -> bool:
    """'The delegates were welcomed by A': at the meeting, where no visit is told of."""
    return match.frame.effect is Effect.RECEIVED_BY and clause.text.startswith(("welcomed", "greeted"), match.start)


def _outdone(match: Match, other: Match) -> bool:
    """Whether another frame says something more specific with the same words of the same agent."""
    same = other is not match and other.group is match.group and other.pronoun == match.pronoun
    if same and match.group is not None and match.frame.role in OF_HOSTS and other.frame.role not in OF_HOSTS:
        kinds = {member.kind is Kind.PERSON for member in match.group.members}
        same = len(kinds) < 2  # 'Opening it on behalf of the host, X, its Director, A': each his own
    speech = match.frame.effect is Effect.WEAK and other.frame.role in {Role.OPENING, Role.CLOSING}
    return same and (speech or other.start <= match.start < other.end) and _rank(other) < _rank(match)


def _holds(clause: Clause, match: Match) -> bool:
    """Whether the sentence lets a frame stand: no wording of headlines in the body, the right title."""
    frame = match.frame
    if frame.effect is Effect.HEADLINE and clause.sentence.kind is not SentenceKind.TITLE:
        return False
    return frame.role not in _ELECTED or _elects(clause, match)


def _elects(clause: Clause, match: Match) -> bool:
    """Whether the titles within a phrase are those of the role: 'elected Vice-Chair' is no chair."""
    vice = match.frame.role in _VICE
    positions = [p for p in range(match.start, match.end) if clause.text[p] == TITLE]
    titles = [item.form.lower() for p in positions if (item := clause.item(p)) is not None]
    titles += _VICE_CHAIR.findall(clause.text, match.start, match.end)
    if match.frame.role is Role.ELECTED_VICE_CHAIR and not titles:
        return False
    presides = _OF_MEETING.search(clause.text, match.start, match.end) is not None
    return all(
        ("chair" in title or (presides and title.endswith("president")))
        and ("vice" in title if vice else not _DEPUTY.search(title))
        for title in titles
    )
