"""The last resort: a sentence, or part of one, with one group of people, one role word, and nothing against it.

Reports find ever new ways to say that somebody gave the keynote. Where no frame knows the syntax, the only people of
the sentence have the only role that it speaks of, unless it speaks of absence, plans, the past or of others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.group import Group
from kg.extraction.mentions.mention import Kind
from kg.model import Role
from kg.regex import regex
from kg.tables import read_table

__all__ = ["Cue", "cues_of"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A role word met in a sentence.

    Attributes:
        group: The only people of the sentence.
        start: Position of the word on the tape.
        end: Position behind it.
    """

    role: Role
    group: Group
    start: int
    end: int


@lru_cache(maxsize=1)
def _cues() -> list[tuple[Role, re.Pattern[str]]]:
    rows = read_table("data", "wordings", "cues.csv", columns=("role", "cue"))
    return [(Role(row["role"]), regex(rf"\b(?:{row['cue'].replace('{near}', '[^.;:]{0,60}?')})\b")) for row in rows]


_AGAINST = regex(
    r"^as reported\b|"
    r"\b(?:what|will|would|shall|should|could|might|may|must|absent|unable|prevented|instead|place of|on behalf|behalf|"
    r"took (?:him|her|them|us)|thanked|thanks to|in honour|invited|asked|"
    r"gifts?|souvenirs?|certificates?|awarded|appointed|new building|"
    r"(?:has|have) (?:chaired|moderated|facilitated) [^.;:]{1,60} since|"
    r"predecessor|successor|forerunner|former|formerly|once|years? ago|last year|next|letter|message|video|not|"
    r"never|nobody|no|written|authored|questions? to|planned|expected|due|billed|advertised|foreseen|"
    r"under the then|scheduled|withdrawn|canceled|postponed|called off|"
    r"delayed|sought|wanted|cancelled|ill|missing|stayed|had been (?!said|given|made|delivered)[a-z]+ed|"
    r"is to|is going to|are to|was to|were to|praised|congratulated|about|announced|proposed|"
    r"had (?!been (?:said|given|made|"
    r"delivered))[a-z]+ed|before (?:him|her|them)|memory|book|award|medal|prize|if|whether|who is to|"
    r"recalled|quoted|named|mentioned|greetings|apologies|excused|represented|told|earlier|previous|used to|"
    r"born|career|studied|is still|remains|took note|agreed to|ready to|willing to|"
    r"to be (?:made|given|delivered|spoken|held))\b"
)
_OBJECT = regex(
    r"\b(?:thanked|met|saw|asked|invited|told|heard|praised|to|with|for|from|about|than|like|near|beside|without|"
    r"after|before|accompanied by|received by|visited|late) (?:the )?$"
)


_CUTS = regex(r"; |, (?:and|while|whereas|but|whilst|followed by|after which|before) | while ")
"""Where a sentence falls into parts, of which each may speak of somebody else."""


def cues_of(clause: Clause, taken: set[int]) -> list[Cue]:
    """The roles that a sentence, or each part of it, gives to its only people.

    Args:
        clause: The sentence.
        taken: Groups (their positions) that already have a role from this sentence.
    """
    cuts = [(0, 0), *(cut.span() for cut in _CUTS.finditer(clause.text)), (len(clause.text), len(clause.text))]
    parts = [_cue_within(clause, taken, start, end) for (_, start), (end, _) in pairwise(cuts)]
    found = [cue for cue in parts if cue is not None]
    whole = _cue_within(clause, taken, 0, len(clause.text)) if len(parts) > 1 and not found else None
    return found if whole is None else [whole]


def _cue_within(clause: Clause, taken: set[int], start: int, end: int) -> Cue | None:
    """The role that the part from ``start`` to ``end`` gives to its only people, or ``None``."""
    groups = [g for g in clause.groups if start <= g.start < end and g.members]
    people = [g for g in groups if all(m.kind is Kind.PERSON for m in g.members)]
    if len(people) != 1 or people[0].start in taken or _AGAINST.search(clause.text, start, end):
        return None
    group = people[0]
    if _OBJECT.search(clause.text[start : group.start]) or clause.text.startswith("'s", group.end):
        return None
    found = [
        (role, match) for role, pattern in _cues() if (match := pattern.search(clause.text, start, end)) is not None
    ]
    if not found or (len(found) > 1 and Role.SPEAKER not in {found[0][0], found[1][0]}):
        return None
    role, match = found[0]
    return Cue(role, group, match.start(), match.end())
