"""Reads from words alone whether people met in one place, online, or both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from kg.model import Mode, Span
from kg.regex import regex
from kg.tables import read_table

__all__ = ["ModeMention", "find_modes", "mode_wordings"]

_USES = ("event", "manner", "adverb", "presence")


class ModeMention(NamedTuple):
    """Words that say how people took part.

    Attributes:
        span: Where they stand.
        mode: What they say.
        use: ``event`` (describes an event: 'hybrid', 'virtual'), ``manner`` (how it was held: 'via Zoom') or
            ``presence`` (how some took part: 'in person', 'dialled in'). In the table also ``adverb``, which is one of
            these by what stands beside it ('met online', 'an online seminar', 'others joined online').
    """

    span: Span
    mode: Mode
    use: str


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], Mapping[str, tuple[Mode, str]]]:
    rows = {}
    for row in read_table("data", "wordings", "event_modes.csv", columns=("wording", "mode", "use")):
        mode = row.one_of(Mode, "mode")
        if row["use"] not in _USES:
            raise row.error("use", f"one of {', '.join(_USES)} is needed")
        rows[row["wording"].lower()] = (mode, row["use"])
    ordered = sorted(rows, key=lambda wording: (-len(wording), wording))
    return regex(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?!\w|-[a-z])", re.IGNORECASE), rows


def mode_wordings() -> tuple[str, ...]:
    """The wordings without which no mode is found, in small letters."""
    return tuple(_table()[1])


_NO_EVENT = regex(
    r"[\s-](?:reality|learning|course|courses|module|modules|platform|shop|sales|trade|tool|tools|customs\s+orientation|academy"
    r"|currency|currencies|assets|working\s+group|training\s+(?:centre|center)|database|system|portal|community|library|since"
    r"|quiz|test|exam|examination|survey|questionnaire|registration|vote|voting|poll)\b",
    re.IGNORECASE,
)
_NAMED_COURSE = regex(r"[A-Z][\w-]+ (?:Training )?Course\b")
"""'the Regional Blended Course on Risk Management' is an event, 'an online course' none."""


_HELD = regex(
    r"\b(?:held|met|meet|took\splace|take\splace|taking\splace|conducted|organi[sz]ed|gathered|convened|hosted|run|ran|came\stogether"
    r"|staged|delivered|moved|going|goes|went|carried\sout|assembled|sat|chose)\b[^.;]{0,24}$"
)
_BEFORE_NOUN = regex(
    r"[,\s]+(?:[\w-]+\s){0,5}(?:meeting|workshop|seminar|training|course|conference|session|event|format|forum|ceremony)",
    re.IGNORECASE,
)


def find_modes(text: str, start: int, end: int) -> list[ModeMention]:
    """The words of mode in ``text[start:end]``, in its order. Offsets are those of ``text``.

    What is virtual but no event is left out ('virtual reality', 'online course').
    """
    pattern, rows = _table()
    found = []
    for match in pattern.finditer(text, start, end):
        mode, use = rows[match[0].lower()]
        named = use == "event" and _NAMED_COURSE.match(text, match.start(), end)
        if use == "adverb":
            held = _HELD.search(text, max(start, match.start() - 40), match.start())
            use = "manner" if held else "event" if _BEFORE_NOUN.match(text, match.end(), end) else "presence"
        if named or not _NO_EVENT.match(text, match.end(), end):
            found.append(ModeMention(Span(*match.span()), mode, use))
    return found
