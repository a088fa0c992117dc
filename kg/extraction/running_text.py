"""The text that the recognisers run over, and the sentences with the lists that complete them."""

from __future__ import annotations

from kg.model import Report, Sentence, SentenceKind, Span
from kg.regex import regex

__all__ = ["join_lists", "running_text"]


_MARK = regex(r"\s*(?:(?P<number>\(?[0-9]{1,2}[.)])|(?P<letter>\(?[A-Za-z][.)])|(?P<bullet>[^\w\s(\"'“‘]))\s")
_HEADING = 70
"""Characters of the heading of a list, which stands above it without a colon."""


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
    joined: list[list[Sentence]] = []
    for sentence in report.sentences:
        if sentence.kind is SentenceKind.FURNITURE:
            continue
        if sentence.kind is SentenceKind.ITEM and joined and _goes_on(report, joined[-1], sentence):
            joined[-1].append(sentence)
        else:
            joined.append([sentence])
    return [_whole(*sentences) for sentences in joined]


def _goes_on(report: Report, sentences: list[Sentence], item: Sentence) -> bool:
    """Whether an item belongs to a list: a sentence that ends in a colon, or is a heading, or has items like it."""
    if len(sentences) > 1:
        return _marker(report, sentences[1]) == _marker(report, item)
    head = report.quote(sentences[0].span).rstrip()
    heading = sentences[0].kind is SentenceKind.BODY and len(head) <= _HEADING and head[-1:] not in set(".!;,")
    return head.endswith(":") or heading


def _marker(report: Report, item: Sentence) -> str:
    """With what sort of mark the line of an item begins: 'number', 'letter', 'bullet', or empty."""
    line = report.text.rfind("\n", 0, item.span.start) + 1
    mark = _MARK.match(report.text, line)
    return (mark.lastgroup or "") if mark else ""


def _whole(head: Sentence, *items: Sentence) -> tuple[Sentence, tuple[int, ...]]:
    if not items:
        return head, ()
    span = Span(head.span.start, items[-1].span.end)
    return Sentence(span, head.kind, head.paragraph), tuple(item.span.start for item in items)
