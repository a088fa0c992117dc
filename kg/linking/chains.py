"""Finds judgements that cannot all hold: a chain by which two are one, and a judgement that they are two."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from kg.errors import JudgementConflict
from kg.model.judgement import Judgement

__all__ = ["chain", "refuse_conflicts"]

_Node = tuple[str, str]


def refuse_conflicts(judgements: Sequence[Judgement]) -> None:
    """Raises if two of them cannot both hold.

    Raises:
        JudgementConflict: The message names the chain.
    """
    for judgement in judgements:
        if not judgement.same:
            steps = chain(judgements, judgement)
            if steps:
                words = ", ".join(f"{each.left} is {each.right}" for each in steps)
                raise JudgementConflict(
                    f"The {judgement.kind.value}s {judgement.left} and {judgement.right} cannot be two: {words}.",
                    "Take one of these judgements back; `kg judgements` lists them.",
                )


def chain(judgements: Iterable[Judgement], apart: Judgement) -> list[Judgement]:
    """The fewest judgements by which the two sides of ``apart`` would be one, in order; empty where there are none."""
    near: defaultdict[_Node, list[tuple[_Node, Judgement]]] = defaultdict(list)
    for each in judgements:
        if each.same:
            left, right = (each.kind.value, each.left), (each.kind.value, each.right)
            near[left].append((right, each))
            near[right].append((left, each))
    start, goal = (apart.kind.value, apart.left), (apart.kind.value, apart.right)
    came: dict[_Node, tuple[_Node, Judgement] | None] = {start: None}
    waiting = deque([start])
    while waiting and goal not in came:
        node = waiting.popleft()
        for other, judgement in near[node]:
            if other not in came:
                came[other] = (node, judgement)
                waiting.append(other)
    steps: list[Judgement] = []
    at = came.get(goal)
    while at is not None:
        node, judgement = at
        steps.append(judgement)
        at = came[node]
    return steps[::-1]
