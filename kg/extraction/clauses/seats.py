"""Reads a post where a title stands: 'former Head of X', 'X's Director General', 'Vice-Chair and Director of Y'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extraction.clauses.patterns import PERSON, TITLE, compiled
from kg.extraction.clauses.tape import Tape
from kg.extraction.mentions.common_nouns import COMMON_NOUN
from kg.extraction.mentions.mention import Kind, Mention
from kg.model import PostStatus
from kg.regex import regex

__all__ = [
    "CHAIR_TITLES",
    "ELECTION",
    "FORMERLY",
    "MEETING_SEAT",
    "OURS",
    "SEAT",
    "SEAT_LINK",
    "Seat",
    "SeatReader",
    "is_elected",
    "is_vice_chair",
    "may_be_elected_to",
]

CHAIR_TITLES = frozenset({"Chair", "Chairperson", "Chairman", "Chairwoman"})
_ADVERBS = (
    "(?:(?:regional|national|immediate|founding|long-time|longtime|long-serving|now|"
    "currently|then|also|at present|at that time|at the time|at the same time|"
    "himself|herself|both|(?:very )?first|"
    "all|presently|already|likewise|newly appointed|newly elected|newly|new|until now|until then|until recently|"
    "until last [a-z]+|until [a-z]+|until [0-9]+|since [0-9]{4}|"
    "for (?:the (?:last|past) )?[a-z0-9]+ years|once|formerly|so far|up to now|hitherto|current|present|"
    "respective|the|a|an|another|"
    f"(?:the|this|that|our) (?:{COMMON_NOUN})'s|"
    "its|their|his|her|our|as|being|well as|in that function|in (?:his|her) capacity as|in the capacity of|"
    "serving as) )*"
)
_STATUS = (
    "(?P<status>former |formerly |past |ex-|outgoing |incoming |acting |then |designate |previous |retiring |departing "
    "|interim |"
    "one-time )?"
)
_OWNER = "(?:(?P<org1>{org})(?:'s?)? (?:(?:former|acting|outgoing|incoming|new|current|regional) )?)?"
_AT = (
    r"(?:,| \()? ?(?:of|for|at|from|in|with|to|within|on behalf of|,|\(|-|–) ?{det}(?:(?:whole|entire|new|"
    r"first|said|same|regional) )?"
)
_SECOND_OFFICE = r"(?: (?:and|&) {det}(?P<org3>{org})(?= and|[,.;)]|$)(?! {title}))?"
_NESTED = r"(?: (?:of|at|in|within|under) {det}{office}(?! ?{title})(?!'s? {title}))*"
"""What the office is part of: 'Chief of the Section at X', 'Director of the Division of the Department of Y'."""
_LOCATION = r"(?: of (?:the )?{country}(?!'s))?(?: (?:in|at|to) (?:the )?{land})?(?:, {country}(?=[,.)]))?"
SEAT = compiled(
    rf"{_ADVERBS}{_STATUS}{_OWNER}(?P<title>{{title}})(?!'s [a-z])"
    rf"(?: to (?:the |his |her |its ){{title}})?(?:(?: designate| ad interim| a\.i\.| \(a\.i\.\)|-designate"
    r"|-elect| elect)?"
    rf"(?:(?:{_AT}| (?={{office}}(?:[,;.)]| cum )))(?:{{country}}'s )?"
    rf"(?P<org2>{{org}})(?! ?{{title}})(?!'s? {{title}})(?! by {{person}})"
    rf"(?!'s (?:[a-z]+ )?(?:office|bureau|branch)\b)(?: (?:programme|program|project|initiative)(?= of ))?"
    rf"{_NESTED}{_SECOND_OFFICE}{_LOCATION}\)?)?)"
)
"""A title with what stands before and behind it: ``org1`` owns it, it is at ``org2`` (and ``org3``)."""
SEAT_LINK = compiled(
    r",? and, [^,.;:]{3,30}, |,? and by virtue of [a-z' ]{3,40} | [-–] |"
    r",? and (?:for|since) [a-z0-9]+(?: (?:years?|months))? |"
    r"(?: since (?:[a-z]+ )?[0-9]{4})?,? and (?:before that|previously|formerly|until then) (?:as )?|"
    r",? (?:and (?:today|now|at present|currently|also|at the same time|concurrently)|and|cum|&|as well as|"
    r"who is also) "
    r"|, (?:also |and at home )?|/"
)
MEETING_SEAT = compiled(
    ",? (?:who (?:is|was) )?(?:the |its |as )?(?P<title>{title}) (?:of|for) (?:the |this |our )?(?:present |whole )?"
    "(?:{meeting}|meeting|session|conference|workshop)"
)
_FOR_REGION = compiled(" (?:for|in|of) (?:the )?(?P<org>{office})")
_OF_REGION = compiled(r" (?:of|for|in) (?:the|this|that|its|our|their) (?:whole |entire )?(?:wco )?region\b")
_REGIONS_OWN = regex(r"\bregion's (?:[a-z]+ )?$")
_ITS = regex(
    rf"\b(?:its|whose|the latter's|(?P<the>the|this|that|our|the said) (?P<noun>{COMMON_NOUN})'s) (?:[a-z]+ )?$"
)
_FOR_ITS = regex(rf"\b(?:for|on behalf of) (?P<the>the|this|that) (?P<noun>{COMMON_NOUN}),? by its $")
"""'signed, for the Office, by its | Director, A'."""
_HAD_AS = regex(r"\b(?:had|has|having) as (?:its|their) $")
"""'The ceremony had as its chairman Colonel A': of the ceremony."""
_OUR = regex(r"\b[Oo]ur (?:own )?$")
_DESIGNATED = regex(r"\b(?:designated|elected|chosen|chose|bureau)\b[^.;]{0,60}: ")
"""'The following were designated: Chair, A; Vice-Chair, B': of the meeting."""
_RECEIVED = regex(
    r", where (?:[^.;:,]{1,40}\b(?:received|welcomed|met|greeted|guided|shown round|briefed|hosted) by )?"
    r"(?:the |its )?$"
)
"""'visited X, where he was received by the Principal, Mr. A': of X."""
_TO_A_COUNTRY = ("Ambassador", "High Commissioner", "Consul General")
"""Titles behind which 'to' leads over to where they are held: 'New Zealand's High Commissioner to Samoa'."""
_NEAR = 80
"""Characters before a title in which that stands."""
_OF_BODY = regex(
    " (?:of|at|in|from) (?P<the>(?:the|this|that|our)(?: (?:said|same|above|aforementioned|host))?) "
    rf"(?P<noun>{COMMON_NOUN})"
    r"(?=[,.;:)]| (?!of|for)[a-z]|$)"
)
_HEADS_DELEGATION = regex(r"(?:Deputy )?(?:Head|Leader|Chief) of (?:the )?[Dd]elegation")
_OF_DELEGATION = compiled(" of (?:the |its |their )?delegation(?: (?:of|from) {det}{body})?")
_COMING = regex(r"\b(?:newly|new|elect|elected|next)\b")
_EVENT_CHAIR = regex(r"(?:Conference|Meeting|Workshop|Seminar|Forum) Chair(?:person|man|woman)?")
_VICE_CHAIR = frozenset({"Vice-Chair", "Vice Chair"})
"""Titles that mean, where nothing else is said, the Vice-Chair of the region."""
_HEADS = frozenset(("Director", "Head"))
"""Titles of who hands an office over."""
_STATUSES = {
    "former": PostStatus.FORMER,
    "formerly": PostStatus.FORMER,
    "past": PostStatus.FORMER,
    "ex-": PostStatus.FORMER,
    "previous": PostStatus.FORMER,
    "one-time": PostStatus.FORMER,
    "outgoing": PostStatus.OUTGOING,
    "retiring": PostStatus.OUTGOING,
    "departing": PostStatus.OUTGOING,
    "incoming": PostStatus.INCOMING,
    "designate": PostStatus.INCOMING,
    "acting": PostStatus.ACTING,
    "interim": PostStatus.ACTING,
}


