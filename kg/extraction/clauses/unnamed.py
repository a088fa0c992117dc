"""People and bodies without names, from whom nothing is read, but over whom a list goes on.

'52 delegates drawn from eighteen (18) Member administrations, the WCO Secretariat and the private sector'.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.extraction.clauses.patterns import compiled, representative_words, representatives
from kg.extraction.mentions.mention import Kind
from kg.extraction.words.text import alternation
from kg.regex import regex

__all__ = ["QUANTITY", "Unnamed", "crowd_before", "unnamed_at"]


class Unnamed(NamedTuple):
    """Somebody without a name.

    Attributes:
        end: Position behind them on the tape.
        delegates: They are the people of several organizations.
    """

    end: int
    delegates: bool


QUANTITY = (
    "(?:(?:all|both|some|other|most|several|many|a number of|the|its|about|around|over|nearly|up to|more than|"
    "national|regional|"
    "named|{number}) )*"
)
"""Words that count people."""
_MANY = (
    r"(?:[0-9][0-9,.]*|(?:{number}|[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?)|a hundred)"
    r"(?: \([0-9]+\))?"
)
_BESIDES = "as well as|together with|along with|plus|in addition to"
"""What adds those with names to a crowd."""
_BODIES = regex(
    "member|administration|countries|economies|states|organi[sz]ations|jurisdictions|territories|islands|agencies|"
    f"entities|institutions|services|s,? (?:{_BESIDES}) "
)
"""Words one of which a crowd cannot do without."""
_CROWDED = (
    "(?:(?:[a-z/-]+|{body}) ){0,4}(?:members?|administrations?|countries|economies|states|organi[sz]ations|"
    f"jurisdictions|territories|islands|agencies|entities|institutions|services)(?: out of (?:the )?{_MANY})?"
    "(?: (?:of|in|from) (?:the )?(?:{office}|region)(?: region)?)?(?=[ ,.;)])"
)
_NAMES = frozenset(Kind)
_SEVERAL = frozenset(("team", "delegation"))
"""Nouns in the singular that mean several people of an organization."""
_CROWD_ENDS = regex(
    r"(?:members?|administrations?|countries|economies|states|organi[sz]ations|agencies|entities|services|territories|"
    r"islands|institutions|[0-9)]|region)(?:,| and| as well| incl| plus| together| along| such| among| in add| \()"
    rf"|s,? (?:{_BESIDES}) "
)
_UNNAMED_BODIES = compiled(
    "(?:(?:the|its|other|several|various|some|many|representatives of|of|{number}) )*(?:[a-z-]+ )?"
    "(?:(?:his|her|their) (?:team|colleagues|staff(?: members)?|delegation|experts|collaborators)|"
    "private sector|business community|"
    "business sector|trade community|academia|civil society|diplomatic corps|stakeholders|right-?holders?|"
    "right-holder companies|companies|traders|associations|members of the government|government agencies|border "
    "agencies|media|press|law enforcement agencies|partner agencies)(?=[ ,.;)])"
)
_GOES_ON = compiled(
    rf",? (?:and|{_BESIDES}|including|namely|such as|among them) |, "
    r"| \((?={body})"
)
_LEADS_TO = regex(rf"(?:{_GOES_ON.pattern})(?:(?!(?:was|were|is|are) )[a-z]+ ){{0,4}}")

_AMONG = regex(r"\b(?:was|were|is|are) (?:also )?among (?:the |those )?$")
"""'A and B were among | the 38 participants, together with C': no list begins with the crowd."""


@lru_cache(maxsize=1)
def _unnamed() -> re.Pattern[str]:
    singular = {noun[:-1] for noun in representatives() if noun.endswith("s") and " " not in noun} - _SEVERAL
    nouns = alternation({*singular, "member of staff", "spokesperson", "deputy", "adviser", "consultant", "observer"})
    return compiled(
        rf"(?:a|an|one|another|the) (?:[a-z-]+ ){{0,2}}(?:{nouns}) (?:of|from|sent by|for) (?:the )?"
        r"(?:{body}|{title})(?:'s)?(?: \({country}\))?"
    )


@lru_cache(maxsize=1)
def _crowd() -> re.Pattern[str]:
    """'52 delegates drawn from eighteen (18) Member administrations', 'nineteen administrations': nobody named."""
    nouns = representative_words()
    return compiled(
        rf"(?<![a-z-]){QUANTITY}(?:as many as |a total of )?(?:{_MANY} )?"
        rf"(?:(?!(?:was|were|is|are|had|have|with|by|from|for|and|in|of|to|the|attendance|present|brought|"
        rf"drew|saw|met|together|[a-z]+(?:ered|acted|ited|omed|bled)) )[a-z-]+ ){{0,2}}?"
        rf"(?:{nouns})(?: \([^()]{{1,40}}\))?"
        rf"(?: of customs(?: administrations)?)?"
        rf",? (?:who were )?(?:drawn from|coming from|from|of|representing) (?:all |the |its |about |over |more than )*"
        rf"(?:{_MANY} of (?:the |its )?)?{_MANY} {_CROWDED}"
        rf"|(?:(?:about|around|over|some|nearly|more than|all|the) )*{_MANY} (?:{_CROWDED}"
        rf"|(?:{nouns})(?=,? (?:{_BESIDES}) ))"
    )


@lru_cache(maxsize=1)
def _speaks_of_bodies(text: str) -> bool:
    """Whether a tape speaks of bodies that send many people; most do not."""
    return _BODIES.search(text) is not None


def unnamed_at(text: str, position: int, *, in_list: bool) -> Unnamed | None:
    """Those without names who begin at ``position``.

    Args:
        text: The tape.
        position: Where they are to begin.
        in_list: Others stand before them.
    """
    if text[position : position + 1] in _NAMES:
        return None
    one = _unnamed().match(text, position)
    if one:
        return Unnamed(one.end(), delegates=False)
    crowd = _crowd().match(text, position) if _speaks_of_bodies(text) else None
    if crowd and _GOES_ON.match(text, crowd.end()):
        return Unnamed(crowd.end(), delegates=True)
    bodies = _UNNAMED_BODIES.match(text, position) if in_list else None
    return Unnamed(bodies.end(), delegates=False) if bodies else None


def crowd_before(text: str, floor: int, name: int) -> int:
    """Where the unnamed begin with whom the list up to a name begins; ``name`` where there are none.

    Args:
        text: The tape.
        floor: Position before which they do not begin.
        name: Position of the first name of the list.
    """
    if not _speaks_of_bodies(text) or _CROWD_ENDS.search(text, floor, name) is None:
        return name
    crowd = _crowd().search(text, floor, name)
    if crowd and _AMONG.search(text, floor, crowd.start()):
        return name
    follows = _LEADS_TO.fullmatch(text, crowd.end(), name) if crowd else None
    return crowd.start() if crowd and follows else name
