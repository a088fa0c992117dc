"""Phrases that speak of an earlier or another meeting: 'chaired last year's workshop', 'had been hosted in 1998'."""

from __future__ import annotations

from kg.extraction.clauses.patterns import MEETING
from kg.extraction.mentions.mention import Kind
from kg.regex import regex

__all__ = ["EVENT_NOUN", "is_of_another", "tells_of_earlier"]

EVENT_NOUN = "(?:meeting|workshop|conference|seminar|session|event|training|webinar|forum|course|gathering|edition)"
"""What an event is called by its noun alone."""
_EARLIER_ONE = (
    "(?:the |its |their )?(?:previous|preceding|last year's|earlier|first such|last such|last(?! session)) (?:[a-z]+ )?"
    rf"(?:(?:{EVENT_NOUN}s?|ones?)\b|{MEETING})"
)
_PREVIOUS_ONE = regex(
    rf" ?(?:over |at |during |in )?(?:{_EARLIER_ONE}|(?:an? |the )?(?:similar|sister) (?:{EVENT_NOUN}|{MEETING}))"
)
_ANOTHER = regex(
    rf"(?:(?:(?:at|in|during|unlike|like|unlike at|as at) )?{_EARLIER_ONE}(?: (?:in|at) [^,.;:]{{1,40}})?"
    rf"(?: held [^,.;:]{{1,60}},|,|, (?:held )?(?:in|at) [^,.;:]{{1,40}},"
    rf"|, [^.;:]{{1,90}}, which(?: {Kind.AGENT.value},)?)?[^,.;:]*$"
    rf"|(?:an? )?(?:similar|other|another|further|sister) (?:{EVENT_NOUN}s?\b|{MEETING})"
    r"(?:[^,.;:]*$|[^.;:]*, (?:hosted|organi[sz]ed|sponsored|attended|funded)\b[^.;:]*$)"
    r"|(?:(?:[a-z]+|[0-9]+) years|a (?:year|decade)) (?:ago|earlier|before),? "
    rf"|{Kind.AGENT.value} (?:had )?met [^.;:]{{0,30}}\b(?:before|earlier|beforehand)\b[^.;:]*$"
    r"|(?:last year|(?:in|during) (?:the )?(?:previous|past) years?|the (?:year before|previous year)),? )"
)
"""'Last year's meeting was chaired by A', 'Two years earlier, A hosted the meeting', 'Similar ones were held by A'."""
_COMING = regex(
    rf"(?:next year\b|(?:the|its|their) (?:next|following|coming) (?:{EVENT_NOUN}|{MEETING})\b[^.;:]*? "
    r"(?:was fixed|is fixed|goes|will)\b)"
)
"""'The next meeting was fixed for May, with A hosting the event.'"""
_BESIDE = regex(
    rf"\b(?:preceded|followed)(?:,? on [a-z0-9 ]{{3,20}},?)? by (?:an?|the) "
    r"(?!question|discussion|q&a|plenary|practical|interactive|panel|lively|working)(?:[a-z-]+ )?"
    rf"(?:round[- ]?table|{EVENT_NOUN}|dialogue|visit|dinner|reception)"
    rf"[^.;:{MEETING}{Kind.AGENT.value}]{{0,90}},? (?:(?:which|that) was )?$"
)
"""'The forum was preceded by a round table on trade, convened by A'."""
_OF_OTHERS = regex(
    rf"\b(?:(?:about|of|on|for) an? (?:upcoming|coming|forthcoming|future) {EVENT_NOUN}\b[^.;:]*"
    rf"|(?:next|upcoming|forthcoming|previous|first|last) edition,? (?:(?:(?:which|that) )?(?:was|had been) )?"
    rf"|(?:previous|preceding) (?:{EVENT_NOUN}|{MEETING}),? (?:(?:which|that) (?:was|were|had been) )?"
    r"(?:held [^.;:]{1,70} and )?"
    rf"|host (?:the )?next {EVENT_NOUN}, )$"
)
"""'told of an upcoming workshop | organized by A', 'the first edition, | moderated by A'."""
_OF_BODY = regex(rf"{Kind.AGENT.value},? which had (?:also )?(?:sat|met|convened|gathered|worked)\b[^.;:,]{{0,60}}$")
"""'adopted the report of the Committee, which had met | under the chairmanship of A'."""
_IN_YEAR = regex(rf"(?: ?(?:the |this )?{MEETING})? (?:in|of) ([12][09][0-9]{{2}})(?![0-9/–-])")
_CAME_THEN = regex(
    rf"(?:came|visited|called|attended|participated|took part)\b[^.;:{MEETING}]{{0,70}} in ([12][09][0-9]{{2}})"
    r"(?: (?:and|or) [12][09][0-9]{2})?(?=[.;]|$)"
)
"""'A came to the office for the same purpose in 2022.'"""
_LAST_YEAR = regex(
    r"(?:(?!\b(?:that|which|where)\b)[^.;:,]){0,60}\b"
    r"(?<!of )(?<!from )(?<!since )(?<!than )(?<!for )(?<!to )(?<!its )(?<!the )(?<!their )"
    r"(?:last year(?!'s)|(?:[a-z]+|[0-9]+) years ago|in the (?:early |late )?(?:19|20)[0-9]0s)\b"
)
"""'A signed the agreement with X | last year.'"""
_AT_LAST = regex(
    rf"[^.;:,]{{0,40}}\b(?:at|during|in) (?:{_EARLIER_ONE}"
    rf"|(?:the|its|their) (?:last|past|previous) (?:two|three|four|few) (?:{EVENT_NOUN}|council))"
)
"""'spoke | at the last two meetings'."""
_SUCH = regex(rf"(?:[a-z0-9]+ ){{0,2}}such {EVENT_NOUN}s\b")
"""'had organised | thirteen such workshops'."""
_AT_IN_YEAR = regex(
    rf"[^.;:,]{{0,40}}\b(?:at|to) (?:the|an?|its) [^.;:,]{{0,40}}"
    rf"(?:\b{EVENT_NOUN}|{MEETING}|{Kind.AGENT.value}|\bcouncil|\bcommittee)"
    r"[^.;:,]{0,30} (?:in|of) ([12][09][0-9]{2})(?![0-9/–-])"
)
"""'spoke | at the first workshop in 2015', 'had presented | to the Council in 2019'."""
_FOR_YEARS = regex(
    r"(?: (?:the|this) [a-z ]{3,30})? (?:from|between) [12][09][0-9]{2} (?:to|until|and) ([12][09][0-9]{2})"
)
"""'A chaired the group from 2001 to 2009.'"""
_SINCE_YEAR = regex(r"\b(?:in|of|since) ([12][09][0-9]{2}) [^.,;:]{0,60}$")
"""'was adopted in 2017 under the then Chair, A'."""
_IN_YEAR_BEFORE = regex(r"\bwho,? in ([12][09][0-9]{2}),[^.;:]{0,60}$")
_IN_THAT_YEAR = regex(r"(?:^|[;:] )in ([12][09][0-9]{2}),? [^.;:]*$")
_EARLIER_FIRST = regex(
    rf"(?:{_EARLIER_ONE}|(?:the |its |an? )?(?:{MEETING}|(?:first|similar) (?:such )?{EVENT_NOUN}))"
    r"[^.;:]*?\b(?:in|of|since) (?:[a-z]+ )?([12][09][0-9]{2})(?![0-9/–-])"
)
"""'The previous workshop was held in X in 2019.'"""


