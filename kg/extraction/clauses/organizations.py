"""Reads organizations and countries of a sentence, as such or as those whom they sent."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.extraction.clauses.patterns import (
    COUNTRY,
    OFFICE,
    TITLE,
    compiled,
    representative_words,
    representatives,
)
from kg.extraction.clauses.seats import SeatReader, is_vice_chair
from kg.extraction.clauses.structures import elliptic
from kg.extraction.clauses.unnamed import QUANTITY
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.words.text import alternation
from kg.regex import regex

__all__ = ["Agent", "OrganizationReader"]


class Agent(NamedTuple):
    """One agent, or one list of elliptic ones.

    Attributes:
        end: Position behind it on the tape.
        members: Whom it names; empty for somebody unnamed, who stands for nobody.
        delegates: The people of an organization are meant.
        observers: They are called observers.
    """

    end: int
    members: list[Mention]
    delegates: bool = False
    observers: bool = False


_SENT_BY = (
    "(?:of|from|sent (?:here |there )?by|sent from|representing|for|speaking for|lent by|dispatched by|on behalf "
    "of|belonging to|"
    "coming from|drawn from|nominated by)"
)
_OF_MEMBERS = regex(r"(?<!staff )(?<!team )\bmembers of (?:the )?$")
"""'the Heads from 18 Members of the | OCO': administrations, no people of it."""
_OWNED = compiled(r"(?:{country}'s?|{office}'s(?: \({office}\))?) (?={office})")
"""'Philippines' Bureau of Customs', 'Fiji's RTC', 'the WCO's (WCO) RILO'."""
_OWNER_OF = compiled("(?:'s)? {title}")
_COLLECTIVE = compiled(
    " (?:member )?(?:countries|members|states|administrations|member states|economies|customs "
    "administrations)(?=[ ,.;)])"
)
_CALLED = regex(r"\b(?:agency|organi[sz]ation|association|foundation|company|firm|institute|ministry|bank|donor) $")
"""'the cooperation agency | XYZ': what the unknown acronym stands for."""
_NEAR = 24
"""Characters before an organization in which that stands."""
_UNKNOWN_LEAD = compiled(
    "(?:(?!(?:by|of|from|with|for|to|in|on|at|and|or|as|was|were|had|has|have|is|are|who|which|that|it|its|their|his|"
    "her|a|an|then|also|whom|whose|where|when|while|whereas|whilst|although|though|because|after|before|since|until|"
    "what|how|than|like|via|but|if|not|both|so|did|does|do|will|would|may|can|under|over|between|through|[a-z]+ed|"
    "[a-z]+ing|[a-z]+ly|told|gave|met|led|said) )[a-z]+ ){1,3}(?={office})"
)
"""Words of a name that are not known: 'the regional «O»', 'the four «O»' within a list."""
_OFFICE_APPOSITION = compiled(
    "(?:, {land})?(?:, (?:(?:being|as|in its capacity as|currently) )?(?:the )?"
    "(?:(?:current|present|new|outgoing|incoming|then) )?(?:{office} )?{title}"
    "(?: (?:of|for) (?:the )?(?:region|{office})"
    "(?: for (?:the )?{office})?)"
    r"(?!,? {person})(?=[,.;:]| (?:and|for|on|in|at)\b)"
    "|, (?:in (?:its|their) (?:capacity|role|function|quality) as|"
    "(?:also |better |otherwise |locally )?(?:known|designated|recogni[sz]ed)(?: [a-z]+){0,3} as|"
    r"which is(?: also)?|i\.e\.,?|that is,?)"
    " (?:the )?{office}(?=[,.])(?!, (?:the )?{office}))"
)
_IN_REGION = compiled(" (?:of|in|from|for) (?:the )?{office}")
_OF_REGIONS = compiled(" (?:of|from) (?:(?:all|the|its|each|our|other|wco) )*(?:{number} )?(?:wco )?regions(?![a-z])")
_QUALIFIER = compiled(
    " (?:network|(?:of|in|from) (?:the |this |all (?:six |6 )?)?(?:(?:whole |entire |six |same )?(?:wco )?{body}?"
    "(?:regions?|world|globe|network))|from all parts of the globe|out of (?:six|seven|eight|nine|ten|[0-9]+)|"
    "itself)(?=[ ,.;)])"
    "| (?:in|of) (?:the )?{body}(?=(?:,|,? and|,? as well as) (?:of )?(?:the )?{office})"
    "| (?:in|of) (?:the )?{place}(?=(?:,|,? and|,? as well as) (?:of )?(?:the )?{office})"
)
_LIST_OF_COUNTRIES = compiled(
    r"{country}(?:, (?:the )?{body})*(?:,? and (?:the )?{body}|, (?:the )?{country}\))"
    "|{country}(?:, (?:the )?{country}){2,}"
    "|{country} [0-9]{1,3}(?:,(?: and)? (?:the )?{country} [0-9]{1,3})+"
)
_LIST_OF_OFFICES = compiled("{office}(?:(?:,? and|,) (?:the )?{office})+(?! {office})")
_COUNTRY_VERB = compiled(
    "(?:, [^,.;]{3,60},)? (?:also |then |itself |kindly |each |both |all |had |has )*"
    "(?:attended|hosted|convened|arranged|"
    "was present|were present|reported|briefed|took part|joined|"
    "presented|reported|shared|explained|introduced|described|outlined|"
    "participated|organi[sz]ed|footed|covered|sent|"
    "gave|spoke|offered|paid|funded|financed|sponsored|was represented|sat (?:in|as)|"
    "observed|followed|co-hosted|acted as host|served as host|played host|was (?:the |our |its )?host|made|delivered|"
    "provided)\\b"
)
_THANKED = regex(
    r"\b(?:thank(?:ed|s|ing)?|praised|commended|congratulated|(?:grateful|gratitude|appreciation|thanks) to)$"
)
_FUNDED = regex(r"\b(?:fund(?:s|ing)|financial (?:support|assistance|contribution)|sponsorship|grants?) (?:of|from)$")
_FOR = (" for its ", " for their ", " for the ", " for having ", " for hosting ", " for so ")
"""'They thanked Samoa for its hospitality': the administration."""
_OWN_SENTENCE = (" and", ", while", ", whereas", ";", ":")


