"""Finds names of organizations by their shape: 'RTC Budapest', 'Shanghai Customs College', 'Ministry of Finance'."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.offices.patterns import (
    CUSTOMS_AHEAD,
    IN_SMALL,
    STRUCTURE_IN_SMALL,
    HeadPattern,
    customs_patterns,
    heads,
    shapes,
)
from kg.extraction.places.country_hits import CountryHit, country_hits
from kg.extraction.places.table import countries
from kg.extraction.values.ordinals import number_words
from kg.extraction.words.capitals import Capitals, capitals_of
from kg.regex import regex

__all__ = ["before_last", "find_shapes"]

Found = tuple[str, int, int]
"""Name of the rule, start and end."""

_PAIR = regex(
    r"(?<![\w-])(?:WCO\s+)?[A-Z]{2,6}-[A-Z]{2,8}"
    r"(?:\s+(?:(?:[A-Z][\w-]+|of|for|in|on)\s+){0,6}(?:[Pp]rogramme|[Pp]rogram|[Pp]roject|[Ff]und)"
    r"(?:\s+(?:for|in)(?:\s+[A-Z][\w-]+){1,4})?)?(?![\w-])"
)
_ACRONYM = regex(r"(?<![\w(/-])[A-Z]{3,8}(?![\w/-])(?!\s+[A-Z][a-z]+-)")
_ACRONYM_OF = regex(r"['’]s\s+[A-Z]{3,8}(?![\w/-])(?!\s+[A-Z][a-z]+-)")
_FIELDS_AHEAD = regex(r" of the ((?:[A-Z][a-z]+, ){0,3}(?:[A-Z][a-z]+ and )?)$")
_FIELDS = frozenset("Customs Revenue Treasury Investigation Investigations Police Post Railway Railways".split())
"""Last words of names that name a field, too."""
_LONGEST_FIELDS = 60
"""Characters before a name in which the fields are looked for that it begins with."""
_WORD_AND = regex(r"[A-Z]\w+\s+and\s+")
_RANKS = frozenset("Senior Junior Chief Principal Leading Assistant Deputy Acting Former Retired Associate".split())
"""'Senior Customs Inspector': of no country."""
_REGIONAL = frozenset("African American Arab Asian Caribbean European Pacific Regional International Global".split())
"""'Pacific Customs leaders': of several."""
_LEADS_TO = (" of ", " at ", " from ", " in ", " by ", " with ", " for ")
_LONGEST_AHEAD = 80
"""Characters before 'Customs' in which the word is looked for that it belongs to."""


@lru_cache(maxsize=1)
def _no_countries() -> frozenset[str]:
    """Words before 'Customs' that name no country: 'Fourteen Customs officers' neither."""
    return _RANKS | _REGIONAL | {word.capitalize() for word in number_words()}


def find_shapes(text: str) -> list[Found]:
    """All matches of all shapes; those of one rule do not overlap, those of several may."""
    capitals = capitals_of(text)
    hits = country_hits(text)
    last, first = heads()
    found: list[Found] = []
    found.extend(_leftmost(_with_first_word(capitals)))
    found.extend(_leftmost(_customs(capitals, hits)))
    found.extend(_leftmost(_customs_of(capitals, hits)))
    found.extend(_leftmost(_customs_in_small(text, hits)))
    found.extend(_leftmost(_acronyms(capitals, hits)))
    ending = list(_from_first_field(text, _with_head("office.head-last", capitals, last, 7, connected=True)))
    found.extend(ending)
    beginning = _from_start_of_list(text, ending, _with_head("office.head-first", capitals, first, 4, connected=False))
    found.extend(_to_end_of_country(hits, beginning))
    return found


def before_last(text: str, start: int, end: int) -> Found | None:
    """The name with a common noun between ``start`` and ``end``, where another name begins; or ``None``."""
    for rule, head in zip(("office.head-last", "office.head-first"), heads(), strict=True):
        match = head.pattern.search(text, start, end)
        if match:
            return rule, *match.span()
    return None


def _leftmost(candidates: Iterator[Found]) -> Iterator[Found]:
    """Of each rule the matches from left to right that do not overlap."""
    ends: dict[str, int] = {}
    for rule, start, end in sorted(candidates, key=lambda candidate: candidate[1]):
        if start >= ends.get(rule, 0):
            ends[rule] = end
            yield rule, start, end


def _with_first_word(capitals: Capitals) -> Iterator[Found]:
    text = capitals.text
    for shape in shapes():
        if shape.needed and capitals.places.keys().isdisjoint(shape.needed):
            continue
        for place in capitals.among(shape.leads.keys()):
            start = capitals.starts[place]
            for lead in shape.leads[capitals.words[place]]:
                match = shape.pattern.match(text, start - len(lead)) if text.endswith(lead, 0, start) else None
                if match:
                    yield shape.rule, *match.span()
    for place in capitals.among({word for word in capitals.places if len(word) > 1 and word.isupper()}):
        match = _PAIR.match(text, capitals.starts[place])
        if match:
            yield "office.acronym-pair", *match.span()


def _customs(capitals: Capitals, hits: list[CountryHit]) -> Iterator[Found]:
    """'Japan Customs', "the Netherlands' Customs", 'Macao Customs Service', 'Xyland Customs'."""
    text, patterns = capitals.text, customs_patterns()
    places = [capitals.starts[place] for place in capitals.places.get("Customs", ())]
    if not places:
        return
    for hit in hits:
        match = patterns.behind.match(text, hit.end)
        if match and text[hit.start - 1 : hit.start] not in {"-", "_"}:
            yield "office.customs", hit.start, match.end()
    for place in places:
        ahead = CUSTOMS_AHEAD.search(text, max(0, place - _LONGEST_AHEAD), place)
        ranked = ahead is None or ahead.group().rstrip() in _no_countries()
        match = None if ranked else patterns.alone.match(text, place)
        if ahead and match:
            yield "office.customs", ahead.start(), match.end()


def _is_owner(text: str, hit: CountryHit) -> bool:
    """'of Mali's customs service'; what stands beside a name, 'Mali's customs service, X,', only tells what X is."""
    return text.startswith(("'s ", "’s "), hit.end) and text.endswith(_LEADS_TO, 0, hit.start)


def _customs_in_small(text: str, hits: list[CountryHit]) -> Iterator[Found]:
    """'the Kyrgyz customs service', as newspapers write."""
    for structure in STRUCTURE_IN_SMALL.finditer(text):
        yield "office.structure-in-small", *structure.span()
    for hit in hits:
        match = IN_SMALL.match(text, hit.end + 2 * _is_owner(text, hit))
        if match and text[hit.start - 1 : hit.start] not in {"-", "_"}:
            yield "office.customs-in-small", hit.start, match.end()


def _customs_of(capitals: Capitals, hits: list[CountryHit]) -> Iterator[Found]:
    """'the Customs Administration of Jordan', but not the 'Minister of Customs of Jordan'."""
    text, pattern = capitals.text, customs_patterns().of
    for place in capitals.places.get("Customs", ()):
        start = capitals.starts[place]
        match = pattern.match(text, start)
        if not match:
            continue
        ends = [hit.end for hit in hits if hit.is_name and hit.start == match.end() and not _in_word(text, hit.end)]
        begin = start - 4 if text.endswith("the ", 0, start) and not _after_of(text, start - 4) else start
        if ends and not _after_of(text, begin):
            yield "office.customs-of", begin, max(ends)


def _in_word(text: str, position: int) -> bool:
    following = text[position : position + 1]
    return following.isalnum() or following == "_"


def _after_of(text: str, position: int) -> bool:
    before = text[max(0, position - 4) : position]
    return before.endswith(("of ", "for ", "-"))


def _acronyms(capitals: Capitals, hits: list[CountryHit]) -> Iterator[Found]:
    """'UNODC', "Indonesia's DGCE": all capitals, and no part of a longer name."""
    text = capitals.text
    for hit in hits:
        match = _ACRONYM_OF.match(text, hit.end) if hit.is_name else None
        if match and text[hit.start - 1 : hit.start] not in {"(", "/", "-", "_"}:
            yield "office.unknown-acronym", hit.start, match.end()
    for place in capitals.among({word for word in capitals.places if 3 <= len(word) <= 8 and word.isupper()}):
        match = _ACRONYM.match(text, capitals.starts[place])
        if match:
            yield "office.unknown-acronym", *match.span()


def _to_end_of_country(hits: list[CountryHit], found: Iterator[Found]) -> Iterator[Found]:
    """Names that end within that of a country go on to its end: 'Directorate of Customs of Côte d'Ivoire'."""
    ends = {place: hit.end for hit in hits if hit.is_name for place in range(hit.start + 1, hit.end)}
    return ((rule, start, ends.get(end, end)) for rule, start, end in found)


