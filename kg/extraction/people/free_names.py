"""Names without honorific or title beside them: by what is said of them, and only where no word of them is ordinary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache

from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.people.name_shapes import bare_name_end, clean_name, may_go_on
from kg.extraction.places.table import adjectives, countries, entries_by_form
from kg.extraction.words.capitals import capitals_of
from kg.extraction.words.ordinary import ordinary_words
from kg.extraction.words.text import CAP, UPPER, alternation
from kg.regex import regex
from kg.tables import read_table

__all__ = ["find_free_names"]

_REACH = 100
"""Characters before a name in which what leads over to it stands."""
_LONGEST_LIST = 12
_PLACING = ("in ", "In ", "at ", "the ", "The ", "near ", "from ", "to ")
"""What stands before a place or a thing, and rarely before a surname alone."""
_ALONE = regex(rf"(?<![\w.’'-])[{UPPER}]\w+(?:[-'’][{UPPER}]\w+)*(?=['’]s\s[a-z]|,?\s[a-z])")
_LONGEST_WORD = 24
_AT_SOMETHING = regex(
    r"\s(?:of|for|at|in)\s(?:the\s)?[^\W\d_][^,;:.()\x00]{1,70}(?:\s\([A-Z][\w&/-]{1,11}\))?,\s(?=[^\W\d_a-z])"
)
"""'Mayor | of Saly, A,': what stands between a title and the name, whatever that is."""
_ENDS = regex(r"[,.)]|\s(?:and|who|was|is|has|had|also|[a-z]+ed)\b")
_IN_WORD = frozenset("'’-")
_CAPITALISED = regex(r"\b([A-Z]\w*)[\s-]$")
_STARTS = frozenset("For With By From To At As After Like Unlike And But While When Where Besides".split())
"""Words that begin a sentence right before a name."""
_THE = regex(r"\b[Tt]he\s$")
_AND = regex(r",?\s(?:and|&)\s(?=[^\W\d_])")
_PARTS = regex(r"[\s.()'’-]+")


@lru_cache(maxsize=1)
def _wordings() -> dict[str, str]:
    """Alternations of ``name_contexts.csv`` by use."""
    uses: dict[str, set[str]] = {use: set() for use in ("noun", "kin", "act", "by", "head", "lead")}
    for row in read_table("data", "wordings", "name_contexts.csv", columns=("wording", "use")):
        if row["use"] not in uses:
            raise row.error("use", f"one of {', '.join(uses)} is needed")
        uses[row["use"]].add(row["wording"])
    return {use: alternation(words) for use, words in uses.items()}


@lru_cache(maxsize=1)
def _left() -> re.Pattern[str]:
    """What leads over to a name: 'represented by', 'her predecessor,', 'tax auditor'."""
    words = _wordings()
    return regex(
        rf"\b(?:(?:{words['by']}|Edited|Written|Translated|[Pp]hotos?|[Pp]ictures?|[Pp]ic|[Pp]hotographs?)\s(?:[a-z]+ly\s)?by"
        r"|and\s(?:then\s)?(?:the\s(?:[a-z]+\s){1,2})?by"
        rf"|(?:{words['kin']}|(?:[Tt]he|['’]s?|[Ii]ts|[Tt]heir|[Oo]ur|whose)\s(?:[a-z]+\s){{0,2}}(?:{words['noun']}))"
        r"(?:\s(?:of|for|from|at)\s(?:[^,.;()]|\([^()]{1,12}\)){2,70})?,"
        r"|,[\"”’]+\s(?:[a-z]{2,}(?:ed|s)|said|began|told|thought)"
        r"|one\sof\s(?:the|its|our|their)\s[a-z]+(?:\s[a-z]+)?,"
        r"|(?:Text|Story|Words|Report|Author)(?:\sand\s[a-z]+)?:"
        rf"|{words['noun']}|{words['kin']}|{words['lead']}|(?:{alternation(countries())})['’]s?)\s+$"
    )


@lru_cache(maxsize=1)
def _right() -> re.Pattern[str]:
    """What is said behind a name: ', director of', ', who heads', 'spoke'."""
    words = _wordings()
    return regex(
        rf"\s+(?:of|from)\s+the\s+[A-Z]{{3,8}}(?=,|\s+(?:{words['act']})\b)"
        rf"|,\s+(?:(?:the\s+)?(?:{CAP}|[A-Z]{{2,}})(?:\s+{CAP}){{0,3}}['’]s?\s+|[A-Z]{{2,8}}\s+)?"
        r"(?:(?:an?|the|its|our|their|his|her|now|then|also|former|retired|acting|long-time|senior|deputy|regional"
        rf"|national)\s+)*(?:[a-z]+\s+)?(?:{words['noun']}|{words['kin']})\b"
        rf"|,\s+an?\s+(?:former\s+|retired\s+)*(?:{CAP}\s+){{0,3}}(?i:{words['noun']})\b"
        rf"|\s+(?:of|from)\s+(?:the\s+)?(?:{alternation(countries())})(?!\w)"
        rf"|\s+(?:of|from)\s+the\s+(?:{alternation(adjectives())})\s+(?={CAP})"
        rf"|,\s+(?:both\s+|all\s+|respectively\s+)?(?:{CAP}\s+){{0,2}}(?:[a-z]+\s+)?(?i:{words['noun']})s\b"
        rf"|,\s+(?:both\s+|all\s+)?(?:of|from|on\s+behalf\s+of)\s+(?:the\s+)?(?={CAP})"
        r"|,\s+(?:who|whose|now|himself|herself)\b|\s+who\s+[a-z]"
        rf"|(?:\s+\((?:{alternation(countries())})\))?\s+(?:{words['act']})\b"
    )


def find_free_names(text: str, titles: Iterable[Mention], offices: Iterable[Mention]) -> Iterator[Mention]:
    """The names that stand in such a context, or before an organization in brackets, in the order of the text.

    Args:
        text: The text.
        titles: Titles found in the text.
        offices: Organizations found in the text.
    """
    capitals = capitals_of(text)
    titled = {at.end() for title in titles if not title.plural and (at := _AT_SOMETHING.match(text, title.end))}
    bracketed = {office.start for office in offices if text[office.start - 1 : office.start] == "("}
    behind = 0
    for start, word in zip(capitals.starts, capitals.words, strict=True):
        if start < behind or not may_go_on(text, start + len(word)):
            continue
        initial = len(word) == 1 and text[start + 1 : start + 2] == "."
        if (_is_ordinary(word) and not initial) or text[start - 1 : start] in _IN_WORD:
            continue
        end = bare_name_end(text, start, least=2)
        if end < 0 or not _is_nobodys(text, start, end):
            continue
        if start in titled and _ENDS.match(text, end):
            found = iter([(start, end, "person.after-title")])
        elif _is_named_again(text, start, end):
            found = iter([(start, end, "person.named-again")])
        else:
            found = _in_context(text, start, end, bracketed)
        for first, last, rule in found:
            yield _person(text, first, last, rule)
            behind = last


@lru_cache(maxsize=1)
def _standing_alone(text: str) -> dict[str, int]:
    """Where capitalised words stand alone for the last time before small letters, as surnames do."""
    return {
        found.group(): found.start()
        for found in _ALONE.finditer(text)
        if not text.endswith(_PLACING, 0, found.start())
        and not _CAPITALISED.search(text, max(0, found.start() - _LONGEST_WORD), found.start())
    }


def _is_named_again(text: str, start: int, end: int) -> bool:
    """'Ann Kuramoto came. Kuramoto spoke.': whether the last word of a name stands alone further on."""
    return _standing_alone(text).get(text[start:end].rpartition(" ")[2], -1) > end


def _in_context(text: str, start: int, end: int, bracketed: AbstractSet[int]) -> Iterator[tuple[int, int, str]]:
    """The name from ``start`` to ``end``, where its context shows that it is one, and that which 'and' joins to it."""
    beside = _beside(text, end)
    if _left().search(text, max(0, start - _REACH), start):
        yield start, end, "person.led-to"
        for first, last in [beside] if beside is not None else _listed(text, end):
            yield first, last, "person.led-to"
    elif end + 2 in bracketed or _right().match(text, end):
        yield start, end, "person.said-of"
    elif beside is not None and _right().match(text, beside[1]):
        yield start, end, "person.said-of"
        yield *beside, "person.said-of"


def _beside(text: str, position: int) -> tuple[int, int] | None:
    """The name that an 'and' joins to the one that ends at ``position``: 'A and B spoke', 'speeches by A and B'."""
    link = _AND.match(text, position)
    start = link.end() if link else -1
    end = bare_name_end(text, start, least=2) if link else -1
    return (start, end) if end > 0 and _is_nobodys(text, start, end) else None


def _listed(text: str, position: int) -> list[tuple[int, int]]:
    """The names of a list up to its 'and': 'talks by A, B and C'; empty where one of its members is no such name."""
    found: list[tuple[int, int]] = []
    while text.startswith(", ", position) and len(found) < _LONGEST_LIST:
        end = bare_name_end(text, position + 2, least=2)
        if end < 0 or not _is_nobodys(text, position + 2, end):
            return []
        found.append((position + 2, end))
        position = end
        last = _beside(text, position)
        if last is not None:
            return [*found, last]
    return []


def _is_nobodys(text: str, start: int, end: int) -> bool:
    """Whether no word of a name is an ordinary word or a place, and it is no part of a longer proper name."""
    name = text[start:end]
    words = [word for word in _PARTS.split(name) if len(word) > 1]
    if name in entries_by_form() or any(_is_ordinary(word) for word in words):
        return False
    before = _CAPITALISED.search(text, max(0, start - 24), start)
    if (
        before is not None
        and before[1] in adjectives()
        and _THE.search(text, max(0, before.start() - len("the ")), before.start())
    ):
        return False  # 'the Spanish Guardia Civil'
    return before is None or before[1].lower() in ordinary_words() or before[1] in _STARTS or before[1] in adjectives()


def _is_ordinary(word: str) -> bool:
    return word.lower() in ordinary_words() or (word.isupper() and len(word) < 5)


def _person(text: str, start: int, end: int, rule: str) -> Mention:
    name, aliases = clean_name(text[start:end])
    return Mention(Kind.PERSON, start, end, name, aliases=aliases, rule=rule)
