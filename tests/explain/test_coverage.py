from dataclasses import replace

from kg.explain import measure_coverage
from kg.model import Extractions, Report, Span, Unread


def test_ratio_counts_only_sentences_that_could_be_read(report: Report, extractions: Extractions) -> None:
    coverage = measure_coverage([(report, extractions)])
    assert (coverage.reports, coverage.sentences_read, coverage.sentences_total) == (1, 2, 3)
    assert coverage.ratio == 2 / 3
    assert [(item.report, item.quote) for item in coverage.unread] == [
        ("rocbap-1", "Mr. Larry Liza <was thanked> for years of work.")
    ]


def test_most_frequent_wordings_come_first(report: Report, extractions: Extractions) -> None:
    rare = replace(extractions, unread=(Unread(Span(0, 4), ("ROCB", "ROCB"), ("seconded", "seconded")),))
    coverage = measure_coverage([(report, rare), (report, extractions), (report, extractions)])
    assert coverage.wordings == (("thanked", 2), ("work", 2), ("years", 2), ("seconded", 1))
    assert coverage.unread[-1].words == ("seconded", "seconded")


def test_an_empty_corpus_misses_nothing() -> None:
    assert measure_coverage([]).ratio == 1
