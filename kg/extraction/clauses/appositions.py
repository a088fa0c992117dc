"""The rules for what stands behind a name: posts, offices, origin. One function a rule.

Each function gets the reader, the person and the position behind the name. It returns the position behind what it
read, or -1 where it does not apply.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extraction.clauses.patterns import COUNTRY, OFFICE, PERSON, compiled
from kg.extraction.clauses.predicates import read_appointment, read_predicates
from kg.extraction.clauses.relatives import read_relative
from kg.extraction.clauses.seats import (
    CHAIR_TITLES,
    ELECTION,
    FORMERLY,
    MEETING_SEAT,
    SEAT_LINK,
    Seat,
    SeatReader,
    is_elected,
    is_vice_chair,
)
from kg.extraction.mentions.common_nouns import ANY_NOUN
from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.people.name_shapes import postnominals
from kg.extraction.words.text import alternation
from kg.model import PostStatus
from kg.model.extractions import MAIN_KEY
from kg.regex import regex

__all__ = ["PART", "SEPARATOR", "read_appositions"]

SEPARATOR = compiled(
    ",? (?:and|as well as) (?:[a-z-]+ ){0,6}[a-z-]+,? (?:among them|including|such as|namely) (?:the )?"
    "|,? (?:and|as well as) (?:by )?(?:two|three|four|five|six|several) (?:(?!of )[a-z-]+ ){0,3}(?:[a-z-]+s|{title})"
    "(?: (?:of|from) (?:the |our )?[a-z]+| (?:whom|who|that) [^.;:]{1,60}?)?, (?:namely |i\\.e\\. )?"
    "(?={person}|{title})"
    "|,? and as (?:[a-z]+ )?guests,? (?:the )?"
    "|,? and (?:his|her|their) (?:colleagues?|deputy|deputies|assistants?|team members),? (?={person})"
    "|,? (?:and|as well as|together with|along with|plus|in addition to|followed by|alongside|besides|joined by|"
    "accompanied by|&|and then|or) "
    r"(?:(?:also|then|by|from|of|with(?! (?:the )?{org} as (?:its |the |a )?(?:co-?)?hosts?\b)|for|to|both|each"
    "|all|later|finally|the other|likewise|next|after (?:him|her|them)) )*"
    "(?:one |those of |that of )?"
    r"|[,;]? and, [^,.;:]{3,30}, (?:(?:by|from|of) )?|, (?:based|headquartered) in [^,.;:]{1,30}, and "
    r"|; (?:and|as well as) (?:(?:from|by|of|with) )?|; (?:(?:of|from|by) )?(?=[^.]*; (?:and,?|as well as) )"
    r"|, who (?!(?:also |then )?(?:chaired|opened|closed|presented|spoke|moderated|signed|hosted|facilitated|delivered"
    r"|gave|made|attended|represented|led|briefed|reported|took)\b)[a-z][a-z0-9 '-]{2,80}; (?:and |as well as )?"
    "|, (?:(?:from|by|of|then|finally|lastly|secondly|thirdly|next|namely|including|for|to|also|in turn|both|each"
    "|all) )*|/"
)
"""What stands between the members of a list."""

PART = regex(
    r"\b(?:Division|Section|Unit|Branch|Desk|Sub-?[Dd]epartment)s?\b"
    r"|\b(?:Audit|Legal|Training|Investigations?|Intelligence|Valuation|Tariff|Risk|Statistics|IT|ICT) Services?$"
)
"""A part of an organization."""
_PARENT = compiled(r", (?:the )?{office}(?=[,.;)]| who\b|$)")
_VERB = (
    r"(?:also |then |itself |kindly |jointly )*(?:(?!not\b)[a-z]{3,}ed|gave|spoke|told|led|took|made|held|ran|"
    r"sat|was|is|came|met|brought|drew|chose|attends|joins|explains)\b"
)
_PARENTS = compiled(rf"(?:, (?:the )?{{office}}(?: of (?:the )?(?:republic of )?{{country}})?){{1,4}}(?=,? {_VERB})")
"""'A, Head of the Section, the Directorate, the Authority, spoke': what has no 'and' is no list."""
_OF_STATE = regex(r"\b(?:[Mm]inister|President|Ambassador)\b")
"""A title whose office is a country."""
_LIKEWISE = compiled(
    ",? (?:(?:likewise|also|formerly|previously|now|at present|currently) (?:of|from|with|at)"
    "|(?:on the staff of|in the service of|employed by|who works (?:for|at)|working (?:for|at)"
    "|on (?:secondment|loan) (?:to us )?from|(?:seconded|lent|sent)(?: to us)? by)) "
    "{det}(?P<org>{office})"
)
_COUNTERPART = compiled(
    ", (?:his|her|their) (?:counterpart|opposite number|colleague) (?:of|from|at|in|for) {det}(?P<org>{office})"
    "(?=[,.;]|$)"
)
_AND_NOW = compiled(",? (?:and|but)? ?(?:now|currently|at present|today) (?:of|from|with|at) {det}(?P<org>{office})")
_AND_TODAY = compiled(",? (?:and|but) (?:now|currently|at present|today) (?=(?:the )?{title})")
_OF = compiled(
    " (?:of|from|with|representing) {det}(?:(?:outgoing|former|local|host|new) )?"
    "(?:(?:{country}(?:'s)?|[a-z]{3,}(?:an|ese|ish|ch)) (?={office}))?"
    "(?P<org>{org})(?! ?{title}(?![.;,]|$))(?!'s)"
    "(?: (?:agency|administration|service|authority|department|government|team|side|delegation)(?= [a-z]))?"
)
_STAFF = compiled(
    r"(?:, | \()(?:an? |the )?(?:(?P<org>{org})(?:'s)? (?:[a-z-]+ )?(?:expert|consultant|trainer|specialist|official|"
    r"representative|facilitator|delegate|lecturer|resource person)\b"
    r"|(?:(?!and |or )[a-z-]+ )?(?:expert|consultant|trainer|specialist|official|facilitator|staff member|"
    r"member of staff|representative|employee|lecturer|resource person|participant) "
    r"(?:of|at|with|from|for|seconded by|sent by) "
    r"{det}(?P<at>{org}))(?! {title})"
    r"(?: (?:of|from|at|with) {det}(?P<home>{org})| to {det}{org}| stationed in {place})?\)?"
)
_PRESENT = regex(r"\b(?:participant|lecturer|resource person)\b")
"""'a participant from Samoa': where he comes from."""
_FROM_OFFICE = compiled(
    r", (?:of|from|representing) {det}(?:{country}'s )?(?P<org>{office})(?: \([^()]{1,30}\)| in {place})?(?=[,.;])"
    r"(?! {title})"
)
_ORIGIN = compiled(
    r", {country}(?=,? (?:and |as well as )?(?:{title} )?{person}|[.;)]|$"
    r"|, (?:also |then )?(?:[a-z]+ed|gave|spoke|took|made|was|were|had|has)\b)"
)
"""'Mr. A, Japan, and Ms. B, Fiji': where they come from."""
_OF_COUNTRY = compiled(
    r", (?:of|from) (?:the )?{country}(?=,)(?!, (?:the )?{country}|,? and (?:the )?{country}(?!'s? |-))"
)
"""'Ms. A, of Suriname, spoke': where she comes from."""
_BRACKET = compiled(r" \((?P<org>{org})(?:, {country})?\)")
_BRACKET_TITLE = compiled(r" \((?P<org>{office}), (?:an? |the |its )?(?P<title>{title})\)")
"""'Mr. A (Customs of X, Deputy Director)'."""
_OF_SAME = regex(rf" (?:of|from|at) the same (?P<noun>{ANY_NOUN})(?= and|,|\.|;| [a-z]+ed\b)")
"""'Ms. A from the same Service': of the organization that was named before."""
_WHERE = compiled(", where (?:he|she) (?:is|serves as|works as|acts as|heads) (?:an? |the |its )?(?P<title>{title})")
"""'Mr. A of X, where he is Deputy Director'."""
_UNKNOWN_WORD = r"(?!(?:and|who|which|was|were|is|had|has)\b)[a-z][a-z'’&-]*"
_OF_UNKNOWN = compiled(
    rf" (?:of|from) (?:the |an? )?{_UNKNOWN_WORD}(?: {_UNKNOWN_WORD}){{0,4}}"
    "(?=,? and (?:{title} )?{person}|, (?:{title} )?{person}|, as well as )"
)
"""'Colonel A of the gendarmerie, Mr. B and Ms. C': nobody knows of what, and the list goes on."""
_SINCE = regex(
    r" (?:since|until|from) (?:(?:[a-z]+ )?[0-9]{4}(?: (?:to|until) (?:[a-z]+ )?[0-9]{4})?|(?:last )?[a-z]+)(?=,)"
)
_STANDING = regex(r"(?:the )?(?:[A-Z][\w-]* )*(?:Council|Committee|Commission)")
"""A body that is there between its sessions, and has a chair."""
_REMARK = regex(r" \([a-z0-9 ,'\"/-]{2,60}\)(?=[,;]| and )")
"""What a member of a list spoke of: 'Mr. A (data), Ms. B (risk) and Mr. C'."""
_COMMA = compiled(
    r"(?:, | \(){det}(?P<org>{office})(?:, {country}(?=[,.;)]))?\)?(?=[,.;:)]| and| \(|$)"
    r"(?! {title})(?! \({title})(?!: {person})"
)
_SOMEBODY_ELSE = compiled(
    ",? (?:and )?the (?!(?:current|present|incumbent) )(?!(?:[a-z]+ )?{title} (?:of|for) (?:the )?{org}, whose )"
    "(?:[a-z]+ )?(?:{org}(?:'s)? )?{title}"
    "(?: (?:of|for|at) |, {person})"
)
_RESPECTIVE = compiled(
    ",? (?:of|from|with) {det}{org}(?:, (?:of )?{det}{org})*,? and (?:of )?{det}{org},? respectively"
)
"""'A and B, of X and Y respectively': what is said of both, and not of B alone."""
_NEXT_NAME = compiled(", {person}(?!, (?:the |its |an? )?{title})")
"""'Director of X A, Head of Y, | B': where titles stand before the names, it is B who heads Y."""
_OPENINGS = (
    (compiled(", (?:who (?:is|was) )?"), "post.apposition"),
    (compiled(r" \((?:who (?:is|was) )?"), "post.bracket"),
    (compiled(" [-–] (?:who (?:is|was) )?"), "post.dash"),
    (compiled(" (?!as )"), "post.adjacent"),
)


@lru_cache(maxsize=1)
def _postnominal() -> re.Pattern[str]:
    """Letters behind a name: ', MP', ' APM'."""
    letters = alternation({each.lower() for each in postnominals()})
    return regex(rf"(?:,? (?:{letters})\.?(?=[,. ])){{1,4}}")


def _chair_of_meeting(reader: SeatReader, person: Mention, position: int) -> int:
    """'A, Chair of the Meeting', 'A, Vice-Chair of the Meeting': a role; 'Chair of the Council': of a standing body."""
    match = MEETING_SEAT.match(reader.text, position)
    if match is None or (" as " in match.group() and is_elected(reader.text, position)):
        return -1
    if is_vice_chair(reader.title(match).form):
        reader.deputies.append(person)
        return match.end()
    if reader.title(match).form not in CHAIR_TITLES:
        return -1
    body = reader.items.get(match.end() - 1)
    standing = body is not None and _STANDING.fullmatch(body.form) is not None
    if body is None or (body.key == MAIN_KEY and not standing):
        reader.chairs.append(person)
    else:
        office = Mention(Kind.OFFICE, body.start, body.end, body.form, rule="office.body")
        title = reader.title(match).form
        reader.seats.append(Seat(person, title, office, None, position, match.end(), "post.chair-of-body"))
    link = SEAT_LINK.match(reader.text, match.end())
    return max(match.end(), reader.read(person, link.end(), "post.apposition") if link else -1)


def _likewise(reader: SeatReader, person: Mention, position: int) -> int:
    """'A, likewise of X', 'A, formerly of X and now with Y'."""
    match = _LIKEWISE.match(reader.text, position)
    if match is None:
        return -1
    once = FORMERLY.search(match.group()) is not None
    reader.add(person, match, "post.of-office", status=PostStatus.FORMER if once else None)
    today = _AND_TODAY.match(reader.text, match.end())
    end = reader.read(person, today.end(), "post.of-office") if today else -1
    if end > 0:
        return end
    now = _AND_NOW.match(reader.text, match.end())
    if now is None:
        return match.end()
    reader.add(person, now, "post.of-office")
    return now.end()


def _counterpart(reader: SeatReader, person: Mention, position: int) -> int:
    """'A, Head of X, and B, his counterpart at Y': the title that was read last; a colleague's is not told."""
    match = _COUNTERPART.match(reader.text, position)
    if match is None:
        return -1
    alike = reader.seats and reader.seats[-1].person is not person and "colleague" not in match.group()
    reader.add(person, match, "post.counterpart", title=reader.seats[-1].title if alike else "")
    return match.end()


