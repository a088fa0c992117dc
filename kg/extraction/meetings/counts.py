"""The numbers of people and Members at the main event."""

from __future__ import annotations

import re

from kg.extraction.meetings.context import Line
from kg.extraction.meetings.records import distinct
from kg.extraction.values.counts import Counted, CountMention, find_counts
from kg.model import Passage, Report, Stated
from kg.regex import regex

__all__ = ["counts_of_main"]

_PRESENT = regex(
    r"\b(?:attend|participat|particip|took\spart|taking\spart|take\spart|join|present|represent|gather|brought|bring|came|sent|met|with|there\swere"
    r"|were\sthere|number|turnout|audience|welcom|around\sthe\stable|together|delegates|from)\w*",
    re.IGNORECASE,
)
_NOT_THERE = regex(
    r"\b(?:all\sover|worldwide|in\sthe\sworld|world’s|trained\sso\sfar|since|former|will\s|to\sbe|consists?\sof|established|years"
    r"|belong\sto|are\spart\sof|make\sup|receive|over\sthe\syears|(?:has|have)\s(?:[\w’'-]+\s){1,6}(?:so\sfar|to\sdate))\b",
    re.IGNORECASE,
)
_SOME = regex(
    r"\s(?:(?:co-)?chaired|shared|took\sturns|presided|moderated|spoke|presented|lectured|were\s(?:elected|named|chosen|appointed))\b",
    re.IGNORECASE,
)


def counts_of_main(report: Report, lines: list[Line]) -> dict[Counted, tuple[Stated[int], ...]]:
    """Stated numbers of each kind, where a word of the sentence says that these were there."""
    found: dict[Counted, list[Stated[int]]] = {kind: [] for kind in Counted}
    for line in lines:
        for count in find_counts(report.text, line.start, line.end) if line.counts else ():
            if _there(report.text, line, count):
                passage = Passage(count.span, "meeting.count.present")
                found[count.kind].append(Stated(count.value, passage, line.kind))
    return {kind: distinct(stated) for kind, stated in found.items()}


def _there(text: str, line: Line, count: CountMention) -> bool:
    """Whether all that are counted were there; of 'two people shared the chair', there may have been more."""
    if _SOME.match(text, count.span.end, line.end):
        return False
    around = text[max(line.start, count.span.start - 80) : min(line.end, count.span.end + 80)]
    if _NOT_THERE.search(around) and not count.present:
        return False
    return count.present or _PRESENT.search(around) is not None