ELECTION = regex(r"\b(?:re-)?(?:elected|chosen|chose|voted)\b")
"""What makes a title behind an office the one that it is elected to: 'A was elected Chair and X Vice-Chair'."""
_ONCE = regex(r"\b(?:before that|previously|formerly|until then) ")
"""'A, Head of X and before that | Deputy Head of Y': a post of old."""
FORMERLY = regex(r"\b(?:previously|formerly|until)\b")
_ELECTED = regex(
    r"\b(?:elect|cho[os]|nam|appoint|confirm|re-elect|pick|designat|nominat|vot)[a-z]*(?: [a-z]+){0,2} "
    rf"(?:(?:the |its |their )?{TITLE}[^.;:,]{{0,40}},? )?$"
)


def is_elected(text: str, position: int) -> bool:
    """Whether a verb before the name that ends at ``position`` says that its bearer is elected to what follows."""
    name = text.rfind(PERSON, 0, position)
    return _ELECTED.search(text, max(0, name - 90), name) is not None


def _chairs(title: str) -> bool:
    """Whether a title alone says who chairs: 'Chairperson', 'Conference Chair'."""
    return title.capitalize() in CHAIR_TITLES or _EVENT_CHAIR.fullmatch(title) is not None


def may_be_elected_to(title: str) -> bool:
    """Whether a title is one that meetings elect to: a chair's or a Vice-Chair's."""
    return title in CHAIR_TITLES or is_vice_chair(title)


