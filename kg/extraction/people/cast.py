"""Which mentions of a report name the same person, and whom a title or a pronoun means."""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import dataclass, field

from kg.extraction.mentions.mention import Mention
from kg.extraction.words.text import without_accents

__all__ = ["Cast", "Figure"]

_FEMALE = ("Ms", "Mrs", "Miss", "Mme", "Madam", "Madame", "Mlle", "Her", "Dame", "Lady", "ms")
_MALE = ("Mr", "mr", "Sir", "His", "Monsieur", "Dato", "Datuk", "Shri")
_GENERAL = frozenset({"director general", "director", "secretary general", "minister", "head", "president", "chair"})
"""Titles that end many others without meaning the same: the Director is not the Deputy Director."""
_BELOW = frozenset({"deputy", "vice", "assistant", "associate", "under", "sub", "former"})
"""Words of rank that make another title of the words behind them."""
_MOST = 200
"""How many people that share a word of a name are compared with a mention at most."""


@dataclass(slots=True)
class Figure:
    """A person of one report.

    Attributes:
        key: ``p1``, ``p2``, ... in the order of first mention.
        name: Fullest form.
        mentions: All mentions, in the order of the text.
        gender: ``f`` or ``m``, as far as an honorific tells.
        number: Place in the order in which the people were recognised.
    """

    key: str
    name: str
    mentions: list[Mention] = field(default_factory=list)
    gender: str = ""
    number: int = 0
    words: frozenset[str] = frozenset()
    """The words of the name, lower case and without accents."""


class Cast:
    """The people of one report.

    Two mentions name one person where the words of one name are among those of the other; of several candidates the
    one mentioned last counts, and a full name is never joined to another full name that adds a different word.
    """

    def __init__(self, mentions: list[Mention]) -> None:
        self.figures: list[Figure] = []
        self._with_word: dict[str, list[Figure]] = {}
        self._with_first: dict[str, list[Figure]] = {}
        self._titled: dict[str, set[str]] = {}
        self._titled_in_part: dict[str, set[str]] = {}
        for mention in sorted(mentions, key=lambda m: (" " not in m.form, m.start)):
            self._place(mention)
        self.figures.sort(key=lambda figure: figure.mentions[0].start)
        for number, figure in enumerate(self.figures, 1):
            figure.key = f"p{number}"
            for mention in figure.mentions:
                mention.key = figure.key
        self._by_key = {figure.key: figure for figure in self.figures}

    def _place(self, mention: Mention) -> None:
        words = _words(mention.form)
        gender = _gender(mention.honorific)
        fitting = [f for f in self._sharing(words) if not gender or not f.gender or f.gender == gender]
        if not fitting:
            figure = Figure("", mention.form, [mention], gender, len(self.figures))
            self.figures.append(figure)
            self._name(figure, mention.form, words)
            return
        figure = max(fitting, key=lambda f: _last_before(f, mention.start))
        insort(figure.mentions, mention, key=_start)
        figure.gender = figure.gender or gender
        if mention.form.count(" ") > figure.name.count(" "):
            self._name(figure, mention.form, words)

    def _name(self, figure: Figure, name: str, words: frozenset[str]) -> None:
        for word in words - figure.words:
            self._with_word.setdefault(word, []).append(figure)
        self._with_first.setdefault(min(words, default=""), []).append(figure)
        figure.name, figure.words = name, words

    def _sharing(self, words: frozenset[str]) -> list[Figure]:
        """Those whose name has all these words, or is made of these words alone, in the order of recognition."""
        found: dict[int, Figure] = {}
        fewest = min((self._with_word.get(word, []) for word in words), key=len, default=[])
        for figure in fewest[-_MOST:]:
            if words <= figure.words:
                found[figure.number] = figure
        for word in words:
            for figure in self._with_first.get(word, [])[-_MOST:]:
                if figure.words <= words:
                    found[figure.number] = figure
        if not found:
            found = {figure.number: figure for figure in self._abbreviated(words)}
        return [found[number] for number in sorted(found)]

    def _abbreviated(self, words: frozenset[str]) -> list[Figure]:
        """Those whose first name stands as an initial in one of both: 'L. Liza' and 'Larry Liza'."""
        whole = [self._with_word.get(word, []) for word in words if len(word) > 1]
        fewest = min(whole, key=len, default=[])
        return [f for f in fewest[-_MOST:] if _abbreviates(words, f.words) or _abbreviates(f.words, words)]

    def by_key(self, key: str) -> Figure:
        """The person of a key."""
        return self._by_key[key]

    def give_title(self, key: str, title: str) -> None:
        """Remembers that a person is said to have a title."""
        folded = title.lower().replace("-", " ")
        if key in self._titled.setdefault(folded, set()):
            return
        self._titled[folded].add(key)
        words = folded.split(" ")
        for number in range(1, len(words)):
            self._titled_in_part.setdefault(" ".join(words[:number]), set()).add(key)
            end = " ".join(words[number:])
            if end not in _GENERAL and _BELOW.isdisjoint(words[:number]):
                self._titled_in_part.setdefault(end, set()).add(key)

    def titled(self, title: str) -> list[Figure]:
        """Who may be meant by a title alone: the people who have it, else those of whose title it is a part."""
        wanted = title.lower().replace("-", " ")
        keys = self._titled.get(wanted) or self._titled_in_part.get(wanted, set())
        return [self._by_key[key] for key in sorted(keys)]


def _start(mention: Mention) -> int:
    return mention.start


def _last_before(figure: Figure, position: int) -> int:
    """Where the person is mentioned last at or before a position, or -1."""
    place = bisect_right(figure.mentions, position, key=_start)
    return figure.mentions[place - 1].start if place else -1


def _words(name: str) -> frozenset[str]:
    return frozenset(without_accents(word.lower().strip(".")) for word in name.replace("-", " ").split())


def _abbreviates(short: frozenset[str], full: frozenset[str]) -> bool:
    """Whether a name is another one of which some words are cut to their first letter."""
    initials = {word for word in short if len(word) == 1}
    cut = full - short
    return bool(initials) and short - initials <= full and initials <= {word[0] for word in cut}


def _gender(honorific: str) -> str:
    if honorific.startswith(_FEMALE) or " Ms" in honorific or " Mrs" in honorific:
        return "f"
    if honorific.startswith(_MALE) or " Mr" in honorific:
        return "m"
    return ""
