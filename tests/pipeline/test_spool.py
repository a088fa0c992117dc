import pytest

from kg.model import Extractions, Report, Sentence, SentenceKind, Span
from kg.pipeline.spool import Spool


def test_gives_back_what_was_added_as_often_as_asked() -> None:
    sentence = Sentence(Span(0, 4), SentenceKind.BODY, 0)
    pairs = [(Report(f"r{n}", "text" * n, (sentence,)), Extractions(f"r{n}", sentences_total=n)) for n in range(1, 4)]
    with Spool() as spool:
        for pair in pairs:
            spool.add(*pair)
        assert len(spool) == 3
        assert list(spool) == list(spool) == pairs


def test_nothing_can_be_read_afterwards() -> None:
    with Spool() as spool:
        spool.add(Report("r", "text", ()), Extractions("r"))
    with pytest.raises(ValueError, match="closed"):
        list(spool)
