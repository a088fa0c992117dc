from __future__ import annotations

from itertools import permutations

import pytest

from kg.mapping.merged.sources import count_sources, sentence_digest
from kg.model import Passage, Report, Sentence, SentenceKind, Span

LONG = "The 18th Global Meeting was chaired by Mr. Norikazu Kuramoto, Head of ROCB A/P"


def report(text: str) -> Report:
    return Report("r", text, (Sentence(Span(0, len(text)), SentenceKind.BODY, 0),), title=None)


def digest(text: str, start: int = 4) -> str:
    return sentence_digest(report(text), Passage(Span(start, start + 4), "test"))


def test_the_same_words_have_one_digest_whatever_the_punctuation() -> None:
    assert digest(LONG) == digest(LONG.replace(",", " ,").upper()) != ""
    assert digest(LONG) != digest(LONG.replace("18th", "17th"))


def test_a_short_sentence_is_nobodys_own() -> None:
    assert digest("20-21 February 2023, Brussels, Belgium") == ""


def test_a_passage_outside_all_sentences_counts_for_itself() -> None:
    text = "x" * 10
    assert sentence_digest(Report("r", text, (), title=None), Passage(Span(2, 6), "test")) == ""


@pytest.mark.parametrize(
    ("sources", "count"),
    [
        ([], 0),
        ([("WCO", ""), ("WCO", "")], 1),
        ([("WCO", ""), ("OCO", "")], 2),
        ([("WCO", "a"), ("OCO", "a"), ("ROCB A/P", "b")], 2),
        ([("WCO", "a"), ("OCO", "b"), ("WCO", "b")], 1),
        ([("WCO", "a"), ("OCO", "b"), ("ROCB A/P", "a"), ("ROCB A/P", "b")], 1),
    ],
)
def test_who_repeats_another_is_no_source_of_its_own(sources: list[tuple[str, str]], count: int) -> None:
    for order in permutations(sources):
        assert count_sources(order) == count
