"""Classes of characters and words that the recognisers share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TypeAlias

__all__ = [
    "CAP",
    "LETTER",
    "NAME_WORD",
    "UPPER",
    "alternation",
    "at_word_start",
    "fold_quotes",
    "lowered",
    "title_case",
    "without_accents",
]


def _character_class(category: str) -> str:
    """The Latin, Greek and Cyrillic letters of a Unicode category, as ranges for a regular expression."""
    codes = [c for block in ((0x41, 0x530), (0x1E00, 0x1F00)) for c in range(*block)]
    wanted = [c for c in codes if unicodedata.category(chr(c)) == category]
    ranges: list[list[int]] = []
    for code in wanted:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges)


UPPER = _character_class("Lu")
"""Upper-case letters, to be put in brackets."""

LETTER = r"[^\W\d_]"
"""One letter of any script."""

CAP = rf"[{UPPER}]{LETTER}*(?:['’.&]{LETTER}+){{0,8}}(?:[-‐–/]['’]?{LETTER}+(?:['’]{LETTER}+){{0,4}}){{0,8}}"
"""A word that begins with a capital: 'Customs', "Côte", 'WCO', 'Hing-Cheung', "d'Ivoire" apart.

The number of its joints is bounded, so that a text of nothing but joints ('A.A.A.A') is read in linear time.
"""

NAME_WORD = rf"[{UPPER}]{LETTER}*(?:['’]{LETTER}+){{0,8}}(?:-{LETTER}+){{0,8}}"
"""A word of a person's name: 'Norikazu', 'KURAMOTO', "O'Brien", 'Yung-Moon'."""

_Tree: TypeAlias = "dict[str, _Tree]"
_END = ""
"""Where a word of the tree ends."""
_PLAIN = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " ", "\t": " "}


def fold_quotes(text: str) -> str:
    """The text with one kind of quote and blank; as long as before, so that offsets hold."""
    for fancy, plain in _PLAIN.items():
        if fancy in text:
            text = text.replace(fancy, plain)
    return text


def lowered(text: str) -> str:
    """The text in small letters; as long as before, so that offsets hold."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def without_accents(text: str) -> str:
    """The text with plain letters in place of those with accents: 'Sangaré' is 'Sangare', 'Łódź' is 'Lodz'."""
    if text.isascii():
        return text
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain.replace("Ł", "L").replace("ł", "l")


def at_word_start(expressions: Iterable[str]) -> str:
    r"""An alternation of regular expressions that begin with a letter, met only where a word begins.

    Faster to search for than ``\b(?:...)``, since the first letters stand in front.
    """
    return "|".join(rf"{expression[0]}(?<!\w.){expression[1:]}" for expression in expressions)


def alternation(words: Iterable[str]) -> str:
    """A regular expression that matches any of the words, the longest first, blanks elastic.

    What words have in common at their beginning is written once: of hundreds of names few are tried at a place.
    """
    return _alternation(frozenset(words))


@lru_cache(maxsize=64)
def _alternation(words: frozenset[str]) -> str:
    tree: _Tree = {}
    for word in words:
        branch = tree
        for character in word:
            branch = branch.setdefault(character, {})
        if word:
            branch[_END] = {}
    return "|".join(_branches(tree))


def _branches(tree: _Tree) -> list[str]:
    return [_written(character) + _rest(tree[character]) for character in sorted(tree.keys() - {_END})]


def _rest(tree: _Tree) -> str:
    branches = _branches(tree)
    if len(branches) == 1 and _END not in tree:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if _END in tree else "") if branches else ""


@cache
def _written(character: str) -> str:
    return {" ": r"\s+", "'": "['’]"}.get(character) or re.escape(character)


@lru_cache(maxsize=4096)
def title_case(word: str) -> str:
    """A word of a name as it is usually written: 'SANGARE' -> 'Sangare', 'McDonald' and 'P.S.' as they are."""
    if len(word) > 1 and "." not in word[:-1] and (word.isupper() or word.islower()):
        return "-".join(
            "'".join(piece[:1].upper() + piece[1:].lower() for piece in part.replace("’", "'").split("'"))
            for part in word.split("-")
        )
    return word
