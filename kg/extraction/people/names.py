"""Recognises names of people: by honorific, by title, by apposition, by the reference tables, by what came before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extraction.mentions.common_nouns import COMMON_NOUN
from kg.extraction.mentions.gazetteer import known_people
from kg.extraction.mentions.mention import Kind, Mention, apart_from, without_overlap
from kg.extraction.people.free_names import find_free_names
from kg.extraction.people.name_shapes import NAME, bare_name_end, clean_name, is_no_name, name_end
from kg.extraction.places.table import countries
from kg.extraction.words.capitals import capitals_of
from kg.extraction.words.repeated import whole_words
from kg.extraction.words.text import CAP, LETTER, UPPER, alternation
from kg.extraction.words.titles import title_words
from kg.model import Span
from kg.regex import regex
from kg.tables import read_table

__all__ = ["find_names"]

_JOINTS = "'’-"
"""Characters that make what stands behind them part of a word."""
_IN_WORD = frozenset(_JOINTS)
_BEGINNING = regex(rf"{LETTER}+")
_HONORIFIC_BEHIND = regex(r"\s\((?P<honorific>(?:Mr|Mrs|Ms|Miss|Dr)\.?)\)")
_WORDS = regex(CAP)
_CAPITALS = regex(rf"(?<!\w){CAP}(?:\s{CAP}){{1,4}}$")
_LONGEST_NAME = 60
"""Characters before a bracket in which a name is looked for."""
_MILITARY = regex(r"(?:General|Major|Commander|Commandant|Captain|Ambassador|Professor|Lady|Don|Me|Comm|Sr|Colonel)\.?")
"""Honorifics that are titles of posts or words as well."""
_POST = regex(r"(?:Ambassador|Professor),")
"""'Japan's Ambassador, H.E. A': the honorific begins behind the comma."""
_BEFORE_GENERAL = (
    "Secretary",
    "Director",
    "Commissioner",
    "Attorney",
    "Comptroller",
    "Consul",
    "Solicitor",
    "Governor",
)
"""Titles of which 'General' is the second word."""
_LOWER_SECOND = regex(r"\s+([a-zà-ÿ]{2,40})(?=,\s|\s+of\s|\s+gave\s|\s+was\s|\s+and\s+M)")
_NOT_SECOND = frozenset(
    "and or also then was were is has had himself herself too who both said of the in on at by for from with as to gave"
    " spoke chaired opened attended himself later however again once".split()
)
_LINK_TO_OFFICE = regex(r"\s+(?:of|for|at|in)\s+(?:the\s+)?|,\s+(?:the\s+)?|\s+")
_OF_BODY = regex(rf"\s+of\s+(?:our|this|that|the\s+host)\s+(?:{COMMON_NOUN})(?=,\s)")
"""'The Head of our office, A'."""
_NAMED_AHEAD = regex(r"\b(?:Mrs?|Ms|Dr|Prof|Eng|Hon)\.?\s[^,.;:()]{2,40},\s(?:the\s)?$")
"""'Ms. A, Head of Policy, Blue Marketplace': what stands behind the title is no second name."""
_GAP = regex(r"(,?)\s+")
_LINK_TO_TITLE = regex(
    r"(?:,\s+|\s+\(|\s+[-–—]\s+)(?:(?:the|first|second|who\s+is|who\s+was|also|then|now|currently|its|their|former|outgoing|acting"
    r"|incoming|newly\s+\w+)\s+){0,3}$"
)
_OWNER = regex(rf"{CAP}(?:\s+{CAP}){{0,3}}['’]s?\s+$")
_GENITIVES = ("'", "’", "'s", "’s")
_WHO_HEADS = regex(r", who (?:heads|headed|leads|led|chairs|chaired|represented|represents)\b")
_NAMED_AFTER = regex(
    r"(?:\s(?:International|National|Memorial|Convention|Conference|Congress|Community|Cultural)){0,3}"
    r"\s(?:Centre|Center|Auditorium|Building|Complex|Airport|Stadium|Hotel|Avenue|Highway|Square|Foundation|Institute"
    r"|University|Library|Museum|Hospital|Prize|Award)\b"
)
"""'the Sir Dawda Jawara | International Conference Centre'."""
_OFFICE_OF = regex(r"\s+(?:of|from)\s+(?:the\s+)?$")
_SHARED = frozenset({"Head", "Chair", "Member", "Manager", "Principal", "Chief", "Secretary", "Professor"})
"""Titles that stand before many a capitalised word, so that one word behind them is no name."""
_INITIAL = regex(rf"(?<![\w.])[{UPPER}]\.\s?(?:[{UPPER}]\.\s?){{0,2}}$")
_PAIR = regex(r"(?:\s\([^()]{2,30}\))?\s+and\s+")
_AFTER_PAIR = regex(
    rf"[,.:;)]|\s+(?:\(|{LETTER}+(?:ed|s)\b|were|was|have|had|of|from|both|gave|spoke|led|took|soon)\b|$"
)
_IN_PLACE = regex(rf"\s(?:in|from)\s{CAP}(?:\s{CAP}){{0,2}}\s*$")
"""'By A in Lusaka'."""
_BY = regex(
    r"(?:(?:[A-Z]?[a-z]+ ){0,3}[Bb]y:?|[Tt]ext(?: and photos?)?:|[Pp]hotos?:"
    r"|[Ss]ource:|[Ff]rom the pen of|[Aa]uthor:?|[Ss]igned:?)\s+"
)


