"""Recognises organizations: WCO structures, Customs administrations, partners, and unknown ones by their shape."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extraction.mentions.gazetteer import known_offices
from kg.extraction.mentions.mention import Kind, Mention, apart_from, without_overlap
from kg.extraction.offices.bounds import is_body, names_event, title_forms, trimmed_end, trimmed_start, without_lead
from kg.extraction.offices.neighbours import join_parts, listed_offices, supporting_offices, with_schools
from kg.extraction.offices.patterns import MATTERS
from kg.extraction.offices.shapes import before_last, find_shapes
from kg.extraction.offices.spelled import spelled_offices
from kg.extraction.offices.visited import visited_places
from kg.extraction.people.name_shapes import postnominals
from kg.extraction.places.table import countries, entries_by_form
from kg.extraction.words.repeated import whole_words
from kg.extraction.words.text import CAP, alternation
from kg.regex import regex
from kg.tables import read_table

__all__ = ["find_offices"]

_ACRONYM_BEHIND = regex(r"\s*\(([A-Z][A-Za-z&/'’ -]{1,14})\)")
_SECRETARIAT_BEHIND = regex(r"\s+(?:General\s+Secretariat|Secretariat(?:\s+General)?)(?!\w)")
_MATTERS = regex(rf"\s(?:{MATTERS})\b")
_OF_COUNTRY = regex(r"\sof\s(?:the\s)?([A-Z][\w'’-]+)")
"""'the SAT of Mexico', where the report defines that of Guatemala."""
_DEFINED = regex(r"[A-Z][A-Za-z&/-]{1,14}")
_BACK_REFERENCE = regex(
    r"the (?<!\w.{4})(College|Academy|Centre|Center|Institute|Service|Laboratory|Administration|Bank|Agency|Department"
    r"|Authority|Ministry|Union|University|Bureau|School)(?!\w)(?! (?:of|for) )"
)
_NUMERAL_BEHIND = regex(r"\s+(?:Phase\s+)?(?:I{1,3}|IV|VI{0,3}|IX|X)(?!\w)")
_PART_OF = regex(r"\b(?:Unit|Division|Branch|Section|Directorate|Department) of (?P<of>.+)$")
_CUSTOMS_BEHIND = regex(r"\s+Customs(?!\w)")
_PROJECTS = ("Project", "Programme", "Program", "Team")
_TITLE_BEHIND = regex(
    r"\s+(?:Managers?|Coordinators?|Officers?|Directors?|Leaders?|Advis[eo]rs?|Specialists?|Experts?|Analysts?)(?!\w)"
)
_IS_TITLE = regex(
    r"\w+\s(?:\w+\s)?(?:Managers?|Directors?|Officers?|Heads?|Chiefs?|Masters?|Commissioners?)\s(?:of|for)\s"
)
"""'Port Manager of X'."""
_WORD = regex(r"\w+")
_OF_ALL = frozenset(("WCO", "OCO", "ROCB", "RILO", "ASEAN", "APEC"))
"""Organizations of many countries, of which the country behind the acronym is none."""
_ALONE = frozenset(("Regional Office", "Regional Training Centre", "Regional Training Center"))
"""Names that say which one they are of only where the report has said it in full."""
_NO_NAMES = frozenset(("Customs", "Customs Union"))
_NOT_OF_NAME = regex(r"^(?:[Tt]he )?(?:[A-Z]\w+-based )?")
_SHORT = regex(r"[A-Z][A-Z&-]{2,7}")
_COUNTRY_BEHIND = regex(r"\s([A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)(?=[,.;:)]|\s[a-z]|$)")
"""'CBIC India', 'SUNAT Peru'."""
_OF_CITY = regex(r"\b[A-Z][\w'’-]+\s$")
_SEATED = frozenset(("ROCB", "RTC", "RILO", "RCL", "RDTC"))
"""Acronyms before which their city may stand: 'the Ouagadougou RTC'."""
_BASED = regex(rf"(?<![\w-]){CAP}(?:\s{CAP})?-based\s$")
_IN_BRACKETS = regex(r"\(([^)]*)\)")
_BRACKETS = regex(r"\s*\([^)]*\)")
_PLURAL = regex(
    r"(?:ROCBs|RILOs|RTCs|RCLs|RDTCs|Offices|offices|Centres|Centers|Laboratories|Directorates|Entities|Secretariats"
    r"|VCOs)\b"
)


def find_offices(text: str) -> list[Mention]:
    """The organizations that the text names, without overlap, in the order of the text."""
    mentions = with_schools(text, join_parts(text, _named(text)))
    mentions = without_overlap([*mentions, *_spelled(text, mentions)])
    mentions = without_overlap([*mentions, *listed_offices(text, mentions), *supporting_offices(text, mentions)])
    mentions = without_overlap([*mentions, *visited_places(text, mentions)])
    return without_overlap([*_by_defined_acronym(text, mentions), *_by_head(text, mentions), *mentions])


def _spelled(text: str, found: list[Mention]) -> list[Mention]:
    """'National Agency for X and Control (NAXC)', of which another shape may have found a part: its rule."""
    spelled = apart_from(spelled_offices(text, _no_acronyms()), [each for each in found if each.entry is not None])
    starts = [each.start for each in found]
    for mention in spelled:
        place = bisect_left(starts, mention.start)
        if place < len(found) and found[place].end < mention.end:
            mention.rule = found[place].rule
    return spelled


@lru_cache(maxsize=1)
def _automaton() -> tuple[AhoCorasick, list[str]]:
    forms = sorted(known_offices().keys() - title_forms())
    return AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest), forms


@lru_cache(maxsize=1)
def _no_acronyms() -> frozenset[str]:
    """Words in capitals that are no organizations, or are found as those of the reference tables."""
    names = {row["word"] for row in read_table("data", "wordings", "not_names.csv", columns=("word",))}
    others = {row["acronym"] for row in read_table("data", "wordings", "not_offices.csv", columns=("acronym",))}
    return frozenset(names | others | postnominals() | known_offices().keys())


def _known(text: str) -> Iterator[Mention]:
    automaton, forms = _automaton()
    for index, start, end in automaton.find_matches_as_indexes(text):
        before, after = text[start - 1 : start], text[end : end + 1]
        if before.isalnum() or after.isalnum() or before in {"/", "-"} or after == "/":
            continue
        if (after == "-" and text[end + 1 : end + 2].isalnum()) or _MATTERS.match(text, end):
            continue
        form = forms[index]
        entry, aliases = known_offices()[form], tuple(_IN_BRACKETS.findall(form))
        yield Mention(Kind.OFFICE, start, end, form, entry=entry, aliases=aliases, rule="office.reference")


def _shaped(text: str) -> Iterator[Mention]:
    shapes = find_shapes(text)
    for shape, first, last in shapes:  # grows: of 'A Authority and the B Service' the first name comes after the last
        rule, by_head = shape, shape.startswith("office.head")
        start = trimmed_start(text, first, last) if by_head else without_lead(text, first, last)
        ahead = before_last(text, first, start) if by_head and first < start < last else None
        if ahead is not None:
            shapes.append(ahead)
        also = _and_title().search(text, start, last) if text.find("and", start, last) > 0 else None
        end = also.start() if also else last
        if shape == "office.head-first":
            end = trimmed_end(text, start, end)
        form = text[start:end]
        if len(form) < 3 or form in _NO_NAMES or _customs_titles().match(form):
            continue
        if by_head and is_body(form):
            rule = "office.body"
        elif by_head and (" " not in form.strip() or names_event(form) or _of_title(text, form, end)):
            continue
        if shape == "office.head-first" and _IS_TITLE.match(form):
            continue
        if rule == "office.unknown-acronym" and form in _no_acronyms():
            continue
        yield Mention(Kind.OFFICE, start, end, form, rule=rule)


@lru_cache(maxsize=1)
def _customs_titles() -> re.Pattern[str]:
    """Titles that look like Customs administrations: 'Commissioner Customs and Excise'."""
    titles = {title for title in title_forms() if title.endswith(" Customs") and " of " not in title}
    return regex(rf"(?:{alternation(titles)})(?!\w)")


@lru_cache(maxsize=1)
def _and_title() -> re.Pattern[str]:
    """Where the next post begins: 'of the Ministry of Revenue and | Chair of the OCO'."""
    return regex(rf"\s+and\s+(?:the\s+)?(?:[A-Z]\w+\s+)?(?:{alternation(title_forms())})(?=\s+(?:of|for|at|to)\s)")


def _of_title(text: str, form: str, end: int) -> bool:
    """'WCO BACUDA Project Manager': the project is part of somebody's title."""
    return form.endswith(_PROJECTS) and _TITLE_BEHIND.match(text, end) is not None