def _from_start_of_list(text: str, ending: list[Found], found: Iterator[Found]) -> Iterator[Found]:
    """Names that begin within another behind 'A and' begin where it does: 'Trade and Industry Department of Fiji'."""
    starts = {place: start for _, start, end in ending for place in range(start + 1, end)}
    for rule, start, end in found:
        before = starts.get(start, start)
        yield rule, before if _WORD_AND.fullmatch(text, before, start) else start, end


def _from_first_field(text: str, found: Iterator[Found]) -> Iterator[Found]:
    """'Dean of the | Zakat, Tax and | Customs Academy': a name begins with all the fields that it lists."""
    for rule, start, end in found:
        fields = _FIELDS_AHEAD.search(text, max(0, start - _LONGEST_FIELDS), start)
        listed = fields and " and " in text[fields.start() : end] and not _names_another(fields[1])
        yield rule, fields.start(1) if fields and listed else start, end


def _names_another(fields: str) -> bool:
    """'Directors of the Secretariat, Tax Department and ...': among the words stands the end of another name."""
    others = heads()[0].words - _FIELDS
    return any(word in others or word in countries() for word in fields.replace(",", "").split())


def _with_head(rule: str, capitals: Capitals, head: HeadPattern, words: int, *, connected: bool) -> Iterator[Found]:
    text, floor = capitals.text, 0
    for place in capitals.among(head.words):
        start = capitals.starts[place]
        if start < floor or not head.probe.match(text, start):
            continue
        for begin in (*capitals.starts_before(place, words, connected=connected), start):
            match = head.pattern.match(text, begin) if begin >= floor else None
            if match:
                floor = match.end()
                yield rule, begin, floor
                break
