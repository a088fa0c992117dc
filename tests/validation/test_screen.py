"""The screen passes no graph in which the engine finds something: all cases of the shapes, and faults of all kinds."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from kg.errors import RdfSyntaxError
from kg.pipeline import extract_reports, sample_corpus
from kg.validation import Engine, Result, Screen, default_screen, validate_graphs
from kg.validation.engine import Focus
from kg.validation.shapes import scheme_triples, shape_triples
from kg.vocab import RDF, RDFS, WCO, XSD

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.diff"))
PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix : <http://x/> .
"""


def invalid(name: str) -> list[Triple]:
    where, old, new = (CASES / f"{name}.diff").read_text(encoding="utf-8").splitlines()
    lines = [*(CASES / "valid.ttl").read_text(encoding="utf-8").splitlines(), ""]
    (start,) = (at for at, line in enumerate(lines) if line == where[2:] or line.startswith(f"{where[2:]} "))
    (at,) = (at for at in range(start, lines.index("", start)) if lines[at].strip() == old[2:])
    lines[at] = new[2:]
    return [quad.triple for quad in parse("\n".join(lines), RdfFormat.TURTLE)]


@pytest.fixture(scope="module")
def sample() -> list[list[Triple]]:
    """What some sample reports state."""
    reports = sorted(sample_corpus().iterdir())[:8]
    return [triples for _, triples in extract_reports(reports, [])]


def test_no_case_of_a_shape_is_passed() -> None:
    suspects = default_screen().suspects([invalid(name) for name in NAMES])
    assert [NAMES[place] for place in suspects] == NAMES


def test_of_each_case_the_same_is_found() -> None:
    graphs = [invalid(name) for name in NAMES]
    assert validate_graphs(graphs, screen=default_screen()) == validate_graphs(graphs, size=1)


def test_sound_reports_are_passed(sample: list[list[Triple]]) -> None:
    sound = [triples for triples in sample if not validate_graphs([triples])]
    assert len(sound) > len(sample) / 2
    assert default_screen().suspects(sound) == {}


