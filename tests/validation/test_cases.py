"""Every shape that can find fault has a case: one line of ``cases/valid.ttl`` changed, one shape that says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.model import Finding
from kg.validation import validate, validate_graphs
from kg.validation.shapes import shape_triples
from kg.vocab import RDF, SH, SHAPES

CASES = Path(__file__).parent / "cases"
VALID = CASES / "valid.ttl"
SH_MESSAGE = NamedNode(SH.base + "message")
NAMES = sorted(path.stem for path in CASES.glob("*.diff"))


def invalid(name: str) -> str:
    """The valid case with the one line changed."""
    where, old, new = (CASES / f"{name}.diff").read_text(encoding="utf-8").splitlines()
    assert where.startswith("@ ")
    assert old.startswith("- ")
    assert new.startswith("+")
    lines = [*VALID.read_text(encoding="utf-8").splitlines(), ""]
    (start,) = (at for at, line in enumerate(lines) if line == where[2:] or line.startswith(f"{where[2:]} "))
    end = lines.index("", start)
    (at,) = (at for at in range(start, end) if lines[at].strip() == old[2:])
    lines[at] = new[2:]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def found() -> dict[str, list[Finding]]:
    """The findings of each invalid case, all checked in one run; the reports of the cases are named after them."""
    texts = {name: invalid(name).replace("gm18", name) for name in NAMES}
    findings = validate_graphs([list(parse(text, RdfFormat.TURTLE)) for text in texts.values()])
    return {name: [finding for finding in findings if finding.report == name] for name in NAMES}


def objects(subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
    return [each.object for each in shape_triples() if each.subject == subject and each.predicate == predicate]


def of_type(kind: NamedNode) -> set[NamedNode]:
    return {each.subject for each in shape_triples() if each.predicate == RDF.type and each.object == kind}


def local(shape: NamedNode) -> str:
    return shape.value.removeprefix(SHAPES)


def reporting_shapes() -> list[str]:
    """Property shapes, and node shapes with a constraint of their own."""
    nodes = {shape for shape in of_type(SH.NodeShape) if objects(shape, SH_MESSAGE)}
    return sorted(local(shape) for shape in of_type(SH.PropertyShape) | nodes)


def test_every_shape_that_can_find_fault_has_a_case() -> None:
    assert reporting_shapes() == NAMES


def test_the_valid_case_conforms(valid: list[Quad]) -> None:
    assert validate(valid) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_invalid_case_has_the_one_finding(name: str, found: dict[str, list[Finding]]) -> None:
    (finding,) = found[name]
    assert finding.shape == SHAPES + name


@pytest.mark.parametrize("name", NAMES)
def test_the_cases_differ_by_one_line(name: str) -> None:
    before = VALID.read_text(encoding="utf-8").splitlines()
    after = invalid(name).splitlines()
    assert len(before) == len(after)
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1