def _named(text: str) -> list[Mention]:
    known = list(_known(text))
    mentions = without_overlap([*known, *_from_known_start(known, _shaped(text))])
    for mention in mentions:
        _extend(mention, text)
    mentions = without_overlap(mentions)
    for mention in mentions:
        _name(mention, text)
    _take_for_longer(mentions)
    for first, second in pairwise(mentions):
        if (
            second.rule != "office.region"
            and text[first.end : second.start] == " ("
            and text.startswith(")", second.end)
        ):
            first.aliases = (*first.aliases, second.form)
    return mentions


def _take_for_longer(mentions: list[Mention]) -> None:
    """'the Regional Office', where the report names the 'Regional Office for Capacity Building (ROCB)', is that one."""
    for place, mention in enumerate(mentions):
        if mention.form not in _ALONE:
            continue
        others = (*reversed(mentions[:place]), *mentions[place + 1 :])
        whole = next(
            (other for other in others if other.form.removeprefix("WCO ").startswith(f"{mention.form} ")), None
        )
        if whole is not None:
            mention.form, mention.entry, mention.aliases = whole.form, whole.entry, whole.aliases


def _from_known_start(known: list[Mention], shaped: Iterator[Mention]) -> Iterator[Mention]:
    """'Zakat, | Tax and Customs Authority of Saudi Arabia': begins where the name begins that a table knows."""
    starts = {place: name.start for name in known if "," in name.form for place in range(name.start + 1, name.end)}
    for mention in shaped:
        mention.start = starts.get(mention.start, mention.start)
        yield mention


