from __future__ import annotations

import re

import pytest
from pyoxigraph import Store, Variable

from kg.errors import QuerySyntaxError
from kg.model import Role, Severity
from kg.query.header import parse_query
from kg.validation import load_checks, run_checks
from kg.validation.checks import read_check
from kg.vocab import PREFIXES

CHECKS = {check.name: check for check in load_checks()}
BROKEN = {
    "passage-differs-from-text": [("Belgium, 20-21 February 2023\\nMr.", "Belgium, 20-22 February 2023\\nMr.")],
    "shortcut-without-participation": [
        ("wco:attended <meeting/global-meeting-18>", "wco:observed <meeting/global-meeting-18>")
    ],
    "number-of-a-series-twice": [
        ("    wco:ordinal 19 ;", "    wco:ordinal 18 ; wco:inSeries <series/global-meeting> ;")
    ],
    "gap-in-a-series": [("    wco:ordinal 19 ;", "    wco:ordinal 16 ; wco:inSeries <series/global-meeting> ;")],
    "number-against-date": [
        ("    wco:ordinal 19 ;", "    wco:ordinal 17 ; wco:inSeries <series/global-meeting> ;"),
    ],
    "meeting-against-reference": [
        ('    schema:startDate "2023-02-20"^^xsd:date ;', '    schema:startDate "2023-02-19"^^xsd:date ;')
    ],
    "office-against-reference": [
        (
            "    wco:region <region/AP> ;",
            "    wco:region <region/GLOBAL> ; prov:wasDerivedFrom <report/gm18#char=70,91> ;",
        )
    ],
    "post-against-reference": [
        ("norikazu-kuramoto", "larry-liza"),
        ("    wco:status <post-status/acting> ;\n", ""),
        ("    org:role <title/head> ;", '    org:role <title/head> ; wco:attestedOn "2022"^^xsd:gYear ;'),
    ],
    "person-in-two-countries-at-once": [
        ('"2024"^^xsd:gYear', '"2023-02-20"^^xsd:date'),
        ("schema:location <country/BE>", "schema:location <country/KR>"),
        ("schema:eventAttendanceMode schema:Mixed", "schema:eventAttendanceMode schema:Offline"),
        (
            "    wco:meeting <meeting/global-meeting-18> ;\n    wco:role <role/speaker>",
            "    wco:meeting <meeting/global-meeting-19> ;\n    wco:role <role/speaker>",
        ),
    ],
}


@pytest.fixture
def ask():
    """Asks a store as the real one does."""

    def asking(quads):
        from kg.mapping import reference_quads
        from kg.validation.shapes import scheme_triples

        store = Store()
        store.extend(quads)
        store.extend(type(quads[0])(*triple) for triple in scheme_triples())
        store.extend(reference_quads())

        def query(text, parameters=None, /):
            bound = {Variable(name): value for name, value in (parameters or {}).items()}
            return store.query(text, prefixes=PREFIXES, substitutions=bound)

        return query

    return asking


def test_every_check_has_a_case() -> None:
    assert set(BROKEN) == set(CHECKS)


def test_the_valid_case_passes_all_checks(ask, valid) -> None:
    assert run_checks(ask(valid)) == []


@pytest.mark.parametrize("name", BROKEN)
def test_each_check_finds_its_fault(ask, changed, name: str) -> None:
    (finding,) = run_checks(ask(changed(*BROKEN[name])), [CHECKS[name]])
    assert (finding.shape, finding.severity, finding.message) == (name, CHECKS[name].severity, CHECKS[name].message)
    if name != "shortcut-without-participation":
        assert finding.report == "gm18"
        assert finding.quote


def test_a_finding_has_the_terms_of_its_row(ask, changed) -> None:
    (finding,) = run_checks(ask(changed(*BROKEN["number-of-a-series-twice"])), [CHECKS["number-of-a-series-twice"]])
    assert finding.focus.endswith("meeting/global-meeting-18")
    assert finding.value.endswith("meeting/global-meeting-19")
    assert finding.path == "https://w3id.org/wco-kg/ontology#ordinal"
    assert finding.severity is Severity.WARNING


def test_the_check_of_shortcuts_knows_all_roles() -> None:
    listed = re.findall(r'\(wco:(\w+) "([\w-]+)"\)', CHECKS["shortcut-without-participation"].text)
    assert sorted(notation for _, notation in listed) == sorted(Role)
    assert len({name for name, _ in listed}) == len(Role)


@pytest.mark.parametrize("name", CHECKS)
def test_checks_can_be_asked_as_questions_too(name: str) -> None:
    query = parse_query(CHECKS[name].text, name)
    assert "check" in query.tags
    selected = re.findall(r"\?(\w+)", re.search(r"^SELECT (.*)$", query.text, re.MULTILINE)[1])
    assert list(query.columns) == selected


def test_a_check_without_severity_is_refused(tmp_path) -> None:
    path = tmp_path / "mild.rq"
    path.write_text("#+ summary: Mild.\nSELECT ?focus { ?focus ?p ?o }\n", encoding="utf-8")
    with pytest.raises(QuerySyntaxError, match=r"mild\.rq"):
        read_check(path)
