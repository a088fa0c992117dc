"""Posts of which the sentence speaks before it names who has them: 'The Director of X is Mr. A'."""

from __future__ import annotations

from kg.extraction.clauses.patterns import compiled
from kg.extraction.clauses.seats import Seat, SeatReader
from kg.extraction.clauses.tape import Tape
from kg.model import PostStatus
from kg.regex import regex

__all__ = ["read_inverted"]

_BEGINS = compiled(
    r"(?:^|[.;:] |, (?:and|while) )(?P<post>(?:the )?(?:post|position|office|function) of )?(?:the )?"
    r"(?:(?:current|present|new|then|acting|first) )?(?=(?:{org}'s? )?{title})"
)
"""The subject of a clause, up to the title."""
_IS = compiled(" (?:is|was|remains|has been)(?: (?:now|currently|still))?,? (?:again )?(?={person})")
_IS_HELD = compiled(
    " (?:is|was|has been|will be) (?:now |currently |also )?(?:held|filled|occupied|taken up|taken over|assumed)"
    "(?: (?:in|from|as of) [a-z0-9 ]{3,20})? by (?={person})"
)
_AT_HEAD = compiled(
    r"(?:^|[.;] )at (?:the|its) (?:head|helm) of {det}(?P<org>{office}) (?:is|stands|stood|was|has been) (?:now )?"
    "(?P<person>{person})"
)
_UNTIL = regex(r"[^.;:,]{0,20} (?:until|till|from [a-z0-9 ]{4,20} (?:to|until)) [a-z0-9]")


def read_inverted(tape: Tape) -> list[Seat]:
    """The posts that stand before the verb and the name behind it.

    Args:
        tape: The sentence.
    """
    reader = SeatReader(tape)
    for begins in _BEGINS.finditer(tape.text):
        seat = reader.seat(begins.end())
        office = (reader.item(seat, "org2") or reader.item(seat, "org1")) if seat else None
        if seat is None or office is None or reader.title(seat).plural:
            continue
        verb = (_IS_HELD if begins["post"] else _IS).match(tape.text, reader.seat_end(seat))
        if verb and not tape.text.startswith("'s ", verb.end() + 1):
            reader.add_seat(tape.items[verb.end()], seat, "post.inverted")
            if "will be" in verb.group():
                reader.seats[-1].status = PostStatus.INCOMING
            _end_of_post(reader, verb.end() + 1)
    head = _AT_HEAD.search(tape.text)
    if head:
        reader.add(tape.items[head.start("person")], head, "post.inverted", title="Head")
        _end_of_post(reader, head.end())
    return reader.seats


def _end_of_post(reader: SeatReader, position: int) -> None:
    """'was held by A until 2012': of the post that was read last."""
    if _UNTIL.match(reader.text, position):
        reader.seats[-1].status = PostStatus.FORMER
