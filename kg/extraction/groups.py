"""Reduces a sentence further: each group of agents with all that stands in apposition becomes one symbol.

'Mr. A, Head, and Ms. B and Mr. C, Program Managers of X, together with delegates from Y' is one group of four members;
the posts that the appositions state are collected on the way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from kg.extraction.mentions import Kind, Mention
from kg.extraction.tape import Tape
from kg.extraction.text import alternation
from kg.model import PostStatus
from kg.tables import read_table

__all__ = ["Group", "Seat", "find_groups", "representatives", "seats_of"]

P, O, T, C, L, M = (k.value for k in (Kind.PERSON, Kind.OFFICE, Kind.TITLE, Kind.COUNTRY, Kind.PLACE, Kind.MEETING))
X = Kind.UNNAMED.value


@dataclass(slots=True)
class Seat:
    """A post as an apposition states it.

    Attributes:
        person: Who holds it.
        title: As in the text, or empty.
        office: Where, or ``None``.
        start: Position on the tape where the statement begins.
        end: Position on the tape where it ends.
    """

    person: Mention
    title: str
    office: Mention | None
    status: PostStatus | None
    start: int
    end: int
    rule: str
    of_region: bool = False
    """The office is 'the region', which an earlier sentence names."""
    of_last: bool = False
    """The office is 'its': the one named last."""


@dataclass(slots=True)
class Group:
    """Agents that one verb may be said of.

    Attributes:
        start: Position on the tape.
        end: Position on the tape, half open.
        members: Persons, offices and countries, in the order of the sentence. Empty for somebody unnamed.
        delegates: Offices whose people are meant ('delegates from X').
        chairs: Members of whom the group says that they chair the meeting.
    """

    start: int
    end: int
    members: list[Mention] = field(default_factory=list)
    delegates: bool = False
    chairs: list[Mention] = field(default_factory=list)
    lone_country: bool = False


_ORG = f"[{O}{C}{L}]"
_DET = r"(?:the |its |their |his |her |our |this |that )?"
_ADVERB = (
    r"(?:(?:regional|national|now|currently|then|also|at present|at that time|at the time|at the same time|himself|herself|both|all|presently|already|likewise|newly appointed|newly elected|newly|new|until now|until then|until recently|until last [a-z]+|until [a-z]+|until [0-9]+|once|formerly|so far|up to now|hitherto|"
    r"current|present|respective|the|a|an|its|their|his|her|our|as|being|well as|in that function|in his capacity as|in her capacity as|in the capacity of|serving as) )*"
)
_STATUS = r"(?P<status>former |formerly |ex-|outgoing |incoming |acting |then |designate |previous |retiring |departing |interim |one-time )?"
_SEAT = re.compile(
    rf"{_ADVERB}{_STATUS}(?:(?P<org1>{_ORG})(?:'s?)? (?:(?:former|acting|outgoing|incoming|new|current|regional) )?)?(?P<title>{T})"
    rf"(?:(?: designate| ad interim|-designate|-elect| elect)?(?:(?:,| \()? ?(?:of|for|at|from|in|with|to|within|on behalf of|,|\(|-|–) ?{_DET}(?:(?:whole |entire |new |first |said |same |regional )?)(?:{C}'s )?(?P<org2>{_ORG})(?! ?{T})(?!'s? {T})(?: (?:and|&) {_DET}(?P<org3>{_ORG})(?= and|[,.;)]|$)(?! {T}))?(?: of (?:the )?{C}(?!'s))?(?: (?:in|at) {L})?(?:, {C}(?=[,.)]))?\)?)?)"
)
_SEAT_LINK = re.compile(r",? and, [^,.;:]{3,30}, |,? (?:and|cum|&|as well as|and also|and at the same time|and concurrently|who is also|and currently) |, (?:also |and at home )?|/")
_WHO = re.compile(
    r",? (?:who|himself|herself)(?: (?:is|was|are|were|serves as|served as|acts as|heads|headed|leads|led|had been|has been|holds the post of|works as|currently holds the position of))?(?: (?:also|at the same time|then|now|currently|both))? (?=.)"
)
_BESIDES = re.compile(r",? (?:who,? )?(?:besides|apart from|in addition to|aside from) (?:being )?")
_CHAIRS = re.compile(rf",? who (?:chairs|chaired|presides over) {_DET}(?P<org>{O})(?! (?:meeting|workshop|conference|session))")
_HEADS = re.compile(rf",? (?:who|which) (?:heads|headed|leads|led|is heading|is in charge of) {_DET}(?P<org>{_ORG})")
_LEADS_AS = re.compile(rf",? (?:who |and )?(?:until [a-z]+ |now |currently |still )?(?:heads|leads|headed|led|directs|directed|runs|ran|manages|managed|at the head of) {_DET}(?P<org>{_ORG}) as (?:its |their |the )?(?P<title>{T})")
_WAS = re.compile(r",? (?:is|was|remains|became|becomes|has been|had been|serves as|served as|acts as|acted as|took over as|takes over as|takes office as|, now,) (?:(?:the|now|also|still|then|currently|himself|herself|appointed|named|re-elected|elected|as|new) )*(?!next )")
_MOVES = re.compile(rf",? (?:who )?(?:(?:will|would|is to|soon|now|also|later|then) )*(?:go|goes|went|move|moves|moved|transfer|transfers|transferred|join|joins|joined|return|returns|returned) to {_DET}(?P<org>{O}) as (?:its |their |the |a |an )?(?:new |next )?(?P<title>{T})")
_LIKEWISE = re.compile(rf", (?:likewise|also|both|all|formerly|previously|now|at present|currently) (?:of|from|with|at) {_DET}(?P<org>{O})")
_OF_ORG = re.compile(rf" (?:of|from|with|representing) {_DET}(?:{C}'s )?(?P<org>{_ORG})(?! ?{T})(?!'s)")
_COMMA_ORG = re.compile(rf"(?:, | \(){_DET}(?P<org>{O})(?:, {C}(?=[,.)]))?\)?(?=[,.;)]| and|$)(?! {T})")
_BRACKET_ORG = re.compile(rf" \((?P<org>[{O}{C}{L}])(?:, {C})?\)")
"""'Mr. A (Customs of X)': where he works; 'Ms. B (Norway)': where she comes from, which is no post."""
_POSTNOMINAL = re.compile(r", (?:apm|phd|ph\.d\.|obe|cbe|mbe|psm|am|cmg)(?=[,. ])")
_MEETING_SEAT = re.compile(
    rf",? (?:who (?:is|was) )?(?:the |its |as )?(?P<title>{T}) (?:of|for) (?:the |this |our )?(?:present |whole )?(?:{M}|meeting|session|conference|workshop)"
)
_MAIN = "m1"
"""Key of the main meeting of a report."""
_CHAIR_TITLES = frozenset({"Chair", "Chairperson", "Chairman", "Chairwoman"})
_PRESEAT_END = re.compile(rf",? ?(?={P})|, (?:namely |that is )?(?={P})")
_COUNT = r"(?:(?:all|both|some|other|most|several|many|a number of|the|its|about|around|over|nearly|up to|more than|[0-9]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\([0-9]+\)|national|regional|named) )*"
_NUMBERED = r"(?:(?:all|both|each of|each|every|the|other|these|its|several|various|respective|[0-9]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\([0-9]+\)) )*(?:of the )?"
_UNNAMED = re.compile(
    rf"(?:(?:a|an|one|another|the) (?:[a-z-]+ ){{0,2}}(?:representative|delegate|official|expert|officer|participant|speaker|adviser|advisor|trainer|facilitator|observer|manager|instructor|colleague|member of staff|specialist|spokesperson|deputy|consultant) (?:of|from|sent by|for) (?:the )?(?:{O}|{C})(?:'s)?)"
)
_SEPARATOR = re.compile(
    r",? (?:and|as well as|together with|along with|plus|followed by|alongside|besides|joined by|accompanied by|&|and then|or) (?:(?:also|then|by|from|of|with|for|to|both|each|all|later|finally|the other|likewise|next|after him|after her|after them) )*(?:one |those of |that of )?"
    r"|,? and, [^,.;:]{3,30}, |; and (?:(?:from|by|of|with) )?|; (?=[^.]*; and )|, (?:(?:from|by|of|then|finally|next|namely|including|for|to|also|in turn|both|each|all) )*|/"
)


@lru_cache(maxsize=1)
def representatives() -> frozenset[str]:
    """What the people are called whom organizations send ('delegates', 'officers')."""
    return frozenset(row["noun"] for row in read_table("data", "wordings", "representatives.csv", columns=("noun",)))


@lru_cache(maxsize=1)
def _delegates() -> re.Pattern[str]:
    nouns = alternation(set(representatives()))
    return re.compile(
        rf"{_COUNT}(?:[a-z-]+ ){{0,1}}(?:{nouns}|{T})(?: (?:and|or) (?:[a-z]+ )?(?:{nouns}))?(?: \([^()]{{1,30}}\))?(?:,? (?:who were |that were |having been )?"
        rf"(?:of|from|sent (?:here |there )?by|sent from|representing|for|speaking for|lent by|dispatched by|on behalf of|belonging to|coming from|drawn from|nominated by)) (?:both |either )?{_NUMBERED}(?=[{O}{C}{T}])"
    )


_OFFICE_APPOSITION = re.compile(rf", (?:the )?(?:(?:current|present|new|outgoing|incoming|then) )?{T}(?: (?:of|for) (?:the )?{O}(?: for (?:the )?{O})?)(?=[,.;:]| (?:and|for|on|in|at)\b)")
_LIST_OF_COUNTRIES = re.compile(rf"{C}(?:, (?:the )?[{C}{O}])*(?:,? and (?:the )?[{C}{O}]|, (?:the )?{C}\))")
_PLACED_STRUCTURES = re.compile(rf"[{L}{C}](?:, [{L}{C}])*,? and [{L}{C}] {O}")
_NAMED = re.compile(rf"(?:, (?:namely )?|: | \(| [-–] )(?={P})")
_BOTH_OF = re.compile(rf",? (?:both|all|each|all three|all four) (?:of|from|with|at) {_DET}(?P<org>{O})")
_RESPECTIVELY = re.compile(rf",? (?:of |from |with )?(?:the )?(?:{T} (?:of|at|from) )?(?:the )?[{O}{C}](?:, (?:the )?(?:{T} (?:of|at|from) )?(?:the )?[{O}{C}])*,? and (?:of )?(?:the )?(?:{T} (?:of|at|from) )?(?:the )?[{O}{C}],? respectively")
_OWN_VERB = re.compile(r" (?:also |then |itself |kindly )?(?:gave|paid|bore|took|made|led|ran|lent|sent|[a-z]{3,}ed)\b(?! by\b)")
"""'organized by X and Y, and Z footed the bill': Z begins a clause of its own."""
_COUNTRY_VERB = re.compile(
    r"(?:, [^,.;]{3,40},)? (?:also |then |itself |kindly |had |has )*(?:attended|hosted|took part|joined|presented|reported|shared|participated|organi[sz]ed|sent|gave|spoke|offered|paid|funded|financed|sponsored|was represented|was host|observed)\b"
)
_QUALIFIER = re.compile(
    rf" (?:network|(?:of|in|from) (?:the |this |all (?:six |6 )?)?(?:(?:whole |entire |six |same )?(?:wco )?(?:{O}|{C})?(?:regions?|world|globe|network))|from all parts of the globe|out of (?:six|seven|eight|nine|ten|[0-9]+)|itself)(?=[ ,.;)])"
)
_IN_REGION = re.compile(rf" (?:of|in|from|for) (?:the )?{O}")
_COLLECTIVE = re.compile(r" (?:member )?(?:countries|members|states|administrations|member states|economies|customs administrations)(?=[ ,.;)])")
_STRUCTURE_OF = re.compile(r"(?:WCO )?(?P<kind>(?:ROCB|RTC|RILO|RCL|RDTC)s?)(?P<link> |-| (?:of|for) (?:the )?)(?P<rest>[A-Z].*)$")
_ELLIPTIC_PLACE = re.compile(rf"(?:, (?:the )?[{C}{L}])*,? and (?:the )?[{C}{L}](?! {T})|(?:, (?:the )?[{C}{L}])+(?=\))")
_ELLIPTIC_REGION = re.compile(rf"(?:, of (?:the )?[{O}{C}{L}])*,? and of (?:the )?[{O}{C}{L}]")
@lru_cache(maxsize=1)
def _staff() -> re.Pattern[str]:
    nouns = representatives() - {"members", "heads", "people", "a team", "a delegation"}
    return re.compile(rf" (?:{alternation(set(nouns))})(?=[ ,.;)])")


_PLURAL_TITLE = re.compile(rf",? (?:all |both |each |respectively )?(?P<title>{T})")
_BARE_TITLE = re.compile(rf"(?:the |its |their |his |her |our )?(?:(?:deputy|acting|former|new|current|honourable) )?{_SEAT.pattern.replace('?P<status>', '?:').replace('?P<org1>', '?P<xorg1>').replace('?P<title>', '?P<xtitle>').replace('?P<org2>', '?P<xorg2>').replace('?P<org3>', '?P<xorg3>')}")
_STATUSES = {
    "former": PostStatus.FORMER, "formerly": PostStatus.FORMER, "ex-": PostStatus.FORMER, "previous": PostStatus.FORMER,
    "one-time": PostStatus.FORMER, "outgoing": PostStatus.OUTGOING, "retiring": PostStatus.OUTGOING, "departing": PostStatus.OUTGOING,
    "incoming": PostStatus.INCOMING, "designate": PostStatus.INCOMING, "acting": PostStatus.ACTING, "interim": PostStatus.ACTING,
}  # fmt: skip

_OF_REGION = re.compile(r" (?:of|for|in) (?:the|this|that|its|our|their) (?:whole |entire )?(?:wco )?region\b")


def _is_vice_chair(title: str) -> bool:
    lowered = title.lower()
    return "vice" in lowered and "chair" in lowered


Resolver = Callable[[Mention, Mention | None], Mention | None]
"""From a title without a name, and its office, to the person of this report who holds it."""


class _Parser:
    """Reads groups from one tape, from left to right."""

    def __init__(self, tape: Tape, resolve: Resolver) -> None:
        self.tape = tape
        self.text = tape.text
        self.items = tape.items
        self.resolve = resolve
        self.seats: list[Seat] = []
        self.groups: list[Group] = []

    def item(self, match: re.Match[str], name: str) -> Mention | None:
        position = match.start(name)
        return self.items[position] if position >= 0 else None

    # -- posts -------------------------------------------------------------------------------------------------

    def _seat(self, person: Mention, match: re.Match[str], rule: str) -> None:
        title = self.item(match, "title")
        assert title is not None
        status = _STATUSES.get((match["status"] or "").strip())
        if title.form.startswith(("Acting", "Ag.", "Interim")):
            status = PostStatus.ACTING
        if "designate" in match.group() or "-elect" in match.group():
            status = PostStatus.INCOMING
        offices = [o for o in (self.item(match, "org2"), self.item(match, "org3")) if o is not None]
        first = self.item(match, "org1")
        vice = _is_vice_chair(title.form)
        if first is not None and (not offices or (not vice and offices[0].rule == "office.region")):
            offices = [first]
        region = _OF_REGION.match(self.text, match.end()) if vice else None
        if region and (not offices or offices[0].rule != "office.region"):
            self.seats.append(Seat(person, title.form, None, status, match.start(), region.end(), rule, of_region=True))
            return
        before = self.text[max(0, match.start() - 12) : match.start("title")]
        if not offices and vice and re.search(r"\bregion's (?:[a-z]+ )?$", before):
            self.seats.append(Seat(person, title.form, None, status, match.start(), match.end(), rule, of_region=True))
        elif not offices and re.search(r"\b(?:its|whose|the office's) (?:[a-z]+ )?$", before):
            self.seats.append(Seat(person, title.form, None, status, match.start(), match.end(), rule, of_last=True))
        for office in offices or ([] if self.seats and self.seats[-1].person is person and self.seats[-1].start == match.start() else [None]):
            self.seats.append(Seat(person, title.form, office, status, match.start(), match.end(), rule))

    def _seats(self, person: Mention, position: int, rule: str) -> int:
        """Reads one seat or several ('Vice-Chair and Director General of'); the position behind, or -1."""
        match = _SEAT.match(self.text, position)
        if not match:
            return -1
        title = self.item(match, "title")
        if title is not None and title.plural:
            return -1
        if rule == "post.apposition" and match["org2"] is None and self.text[match.end() : match.end() + 2] == f" {P}":
            return -1  # 'A, Director B': the title is B's
        if title is not None and title.form in _CHAIR_TITLES and _MEETING_SEAT.match(self.text, match.start("title") - 1 if match.start("title") else 0):
            return -1
        if match["org2"] is None:  # 'Vice-Chair and Director General of X' says the office once, for the last or for both
            link = _SEAT_LINK.match(self.text, match.end())
            following = _SEAT.match(self.text, link.end()) if link else None
            if following is None and match["org1"] is None and self.items.get(match.end()) is not None and match.end() < len(self.text) and self.text[match.end()] == P:
                pass
        self._seat(person, match, rule)
        end = match.end()
        while link := _SEAT_LINK.match(self.text, end):
            following = _SEAT.match(self.text, link.end())
            if not following or following.end() == following.start():
                break
            after = self.text[following.end() : following.end() + 3]
            next_title = self.item(following, "title")
            if after.lstrip(", ").startswith(P) or (next_title is not None and next_title.plural):
                break  # the title leads over to the next person
            self._seat(person, following, rule)
            end = following.end()
        return end

    def _appositions(self, person: Mention, position: int) -> int:
        """Reads what stands behind a name; the position behind it."""
        end = position
        if post := _POSTNOMINAL.match(self.text, end):
            end = post.end()
        meeting = _MEETING_SEAT.match(self.text, end)
        if meeting and self.items[meeting.start("title")].form in _CHAIR_TITLES:
            body = self.items.get(meeting.end() - 1)
            if body is None or body.key == _MAIN:
                self.chairs.append(person)
            else:  # the chair of a standing body has a post
                office = Mention(Kind.OFFICE, body.start, body.end, body.form, rule="office.body")
                self.seats.append(Seat(person, self.items[meeting.start("title")].form, office, None, position, meeting.end(), "post.chair-of-body"))
            return meeting.end()
        lead = _LEADS_AS.match(self.text, end)
        if lead:
            self.seats.append(Seat(person, self.items[lead.start("title")].form, self.items[lead.start("org")], None, position, lead.end(), "post.who-leads"))
            return lead.end()
        heads = _HEADS.match(self.text, end)
        if heads:
            self.seats.append(Seat(person, "Head", self.items[heads.start("org")], None, position, heads.end(), "post.who-heads"))
            return heads.end()
        besides = _BESIDES.match(self.text, end)
        if besides and (first := self._seats(person, besides.end(), "post.who-is")) > 0:
            rest = re.compile(r",? (?:is|was) (?:also )?").match(self.text, first)
            second = self._seats(person, rest.end(), "post.who-is") if rest else -1
            return max(first, second)
        chairs = _CHAIRS.match(self.text, end)
        if chairs:
            self.seats.append(Seat(person, "Chair", self.items[chairs.start("org")], None, position, chairs.end(), "post.who-chairs"))
            return chairs.end()
        who = _WHO.match(self.text, end)
        if who and (behind := self._seats(person, who.end(), "post.who-is")) > 0:
            lead = _LEADS_AS.match(self.text, behind)
            if lead:
                self.seats.append(Seat(person, self.items[lead.start("title")].form, self.items[lead.start("org")], None, position, lead.end(), "post.who-leads"))
                return lead.end()
            return behind
        was = _WAS.match(self.text, end)
        if was and (behind := self._seats(person, was.end(), "post.predicate")) > 0:
            return end
        moves = _MOVES.match(self.text, end)
        if moves:
            self.seats.append(Seat(person, self.items[moves.start("title")].form, self.items[moves.start("org")], PostStatus.INCOMING, position, moves.end(), "post.moves"))
        likewise = _LIKEWISE.match(self.text, end)
        if likewise:
            self.seats.append(Seat(person, "", self.items[likewise.start("org")], None, position, likewise.end(), "post.of-office"))
            return likewise.end()
        of = _OF_ORG.match(self.text, end)
        if of:
            office = self.items[of.start("org")]
            if office.kind is Kind.OFFICE:
                self.seats.append(Seat(person, "", office, None, position, of.end(), "post.of-office"))
            end = of.end()
        bracket = _BRACKET_ORG.match(self.text, end)
        if bracket:
            office = self.items[bracket.start("org")]
            if office.kind is Kind.OFFICE and not of:
                self.seats.append(Seat(person, "", office, None, position, bracket.end(), "post.bracket-office"))
            return bracket.end()
        for opening, rule in ((r", ", "post.apposition"), (r" \(", "post.bracket"), (r" [-–] ", "post.dash"), (r" ", "post.adjacent")):
            lead_in = re.compile(opening + r"(?:who (?:is|was) )?").match(self.text, end)
            if lead_in and (behind := self._seats(person, lead_in.end(), rule)) > 0:
                if opening == " " and self.text[behind : behind + 2].strip().startswith(P):
                    continue
                if self.text[behind : behind + 1] == ")":
                    behind += 1
                return behind
        office_only = _COMMA_ORG.match(self.text, end) if not of else None
        if office_only and not self._list_goes_on(office_only.end()):
            self.seats.append(Seat(person, "", self.items[office_only.start("org")], None, position, office_only.end(), "post.office-only"))
            return office_only.end()
        return end

    def _list_goes_on(self, position: int) -> bool:
        """Whether an office behind a comma is the next agent of a list rather than where the person works."""
        separator = _SEPARATOR.match(self.text, position)
        return bool(separator and self.text[separator.end() : separator.end() + 5].replace("the ", "")[:1] in {O, C})

    def introduces(self, position: int) -> bool:
        """Whether the title at ``position`` leads over to a name."""
        before = _SEAT.match(self.text, position)
        return bool(before and _PRESEAT_END.match(self.text, before.end()))

    # -- agents ------------------------------------------------------------------------------------------------

    def _person(self, position: int) -> tuple[int, Mention] | None:
        """A person with the posts before and behind the name."""
        before = _SEAT.match(self.text, position)
        start = position
        pending: re.Match[str] | None = None
        if before and not self.items[before.start("title")].plural:
            gap = _PRESEAT_END.match(self.text, before.end())
            if gap:
                pending, start = before, gap.end()
            else:
                link = _SEAT_LINK.match(self.text, before.end())
                second = _SEAT.match(self.text, link.end()) if link else None
                gap = _PRESEAT_END.match(self.text, second.end()) if second else None
                if second and gap:
                    person = self.items[gap.end()]
                    self._seat(person, before, "post.before-name")
                    pending, start = second, gap.end()
        if self.text[start : start + 1] != P:
            return None
        person = self.items[start]
        if pending is not None:
            self._seat(person, pending, "post.before-name")
        return self._appositions(person, start + 1), person

    def _agent(self, position: int, *, in_list: bool) -> tuple[int, list[Mention], bool] | None:
        """One agent: position behind, its members, whether people of an office are meant."""
        text = self.text
        if unnamed := _UNNAMED.match(text, position):
            return unnamed.end(), [], False
        delegates = _delegates().match(text, position)
        if delegates and any(m is not None and not m.plural for m in (self.items.get(p) for p in range(position, delegates.end()))):
            delegates = None
        start = delegates.end() if delegates else position
        if not delegates:
            determiner = re.compile(r"(?:(?:the|all|both|its|their|our|host|other|these|each|every) )*(?:(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:of the )?)?").match(text, position)
            start = determiner.end() if determiner else position
            person = self._person(position) or (self._person(start) if start != position else None)
            if person:
                return person[0], [person[1]], False
            placed = _PLACED_STRUCTURES.match(text, start)
            if placed:
                office = self.items[placed.end() - 1]
                places = [self.items[p] for p in range(placed.start(), placed.end() - 1) if text[p] in {L, C}]
                return placed.end(), [_of_place(office, place) for place in places], False
            bare = _SEAT.match(text, position)
            if bare:
                title = self.items[bare.start("title")]
                behind = bare.start("title") + 1
                if text[behind : behind + 1] == ",":  # what stands behind a comma is the next agent of a list
                    somebody = self.resolve(title, self.item(bare, "org1"))
                    return behind, [somebody] if somebody else [], False
                office = self.item(bare, "org2") or self.item(bare, "org1")
                if title.plural and _is_vice_chair(title.form) and not bare["org2"]:
                    return bare.end(), [Mention(Kind.OFFICE, title.start, title.end, "Vice-Chairs", rule="office.vice-chair", plural=True)], True
                if title.plural:
                    organization = office is not None and office.kind is not Kind.PLACE
                    return (bare.end(), [office], True) if organization and bare["org2"] else None
                somebody = self.resolve(title, office)
                return bare.end(), [somebody] if somebody else [], False
        symbol = text[start : start + 1]
        if symbol == T and delegates:
            title = self.items[start]
            if not _is_vice_chair(title.form):
                return None
            return start + 1, [Mention(Kind.OFFICE, title.start, title.end, title.form, rule="office.vice-chair")], True
        if symbol == O and not re.match(rf"(?:'s)? {T}", text[start + 1 : start + 5]):
            if self.items[start].rule == "office.unknown-acronym" and not in_list and not delegates:
                return None
            collective = _COLLECTIVE.match(text, start + 1)
            if collective and (in_list or delegates):
                return collective.end(), [], True
            staff = _staff().match(text, start + 1)
            if staff:
                return staff.end(), [self.items[start]], True
            end, members = self._elliptic(self.items[start], start + 1)
            end = self._qualified(end)
            apposition = _OFFICE_APPOSITION.match(text, end)
            return apposition.end() if apposition else end, members, delegates is not None
        if symbol == C and (delegates or in_list or self._begins_list(start) or text[:start].endswith((" by ", " by the ")) or self._alone(start)):
            return start + 1, [self.items[start]], delegates is not None
        return None

    def _begins_list(self, position: int) -> bool:
        return bool(_LIST_OF_COUNTRIES.match(self.text, position))

    def _alone(self, position: int) -> bool:
        """A country as subject of a sentence of its own: 'Palau attended for the first time'."""
        before = self.text[:position].rstrip()
        begins = not before or before[-1] in ";:" or before.endswith((" and", ", while", ", whereas"))
        return begins and _COUNTRY_VERB.match(self.text, position + 1) is not None

    def _qualified(self, position: int) -> int:
        """Behind an organization and what narrows it down ('RTCs of the region', 'the RILO network')."""
        region = _IN_REGION.match(self.text, position)
        if region and self.items[region.end() - 1].rule == "office.region":
            return region.end()
        qualifier = _QUALIFIER.match(self.text, position)
        return qualifier.end() if qualifier else position

    def _elliptic(self, office: Mention, position: int) -> tuple[int, list[Mention]]:
        """'RTC Egypt, Saudi Arabia and Jordan' and 'ROCBs of A, of B and of C': the parts left out, spelled out."""
        stem = _STRUCTURE_OF.match(office.form)
        if not stem:
            return position, [office]
        members = [office]
        pattern = _ELLIPTIC_PLACE if stem["link"] in {" ", "-"} else _ELLIPTIC_REGION
        rest = pattern.match(self.text, position)
        if rest is None:
            return position, members
        name = re.sub(r"s$", "", stem["kind"])
        for place in range(rest.start(), rest.end()):
            item = self.items.get(place)
            if item is not None:
                members.append(Mention(Kind.OFFICE, item.start, item.end, f"{name} {_region_name(item.form)}", rule="office.elliptic"))
        if pattern is _ELLIPTIC_REGION and len(members) > 1:
            members[0] = Mention(Kind.OFFICE, office.start, office.end, f"{name} {_region_name(stem['rest'])}", rule="office.elliptic")
        return rest.end(), members

    def group(self, position: int) -> Group | None:
        """The group that begins at ``position``, or ``None``."""
        self.chairs: list[Mention] = []
        mark = len(self.seats)
        first = self._agent(position, in_list=False)
        if first is None:
            del self.seats[mark:]
            return None
        end, members, delegates = first
        named = _NAMED.match(self.text, end) if delegates else None
        if named:
            return self._experts(position, members, named.end())
        group = Group(position, end, list(members), delegates)
        untitled = self._without_seat(members)
        while True:
            shared = self._shared_title(end, untitled)
            if shared > 0:
                end, untitled = shared, []
            inside = re.compile(r"(?: \((?:namely |including |i\.e\.,? |that is,? )?|,? (?:namely|i\.e\.|that is),? |: )(?=[^.]*)").match(self.text, end)
            if inside:
                listed = self._list(inside.end())
                if listed and len(listed[1]) > 1 or listed and inside.group().startswith(" (") and self.text[listed[0] : listed[0] + 1] == ")":
                    if group.members and group.members[-1].plural:
                        group.members.pop()
                    group.members.extend(listed[1])
                    end = listed[0] + (self.text[listed[0] : listed[0] + 1] == ")")
                    continue
            if self.text[end : end + 1] == ")" and self.text[position - 1 : position] == "(" and _SEPARATOR.match(self.text, end + 1):
                end += 1
            separator = _SEPARATOR.match(self.text, end)
            if not separator:
                break
            mark = len(self.seats)
            following = self._agent(separator.end(), in_list=True)
            if following is None or self._new_clause(group, separator.group(), following):
                del self.seats[mark:]
                break
            if not following[1] and self.text[separator.start() : separator.start() + 2] == ", " and following[0] == separator.end():
                break
            end = following[0]
            group.members.extend(following[1])
            group.delegates = group.delegates or following[2]
            untitled += self._without_seat(following[1])
        group.end = end
        group.chairs = self.chairs
        self._spread_offices(group)
        return group

    def _experts(self, position: int, offices: list[Mention], start: int) -> Group:
        """'Two experts of X, Mr. A and Ms. B': the people are of X, and X itself does nothing."""
        mark = len(self.seats)
        end, members = self._list(start) or (start, [])
        seated = {id(s.person) for s in self.seats[mark:]}
        for person in members:
            if person.kind is Kind.PERSON and id(person) not in seated and offices:
                self.seats.append(Seat(person, "", offices[-1], None, position, end, "post.people-of"))
        return Group(position, end, members)

    def _new_clause(self, group: Group, separator: str, following: tuple[int, list[Mention], bool]) -> bool:
        """'had invited the office, and Mr. A came': a person after a lone office begins a clause of his own."""
        objects = re.search(r"\b(?:by|with|from|of|to) (?:the )?$", self.text[: group.start]) is not None
        if separator.startswith(", and ") and objects and _OWN_VERB.match(self.text, following[0]):
            return True
        if " by " in separator and re.search(r"(?:on behalf of|for) (?:the )?$", self.text[: group.start]):
            return True
        inviting = separator.startswith(", ") and re.search(r"\b(?:of|by) (?:the )?$", self.text[: group.start]) is not None
        return (
            (separator.startswith(", and") or (inviting and "and" not in separator))
            and len(group.members) == 1
            and group.members[0].kind is Kind.OFFICE
            and not group.delegates
            and bool(following[1])
            and following[1][0].kind is Kind.PERSON
        )

    def _list(self, position: int) -> tuple[int, list[Mention]] | None:
        first = self._agent(position, in_list=True)
        if first is None:
            return None
        end, members = first[0], list(first[1])
        while separator := _SEPARATOR.match(self.text, end):
            following = self._agent(separator.end(), in_list=True)
            if following is None:
                break
            end = following[0]
            members.extend(following[1])
        return end, members

    def _without_seat(self, members: list[Mention]) -> list[Mention]:
        seated = {id(s.person) for s in self.seats}
        return [m for m in members if m.kind is Kind.PERSON and id(m) not in seated]

    def _shared_title(self, position: int, untitled: list[Mention]) -> int:
        """'Ms. B and Mr. C, Program Managers of X': a plural title for all who have none yet."""
        common = _BOTH_OF.match(self.text, position)
        if common and untitled:
            for person in untitled:
                self.seats.append(Seat(person, "", self.items[common.start("org")], None, position, common.end(), "post.both-of"))
            return common.end()
        respective = _RESPECTIVELY.match(self.text, position)
        if respective and untitled:
            return self._respective(respective, position, untitled)
        lead = _PLURAL_TITLE.match(self.text, position)
        if not lead or not self.items[lead.start("title")].plural or not untitled:
            return -1
        match = _SEAT.match(self.text, lead.start("title"))
        if not match:
            return -1
        for person in untitled:
            self._seat(person, match, "post.shared")
        return match.end()

    def _respective(self, match: re.Match[str], position: int, untitled: list[Mention]) -> int:
        """'A and B, Heads of X and Y respectively': each his own office."""
        offices = [self.items[p] for p in range(match.start(), match.end()) if p in self.items and self.text[p] in _ORG]
        titles = [self.items[p] for p in range(match.start(), match.end()) if p in self.items and self.text[p] == T]
        if len(offices) != len(untitled):
            return -1
        for number, (person, office) in enumerate(zip(untitled, offices, strict=True)):
            title = titles[number] if len(titles) == len(untitled) else titles[0] if titles else None
            self.seats.append(Seat(person, title.form if title else "", office, None, position, match.end(), "post.respectively"))
        return match.end()

    def _spread_offices(self, group: Group) -> None:
        """A title without office takes that of the next colleague in the group, else that of the one before."""
        own = [s for s in self.seats if group.start <= s.start < group.end or s.person in group.members]
        for place, seat in enumerate(own):
            if seat.office is None and seat.title and not _is_vice_chair(seat.title):
                if any(o.person is seat.person and o.office is not None and o.office.kind is Kind.OFFICE for o in own):
                    if not any(o.person is seat.person and o.office is not None and o.start > seat.start for o in own):
                        continue
                later = [o for o in own[place + 1 :] if o.office is not None and o.office.kind is Kind.OFFICE]
                earlier = [o for o in own[:place] if o.office is not None and o.office.kind is Kind.OFFICE]
                if later:
                    seat.office = later[0].office
                elif earlier and earlier[-1].person is not seat.person:
                    seat.office = earlier[-1].office


def _of_place(office: Mention, place: Mention) -> Mention:
    """One of several structures named by their places: 'the A, B and C Regional Training Centres (RTC)'."""
    acronym = next((a.rstrip("s") for a in office.aliases if a.isupper() or a[:-1].isupper()), "")
    name = f"{acronym or re.sub('s$', '', office.form)} {place.form}"
    return Mention(Kind.OFFICE, place.start, office.end, name, rule="office.placed")


def _region_name(form: str) -> str:
    return re.sub(r"^(?:WCO )|\s+[Rr]egions?$", "", form)


def seats_of(tape: Tape, person: Mention) -> list[Seat]:
    """The posts that a line without a name gives to ``person``."""
    parser = _Parser(tape, lambda _title, _office: None)
    parser.chairs = []
    meeting = _MEETING_SEAT.match(tape.text, 0)
    if not meeting:
        parser._seats(person, 0, "post.signature")
    return parser.seats


_STARTS = re.compile(rf"[{P}{O}{T}{C}]")
_LEAD_IN = re.compile(
    r"(?:(?:(?:a|an|one|another|the|all|both|its|their|his|her|our|some|several|other|more|senior|[0-9]+|\([0-9]+\)|two|three|four|five|six|seven|eight|nine|ten|former|acting|new|current|outgoing|incoming|host|regional|national|high-level|customs|staff|resource|training|contact|program|programme|directors|director|deputy|national) )*"
    r"(?:[a-z-]+(?: and [a-z]+)?(?: \([^()]{1,30}\))?,? (?:who were )?(?:of|from|sent by|sent here by|representing|for|lent by|speaking for|sent from|on behalf of|drawn from|nominated by) (?:(?:the|all|both|its|each|of|every|other|[0-9]+|two|three|four|five|six|seven|eight|nine|ten) )*)?)$"
)


_PREDICATE = re.compile(r"\b(?:as|elected|named|appointed|is|was|become|became|becoming|re-elected|chosen|chose|nominated|confirmed|remains|designated|to be) (?:(?:the|a|an|its|their|his|her|our|one of the|also|now) )?(?:(?:next|new|first|regional|coming|incoming|future|acting|interim) )*$|\b(?:next|future|coming) (?:regional )?$")


def find_groups(tape: Tape, resolve: Resolver) -> tuple[list[Group], list[Seat]]:
    """The groups of agents of a sentence, in order, and the posts that they state."""
    parser = _Parser(tape, resolve)
    groups: list[Group] = []
    position = 0
    while found := _STARTS.search(tape.text, position):
        lead = _LEAD_IN.search(tape.text, max(position, found.start() - 90), found.start())
        begin = max(position, lead.start()) if lead else found.start()
        group = None
        predicate = _PREDICATE.search(tape.text, max(0, found.start() - 40), found.start())
        if tape.text[found.start()] == T and predicate and not parser.introduces(found.start()):
            position = found.start() + 1
            continue
        for start in _word_starts(tape.text, begin, found.start()):
            group = parser.group(start)
            if group is not None:
                break
        if group is None:
            position = found.start() + 1
        else:
            groups.append(group)
            position = max(group.end, found.start() + 1)
    return groups, parser.seats


def _word_starts(text: str, begin: int, end: int) -> list[int]:
    return sorted({begin, end, *(begin + m.end() for m in re.finditer(" ", text[begin:end]))})
