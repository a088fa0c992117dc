"""What is known of a person before it is judged who else they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kg.linking.person_names import PersonName
from kg.linking.slugging import Key

__all__ = ["Candidate", "usual_name"]


@dataclass(slots=True)
class Candidate:
    """All mentions whose names are the same words."""

    key: Key
    slug: str
    name: PersonName
    names: Counter[str]
    forms: Counter[str]
    nicknames: frozenset[str]
    offices: frozenset[str]
    titles: frozenset[str]
    countries: frozenset[str]
    genders: frozenset[str]

    @property
    def mononym(self) -> bool:
        """Whether one word is all that is known of the name."""
        return len(self.name.tokens) == 1

    @property
    def label(self) -> str:
        """The adopted writing."""
        return usual_name(self.names)


def usual_name(names: Mapping[str, int]) -> str:
    """The commonest writing; accents kept rather than lost."""
    return min(names, key=lambda name: (-names[name], name.isascii(), name))