def _seat_behind(reader: SeatReader, person: Mention, position: int, *, titled: bool) -> int:
    """'A, Head of X', 'A (Head of X)', 'A - Head of X', 'A Head of X'."""
    mark = len(reader.seats)
    for opening, rule in _OPENINGS:
        match = opening.match(reader.text, position)
        if match is None or (rule == "post.adjacent" and ELECTION.search(reader.text, 0, position)):
            continue  # 'A was elected Chair and B of X Vice-Chair'
        end = reader.read(person, match.end(), rule)
        if end < 0 or (rule == "post.adjacent" and reader.text[end : end + 2].strip().startswith(PERSON)):
            continue
        if titled and rule == "post.apposition" and _NEXT_NAME.match(reader.text, end):
            del reader.seats[mark:]
            return -1
        return end + (reader.text[end : end + 1] == ")")
    return -1


def _office_behind(reader: SeatReader, person: Mention, position: int) -> int:
    """'A, Customs of X': where he works, unless the office is the next member of a list."""
    match = _COMMA.match(reader.text, position)
    if match is None:
        return -1
    separator = SEPARATOR.match(reader.text, match.end())
    if separator and reader.text[separator.end() : separator.end() + 5].replace("the ", "")[:1] in {OFFICE, COUNTRY}:
        return -1
    before = reader.seats[-1] if reader.seats else None
    if before is not None and before.person is person and _is_open(before):
        before.office, before.end = reader.item(match, "org"), match.end()  # 'Director A, Customs of X'
    else:
        reader.add(person, match, "post.office-only")
    return match.end()


