"""A sentence with its mentions reduced to one character each: what the rules are matched against.

This is the cascade of finite-state text processing (names, then groups, then events): a rule speaks of
``{agent} chaired {meeting}`` and never of the many ways in which an agent may be written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from kg.extraction.mentions import Mention
from kg.extraction.text import fold_quotes

__all__ = ["Tape"]

_BULLET = re.compile(r"[^\w(\"'“]*(?:\d{1,2}[.)]\s+)?")
_BLANKS = re.compile(r"  +")


def _lower(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


class Tape:
    """A reduced sentence.

    Attributes:
        text: Lower case, one kind of quote, single blanks, one private-use character a mention (:class:`Kind` values).
        items: The mention at each position of ``text`` that stands for one.
    """

    __slots__ = ("_breaks", "_positions", "_sources", "end", "items", "start", "text")

    def __init__(
        self, source: str, start: int, end: int, mentions: Iterable[Mention], breaks: tuple[int, ...] = ()
    ) -> None:
        """Reduces the characters ``start`` to ``end``.

        Args:
            mentions: Those within, in order.
            breaks: Where list items begin: before each of them stands a comma on the tape.
        """
        self.start, self.end = start, end
        self._breaks = breaks
        self.items: dict[int, Mention] = {}
        self._positions: list[int] = []
        self._sources: list[int] = []
        pieces: list[str] = []
        length = 0
        position = start
        for mention in mentions:
            length = self._words(source, position, mention.start, pieces, length)
            self._positions.append(length)
            self._sources.append(mention.start)
            self.items[length] = mention
            pieces.append(mention.kind.value)
            length += 1
            position = mention.end
        length = self._words(source, position, end, pieces, length)
        self._positions.append(length)
        self._sources.append(end)
        self.text = "".join(pieces)

    def _words(self, source: str, start: int, end: int, pieces: list[str], length: int) -> int:
        for place in self._breaks:
            if start <= place <= end:
                length = self._words_plain(source, start, place, pieces, length)
                bullet = _BULLET.match(source, place, end)
                start = bullet.end() if bullet else place
                if pieces and pieces[-1].endswith(" "):
                    pieces[-1] = pieces[-1][:-1]
                    length -= 1
                mark = " " if pieces and pieces[-1].endswith((":", ",", ";")) else ", "
                pieces.append(mark)
                length += len(mark)
        return self._words_plain(source, start, end, pieces, length)

    def _words_plain(self, source: str, start: int, end: int, pieces: list[str], length: int) -> int:
        words = fold_quotes(_lower(source[start:end]))
        if self._breaks:
            words = words.replace("\x00", " ")
        position = 0
        for blanks in _BLANKS.finditer(words):
            length = self._piece(words[position : blanks.start() + 1], start + position, pieces, length)
            position = blanks.end()
        return self._piece(words[position:], start + position, pieces, length)

    def _piece(self, words: str, source: int, pieces: list[str], length: int) -> int:
        if words:
            self._positions.append(length)
            self._sources.append(source)
            pieces.append(words)
        return length + len(words)

    def source(self, position: int) -> int:
        """Where a position of the tape lies in the text of the report."""
        place = bisect_right(self._positions, position) - 1
        return self._sources[place] + position - self._positions[place]

    def source_end(self, position: int) -> int:
        """Where in the text of the report ends what ends at ``position`` of the tape (half open)."""
        if position <= 0:
            return self.start
        mention = self.items.get(position - 1)
        return mention.end if mention else self.source(position - 1) + 1
