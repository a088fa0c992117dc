"""Reduces a sentence further: each group of agents with all that stands in apposition becomes one symbol.

'Mr. A, Head, and Ms. B and Mr. C, Program Managers of X, together with delegates from Y' is one group of four members;
the posts that the appositions state are collected on the way.
"""

from __future__ import annotations

from kg.extraction.clauses.agents import AgentReader, Resolver
from kg.extraction.clauses.appositions import SEPARATOR
from kg.extraction.clauses.group import Group
from kg.extraction.clauses.leads import REACH, lead_in
from kg.extraction.clauses.list_ends import ListEnds
from kg.extraction.clauses.organizations import Agent
from kg.extraction.clauses.patterns import COUNTRY, OFFICE, PERSON, PLACE, TITLE, compiled
from kg.extraction.clauses.seats import ELECTION, MEETING_SEAT, Seat, SeatReader, may_be_elected_to
from kg.extraction.clauses.sharing import share_titles, spread_offices
from kg.extraction.clauses.structures import placed
from kg.extraction.clauses.tape import Tape
from kg.extraction.clauses.unnamed import crowd_before
from kg.extraction.mentions.mention import Kind, Mention
from kg.regex import regex

__all__ = ["SHARED_OFFICE", "find_groups", "seats_of"]


_NAMED = compiled(r"(?:, (?:namely )?|: | \(| [-–] )(?={person})")
_LISTED = compiled(
    r"(?: \((?:namely |including |i\.e\.,? |that is,? )?"
    r"|,? (?:namely|i\.e\.|that is|among (?:them|these)),? |,? (?:including|such as) |: )"
)
_COUNTED = compiled(r" \({number}(?: [a-z-]+){0,3}\)|(?<={country}) [0-9]{1,3}(?=[,;)])")
"""'Cabo Verde (5 officers), The Gambia (4) and Sierra Leone'."""
_ACCOMPANIED = regex(r"\)?,? (?:(?:accompanied|surrounded|flanked) by|in (?:the )?company of) ")
"""'A, accompanied by | B': those who came with A."""
_TOGETHER = regex(r"\)?,? (?:(?:together|jointly|along) with|in [a-z-]+ with) ")
"""'A together with | B', 'A in partnership with | B': those who act as A does."""
_TEAM = regex(r"\b(?:team|delegation|mission|party|group)\b")
_LED_BY = compiled(r",? (?:which was )?(?:led|headed) by (?:(?:its|their|the) )?(?={person}|{title})")
"""'a delegation of X headed by | A': A came with it."""
SHARED_OFFICE = "post.of-office-shared"
"""Rule of the office of a second name: it holds for the first where the report states no post of him."""
_PAIR = compiled("{person} and (?:messrs )?{person}")
_TWO = 2
_HEADS_OF = regex(r"(?:the )?(?:two |three |respective )?heads of ")
_STAFF_OF = regex(r"[a-z]s$")
"""The staff of an organization, more than one of them."""
_PARENT = regex(r"(?:Ministry|Department|Government|Presidency|Directorate|Prime Minister's Office)\b")
"""An organization of which others are parts."""
_PART_OF_STATE = regex(
    r"\b(?:Board|Department|Directorate|Agency|Service|Administration|Authority|Division|Bureau|Customs|Academy)\b"
)
"""One that is such a part."""
_CHAIN = compiled(r"(?:the )?{office}(?:, (?:the )?{office}){1,3}")
"""Organizations without 'and', each of the next."""
_CONJUNCTION = regex(r" (?:and|or|as well as|&) ")
_FOR_WHOM = compiled(
    ",? (?:for|on behalf of|representing) (?:the )?(?:{body}|{place}|[a-z]+s),?"
    "(?=,? and (?:by )?(?:the )?[{person}{title}])"
)
"""'signed by A for X and | B for Y': for whom each did it."""
_FOR_OWN = regex(r",? (?:for|on behalf of|representing) |[.;]|$")
_COUNTRY_OF_OFFICE = compiled(
    r"(?<={office}), {country}(?=,? (?:[a-z]{3,}ed|gave|spoke|told|led|took|made|held|ran|sat|were|was)\b)"
)
"""'A, Head of X, and B, Head of Y, Bhutan, briefed them': the country is where Y is."""