def find_names(text: str, titles: list[Mention], offices: list[Mention], signed: list[Span]) -> list[Mention]:
    """The people that the text names, without overlap, in the order of the text.

    Args:
        text: The text.
        titles: Titles found in the text.
        offices: Organizations found in the text.
        signed: The lines of bylines and signatures.
    """
    offices = [office for office in offices if office.rule != "office.unknown-acronym"]
    first = [*_by_honorific(text), *_by_honorific_behind(text), *_by_reference(text), *_signed(text, signed)]
    first = without_overlap(first)
    offices = apart_from(offices, first)
    second = without_overlap(
        [*first, *_by_title(text, titles, offices), *_who_heads(text), *_of_offices(text, offices)]
    )
    free = apart_from(find_free_names(text, titles, offices), [*offices, *second])
    third = without_overlap([*second, *free, *_by_continuation(text, second)])
    named = [*third, *apart_from(_again(text, third), [*offices, *third])]
    return without_overlap(mention for mention in named if not _is_address(mention.form))


def _person(text: str, start: int, name_start: int, end: int, rule: str) -> Mention:
    name, aliases = clean_name(text[name_start:end])
    honorific = " ".join(text[start:name_start].split())
    return Mention(Kind.PERSON, start, end, name, honorific=honorific, aliases=aliases, rule=rule)


_SURNAMES = frozenset({"eng", "he", "her", "hon", "tan"})
"""Surnames among the words with which somebody is addressed."""


@lru_cache(maxsize=1)
def _honorific_forms() -> list[str]:
    rows = read_table("data", "wordings", "honorifics.csv", columns=("honorific",))
    return sorted((row["honorific"] for row in rows), key=lambda form: (-len(form), form))


@lru_cache(maxsize=1)
def _addresses() -> frozenset[str]:
    words = {word for form in _honorific_forms() for word in form.split()} | title_words()
    return frozenset(word.lower().strip(".") for word in words) - _SURNAMES


def _is_address(name: str) -> bool:
    """Whether words with which somebody is addressed stand in the place of a name: 'Ms', 'Hon. Minister'."""
    return all(word.lower().strip(".") in _addresses() for word in name.split())


@lru_cache(maxsize=1)
def _honorifics() -> re.Pattern[str]:
    forms = _honorific_forms()
    one = "|".join(re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]") for form in forms)
    following = rf"\.?(?:\s+|(?<=\.)|,\s+(?=(?:{one})))"
    doubled = rf"(?:\((?:{one})\.?\)\s+)?"  # 'Dr. (Mrs.) A'
    return regex(rf"(?:{one}){following}(?:(?:{one}){following}){{0,5}}{doubled}(?=['‘ʻ]?[{UPPER}]|[a-z])")


@lru_cache(maxsize=1)
def _honorific_beginnings() -> tuple[frozenset[str], re.Pattern[str]]:
    """The first letters of those with a capital, up to the first mark, and where those in small letters stand."""
    forms = _honorific_forms()
    small = sorted({form for form in forms if form.islower()})
    return (
        frozenset(_BEGINNING.findall(form)[0] for form in forms if not form.islower()),
        regex("|".join(rf"{form[0]}(?<!\w.){form[1:]}(?!\w)" for form in small)),
    )


