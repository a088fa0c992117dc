"""Recognises the names of organizations: WCO structures, Customs administrations, partners, and unknown ones by shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extraction.gazetteer import OfficeEntry, known_offices, region_forms
from kg.extraction.mentions import Kind, Mention, without_overlap
from kg.extraction.places import adjectives, countries
from kg.extraction.text import CAP, alternation
from kg.model import OfficeKind
from kg.tables import read_table

__all__ = ["find_offices"]

_FULL = (
    r"Regional\s+Offices?\s+(?:for|of)\s+Capacity[\s-]+Building|Regional\s+Intelligence\s+Liaison\s+Offices?"
    r"|Regional\s+(?:Customs\s+)?[Tt]raining\s+(?:Centre|Center)s?|Regional\s+Customs\s+Laborator(?:y|ies)"
    r"|Regional\s+(?:Customs\s+)?Dog\s+Training\s+(?:Centre|Center)s?|Regional\s+Offices?|Regional\s+Training\s+Institutes?"
)
_ACRONYM = r"(?:ROCB|ROCP|RILO|RTC|RCL|RDTC)(?:s|['’]s)?"
_DIRECTORATES = (
    "Capacity Building|Compliance and Facilitation|Compliance and Enforcement|Compliance & Facilitation"
    "|Tariff and Trade Affairs|Tariff & Trade Affairs|CB"
)


@lru_cache(maxsize=1)
def _heads() -> dict[str, list[str]]:
    heads: dict[str, list[str]] = {"first": [], "last": []}
    for row in read_table("data", "wordings", "office_heads.csv", columns=("head", "position")):
        for position in ("first", "last"):
            if row["position"] in {position, "both"}:
                heads[position].append(row["head"])
    return heads


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    region = alternation(set(region_forms()))
    country = alternation({*countries(), *adjectives()})
    heads = _heads()
    acronym = r"(?:\s*\((?P<acronym>(?:[A-Z][\w&/'’ -]{1,14}))\))?"
    of_place = rf"(?:\s+of\s+(?:the\s+)?(?:{alternation(set(countries()))})(?!\w))?"
    structure = (
        rf"(?:(?:WCO|World\s+Customs\s+Organi[sz]ation(?:\s+\(WCO\))?)(?:['’]s)?\s+)?(?:(?:{region})(?:['’]s)?(?:\s+[Rr]egional|\s+[Rr]egion)?\s+(?:WCO\s+)?)?"
        rf"(?:(?:{_FULL})(?:\s*\((?P<acronym>{_ACRONYM}(?:[\s-]+(?:{region}))?)\))?|{_ACRONYM})(?!\w)"
        rf"(?:(?:\s+|-)(?:in\s+)?(?:{region})(?!\w)(?:\s+[Rr]egion)?(?:\s+\((?:{region}|{_ACRONYM}(?:[\s-]+(?:{region}))?)\))?"
        rf"|\s+(?:for|of)\s+(?:the\s+)?(?:WCO\s+)?(?:{region})(?!\w)(?:\s+[Rr]egion)?(?:\s+\((?:{region}|{_ACRONYM}(?:[\s-]+(?:{region}))?)\))?"
        rf"|(?:\s+|-)(?:{country})(?!\w)(?!\s+Customs)|\s+(?!(?:Heads?|Directors?|Meetings?|Conference|Workshop|Network|Programme|Program|Staff|Members?|Managers?|Officers?|Deputy|Acting|Technical|Annual|National|Regional|Contact|Experts?|Project|Mr|Ms|Mrs|Dr|I|The)\b)(?:{CAP})(?:\s+(?:and\s+(?:Central|Eastern|Western|Southern|Northern)\s+)?(?:Europe|Africa|America|Asia|Dhabi|States|City|Arabia|China|Lanka|Zealand))?(?=\s+[a-z(]|[,.;)(:]))?"
    )
    vice_chair = (
        rf"(?:WCO\s+)?(?:(?:{region})(?:\s+[Rr]egional)?\s+)?(?:Regional\s+)?(?:WCO\s+)?(?:Council\s+)?Vice[\s-]?\s?[Cc]hair(?:person|man)?s?(?:['’]s?|s['’])?\s+"
        rf"(?:[Oo]ffices?|[Ss]ecretariats?)(?:\s+\((?:A?P?VCOs?|[^()]{{2,30}})\))?"
        rf"(?:\s+(?:of|for|in)\s+(?:the\s+)?(?:WCO\s+)?(?:{region})(?:\s+[Rr]egion)?)?|A?P?VCOs?\b"
    )
    sequence = rf"(?:{CAP}\s+(?:(?:and|for|on|de|du|des|la|le|&|the)\s+){{0,2}}){{1,7}}"
    last = rf"(?:{alternation(set(heads['last']))})"
    tail = rf"{CAP}(?:\s+(?:and|of|for|on|de|du|des|la|&|of\s+the|and\s+the|for\s+the)\s+{CAP}|\s+{CAP}){{0,7}}"
    listed = rf"{CAP}(?:\s+{CAP}){{0,2}}(?:,\s+{CAP}(?:\s+{CAP}){{0,2}}){{1,3}}\s+and\s+{CAP}(?:\s+{CAP}){{0,2}}"
    first = rf"(?:{CAP}\s+){{0,4}}(?:{alternation(set(heads['first']))})(?:\s+{CAP}){{0,2}}\s+(?:of|for|de|do|da|del)\s+(?:the\s+)?(?:{listed}|{tail})"
    return [
        (
            "office.region",
            re.compile(
                rf"(?<![\w/-])(?:WCO(?:['’]s)?\s+)?(?:{region})(?:\s+\((?:{region})\))?(?:\s+[Rr]egion(?!al)(?!\w)|(?=\s+(?:[Rr]egional\s+)?(?:WCO\s+)?Vice\s?-?\s?[Cc]hair(?!\S*\s+[Oo]ffice)))"
            ),
        ),
        ("office.structure", re.compile(rf"(?<![\w/-])(?:{structure})(?!\w)")),
        ("office.vice-chair", re.compile(rf"(?<![\w/-])(?:{vice_chair})(?!\w)")),
        (
            "office.directorate",
            re.compile(
                rf"(?<!\w)(?:WCO\s+)?(?:{_DIRECTORATES})\s+Directorate(?:\s+of\s+(?:the\s+)?WCO(?:\s+Secretariat)?)?|(?:all\s+)?WCO\s+Directorates(?:\s+and\s+[Uu]nits)?"
                rf"|WCO\s+(?:{_DIRECTORATES})(?=\s+(?:[a-z]+ed|gave|and|made)\b|[,.])"
                r"|(?:WCO\s+)?Research\s+Unit|Directorates?\s+of\s+the\s+WCO(?:\s+Secretariat)?|Regional\s+Entities(?!\w)|Regional\s+Structures(?!\w)"
            ),
        ),
        ("office.customs", re.compile(rf"(?<![\w-])(?:(?:{country})(?:['’]s)?(?:\s+\([A-Z]{{2,6}}\))?|{CAP})\s+Customs(?:\s+and\s+Excise)?(?:\s+(?:{last}))?{acronym}(?!\w)(?!\s+Officers?\b)")),
        ("office.customs-of", re.compile(rf"(?<![\w-])(?<!of\s)(?<!for\s)(?:the\s+)?Customs(?:\s+(?:Administration|Service|Department|Authority))?\s+of\s+(?:the\s+)?(?:{alternation(set(countries()))})(?!\w)")),
        ("office.acronym-pair", re.compile(r"(?<![\w-])[A-Z]{2,6}-[A-Z]{2,8}(?:\s+(?:[A-Z][\w-]+\s+){0,4}(?:[Pp]rogramme|[Pp]rogram|[Pp]roject|[Ff]und))?(?![\w-])")),
        ("office.unknown-acronym", re.compile(rf"(?<![\w(/-])(?:(?:{alternation(set(countries()))})['’]s\s+)?[A-Z]{{3,8}}(?![\w/-])(?!\s+[A-Z][a-z]+-)")),
        ("office.head-last", re.compile(rf"(?<![\w'’-]){sequence}{last}{acronym}{of_place}(?!\w)")),
        ("office.head-first", re.compile(rf"(?<![\w'’-]){first}{acronym}{of_place}(?!\w)")),
    ]


@lru_cache(maxsize=1)
def _automaton() -> tuple[AhoCorasick, list[str]]:
    forms = sorted(known_offices())
    return AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest), forms


_LEADING = re.compile(
    r"(?:The|In|At|On|From|For|By|With|Of|And|Both|All|While|When|After|Before|Its|His|Her|Their|Our|As|An?|Next|First|Then|To|This|That|These|Also|During|Under|Among|Besides|Like|Mr|Mrs|Ms|Dr|It|Each|Every|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Host|Sponsor|Organizer|Congratulations|Presentations?|Delegates|Representatives|Experts)\.?\s+(?:(?:of|for|the|by|from)\s+){0,2}"
)
_ACRONYM_BEHIND = re.compile(r"\s*\(([A-Z][A-Za-z&/'’ -]{1,14})\)")
_SECRETARIAT_BEHIND = re.compile(r"\s+Secretariat(?!\w)")


@lru_cache(maxsize=1)
def _title_forms() -> frozenset[str]:
    rows = read_table("data", "wordings", "titles.csv", columns=("title", "plural"))
    return frozenset(form for row in rows for form in (row["title"], row["plural"]) if form)


@lru_cache(maxsize=1)
def _title_of() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{alternation(set(_title_forms()))})(?:\s+(?:of|for|at)\s+(?:the\s+)?|\s+and\s+|,\s+))")


def _known(text: str) -> Iterator[Mention]:
    automaton, forms = _automaton()
    for index, start, end in automaton.find_matches_as_indexes(text):
        if forms[index] in _title_forms():
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        if before.isalnum() or after.isalnum() or before in {"/", "-"} or after == "/" or (after == "-" and text[end + 1 : end + 2].isalnum()):
            continue
        yield Mention(Kind.OFFICE, start, end, forms[index], entry=known_offices()[forms[index]], rule="office.reference")


_EVENT_OF = re.compile(
    r"(?:[\w'’-]+\s+){0,4}?(?:Meetings?|Conference|Congress|Workshop|Seminar|Session|Sessions|Celebration|Anniversary|Assembly|Summit|Heads|Head|Launch|Opening|Visit|Members?)\s+(?:of|for|to)\s+(?:the\s+)?"
)
_BODY = re.compile(r"(?:(?:WCO|Governing|Policy|Finance|Audit|Integrity|Enforcement|Steering|Permanent|Capacity Building|World)\s+)+(?:\w+\s+)?(?:Council|Committee|Commission|Sub-Committee)$")
"""Bodies that meet: a session rather than an agent."""
_EVENT = re.compile(r"\b(?:Workshop|Meeting|Conference|Seminar|Webinar|Sessions?|Ceremony|Course|Anniversary|Congress|Day)\b")


@lru_cache(maxsize=1)
def _no_acronyms() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("data", "wordings", "not_names.csv", columns=("word",))) | {
        row["acronym"] for row in read_table("data", "wordings", "not_offices.csv", columns=("acronym",))
    }


_AFTER_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Dr|Hon|Prof|Eng|H\.E|Colonel|Major|General|Captain|Mme)\.?\s*$")
_COMPLETE = re.compile(r"(?:^|[\s(-])(?:[A-Z]{2,}(?:\s+A/P)?s?|A/P|[A-Z][a-z]+s?\s+(?:Office|Offices|Customs|Service|Secretariat|Department|Authority|Agency|Organi[sz]ation|Bank|Union|Chairs|Post))\)?$")


def _left_trimmed(text: str, start: int, end: int) -> int:
    """Start of the name proper: titles, events and complete names in front of it left out."""
    if _AFTER_HONORIFIC.search(text, max(0, start - 14), start):
        link = re.compile(r"\s+(?:of|from|at)\s+(?:the\s+)?").search(text, start, end)
        start = link.end() if link else end
    moved = True
    while moved:
        moved = False
        for pattern in (_LEADING, _title_of(), _EVENT_OF):
            lead = pattern.match(text, start, end)
            if lead and lead.end() < end:
                start, moved = lead.end(), True
    for link in re.finditer(r"\s+and\s+(?:of\s+)?(?:the\s+)?", text[start:end]):
        left = text[start : start + link.start()]
        if _COMPLETE.search(left) and ("the" in link.group() or not left.endswith("Customs")):
            return _left_trimmed(text, start + link.end(), end)
    return start


def _shaped(text: str) -> Iterator[Mention]:
    for rule, pattern in _patterns():
        for match in pattern.finditer(text):
            start, end = match.span()
            if rule.startswith("office.head"):
                start = _left_trimmed(text, start, end)
            else:
                lead = _LEADING.match(text, start, end)
                start = lead.end() if lead and lead.end() < end else start
            if rule.startswith("office.head") and _BODY.match(text, start, end):
                yield Mention(Kind.OFFICE, start, end, text[start:end], rule="office.body")
                continue
            if rule.startswith("office.head") and _EVENT.search(text, start, end):
                continue
            if rule == "office.unknown-acronym" and (text[start:end] in _no_acronyms() or text[start:end] in known_offices()):
                continue
            if end - start < 3 or text[start:end] == "Customs" or (rule.startswith("office.head") and " " not in text[start:end].strip()):
                continue
            yield Mention(Kind.OFFICE, start, end, text[start:end], rule=rule)


_BACK_REFERENCE = re.compile(r"(?<!\w)the (College|Academy|Centre|Center|Institute|Service|Laboratory|Administration|Bank|Agency|Department|Authority|Agency|Ministry|Union|University|Bank|Bureau|School)(?!\w)(?! (?:of|for|in) )")


def _again(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Later mentions by an acronym that the report defines ('(SCC)') or by the head of the name ('the College')."""
    defined: dict[str, Mention] = {}
    for mention in found:
        for alias in mention.aliases:
            if re.fullmatch(r"[A-Z][A-Za-z&/-]{1,14}", alias) and alias not in known_offices():
                defined.setdefault(alias, mention)
    if defined:
        pattern = re.compile(rf"(?<![\w(/-])(?:{alternation(set(defined))})(?![\w/-])")
        for match in pattern.finditer(text):
            first = defined[match.group()]
            yield Mention(Kind.OFFICE, match.start(), match.end(), match.group(), entry=first.entry, aliases=first.aliases, rule="office.acronym")
    for match in _BACK_REFERENCE.finditer(text):
        before = [m for m in found if m.end <= match.start() and re.search(rf"\b{match[1]}\b", m.form)]
        if before:
            yield Mention(Kind.OFFICE, match.start() + 4, match.end(), before[-1].form, entry=before[-1].entry, aliases=before[-1].aliases, rule="office.head-again")


