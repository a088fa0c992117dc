"""Where a list of agents ends: what looks like its next member begins a clause of its own."""

from __future__ import annotations

import re

from kg.extraction.clauses.agents import AgentReader
from kg.extraction.clauses.appositions import SEPARATOR
from kg.extraction.clauses.group import Group
from kg.extraction.clauses.leads import REACH
from kg.extraction.clauses.organizations import Agent
from kg.extraction.clauses.patterns import compiled
from kg.extraction.mentions.mention import Kind
from kg.regex import regex

__all__ = ["ListEnds"]

_LOOK_AHEAD = 8
"""Further members of a list that are read to see what they do."""
_OWN_VERB = compiled(
    r",? (?:also |then |itself |kindly |jointly |together |successfully |both |had |has )*"
    r"(?:(?:was|were) (?:(?:the|our|its|their) )?"
    r"(?:hosts?|represented|present|elected|appointed|chosen|named|invited)|had (?:the|an?|his|her)|"
    r"(?:is|are|was|were) [a-z]+ing|"
    r"gave|paid|bore|took|made|led|ran|lent|sent|spoke|told|came|[a-z]{3,}ed)\b(?! by\b)"
)
_AS_OBJECT = regex(r"\b(?:by|with|from|of|to) (?:the )?$")
_AS_COMPLEMENT = regex(
    r"\b(?:hosts?|organi[sz]ers?|sponsors?|donors?|moderators?|facilitators?|speakers?) (?:was|were|is|are) (?:the )?$"
)
"""'the host was | X, and Y paid for it'."""
_MADE_UP = regex(r"\b(?:made up|composed|consisting|comprised) of (?:the )?$")
"""'A delegation made up of A, B and C paid a visit'."""
_BEHIND_VERB = regex(r"\b(?:met|saw|noticed|welcomed|greeted|included|brought together|gathered|drew) (?:the )?$")
"""'I met | colleagues from X'."""
_WENT = regex(
    r"\b(?:came|come|travelled|went|flew|visited|called (?:on|at)|(?:visit|call) (?:to|at|on)|arrived (?:at|in))"
    r"(?: to)?(?: the)? $"
)
_ALONG = regex(r",? (?:together with|along with|accompanied by|joined by|alongside) ")
_INCLUDED = regex(r"\b(?:including|such as|namely|among (?:them|whom))\b[^.;:()]{0,60}$")
"""'30 delegates, including heads of X, and officials of Y attended': one subject."""
_PASSED_FROM = regex(r"\bfrom (?:the )?$")
"""'The gavel passed from | A to B.'"""
_AS_GENITIVE = regex(r"\b(?:of|by|with) (?:the )?$")
_AS_INVITER = regex(r"at the (?:kind |gracious )?(?:invitation|request) of (?:the )?$")
_AS_PRINCIPAL = regex(r"(?:on behalf of|for) (?:the )?$")
_FRONTED = regex(
    r"(?:^|[.;:] )(?:up)?(?:on|at|with|within|under|thanks to|following|after|in|during|by|through|for|given|owing to|"
    r"due to|as part of|from|unlike)\b[^,;:.]*(?:, which [^,;:.]*)?$"
)
"""A sentence that begins with a preposition: its object ends at the comma."""
_INSERTED = regex(
    r"(?:^|[.;:] )(?:on|at|in|during)\b[^,;:.]*, "
    r"(?:chaired|moderated|led|facilitated|steered|presided over) by (?:the )?$"
)
"""'In the first session, moderated by | A, B and C presented'."""
_GOES_ON = compiled(r",? (?:and|or|as well as|&) |, (?:the )?(?={person}|{office}|{country}|{title})")
_FOR_ANOTHER = regex(r",? (?:for|on behalf of|representing) ")
_FOR_OFFICE = regex(r"(?:^|[.;:] )(?:for|from|representing) (?:the )?$")
_SECONDED = regex(r"[, ](?:duly )?(?:supported|seconded|backed|endorsed) by (?:the )?$")
_ON_BEHALF = regex(r"(?:on behalf of|\b(?:speaking|acting|replying|responding) for) (?:the )?$", re.IGNORECASE)