def _is_open(seat: Seat) -> bool:
    titled = seat.rule == "post.before-name" and bool(seat.title)
    return titled and seat.office is None and not seat.of_region and seat.of_last is None


def _with_parent(reader: SeatReader, position: int) -> int:
    """'Head of the Trade Branch, X': behind the organization whose part was told."""
    office = reader.seats[-1].office if reader.seats and reader.seats[-1].end == position else None
    if office is None:
        return position
    parent = _PARENTS.match(reader.text, position)
    if parent is None and PART.search(office.form):
        parent = _PARENT.match(reader.text, position)
    return parent.end() if parent else position


def _of_office(reader: SeatReader, person: Mention, match: re.Match[str], *, titled: bool) -> None:
    """'Mr. A of X'; 'Director A of X', 'President A of Togo': where the post is that the title before the name says."""
    where = reader.items[match.start("org")]
    seat = reader.seats[-1] if titled and reader.seats and reader.seats[-1].person is person else None
    open_seat = seat is not None and seat.office is None and not seat.of_region and seat.of_last is None
    if seat is not None and open_seat and (where.kind is Kind.OFFICE or _OF_STATE.search(seat.title)):
        seat.office = where
    elif where.kind is Kind.OFFICE:
        reader.add(person, match, "post.of-office")


