"""What the name of a person looks like, where it ends, and how it is usually written."""

from __future__ import annotations

from functools import lru_cache

from kg.extraction.mentions.gazetteer import known_offices
from kg.extraction.places.table import adjectives, countries, entries_by_form
from kg.extraction.words.ordinary import ordinary_words
from kg.extraction.words.text import NAME_WORD, UPPER, title_case
from kg.extraction.words.titles import title_words
from kg.regex import regex
from kg.tables import read_table

__all__ = ["NAME", "bare_name_end", "clean_name", "is_no_name", "may_go_on", "name_end", "postnominals"]

_PARTICLES = (
    "de la|de los|de|da|dos|do|das|del|della|di|du|des|la|le|van der|van|von|der|den|bin|binti|bint|ibn|ben|al|el|ould"
    "|arap|y|e|zu|a/l|a/p|s/o|d/o"
).split("|")
_PARTICLE = rf"(?:{'|'.join(_PARTICLES)})".replace(" ", r"\s+")
_LETTERS = r"[^\W\d_]+"
_BETWEEN = (
    rf"(?:\s+(?:{_PARTICLE}\s+){{0,2}}|\s*(?<=\.)|\s+\({_LETTERS}\)\s+|\s+[\"'“‘’]{_LETTERS}[\"'”’]\s+"
    r"|\s+(?:al|el|Al|El)-)"
)
_PIECE = (
    rf"(?:[{UPPER}]\.|(?:Abd|Hj|Md|Mohd|Muhd|Wm|St|Ma|[SCZKTP]h|Ts|Dz|Y[aeou])\."
    rf"|(?:Jr|Sr)\.(?=\s+[a-z(]|[,;)])|{NAME_WORD})"
)
NAME = regex(
    rf"(?:(?:al|el)-|['‘ʻ](?=[{UPPER}]))?{_PIECE}(?:{_BETWEEN}{_PIECE}){{0,5}}"
    rf"(?:\s+\((?!(?:WCO|ROCB|RTC|RILO)\b|[A-Z]{{2,}}\)){_LETTERS}\)(?=\s+(?:and|of|[a-z])|[,.]))?"
)
"""Up to six words, initials and particles, with a nickname in brackets. Which words are no names, name_end tells."""

_SMALL_WORD = regex(rf"{_PARTICLE}\s|(?:al|el)-")
_WITHIN = frozenset(".'’-")
"""What may stand directly behind the first letters of a name that goes on."""
_WORD = regex(r"[^\s().]+")
_TOKEN = regex(r"[^\s()]+")
_PIECES = regex(r"[^\s().]+\.?")
"""Words and initials, with a blank between them or without: 'B.Otgonjargal' has two."""
_INITIALS = regex(r"(?:[^\W\d_]\.)+")
_BLANKS = regex(r"\s+")
_DANGLING = regex(rf"(?:\s+{_PARTICLE}|\s*\()$")
_NICKNAME = regex(r"[(\"“‘]([^)\"”’]+)[)\"”’]")
_ASIDE = regex(r"\s*(?:\([^)]*\)|[\"“‘][^\"”’]+[\"”’])\s*")
_OFFICES = frozenset({"WCO", "ROCB", "RTC", "RILO", "RCL", "OCO", "KCS", "UNODC"})


_NAMES_TOO = frozenset(
    "Hong Kong Lao San Salvador Marino Costa Rica Leone Sierra Cook Marshall Solomon Chad Jordan Man Viet St "
    "St.".split()
)
"""Words of countries' names that are names of people as well."""
_SURNAMES = frozenset("Hall Day Green Best West North".split())
"""Words of other names that are surnames as well: 'Ms. Ho Hall'."""
_GENERATIONS = frozenset(("II", "III", "IV"))
_CAPITALS_BEHIND = regex(rf"\s[{UPPER}]{{3,}}(?![\w/-])")
"""'Mr. Théodore MBA | NSUE': a surname, and no degree."""
_CAPITAL_BEHIND = regex(rf"\s[{UPPER}]")


