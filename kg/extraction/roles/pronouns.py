"""Whom 'he', 'they', 'both', 'the latter', 'the office' and 'I' mean."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extraction.clauses.clause import Clause
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.people.cast import Cast

__all__ = ["OFFICE_WORDS", "Pronouns"]

OFFICE_WORDS = ("office", "authority", "bank", "department", "agency", "secretariat", "centre", "center", "council")
"""Nouns that stand for the office of the sentence before, where one alone has the word in its name."""
_BUREAUX = ("ROCB", "RILO", "Regional Office", "Liaison Office", "Vice-Chair")
"""What is called an office without the word in its name."""
_OF_TWO = {"the former": 0, "the first": 0, "the latter": 1, "the second": 1}
_OTHER_GENDER = {"he": "f", "she": "m"}
_GENDER = {"f": "m", "m": "f"}


@dataclass(slots=True)
class _Said:
    """Whom or what a sentence names: the members of its first group, and all."""

    first: list[Mention] = field(default_factory=list)
    every: list[Mention] = field(default_factory=list)

    def both(self) -> list[Mention]:
        """All, if they are two."""
        return self.every if len(self.every) == 2 and self.every[0] != self.every[1] else []


@dataclass(slots=True)
class Pronouns:
    """What pronouns mean while the sentences of a report are read in order.

    Attributes:
        author: Who wrote the report in the first person, if a byline names somebody.
    """

    cast: Cast
    author: Mention | None = None
    _people: _Said = field(default_factory=_Said)
    _offices: _Said = field(default_factory=_Said)

    def meant(self, pronoun: str, position: int, clause: Clause) -> list[Mention]:
        """Whom a pronoun at ``position`` of a clause means; empty where that is not plain."""
        if pronoun == "i":
            return [self.author] if self.author is not None else []
        if pronoun in _OTHER_GENDER:
            return self._one(_OTHER_GENDER[pronoun], position, clause)
        if pronoun in _OF_TWO:
            two = self._two_before(position, clause)
            return [two[_OF_TWO[pronoun]]] if two else []
        if pronoun.startswith(("both", "the two")):
            return (self._two_before(position, clause) if pronoun.endswith("them") else []) or self._two()
        if pronoun.removeprefix("the ") in OFFICE_WORDS:
            return self._office(pronoun.removeprefix("the "))
        return self._people.first if pronoun == "they" and len(self._people.first) > 1 else []

    def _two_before(self, position: int, clause: Clause) -> list[Mention]:
        """The two that the sentence names last before ``position``, else the two of the sentence before."""
        before = [group.members for group in clause.groups if group.end <= position]
        listed = [members for members in before if len(members) > 1]
        here = listed[-1] if listed else [member for members in before for member in members]
        alike = len(here) == 2 and len({member.kind is Kind.PERSON for member in here}) == 1
        if alike or listed:
            return here if alike else []
        return self._two()

    def _two(self) -> list[Mention]:
        """The two people of the sentence before; its two offices where no people are named."""
        return self._people.both() or ([] if self._people.every else self._offices.both())

    def _office(self, noun: str) -> list[Mention]:
        """The one office of the sentence before that is called so."""
        called = [
            office
            for office in self._offices.every
            if noun in office.form.lower() or (noun == "office" and any(name in office.form for name in _BUREAUX))
        ]
        return called if len({office.form for office in called}) == 1 else []

    def _one(self, other: str, position: int, clause: Clause) -> list[Mention]:
        """Who is named before in the sentence; else, in the one before, its first person or the only one who may be."""
        here = [m for group in clause.groups if group.end <= position for m in _persons(group.members)]
        figures = {mention.key: self.cast.by_key(mention.key) for mention in self._people.every}
        only = [figure for figure in figures.values() if figure.gender == _GENDER[other]]
        near = [self.cast.by_key(mention.key) for mention in (*reversed(here), *self._people.first[:1])]
        known = only if len(only) == 1 else []
        woman = other == _OTHER_GENDER["she"] and not here  # reports call nearly every woman 'Ms.', not so every man
        for figure in [*known, *near] if woman else [*near, *known]:
            if figure.gender != other:
                return [figure.mentions[0]]
        return []

    def remember(self, clause: Clause) -> None:
        """Takes in whom the pronouns of the next sentence will mean: those of this one."""
        people = _said([_persons(group.members) for group in clause.groups])
        offices = _said([[m for m in group.members if m.kind is Kind.OFFICE] for group in clause.groups])
        if people.every or offices.every:
            self._offices = offices
        if people.every:
            self._people = people
        elif offices.every:
            self._people.every = []


def _persons(members: list[Mention]) -> list[Mention]:
    return [m for m in members if m.kind is Kind.PERSON]


def _said(groups: list[list[Mention]]) -> _Said:
    named = [group for group in groups if group]
    return _Said(named[0], [member for group in named for member in group]) if named else _Said()
