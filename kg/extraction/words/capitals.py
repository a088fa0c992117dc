"""The capitalised words of a text: where most recognisers begin, so that each looks at these places alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set as AbstractSet
from functools import lru_cache

from kg.extraction.words.text import LETTER, UPPER
from kg.regex import regex

__all__ = ["Capitals", "capitals_of"]

_WORD = regex(rf"[{UPPER}](?<!\w.){LETTER}*", re.DOTALL)
_JOINT = r"[-‐–/'’.&]"
_JOINED = rf"(?:{_JOINT}{LETTER}+)*"
_WITHIN = regex(rf"{_JOINED}{_JOINT}")
_BLANK = regex(rf"{_JOINED}['’]?\s+")
_LINKED = regex(rf"{_JOINED}['’]?\s+(?:(?:and|for|on|de|du|des|la|le|&|the)\s+){{0,2}}")
_FURTHEST = 24
"""How many pieces of words ('U', 'S', 'A' of 'U.S.A') are looked back over at most."""


class Capitals:
    """The runs of letters that begin with a capital, in the order of the text.

    Attributes:
        text: The text.
        starts: Where each run begins.
        words: The runs. 'Asia/Pacific' is two, 'ROCBs' is one.
        places: For each word its places among ``words``.
    """

    __slots__ = ("places", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.words: list[str] = []
        self.places: dict[str, list[int]] = {}
        for place, match in enumerate(_WORD.finditer(text)):
            word = match.group()
            self.starts.append(match.start())
            self.words.append(word)
            if word in self.places:
                self.places[word].append(place)
            else:
                self.places[word] = [place]

    def among(self, words: AbstractSet[str]) -> list[int]:
        """The places, in order, of what is one of the words."""
        places = self.places
        found = [place for word in words & places.keys() for place in places[word]]
        found.sort()
        return found

    def between(self, start: int, end: int) -> list[int]:
        """Where the runs begin that begin within ``start`` and ``end``."""
        return self.starts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def starts_before(self, place: int, words: int, *, connected: bool) -> list[int]:
        """Where a sequence of capitalised words that leads to a word may begin, the earliest first.

        Args:
            place: Index of the word led to.
            words: How many words there may be before it.
            connected: Whether 'and', 'for', 'de' and the like may stand between the words, or blanks alone.

        Returns:
            Offsets into the text; of a word composed of several runs, that of each.
        """
        found: list[int] = []
        following = self.starts[place]
        for earlier in range(place - 1, max(place - _FURTHEST, 0) - 1, -1):
            start = self.starts[earlier]
            end = start + len(self.words[earlier])
            if not _WITHIN.fullmatch(self.text, end, following):
                words -= 1
                if words < 0 or not self._linked(end, following, connected=connected):
                    break
            found.append(start)
            following = start
        found.reverse()
        return found

    def _linked(self, end: int, following: int, *, connected: bool) -> bool:
        """Whether a word that begins at ``following`` continues the one before it, which ends at ``end``."""
        if following - end == 1:
            return self.text[end].isspace()
        return (_LINKED if connected else _BLANK).fullmatch(self.text, end, following) is not None


@lru_cache(maxsize=1)
def capitals_of(text: str) -> Capitals:
    """The capitalised words of a text; of the same text again, those found before."""
    return Capitals(text)