def _where(reader: SeatReader, person: Mention, position: int) -> int:
    """'of X, where he is Deputy Director': the title of the post that 'of X' has given."""
    match = _WHERE.match(reader.text, position)
    if match is None or not reader.seats or reader.seats[-1].person is not person or reader.seats[-1].title:
        return position
    reader.seats[-1].title = reader.title(match).form
    return match.end()


def _in_brackets(reader: SeatReader, person: Mention, position: int, *, of_office: bool) -> int:
    """'Mr. A (Customs of X)', where he works; 'Ms. B (Norway)', ', of Norway,', which is no post; -1 without."""
    origin = _OF_COUNTRY.match(reader.text, position) or (None if of_office else _ORIGIN.match(reader.text, position))
    if origin:
        return origin.end()
    same = None if of_office else _OF_SAME.match(reader.text, position)
    if same:
        seat = Seat(person, "", None, None, *same.span(), "post.of-same", of_last=same["noun"])
        reader.seats.append(seat)
        return same.end()
    titled = _BRACKET_TITLE.match(reader.text, position)
    if titled:
        reader.add(person, titled, "post.bracket-office", title=reader.title(titled).form)
        return titled.end()
    bracket = _BRACKET.match(reader.text, position)
    if bracket is None:
        return -1
    if reader.items[bracket.start("org")].kind is Kind.OFFICE and not of_office:
        reader.add(person, bracket, "post.bracket-office")
    return bracket.end()


