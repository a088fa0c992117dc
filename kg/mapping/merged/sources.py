"""How many of several reports are sources of their own: who repeats another's sentence tells nothing new."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from kg.model import Passage, Report

__all__ = ["Source", "count_sources", "sentence_digest"]

_TELLING = 8
"""A sentence of fewer words may be the same by chance: a headline, a date and place."""

Source = tuple[str, str]
"""Who published a report, and the digest of the sentence that states something in it."""


def sentence_digest(report: Report, passage: Passage) -> str:
    """What two reports have in common where one repeats the sentence of the other, whatever its punctuation.

    Returns:
        A digest of the words of the sentence in which a passage begins; empty where they are too few to tell.
    """
    start = passage.span.start
    span = next((each.span for each in report.sentences if each.span.start <= start < each.span.end), passage.span)
    words = re.findall(r"\w+", report.text[span.start : span.end].lower())
    if len(words) < _TELLING:
        return ""
    return hashlib.blake2b(" ".join(words).encode(), digest_size=8).hexdigest()


def count_sources(sources: Iterable[Source]) -> int:
    """The number of groups that have neither a publisher nor a sentence in common."""
    groups: list[set[str]] = []
    for publisher, sentence in sources:
        marks = {f"publisher {publisher}"} | ({f"sentence {sentence}"} if sentence else set())
        apart = [group for group in groups if not group & marks]
        groups = [*apart, marks.union(*(group for group in groups if group & marks))]
    return len(groups)
