"""Recorded decisions that two names stand for one thing, or do not."""

from __future__ import annotations

from typing import NamedTuple

from kg.model.links import EntityKind

__all__ = ["Judgement"]


class Judgement(NamedTuple):
    """One decision about two entities as they would stand without it.

    An entity without any judgement is what its bare name makes it: all mentions whose names are the same words. A
    judgement speaks of two such entities by the second part of their paths, so that a person can read it, write it
    and take it back.

    Attributes:
        kind: What both are.
        left: Slug of the one that is given up, ``yoshiro-kosaka``.
        right: Slug of the one that stays, ``yoshihiro-kosaka``.
        same: Whether they are one; ``False`` is a negative judgement, which no rule overrules.
        score: How sure, from 0 to 1.
        rule: Name of the rule that decided, or ``hand``.
        reason: In words, what speaks for it.
        reports: Of two people whose names are the same words, the identifiers of the reports in which the name is
            that of ``left``; everywhere else it is that of ``right``. Else empty.
    """

    kind: EntityKind
    left: str
    right: str
    same: bool
    score: float
    rule: str
    reason: str
    reports: tuple[str, ...] = ()
