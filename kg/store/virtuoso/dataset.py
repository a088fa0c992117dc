"""Which graphs a query asks, told as Virtuoso wants it.

FROM gives way to fields of the request, since Virtuoso would ask those graphs beside the others. GRAPH names what is
not stored under that name; a join with what the state says of names translates both ways, for names and for variables.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple, cast

from pyoxigraph import QuerySolutions, Store

from kg.sparql import Change, changed, words
from kg.store.state import MERGED
from kg.store.virtuoso.names import HOLDS, Generation

__all__ = ["Chosen", "chosen_by", "with_stored_graphs"]


class Chosen(NamedTuple):
    """Graphs that a query chooses, by IRI; ``None`` where it chooses none of either kind.

    Attributes:
        default: Those that make the default graph.
        named: Those that GRAPH may name.
    """

    default: list[str] | None
    named: list[str] | None


def chosen_by(text: str) -> tuple[str, Chosen]:
    """The query without FROM and FROM NAMED, and what they said.

    Args:
        text: A query that parses.
    """
    found = words(text)
    prologue = text[: next(word.start for word in found if word.kind == "word" and word.text in _FORMS)]
    changes: list[Change] = []
    default: list[str] = []
    named: list[str] = []
    for place, word in enumerate(found):
        if word.kind == "word" and word.text == "FROM" and word.depth == 0:
            is_named = found[place + 1].text == "NAMED"
            name = found[place + 1 + is_named]
            (named if is_named else default).append(_resolved(name.text, prologue))
            changes.append(Change(word.start, name.end, ""))
    if not changes:
        return text, Chosen(None, None)
    return changed(text, changes), Chosen(default, named)


_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
"""Words that end the prologue, with its prefixes and its base."""


def _resolved(name: str, prologue: str) -> str:
    """The IRI that a name stands for; the embedded database tells."""
    (row,) = cast("QuerySolutions", Store().query(f"{prologue} SELECT ({name} AS ?iri) {{}}"))
    return str(row[0].value)


def with_stored_graphs(text: str, generation: Generation) -> str:
    """The query with GRAPH translated.

    Virtuoso finds nothing in a graph that is named outright beside a chosen default graph, but does where a variable
    has its name.
    """
    found = words(text)
    changes = [
        Change(
            word.start,
            target.end,
            f"VALUES ?wco_s{place} {{ {generation.state} }} "
            f"GRAPH ?wco_s{place} {{ ?wco_g{place} {HOLDS} {target.text} FILTER({target.text} != {MERGED}) }} "
            f"GRAPH ?wco_g{place}",
        )
        for place, (word, target) in enumerate(pairwise(found))
        if word.kind == "word" and word.text == "GRAPH" and target.kind in {"variable", "iri", "name"}
    ]
    return changed(text, changes)
