"""Where the IRIs of entities that were merged into others lead."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import DefaultGraph, Quad

from kg.mapping.statements import Statements
from kg.vocab import BASE, DCTERMS

__all__ = ["redirect_quads"]


def redirect_quads(replaced: Mapping[str, str], base: str = BASE) -> list[Quad]:
    """States of each entity that was merged into another by which it is replaced, as quads of the default graph.

    Args:
        replaced: Paths under the base, ``person/yoshiro-kosaka`` to ``person/yoshihiro-kosaka``.
        base: Beginning of every data IRI.
    """
    out = Statements(base)
    for old, new in replaced.items():
        out.add(out.iri(old), DCTERMS.isReplacedBy, out.iri(new))
    return out.quads(DefaultGraph())