@lru_cache(maxsize=1)
def _delegates() -> re.Pattern[str]:
    nouns = representative_words()
    return compiled(
        rf"{QUANTITY}(?:(?!(?:with|by|from|for|and|in|of|to|led|headed|leads|heads) )[a-z-]+ ){{0,1}}"
        rf"(?:{nouns}|{{title}})(?: of customs(?: administrations)?(?= (?:of|from|in) ))?"
        rf"(?: (?:and|or) (?:[a-z]+ )?(?:{nouns}))?(?: "
        rf"\([^()]{{1,30}}\))?"
        rf"(?:,? (?:who were |that were |having been )?{_SENT_BY}) (?:both |either )?"
        "(?:(?:all|both|each of|each|every|the|other|these|its|several|various|respective|{number}) )*(?:of the )?"
        "(?:(?:customs |national )*(?:administrations|authorities|services|departments) (?:of|from) (?:the )?)?"
        "(?={body}|{title}|{place}(?:, {place})*,? and {place} {office})"
    )


@lru_cache(maxsize=1)
def _staff() -> re.Pattern[str]:
    nouns = (representatives() | {"delegation"}) - {"members", "heads", "people", "a team", "a delegation"}
    return compiled(
        rf"(?:'s)? (?:(?:accredited|senior|technical|legal|regional|international) )?"
        rf"(?:{alternation(nouns)})(?=[ ,.;)])"
    )


