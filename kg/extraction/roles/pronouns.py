"""Whom 'he', 'she', 'they', 'both' and 'I' mean."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extraction.clauses.clause import Clause
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.people.cast import Cast

__all__ = ["Pronouns"]

_OF_TWO = {"the former": 0, "the first": 0, "the latter": 1, "the second": 1}
_OTHER_GENDER = {"he": "f", "she": "m"}


@dataclass(slots=True)
class Pronouns:
    """What pronouns mean while the sentences of a report are read in order.

    Attributes:
        author: Who wrote the report in the first person, if a byline names somebody.
    """

    cast: Cast
    author: Mention | None = None
    _first: list[Mention] = field(default_factory=list)
    _all: list[Mention] = field(default_factory=list)

    def meant(self, pronoun: str, position: int, clause: Clause) -> list[Mention]:
        """Whom a pronoun at ``position`` of a clause means; empty where that is not plain."""
        if pronoun == "i":
            return [self.author] if self.author is not None else []
        if pronoun in _OTHER_GENDER:
            return self._one(_OTHER_GENDER[pronoun], position, clause)
        if pronoun in _OF_TWO:
            return self._of_two(_OF_TWO[pronoun], position, clause)
        if pronoun in {"both", "the two"} and len({m.key for m in self._all}) == 2:
            return self._all
        return self._first if pronoun == "they" and len(self._first) > 1 else []

    def _of_two(self, place: int, position: int, clause: Clause) -> list[Mention]:
        """One of the two named last in the sentence, else of the two of the sentence before."""
        here = [_people(group.members) for group in clause.groups if group.end <= position]
        two = next((people for people in reversed(here) if people), self._all)
        return [two[place]] if len({mention.key for mention in two}) == 2 == len(two) else []

    def _one(self, other: str, position: int, clause: Clause) -> list[Mention]:
        """Somebody named before in the sentence, else the first person of the one before."""
        here = [m for group in clause.groups if group.end <= position for m in _people(group.members)]
        for mention in [*reversed(here), *self._first[:1]]:
            figure = self.cast.by_key(mention.key)
            if figure.gender != other:
                return [figure.mentions[0]]
        return []

    def remember(self, clause: Clause) -> None:
        """Takes in whom the pronouns of the next sentence will mean: the people of this one."""
        groups = [people for group in clause.groups if (people := _people(group.members))]
        if groups:
            self._first = groups[0]
            self._all = [person for people in groups for person in people]


def _people(members: list[Mention]) -> list[Mention]:
    return [m for m in members if m.kind is Kind.PERSON]
