"""Lists of WCO structures that say their kind once: 'RTC Egypt and Jordan', 'the A and B Regional Training Centres'."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.extraction.clauses.patterns import compiled
from kg.extraction.mentions.mention import Kind, Mention
from kg.regex import regex

__all__ = ["elliptic", "placed"]

_STRUCTURE = regex(
    r"(?:WCO )?(?P<kind>(?:ROCB|RTC|RILO|RCL|RDTC)s?)(?P<link> |-| (?:of|for) (?:the )?)(?P<rest>[A-Z].*)$"
)
_PLACES = compiled(
    r"(?:, (?:the )?{land})*,? and (?:the )?{land}(?! (?:{title}|{office}))|(?:, (?:the )?{land})+(?=\))"
)
_REGIONS = compiled("(?:, of (?:the )?{org})*,? and of (?:the )?{org}")
_LOCATED = compiled(
    r" (?:in|of|from) (?:the )?{land}(?:, (?:the )?{land})*,? and (?:in |of )?(?:the )?{land}(?! {title})"
    r"|(?: of the region)? \((?:the )?{land}(?:, (?:the )?{land})*,? and (?:the )?{land}\)"
    r"|, (?:i\.e\.|namely|that is),? (?:the )?{land}(?:, (?:the )?{land})*,? and (?:the )?{land}(?! {office})"
)
_PLURAL = regex(
    r"(?:WCO )?(?:(?P<kind>ROCB|RTC|RILO|RCL|RDTC)s"
    r"|Regional (?:Customs )?(?P<full>Training|Dog Training|Laborator|Intelligence Liaison|Offices for Capacity)\S*"
    r"(?: Cent(?:re|er)s| Offices| Building)?(?: \(\w+\))?)$"
)
_ACRONYMS = {
    "Training": "RTC",
    "Dog Training": "RDTC",
    "Laborator": "RCL",
    "Intelligence Liaison": "RILO",
    "Offices for Capacity": "ROCB",
}
_ONE = regex(
    r"(?:WCO )?(?P<kind>ROCB|RTC|RILO|RCL|RDTC|Regional (?:Training Cent(?:re|er)|Customs Laboratory"
    r"|Office for Capacity Building|Intelligence Liaison Office)(?: \((?P<acronym>[A-Z]+)\))?)$"
)
_AT_PLACE = compiled(r" (?P<word>of|in|at) (?:the )?(?P<place>{land})(?:, {country})?(?=[ ,.;:)]|$)")
"""'the Regional Training Centre (RTC) of Ouagadougou': 'of' belongs to the name, 'in' says where it is."""
_SEVERAL = regex(r"(?:WCO )?Regional .*?(?:Offices|Cent(?:re|er)s|Laboratories)\b.* \((?P<short>[A-Z]{3,4} [^()]+)\)$")
_WITH_ACRONYM = compiled(
    "(?:,|,? and) (?:(?:for|in|of) )?(?:the )?(?:{land}|[a-z]+(?: [a-z]+){0,2}) \\((?P<org>{office})\\)"
)
"""'Regional Offices for West Africa (RILO WA) | and Central Africa (RILO CA)'."""
_PLACED = compiled("{land}(?:, {land})*,? and {land} {office}")


def elliptic(text: str, items: Mapping[int, Mention], office: Mention, position: int) -> tuple[int, list[Mention]]:
    """'RTC Egypt, Saudi Arabia and Jordan', 'ROCBs of A, of B and of C': the names left out, spelled out.

    Args:
        text: The tape.
        items: The mentions at its positions.
        office: The structure that is named in full.
        position: Behind it.

    Returns:
        The position behind the list, and all structures.
    """
    several = _SEVERAL.match(office.form)
    if several:
        return _with_acronyms(text, items, office, several["short"], position)
    plural = _PLURAL.match(office.form)
    located = _LOCATED.match(text, position) if plural else None
    if plural and located:
        return located.end(), _all(plural["kind"] or _ACRONYMS[plural["full"]], items, located)
    one = _ONE.fullmatch(office.form)
    at = _AT_PLACE.match(text, position) if one else None
    if one and at:
        return _at_places(text, items, office, one, at)
    return _of_stem(text, items, office, position)


def _at_places(
    text: str, items: Mapping[int, Mention], office: Mention, one: re.Match[str], at: re.Match[str]
) -> tuple[int, list[Mention]]:
    """'the Regional Training Centre (RTC) of Egypt, Kenya and Jordan'."""
    own = at["word"] == "of"
    first = _of_place(office, one["acronym"] or "", items[at.start("place")], own)
    further = _PLACES.match(text, at.start("place") + 1) if own else None
    if further is None:
        return at.end(), [first]
    return further.end(), [first, *_all(one["acronym"] or one["kind"], items, further)]


def _of_stem(text: str, items: Mapping[int, Mention], office: Mention, position: int) -> tuple[int, list[Mention]]:
    """'RTC Egypt and Jordan', 'ROCBs of A and of B'; the structure alone where no list follows."""
    stem = _STRUCTURE.match(office.form)
    if stem is None:
        return position, [office]
    regions = stem["link"] not in {" ", "-"}
    rest = (_REGIONS if regions else _PLACES).match(text, position)
    if rest is None:
        return position, [office]
    kind = stem["kind"].removesuffix("s")
    first = _named(kind, stem["rest"], office) if regions else office
    return rest.end(), [first, *_all(kind, items, rest)]


def _with_acronyms(
    text: str, items: Mapping[int, Mention], office: Mention, short: str, position: int
) -> tuple[int, list[Mention]]:
    """The structures of a list that gives each its acronym behind its place."""
    offices = [office]
    while further := _WITH_ACRONYM.match(text, position):
        offices.append(items[further.start("org")])
        position = further.end()
    if len(offices) > 1:
        offices[0] = Mention(Kind.OFFICE, office.start, office.end, short, rule="office.elliptic")
    return position, offices


def placed(text: str, items: Mapping[int, Mention], position: int) -> tuple[int, list[Mention]] | None:
    """'the Ouagadougou, Brazzaville and Abuja Regional Training Centres (RTC)': three structures, or ``None``."""
    match = _PLACED.match(text, position)
    if match is None:
        return None
    office = items[match.end() - 1]
    acronym = next((a.removesuffix("s") for a in office.aliases if a.removesuffix("s").isupper()), "")
    kind = acronym or office.form.removesuffix("s")
    return match.end(), _all(kind, items, match)[:-1]


def _all(kind: str, items: Mapping[int, Mention], match: re.Match[str]) -> list[Mention]:
    """The structures of all places that stand in a match."""
    places = [item for place in range(match.start(), match.end()) if (item := items.get(place)) is not None]
    return [_named(kind, place.form, place) for place in places]


def _named(kind: str, name: str, at: Mention) -> Mention:
    plain = re.sub(r"^WCO |\s+[Rr]egions?$", "", name)
    return Mention(Kind.OFFICE, at.start, at.end, f"{kind} {plain}", rule="office.elliptic")


def _of_place(office: Mention, acronym: str, place: Mention, own: bool) -> Mention:
    """A structure with the place that is part of its name, or as it stands."""
    if not own:
        return office
    form = f"{office.form} of {place.form}"
    aliases = (f"{acronym} {place.form}",) if acronym else (f"{office.form} {place.form}",)
    return Mention(Kind.OFFICE, office.start, place.end, form, aliases=aliases, rule="office.of-place")