class _GroupReader:
    """Joins agents to groups."""

    def __init__(self, reader: AgentReader) -> None:
        self.reader = reader
        self.text = reader.text
        self.ends = ListEnds(reader)

    def first_group(self, begin: int, name: int) -> Group | None:
        """The first group that begins at ``begin``, at a further word behind it, or at the name itself."""
        while begin < name:
            group = self.group(begin)
            if group is not None:
                return group
            blank = self.text.find(" ", begin, name)
            begin = blank + 1 if blank >= 0 else name
        return self.group(name)

    def group(self, position: int) -> Group | None:
        """The group that begins at ``position``, or ``None``."""
        reader = self.reader
        reader.chairs, reader.deputies = [], []
        mark = len(reader.seats)
        first = reader.agent(position, in_list=False)
        if first is None:
            del reader.seats[mark:]
            return None
        named = _NAMED.match(self.text, first.end) if first.delegates else None
        if named:
            return self._people_of(position, first.members, named.end())
        group = Group(position, first.end, list(first.members), first.delegates)
        observing = first.observers
        group.observers = list(first.members) if observing else []
        untitled = self._without_seat(first.members)
        while True:
            shared = share_titles(reader, group.end, group.members, untitled)
            if shared > 0:
                group.end, untitled = shared, []
            if self._list_inside(group):
                continue
            people = self._one_for_each(group)
            if people is not None:
                return people
            end = group.end
            following = self._leader(group) or self._next(group)
            if following is None:
                break
            along = bool(group.company) or _ACCOMPANIED.match(self.text, end) is not None
            group.company += following.members if along else []
            beside = bool(group.joined) or _TOGETHER.match(self.text, end) is not None
            group.joined += following.members if beside else []
            group.end = following.end
            group.members.extend(following.members)
            group.delegates = group.delegates or following.delegates
            observing = following.observers or (observing and not following.delegates)
            group.observers += following.members if observing else []
            untitled += self._without_seat(following.members)
        group.end = self._counted(group.end)
        self._same_staff(group, mark)
        self._same_office(group, mark)
        self._without_parents(group)
        spread_offices(reader.seats, group.start, group.end, group.members)
        reader.chairs_alone(mark)
        group.chairs, group.deputies = reader.chairs, reader.deputies
        return group

    def _same_staff(self, group: Group, mark: int) -> None:
        """'WCO experts A and B': both are of the WCO."""
        seats = self.reader.seats[mark:]
        if len(seats) != 1 or seats[0].rule != "post.staff-before-name" or not _STAFF_OF.search(self._words(seats[0])):
            return
        first = seats[0]
        self.reader.seats += [
            Seat(person, "", first.office, None, first.start, group.end, first.rule)
            for person in group.members
            if person.kind is Kind.PERSON and person is not first.person
        ]

    def _same_office(self, group: Group, mark: int) -> None:
        """'Ms. A and Mr. B of X attended': both are of X."""
        seats = self.reader.seats[mark:]
        pair = _PAIR.match(self.text, group.start)
        if pair is None or len(seats) != 1 or seats[0].rule != "post.of-office" or len(group.members) != _TWO:
            return
        first, second = group.members
        if second is seats[0].person and pair.end() == seats[0].start:
            seat = Seat(first, "", seats[0].office, None, group.start, seats[0].end, SHARED_OFFICE)
            self.reader.seats.append(seat)

    def _words(self, seat: Seat) -> str:
        return self.text[seat.start : seat.end].rstrip()

    def _without_parents(self, group: Group) -> None:
        """'The Board, Department of Revenue, Ministry of Finance, hosted it': it is the Board that is named."""
        if group.delegates or _CHAIN.fullmatch(self.text, group.start, group.end) is None:
            return
        first, *others = group.members
        if _PART_OF_STATE.search(first.form) and all(_PARENT.match(member.form) for member in others):
            del group.members[1:]

    def _leader(self, group: Group) -> Agent | None:
        """Who leads a delegation, right behind it."""
        led = _LED_BY.match(self.text, group.end) if group.delegates else None
        if led is None or _TEAM.search(self.text, group.start, group.end) is None:
            return None
        mark = len(self.reader.seats)
        leader = self.reader.agent(led.end(), in_list=True)
        if leader is None or not leader.members or leader.members[0].kind is not Kind.PERSON:
            del self.reader.seats[mark:]
            return None
        return leader

    def _next(self, group: Group) -> Agent | None:
        """The next member of the list, or ``None`` where the list ends."""
        counted = _COUNTED.match(self.text, group.end)
        if counted and SEPARATOR.match(self.text, counted.end()):
            group.end = counted.end()
        following = self._who_for_another(group)
        if following is not None:
            return following
        seated = _COUNTRY_OF_OFFICE.match(self.text, group.end)
        if seated and _CONJUNCTION.search(self.text, group.start, group.end):
            group.end = seated.end()
        bracketed = self.text[group.end : group.end + 1] == ")" and self.text[group.start - 1 : group.start] == "("
        behind = group.end + 1 if bracketed and SEPARATOR.match(self.text, group.end + 1) else group.end
        separator = SEPARATOR.match(self.text, behind)
        if separator is None or self.text.startswith("as ", separator.end()):
            return None
        mark = len(self.reader.seats)
        following = self.reader.agent(separator.end(), in_list=True)
        if following is not None and self._is_aside(group, separator.group(), following):
            del self.reader.seats[mark:]
            group.end = following.end
            return self._next(group)
        if following is None or self._is_no_member(group, separator.group(), following):
            del self.reader.seats[mark:]
            return None
        return following

    def _who_for_another(self, group: Group) -> Agent | None:
        """Who stands behind the one for whom the member before him acted."""
        person = bool(group.members) and group.members[-1].kind is Kind.PERSON
        principal = _FOR_WHOM.match(self.text, group.end) if person else None
        separator = SEPARATOR.match(self.text, principal.end()) if principal else None
        if separator is None:
            return None
        mark = len(self.reader.seats)
        following = self.reader.agent(separator.end(), in_list=True)
        if following is None or not _FOR_OWN.match(self.text, following.end):
            del self.reader.seats[mark:]
            return None
        return following

    def _is_no_member(self, group: Group, separator: str, following: Agent) -> bool:
        """Whether the list ends before what looks like its next member."""
        owner = self.text.startswith("'s ", following.end)  # 'X, the WCO's office in Y'
        return (
            owner or self._speaks_for(group, separator, following) or self.ends.begins_anew(group, separator, following)
        )

    def _is_aside(self, group: Group, separator: str, following: Agent) -> bool:
        """Whether what looks like the next member only tells more of the one before: for whom, or where."""
        goes_on = SEPARATOR.match(self.text, following.end) is not None
        return (
            (goes_on and self._speaks_for(group, separator, following))
            or self._is_seat(group, separator, following)
            or self._lies_in(group, separator, following)
        )

    def _speaks_for(self, group: Group, separator: str, following: Agent) -> bool:
        """'A, for X, and B, for Y, spoke': for whom A did, and no second member of the list."""
        person = bool(group.members) and group.members[-1].kind is Kind.PERSON
        return person and bool(following.members) and separator.endswith(" for ")

    def _is_seat(self, group: Group, separator: str, following: Agent) -> bool:
        """'A, Head of X, B of the Office of Y, Indonesia, and C': the country is where that office is."""
        last = self.reader.items.get(group.end - 1)
        of_person = bool(group.members) and group.members[-1].kind is Kind.PERSON
        country = len(following.members) == 1 and following.members[0].kind is Kind.COUNTRY and not following.delegates
        behind = SEPARATOR.match(self.text, following.end)
        further = self.text[behind.end() : behind.end() + 1] if behind else COUNTRY
        goes_on = further == PERSON or (further != COUNTRY and len(group.members) > 1)
        at_office = last is not None and last.kind is Kind.OFFICE
        return of_person and country and separator == ", " and at_office and goes_on

    def _lies_in(self, group: Group, separator: str, following: Agent) -> bool:
        """'funded by X, United Kingdom.': where X is, and no second member of a list that has no 'and'."""
        country = len(following.members) == 1 and following.members[0].kind is Kind.COUNTRY
        alone = country and separator == ", " and len(group.members) == 1 and group.members[0].kind is Kind.OFFICE
        return alone and SEPARATOR.match(self.text, following.end) is None

    def _list_inside(self, group: Group) -> bool:
        """'6 administrations (A, B and C)', 'RCLs, namely X and Y': of a whole and its parts, the parts stay."""
        opening = _LISTED.match(self.text, group.end)
        label = self.text[group.start : group.end] == TITLE and self.text.startswith(":", group.end)
        if opening is None or label:  # 'Rapporteur: Mr. A'
            return False
        mark = len(self.reader.seats)
        listed = self._list(opening.end())
        closed = listed is not None and self.text.startswith(")", listed.end)
        in_bracket = opening.group().startswith(" (") and closed
        if listed is None or not (len(listed.members) > 1 or in_bracket):
            del self.reader.seats[mark:]
            return False
        if group.members and group.members[-1].plural:
            group.members.pop()
        group.members.extend(listed.members)
        group.end = listed.end + closed
        return True

    def _list(self, position: int, *, people: bool = False) -> Agent | None:
        """The list that begins at ``position``, on demand only as far as people stand in it."""
        first = self.reader.agent(position, in_list=True)
        if first is None:
            return None
        end, members = self._counted(first.end), list(first.members)
        while separator := SEPARATOR.match(self.text, end):
            following = self.reader.agent(separator.end(), in_list=True)
            if following is None or (people and following.delegates):
                break
            end = self._counted(following.end)
            members.extend(following.members)
        return Agent(end, members)

    def _counted(self, position: int) -> int:
        """Behind the number of people that stands behind a member of a list: 'Fiji 3, Samoa 4'."""
        counted = _COUNTED.match(self.text, position)
        return counted.end() if counted else position

    def _people_of(self, position: int, offices: list[Mention], start: int) -> Group:
        """'Two experts of X, Mr. A and Ms. B': the people are of X, and X itself does nothing."""
        mark = len(self.reader.seats)
        listed = self._list(start, people=True) or Agent(start, [])
        seated = {id(seat.person) for seat in self.reader.seats[mark:]}
        each = len(offices) > 1 and len(offices) == len(listed.members)  # 'the heads of X and Y, Mr. A and Ms. B'
        title = "Head" if _HEADS_OF.match(self.text, position) else ""
        for number, person in enumerate(listed.members):
            if person.kind is Kind.PERSON and id(person) not in seated and offices:
                office = offices[number if each else -1]
                seat = Seat(person, title, office, None, position, listed.end, "post.people-of")
                self.reader.seats.append(seat)
        return Group(position, listed.end, listed.members)

    def _one_for_each(self, group: Group) -> Group | None:
        """'The heads of X and of Y, Mr. A and Ms. B': the people whom several offices sent, each of his own."""
        offices = group.members
        several = group.delegates and len(offices) > 1 and all(m.kind is not Kind.PERSON for m in offices)
        named = _NAMED.match(self.text, group.end) if several else None
        if named is None:
            return None
        mark = len(self.reader.seats)
        listed = self._list(named.end(), people=True)
        posted = len(self.reader.seats) > mark
        del self.reader.seats[mark:]
        if listed is None or len(listed.members) != len(offices) or posted:
            return None
        return self._people_of(group.start, offices, named.end())

    def _without_seat(self, members: list[Mention]) -> list[Mention]:
        seated = {id(seat.person) for seat in self.reader.seats}
        return [m for m in members if m.kind is Kind.PERSON and id(m) not in seated]