def tells_of_earlier(text: str, first_year: int) -> bool:
    """Whether a sentence begins with a meeting of an earlier year, so that 'it' in the next one is that meeting.

    Args:
        text: The tape of the sentence.
        first_year: The earliest year of the meetings of the report, 0 where none is known.
    """
    earlier = _EARLIER_FIRST.match(text)
    return earlier is not None and int(earlier[1]) < first_year


def is_of_another(text: str, start: int, end: int, first_year: int) -> bool:
    """Whether the phrase ``text[start:end]`` speaks of a meeting of which nothing else is known.

    Args:
        text: The tape of the sentence.
        start: Position of the phrase.
        end: Position behind it.
        first_year: The earliest year of the meetings of the report, 0 where none is known. What was done in a year
            before it was done at none of them.
    """
    if (
        _COMING.match(text, 0, start)
        or _PREVIOUS_ONE.match(text, end)
        or _ANOTHER.match(text, 0, start)
        or _BESIDE.search(text, 0, start)
        or _OF_OTHERS.search(text, 0, start)
        or _OF_BODY.search(text, max(0, start - 100), start)
        or any(words.match(text, end) for words in (_LAST_YEAR, _AT_LAST, _SUCH))
    ):
        return True
    year = (
        _IN_YEAR.search(text, start, end)
        or _IN_YEAR.match(text, end)
        or _FOR_YEARS.match(text, end)
        or _CAME_THEN.match(text, start)
        or _AT_IN_YEAR.match(text, end)
        or _IN_THAT_YEAR.search(text, 0, start)
        or _IN_YEAR_BEFORE.search(text, 0, start)
        or _SINCE_YEAR.search(text, 0, start)
    )
    return year is not None and int(year[1]) < first_year