class OrganizationReader(SeatReader):
    """Reads the agents of one tape that are no people with names."""

    def delegates_at(self, position: int) -> int:
        """Behind 'delegates from the', 'the Heads of the 7'; -1 where the people are not those of an organization."""
        match = _delegates().match(self.text, position)
        if match is None or _OF_MEMBERS.search(match.group()):
            return -1
        titles = [item for place in range(position, match.end()) if (item := self.items.get(place)) is not None]
        return match.end() if all(title.plural for title in titles) else -1

    def organization(self, start: int, *, in_list: bool, delegates: bool) -> Agent | None:
        """The organization, or the country, that begins at ``start``, or ``None``.

        Args:
            start: On the tape.
            in_list: Other agents stand before it.
            delegates: Words before it say that people of it are meant.
        """
        unknown = _UNKNOWN_LEAD.match(self.text, start) if in_list else None
        start = unknown.end() if unknown else start
        symbol = self.text[start : start + 1]
        if symbol == TITLE and delegates:
            title = self.items[start]
            return Agent(start + 1, [_vice_chairs(title, title.form)], True) if is_vice_chair(title.form) else None
        owned = _OWNED.match(self.text, start)
        if owned:
            return self._office(owned.end(), in_list=in_list, delegates=delegates)
        if symbol == OFFICE and _OWNER_OF.match(self.text, start + 1) is None:
            return self._office(start, in_list=in_list, delegates=delegates)
        staff = _staff().match(self.text, start + 1) if symbol == COUNTRY else None
        if staff:
            return Agent(staff.end(), [self.items[start]], True)
        if symbol == COUNTRY and (delegates or in_list or self._stands_for_administration(start)):
            apposition = _OFFICE_APPOSITION.match(self.text, start + 1)
            return Agent(apposition.end() if apposition else start + 1, [self.items[start]], delegates)
        return None

    def _office(self, start: int, *, in_list: bool, delegates: bool) -> Agent | None:
        office = self.items[start]
        unsure = office.rule == "office.unknown-acronym" and not (in_list or delegates)
        if unsure and not (self._among_known(start) or _CALLED.search(self.text, max(0, start - _NEAR), start)):
            return None
        collective = _COLLECTIVE.match(self.text, start + 1)
        passive = self.text.endswith((" by ", " by the "), 0, start)
        if collective and (in_list or delegates or passive):  # 'of ASEAN countries': a group of members has no row
            return Agent(collective.end(), [], True)
        staff = _staff().match(self.text, start + 1)
        if staff:
            return Agent(staff.end(), [office], True)
        end, members = elliptic(self.text, self.items, office, start + 1)
        end = self._qualified(end)
        apposition = _OFFICE_APPOSITION.match(self.text, end)
        return Agent(apposition.end() if apposition else end, members, delegates)

    def _among_known(self, start: int) -> bool:
        """Whether a list of offices begins here in which one is known: 'CLAC, SICA and ALADI'."""
        listed = _LIST_OF_OFFICES.match(self.text, start)
        return listed is not None and any(
            item.rule != "office.unknown-acronym"
            for place in range(start, listed.end())
            if (item := self.items.get(place)) is not None
        )

    def _qualified(self, position: int) -> int:
        """Behind what narrows an organization down ('RTCs of the region', 'the RILO network')."""
        region = _IN_REGION.match(self.text, position)
        if region and self.items[region.end() - 1].rule == "office.region":
            return region.end()
        qualifier = _QUALIFIER.match(self.text, position)
        return qualifier.end() if qualifier else position

    def _stands_for_administration(self, position: int) -> bool:
        """Whether a country is an agent: in a list of countries, behind 'by', as subject of a sentence of its own."""
        before = self.text[:position].rstrip()
        if _THANKED.search(before) and self.text.startswith(_FOR, position + 1):
            return True
        before = before.removesuffix("the").rstrip()
        begins = not before or before.endswith(_OWN_SENTENCE)
        return (
            _LIST_OF_COUNTRIES.match(self.text, position) is not None
            or before.endswith(" by")
            or (_FUNDED.search(before) is not None and not self.text.startswith("'s ", position + 1))
            or (begins and _COUNTRY_VERB.match(self.text, position + 1) is not None)
        )

    def people_of(self, title: Mention, match: re.Match[str]) -> Agent | None:
        """'the Directors General of X': people of X; 'the Vice-Chairs': their offices."""
        office = self.item(match, "org2")
        if office is not None:
            return Agent(match.end(), [office], delegates=True) if office.kind is not Kind.PLACE else None
        if is_vice_chair(title.form):
            regions = _OF_REGIONS.match(self.text, match.end())
            end = regions.end() if regions else match.end()
            return Agent(end, [_vice_chairs(title, "Vice-Chairs")], delegates=True)
        return None


def _vice_chairs(title: Mention, name: str) -> Mention:
    return Mention(Kind.OFFICE, title.start, title.end, name, rule="office.vice-chair", plural=title.plural)