@pytest.mark.parametrize("seed", range(4))
def test_no_generated_fault_is_passed(sample: list[list[Triple]], seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 (repeatable on purpose)
    broken = [_broken(dice.choice(sample), dice) for _ in range(25)]
    every = validate_graphs(broken, size=1)
    assert every
    assert validate_graphs(broken, screen=default_screen()) == every


def _broken(triples: list[Triple], dice: random.Random) -> list[Triple]:
    """A graph in which one statement is left out, doubled with another value, or has a wrong value."""
    place = dice.randrange(len(triples))
    old = triples[place]
    strange = dice.choice(
        [
            Literal(""),
            Literal("ABC"),
            Literal("x", language="en"),
            Literal("0", datatype=XSD.integer),
            Literal("many", datatype=XSD.integer),
            Literal("2024-13-45", datatype=XSD.date),
            NamedNode("http://example.org/stranger"),
            dice.choice(triples).subject,
        ]
    )
    new = Triple(old.subject, old.predicate, strange)
    return [*triples[:place], *dice.choice([[], [new], [old, new]]), *triples[place + 1 :]]


def test_graphs_that_have_names_are_screened_as_those_without(sample: list[list[Triple]]) -> None:
    graphs = [*sample, invalid(NAMES[0])]
    named = [[Quad(*each, NamedNode(f"http://x/{at}")) for each in triples] for at, triples in enumerate(graphs)]
    assert default_screen().suspects(named) == default_screen().suspects(graphs) != []


def test_the_order_of_graphs_changes_nothing(sample: list[list[Triple]]) -> None:
    graphs = [*sample, invalid(NAMES[0])]
    there = default_screen().suspects(graphs)
    back = default_screen().suspects(graphs[::-1])
    assert {len(graphs) - 1 - place: focus for place, focus in back.items()} == there != {}


def test_many_graphs_are_screened_as_few(sample: list[list[Triple]]) -> None:
    graphs = [*sample * 7, invalid(NAMES[0]), *sample]
    (last,) = default_screen().suspects([invalid(NAMES[0])]).values()
    assert default_screen().suspects(graphs)[len(sample) * 7] == last


def test_a_graph_that_adds_classes_is_not_passed(sample: list[list[Triple]]) -> None:
    fresh = Triple(NamedNode("http://example.org/Thing"), RDFS.subClassOf, WCO.Meeting)
    assert default_screen().suspects([[fresh]]) == {0: None}


def test_statements_about_statements_are_refused() -> None:
    inner = Triple(NamedNode("http://example.org/a"), RDF.type, WCO.Meeting)
    with pytest.raises(RdfSyntaxError):
        validate_graphs([[Triple(inner.subject, RDFS.seeAlso, inner)]], screen=default_screen())


def test_graphs_do_not_complete_each_other() -> None:
    place = NamedNode("http://example.org/meeting")
    series = NamedNode("http://example.org/series")
    one = [Triple(place, RDF.type, WCO.MeetingSeries)]
    other = [Triple(place, RDFS.label, Literal("a name")), Triple(series, RDF.type, RDFS.label)]
    assert list(default_screen().suspects([one, other])) == [0]


@pytest.mark.parametrize(
    ("shape", "sound", "wrong"),
    [
        (":s sh:targetSubjectsOf :q ; sh:property :p . :p sh:path :q ; sh:maxInclusive 5 .", "5", "6"),
        (":s sh:targetSubjectsOf :q ; sh:property :p . :p sh:path :q ; sh:maxCount 2 .", "1, 2", "1, 2, 3"),
        (":s sh:targetSubjectsOf :q ; sh:property :p . :p sh:path :q ; sh:minCount 2 .", "1, 2", "1"),
        (":s sh:targetObjectsOf :q ; sh:nodeKind sh:IRI .", ":a", "1"),
        (":s sh:targetSubjectsOf :q ; sh:property :p . :p sh:path :q ; sh:in ( :a ) .", ":a", ":b"),
        (':s sh:targetObjectsOf :q ; sh:not :t . :t sh:pattern "A$" .', '"AB"', '"A\\n"'),
        (
            ":s sh:targetObjectsOf :q ; sh:and ( :t ) . :t sh:datatype xsd:date .",
            "'2024-02-29'^^xsd:date",
            "'x'^^xsd:date",
        ),
    ],
)
def test_each_constraint_is_known(shape: str, sound: str, wrong: str) -> None:
    screen = Screen([quad.triple for quad in parse(PREFIXES + shape, RdfFormat.TURTLE)])
    graphs = [list(parse(f"{PREFIXES} :n :q {values} .", RdfFormat.TURTLE)) for values in (sound, wrong)]
    assert list(screen.suspects(graphs)) == [1]


def test_a_constraint_that_is_not_known_passes_nothing(sample: list[list[Triple]]) -> None:
    strange = ":s sh:targetSubjectsOf :q ; sh:closed true ."
    screen = Screen([*shape_triples(), *(quad.triple for quad in parse(PREFIXES + strange, RdfFormat.TURTLE))])
    assert screen.suspects(sample) == dict.fromkeys(range(len(sample)))


def test_the_engine_sees_what_is_not_passed_alone(sample: list[list[Triple]]) -> None:
    class Watching:
        def __init__(self) -> None:
            self.seen: list[tuple[int, Focus]] = []

        def run(self, data: Callable[[], None] | list[Triple], focus: Focus = None) -> list[Result]:
            self.seen.append((len(list(data)), focus))  # type: ignore[arg-type]
            return []

    bad = invalid(NAMES[0])
    engine: Engine = Watching()  # type: ignore[assignment]
    sound = [triples for triples in sample if not default_screen().suspects([triples])]
    validate_graphs([*sound, bad], engine=engine, screen=default_screen())
    (suspects,) = default_screen().suspects([bad]).values()
    assert engine.seen == [(len(bad), suspects)]  # type: ignore[attr-defined]


def test_the_background_alone_is_sound() -> None:
    assert default_screen().suspects([list(scheme_triples())]) == {0: None}  # it is what adds to the tree of classes
    assert validate_graphs([list(scheme_triples())]) == []
