"""Two roles of two people, each his own: 'A and B opened and closed the workshop, respectively'."""

from __future__ import annotations

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.group import Group
from kg.model import Role
from kg.regex import regex

__all__ = ["respective_roles"]

_WORDS = {
    "opening": Role.OPENING,
    "opened": Role.OPENING,
    "welcome": Role.OPENING,
    "closing": Role.CLOSING,
    "closed": Role.CLOSING,
    "chair": Role.CHAIR,
    "chairperson": Role.CHAIR,
    "chairman": Role.CHAIR,
    "chaired": Role.CHAIR,
    "moderator": Role.MODERATOR,
    "moderated": Role.MODERATOR,
    "facilitator": Role.MODERATOR,
    "facilitated": Role.MODERATOR,
}
_WORD = "|".join(_WORDS)
_EACH = regex(
    rf"\b(?P<first>{_WORD}) (?:the [a-z]+ )?(?:[a-z]+ )?and (?:as )?(?:the )?(?P<second>{_WORD})\b"
    r"[^.;]*\brespectively\b"
)
_TWO = 2


def respective_roles(clause: Clause, group: Group | None) -> dict[int, Role]:
    """The role of each of two people to whom a sentence gives two roles 'respectively', by the id of the mention."""
    each = _EACH.search(clause.text) if group is not None and len(group.members) == _TWO else None
    if group is None or each is None:
        return {}
    roles = (_WORDS[each["first"]], _WORDS[each["second"]])
    return {id(member): role for member, role in zip(group.members, roles, strict=True)}
