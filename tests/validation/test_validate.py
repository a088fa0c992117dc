from __future__ import annotations

import logging
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.errors import NoSuchPath, RdfSyntaxError
from kg.model import Finding, Severity
from kg.validation import Result, validate, validate_file
from kg.vocab import SHAPES

ZERO = ("wco:ordinal 19", "wco:ordinal 0")
TWICE = ('foaf:name "Norikazu Kuramoto"', 'foaf:name "KURAMOTO"')


def shapes(findings: list[Finding]) -> list[str]:
    return [finding.shape.removeprefix(SHAPES) for finding in findings]


def test_a_finding_says_where_the_report_states_it_and_which_rule_read_it(changed) -> None:
    (finding,) = validate(changed(ZERO))
    assert finding.severity is Severity.VIOLATION
    assert finding.focus.endswith("meeting/global-meeting-19")
    assert finding.path == "https://w3id.org/wco-kg/ontology#ordinal"
    assert finding.value == "0"
    assert finding.term == '"0"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert finding.report == "gm18"
    assert finding.quote == "the 19th in 2024"
    assert finding.passage is not None
    assert finding.passage.rule == "example"
    assert "from 1" in finding.message


def test_a_finding_about_a_place_quotes_what_its_meeting_was_read_from(changed) -> None:
    (finding,) = validate(changed(('rdfs:label "Brussels" ;', "")))
    assert finding.quote == "18th Global Meeting"


def test_a_finding_about_a_passage_quotes_the_passage(changed) -> None:
    (finding,) = validate(changed(('oa:exact "17th Global Meeting"', 'oa:exact "17th Global Meetings"')))
    assert finding.path == "^<http://purl.org/dc/terms/isPartOf>"
    assert finding.quote == "17th Global Meetings"
    assert finding.value.endswith("#char=130,149")


def test_a_statement_without_passage_is_found_in_the_only_report(changed) -> None:
    (finding,) = validate(
        changed(("    wco:mode schema:OnlineEventAttendanceMode ;\n    prov:wasDerivedFrom", "    skos:note"))
    )
    assert shapes([finding]) == ["Participation-evidence"]
    assert (finding.report, finding.passage) == ("gm18", None)


def test_findings_come_gravest_first_and_always_in_the_same_order(changed) -> None:
    graph = changed(ZERO, TWICE, ("dcterms:title", "dcterms:alternative"))
    findings = validate(graph)
    assert shapes(findings) == ["Meeting-ordinal", "PlainName-case", "UnderstoodReport-title", "PlainName-parts"]
    assert findings == validate(reversed(graph))


def test_graph_names_are_not_looked_at(valid) -> None:
    assert validate(Quad(*quad.triple, NamedNode("http://example.org/")) for quad in valid) == []
    assert validate(quad.triple for quad in valid) == []


def test_an_empty_graph_has_no_findings() -> None:
    assert validate([]) == []


def test_offsets_count_code_points(changed) -> None:
    emoji = ("Successful 18th", "🛃uccessful 18th")
    assert validate(changed(emoji)) == []


@pytest.mark.parametrize(
    "date", ['"2024-13"^^xsd:gYearMonth', '"2024-1"^^xsd:gYearMonth', '"24"^^xsd:gYear', '"2024-02-30"^^xsd:date']
)
def test_an_ill_typed_literal_is_a_finding_and_nothing_else(changed, caplog, capsys, date: str) -> None:
    with caplog.at_level(logging.WARNING):
        findings = [each for each in validate(changed(('"2024"^^xsd:gYear', date))) if each.severity == "Violation"]
    assert shapes(findings) == ["Meeting-start"]
    assert caplog.records == []
    assert capsys.readouterr() == ("", "")


def test_a_year_is_not_taken_for_a_day(changed) -> None:
    assert validate(changed(('"2023-02-20"^^xsd:date', '"2023"^^xsd:gYear'))) == []


@pytest.mark.parametrize(
    ("start", "end", "fine"),
    [
        ("2023-02-20", "2023-02-20", True),
        ("2023-02-20", "2023-02", True),
        ("2023", "2023-02-21", True),
        ("2023-02", "2023", True),
        ("2023-02-20", "2023-02-19", False),
        ("2023-02-20", "2023-01", False),
        ("2023", "2022-12-31", False),
        ("2023-03", "2022", False),
    ],
)
def test_an_end_is_compared_with_the_start_at_the_precision_that_both_have(changed, start, end, fine) -> None:
    kinds = {4: "gYear", 7: "gYearMonth", 10: "date"}
    graph = changed(
        ('startDate "2023-02-20"^^xsd:date', f'startDate "{start}"^^xsd:{kinds[len(start)]}'),
        ('endDate "2023-02-21"^^xsd:date', f'endDate "{end}"^^xsd:{kinds[len(end)]}'),
    )
    assert shapes(validate(graph)) == ([] if fine else ["Meeting-end-after-start"])


