"""Posts of whom a pronoun means: 'She heads RTC Fiji', 'He was Director of the ROCB until 2010'."""

from __future__ import annotations

from kg.extraction.clauses.clause import Clause
from kg.extraction.clauses.patterns import compiled
from kg.extraction.clauses.predicates import read_predicates
from kg.extraction.clauses.seats import Seat, SeatReader
from kg.extraction.roles.pronouns import Pronouns
from kg.model import PostStatus
from kg.regex import regex

__all__ = ["pronoun_posts"]

_PRONOUN = compiled(
    r"(?:^|[.;:] |, (?:and )?|\b(?:and|since|while) "
    r"|(?:^|, (?:and |but )?)(?:until|since|before|from|as (?:from|of)) [a-z0-9 ]{3,30} )"
    "(?P<who>he|she)(?= [a-z])"
)
_HEADS = compiled(
    " (?:(?:now|also|still|once|currently|today) )?(?:heads|headed|leads|runs|ran|directs|directed|is in charge of)"
    " {det}(?P<org>{office})"
    "(?=[.,;]|$| (?:since|until|for [a-z0-9]+ (?:years|months)|from [0-9]{4}|and (?:he|she|has|is))\\b)"
)
"""'heads RTC Fiji', but not 'heads the WCO session' nor 'leads RTC Fiji in the ranking'."""
_PAST = regex(
    r" (?:(?:also|once|then|long) )?(?:was|had been|served|acted|worked|headed|ran|directed)\b"
    r"(?! (?:[a-z]+ ){0,2}(?:appointed|named|elected|re-elected|designated|confirmed)\b)(?![^.;]{0,120} since )"
)


def pronoun_posts(clause: Clause, pronouns: Pronouns) -> list[Seat]:
    """The posts that a sentence states of whom 'he' or 'she' means.

    Args:
        clause: The sentence.
        pronouns: Whom they mean, by the sentences before.
    """
    tape = clause.tape
    seats: list[Seat] = []
    for match in _PRONOUN.finditer(tape.text):
        meant = pronouns.meant(match["who"], clause.reduced(match.start("who")), clause)
        if len(meant) != 1:
            continue
        reader = SeatReader(tape)
        read_predicates(reader, meant[0], match.end())
        heads = _HEADS.match(tape.text, match.end())
        if heads:
            reader.add(meant[0], heads, "post.heads", title="Head")
        for seat in reader.seats:
            seat.start = match.start("who")
            seat.status = seat.status or (PostStatus.FORMER if _PAST.match(tape.text, match.end()) else None)
            seats.append(seat)
    return seats
