"""Words before a name that belong to it: 'delegates from X', 'the heads of the 7 X', 'both X and Y'."""

from __future__ import annotations

import re

from kg.extraction.clauses.patterns import compiled
from kg.regex import regex

__all__ = ["REACH", "lead_in"]

_QUALIFIERS = (
    "a|an|one|another|guest|keynote|invited|visiting|the|all|both|its|their|his|her|our|some|several|other|more|"
    "senior|former|acting|new|current|outgoing|incoming|host|regional|national|high-level|customs|staff|resource|training|"
    "contact|program|programme|directors|director|deputy"
)
_RELATIONS = (
    "of|from|sent by|sent here by|representing|for|lent by|speaking for|sent from|on behalf of|drawn from|nominated by"
)
_DETERMINERS = "the|all|both|its|each|of|every|other"
_LEAD_IN = compiled(
    rf"(?<![\w'-])(?:(?:(?:{_QUALIFIERS}|{{number}}) )*"
    r"(?:(?:(?<=\ba )[a-z-]+ )?[a-z-]+(?: and [a-z]+| of customs)?(?: \([^()]{1,30}\))?,? "
    rf"(?:who were )?(?:{_RELATIONS}) "
    rf"(?:(?:{_DETERMINERS}|{{number}}) )*"
    r"(?:(?:customs |national )*(?:administrations|authorities|services) (?:of|from) (?:the )?)?)?)$"
)
"""Words before the first name of a group that may belong to it."""
REACH = 90
"""Characters before a name in which its group may begin."""
_ENDS = frozenset(phrase.rpartition(" ")[2] for phrase in f"{_QUALIFIERS}|{_RELATIONS}|{_DETERMINERS}".split("|"))
_NUMBER = compiled("{number}")
_ADDRESSES = regex(r"\b(?:welcom|greet|thank|address)(?:ed|es|s|ing) $")
"""'welcomed the participants on behalf of X': they are not of X."""
_LEADING = "abcdefghijklmnopqrstuvwxyz0123456789 ,'-"
"""What such words are made of where there are no brackets among them."""
_LONGEST_WORD = 20


def lead_in(text: str, floor: int, name: int) -> int:
    """Where the group of a name begins: at the name, or at words before it.

    Args:
        text: The tape.
        floor: Position before which other groups stand.
        name: Position of the name.
    """
    if not _led_to(text, name):
        return name
    lead = _words_before(text, floor, name)
    return max(floor, lead.start()) if lead else name


def _words_before(text: str, floor: int, name: int) -> re.Match[str] | None:
    window = text[max(floor, name - REACH) : name]
    if "(" not in window:
        floor = name - len(window) + len(window.rstrip(_LEADING))
    lead = _LEAD_IN.search(text, max(floor, name - REACH), name)
    spoken_for = (
        lead is not None
        and " on behalf of " in lead[0]
        and _ADDRESSES.search(text, max(0, lead.start() - 16), lead.start())
    )
    return None if spoken_for else lead


def _led_to(text: str, name: int) -> bool:
    """Whether the word before a name is one that may belong to its group; most are not, and this is soon told."""
    before = text[max(0, name - _LONGEST_WORD) : name]
    word = before[:-1].rpartition(" ")[2]
    return before.endswith(" ") and (word in _ENDS or _NUMBER.fullmatch(word) is not None)