def seats_of(tape: Tape, person: Mention) -> tuple[list[Seat], bool]:
    """The posts that a line without a name gives to ``person``, and whether it says that he chairs the meeting."""
    reader = SeatReader(tape)
    if MEETING_SEAT.match(tape.text):
        return [], True
    reader.read(person, 0, "post.signature")
    reader.chairs_alone(0)
    return reader.seats, bool(reader.chairs)


_BESIDES = compiled("[{person}{office}{country}{place}] (?:(?:as )?(?:its|the) )?$")
"""'A was elected Chair and B of X | Vice-Chair.'"""
_ENDS = regex(r"[.;,]|$")
_ELECTED_AS = regex(
    r"(?<!newly )(?<!the )\b(?:elected|chose|appointed|designated|named|re-elected|had|has) "
    r"(?:unanimously |by acclamation )?(?:as )?(?:(?:the|its|their|a|new|next|incoming|regional) )*$"
)
_STARTS = regex(rf"[{PERSON}{OFFICE}{TITLE}{COUNTRY}]|{PLACE}(?=,? )")
_PREDICATE = regex(
    r"\b(?:as|elected|named|appointed|is|was|become|became|becoming|re-elected|chosen|chose|nominated|confirmed|"
    r"remains|designated|to be|(?:post|position|office|function) of) "
    r"(?:(?:the|a|an|its|their|his|her|our|one of the|also|now) )?"
    r"(?:(?:next|new|first|regional|coming|incoming|outgoing|current|future|acting|interim) )*"
    rf"(?:{TITLE},? and (?:(?:the|its|as|as the) )?)?$|\b(?:next|future|coming) (?:regional )?$"
)
"""A title behind these words is what somebody becomes, not who acts."""
_FOR_ANOTHER = compiled(
    "(?:^|[;:,] )(?:in|on|at|for|with|after|before|following|besides|like|unlike|beside|alongside|together|joined"
    "|accompanied|introduced|welcomed|invited|representing|replacing|succeeding|thanking"
    r"|(?:speaking|standing|acting) (?:in )?for)\b"
    "(?:(?! as )[^.;:,]){0,60} $"
)
_THEN_HOLDER = compiled(r"{title}(?: (?:of|for|at) (?:the )?{body})?, (?:{body}(?:'s)? )?{title} {person}")
"""'On behalf of the | Minister, Secretary A spoke': the first title is another's."""