def find_offices(text: str) -> list[Mention]:
    """The organizations that the text names, without overlap, in the order of the text."""
    mentions = _named(text)
    return without_overlap([*_again(text, mentions), *mentions])


def _named(text: str) -> list[Mention]:
    mentions = without_overlap([*_known(text), *_shaped(text)])
    for mention in mentions:
        behind = _SECRETARIAT_BEHIND.match(text, mention.end)
        if behind:
            mention.end = behind.end()
            mention.entry = None
        bracket = _ACRONYM_BEHIND.match(text, mention.end)
        if bracket and not bracket[1].startswith(("including", "e.g")):
            mention.end = bracket.end()
            behind = _SECRETARIAT_BEHIND.match(text, mention.end)
            if behind:
                mention.end = behind.end()
                mention.entry = None
    mentions = without_overlap(mentions)
    for mention in mentions:
        _name(mention, text)
    for first, second in pairwise(mentions):
        if text[first.end : second.start] == " (" and text[second.end : second.end + 1] == ")" and second.rule != "office.region":
            first.aliases = (*first.aliases, second.form)
    return mentions


def _name(mention: Mention, text: str) -> None:
    form = re.sub(r"\s+", " ", text[mention.start : mention.end]).strip()
    mention.form = re.sub(r"^[Tt]he ", "", form)
    inside = re.findall(r"\(([^)]*)\)", mention.form)
    plain = re.sub(r"\s*\([^)]*\)", "", mention.form)
    mention.aliases = tuple(dict.fromkeys([*inside, *([plain] if inside else [])]))
    mention.plural = bool(re.search(r"(?:ROCBs|RILOs|RTCs|RCLs|RDTCs|Offices|offices|Centres|Centers|Laboratories|Directorates|Entities|Secretariats|VCOs)\b", plain))
    if mention.entry is None:
        mention.entry = known_offices().get(plain)


def kind_of(form: str, entry: OfficeEntry | None) -> OfficeKind:
    """What sort of office a name stands for."""
    if entry is not None:
        return entry.kind
    for acronym, full, kind in (
        ("ROCB", "Capacity Building", OfficeKind.ROCB),
        ("RILO", "Intelligence Liaison", OfficeKind.RILO),
        ("RDTC", "Dog Training", OfficeKind.RDTC),
        ("RTC", "Regional Training", OfficeKind.RTC),
        ("RCL", "Regional Customs Laborator", OfficeKind.RCL),
    ):
        if acronym in form or full in form:
            return kind
    if re.search(r"Vice[\s-]?Chair|VCO", form):
        return OfficeKind.VICE_CHAIR
    if re.match(r"(?:WCO|World Customs Org)", form) or "Directorate" in form:
        return OfficeKind.SECRETARIAT
    if "Customs" in form:
        return OfficeKind.ADMINISTRATION
    return OfficeKind.OTHER
