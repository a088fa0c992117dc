"""Reads one agent of a sentence: a person with all posts, an organization or its people, an unnamed one."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.extraction.clauses.appositions import read_appositions
from kg.extraction.clauses.organizations import Agent, OrganizationReader
from kg.extraction.clauses.patterns import (
    PERSON,
    compiled,
)
from kg.extraction.clauses.seats import CHAIR_TITLES, SEAT_LINK, Seat
from kg.extraction.clauses.structures import placed
from kg.extraction.clauses.tape import Tape
from kg.extraction.clauses.unnamed import unnamed_at
from kg.extraction.mentions.mention import Kind, Mention
from kg.model.extractions import MAIN_KEY
from kg.regex import regex

__all__ = ["AgentReader", "Resolver"]

Resolver = Callable[[Mention, Mention | None], Mention | None]
"""From a title without a name, and its office, to the person of this report who holds it."""


_TO_NAME = compiled(",? ?(?={person})|, (?:namely |that is |the )?(?={person})| the (?={person})")
"""'Minister of Finance the Hon. A'."""
_THEN_NAME = compiled(",? (?:namely )?(?={person})")
_CHAIR_BEFORE = compiled(
    "(?:the )?(?P<title>{title}) (?:of|for) (?:the |this |our )?(?:{meeting}|meeting|session|conference|workshop),? "
    "(?={person})"
)
"""'Chairperson of the meeting, Mr. A'."""
_CHAIR_WAS = compiled("(?:the )?(?P<title>{title}) (?:was|is) (?={person})")
"""'The Chair was Mr. A'."""
_KIN_NOUNS = (
    "(?:[a-z]+ )?(?:colleague|deputy|assistant|adviser|advisor|secretary|successor|predecessor|counterpart|compatriot|"
    "neighbour|namesake)"
)
_KIN = compiled(
    f"(?:his|her|its|their) (?P<noun>{_KIN_NOUNS})"
    "(?: (?:of|from|at|in|for) (?:{det}(?P<org>{org})|(?:the )?[a-z ]{3,30}))?,? (?={person})"
)
"""'A and her colleague B': B is named, too."""
_KIN_OF = compiled(
    f"{{person}}'s (?:{_KIN_NOUNS},? (?=(?:{{title}} )?{{person}})|(?:own |new |former )?(?={{title}},? {{person}}))"
)
"""'A's colleague B': B alone."""
_OF_LAND = compiled("{land}'s (?={person})")
"""'A of X, B of Y and Fiji's Mr. C.'"""
_PRINCIPAL = regex(
    r"\b(?:on behalf of|representing|in the name of|in place of|instead of|in the absence of|standing in for|"
    r"at the (?:[a-z]+ )?(?:invitation|request) of) (?:the )?$"
)
_OWN_TITLE = compiled(
    " {person}(?: (?:from|of|at) (?:the )?{org}(?: of {org})?)? (?!of |from |and |who |whose |being )[a-z]"
    "|, {person}, (?!the {title}[^.;:,{person}]{0,60}, {person}|(?:the )?(?:{office} )?{title} {person})"
    "(?:the )?(?:{office} )?{title}"
    "|, {person} (?!of |from |and |who |whose |being )[a-z]"
    "|, (?:the )?{title}[^.;:,{person}]{0,30}, {person}"
)
_HELD = regex(r"\b(?:office|post|position|function|rank) of (?:the )?$")
"""'A, who holds the office of | Vice-Chair for X, Ms. B': A's."""
_AND = compiled(",? and |, ")
_STAFF = (
    "(?:[a-z]+ )?(?:expert|experts|consultant|consultants|trainer|trainers|specialist|specialists|official|officials|"
    "representative|representatives|facilitator|facilitators|delegate|staff member|veteran)"
)
_OF_TOPIC = regex(r"\b(?:an?|on|about|with|to|for|in|at|of)(?: (?:the|an?))? $")
"""'They signed a letter on an RTC: Mr. A put his name to it': no label."""
_LABELLED = compiled("(?P<org>{office}): (?={person})")
_THAT_OF = compiled(
    "(?:(?:that|(?:his|her|their|its) counterparts?) (?:of|from|at|in) |(?<=that of ))"
    "{det}(?P<org>{office}),? (?={person})"
)
_STAFF_BEFORE = compiled(f"(?:the )?(?P<org>{{org}}(?!'s {{person}})|{{office}})(?:(?:'s)? {_STAFF}|'s) (?={{person}})")
_WHOSE = compiled("(?:{office}|{country}),? whose $")
_WHOSE_REACH = 9
"""Characters of a clause that 'X, whose ' takes at most, a mention being one of them."""
_GUEST_OF = regex(r"\bguests? of\b")
"""'as a guest of X, Mr. A': X had invited him."""
_DETERMINER = compiled("(?:(?:the|all|both|its|their|our|host|other|these|each|every) )*(?:{number} (?:of the )?)?")


