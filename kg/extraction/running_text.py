"""The text that the recognisers run over, and the sentences with the lists that complete them."""

from __future__ import annotations

from kg.model import Report, Sentence, SentenceKind, Span

__all__ = ["join_lists", "running_text"]


def running_text(report: Report) -> str:
    """The text with everything that is no sentence blanked out, line ends as blanks; as long as the text."""
    pieces: list[str] = []
    position = 0
    for sentence in report.sentences:
        if sentence.kind is SentenceKind.FURNITURE:
            continue
        pieces.append("\x00" * (sentence.span.start - position))
        pieces.append(report.quote(sentence.span).replace("\n", " "))
        position = sentence.span.end
    pieces.append("\x00" * (len(report.text) - position))
    return "".join(pieces)


def join_lists(report: Report) -> list[tuple[Sentence, tuple[int, ...]]]:
    """The sentences that are no furniture; one that ends in a colon together with the list items behind it.

    Returns:
        Each sentence and the offsets at which its list items begin.
    """
    joined: list[tuple[Sentence, tuple[int, ...]]] = []
    for sentence in report.sentences:
        if sentence.kind is SentenceKind.FURNITURE:
            continue
        if joined and sentence.kind is SentenceKind.ITEM:
            head, items = joined[-1]
            if items or report.quote(head.span).rstrip().endswith(":"):
                whole = Sentence(Span(head.span.start, sentence.span.end), head.kind, head.paragraph)
                joined[-1] = (whole, (*items, sentence.span.start))
                continue
        joined.append((sentence, ()))
    return joined