def _extend(mention: Mention, text: str) -> None:
    """Adds what stands behind a name: 'Secretariat', an acronym in brackets, a number ('Project II'), 'Customs'."""
    _extend_by_secretariat(mention, text)
    based = _BASED.search(text, max(0, mention.start - 40), mention.start)
    if based:
        mention.start = based.start()
    name = text[mention.start : mention.end]
    more = _NUMERAL_BEHIND.match(text, mention.end) if name.endswith(_PROJECTS) else None
    part = _PART_OF.search(name) if more is None else None
    if part and part["of"] in countries():  # 'the Wildlife Unit of Singapore | Customs'
        more = _CUSTOMS_BEHIND.match(text, mention.end)
    if more:
        mention.end, mention.entry = more.end(), None
    country = _COUNTRY_BEHIND.match(text, mention.end) if _SHORT.fullmatch(name) and name not in _OF_ALL else None
    if country and country[1] in countries():
        mention.end = country.end()
    city = _OF_CITY.search(text, max(0, mention.start - 30), mention.start) if name in _SEATED else None
    if city and city.group().rstrip() in entries_by_form():
        mention.start = city.start()
    bracket = _ACRONYM_BEHIND.match(text, mention.end)
    if bracket and bracket[1] not in countries():
        mention.end = bracket.end()
        _extend_by_secretariat(mention, text)


def _extend_by_secretariat(mention: Mention, text: str) -> None:
    behind = _SECRETARIAT_BEHIND.match(text, mention.end)
    if behind:
        mention.end = behind.end()
        mention.entry = None


def _name(mention: Mention, text: str) -> None:
    """Gives a mention its form, aliases and row."""
    form = " ".join(text[mention.start : mention.end].split())
    form = _NOT_OF_NAME.sub("", form)
    if mention.rule == "office.region":
        form = form.replace("WCO-", "WCO ")
    mention.form = plain = form
    mention.aliases = ()
    if "(" in form:
        plain = _BRACKETS.sub("", form)
        inside = _IN_BRACKETS.findall(form)
        mention.aliases = tuple(dict.fromkeys([*inside, *([plain] if inside else [])]))
    mention.plural = _PLURAL.search(plain) is not None
    if mention.rule == "office.unknown-acronym" and " " in form:  # 'Peru's SUNAT'
        plain = form.rpartition(" ")[2]
        mention.aliases = (plain,) if plain in known_offices() or plain not in _no_acronyms() else ()
    if mention.entry is None:
        mention.entry = known_offices().get(plain)


def _by_defined_acronym(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Later mentions by an acronym that the report defines: '(SCC)'; 'Vice-Chair's Office (India)' defines none."""
    defined: dict[str, Mention] = {}
    for mention in found:
        for alias in mention.aliases:
            place = alias in entries_by_form() and (mention.entry is None or not alias.isupper())
            if _DEFINED.fullmatch(alias) and alias not in known_offices() and not place:
                defined.setdefault(alias, mention)
    for start, end in whole_words(text, defined, "/-", "/-"):
        mention = defined[text[start:end]]
        behind = None if _PLURAL.match(text, start) else _OF_COUNTRY.match(text, end)
        if behind is None or behind[1] not in countries() or behind[1] in mention.form:
            yield _repeated(mention, start, end, text[start:end], "office.acronym")
        else:
            name = text[start : behind.end()]
            yield Mention(Kind.OFFICE, start, behind.end(), name, rule="office.acronym-of-country")


def _by_head(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Later mentions by the noun of the name: 'the College'."""
    named: dict[str, Mention] = {}
    position = 0
    for match in _BACK_REFERENCE.finditer(text):
        while position < len(found) and found[position].end <= match.start():
            named.update(dict.fromkeys(_WORD.findall(found[position].form), found[position]))
            position += 1
        before = named.get(match[1])
        if before is not None:
            yield _repeated(before, match.start() + 4, match.end(), before.form, "office.head-again")


def _repeated(first: Mention, start: int, end: int, form: str, rule: str) -> Mention:
    plural = _PLURAL.search(form) is not None
    return Mention(Kind.OFFICE, start, end, form, entry=first.entry, aliases=first.aliases, rule=rule, plural=plural)
