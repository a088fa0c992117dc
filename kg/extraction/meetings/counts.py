"""The numbers of people and Members at the main event."""

from __future__ import annotations

import re

from kg.extraction.meetings.context import Line
from kg.extraction.meetings.records import distinct
from kg.extraction.values.counts import CountMention, find_counts
from kg.model import Passage, Report, Stated

__all__ = ["counts_of_main"]

_PRESENT = re.compile(
    r"\b(?:attend|participat|particip|took\spart|taking\spart|take\spart|join|present|represent|gather|brought|bring|came|sent|met|with|there\swere"
    r"|were\sthere|number|turnout|audience|welcom|around\sthe\stable|together|delegates|from)\w*",
    re.IGNORECASE,
)
_NOT_THERE = re.compile(
    r"\b(?:all\sover|worldwide|in\sthe\sworld|world’s|trained\sso\sfar|since|former|will\s|to\sbe|consists?\sof|established|years|belong|receive|over\sthe\syears|managers\shave)\b",
    re.IGNORECASE,
)


def counts_of_main(report: Report, lines: list[Line]) -> tuple[Stated[int], ...]:
    """Stated numbers, where a word of the sentence says that these people were there."""
    return distinct(
        Stated(count.value, Passage(count.span, "meeting.count.present"), line.kind)
        for line in lines
        if line.counts
        for count in find_counts(report.text, line.start, line.end)
        if _there(report.text, line, count)
    )


def _there(text: str, line: Line, count: CountMention) -> bool:
    around = text[max(line.start, count.span.start - 80) : min(line.end, count.span.end + 80)]
    if _NOT_THERE.search(around) and not count.present:
        return False
    return count.present or _PRESENT.search(around) is not None
