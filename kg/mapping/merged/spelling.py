"""Names that reports spell in two ways: one thing, and still not the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyoxigraph import NamedNode

from kg.mapping.discrepancy import Candidate
from kg.mapping.merged.ballot import Ballot
from kg.slugs import slug

__all__ = ["spelled_otherwise", "with_spellings"]


def spelled_otherwise(left: str, right: str) -> bool:
    """Whether two names of one thing differ in letters, not in capitals, in order, or in what one leaves out.

    'Yaounde' and 'Yaoundé' do, and 'Yoshiro Kosaka' and 'Yoshihiro Kosaka'; 'Mikuriya' is short for 'Kunio Mikuriya',
    and 'J. C. Mafnas' for 'Jose C. Mafnas'.
    """
    a, b = (frozenset(slug(name).split("-")) for name in (left, right))
    if a == b:
        letters = [sorted(char for char in name.casefold() if char.isalpha()) for name in (left, right)]
        return letters[0] != letters[1]
    only_left, only_right = a - b, b - a
    return len(only_left) == len(only_right) and min(map(len, only_left | only_right)) > 1


def with_spellings(
    things: Ballot[str], names: Mapping[str, Ballot[str]], *, contradict: bool
) -> tuple[list[Candidate], str]:
    """What reports state of a thing that has a name: which thing, and how it is spelled.

    Args:
        things: The things by their adopted names.
        names: The names of each, as reports have them.
        contradict: Whether one of the things alone can be true; else only those count that are spelled in two ways.

    Returns:
        All names with their passages, the adopted one first, and the reason in words; nothing where there is one alone.
    """
    candidates: list[Candidate] = []
    reasons = [things.reason()] if contradict else []
    for thing in things.ranked():
        others = [name for name in names[thing].ranked() if spelled_otherwise(thing, name)]
        if contradict or others:
            elsewhere = {passage for name in others for passage in names[thing].passages(name)}
            own = [passage for passage in things.passages(thing) if passage not in elsewhere]
            spelled: list[tuple[str, Sequence[NamedNode]]] = [(name, names[thing].passages(name)) for name in others]
            candidates += [(thing, own), *spelled] if own else spelled
            reasons += [f"{' and '.join((thing, *others))} are spellings of one name."] if others else []
    return (candidates, " ".join(reasons)) if len(candidates) > 1 else ([], "")
