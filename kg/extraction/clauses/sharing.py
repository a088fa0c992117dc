"""Posts that several people share: one title for a list, one office for two titles, offices told respectively."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extraction.clauses.appositions import PART
from kg.extraction.clauses.patterns import ORGANIZATIONS, TITLE, compiled, representative_words
from kg.extraction.clauses.seats import Seat, SeatReader, is_vice_chair, may_be_elected_to
from kg.extraction.clauses.structures import elliptic
from kg.extraction.mentions.mention import Kind, Mention
from kg.model import PostStatus
from kg.regex import regex

__all__ = ["share_titles", "spread_offices"]

_BOTH_OF = compiled(
    r"(?:,? (?:both|all|each|all three|all four) (?:of|from|with|at) | \((?:both|all) (?:of |from )?)"
    r"{det}(?P<org>{body})\)?"
)
_ONE = "(?:the )?(?:{title} (?:of|at|from) )?(?:the )?{body}"
_RESPECTIVELY = compiled(
    rf",? (?:who (?:are|were|come|came) )?(?:of |from |with )?{_ONE}(?:, (?:of )?{_ONE})*,? and (?:of )?{_ONE},? "
    "respectively"
)
_EACH_AT = compiled(
    ",? {title} respectively (?:of|at|from) (?:the )?{body}(?:, (?:the )?{body})*,? and (?:of )?(?:the )?{body}"
)
_TITLES_AT = compiled(
    r",? (?P<first>respectively )?(?:the )?{title}(?:, (?:the )?{title})*,? and (?:the )?{title}"
    r"(?P<then>,? respectively)? "
    r"(?:of|at|from) {det}(?P<org>{body})(?(first)|(?(then)|,? respectively))"
)
"""'A and B, respectively Head and Deputy Head of X', 'A and B, Head and Deputy Head of X respectively'."""
_AND_OF = compiled("(?:, (?:of )?(?:the )?{body})*(?:,? and of| and) (?:the )?{body}")
"""'A and B, Directors General of X | and of Y': each has his own."""
_TWO = 2
_LAST = {"both": 2, "two": 2, "three": 3}
"""Of a longer list, how many a word before the title speaks of: 'A, and B and C, both Commissioners of X'."""
_PLURAL_TITLE = compiled(
    ",? (?:(?P<how>all|both|each|respectively|two|three) )?(?:(?P<once>former|previous|past) )?(?P<title>{title})(?!:)"
)


@lru_cache(maxsize=1)
def _colleagues() -> re.Pattern[str]:
    """'A and B, experts of X': words for people that are no titles."""
    return compiled(
        rf", (?:[a-z]+ )?(?:{representative_words()}) (?:of|from|at|with|for|seconded by|sent by) "
        "{det}(?P<org>{office})(?! ?{title})"
    )


def share_titles(reader: SeatReader, position: int, members: list[Mention], untitled: list[Mention]) -> int:
    """Reads what is said of several people at once.

    Args:
        reader: Of the sentence; takes the posts.
        position: Behind the last of them.
        members: All of them.
        untitled: Those who have no post yet.

    Returns:
        The position behind what was read, or -1.
    """
    common = _BOTH_OF.match(reader.text, position)
    if common:
        _of_both(reader, common, members, untitled)
        return common.end()
    if not untitled:
        return -1
    respective = _RESPECTIVELY.match(reader.text, position) or _EACH_AT.match(reader.text, position)
    titles = None if respective else _TITLES_AT.match(reader.text, position)
    if titles:
        return _each_title(reader, titles, untitled)
    if respective:
        return _respective(reader, respective, untitled)
    colleagues = _colleagues().match(reader.text, position) if len(untitled) >= _TWO else None
    if colleagues:
        for person in untitled:
            reader.add(person, colleagues, "post.colleagues")
        return colleagues.end()
    lead = _PLURAL_TITLE.match(reader.text, position)
    shared = reader.seat(lead.start("title")) if lead and reader.title(lead).plural else None
    of_last = -_LAST.get(lead["how"], 0) if lead else 0
    mark = len(reader.seats)
    end = -1 if shared is None else _shared(reader, shared, untitled[of_last:])
    for seat in reader.seats[mark:] if lead and lead["once"] else ():
        seat.status = PostStatus.FORMER
    return end


def _of_both(reader: SeatReader, match: re.Match[str], members: list[Mention], untitled: list[Mention]) -> None:
    """'A, Head, and B, both of X': where both are, unless that is a country."""
    office = reader.items[match.start("org")]
    if office.kind is not Kind.OFFICE:
        return
    for seat in reader.seats:
        if seat.office is None and not seat.of_region and seat.person in members:
            seat.office = office
    for person in untitled:
        reader.add(person, match, "post.both-of")


def _shared(reader: SeatReader, shared: re.Match[str], untitled: list[Mention]) -> int:
    """'A and B, Program Managers of X'."""
    office = reader.item(shared, "org2")
    end, offices = elliptic(reader.text, reader.items, office, shared.end("org2")) if office else (-1, [])
    further = _AND_OF.match(reader.text, end) if len(offices) == 1 else None
    if further:
        end = further.end()
        offices += [reader.items[place] for place in range(*further.span()) if place in reader.items]
    if len(offices) > 1:  # 'A and B, Directors of RTC Egypt and Jordan'
        return _each_at_own(reader, reader.title(shared), untitled, offices, (shared.start(), end))
    for person in untitled:
        reader.add_seat(person, shared, "post.shared")
    return shared.end()


def _each_at_own(
    reader: SeatReader, title: Mention, people: list[Mention], offices: list[Mention], extent: tuple[int, int]
) -> int:
    """Gives each of several people the title at an office of his own; nothing where they are not as many."""
    if len(people) == len(offices):
        for person, office in zip(people, offices, strict=True):
            reader.seats.append(Seat(person, title.form, office, None, *extent, "post.shared-respectively"))
    return extent[1]


def _each_title(reader: SeatReader, match: re.Match[str], people: list[Mention]) -> int:
    """Gives each of several people a title of his own at the same office; -1 where they are not as many."""
    titles = [reader.items[place] for place in range(*match.span()) if reader.text[place] == TITLE]
    if len(titles) != len(people):
        return -1
    for person, title in zip(people, titles, strict=True):
        reader.add(person, match, "post.respectively", title=title.form)
    return match.end()


def _respective(reader: SeatReader, match: re.Match[str], untitled: list[Mention]) -> int:
    """'A and B, Heads of X and Y respectively': each his own office."""
    inside = [(reader.text[place], reader.items[place]) for place in range(*match.span()) if place in reader.items]
    offices = [item for symbol, item in inside if symbol in ORGANIZATIONS]
    titles = [item for symbol, item in inside if symbol == TITLE]
    if len(offices) != len(untitled):
        return -1
    for number, (person, office) in enumerate(zip(untitled, offices, strict=True)):
        title = titles[number] if len(titles) == len(untitled) else next(iter(titles), None)
        form = title.form if title is not None else ""
        reader.seats.append(Seat(person, form, office, None, *match.span(), "post.respectively"))
    return match.end()


def spread_offices(seats: list[Seat], start: int, end: int, members: list[Mention]) -> None:
    """Gives a title without office that of the next colleague in the group, else that of the one before.

    Args:
        seats: Of the sentence; changed in place.
        start: Where the group begins on the tape.
        end: Where it ends.
        members: Of the group.
    """
    own = [seat for seat in seats if start <= seat.start < end or seat.person in members]
    for place, seat in enumerate(own):
        if seat.office is not None or not seat.title or may_be_elected_to(seat.title) or seat.of_last is not None:
            continue
        later = next((o for o in own[place + 1 :] if _at_organization(o) and _may_share(seat.title, o)), None)
        earlier = next((o for o in reversed(own[:place]) if _at_organization(o) and _may_share(seat.title, o)), None)
        elsewhere = any(o.person is seat.person and _at_organization(o) for o in own[:place])
        if later is not None and not (elsewhere and later.person is not seat.person):
            seat.office = later.office if seat.person is later.person or not _of_part(later) else None
        elif later is None and earlier is not None and earlier.person is not seat.person and not elsewhere:
            seat.office = earlier.office


_OF_STATE = regex(r"\b(?:Minister|Ambassador|Governor|Mayor|Consul|Undersecretary|Secretary of)\b")
_OF_CUSTOMS = regex(r"\b(?:Commissioner|Comptroller|Collector|Director[ -]General|Superintendent|Intendant)\b")
_NO_CUSTOMS = regex(
    r"\b(?:ROC[BP]|RILO|RTC|RDTC|RCL|WCO|OCO|UN[A-Z]*|Bank|Embassy|Regional (?:Office|Training|Intelligence))\b"
)


def _may_share(title: str, colleague: Seat) -> bool:
    """Whether a title may be one at the office of a colleague: no Minister's, no Commissioner's at an ROCB."""
    if not colleague.title or colleague.office is None or _OF_STATE.search(title):
        return False
    return _OF_CUSTOMS.search(title) is None or _NO_CUSTOMS.search(colleague.office.form) is None


def _of_part(seat: Seat) -> bool:
    """Whether a post is in a part of an organization, which is not that of a colleague with another title."""
    return seat.office is not None and PART.search(seat.office.form) is not None


def _at_organization(seat: Seat) -> bool:
    return seat.office is not None and seat.office.kind is Kind.OFFICE and not is_vice_chair(seat.title)
