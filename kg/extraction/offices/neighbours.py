"""Organizations known by what stands beside them: another part of their name, other members of a list, a wording."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.offices.bounds import NEVER_IN_NAMES, title_forms
from kg.extraction.offices.unknown import unknown_office
from kg.extraction.people.name_shapes import bare_name_end
from kg.extraction.places.table import adjectives, countries, entries_by_form
from kg.extraction.words.ordinary import ordinary_words
from kg.extraction.words.text import CAP, at_word_start
from kg.regex import regex

__all__ = ["join_parts", "listed_offices", "supporting_offices", "with_schools"]

_ACRONYM = regex(r"[A-Z][A-Za-z&/-]{1,11}")
_REGION_BETWEEN = regex(
    rf"\s(?:for|in|of)\s(?:the\s)?{CAP}(?:[\s,/]+(?:(?:and|of|the|for|near|Near)\s)*{CAP}){{0,6}}(?:\s[Rr]egion)?\s\("
)
_STRUCTURE = regex(r"(?:ROCB|RILO|RTC|RCL|RDTC|Regional (?:Office|Intelligence|Training|Customs))")
_NAME = (
    rf"(?:{CAP}|[A-Z]{{2,}}(?:\d\w+)?)(?!\w)(?:\s(?:(?:of|for|and|de|du|des|do|da|del|la|on)\s)?(?:the\s)?(?:{CAP}|[A-Z]{{2,}})){{0,7}}"
    r"(?:\s\([A-Z][A-Za-z&/-]{1,11}\))?"
)
_BEFORE = r"(?:,\s(?:and\s|as well as\s)?|\sand\s|\sas well as\s|;\s(?:and\s)?)(?:the\s|of\sthe\s|from\sthe\s)?"
_NEXT = regex(rf"{_BEFORE}(?P<name>{_NAME})")
_PARTS = regex(r",?\sand\s|,\s")
_OF = ("of the ", "from the ")
_SUPPORTED = "sponsored|co-sponsored|funded|co-funded|financed|hosted|organi[sz]ed|co-organi[sz]ed".split("|")
_SUPPORT_OF = "financial support|sponsorship|funding|financing".split("|")
_GIVEN = at_word_start(
    [*(rf"{verb}\s(?:jointly\s)?by" for verb in _SUPPORTED), *(rf"{noun}\s(?:of|from|by)" for noun in _SUPPORT_OF)]
)
_SUPPORT = regex(rf"(?:{_GIVEN})\s(?:the\s)?(?P<name>{_NAME})")
_SCHOOL = regex(
    r"(?:['’]s)?\s(?:(?:customs|training|tax|revenue|dog)\s)+(?:school|academy|college|institute|centre|center)\b"
    r"|(?<=\))\s(?:Commission|Secretariat)\b"
)
_NO_OFFICE = frozenset(
    "Mr Mrs Ms Dr Prof Hon Members Member Delegates Participants Representatives Heads Chair Head Director Directors "
    "Customs Governments".split()
)


def join_parts(text: str, mentions: list[Mention]) -> list[Mention]:
    """Offices of which the name was found in parts: 'UNODC SEA', 'RILO for Eastern Europe (RILO ECE)'."""
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if last is not None and mention.start == last.end + 1 and (land := _ends_with_country(last)):
            joined[-1] = unknown_office(text, last.end - len(land), mention.end, mention.rule)
            continue
        if last is not None and _acronyms_side_by_side(text, last, mention):
            form = f"{last.form} {mention.form}"
            joined[-1] = Mention(Kind.OFFICE, last.start, mention.end, form, rule="office.joined")
        elif last is not None and _is_bracket_of(text, last, mention):
            form = re.sub(r"\s+", " ", text[last.start : mention.start - 2])
            end = mention.end + 1
            aliases = tuple(dict.fromkeys((mention.form, form)))
            whole = re.sub(r"\s+", " ", text[last.start : end])
            joined[-1] = Mention(
                Kind.OFFICE, last.start, end, whole, entry=mention.entry, aliases=aliases, rule="office.joined"
            )
        else:
            joined.append(mention)
    return joined


def with_schools(text: str, mentions: list[Mention]) -> list[Mention]:
    """'URA training school', 'X (XY) Commission': the school or the seat of an office, instead of the office."""
    return [_school(text, mention) or mention for mention in mentions]


def _school(text: str, owner: Mention) -> Mention | None:
    school = _SCHOOL.match(text, owner.end) if owner.rule != "office.region" else None
    return unknown_office(text, owner.start, school.end(), "office.school") if school else None


def _ends_with_country(office: Mention) -> str:
    """The country with which a name wrongly ends: 'Customs Services of the Zambia | Revenue Authority'; or empty."""
    _, of, country = office.form.rpartition(" of the ")
    return country if of and country in countries() else ""


def _acronyms_side_by_side(text: str, first: Mention, second: Mention) -> bool:
    return (
        text[first.end : second.start] == " "
        and first.form != "WCO"
        and [first.rule, second.rule].count("office.unknown-acronym") == 1
        and all(_ACRONYM.fullmatch(part.form) for part in (first, second))
    )


def _is_bracket_of(text: str, first: Mention, second: Mention) -> bool:
    between = text[first.end : second.start]
    return (
        len(between) < 90
        and text.startswith(")", second.end)
        and _STRUCTURE.match(first.form) is not None
        and _STRUCTURE.match(second.form) is not None
        and _REGION_BETWEEN.fullmatch(between) is not None
    )


def listed_offices(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """Unknown names between the members of a list of organizations: 'SACU, Trade Mark Africa, the World Bank'."""
    for first, second in pairwise(mentions):
        if first.rule == "office.region" or second.start - first.end > 90:
            continue
        match = _NEXT.match(text, first.end, second.start)
        if match is None or not _names_office(match["name"]):
            continue
        behind = text[match.end() : second.start]
        if behind.endswith(_OF) and not text.endswith(_OF, 0, match.start("name")):  # 'and A, of the B': a person
            continue
        if re.fullmatch(_BEFORE, behind):
            yield unknown_office(text, match.start("name"), match.end("name"), "office.listed")


def supporting_offices(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Unknown names behind 'sponsored by', 'organized by': whoever does that is an organization."""
    taken = sorted(place for mention in mentions for place in (mention.start, mention.end - 1))
    for match in _SUPPORT.finditer(text):
        start, end = match.span("name")
        if bisect_left(taken, start) != bisect_left(taken, end):  # 'sponsored by Rapiscan Systems and SICPA'
            end = start + match["name"].find(" and ")
            if end < start:
                continue
        name = text[start:end]
        person = bare_name_end(text, start, least=2) == end and not _has_ordinary(name)
        free = bisect_left(taken, start) == bisect_left(taken, end)
        if not person and free and _names_office(name):
            yield unknown_office(text, start, end, "office.supporting")


def _names_office(name: str) -> bool:
    words = re.findall(r"[^\W\d_]+", name)
    if not words or words[0] in _NO_OFFICE or name in title_forms():
        return False
    if name in entries_by_form() or name in adjectives():
        return False
    if all(word in entries_by_form() or word.islower() for word in words):
        return False
    if all(part in entries_by_form() for part in _PARTS.split(name)):  # 'Australia and New Zealand'
        return False
    return NEVER_IN_NAMES.isdisjoint(words)


def _has_ordinary(name: str) -> bool:
    return any(word.lower() in ordinary_words() for word in name.split())
