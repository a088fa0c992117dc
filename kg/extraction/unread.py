"""What the rules read nothing from: the sentences that name somebody, with the words from which rules can grow."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.extraction.clauses.clause import Clause
from kg.extraction.mentions.mention import Kind, Mention
from kg.model import Meeting, Post, Unread
from kg.regex import regex
from kg.tables import read_table

__all__ = ["Looked", "find_unread"]

_NAMING = frozenset({Kind.PERSON, Kind.OFFICE, Kind.TITLE})
_WORD = regex(r"[^\W\d_]{2,}(?:['-][^\W\d_]+)*")


class Looked(NamedTuple):
    """A sentence that was looked at.

    Attributes:
        clause: The sentence, reduced; of a table or noise, without what it names.
        mentions: All that it names.
        found: Whether the frames read something from it.
    """

    clause: Clause
    mentions: Sequence[Mention]
    found: bool


def find_unread(sentences: Iterable[Looked], stated: Iterable[Meeting | Post]) -> tuple[int, tuple[Unread, ...]]:
    """The number of sentences from which something was read, and those that name somebody and gave nothing.

    Args:
        sentences: In the order of the text.
        stated: What their passages tell from which more was read.
    """
    starts = sorted(passage.span.start for each in stated for passage in each.passages)
    unread: list[Unread] = []
    read = 0
    for clause, mentions, found in sentences:
        span = clause.sentence.span
        names = tuple(dict.fromkeys(mention.form for mention in mentions if mention.kind in _NAMING))
        unreduced = bool(names) and not clause.tape.items
        if not unreduced and (found or bisect_left(starts, span.start) < bisect_left(starts, span.end)):
            read += 1
        elif names:
            unread.append(Unread(span, names, () if unreduced else tuple(dict.fromkeys(_words(clause)))))
    return read, tuple(unread)


def _words(clause: Clause) -> Iterator[str]:
    """The words between what a sentence names that may say who did what."""
    return (word for word in _WORD.findall(clause.text) if word not in _function_words())


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("data", "wordings", "function_words.csv", columns=("word",)))
