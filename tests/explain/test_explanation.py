from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.explain import explain
from kg.model import (
    Extractions,
    Office,
    Passage,
    Report,
    Sentence,
    SentenceKind,
    Span,
)


def test_statements_stand_with_their_sentence(report: Report, extractions: Extractions) -> None:
    title, body, thanked, furniture = explain(report, extractions).sentences
    assert {s.label for s in title.statements} == {"main meeting", "name", "discrepancy", "ordinal of the main meeting"}
    assert {"chair", "post", "person", "office"} <= {s.label for s in body.statements}
    assert thanked.statements == ()
    assert thanked.unread == ("Larry Liza",)
    assert furniture.statements == furniture.unread == ()


def test_pieces_carry_the_statements_that_cover_them(report: Report, extractions: Extractions) -> None:
    body = explain(report, extractions).sentences[1]
    labels = {report.quote(p.span): sorted({s.label for s in p.statements}) for p in body.pieces}
    assert labels["ROCB A/P"] == ["office", "post"]
    assert labels["chaired the "] == ["chair"]
    assert labels["."] == []


def test_characters_are_marked_by_the_kind_of_the_shortest_passage(report: Report, extractions: Extractions) -> None:
    body = explain(report, extractions).sentences[1]
    kinds = {report.quote(piece.span): piece.kind for piece in body.pieces}
    assert kinds["Mr. Norikazu Kuramoto"] == "person"
    assert kinds[", Head of "] == "post"
    assert kinds["ROCB A/P"] == "office"
    assert kinds["chaired the "] == "participation"
    assert kinds["."] == ""


def test_a_passage_over_two_sentences_marks_both(report: Report) -> None:
    first, second = report.sentences[1].span, report.sentences[2].span
    long = Office("o9", "both", (), (Passage(Span(first.end - 5, second.start + 5), "test"),))
    explanation = explain(report, Extractions(report.id, offices=(long,)))
    marked = [
        report.quote(piece.span)
        for item in explanation.sentences
        for piece in item.pieces
        if any(s.words == "both" for s in piece.statements)
    ]
    assert "".join(marked) == report.text[first.end - 5 : first.end] + report.text[second.start : second.start + 5]
    assert [s.words for s in explanation.sentences[2].statements] == []


def test_a_passage_outside_any_sentence_is_not_lost(report: Report) -> None:
    last = len(report.text) - 1
    stray = Office("o9", "stray", (), (Passage(Span(last, last + 1), "test"),))
    assert [s.words for s in explain(report, Extractions(report.id, offices=(stray,))).elsewhere] == ["stray"]


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=12), st.sets(st.integers(1, 39), max_size=5)
)
def test_pieces_rebuild_every_sentence_and_agree_with_the_passages(
    spans: list[tuple[int, int]], cuts: set[int]
) -> None:
    ends = [0, *sorted(cuts), 40]
    sentences = tuple(Sentence(Span(a, b), SentenceKind.BODY, 0) for a, b in pairwise(ends))
    report = Report("r", "x" * 60, sentences)
    offices = tuple(
        Office(f"o{i}", f"office {i}", (), (Passage(Span(start, start + length), "test"),))
        for i, (start, length) in enumerate(spans)
    )
    explanation = explain(report, Extractions("r", offices=offices))
    stated = [s for item in explanation.sentences for s in item.statements] + list(explanation.elsewhere)
    assert len(stated) == len(spans)
    for item in explanation.sentences:
        assert [p.span.start for p in item.pieces] + [item.sentence.span.end] == [
            item.sentence.span.start,
            *(p.span.end for p in item.pieces),
        ]
        for piece in item.pieces:
            covering = {
                f"office {i}" for i, (start, length) in enumerate(spans) if start <= piece.span.start < start + length
            }
            assert {s.words for s in piece.statements} == covering
