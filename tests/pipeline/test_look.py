from pathlib import Path

import pytest

from kg.errors import NoSuchPath
from kg.pipeline import corpus_coverage, explain_report, workers


def test_a_file_and_a_sample_report_by_name_are_explained_alike(corpus: Path) -> None:
    assert explain_report(str(corpus / "rocbap-664.txt")) == explain_report("rocbap-664")


@pytest.mark.parametrize("name", ["rocbap-none", "corpus"])
def test_what_is_no_report_is_wrong_use(corpus: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(corpus.parent)
    with pytest.raises(NoSuchPath, match=name):
        explain_report(name)


def test_coverage_is_of_the_paths_given(corpus: Path) -> None:
    coverage = corpus_coverage([corpus], [])
    assert coverage.reports == 2
    assert 0 < coverage.sentences_read <= coverage.sentences_total


def test_several_jobs_cover_the_same(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_FEW", 1)
    assert corpus_coverage([corpus], [], jobs=2) == corpus_coverage([corpus], [])
