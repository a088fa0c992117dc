"""Visits have two sides: who comes, and who or what is visited."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.patterns import MEETING
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.roles.frame_table import Effect
from kg.extraction.roles.frames import Match
from kg.extraction.roles.posts import PostBook
from kg.extraction.roles.role_book import RoleBook
from kg.extraction.roles.targets import Targets
from kg.extraction.values.dates import complete, find_dates
from kg.model import PartialDate, Passage, Role, Stated
from kg.regex import regex

__all__ = ["VISIT_EFFECTS", "read_visit"]

_VISITING = frozenset({Effect.VISITOR, Effect.VISITORS, Effect.VISIT_BY, Effect.VISITED_BY})
_RECEIVING = frozenset({Effect.RECEIVES, Effect.RECEIVED_BY})
VISIT_EFFECTS = _VISITING | _RECEIVING | {Effect.VISITED}
_PAID_A_VISIT = regex(r"\b(?:was|were) paid an? [a-z ]{0,20}$")
_APART = regex(
    r"\b(?:after the|after this|afterwards|later|thereafter|in the afternoon|next day|following day|on the second day|"
    r"also|margins|sidelines|during (?:his|her|their) stay|while in|then|subsequently|on their way|in addition)\b"
)
"""Words that lead over to another visit."""
_BY = (" by ", " by the ")
"""'was received by A and shown round by B': A is no visitor."""
_AT_FIRST = regex(r"(?:[a-z]+,? )?(?:on |in the (?:morning|afternoon|evening) of )?(?:[a-z]+day,? )?(?:the )?")
_ON = regex(rf"[^.;:,]{{0,60}}(?:, [^.;:,]{{3,60}},)? on (?:[a-z]+day,? )?(?:the )?|[^.;:,{MEETING}]{{0,30}} from ")
"""What leads over from 'visited' to the day."""
_NEAR = 24
"""Characters between a phrase and the agent that is its object."""


class _Sides(NamedTuple):
    visitors: list[Mention]
    hosts: list[Mention]


def read_visit(
    clause: Clause, match: Match, agents: list[Mention], roles: RoleBook, targets: Targets, posts: PostBook
) -> str:
    """States the roles of a visit; the key of its meeting, or empty where the phrase states none.

    Args:
        clause: The sentence.
        match: A frame about a visit.
        agents: Its agents.
        roles: Where the roles are kept.
        targets: The meetings; a visit in the margins is added to them.
        posts: Of the people, by which a visit to one of them may be called.
    """
    effect = match.frame.effect
    sides = _sides(clause, match, agents, targets)
    if effect in _VISITING and not sides.visitors:
        return ""
    ongoing = targets.latest_visit()
    if effect in _RECEIVING and not sides.visitors and not ongoing:
        return ""
    meeting = ongoing
    if sides.hosts and not (effect in _RECEIVING and ongoing):
        apart = _APART.search(clause.text) is not None
        host, phrase = sides.hosts[0], clause.text[match.start : match.end + 4]
        post = posts.described(host.key) if host.kind is Kind.PERSON else ""
        days = _days(clause, match, targets)
        meeting = targets.visit_to(host, clause.sentence.kind, post=post, apart=apart, phrase=phrase, days=days)
    if meeting:
        passage = Passage(clause.span(*clause.extent(match.start, match.end, match.group)), match.frame.rule)
        for visitor in sides.visitors:
            roles.state(visitor, Role.VISITOR, meeting, passage)
        for host in sides.hosts:
            roles.state(host, Role.ATTENDEE if host.kind is Kind.PERSON else Role.HOST, meeting, passage)
    return meeting


def _days(clause: Clause, match: Match, targets: Targets) -> list[Stated[PartialDate]]:
    """First and last day of a visit: 'On 2 May A visited X', 'A visited X on 2 May'; none where others are told."""
    found = [date for date in find_dates(clause.text, 0, len(clause.text)) if date.has_day]
    if len(found) != 1:
        return []
    span = found[0].span
    behind = match.end <= span.start and _ON.fullmatch(clause.text, match.end, span.start)
    if not (_AT_FIRST.fullmatch(clause.text, 0, span.start) or behind):
        return []
    context = next((start.value for main in targets.listed[:1] for start in main.starts), None)
    passage = Passage(clause.span(*span), "meeting.date.visit")
    return [Stated(day, passage, clause.sentence.kind) for day in complete(found[0], context) or ()]


def _sides(clause: Clause, match: Match, agents: list[Mention], targets: Targets) -> _Sides:
    before = [m for group in clause.groups if group.end <= match.start for m in group.members]
    effect = match.frame.effect
    if effect is Effect.RECEIVES:
        return _Sides([] if targets.is_visit(targets.main) else _object(clause, match), agents)
    if effect is Effect.RECEIVED_BY:
        place = [
            m for g in clause.groups if match.start <= g.start < match.end and g is not match.group for m in g.members
        ]
        receiving = {id(m) for g in clause.groups if clause.text.endswith(_BY, 0, g.start) for m in g.members}
        coming = [m for m in before if id(m) not in receiving]
        visitors = [m for m in coming if m.kind is Kind.PERSON] if targets.latest_visit() else coming
        return _Sides(visitors, [*(m for m in place if m.kind is not Kind.PERSON), *agents])
    if effect is Effect.VISITED:
        return _Sides([], agents)
    paid = effect is Effect.VISIT_BY and _PAID_A_VISIT.search(clause.text[: match.start] + " ") is not None
    if paid or effect is Effect.VISITED_BY:
        return _Sides(agents, before[-1:])
    return _Sides(agents, [] if effect is Effect.VISITORS else _object(clause, match))


def _object(clause: Clause, match: Match) -> list[Mention]:
    """The agent right behind a phrase: whom somebody visited."""
    group = next((g for g in clause.groups if g.start >= match.end and g is not match.group), None)
    if group is None:
        return []
    gap = clause.text[match.end : group.start]
    return group.members[:1] if len(gap) <= _NEAR and not re.search(r"[.;:,]", gap) else []
