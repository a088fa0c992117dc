"""Whether a number fits in a series, told from the other meetings of it."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.store import GraphStore
from kg.vocab import SCHEMA, WCO

__all__ = ["number_fits"]

_MERGED = DefaultGraph()


def number_fits(store: GraphStore, meeting: NamedNode, number: int) -> Iterator[str]:
    """In words, what the other numbered meetings of the series say for or against a number.

    Args:
        store: The graph.
        meeting: The one whose number is in question.
        number: One that was stated.

    Yields:
        At most one sentence; none where nothing can be said.
    """
    own = _year(store, meeting)
    others = dict(sorted(_others(store, meeting)))
    if number in others:
        yield f"{number} is the number of another meeting of the series{_in(others[number])}."
        return
    if not own:
        return
    before = [each for each, year in others.items() if each < number and year]
    after = [each for each, year in others.items() if each > number and year]
    wrong = [each for each in before if others[each] > own] + [each for each in after if others[each] < own]
    if wrong:
        yield f"{number} does not fit in the series, in which {wrong[0]} was{_in(others[wrong[0]])}."
    elif before and after:
        yield (
            f"{number} fits in the series, in which {before[-1]} was{_in(others[before[-1]])} "
            f"and {after[0]}{_in(others[after[0]])}."
        )


def _others(store: GraphStore, meeting: NamedNode) -> Iterator[tuple[int, str]]:
    for series in store.quads(_MERGED, subject=meeting, predicate=WCO.inSeries):
        if not isinstance(series.object, NamedNode):
            continue
        for quad in store.quads(_MERGED, predicate=WCO.inSeries, object=series.object):
            if quad.subject != meeting and isinstance(quad.subject, NamedNode):
                for number in _values(store, quad.subject, WCO.ordinal):
                    yield int(number), _year(store, quad.subject)


def _year(store: GraphStore, meeting: NamedNode) -> str:
    return min((start[:4] for start in _values(store, meeting, SCHEMA.startDate)), default="")


def _values(store: GraphStore, subject: NamedNode, predicate: NamedNode) -> Iterator[str]:
    for quad in store.quads(_MERGED, subject=subject, predicate=predicate):
        if isinstance(quad.object, Literal):
            yield quad.object.value


def _in(year: str) -> str:
    return f" in {year}" if year else ""
