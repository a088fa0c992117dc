from pathlib import Path

import pytest
from rdflib import Graph

from kg.pipeline import Skipped, extract_reports, extract_to_folder, workers
from kg.vocab import RDF, WCO


def test_writes_one_file_a_report_that_others_can_read(corpus: Path, tmp_path: Path) -> None:
    (corpus / "empty.txt").write_bytes(b"")
    skipped: list[Skipped] = []
    out = tmp_path / "new" / "extracted"
    assert extract_to_folder([corpus], out, skipped) == 2
    assert sorted(file.name for file in out.iterdir()) == ["rocbap-401.ttl", "rocbap-664.ttl"]
    assert len(skipped) == 1
    for file in out.iterdir():
        assert len(Graph().parse(file)) > 10


def test_states_what_one_report_states_and_no_more(corpus: Path) -> None:
    read = dict(extract_reports([corpus], []))
    assert list(read) == ["rocbap-401", "rocbap-664"]
    for name, triples in read.items():
        reports = {t.subject.value for t in triples if t.predicate == RDF.type and t.object == WCO.Report}
        assert {report.rpartition("/")[2] for report in reports} == {name}


def test_several_jobs_write_the_same(corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (corpus / "empty.txt").write_bytes(b"")
    monkeypatch.setattr(workers, "_FEW", 1)
    skipped: list[list[Skipped]] = [[], [], []]
    for jobs in (1, 2):
        assert extract_to_folder([corpus], tmp_path / str(jobs), skipped[jobs], jobs=jobs) == 2
    for file in (tmp_path / "1").iterdir():
        assert file.read_bytes() == (tmp_path / "2" / file.name).read_bytes()
    assert [each.name for each in skipped[1]] == [each.name for each in skipped[2]]
    assert list(extract_reports([corpus], [], jobs=2)) == list(extract_reports([corpus], []))
