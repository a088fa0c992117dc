from __future__ import annotations

from collections import defaultdict

import pytest
from pyoxigraph import NamedNode

from kg.validation.engine import Term
from kg.validation.shapes import ontology_triples, shape_triples

Described = dict[Term, dict[str, list[Term]]]


def _described(triples: object) -> Described:
    found: Described = defaultdict(lambda: defaultdict(list))
    for each in triples:  # type: ignore[attr-defined]
        found[each.subject][each.predicate.value].append(each.object)
    return found


@pytest.fixture(scope="session")
def ontology() -> Described:
    """Subject to property IRI to values."""
    return _described(ontology_triples())


@pytest.fixture(scope="session")
def shapes() -> Described:
    return {node: values for node, values in _described(shape_triples()).items() if isinstance(node, NamedNode)}