def _honorifics_in(text: str) -> Iterator[re.Match[str]]:
    """One or several honorifics before a letter, from left to right."""
    pattern, position, capitals = _honorifics(), 0, capitals_of(text)
    beginnings, small = _honorific_beginnings()
    starts = [capitals.starts[place] for place in capitals.among(beginnings)]
    for start in sorted([*starts, *(found.start() for found in small.finditer(text))]):
        if start < position or text[start - 1 : start] in _IN_WORD:
            continue
        match = pattern.match(text, start)
        if match is None or (match.group().startswith("Gen") and text.endswith(_BEFORE_GENERAL, 0, max(start - 1, 0))):
            continue
        if _POST.match(match.group()):
            continue
        yield match
        position = match.end()


def _by_honorific(text: str) -> Iterator[Mention]:
    for match in _honorifics_in(text):
        honorific = match.group().strip()
        name_start = match.end()
        name = NAME.match(text, name_start)
        if not name or (honorific[0].islower() and not text[name_start].isupper()):
            continue
        military = _MILITARY.fullmatch(honorific) is not None
        end = name_end(text, name_start, name.end(), honorific=not military)
        if end <= name_start or (military and _after_title(text, match.start())) or _NAMED_AFTER.match(text, end):
            continue
        if " " not in text[name_start:end]:
            end = _lower_second(text, end)
        yield _person(text, match.start(), name_start, end, "person.honorific")


def _by_honorific_behind(text: str) -> Iterator[Mention]:
    """'ZHAO Meiling (Ms.)', as who signs a report often writes the name."""
    for bracket in _HONORIFIC_BEHIND.finditer(text):
        words = _CAPITALS.search(text, max(0, bracket.start() - _LONGEST_NAME), bracket.start())
        starts = [word.start() for word in _WORDS.finditer(text, words.start(), words.end())] if words else []
        start = next((s for s in starts if bare_name_end(text, s, least=2) == bracket.start()), -1)
        if start >= 0:
            name, aliases = clean_name(text[start : bracket.start()])
            honorific = bracket["honorific"]
            rule = "person.honorific-behind"
            yield Mention(Kind.PERSON, start, bracket.end(), name, honorific=honorific, aliases=aliases, rule=rule)


def _after_title(text: str, position: int) -> bool:
    """Whether a word of a title stands before: 'Brigade Major General'."""
    before = text[max(0, position - 40) : position].rstrip()
    return position - 2 < max(0, position - 40) + len(before) and before.endswith(tuple(title_words()))


def _lower_second(text: str, end: int) -> int:
    """End of a name of which the second word is in small letters: 'Mr. Kuramoto norikazu, Head'."""
    second = _LOWER_SECOND.match(text, end)
    if second and second[1] not in _NOT_SECOND and not second[1].endswith("ed"):
        return second.end()
    return end


@lru_cache(maxsize=1)
def _people() -> AhoCorasick:
    return AhoCorasick(sorted(known_people()), matchkind=MatchKind.LeftmostLongest)


def _by_reference(text: str) -> Iterator[Mention]:
    for _index, start, end in _people().find_matches_as_indexes(text):
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield _person(text, start, start, end, "person.reference")


def _signed(text: str, lines: list[Span]) -> Iterator[Mention]:
    """A name alone on the line of a byline or a signature."""
    for line in lines:
        if text.endswith(":", line.start, line.end):  # 'Issued by:', and the name stands in the next line
            continue
        lead = _BY.match(text, line.start, line.end)
        start = lead.end() if lead else line.start
        end = bare_name_end(text, start, least=2)
        if end > 0 and (end >= line.end - 1 or text[end] == "," or (lead and _IN_PLACE.match(text, end, line.end))):
            yield _person(text, start, start, end, "person.signed")


def _by_title(text: str, titles: list[Mention], offices: list[Mention]) -> Iterator[Mention]:
    """A name beside a title: 'Director General Kunio Mikuriya', 'Kunio Mikuriya, the WCO Secretary General'."""
    ends = {office.start: office.end for office in offices}
    starts = sorted(ends)
    for title in titles:
        if not title.plural:
            yield from _behind_title(text, title, ends)
        before = title.start
        nearest = bisect_left(starts, title.start) - 1
        while nearest >= 0 and starts[nearest] >= title.start - 90:
            if text[ends[starts[nearest]] : title.start].strip() in {"", "'s", "’s"}:
                before = starts[nearest]
                break
            nearest -= 1
        owner = _OWNER.search(text, max(0, before - 60), before) if _owns(text, before) else None
        if owner:
            before = owner.start()
        yield from _ahead_of_title(text, max(0, title.start - 90), before)


