"""The last resort: a sentence with one group of people, one role word, and nothing that speaks against it.

Reports find ever new ways to say that somebody gave the keynote. Where no frame knows the syntax, the only people of
the sentence have the only role that it speaks of, unless it speaks of absence, plans, the past or of others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.groups import Group
from kg.extraction.mentions.mention import Kind
from kg.model import Role
from kg.tables import read_table

__all__ = ["Cue", "cue_of"]


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
    return [
        (Role(row["role"]), re.compile(rf"\b(?:{row['cue'].replace('{near}', '[^.;:]{0,60}?')})\b")) for row in rows
    ]


_AGAINST = re.compile(
    r"\b(?:what|will|would|shall|should|could|might|may|must|absent|unable|prevented|instead|place of|on behalf|behalf|"
    r"took (?:him|her|them|us)|thanked|thanks to|in honour|invited|asked|"
    r"predecessor|successor|forerunner|former|formerly|once|years? ago|last year|next|letter|message|video|not|"
    r"never|nobody|no|planned|expected|due|billed|advertised|foreseen|"
    r"is to|is going to|are to|was to|were to|praised|congratulated|about|announced|proposed|"
    r"had (?!been (?:said|given|made|"
    r"delivered))[a-z]+ed|before (?:him|her|them)|memory|book|award|medal|prize|if|whether|who is to|"
    r"recalled|quoted|named|mentioned|greetings|apologies|excused|represented|told|earlier|previous|used to|born|"
    r"career|studied)\b"
)
_OBJECT = re.compile(
    r"\b(?:thanked|met|saw|asked|invited|told|heard|praised|to|with|for|from|about|than|like|near|beside|without|"
    r"after|before|accompanied by|received by|visited) (?:the )?$"
)


def cue_of(clause: Clause, taken: set[int]) -> Cue | None:
    """The role that a sentence gives to its only people, or ``None``.

    Args:
        clause: The sentence.
        taken: Groups (their positions) that already have a role from this sentence.
    """
    people = [g for g in clause.groups if g.members and all(m.kind is Kind.PERSON for m in g.members)]
    if len(people) != 1 or people[0].start in taken or _AGAINST.search(clause.text):
        return None
    group = people[0]
    if _OBJECT.search(clause.text[: group.start]) or clause.text[group.end : group.end + 2] == "'s":
        return None
    found: list[tuple[int, Role, re.Match[str]]] = []
    for place, (role, pattern) in enumerate(_cues()):
        match = pattern.search(clause.text)
        if match:
            found.append((place, role, match))
    if not found or (len(found) > 1 and Role.SPEAKER not in {found[0][1], found[1][1]}):
        return None
    _, role, match = found[0]
    return Cue(role, group, match.start(), match.end())