@lru_cache(maxsize=1)
def _words_only() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("data", "wordings", "not_names.csv", columns=("word",)))


@lru_cache(maxsize=1)
def postnominals() -> frozenset[str]:
    """Letters behind a name that are no part of it: 'MP', 'APM'."""
    rows = read_table("data", "wordings", "postnominals.csv", columns=("letters",))
    return frozenset(row["letters"] for row in rows)


@lru_cache(maxsize=1)
def _not_names() -> frozenset[str]:
    places = {word for form in (*countries(), *adjectives()) for word in form.split()} - _NAMES_TOO
    return frozenset(_words_only() | places | title_words())


def is_no_name(word: str) -> bool:
    """Whether a capitalised word is known to be no part of a name: of a title, a country, or an ordinary word."""
    return word in _not_names()


def name_end(text: str, start: int, end: int, *, honorific: bool) -> int:
    """Where the name that begins at ``start`` ends: before a word that belongs to a title or is no name at all.

    Args:
        text: The text.
        start: First character of the name.
        end: One past the last that may belong to it.
        honorific: An honorific stands before it, so that a country's name may be a surname.
    """
    stop = end
    for number, word in enumerate(_WORD.finditer(text, start, end)):
        token = word.group()
        plain = token[:-2] if token.endswith(("'s", "’s")) else token
        if number and plain in _GENERATIONS:
            continue
        if honorific and number and plain in _SURNAMES and not _CAPITAL_BEHIND.match(text, word.end()):
            continue
        if (
            plain in _OFFICES
            or (text[word.start() - 1] == "(" and (plain in known_offices() or plain in countries()))
            or (number and plain in postnominals() and not _CAPITALS_BEHIND.match(text, word.end()))
            or (not token.isupper() and _is_blocked(plain, honorific=honorific, first=number == 0))
        ):
            stop = word.start()
            break
        if token != plain:
            stop = word.start() + len(plain)
            break
    cut = text[start:stop].rstrip()
    while dangling := _DANGLING.search(cut):
        cut = cut[: dangling.start()]
    return start + len(cut)


def _is_blocked(word: str, *, honorific: bool, first: bool) -> bool:
    if word in title_words():
        return True
    return not first and word in _words_only() if honorific else word in _not_names()


def bare_name_end(text: str, start: int, *, least: int) -> int:
    """End of a name without honorific that begins at ``start``, or -1.

    Args:
        text: The text.
        start: Where it is to begin.
        least: Number of words that it must have.
    """
    match = NAME.match(text, start)
    if not match or len(_PIECES.findall(match.group())) < least:
        return -1
    end = name_end(text, start, match.end(), honorific=False)
    words = _TOKEN.findall(text, start, end)
    pieces = len(_PIECES.findall(text, start, end))
    if pieces < least or len(words) > 5 or _INITIALS.fullmatch(words[-1]) or not _not_names().isdisjoint(words):
        return -1
    if all(word.lower() in ordinary_words() or word in entries_by_form() for word in words):
        return -1
    if all(word.isupper() and len(word) < 6 and "." not in word for word in words):
        return -1
    return end


def may_go_on(text: str, end: int) -> bool:
    """Whether a name of several words may go on behind its first letters, which end at ``end``.

    Most capitalised words stand alone, and this is soon told.
    """
    following = text[end : end + 1]
    if following.isspace():
        return not text[end + 1 : end + 2].islower() or _SMALL_WORD.match(text, end + 1) is not None
    return following in _WITHIN


def clean_name(form: str) -> tuple[str, tuple[str, ...]]:
    """A name as it is usually written, and its other forms: nickname in brackets left out, capitals lowered."""
    nickname = _NICKNAME.search(form)
    plain = _ASIDE.sub(" ", form) if nickname else form
    first, *others = plain.split() or [""]
    words = [title_case(first), *(word if word in _PARTICLES else title_case(word) for word in others)]
    return " ".join(words), (_BLANKS.sub(" ", form),) if nickname else ()
