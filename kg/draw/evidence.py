"""The sentences behind passages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions

from kg.draw.records import Evidence, Source
from kg.model import Span
from kg.reading import split_sentences
from kg.store import GraphStore
from kg.vocab import DCTERMS, SCHEMA, iri

__all__ = ["Passages"]

_PASSAGES = """
SELECT ?passage ?report ?start ?end ?rule WHERE {
  ?passage a wco:Passage ; dcterms:isPartOf ?report ; oa:start ?start ; oa:end ?end ; wco:rule ?rule
}
"""
_MERGED = DefaultGraph()


class Passages:
    """All passages of a graph, each with its sentence.

    Args:
        store: The graph.
    """

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._base = store.manifest.base
        self._known: dict[str, tuple[str, int, int, str]] = {}
        results = store.query(_PASSAGES)
        if isinstance(results, QuerySolutions):
            for passage, report, start, end, rule in results:
                places = (self._path(report), int(start.value), int(end.value), rule.value)
                known = self._known.setdefault(self._path(passage), places)
                if places < known:  # several rules may have read the same characters
                    self._known[self._path(passage)] = places
        self._sentences = cache(self._split)

    def evidence(self, passage: str) -> Evidence:
        """The passage of that path with the sentence, or the sentences, that it stands in."""
        report, start, end, rule = self._known[passage]
        text, cuts = self._sentences(report)
        first = max((cut for cut in cuts if cut <= start), default=start)
        last = min((cut for cut in cuts if cut >= end), default=end)
        sentence = text[first:last]
        offset = first + len(sentence) - len(sentence.lstrip())
        return Evidence(report, start, end, sentence.strip(), offset, rule)

    def sources(self, evidence: Iterable[Evidence]) -> dict[str, Source]:
        """The reports of passages, by path in order."""
        paths = sorted({each.report for each in evidence})
        return {
            path: Source(
                path,
                self._one(path, DCTERMS.title) or self._one(path, DCTERMS.identifier),
                self._one(path, DCTERMS.publisher),
                self._one(path, DCTERMS.issued),
                self._one(path, SCHEMA.url),
            )
            for path in paths
        }

    def _split(self, report: str) -> tuple[str, tuple[int, ...]]:
        """The text of a report, and where its sentences and lines begin and end."""
        text = self._one(report, SCHEMA.articleBody)
        lines = [-1, *(at for at, letter in enumerate(text) if letter == "\n"), len(text)]
        spans = (Span(before + 1, after) for before, after in pairwise(lines))
        cuts = {cut for span in spans for each in (span, *split_sentences(text, *span)) for cut in each}
        return text, tuple(sorted(cuts))

    def _one(self, path: str, property_: NamedNode) -> str:
        """The value of a property, the first of the alphabet where there are several; empty where there is none."""
        quads = self._store.quads(_MERGED, subject=iri(path, self._base), predicate=property_)
        return min((quad.object.value for quad in quads if isinstance(quad.object, Literal)), default="")

    def _path(self, node: NamedNode) -> str:
        return node.value.removeprefix(self._base)
