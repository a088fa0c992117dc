"""The rules for relative clauses behind a name: 'A, who heads X', 'A, who worked for X as its Manager'.

Each function gets the reader, the person and the position behind the name. It returns the position behind what it
read, or -1 where it does not apply.
"""

from __future__ import annotations

from kg.extraction.clauses.patterns import compiled
from kg.extraction.clauses.seats import FORMERLY, Seat, SeatReader
from kg.extraction.mentions.common_nouns import COMMON_NOUN
from kg.extraction.mentions.mention import Mention
from kg.model import PostStatus
from kg.regex import regex

__all__ = ["read_relative"]

_LEADS_AS = compiled(
    ",? (?:who |and )?(?:until [a-z]+ |now |currently |still )?(?:heads|leads|headed|led|directs|directed|runs|"
    "ran|manages|managed|is in charge of|was in charge of|"
    "at the head of) {det}(?P<org>{org})(?: in {place}(?:, {country})?)? as (?:its |their |the )?(?P<title>{title})"
)
_HEADS = compiled(
    ",? (?:who|which) (?:heads|headed|leads|led|is heading|is in charge of|has headed|has led|"
    rf"(?:is|was|has been|stands|stood|had been) at the (?:helm|head) of) "
    r"(?:{det}(?:[a-z]+'s )?"
    "(?:[a-z]+ (?:unit|division|department|section|branch|service|team) (?:of|at|in) {det}(?:{country}'s )?)?"
    r"(?P<org>{org})(?!'s| (?:delegation|team)\b)|"
    rf"(?P<the>the|this|that) (?P<noun>{COMMON_NOUN})(?!'s))"
)
_REPRESENTS = compiled(
    ",? who (?:also )?(?:represented|represents|was representing|spoke for|stood for) {det}(?P<org>{office})"
)
_CHAIRS = compiled(
    ",? who (?:chairs|chaired|presides over) {det}(?P<org>{office})(?! (?:meeting|workshop|conference|session))"
)
_BESIDES = compiled(",? (?:who,? )?(?:besides|apart from|in addition to|aside from) (?:being )?")
_PRIOR_TO = compiled(
    ",? who,? (?:prior to|before) (?:joining|coming to|leading|heading|moving to) {det}{org},? "
    "(?:was|had been|served as|worked as) "
)
_IS_ALSO = compiled(",? (?:is|was) (?:also )?")
_WHO = compiled(
    ",? (?:who|himself|herself)(?: at home)?(?: until (?:now|then|recently|last [a-z]+|[0-9]{4}|[a-z]+(?: [0-9]{4})?))?"
    "(?: (?:is|was|are|were|will be|is to (?:be|become)|has taken over as|took over as|takes over as|"
    "(?:(?:concurrently|simultaneously|currently|also) )?(?:serves|served|acts|doubles|doubled) as|heads|headed|"
    "leads|led|had been|has been|"
    "holds the post of|works as|currently holds the position of))?(?: (?:also|at the same time|then|now|"
    "currently|previously|formerly|both|(?:recently |newly )?(?:appointed|named|made)(?: as)?|promoted to))? (?=.)"
)
_COMING = regex(r" (?:will|is to) ")
_WORKED_AS = compiled(
    ",? who (?:had |has )?(?:(?:also|once|formerly|long|previously) )?(?:worked|served|was employed|was active) "
    "(?:for|at|with|in) {det}(?P<org>{org}) "
    "as (?:its |their |the |an? )?(?P<title>{title})"
    "(?: (?:from|until|since|between|up to) [a-z0-9 ]{4,30}?(?= and |[,.;]))?"
)
_LEAVES = compiled(
    "(?:, the [^,.;:]{3,60})?,? who (?:has |had |is |was )?(?:just |soon |recently )?"
    "(?:leaving|retiring from|stepping down from|taking up"
    "|left|retired from|stepped down from|resigned from|took up|leaves|retires from|steps down from|takes up|assumes"
    "|assumed) (?:his |her |the )?(?:[a-z]+ )?(?:post|position|office|duties|functions|role) (?:as |of )"
    "|(?:, the [^,.;:]{3,60})?,? who (?:has |had |is |was |will )?(?:just |soon |recently )?"
    "(?:retires?|retired|retiring|leaving|leaves|steps? down|stepped down|stepping down|resigned|resigns)"
    "(?: (?:in|at|after) [^.;:,]{3,40}?)? as "
)
_WORKED = compiled(
    ",? who (?:had |has )?(?:(?:worked|served)(?: for [a-z0-9-]+ (?:years|decades))? (?:in|at|with|for)|left) "
    "{det}(?P<org>{office})"
)
_WORKS = compiled(
    ",? who (?:teaches|lectures|works|researches|serves) (?:at|for|in|with) {det}(?P<org>{office})(?=[,.;]| and|$)"
)
_AND_IS_NOW = regex(",? (?:and|but) (?:is|was) (?:now |currently |today |at present )?")


