"""Where capitalised words end that somebody's name follows without a comma."""

from __future__ import annotations

from kg.extraction.words.ordinary import ordinary_words
from kg.regex import regex

__all__ = ["end_before_name"]

_WORD = regex(r"[^\s,]+")
_LINKS = frozenset({"of", "for", "and", "&", "the"})


def end_before_name(text: str, start: int, end: int) -> int:
    """The end of 'of Capacity Building' in 'of Capacity Building Olivier Van Haver', or ``end`` if no name follows.

    Two capitalised words or more that are no ordinary ones are a name, if none of the small words leads over to them:
    'of Addis Ababa' ends at its end.

    Args:
        text: The text.
        start: First character of the words.
        end: One past their last.
    """
    first = 0
    words = list(_WORD.finditer(text, start, end))
    for place in range(len(words) - 1, 0, -1):
        word = words[place].group()
        if not word[0].isupper() or word.isupper() or word.lower() in ordinary_words():
            break
        first = place
    if not first or len(words) - first < 2 or words[first - 1].group() in _LINKS:
        return end
    return words[first - 1].end()
