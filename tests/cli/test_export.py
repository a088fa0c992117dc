import json
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Dataset, Graph


def test_turtle_is_the_default_and_the_same_on_every_run(kg, in_sample: Path) -> None:
    first = kg("export")
    assert (first.code, first.err) == (0, "")
    assert kg("export").out == first.out
    assert len(Graph().parse(data=first.out, format="turtle")) > 1000


@pytest.mark.parametrize(("name", "form"), [("g.nt", "nt"), ("g.rdf", "xml")])
def test_the_suffix_of_the_file_tells_the_format(kg, in_sample: Path, name: str, form: str) -> None:
    assert kg("export", "-o", name) == (0, "", "")
    assert len(Graph().parse(in_sample / name, format=form)) > 1000


def test_one_report_alone(kg, in_sample: Path) -> None:
    kg("export", "--report", "rocbap-664", "-f", "nquads", "-o", "one.nq")
    graphs = [graph for graph in Dataset().parse(in_sample / "one.nq", format="nquads").graphs() if len(graph)]
    assert [str(graph.identifier) for graph in graphs] == ["https://w3id.org/wco-kg/id/report/rocbap-664"]


def test_a_wrong_report_suggests_the_nearest(kg, in_sample: Path) -> None:
    (in_sample / "out.ttl").write_text("as it was", encoding="utf-8")
    ran = kg("export", "--report", "rocbap-646", "-o", "out.ttl")
    assert ran.code == 2
    assert "rocbap-664" in ran.err
    assert (in_sample / "out.ttl").read_text(encoding="utf-8") == "as it was"
    assert sorted(file.name for file in in_sample.iterdir()) == [".kg", "out.ttl"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_is_a_sentence(in_sample: Path) -> None:
    for arguments in (["export", "-o", "/dev/full"], ["export"]):
        with Path("/dev/full").open("w") as full:
            command = [sys.executable, "-m", "kg", *arguments]
            ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert ran.returncode == 3
        assert ran.stderr.startswith("Error: ")
        assert "disk is full" in ran.stderr
        assert "Traceback" not in ran.stderr


def test_a_reader_that_has_seen_enough_is_no_failure(in_sample: Path) -> None:
    command = f"set -o pipefail; {sys.executable} -m kg export | head -n 1"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_stats_in_every_form(kg, in_sample: Path) -> None:
    tables, data, rows = kg("stats"), kg("stats", "-f", "json"), kg("stats", "-f", "csv")
    assert json.loads(data.out)["reports"] == 59
    assert "graph,reports,value,59" in rows.out.splitlines()
    assert "reports\t59" in tables.out.splitlines()
    assert {tables.code, data.code, rows.code} == {0}
