"""Reads one agent of a sentence: a person with all posts, an organization or its people, a country, an unnamed one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from kg.extraction.clauses.appositions import read_appositions
from kg.extraction.clauses.patterns import (
    COUNTRY,
    OFFICE,
    PERSON,
    TITLE,
    compiled,
    representative_words,
    representatives,
)
from kg.extraction.clauses.seats import SEAT_LINK, Seat, SeatReader, is_vice_chair
from kg.extraction.clauses.structures import elliptic, placed
from kg.extraction.clauses.tape import Tape
from kg.extraction.clauses.unnamed import QUANTITY, unnamed_at
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.words.text import alternation

__all__ = ["Agent", "AgentReader", "Resolver"]

Resolver = Callable[[Mention, Mention | None], Mention | None]
"""From a title without a name, and its office, to the person of this report who holds it."""


class Agent(NamedTuple):
    """One agent, or one list of elliptic ones.

    Attributes:
        end: Position behind it on the tape.
        members: Whom it names; empty for somebody unnamed, who stands for nobody.
        delegates: The people of an organization are meant.
    """

    end: int
    members: list[Mention]
    delegates: bool = False
    observers: bool = False
    """They are called observers."""


_TO_NAME = compiled(",? ?(?={person})|, (?:namely |that is |the )?(?={person})")
_THEN_NAME = compiled(",? (?:namely )?(?={person})")
_KIN = compiled(
    "(?:his|her|its|their) (?:[a-z]+ )?(?:colleague|deputy|assistant|successor|predecessor|counterpart|compatriot|"
    "neighbour|namesake)(?: (?:of|from|at) {det}{org})?,? (?={person})"
)
"""'A and her colleague B': B is named, too."""
_KIN_OF = compiled(
    "{person}'s (?:[a-z]+ )?(?:colleague|deputy|assistant|successor|predecessor|counterpart),? (?={person})"
)
"""'A's colleague B': B alone."""
_ON_BEHALF = re.compile(r"\bon behalf of (?:the )?$")
_OWN_TITLE = compiled(", {person}, (?:the )?{title}")
_AND = compiled(",? and |, ")
_STAFF = (
    "(?:[a-z]+ )?(?:expert|experts|consultant|consultants|trainer|trainers|specialist|specialists|official|officials|"
    "representative|representatives|facilitator|facilitators|delegate|staff member|veteran)"
)
_THAT_OF = compiled("(?:that (?:of|from|at) |(?<=that of )){det}(?P<org>{office}),? (?={person})")
_STAFF_BEFORE = compiled(f"(?:the )?(?P<org>{{org}})(?:'s)? {_STAFF} (?={{person}})")
_DETERMINER = compiled("(?:(?:the|all|both|its|their|our|host|other|these|each|every) )*(?:{number} (?:of the )?)?")
_SENT_BY = (
    "(?:of|from|sent (?:here |there )?by|sent from|representing|for|speaking for|lent by|dispatched by|on behalf "
    "of|belonging to|"
    "coming from|drawn from|nominated by)"
)
_OWNER_OF = compiled("(?:'s)? {title}")
_COLLECTIVE = compiled(
    " (?:member )?(?:countries|members|states|administrations|member states|economies|customs "
    "administrations)(?=[ ,.;)])"
)
_UNKNOWN_LEAD = compiled(
    "(?:(?!(?:by|of|from|with|for|to|in|on|at|and|or|as|was|were|had|has|have|is|are|who|which|that|it|its|their|his|"
    "her|a|an|then|also|whom|whose|where|when|while|because|after|before|since|until|what|how|than|like|via|but|if|not|"
    "both|so|did|does|do|will|would|may|can|under|over|between|through|[a-z]+ed|[a-z]+ing|[a-z]+ly|told|gave|met|led|"
    "said) )[a-z]+ ){1,3}(?={office})"
)
"""Words of a name that are not known: 'the regional «O»', 'the four «O»' within a list."""
_OFFICE_APPOSITION = compiled(
    ", (?:the )?(?:(?:current|present|new|outgoing|incoming|then) )?{title}(?: (?:of|for) (?:the )?{office}(?: "
    "for (?:the )?{office})?)"
    r"(?!,? {person})(?=[,.;:]| (?:and|for|on|in|at)\b)"
    "|, (?:(?:also |better |otherwise |locally )?(?:known|designated|recogni[sz]ed)(?: [a-z]+){0,3} as|"
    "which is(?: also)?)"
    " (?:the )?{office}(?=,)"
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
)
_COUNTRY_VERB = compiled(
    "(?:, [^,.;]{3,40},)? (?:also |then |itself |kindly |had |has )*(?:attended|hosted|took part|joined|"
    "presented|reported|shared|"
    "participated|organi[sz]ed|sent|gave|spoke|offered|paid|funded|financed|sponsored|was represented|was host|"
    "observed)\\b"
)
_OWN_SENTENCE = (" and", ", while", ", whereas", ";", ":")


