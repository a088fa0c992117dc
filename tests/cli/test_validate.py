import json
from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph

from kg.pipeline import sample_corpus

BROKEN = """
@prefix wco: <https://w3id.org/wco-kg/ontology#> .
<https://w3id.org/wco-kg/id/participation/x> a wco:Participation .
"""


def test_the_sample_graph_holds_what_must_hold(kg, in_sample: Path) -> None:
    ran = kg("validate")
    assert ran.code == 0
    assert "Violation" not in ran.out


def test_violations_end_with_exit_code_1_and_are_grouped_by_shape(kg, tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text(BROKEN, encoding="utf-8")
    ran = kg("validate", tmp_path / "broken.ttl")
    assert ran.code == 1
    heads = [line for line in ran.out.splitlines() if line.startswith("Violation ")]
    assert "Violation shape:Participation-meeting (1)" in heads
    assert len(heads) == len(set(heads))
    assert "violations, " in ran.err


@pytest.mark.parametrize("form", ["json", "ttl"])
def test_each_engine_finds_the_same(kg, tmp_path: Path, in_sample: Path, form: str) -> None:
    (tmp_path / "broken.ttl").write_text(BROKEN, encoding="utf-8")
    targets = ((tmp_path / "broken.ttl",), ()) if form == "json" else ((tmp_path / "broken.ttl",),)
    for target in targets:  # what is found is written by the same code whoever found it
        found = [kg("validate", *target, "-f", form, "--engine", each).out for each in ("auto", "pyshacl", "screened")]
        assert found[0] == found[1] == found[2] != ""


def test_a_finding_quotes_the_sentence_and_names_the_rule(kg, tmp_path: Path) -> None:
    stated = kg("extract", sample_corpus() / "rocbap-664.txt", "-f", "ntriples").out.splitlines()
    role = next(line for line in stated if "<https://w3id.org/wco-kg/ontology#role>" in line)
    broken = tmp_path / "roleless.nt"
    broken.write_text("\n".join(line for line in stated if line != role) + "\n", encoding="utf-8")
    (finding, *_) = json.loads(kg("validate", broken, "-f", "json").out)
    assert finding["shape"].endswith("#Participation-role")
    assert finding["quote"]
    text = kg("validate", broken).out
    assert f"[rocbap-664 {'-'.join(map(str, finding['passage'][0]))}, {finding['passage'][1]}]" in text


def test_the_report_of_shacl_is_turtle(kg, tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text(BROKEN, encoding="utf-8")
    ran = kg("validate", tmp_path / "broken.ttl", "-f", "ttl", "-o", tmp_path / "report.ttl")
    assert (ran.code, ran.out) == (1, "")
    report = Graph().parse(tmp_path / "report.ttl")
    assert (None, RDF.type, SH.ValidationReport) in report
    assert (None, SH.resultSeverity, SH.Violation) in report


def test_wrong_use_is_a_sentence(kg, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("<a> <b>", encoding="utf-8")
    for arguments in ((tmp_path / "bad.ttl",), (tmp_path / "none.ttl",), ("--store", tmp_path / "none")):
        ran = kg("validate", *arguments)
        assert ran.code == 2
        assert ran.err.startswith("Error: ")