def read_appositions(reader: SeatReader, person: Mention, position: int, *, titled: bool = False) -> int:
    """Reads what stands behind a name; the position behind it.

    Args:
        reader: Of the sentence; takes the posts.
        person: Whose name it is.
        position: Behind the name.
        titled: A title stands before the name, so that 'the Head of X' behind a comma is somebody else.
    """
    if (titled and _SOMEBODY_ELSE.match(reader.text, position)) or _RESPECTIVE.match(reader.text, position):
        return position
    postnominal = _postnominal().match(reader.text, position)
    end = postnominal.end() if postnominal else position
    whole = _chair_of_meeting(reader, person, end)
    whole = whole if whole > 0 else read_relative(reader, person, end)
    if whole > 0:
        since = _SINCE.match(reader.text, whole)
        return since.end() if since else whole
    read_predicates(reader, person, end)
    beside = max(_likewise(reader, person, end), _counterpart(reader, person, end))
    if beside > 0:
        return beside
    of = _OF.match(reader.text, end) or _FROM_OFFICE.match(reader.text, end)
    if of:
        _of_office(reader, person, of, titled=titled)
        end = _where(reader, person, of.end())
    bracket = _in_brackets(reader, person, end, of_office=of is not None)
    if bracket > 0:
        return bracket
    staff = _STAFF.match(reader.text, end) if of is None else None
    if staff:
        office = reader.item(staff, "home") or reader.item(staff, "org") or reader.item(staff, "at")
        if office is None or office.kind is Kind.OFFICE:
            reader.seats.append(Seat(person, "", office, None, *staff.span(), "post.staff"))
        return staff.end()
    behind = _seat_behind(reader, person, end, titled=titled)
    if behind < 0 and of is None:
        behind = _office_behind(reader, person, end)
    end = _with_parent(reader, max(behind, end))
    since = _SINCE.match(reader.text, end)
    end = since.end() if since else end
    if end > position:
        read_appointment(reader, person, end)
        relative = read_relative(reader, person, end)
        if relative > end:
            end = relative
            read_appointment(reader, person, end)
    remark = _REMARK.match(reader.text, end) or (_OF_UNKNOWN.match(reader.text, end) if end == position else None)
    return remark.end() if remark else end
