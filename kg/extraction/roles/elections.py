"""Elections: who is elected to what, and for which meeting."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.clauses.clause import Clause
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.roles.frames import Match
from kg.model import Role
from kg.regex import regex

__all__ = [
    "AT_ANOTHER",
    "elected_as",
    "elected_besides",
    "elects",
    "is_to_chair",
    "its_meeting",
    "next_meeting",
    "of_earlier_meeting",
]

AT_ANOTHER = {Role.CHAIR: Role.ELECTED_CHAIR, Role.VICE_CHAIR: Role.ELECTED_VICE_CHAIR}
"""What who is elected to chair the meeting is where it is another meeting than the one that elects."""

_TITLE = Kind.TITLE.value
_AGENT = Kind.AGENT.value
_OFFICE = rf"{_TITLE}|(?:vice[- ]|deputy )?chair(?:person|man|woman)?\b"
"""As a mention, or in small letters."""
_OF_MEETING = (
    r"(?:(?: (?:of|for) (?:the |this )?(?:next |coming )?| )"
    rf"(?:{Kind.MEETING.value}|meeting|session|conference|workshop|event))?"
)
_MORE = regex(rf"{_OF_MEETING}(?:,(?! and)|,? and) (?:as )?(?:the |its )?({_TITLE})")
_BESIDES = regex(
    rf"{_OF_MEETING}(?:[,;]| and| while|, and|, while|; and) (?:the )?({_AGENT})(?:,? as)? "
    rf"(?:the |its |their )?({_OFFICE})"
)

_REACH = 36
"""Characters behind a phrase in which it is said what somebody is the chair of."""
_SOON = "(?:next|coming|forthcoming|following|upcoming|future)"
_ITS = regex(r"\bas its |\bto (?:chair|preside over) it\b")
_COMING = regex(
    rf"\b(?:chair(?:person|man|woman)?|president|preside over|{_TITLE})(?: (?:of|for))? (?:the |its |our )?{_SOON}\b"
    rf"|\b(?:of|for) that (?:(?:meeting|session|conference|workshop|edition)\b|{Kind.MEETING.value})"
)
_ONE = (
    r"(?:(?!of |for )[a-z-]+ ){0,3}"
    rf"(?P<one>{Kind.MEETING.value}|(?:meeting|session|conference|workshop|seminar|assembly|forum|edition)\b)"
)
_COMING_ONE = regex(rf"\b{_SOON} (?:edition of (?:the|this) )?{_ONE}")
_COMING_BEHIND = regex(rf" (?:of|for) (?:the |its |our )?{_SOON} (?:edition of (?:the|this) )?{_ONE}")
_NEXT = (" next", " coming", " following", " forthcoming", " upcoming")
_NOUN_BEHIND = regex(rf" {_ONE}")
_TO_BE_HELD = regex(r",? (?:to be held|(?:that|which) will|scheduled|planned)\b")
_FOR_COMING = regex(rf"\b(?:for|of) the {_SOON} [^.;:]{{0,50}}$")


def elects(match: Match) -> bool:
    """Whether a phrase tells of an election."""
    return "elected" in match.frame.rule


def next_meeting(clause: Clause, match: Match) -> tuple[str, int] | None:
    """'was elected chair of the next meeting', which has no other name: the noun, and the position behind it."""
    if not elects(match):
        return None
    text = clause.text
    noun = _NOUN_BEHIND.match(text, match.end) if text.endswith(_NEXT, match.start, match.end) else None
    coming = noun or _COMING_ONE.search(text, match.start, match.end) or _COMING_BEHIND.match(text, match.end)
    if coming is not None:
        place, end = coming.start("one"), coming.end("one")
    elif text.endswith(Kind.MEETING.value, match.start, match.end) and _TO_BE_HELD.match(text, match.end):
        place, end = match.end - 1, match.end
    else:
        return None
    meeting = clause.item(place)
    return (meeting.form.rpartition(" ")[2].lower() if meeting is not None else text[place:end]), end


def its_meeting(clause: Clause, match: Match) -> str:
    """'The 25th Session will be held, and A was elected as its Chair': key of the event that is meant, or empty."""
    if not (elects(match) and _ITS.search(clause.text, match.start, match.end)):
        return ""
    named = [mention for position in range(match.start) if (mention := _meeting_at(clause, position)) is not None]
    return named[-1].key if named else ""


def _meeting_at(clause: Clause, position: int) -> Mention | None:
    return clause.item(position) if clause.text[position] == Kind.MEETING.value else None


def of_earlier_meeting(clause: Clause, match: Match) -> bool:
    """Whether somebody is elected to chair 'it': a meeting that the sentence does not name."""
    return elects(match) and clause.text.endswith(" it", match.start, match.end) and not its_meeting(clause, match)


def is_to_chair(clause: Clause, match: Match) -> bool:
    """Whether it is a coming meeting that somebody is to chair."""
    behind = _COMING.search(clause.text, match.start, match.end + _REACH)
    return behind is not None or _FOR_COMING.search(clause.text, 0, match.start) is not None


def elected_as(clause: Clause, match: Match) -> dict[int, Role]:
    """The roles of the members of the group that was elected to as many offices, by identity of the mention.

    Empty where all were elected to the same.
    """
    members = match.group.members if match.group is not None else []
    title = clause.text.rfind(_TITLE, match.start, match.end)
    if len(members) < 2 or title < 0:
        return {}
    titles, end = [title], title + 1
    while (further := _MORE.match(clause.text, end)) is not None:
        titles.append(further.start(1))
        end = further.end()
    if len(titles) != len(members):
        return {}
    roles = (_role(clause, position) for position in titles)
    return {id(member): role for member, role in zip(members, roles, strict=True) if role is not None}


def elected_besides(clause: Clause, match: Match) -> Iterator[tuple[Mention, Role, int]]:
    """Those whom the same verb gives another office: who, which role, and where that is told to the end."""
    title = clause.text.rfind(_TITLE, match.start, match.end)
    end = title + 1 if title >= 0 else match.end
    while (further := _BESIDES.match(clause.text, end)) is not None:
        group, role = clause.group_at(further.start(1)), _role(clause, further.start(2), further[2])
        if group is None:
            return
        if role is not None:
            yield from ((member, role, further.end()) for member in group.members if member.kind is Kind.PERSON)
        end = further.end()


def _role(clause: Clause, position: int, written: str = "") -> Role | None:
    """What a title, or the word ``written`` for one, makes of who is elected, at the meeting itself."""
    title = clause.item(position)
    name = title.form.lower() if title is not None else written
    if "chair" not in name:
        return None
    return Role.VICE_CHAIR if "vice" in name or "deputy" in name else Role.CHAIR