def _leads_as(reader: SeatReader, person: Mention, position: int) -> int:
    """'A, who leads X as its Director General'."""
    match = _LEADS_AS.match(reader.text, position)
    if match is None:
        return -1
    reader.add(person, match, "post.who-leads", title=reader.title(match).form)
    return match.end()


def _heads(reader: SeatReader, person: Mention, position: int) -> int:
    """'A, who heads X': Head of X; 'Director A, who heads X': Director of X."""
    match = _HEADS.match(reader.text, position)
    if match is None:
        return -1
    last = reader.seats[-1] if reader.seats else None
    whole = match["org"] and "'s " not in match[0]  # a Deputy Commissioner may head 'the agency's Enforcement Group'
    if whole and last is not None and last.person is person and last.title and last.office is None:
        last.office = reader.item(match, "org")
    elif match["org"]:
        reader.add(person, match, "post.who-heads", title="Head")
    else:
        definite = match["the"] == "the"
        seat = Seat(person, "Head", None, None, *match.span(), "post.who-heads", False, match["noun"], definite)
        reader.seats.append(seat)
    return match.end()


def _represents(reader: SeatReader, person: Mention, position: int) -> int:
    """'A, who represented X': one of X."""
    match = _REPRESENTS.match(reader.text, position)
    if match is None:
        return -1
    reader.add(person, match, "post.who-represents")
    return position


def _chairs(reader: SeatReader, person: Mention, position: int) -> int:
    """'A, who chairs the Finance Committee': its Chair."""
    match = _CHAIRS.match(reader.text, position)
    if match is None:
        return -1
    reader.add(person, match, "post.who-chairs", title="Chair")
    return match.end()


def _besides(reader: SeatReader, person: Mention, position: int) -> int:
    """'A, who besides being Head of X is Vice-Chair of Y'."""
    match = _BESIDES.match(reader.text, position)
    first = reader.read(person, match.end(), "post.who-is") if match else -1
    if first < 0:
        return -1
    rest = _IS_ALSO.match(reader.text, first)
    return max(first, reader.read(person, rest.end(), "post.who-is") if rest else -1)


def _worked_as(reader: SeatReader, person: Mention, position: int) -> int:
    """'A, who worked for X as a Manager until 2022 and is now Director of Y'."""
    match = _WORKED_AS.match(reader.text, position)
    if match is None:
        return -1
    title = reader.title(match).form
    reader.add(person, match, "post.who-worked", title=title, status=PostStatus.FORMER)
    now = _AND_IS_NOW.match(reader.text, match.end())
    return max(match.end(), reader.read(person, now.end(), "post.who-is") if now else -1)


def _prior(reader: SeatReader, person: Mention, position: int) -> int:
    """'A, who prior to joining X was Head of Y'."""
    match = _PRIOR_TO.match(reader.text, position)
    return reader.read(person, match.end(), "post.who-was", status=PostStatus.FORMER) if match else -1


def _leaves(reader: SeatReader, person: Mention, position: int) -> int:
    """'A, who is leaving his post as Head of X', 'A, who retires as Director of X'."""
    match = _LEAVES.match(reader.text, position)
    return reader.read(person, match.end(), "post.who-leaves") if match else -1


def _worked(reader: SeatReader, person: Mention, position: int) -> int:
    """'A, who worked for forty years in X'."""
    match = _WORKED.match(reader.text, position)
    if match is None:
        return -1
    reader.add(person, match, "post.who-worked", status=PostStatus.FORMER)
    return position


def _works(reader: SeatReader, person: Mention, position: int) -> int:
    """'A, who teaches at X'."""
    match = _WORKS.match(reader.text, position)
    if match is None:
        return -1
    reader.add(person, match, "post.who-works")
    return match.end()


def _who_is(reader: SeatReader, person: Mention, position: int) -> int:
    """'A, who is Head of X (and leads Y as its Director)'."""
    match = _WHO.match(reader.text, position)
    if match is None:
        return -1
    coming = PostStatus.INCOMING if _COMING.search(match.group()) else None
    status = PostStatus.FORMER if FORMERLY.search(match.group()) else coming
    end = reader.read(person, match.end(), "post.who-is", status=status)
    return max(end, _leads_as(reader, person, end)) if end > 0 else -1


_RULES = (_leads_as, _heads, _represents, _besides, _chairs, _worked_as, _worked, _works, _prior, _leaves, _who_is)


def read_relative(reader: SeatReader, person: Mention, position: int) -> int:
    """Reads the posts of a relative clause behind a name; the position behind it, or -1 where none stands there."""
    for rule in _RULES:
        behind = rule(reader, person, position)
        if behind > 0:
            return behind
    return -1