@lru_cache(maxsize=1)
def _of_country() -> re.Pattern[str]:
    """'of Azerbaijan to Uzbekistan', 'to Nigeria' behind the title of an ambassador, 'of Fiji' behind a minister's."""
    country = rf"(?:the\s+)?(?:{alternation(countries())})(?!\w)"
    return regex(rf"\s+(?:of|to|in)\s+{country}(?:\s+(?:to|in)\s+{country})?")


def _owns(text: str, position: int) -> bool:
    """Whether a genitive stands before a position."""
    return text[max(0, position - 60) : position].rstrip().endswith(_GENITIVES)


def _behind_title(text: str, title: Mention, ends: dict[int, int]) -> Iterator[Mention]:
    position = title.end
    link = _LINK_TO_OFFICE.match(text, position)
    place = _of_country().match(text, position) or _OF_BODY.match(text, position)
    if link and link.end() in ends:
        position = ends[link.end()]
    elif place:
        position = place.end()
    gap = _GAP.match(text, position)
    if not gap or (gap[1] and _NAMED_AHEAD.search(text, max(0, title.start - _LONGEST_NAME), title.start)):
        return
    beside = position == title.end
    end = bare_name_end(text, gap.end(), least=1 if beside and not gap[1] else 2)
    if end > 0 and (" " in text[gap.end() : end] or (beside and title.form not in _SHARED)):
        yield _person(text, gap.end(), gap.end(), end, "person.after-title")


def _ahead_of_title(text: str, window: int, before: int) -> Iterator[Mention]:
    link = _LINK_TO_TITLE.search(text, window, before)
    if link:
        for start in capitals_of(text).between(window, link.start()):
            if text[start - 1 : start] not in _IN_WORD and bare_name_end(text, start, least=2) == link.start():
                yield _person(text, start, start, link.start(), "person.before-title")
                return


def _who_heads(text: str) -> Iterator[Mention]:
    """'Kunio Mikuriya, who heads'."""
    for match in _WHO_HEADS.finditer(text):
        yield from _that_ends(text, match.start(), "person.who-heads")


def _of_offices(text: str, offices: list[Mention]) -> Iterator[Mention]:
    """'Kunio Mikuriya of the WCO'."""
    for office in offices:
        link = _OFFICE_OF.search(text, max(0, office.start - 12), office.start)
        if link:
            yield from _that_ends(text, link.start(), "person.of-office")


def _that_ends(text: str, end: int, rule: str) -> Iterator[Mention]:
    """The name without honorific that ends at ``end``, if what looks like a name there is one as a whole."""
    for start in capitals_of(text).between(end - 60, end):
        name = NAME.match(text, start, end) if text[start - 1 : start] not in _IN_WORD else None
        if name and name.end() == end:
            if bare_name_end(text, start, least=2) == end:
                yield _person(text, start, start, end, rule)
            return


def _by_continuation(text: str, found: list[Mention]) -> Iterator[Mention]:
    """The second of a pair of which only the first has an honorific: 'Mr. James WONG and Seung Kyoo LEE'."""
    for mention in found:
        link = _PAIR.match(text, mention.end) if mention.honorific else None
        if link:
            end = bare_name_end(text, link.end(), least=2)
            if end > 0 and _AFTER_PAIR.match(text, end):
                yield _person(text, link.end(), link.end(), end, "person.continued")


def _again(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Later mentions without honorific: the whole name, or its surname."""
    forms: set[str] = set()
    for mention in found:
        forms.add(mention.form)
        words = mention.form.split()
        if len(words) > 1:
            parts = (word for word in (words[0], words[-1]) if word not in countries())
            forms.update(word for word in parts if len(word) > 3 and not is_no_name(word))
        if len(words) > 2:
            forms.add(" ".join(words[-2:]))  # two surnames
    for start, end in whole_words(text, sorted(forms), _JOINTS, "-"):
        initial = _INITIAL.search(text, max(0, start - 9), start)  # 'E. | Kuramoto', as news agencies write
        first = initial.start() if initial else start
        yield _person(text, first, first, end, "person.again")
