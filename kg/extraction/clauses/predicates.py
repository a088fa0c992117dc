"""Posts that the verb of a sentence states: 'A was Head of X', 'A will go to Y as its Director'."""

from __future__ import annotations

import re

from kg.extraction.clauses.patterns import compiled
from kg.extraction.clauses.seats import Seat, SeatReader, is_elected, is_vice_chair, may_be_elected_to
from kg.extraction.mentions.mention import Kind, Mention
from kg.model import PostStatus
from kg.regex import regex

__all__ = ["read_appointment", "read_predicates"]

_WAS = compiled(
    ",? (?:is|was|remains|became|becomes|has been|had been|has (?:since|now|just) been|"
    "(?:was|has been|had been) promoted to|"
    "serves as|served as|acts as|acted as|took over as|"
    "takes over as|takes office as|took office as|(?:has )?assumed office as|"
    "has taken office as|, now,|(?:holds|held) the (?:post|position|office) of|works as|worked as) "
    "(?:(?:the|now|also|still|then|currently|himself|herself|appointed|named|re-elected|elected|as|new|unanimously|"
    "recently|newly|subsequently|promoted to|"
    "by consensus|by acclamation) )*"
    "(?!next )"
)
_APPOINTED = compiled(
    ",? (?:(?:is|was|has been|had been|has (?:since|now|just|recently) been) "
    "(?:(?:unanimously|also|then|duly|recently|newly) )*(?:appointed|named|designated|(?:re-)?elected) "
    "(?:by (?:consensus|acclamation) )?(?:as )?"
    "|(?:becomes|became|(?P<soon>will become)|(?:takes|took) over as"
    "|(?:(?:has|have) )?(?:takes|took|taken|assumed|assumes) office as) )"
    "(?:(?:the|its|their|new|(?P<next>next)) )*"
)
_NOW = compiled(",? is (?:now|today|currently|at present) (?=(?:its |the |their )?{title})")
_AS_HOLDER = compiled(
    r"(?:(?!\b(?:elected|chosen|chose|named|appointed|re-elected|succeed\w*|replac\w*|over|invited|announced|nominated"
    r"|confirmed|known|designated|assum\w*|promoted|retir\w*|left|thanked|remembered|predecessor|successor|new|next"
    r"|who|whom|whose|and|for) )[^.;:{person}]){0,80}?"
    r" (?:as|in (?:his|her|their) (?:capacity|quality|function) (?:as|of)) "
    r"(?=(?:the )?(?:{org}(?:'s)? )?{title})"
)
"""'A signed as Director of X', 'A spoke in his capacity as Vice-Chair of the region'."""
_MOVES = compiled(
    ",? (?:who )?(?:(?:will|would|is to|soon|now|also|later|then) )*(?:go|goes|went|move|moves|moved|transfer|"
    "transfers|transferred|return|returns|returned) to {det}(?P<org>{office}) as (?:its |their |the |a |an )?(?:new |"
    "next )?"
    "(?P<title>{title})"
)
_JOINS = compiled(
    ",? (?:who )?(?:(?P<soon>will (?:soon |then )?|is (?:soon )?to |is about to )?joins?|(?P<once>had )?joined) "
    "{det}(?P<org>{office})(?: (?:in|on|from|as of) [a-z0-9 ]{3,20})? as (?:its |their |the |an? )?(?P<title>{title})"
)
"""'A will join X as its Manager', 'A, who had joined X in 2016 as Programme Officer'."""
_AND_BECAME = compiled(
    "(?: (?:in|on|from|as of) [a-z0-9 ]{3,20})?,? (?:and|where (?:he|she)) (?:later |then |soon |in [a-z0-9 ]{4,15} )?"
    "(?:is|was|became|has become|rose to (?:be|become))(?: (?:now|later|once|soon|today))? (?=(?:the |its )?{title})"
)
"""'joined X as Programme Officer | and became its Director'."""
_DUE_TO_BECOME = compiled(
    ",? (?:who )?(?:is due to|is about to|is to|will(?: soon)?|is going to) (?:leave|depart from|say goodbye to) "
    "[^.;:,{person}]{1,60} to (?:become|serve as|take over as|take up the (?:post|position|office|duties) of) "
    "(?=(?:the |its )?{title})"
)
_TO_BE = compiled(
    ",? (?:who )?(?:will|would|shall|is to|is going to|was to) (?:take over|take office|start|begin|serve|act) as "
    "(?:the |its |their )?(?:new |next )?(?P<title>{title}) (?:of|at|for) {det}(?P<org>{office})"
)
_LEAVES = compiled(
    "(?:, [^,.;:{person}]{3,60},)? (?:has )?(?:retires?|retired|is retiring|is leaving|leaves|steps down|stepped down)"
    "(?: (?:in|at|after) [^.;:,{person}]{3,50}?)? as "
)
_WORKS_AS = compiled(
    ",? works (?:for|at|in|with) {det}(?P<org>{office}) as (?:an? |its |their |the )?(?P<title>{title})"
)
_POST = compiled(
    ",? (?:(?:has|had|(?P<will>will|is to)) )?(?:(?P<left>left|leaves|gave up|vacated|resigned from)|"
    "took up|takes up|taken up|take up|assumed|assumes|assume) (?:the|his|her) (?:new )?"
    "(?:post|position|office|duties|function|role) (?:of|as) (?:the )?"
)
_AT_HEAD = compiled(
    ",? (?:is|was|has been|stands|stood|remains) at the (?:helm|head) of {det}(?P<org>{office})"
    "(?=[.,;]|$| (?:since|until|and|for [a-z0-9]+ (?:years|months)|from [0-9]{4})\\b)"
)
_APPOINTMENT_OF = regex(r"\b(?:appointment|nomination|designation) of (?:the )?$")
_AS = compiled(" as (?:(?:the|its|their|our|new|next) )*")
_IN_CAPACITY = compiled(
    ",? (?:who )?[^.;:{person}]{0,80}? in (?:his|her|their) (?:capacity|function|quality) (?:as|of) "
    "(?=(?:the )?(?:{org}(?:'s)? )?{title})"
)
"""'A, Head of X, who presided in her capacity as Vice-Chair of the region'."""
_AFTER_YEARS = compiled(
    "[^.;:{person}]{0,120}? after [a-z0-9]+ (?:years|months)(?: of service| there)? as (?:the |its )?"
)
"""'A goes home after three years as Head of X.'"""
_HAVING_BEEN = compiled("[^.;:{person}]{0,60}, having been (?:appointed|named|made) (?:as )?(?:the )?")


