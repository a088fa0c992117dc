"""How much of a corpus was read, and what was not: the list from which the rules grow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from kg.model import Extractions, Report, Span

__all__ = ["Coverage", "UnreadSentence", "measure_coverage"]


class UnreadSentence(NamedTuple):
    """A sentence that names people, offices or roles and from which nothing was read.

    Attributes:
        names: Whom and what it names: people, offices, titles.
        words: What it says of them, in small letters.
    """

    report: str
    span: Span
    quote: str
    names: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a corpus was read.

    Attributes:
        sentences_read: Sentences from which something was read.
        sentences_total: Sentences that are no furniture.
        unread: Those whose wordings are missed most often come first, then by report and place.
        wordings: What unread sentences say, word by word, with the number of such sentences, most frequent first.
    """

    reports: int
    sentences_read: int
    sentences_total: int
    unread: tuple[UnreadSentence, ...]
    wordings: tuple[tuple[str, int], ...]

    @property
    def ratio(self) -> float:
        """Of the sentences that name people, offices or roles, the share from which something was read."""
        telling = self.sentences_read + len(self.unread)
        return self.sentences_read / telling if telling else 1.0


def measure_coverage(read: Iterable[tuple[Report, Extractions]]) -> Coverage:
    """Measures over a corpus; keeps the unread sentences alone, not the texts."""
    reports = sentences_read = sentences_total = 0
    unread: list[UnreadSentence] = []
    for report, extractions in read:
        reports += 1
        sentences_read += extractions.sentences_read
        sentences_total += extractions.sentences_total
        unread += [
            UnreadSentence(report.id, each.span, report.quote(each.span), *each[1:]) for each in extractions.unread
        ]
    counts = Counter(word for sentence in unread for word in set(sentence.words))
    wordings = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    unread.sort(key=lambda item: (-max((counts[word] for word in item.words), default=0), item.report, item.span))
    return Coverage(reports, sentences_read, sentences_total, tuple(unread), wordings)