class ListEnds:
    """Tells whether a list goes on.

    Args:
        reader: Of the sentence; reads ahead and takes back what it read.
    """

    def __init__(self, reader: AgentReader) -> None:
        self.reader = reader
        self.text = reader.text

    def begins_anew(self, group: Group, separator: str, following: Agent) -> bool:
        """Whether what looks like the next member begins a clause of its own: 'had invited X, and Mr. A came'."""
        before = self.text[max(0, group.start - REACH) : group.start]
        governed = (_AS_OBJECT.search(before) is not None and not _MADE_UP.search(before)) or (
            _AS_COMPLEMENT.search(before) is not None or (group.delegates and _BEHIND_VERB.search(before) is not None)
        )
        by_another = bool(following.members) and self.text.startswith(" by ", following.end)
        if governed and (by_another or self._begins_to_act(separator, before, following)):
            return True  # 'X was represented by A, and Y by B'
        person = bool(following.members) and following.members[0].kind is Kind.PERSON
        another = " by " in separator or (person and _FOR_ANOTHER.match(self.text, following.end))
        if another and _AS_PRINCIPAL.search(before):
            return True  # 'signed by A on behalf of X and by B', 'signed by A for X and B for Y'
        absolute = self.text.startswith(" being ", following.end)  # 'chaired by A, B being vice-chair'
        if absolute or _is_behind_another(separator, before, person=person):
            return True
        passed = separator.endswith((" to ", " to the ")) and _PASSED_FROM.search(before)
        if passed or (separator.startswith(", ") and _AS_INVITER.search(before)):
            return True  # 'At the invitation of A, Director of X, B attended'
        if separator == ", " and len(group.members) == 1 and self._fronted(group, following, governed=governed):
            return True
        genitive = separator.startswith(", ") and "and" not in separator and _AS_GENITIVE.search(before)
        lone_office = len(group.members) == 1 and group.members[0].kind is Kind.OFFICE and not group.delegates
        return bool((separator.startswith(", and") or genitive) and lone_office and person)

    def _fronted(self, group: Group, following: Agent, *, governed: bool) -> bool:
        """Whether a group ends a phrase with which the sentence begins.

        'With the support of X, Y organized', 'In a panel led by X, Y and Z spoke', 'For X, A and B attended'.
        """
        person = bool(following.members) and following.members[0].kind is Kind.PERSON
        if person and not group.delegates and _FOR_OFFICE.search(self.text, 0, group.start):
            return True
        if _INSERTED.search(self.text[: group.start]):
            return self._acts(following)
        if _FRONTED.search(self.text[: group.start]) is None:
            return False
        return not _GOES_ON.match(self.text, following.end) or (governed and self._acts(following))

    def _begins_to_act(self, separator: str, before: str, following: Agent) -> bool:
        """Whether who stands behind a governed group is the subject of a verb that follows.

        'organized by X and Y, and Z footed the bill', 'organized in cooperation with X, Y hosted it'.
        """
        if separator == ", ":
            return _OWN_VERB.match(self.text, following.end) is not None
        return separator.startswith(", and ") and not _INCLUDED.search(before) and self._acts(following)

    def _acts(self, following: Agent) -> bool:
        """Whether a verb stands behind the list that begins with an agent."""
        reader, end = self.reader, following.end
        seats, chairs = len(reader.seats), len(reader.chairs)
        for _ in range(_LOOK_AHEAD):
            separator = SEPARATOR.match(self.text, end)
            further = reader.agent(separator.end(), in_list=True) if separator else None
            if further is None:
                break
            end = further.end
        del reader.seats[seats:], reader.chairs[chairs:]
        return _OWN_VERB.match(self.text, end) is not None


def _is_behind_another(separator: str, before: str, *, person: bool) -> bool:
    """Whether an agent behind a group does something himself, and the group is what another phrase is of.

    'On behalf of the Head of X, A spoke', 'Seconded by Y, A was elected', 'A came to X together with B'.
    """
    if separator == ", ":
        return _ON_BEHALF.search(before) is not None or (person and _SECONDED.search(before) is not None)
    return person and _ALONG.match(separator) is not None and _WENT.search(before) is not None
