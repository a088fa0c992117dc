"""Betweenness and closeness estimated from some nodes, with the error that this brings.

What the shortest paths are is told by whoever calls; here it is chosen from which nodes they are followed, and what is
made of it. The sample is the same on every run.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import stdev
from typing import NamedTuple

__all__ = ["Estimate", "estimated_betweenness", "estimated_closeness"]

_SEED = 0
_BATCHES = 10
"""Parts of the sample; by how much they differ tells the error."""


class Estimate(NamedTuple):
    """A measure of all nodes.

    Attributes:
        values: By node.
        pivots: Nodes from which shortest paths were followed; all nodes where the values are exact.
        error: The largest standard error of a value; 0 where they are exact.
    """

    values: dict[int, float]
    pivots: int
    error: float = 0.0


def estimated_betweenness(
    count: int, pivots: int, dependencies: Callable[[Sequence[int]], Mapping[int, float]]
) -> Estimate:
    """Betweenness from the shortest paths that begin at a sample of nodes (Brandes and Pich 2007).

    Args:
        count: Number of nodes, at least three.
        pivots: Number of those from which paths are followed, at least two and fewer than all.
        dependencies: For some sources, what each node depends on them: for each source and each other end, the share
            of the shortest paths between them that leads over the node, summed.
    """
    sources = _sample(range(count), pivots)
    batches = [sources[first :: min(_BATCHES, pivots)] for first in range(min(_BATCHES, pivots))]
    parts = [dependencies(batch) for batch in batches]
    chosen, rest = set(sources), (1 - pivots / count) ** 0.5
    values, error = {}, 0.0
    for node in range(count):
        sums = [part[node] for part in parts]
        values[node] = sum(sums) / (pivots - (node in chosen)) / (count - 2)
        means = [value / len(batch) for value, batch in zip(sums, batches, strict=True)]
        error = max(error, rest * stdev(means) / len(batches) ** 0.5 / (count - 2))
    return Estimate(values, pivots, error)


def estimated_closeness(
    count: int, pivots: int, components: Iterable[Sequence[int]], distances: Callable[[int], Mapping[int, int]]
) -> Estimate:
    """Closeness from the distances to a sample of the nodes of each component (Eppstein and Wang 2004).

    Components of no more nodes than ``pivots`` are measured exactly.

    Args:
        count: Number of nodes.
        pivots: Number of nodes of a component from which distances are taken, at least three.
        components: The nodes of each, in order.
        distances: From one node, the steps to each that can be reached.
    """
    values, error = dict.fromkeys(range(count), 0.0), 0.0
    for component in components:
        sources = list(component) if len(component) <= pivots else _sample(component, pivots)
        total, squares = dict.fromkeys(component, 0), dict.fromkeys(component, 0)
        for source in sources:
            for node, steps in distances(source).items():
                total[node] += steps
                squares[node] += steps * steps
        others, chosen = len(component) - 1, set(sources)
        for node in component if others else ():
            taken = len(sources) - (node in chosen)
            mean = total[node] / taken
            values[node] = others / (count - 1) / mean
            if taken < others:
                variance = max(squares[node] - total[node] * mean, 0) / (taken - 1)
                of_mean = (variance / taken * (1 - taken / others)) ** 0.5
                error = max(error, values[node] / mean * of_mean)
    return Estimate(values, pivots, error)


def _sample(nodes: Sequence[int], number: int) -> list[int]:
    return random.Random(_SEED).sample(nodes, number)  # noqa: S311 (a sample, no secret)