def read_predicates(reader: SeatReader, person: Mention, position: int) -> None:
    """'A was Head of X', 'A will go to Y as its Director': posts that the verb of the sentence states."""
    was = _WAS.match(reader.text, position)
    if was:
        _read_elected(reader, person, was)
    leaves = _LEAVES.match(reader.text, position) or _HAVING_BEEN.match(reader.text, position)
    if leaves:
        reader.read(person, leaves.end(), "post.predicate")
    appointed = _AS.match(reader.text, position)
    if appointed and _APPOINTMENT_OF.search(reader.text, max(0, position - 40), position - 1):
        reader.read(person, appointed.end(), "post.predicate")
    years = _AFTER_YEARS.match(reader.text, position)
    if years:
        reader.read(person, years.end(), "post.predicate", status=PostStatus.FORMER)
    post = _POST.match(reader.text, position)
    if post:
        status = PostStatus.FORMER if post["left"] else PostStatus.INCOMING if post["will"] else None
        reader.read(person, post.end(), "post.predicate", status=status)
    works = _WORKS_AS.match(reader.text, position)
    if works:
        reader.add(person, works, "post.predicate", title=reader.title(works).form)
    head = _AT_HEAD.match(reader.text, position)
    if head:
        reader.add(person, head, "post.heads", title="Head")
    _as_holder(reader, person, position)
    _moves(reader, person, position)


def _read_elected(reader: SeatReader, person: Mention, verb: re.Match[str], status: PostStatus | None = None) -> None:
    """The post behind a verb; where that is to elect, what is only a role at the meeting is none."""
    mark = len(reader.seats)
    reader.read(person, verb.end(), "post.predicate", status=status)
    if "elected" in verb.group():
        reader.seats[mark:] = [seat for seat in reader.seats[mark:] if not _is_role(seat)]


def _is_role(seat: Seat) -> bool:
    """'A was elected Vice-Chair', who takes over later: a role; 'elected Chair of the OCO': a post."""
    standing = seat.office is not None and seat.office.kind is Kind.OFFICE and not is_vice_chair(seat.title)
    return may_be_elected_to(seat.title.capitalize()) and not standing


def _moves(reader: SeatReader, person: Mention, position: int) -> None:
    """'A will go to Y as its Director': what he is to be."""
    moves = _MOVES.match(reader.text, position) or _TO_BE.match(reader.text, position)
    if moves:
        title = reader.title(moves).form
        reader.add(person, moves, "post.moves", title=title, status=PostStatus.INCOMING)
    joins = _JOINS.match(reader.text, position)
    if joins:
        status = PostStatus.FORMER if joins["once"] else PostStatus.INCOMING if joins["soon"] else None
        reader.add(person, joins, "post.moves", title=reader.title(joins).form, status=status)
        became = _AND_BECAME.match(reader.text, joins.end())
        if became:
            reader.read(person, became.end(), "post.moves")
    due = _DUE_TO_BECOME.match(reader.text, position)
    if due:
        reader.read(person, due.end(), "post.moves", status=PostStatus.INCOMING)


def read_appointment(reader: SeatReader, person: Mention, position: int) -> None:
    """'A, Deputy Director of X, was appointed Director of Y': what stands behind an apposition, too."""
    _moves(reader, person, position)
    capacity = _IN_CAPACITY.match(reader.text, position)
    if capacity:
        reader.read(person, capacity.end(), "post.as-holder")
    now = _NOW.match(reader.text, position)
    if now:
        reader.read(person, now.end(), "post.predicate")
    appointed = _APPOINTED.match(reader.text, position)
    if appointed is None:
        return
    status = PostStatus.INCOMING if appointed["soon"] or appointed["next"] else None
    _read_elected(reader, person, appointed, status)


def _as_holder(reader: SeatReader, person: Mention, position: int) -> None:
    """'A signed as Director of X': his post, where its office is said, and he is not only elected to it."""
    holder = _AS_HOLDER.match(reader.text, position)
    if holder is None:
        return
    elected = is_elected(reader.text, position)
    mark = len(reader.seats)
    reader.read(person, holder.end(), "post.as-holder")
    if (elected and any(_is_role(seat) for seat in reader.seats[mark:])) or any(
        seat.office is None and not reader.text.endswith("region", 0, seat.end) for seat in reader.seats[mark:]
    ):
        del reader.seats[mark:]