def _elects_to(reader: AgentReader, position: int) -> bool:
    """'elected as new Vice-Chair Mr. A': to what he is elected, no post that he has."""
    chairs = may_be_elected_to(reader.items[position].form)
    return chairs and _ELECTED_AS.search(reader.text, max(0, position - 60), position) is not None


def find_groups(tape: Tape, resolve: Resolver) -> tuple[list[Group], list[Seat]]:
    """The groups of agents of a sentence, in order, and the posts that they state."""
    agents = AgentReader(tape, resolve)
    reader = _GroupReader(agents)
    text = tape.text
    groups: list[Group] = []
    position = 0
    while found := _STARTS.search(text, position):
        name = found.start()
        position = name + 1
        predicate = text[name] == TITLE and _PREDICATE.search(text, max(0, name - 40), name)
        if text[name] == PLACE and placed(text, tape.items, name) is None:
            continue
        besides = text[name] == TITLE and _BESIDES.search(text, max(0, name - 12), name) and _ENDS.match(text, name + 1)
        if besides and ELECTION.search(text, 0, name):
            continue
        another = text[name] == TITLE and _THEN_HOLDER.match(text, name)
        if another and _FOR_ANOTHER.search(text, 0, name):
            continue
        if predicate and not (agents.introduces(name) and not _elects_to(agents, name)):
            continue
        floor = groups[-1].end if groups else 0
        begin = lead_in(text, floor, name)
        begin = min(begin, crowd_before(text, max(floor, name - REACH), name))
        group = reader.first_group(begin, name)
        if group is not None:
            groups.append(group)
            position = max(group.end, position)
    return groups, agents.seats
