from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.export.ordering import Sorter, parsed
from kg.vocab import RDF

nodes = st.sampled_from([NamedNode(f"urn:{letter}") for letter in ("a", "a/b", "ab", "b")])
predicates = st.one_of(nodes, st.just(RDF.type))
texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
    st.sampled_from(["> \x01 ", f"> <{RDF.type.value}> ", "\r\n", "\x85\u2028"]),
)
triples = st.builds(Triple, nodes, predicates, st.one_of(nodes, texts.map(Literal)))


def ordered(found: list[Triple], run: int = 2**20) -> list[bytes]:
    with Sorter(run) as sorter:
        serialize(found, sorter.file, RdfFormat.N_TRIPLES)
        return list(sorter.lines())


@given(
    st.sets(triples, max_size=20).flatmap(lambda found: st.permutations(sorted(found, key=str))), st.integers(1, 2000)
)
def test_neither_the_order_nor_the_length_of_runs_matters(found: list[Triple], run: int) -> None:
    assert ordered(found, run) == ordered(sorted(found, key=str))


@given(st.sets(triples, max_size=20))
def test_nothing_is_lost_or_changed(found: set[Triple]) -> None:
    read = [quad.triple for quad in parsed(ordered(list(found)))]
    assert len(read) == len(found)
    assert set(read) == found


@given(st.sets(triples, max_size=20))
def test_a_subject_stands_together_with_its_types_first(found: set[Triple]) -> None:
    read = [quad.triple for quad in parsed(ordered(list(found)))]
    keys = [(triple.subject.value, triple.predicate != RDF.type) for triple in read]
    seen: list[str] = []
    for subject, _ in keys:
        if not seen or seen[-1] != subject:
            seen.append(subject)
    assert len(seen) == len(set(seen))
    assert all(keys[place] <= keys[place + 1] for place in range(len(keys) - 1) if keys[place][0] == keys[place + 1][0])


def test_parsed_reads_quads() -> None:
    line = b"<urn:a> <urn:b> <urn:c> <urn:g> .\n"
    assert list(parsed([line])) == [Quad(*(NamedNode(f"urn:{letter}") for letter in "abcg"))]