class AgentReader(OrganizationReader):
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
        if kin_of := _KIN_OF.match(self.text, position) or _OF_LAND.match(self.text, position):
            position = kin_of.end()
        if self.text.startswith(PERSON, position):
            return Agent(read_appositions(self, self.items[position], position + 1), [self.items[position]])
        unnamed = unnamed_at(self.text, position, in_list=in_list)
        if unnamed is not None:
            return self._one_of(position, unnamed.end) or Agent(unnamed.end, [], unnamed.delegates)
        return self._labelled(position) or self._alike(position) or self._kin(position, in_list=in_list)

    def _kin(self, position: int, *, in_list: bool) -> Agent | None:
        """'her colleague from X, Mr. B': B, who is of X; what stands without such a word as it stands."""
        kin = _KIN.match(self.text, position)
        if kin and kin["org"] and kin["noun"].endswith("colleague"):
            self.add(self.items[kin.end()], kin, "post.colleague")
        return self._named(kin.end() if kin else position, in_list=in_list)

    def _one_of(self, position: int, end: int) -> Agent | None:
        """'A guest speaker from X, Mr. A': he is of X."""
        name = _THEN_NAME.match(self.text, end)
        office = self.items.get(end - 1)
        if name is None or office is None or office.kind is not Kind.OFFICE:
            return None
        person = self.items[name.end()]
        if not _GUEST_OF.search(self.text, position, end):
            self.seats.append(Seat(person, "", office, None, position, name.end() + 1, "post.one-of"))
        return Agent(read_appositions(self, person, name.end() + 1, titled=True), [person])

    def _labelled(self, position: int) -> Agent | None:
        """'RTC Fiji: Mr. A': in a list of those who came, he is of it."""
        office = _LABELLED.match(self.text, position)
        plural = office is not None and self.items[office.start("org")].plural  # '(b) RTCs: Mrs. A of X'
        if office is None or plural or _OF_TOPIC.search(self.text, max(0, position - 14), position):
            return None
        person = self.items[office.end()]
        self.add(person, office, "post.label")
        label = self.seats[-1]
        end = read_appositions(self, person, office.end() + 1)
        for seat in self.seats[self.seats.index(label) + 1 :]:
            if seat.person is person and seat.office is None and not seat.of_region:
                seat.office = label.office  # 'RTC Fiji: Mr. A, Head'
        return Agent(end, [person])

    def _alike(self, position: int) -> Agent | None:
        """'the Head of X, Ms. A, and that of Y, Mr. B', 'her counterpart at Y, Mr. B': the title that was read last."""
        office = _THAT_OF.match(self.text, position) if self.seats else None
        if office is None:
            return None
        person = self.items[office.end()]
        self.add(person, office, "post.that-of", title=self.seats[-1].title)
        return Agent(read_appositions(self, person, office.end() + 1, titled=True), [person])

    def _named(self, position: int, *, in_list: bool) -> Agent | None:
        delegates = self.delegates_at(position)
        if delegates >= 0:
            spread = placed(self.text, self.items, delegates)  # 'the Directors of the A and B RTCs'
            if spread is not None:
                return Agent(*spread, delegates=True)
            found = self.organization(delegates, in_list=in_list, delegates=True)
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
        return self.organization(start, in_list=in_list, delegates=False)

    # -- people ------------------------------------------------------------------------------------------------

    def _person(self, position: int) -> Agent | None:
        """A person with the posts before and behind the name."""
        chair = _CHAIR_BEFORE.match(self.text, position) or _CHAIR_WAS.match(self.text, position)
        if chair and self.title(chair).form in CHAIR_TITLES and self._of_this_meeting(chair):
            person = self.items[chair.end()]
            self.chairs.append(person)
            return Agent(read_appositions(self, person, chair.end() + 1), [person])
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
        self._with_owner(person, position)
        mark = len(self.seats)
        end = read_appositions(self, person, start + 1, titled=bool(before))
        if staff and not before:
            self._with_title(mark)
        return Agent(end, [person])

    def _of_this_meeting(self, chair: re.Match[str]) -> bool:
        """Whether a chair is said to be that of the main meeting, or of none: there are forums that are no events."""
        bodies = [item for place in range(*chair.span()) if (item := self.items.get(place)) is not None]
        return all(body.kind is not Kind.MEETING or body.key == MAIN_KEY for body in bodies)

    def _with_owner(self, person: Mention, position: int) -> None:
        """'Customs of X (Commissioner A)', 'X, whose Commissioner A spoke': where the title before the name is held."""
        latest = self.seats[-1] if self.seats else None
        if latest is None or latest.person is not person or latest.office is not None:
            return
        bracket = self.items.get(position - 3) if self.text.startswith(" (", position - 2) else None
        whose = _WHOSE.search(self.text, max(0, position - _WHOSE_REACH), position)
        owner = self.items[whose.start()] if whose else bracket
        if owner is not None and (whose or owner.kind is Kind.OFFICE):
            latest.office, latest.of_last = owner, None

    def _with_title(self, mark: int) -> None:
        """'The WCO's Mr. A, Director, spoke': the title that stands behind the name is that at the WCO.

        'The WCO expert A of X' is of X alone.
        """
        at_office = self.seats[mark - 1]
        if any(seat.person is at_office.person and seat.rule == "post.of-office" for seat in self.seats[mark:]):
            self.seats.remove(at_office)
            return
        own = [seat for seat in self.seats[mark:] if seat.person is at_office.person and seat.office is None]
        if len(own) == 1 and own[0].title and not own[0].of_region and own[0].of_last is None:
            at_office.title = own[0].title
            self.seats.remove(own[0])

    def _seats_before(self, position: int) -> list[re.Match[str]]:
        """The one or two titles that lead over to a name: 'Vice-Chair and Director General of X, Mr. A'."""
        first = self.seat(position)
        if first is None or self.title(first).plural or self._is_principal(position, first):
            return []
        if _HELD.search(self.text, max(0, position - 24), position):
            return []
        if _TO_NAME.match(self.text, self.seat_end(first)):
            return [first]
        link = SEAT_LINK.match(self.text, self.seat_end(first))
        second = self.seat(link.end()) if link else None
        return [first, second] if second and _TO_NAME.match(self.text, self.seat_end(second)) else []

    def _is_principal(self, position: int, seat: re.Match[str]) -> bool:
        """'On behalf of the Head, Ms. A, Manager, spoke', 'At the invitation of the Head, the Manager, Ms. A, came'."""
        own = _OWN_TITLE.match(self.text, self.seat_end(seat))
        return own is not None and _PRINCIPAL.search(self.text, max(0, position - 40), position) is not None

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
        own = [seat for seat in self.seats if not seat.title and any(seat.person is member for member in members)]
        for seat in own:  # 'Program Managers A and B of X'
            seat.title = self.title(shared).form
        seated = {id(seat.person) for seat in self.seats}
        for person in members:
            if id(person) not in seated:
                self.add_seat(person, shared, "post.titled-alike")
                self.seats[-1].office = self.seats[-1].office or (own[-1].office if own else None)
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
            return self.people_of(title, match)
        somebody = self.resolve(title, office)
        return Agent(self.seat_end(match), [somebody] if somebody else [])
