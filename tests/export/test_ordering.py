from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from kg.export.ordering import in_order
from kg.rdf import order

nodes = st.sampled_from([NamedNode(f"urn:{letter}") for letter in "abc"])
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
triples = st.builds(Triple, nodes, nodes, st.one_of(nodes, texts.map(Literal)))


@given(st.sets(triples, max_size=20), st.integers(1, 25))
def test_runs_of_any_length_give_the_same_order(found: set[Triple], run: int) -> None:
    assert list(in_order(found, run)) == sorted(found, key=order)
