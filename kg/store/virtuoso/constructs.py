"""CONSTRUCT and DESCRIBE as SELECT: rows from the server, statements made of them here.

Virtuoso cuts what CONSTRUCT finds and does not say so; of SELECT it does.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, takewhile
from typing import NamedTuple

from pyoxigraph import BlankNode, QuerySolutions, QueryTriples, RdfFormat, Store, serialize

from kg.sparql import Word, closing, words

__all__ = ["Construct", "as_constructs", "as_rows", "made"]

_ROWS = 1000
"""Rows of which statements are made at a time."""


class Construct(NamedTuple):
    """A query that makes statements, in two parts.

    Attributes:
        rows: The query for the rows.
        names: Variables of the rows.
        head: What declares prefixes, up to CONSTRUCT.
        template: What is made of each row, with its braces.
    """

    rows: str
    names: tuple[str, ...]
    head: str
    template: str


def as_constructs(text: str) -> list[str]:
    """DESCRIBE as one CONSTRUCT for each thing, of what is said of it; a CONSTRUCT as it is.

    Virtuoso would tell of a thing what is said of others, too.

    Args:
        text: The query; it parses, and has no FROM.
    """
    found = words(text)
    place = next(place for place, word in enumerate(found) if word.text in {"CONSTRUCT", "DESCRIBE"})
    if found[place].text == "CONSTRUCT":
        return [text]
    head, rest = text[: found[place].start], found[place + 1 :]
    things = list(takewhile(lambda word: word.kind in {"iri", "name", "variable"}, rest)) or _every(found[place:])
    pattern = next((text[word.start :] for word in rest if word.text == "{"), "{}")
    return [
        f"{head} CONSTRUCT {{ ?wco_s ?wco_p ?wco_o }} WHERE {{ {_bound(thing, pattern)} ?wco_s ?wco_p ?wco_o }}"
        for thing in dict.fromkeys(word.text for word in things)
    ]


def _every(found: list[Word]) -> list[Word]:
    return [word for word in found if word.kind == "variable"]


def _bound(thing: str, pattern: str) -> str:
    if thing[0] in "?$":
        return f"{{ SELECT DISTINCT ({thing} AS ?wco_s) WHERE {pattern} }}"
    return f"VALUES ?wco_s {{ {thing} }}"


def as_rows(text: str) -> Construct:
    """Takes a CONSTRUCT apart.

    Args:
        text: The query; it parses, and has no FROM.
    """
    found = words(text)
    place = next(place for place, word in enumerate(found) if word.text == "CONSTRUCT" and word.kind == "word")
    head = text[: found[place].start]
    opening = next(each for each in range(place, len(found)) if found[each].text == "{")
    end = closing(found, opening)
    template = text[found[opening].start : found[end].end]
    # the short form, CONSTRUCT WHERE, makes what it matches
    rest = text[found[end].end :] if found[place + 1].text == "{" else text[found[place].end :]
    names = _variables(found[opening:end])
    columns = " ".join(f"?{name}" for name in names) or "(1 AS ?wco_row)"
    return Construct(f"{head} SELECT {columns} {rest}", names or ("wco_row",), head, template)


def _variables(found: list[Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.text[1:] for word in found if word.kind == "variable"))


def _written(value: object) -> str:
    return "UNDEF" if value is None or isinstance(value, BlankNode) else str(value)


def made(parts: Iterable[tuple[Construct, QuerySolutions]]) -> QueryTriples:
    """The statements that are made of rows, each once."""
    graph = Store()
    for construct, rows in parts:
        names = " ".join(f"?{name}" for name in construct.names)
        while batch := list(islice(rows, _ROWS)):
            values = " ".join(f"({' '.join(_written(value) for value in row)})" for row in batch)
            where = f"WHERE {{ VALUES ({names}) {{ {values} }} }}"
            some = _triples(Store().query(f"{construct.head} CONSTRUCT {construct.template} {where}"))
            graph.bulk_load(serialize(some, format=RdfFormat.N_TRIPLES), RdfFormat.N_TRIPLES)
    return _triples(graph.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"))


def _triples(found: object) -> QueryTriples:
    if not isinstance(found, QueryTriples):
        raise TypeError(type(found))
    return found
