"""Names of people, taken apart and compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import permutations

from rapidfuzz import fuzz

from kg.slugs import slug
from kg.tables import read_table, split_list

__all__ = ["PARTICLES", "PersonName", "known_names", "parse_name", "same_letters", "spelled_alike", "with_initials"]

PARTICLES = frozenset(
    {"bin", "binti", "bint", "ibn", "hj", "haji", "hajah", "mohd", "abd", "dato", "datuk", "sri", "seri", "tan", "tun"}
)
"""Words that come and go in one person's name; only left out when comparing, never from the name itself."""
_HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "madam", "mme", "hon", "he", "eng", "general", "gen"}
    | {"col", "colonel", "capt"}
)
_NICKNAME = re.compile(r"[(\"“]\s*([^)\"”]+?)\s*[)\"”]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name's words in plain lower case.

    Attributes:
        tokens: In order, without nickname and honorific; a hyphenated given name is one token.
        nicknames: What stands in brackets or quotes.
    """

    tokens: tuple[str, ...]
    nicknames: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two names one by identity: the same words, in whatever order."""
        return tuple(sorted(self.tokens))

    @property
    def core(self) -> frozenset[str]:
        """The tokens without particles that come and go."""
        return frozenset(self.tokens) - PARTICLES or frozenset(self.tokens)

    @property
    def ends(self) -> frozenset[str]:
        """First and last token: one of them is the family name."""
        return frozenset({self.tokens[0], self.tokens[-1]})


@lru_cache(maxsize=65536)
def parse_name(text: str) -> PersonName:
    """Takes a name apart."""
    nicknames = frozenset(token for inside in _NICKNAME.findall(text) for token in slug(inside).split("-"))
    plain = [slug(word).replace("-", "") for word in _NICKNAME.sub(" ", text).split() if re.search(r"\w", word)]
    tokens = [token for token in plain if token not in _HONORIFICS] or plain or ["x"]
    return PersonName(tuple(tokens), nicknames)


def same_letters(left: PersonName, right: PersonName) -> bool:
    """Whether two names differ in spaces and hyphens only: 'Yoon Young-Sun', 'Yoon Young Sun', 'Young Sun Yoon'."""
    short, long = sorted((left, right), key=lambda name: len(name.tokens))
    if len(long.tokens) > 4:
        return False
    joined = {"".join(order) for order in permutations(short.tokens)} if len(short.tokens) <= 4 else set()
    return any("".join(order) in joined for order in permutations(long.tokens))


def with_initials(left: PersonName, right: PersonName) -> bool:
    """Whether one abbreviates the other: 'J. C. Mafnas' and 'Jose C. Mafnas'."""
    if len(left.tokens) != len(right.tokens) or len(left.tokens) < 2:
        return False
    pairs = list(zip(left.tokens, right.tokens, strict=True))
    abbreviated = [(a, b) for a, b in pairs if a != b]
    return (
        0 < len(abbreviated) < len(pairs)
        and all(min(len(a), len(b)) == 1 and a[0] == b[0] for a, b in abbreviated)
        and any(a == b and len(a) > 1 for a, b in pairs)
    )


def spelled_alike(left: PersonName, right: PersonName) -> float:
    """How close two names are that share a word and differ in the spelling of one other; 0 where they do not.

    'Yoshihiro Kosaka' and 'Yoshiro Kosaka' are; 'Wang Li' and 'Wang Lin' are not, since the spelling of so short a word
    is all there is to tell two people apart.
    """
    common = left.core & right.core
    rest_left, rest_right = left.core - common, right.core - common
    if not common or len(rest_left) != 1 or len(rest_right) != 1:
        return 0.0
    (a,), (b,) = rest_left, rest_right
    if min(len(a), len(b)) < 5 or a[0] != b[0]:
        return 0.0
    ratio = fuzz.ratio(a, b) / 100
    return ratio if ratio >= 0.8 else 0.0


@cache
def known_names() -> dict[tuple[str, ...], str]:
    """Of people in the reference tables: the key of each form of two words or more, and the adopted name.

    A form that two people of the tables have in common is left out.
    """
    known: dict[tuple[str, ...], str] = {}
    shared: set[tuple[str, ...]] = set()
    for row in read_table("data", "reference", "office_holders.csv", columns=("person", "name_variants", "confidence")):
        if row["confidence"] == "low":
            continue
        for form in (row["person"], *split_list(row["name_variants"])):
            name = parse_name(form)
            if len(name.tokens) < 2:
                continue
            if known.setdefault(name.key, row["person"]) != row["person"]:
                shared.add(name.key)
    return {key: person for key, person in known.items() if key not in shared}