def is_vice_chair(title: str) -> bool:
    """Whether a title is that of a Vice-Chair, in any spelling."""
    lowered = title.lower()
    return "vice" in lowered and "chair" in lowered


@dataclass(slots=True)
class Seat:
    """A post as a sentence states it.

    Attributes:
        person: Who holds it.
        title: As in the text, or empty.
        office: Where, or ``None``.
        start: Position on the tape where the statement begins.
        end: Position on the tape behind it.
        rule: Name of the rule that read it.
        of_region: The office is 'the region', which an earlier sentence names.
        of_last: The office is one that was named before: the noun that means it ('that centre'), empty for 'its';
            :data:`OURS` where it is the one that publishes the report.
        definite: The noun stands with 'the' alone, and so means the one of its kind that the report is most about.
    """

    person: Mention
    title: str
    office: Mention | None
    status: PostStatus | None
    start: int
    end: int
    rule: str
    of_region: bool = False
    of_last: str | None = None
    definite: bool = False


OURS = "our"
"""The office that publishes the report: 'our Programme Officer'."""


class SeatReader:
    """Reads the posts of one tape.

    Attributes:
        seats: What was read, in the order of reading.
        chairs: People of whom an apposition says that they chair the meeting.
        deputies: The same of its vice-chairs.
    """

    def __init__(self, tape: Tape) -> None:
        self.text = tape.text
        self.items = tape.items
        self.seats: list[Seat] = []
        self.chairs: list[Mention] = []
        self.deputies: list[Mention] = []
        self._last_title = tape.text.rfind(TITLE)

    def seat(self, position: int) -> re.Match[str] | None:
        """The post that begins at ``position``: a match of :data:`SEAT`."""
        return SEAT.match(self.text, position) if position <= self._last_title else None

    def item(self, match: re.Match[str], name: str) -> Mention | None:
        """The mention that a named group of a match stands for, if the group took part."""
        position = match.start(name)
        return self.items[position] if position >= 0 else None

    def title(self, match: re.Match[str]) -> Mention:
        """The title of a match that has one."""
        return self.items[match.start("title")]

    def add(
        self, person: Mention, match: re.Match[str], rule: str, *, title: str = "", status: PostStatus | None = None
    ) -> None:
        """A post whose office is the group ``org`` of a match."""
        self.seats.append(Seat(person, title, self.items[match.start("org")], status, match.start(), match.end(), rule))

    def seat_end(self, match: re.Match[str]) -> int:
        """Behind a post, 'of that centre' included, and 'of the region', where its title is a Vice-Chair's."""
        vice = is_vice_chair(self.title(match).form)
        rest = _OF_REGION.match(self.text, match.end()) if vice else self._of_body(match)
        if vice and rest is None and self._region_behind(match.end()) is not None:
            rest = _FOR_REGION.match(self.text, match.end())
        return rest.end() if rest else match.end()

    def _of_body(self, match: re.Match[str]) -> re.Match[str] | None:
        """'of that centre' behind a title that says no office."""
        alone = match["org1"] is None and match["org2"] is None
        return _OF_BODY.match(self.text, match.end()) if alone else None

    def add_seat(self, person: Mention, match: re.Match[str], rule: str, *, once: bool = False) -> None:
        """The post, or the two, that a match of :data:`SEAT` states; ``once``, where it is told of the past."""
        title = self.title(match)
        status = PostStatus.FORMER if once else _status(match, title)
        form = title.form.removeprefix("Regional ") if is_vice_chair(title.form) else title.form
        offices = self._offices(match, title)
        region = _OF_REGION.match(self.text, match.end()) if is_vice_chair(form) else None
        before = self.text[max(0, match.start() - 30) : match.start("title")]
        if is_vice_chair(form) and (region_behind := self._region_behind(match.end())):
            offices = [region_behind]
        if region and (not offices or offices[0].rule != "office.region"):
            seat = Seat(person, form, None, status, match.start(), region.end(), rule, of_region=True)
            self.seats.append(seat)
        elif offices:
            for office in offices:
                self.seats.append(Seat(person, form, office, status, match.start(), match.end(), rule))
        else:
            of_region = form in _VICE_CHAIR or (is_vice_chair(form) and _REGIONS_OWN.search(before) is not None)
            of_last, definite = (None, False) if of_region else self._of_last(match, before)
            if of_last is None and form in _HEADS and status in {PostStatus.OUTGOING, PostStatus.INCOMING}:
                of_last = OURS  # 'the handover between the outgoing Director, A, and the incoming Director, B'
            span = match.start(), self.seat_end(match)
            seat = Seat(person, form, None, status, *span, rule, of_region, of_last, definite)
            if rule == "post.before-name" and self._is_chair(seat):
                self.chairs.append(person)
            elif not (of_region and _DESIGNATED.search(self.text, 0, match.start())):
                self.seats.append(seat)

    def _of_last(self, match: re.Match[str], before: str) -> tuple[str | None, bool]:
        """The noun that means the office of a post, empty for 'its', and whether it stands with 'the' alone."""
        its = self._of_body(match) or _FOR_ITS.search(before) or _ITS.search(before)
        if its and its["the"] == "our":
            return OURS, False
        if its and not _HAD_AS.search(before):
            return its["noun"] or "", its["the"] == "the"
        if _OUR.search(before) and not _chairs(self.title(match).form):
            return OURS, False
        received = _RECEIVED.search(self.text, max(0, match.start() - _NEAR), match.start())
        return ("" if received else None), False

    def chairs_alone(self, mark: int) -> None:
        """Takes out of the posts read since ``mark`` those of whom it is only said that they chair."""
        self.chairs += [seat.person for seat in self.seats[mark:] if self._is_chair(seat)]
        self.seats[mark:] = [seat for seat in self.seats[mark:] if not self._is_chair(seat)]

    def _is_chair(self, seat: Seat) -> bool:
        """'the Chair, Mr. A': a role, where no body is named that he would be the Chair of."""
        alone = seat.office is None and seat.status is None and seat.of_last is None and _chairs(seat.title)
        return alone and _COMING.search(self.text, max(0, seat.start - 12), seat.end) is None

    def _region_behind(self, position: int) -> Mention | None:
        """'Vice-Chair of the WCO for the MENA region': the region behind the organization."""
        match = _FOR_REGION.match(self.text, position)
        office = self.items[match.start("org")] if match else None
        return office if office is not None and office.rule == "office.region" else None

    def _offices(self, match: re.Match[str], title: Mention) -> list[Mention]:
        """Where a post is: what stands behind the title, else what owns it ('WCO Manager for the region').

        The 'French Ambassador to Togo' is of France.
        """
        behind = [office for office in (self.item(match, "org2"), self.item(match, "org3")) if office is not None]
        owner = self.item(match, "org1")
        if owner is not None and (owner.rule == "place.adjective" or title.form.endswith(_TO_A_COUNTRY)):
            return [owner]
        if owner is None:
            return behind
        where = bool(behind) and behind[0].kind is Kind.PLACE  # 'X attaché in Brussels'
        region = bool(behind) and behind[0].rule == "office.region" and not is_vice_chair(title.form)
        return [owner] if not behind or where or region else behind

    def read(self, person: Mention, position: int, rule: str, *, status: PostStatus | None = None) -> int:
        """Reads one post or several ('Vice-Chair and Director General of X').

        Args:
            person: Whose they are.
            position: Where the first title, or its owner, stands.
            rule: Name of the rule that reads them.
            status: Of all of them, where the words before them say it.

        Returns:
            The position behind them, or -1.
        """
        match = self.seat(position)
        if match is None or self._another(match, rule) or self.text.startswith(" being ", match.end()):
            return -1
        if is_elected(self.text, position) and self._says_role(match, position):
            return -1
        if _HEADS_DELEGATION.match(self.title(match).form):
            return match.end()
        if of_delegation := _OF_DELEGATION.match(self.text, match.start("title") + 1):
            return of_delegation.end()  # heading a delegation is no post
        mark = len(self.seats)
        self.add_seat(person, match, rule)
        end = self.seat_end(match)
        while link := SEAT_LINK.match(self.text, end):
            following = self.seat(link.end())
            if link.group().startswith(", and ") and self.text.startswith("the ", link.end()):
                break  # 'A, Head of X, and the Director of Y came'
            if following is None or self._leads_over(following) or self._says_role(following, position):
                break
            if self.text.startswith(" being ", following.end()):
                break  # 'A, Director of X, the Minister being prevented'
            meeting = MEETING_SEAT.match(self.text, following.start("title") - 1)
            if meeting and self.title(meeting).form in CHAIR_TITLES:
                self.chairs.append(person)
                end = meeting.end()
                continue
            self.add_seat(person, following, rule, once=_ONCE.search(link.group()) is not None)
            end = self.seat_end(following)
        several = len(self.seats) - mark > 1
        if several and self.text.startswith((" respectively", ", respectively"), end):  # each is somebody else's
            del self.seats[mark:]
            return -1
        for seat in self.seats[mark:]:
            seat.status = status or seat.status
        return end

    def _another(self, match: re.Match[str], rule: str) -> bool:
        """Whether a title belongs to somebody else, to several, or says a role at the meeting."""
        title = self.title(match)
        followed = rule == "post.apposition" and self.text.startswith(f" {PERSON}", match.end())
        before = max(0, match.start("title") - 1)
        chairs = title.form in CHAIR_TITLES and MEETING_SEAT.match(self.text, before) is not None
        label = self.text.startswith(":", match.start("title") + 1)  # 'Chair: A (X) Rapporteurs: B and C'
        return title.plural or followed or chairs or label

    def _says_role(self, match: re.Match[str], position: int) -> bool:
        """Whether a further title is a role: 'assisted by A, as Vice-Chair', 'elected A, Head, as Vice-Chair of Y'."""
        title = self.title(match)
        vice = is_vice_chair(title.form)
        alone = match["org1"] is None and match["org2"] is None
        role = (alone and (vice or title.form in CHAIR_TITLES)) or (vice and is_elected(self.text, position))
        return role and match.group().startswith("as ")

    def _leads_over(self, match: re.Match[str]) -> bool:
        """Whether a title belongs to the next person: 'A, Head, and Director B'."""
        behind = self.text[match.end() : match.end() + 3].lstrip(", ")
        return behind.startswith(PERSON) or self.title(match).plural


def _status(match: re.Match[str], title: Mention) -> PostStatus | None:
    if "designate" in match.group() or "-elect" in match.group():
        return PostStatus.INCOMING
    if title.form.startswith(("Acting", "Ag.", "Interim")):
        return PostStatus.ACTING
    return _STATUSES.get((match["status"] or "").strip())
