"""A report cut into its sentences, each with what was read from it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kg.explain.statements import KINDS, ReadStatement, read_statements
from kg.model import Extractions, Report, Sentence, Span

__all__ = ["ExplainedSentence", "Explanation", "Piece", "explain"]


class Piece(NamedTuple):
    """Characters of a sentence to which the same statements apply."""

    span: Span
    statements: tuple[ReadStatement, ...]

    @property
    def kind(self) -> str:
        """The kind that marks these characters, that of the shortest passage; empty where nothing was read."""
        return min(self.statements, key=_length_and_kind).kind if self.statements else ""


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """One sentence, and what came of it.

    Attributes:
        pieces: The sentence cut wherever a passage begins or ends.
        statements: Those whose passage begins in it, in the order of the text.
        unread: The people, offices and titles in it, where it has some and nothing was read from it.
    """

    sentence: Sentence
    pieces: tuple[Piece, ...]
    statements: tuple[ReadStatement, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """A report with all that was read from it and all that was not.

    Attributes:
        sentences: All sentences, in the order of the text.
        elsewhere: Statements whose passage begins in no sentence.
        sentences_read: Sentences from which something was read.
        sentences_total: Sentences that are no furniture.
    """

    report: Report
    sentences: tuple[ExplainedSentence, ...]
    elsewhere: tuple[ReadStatement, ...]
    sentences_read: int
    sentences_total: int

    @property
    def title(self) -> str:
        """The headline, or the identifier where there is none."""
        return self.report.quote(self.report.title) if self.report.title else self.report.id


def _length_and_kind(statement: ReadStatement) -> tuple[int, int]:
    start, end = statement.passage.span
    return end - start, KINDS.index(statement.kind)


def explain(report: Report, extractions: Extractions) -> Explanation:
    """Puts what was read beside the sentences it was read from.

    Args:
        report: The report.
        extractions: What was read from it.
    """
    starts = [sentence.span.start for sentence in report.sentences]
    statements: list[list[ReadStatement]] = [[] for _ in report.sentences]
    unread: list[tuple[str, ...]] = [() for _ in report.sentences]
    elsewhere: list[ReadStatement] = []

    def sentence_at(offset: int) -> int | None:
        index = bisect_right(starts, offset) - 1
        return index if index >= 0 and offset < report.sentences[index].span.end else None

    for statement in read_statements(extractions):
        index = sentence_at(statement.passage.span.start)
        (elsewhere if index is None else statements[index]).append(statement)
    for span, names, _ in extractions.unread:
        index = sentence_at(span.start)
        if index is not None:
            unread[index] += names
    sentences = tuple(_sentences(report.sentences, statements, unread))
    return Explanation(report, sentences, tuple(elsewhere), extractions.sentences_read, extractions.sentences_total)


def _sentences(
    sentences: Iterable[Sentence], statements: Iterable[list[ReadStatement]], unread: Iterable[tuple[str, ...]]
) -> Iterator[ExplainedSentence]:
    reaching: list[ReadStatement] = []  # statements of earlier sentences whose passage goes on into this one
    for sentence, own, words in zip(sentences, statements, unread, strict=True):
        here = [item for item in reaching if item.passage.span.end > sentence.span.start] + own
        yield ExplainedSentence(sentence, tuple(_pieces(sentence.span, here)), tuple(own), words)
        reaching = [item for item in here if item.passage.span.end > sentence.span.end]


def _pieces(span: Span, statements: list[ReadStatement]) -> Iterator[Piece]:
    """Cuts ``span`` at the passages of ``statements``, which are ordered by their start."""
    cuts = {span.start, span.end}
    for statement in statements:
        cuts |= {cut for cut in statement.passage.span if span.start < cut < span.end}
    ordered = sorted(cuts)
    open_now: list[ReadStatement] = []
    coming = iter(statements)
    following = next(coming, None)
    for start, end in pairwise(ordered):
        open_now = [item for item in open_now if item.passage.span.end > start]
        while following is not None and following.passage.span.start <= start:
            open_now.append(following)
            following = next(coming, None)
        yield Piece(Span(start, end), tuple(open_now))
