"""A sentence with its mentions reduced to one character each: what the rules are matched against.

This is the cascade of finite-state text processing (names, then groups, then events): a rule speaks of
``{agent} chaired {meeting}`` and never of the many ways in which an agent may be written.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.words.text import fold_quotes, lowered
from kg.regex import regex

__all__ = ["Tape"]

_BULLET = regex(r"[^\w(\"'“]{0,20}(?:\d{1,2}[.)]\s+)?")
_BLANKS = regex(r"  +")


@lru_cache(maxsize=1)
def _folded(text: str) -> str:
    """The text as it stands on tapes, as long as before: small letters, single commas, one kind of quote."""
    small = lowered(text)
    for kind in Kind:
        small = small.replace(kind, "\x00")
    return fold_quotes(small.replace(",,", ", "))


class Tape:
    """A reduced sentence.

    Attributes:
        text: Lower case, one kind of quote, single blanks, one private-use character a mention (:class:`Kind` values).
        items: The mention at each position of ``text`` that stands for one.
    """

    __slots__ = (
        "_between",
        "_breaks",
        "_folded",
        "_length",
        "_pieces",
        "_positions",
        "_sources",
        "end",
        "items",
        "start",
        "text",
    )

    def __init__(
        self, source: str, start: int, end: int, mentions: Iterable[Mention], breaks: tuple[int, ...] = ()
    ) -> None:
        """Reduces the characters ``start`` to ``end``.

        Args:
            source: The whole text.
            start: First character of the sentence.
            end: One past its last.
            mentions: Those within, in order.
            breaks: Where list items begin, in order: before each of them stands a comma on the tape.
        """
        self.start, self.end = start, end
        self.items: dict[int, Mention] = {}
        self._folded = _folded(source)
        self._breaks = breaks
        items = [self._folded[first:last] for first, last in pairwise((*breaks, end))]
        self._between = "; " if any(", " in item for item in items) else ", "
        self._positions: list[int] = []
        self._sources: list[int] = []
        self._pieces: list[str] = []
        self._length = 0
        position = start
        for mention in mentions:
            self._words(position, mention.start)
            self.items[self._length] = mention
            self._piece(mention.kind, mention.start)
            position = mention.end
        self._words(position, end)
        self._positions.append(self._length)
        self._sources.append(end)
        self.text = "".join(self._pieces)

    def _words(self, start: int, end: int) -> None:
        """Puts the words between two mentions on the tape."""
        breaks = self._breaks
        if breaks:
            for place in breaks[bisect_left(breaks, start) : bisect_right(breaks, end)]:
                if start <= place:
                    self._plain(start, place)
                    self._item(first=place == breaks[0])
                    bullet = _BULLET.match(self._folded, place, end)
                    start = bullet.end() if bullet else place
        self._plain(start, end)

    def _item(self, *, first: bool) -> None:
        """Puts on the tape what parts list items: a comma, before the first a colon."""
        pieces = self._pieces
        if pieces and pieces[-1].endswith(" "):
            pieces[-1] = pieces[-1][:-1]
            self._length -= 1
        mark = " " if pieces and pieces[-1].endswith((":", ",", ";")) else ": " if first else self._between
        if pieces:
            pieces.append(mark)
            self._length += len(mark)
        else:
            self._piece(mark, self.start)

    def _plain(self, start: int, end: int) -> None:
        words = self._folded[start:end]
        if self._breaks:
            words = words.replace("\x00", " ")
        if "  " not in words:
            if words:
                self._piece(words, start)
            return
        position = 0
        for blanks in _BLANKS.finditer(words):
            self._piece(words[position : blanks.start() + 1], start + position)
            position = blanks.end()
        if position < len(words):
            self._piece(words[position:], start + position)

    def _piece(self, words: str, source: int) -> None:
        self._positions.append(self._length)
        self._sources.append(source)
        self._pieces.append(words)
        self._length += len(words)

    def source(self, position: int) -> int:
        """Where a position of the tape lies in the text of the report."""
        place = bisect_right(self._positions, position) - 1
        return min(self._sources[place] + position - self._positions[place], self.end)

    def source_end(self, position: int) -> int:
        """Where in the text of the report ends what ends at ``position`` of the tape (half open)."""
        if position <= 0:
            return self.start
        mention = self.items.get(position - 1)
        return mention.end if mention else min(self.source(position - 1) + 1, self.end)