@pytest.mark.parametrize("name", ["Dr.", "H.E. Mr.", "Mr", "hon. mr.", "Director", "Sir  Dr"])
def test_an_honorific_is_no_name(changed, name: str) -> None:
    graph = changed(('foaf:name "Norikazu Kuramoto"', f'foaf:name "{name}"'))
    assert "Person-name-given" in shapes(validate(graph))


@pytest.mark.parametrize("name", ["Tan", "He", "Eng", "Hon", "Sir Tan"])
def test_a_surname_like_an_honorific_is_a_name(changed, name: str) -> None:
    graph = changed(('foaf:name "Norikazu Kuramoto"', f'foaf:name "{name}"'))
    assert "Person-name-given" not in shapes(validate(graph))


@pytest.mark.parametrize(
    "name", ["Larry Liza", "Mr Bean", "Askolani", "Dato Sri Abd. Rahman", "Hon Lik", "Sri Mulyani"]
)
def test_a_name_that_begins_like_an_honorific_is_one(changed, name: str) -> None:
    graph = changed(('foaf:name "Norikazu Kuramoto"', f'foaf:name "{name}"'))
    assert "Person-name-given" not in shapes(validate(graph))


def test_statements_about_statements_are_refused(valid) -> None:
    about = Triple(NamedNode("http://example.org/a"), NamedNode("http://example.org/b"), valid[0].triple)
    with pytest.raises(RdfSyntaxError, match="about statements"):
        validate([about])


def test_another_engine_can_take_the_place(changed) -> None:
    class Grumbler:
        def run(self, data, focus=None):
            about = next(triple.subject for triple in data if triple.object == Literal(18))
            component = NamedNode("http://www.w3.org/ns/shacl#SPARQLConstraintComponent")
            return [Result(NamedNode(f"{SHAPES}No"), Severity.INFO, about, "", None, component, "No.")]

    (finding,) = validate(changed(ZERO), engine=Grumbler())
    assert (finding.message, finding.quote) == ("No.", "18th Global Meeting")


@pytest.mark.parametrize(
    ("role", "participant", "faults"),
    [
        ("host", "person/norikazu-kuramoto", ["PlausibleParticipation-participant"]),
        ("sponsor", "office/wco", []),
        ("visitor", "office/wco", ["PlausibleParticipation-participant"]),
        ("closing", "person/norikazu-kuramoto", []),
        ("elected-chair", "office/wco", ["Participation-chair"]),
        ("vice-chair", "person/norikazu-kuramoto", []),
        ("observer", "office/wco", []),
        ("observer", "person/norikazu-kuramoto", []),
    ],
)
def test_roles_are_for_people_or_for_offices(changed, role: str, participant: str, faults: list[str]) -> None:
    graph = changed(
        ("wco:participant <office/rtc-korea>", f"wco:participant <{participant}>"),
        ("wco:role <role/attendee>", f"wco:role <role/{role}>"),
    )
    assert shapes(validate(graph)) == faults


class TestFile:
    def test_turtle(self) -> None:
        assert validate_file(Path(__file__).parent / "cases" / "valid.ttl") == []

    def test_each_graph_of_a_dataset_is_checked_for_itself(self, tmp_path: Path, valid) -> None:
        path = tmp_path / "two.nq"
        names = [NamedNode("http://example.org/a"), NamedNode("http://example.org/b")]
        quads = [Quad(*quad.triple, name) for name in names for quad in valid]
        lines = [str(quad) for quad in quads if "articleBody" not in str(quad) or quad.graph_name == names[0]]
        path.write_text("".join(f"{line} .\n" for line in lines), encoding="utf-8")
        assert shapes(validate_file(path)) == ["Report-text"]

    def test_a_syntax_error_has_file_and_line(self, tmp_path: Path) -> None:
        path = tmp_path / "broken.ttl"
        path.write_text(
            "<http://example.org/a> <http://example.org/b> 1 .\n<http://example.org/a> 1 .\n", encoding="utf-8"
        )
        with pytest.raises(RdfSyntaxError, match=r"broken\.ttl, line 2"):
            validate_file(path)

    def test_a_missing_file_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(NoSuchPath, match=r"absent\.ttl"):
            validate_file(tmp_path / "absent.ttl")