@lru_cache(maxsize=1)
def _delegates() -> re.Pattern[str]:
    nouns = representative_words()
    return compiled(
        rf"{QUANTITY}(?:(?!(?:with|by|from|for|and|in|of|to) )[a-z-]+ ){{0,1}}(?:{nouns}|{{title}})"
        rf"(?: (?:and|or) (?:[a-z]+ )?(?:{nouns}))?(?: "
        rf"\([^()]{{1,30}}\))?"
        rf"(?:,? (?:who were |that were |having been )?{_SENT_BY}) (?:both |either )?"
        "(?:(?:all|both|each of|each|every|the|other|these|its|several|various|respective|{number}) )*(?:of the )?"
        "(?:(?:customs |national )*(?:administrations|authorities|services|departments) (?:of|from) (?:the )?)?"
        "(?={body}|{title})"
    )


@lru_cache(maxsize=1)
def _staff() -> re.Pattern[str]:
    nouns = (representatives() | {"delegation"}) - {"members", "heads", "people", "a team", "a delegation"}
    return compiled(rf"(?:'s)? (?:{alternation(set(nouns))})(?=[ ,.;)])")


class AgentReader(SeatReader):
    """Reads agents from one tape, and on the way the posts that their appositions state."""

    def __init__(self, tape: Tape, resolve: Resolver) -> None:
        super().__init__(tape)
        self.resolve = resolve

    def introduces(self, position: int) -> bool:
        """Whether the title at ``position`` leads over to a name."""
        before = self.seat(position)
        return before is not None and _TO_NAME.match(self.text, before.end()) is not None

    def agent(self, position: int, *, in_list: bool) -> Agent | None:
        """The agent that begins at ``position``, or ``None``.

        Args:
            position: On the tape.
            in_list: Other agents stand before it, so that a country alone or an unknown acronym is one, too.
        """
        if kin_of := _KIN_OF.match(self.text, position):
            position = kin_of.end()
        if self.text.startswith(PERSON, position):
            return Agent(read_appositions(self, self.items[position], position + 1), [self.items[position]])
        unnamed = unnamed_at(self.text, position, in_list=in_list)
        if unnamed is not None:
            return self._one_of(position, unnamed.end) or Agent(unnamed.end, [], unnamed.delegates)
        kin = _KIN.match(self.text, position)
        return self._alike(position) or self._named(kin.end() if kin else position, in_list=in_list)

    def _one_of(self, position: int, end: int) -> Agent | None:
        """'A guest speaker from X, Mr. A': he is of X."""
        name = _THEN_NAME.match(self.text, end)
        office = self.items.get(end - 1)
        if name is None or office is None or office.kind is not Kind.OFFICE:
            return None
        person = self.items[name.end()]
        self.seats.append(Seat(person, "", office, None, position, name.end() + 1, "post.one-of"))
        return Agent(read_appositions(self, person, name.end() + 1, titled=True), [person])

    def _alike(self, position: int) -> Agent | None:
        """'the Head of X, Ms. A, and that of Y, Mr. B': he has the title that was read last."""
        office = _THAT_OF.match(self.text, position) if self.seats else None
        if office is None:
            return None
        person = self.items[office.end()]
        self.add(person, office, "post.that-of", title=self.seats[-1].title)
        return Agent(read_appositions(self, person, office.end() + 1, titled=True), [person])

    def _named(self, position: int, *, in_list: bool) -> Agent | None:
        delegates = self._delegates_at(position)
        if delegates >= 0:
            found = self._organization(delegates, in_list=in_list, delegates=True)
            observers = "observer" in self.text[position:delegates]
            return found._replace(observers=True) if found is not None and observers else found
        determiner = _DETERMINER.match(self.text, position)
        start = determiner.end() if determiner else position
        found = self._person(position) or (self._person(start) if start != position else None)
        if found is not None:
            return found
        several = placed(self.text, self.items, start)
        if several is not None:
            return Agent(*several)
        if self.seat(position):
            return self._titled_alike(position) or self._titled(position)
        return self._organization(start, in_list=in_list, delegates=False)

    # -- people ------------------------------------------------------------------------------------------------

    def _person(self, position: int) -> Agent | None:
        """A person with the posts before and behind the name."""
        staff = _STAFF_BEFORE.match(self.text, position)
        before = self._seats_before(position)
        start = position
        if before:
            start = _TO_NAME.match(self.text, self.seat_end(before[-1])).end()  # type: ignore[union-attr]
        elif staff:
            start = staff.end()
        if not self.text.startswith(PERSON, start):
            return None
        person = self.items[start]
        for seat in before:
            self.add_seat(person, seat, "post.before-name")
        if staff and not before:
            self.add(person, staff, "post.staff-before-name")
        owner = self.items.get(position - 3) if self.text.startswith(" (", position - 2) else None
        if before and owner is not None and owner.kind is Kind.OFFICE and self.seats[-1].office is None:
            self.seats[-1].office = owner  # 'Customs of X (Commissioner A)'
        return Agent(read_appositions(self, person, start + 1, titled=bool(before)), [person])

    def _seats_before(self, position: int) -> list[re.Match[str]]:
        """The one or two titles that lead over to a name: 'Vice-Chair and Director General of X, Mr. A'."""
        first = self.seat(position)
        if first is None or self.title(first).plural or self._is_principal(position, first):
            return []
        if _TO_NAME.match(self.text, self.seat_end(first)):
            return [first]
        link = SEAT_LINK.match(self.text, self.seat_end(first))
        second = self.seat(link.end()) if link else None
        return [first, second] if second and _TO_NAME.match(self.text, self.seat_end(second)) else []

    def _is_principal(self, position: int, seat: re.Match[str]) -> bool:
        """'On behalf of the Head of X, Ms. A, Program Manager, spoke': A is not the Head."""
        own = _OWN_TITLE.match(self.text, seat.end())
        return own is not None and _ON_BEHALF.search(self.text, max(0, position - 20), position) is not None

    def _titled_alike(self, position: int) -> Agent | None:
        """'Program Managers A and B': all of them hold the post."""
        shared = self.seat(position)
        lead = _TO_NAME.match(self.text, shared.end()) if shared and self.title(shared).plural else None
        if shared is None or lead is None:
            return None
        members: list[Mention] = []
        end = lead.end()
        while (one := self._person(end)) is not None:
            members += one.members
            link = _AND.match(self.text, one.end)
            end = one.end
            if link is None or not self.text.startswith(PERSON, link.end()):
                break
            end = link.end()
        seated = {id(seat.person) for seat in self.seats}
        for person in members:
            if id(person) not in seated:
                self.add_seat(person, shared, "post.titled-alike")
        return Agent(end, members)

    def _titled(self, position: int) -> Agent | None:
        """A title without a name: somebody of the report, the Vice-Chair's office, or nobody."""
        match = self.seat(position)
        if match is None:
            return None
        title = self.title(match)
        office = self.item(match, "org2") or self.item(match, "org1")
        behind = match.start("title") + 1
        if self.text.startswith(",", behind):  # what stands behind a comma is the next agent of a list
            somebody = self.resolve(title, self.item(match, "org1"))
            return Agent(behind, [somebody] if somebody else [])
        if title.plural:
            return self._people_of(title, match)
        somebody = self.resolve(title, office)
        return Agent(self.seat_end(match), [somebody] if somebody else [])

    def _people_of(self, title: Mention, match: re.Match[str]) -> Agent | None:
        """'the Directors General of X': people of X; 'the Vice-Chairs': their offices."""
        office = self.item(match, "org2")
        if office is not None:
            return Agent(match.end(), [office], delegates=True) if office.kind is not Kind.PLACE else None
        if is_vice_chair(title.form):
            regions = _OF_REGIONS.match(self.text, match.end())
            end = regions.end() if regions else match.end()
            return Agent(end, [_vice_chairs(title, "Vice-Chairs")], delegates=True)
        return None

    # -- organizations -----------------------------------------------------------------------------------------

    def _delegates_at(self, position: int) -> int:
        """Behind 'delegates from the', 'the Heads of the 7'; -1 where the people are not those of an organization."""
        match = _delegates().match(self.text, position)
        if match is None:
            return -1
        titles = [item for place in range(position, match.end()) if (item := self.items.get(place)) is not None]
        return match.end() if all(title.plural for title in titles) else -1

    def _organization(self, start: int, *, in_list: bool, delegates: bool) -> Agent | None:
        unknown = _UNKNOWN_LEAD.match(self.text, start) if in_list else None
        start = unknown.end() if unknown else start
        symbol = self.text[start : start + 1]
        if symbol == TITLE and delegates:
            title = self.items[start]
            return Agent(start + 1, [_vice_chairs(title, title.form)], True) if is_vice_chair(title.form) else None
        if symbol == OFFICE and _OWNER_OF.match(self.text, start + 1) is None:
            return self._office(start, in_list=in_list, delegates=delegates)
        staff = _staff().match(self.text, start + 1) if symbol == COUNTRY else None
        if staff:
            return Agent(staff.end(), [self.items[start]], True)
        if symbol == COUNTRY and (delegates or in_list or self._stands_for_administration(start)):
            return Agent(start + 1, [self.items[start]], delegates)
        return None

    def _office(self, start: int, *, in_list: bool, delegates: bool) -> Agent | None:
        office = self.items[start]
        if office.rule == "office.unknown-acronym" and not in_list and not delegates:
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
        begins = not before or before.endswith(_OWN_SENTENCE)
        return (
            _LIST_OF_COUNTRIES.match(self.text, position) is not None
            or before.endswith((" by", " by the"))
            or (begins and _COUNTRY_VERB.match(self.text, position + 1) is not None)
        )


def _vice_chairs(title: Mention, name: str) -> Mention:
    return Mention(Kind.OFFICE, title.start, title.end, name, rule="office.vice-chair", plural=title.plural)
