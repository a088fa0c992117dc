"""The meeting that stands in a phrase or beside it, so that the phrase is said of it."""

from __future__ import annotations

from kg.extraction.clauses.patterns import MEETING
from kg.extraction.mentions.mention import Kind
from kg.regex import regex

__all__ = ["meeting_beside", "meeting_in"]

_AGENT = Kind.AGENT.value
_SUBJECT = regex(
    r"(?: \([^()]{0,80}\))?"
    r"(?: (?:itself|proper|in [a-z]+|on [a-z0-9 ]+|of [0-9][a-z0-9 –-]*"
    rf"|(?:in|at) {Kind.PLACE.value}(?: (?:in|on|from) [a-z0-9 ]{{3,40}})?))?"
    rf"(?:, [^,.;:{_AGENT}]{{0,40}})?,? (?:which |that )?"
    r"(?:(?:was|were|had been|has been|is|are|placed|put|itself|"
    r"also|jointly|unanimously|successfully|officially|then|the|to be|first) )*"
    rf"|, while {_AGENT},? "
)
_BEGINS = regex(
    rf"(?:the [a-z ]{{3,40}}(?: of (?:the )?{_AGENT})?, )?(?:the |a |an |this |that )?(?:[a-z-]+ ){{0,2}}{MEETING}"
)
_PASSIVE = regex(r"\b(?:was|were|had been|has been|is|are) (?:[a-z]+ly )?$")
_TOOK_PLACE = regex(
    r",? (?:(?:(?:was|were|had been) )?(?:held|convened|staged|celebrated|conducted|organi[sz]ed)"
    r"|took place|had taken place|met|sat|had [a-z]+ed)\b"
    rf"[^.;:{MEETING}{_AGENT}]{{0,70}} "
)
"""'the meeting was held in X under the chairmanship of A'."""
_RELATIVE = regex(
    rf",? (?:which|that) [^.;:{MEETING}{_AGENT}]{{1,120}} and "
    "(?:(?:was|were|is|also|then|jointly|officially|formally) )*"
)
"""'the meeting, which took place in X and was chaired by A': the second verb is of the same meeting."""
_WHICH = regex(
    rf"[^.;:{MEETING}{_AGENT}]{{0,80}}(?:, (?:in |at |during |over )?(?:which|where)| over which) "
    rf"(?:[a-z]+ ){{0,3}}{_AGENT},? (?:also |then )?"
)
"""'the meeting in X, which A chaired', 'in which my colleague A took part'."""
_FRONTED = regex(
    r"(?:placed|held|convened|organi[sz]ed|hosted|chaired|opened|moderated|led|facilitated|conducted|funded|sponsored"
    rf"|financed|supported)\b[^.;:,{MEETING}]*$"
)
_SUBJECT_BEHIND = regex(rf", (?:the|this) (?:[a-z0-9-]+ ){{0,3}}{MEETING}")
"""'Placed under the chairmanship of A, the opening ceremony ...'."""
_APART = regex(r"[.;:,]| and ")
"""What parts a phrase from a meeting behind it: 'organized by A and with the support of the M'."""
_WHERE = regex(r"\b(?:at|to|in|during|for|of|addressed|told|briefed|informed|updated|joined)\b")
_ABOUT = regex(
    r"\b(?:(?:on|about|regarding|concerning)(?: (?:the )?[a-z-]+(?: [a-z-]+)? (?:for|of|to))?"
    r"|(?:reports?|results|outcomes?|conclusions|minutes|recommendations|decisions|accounts?|overview|summary) of"
    r"|(?:lessons|experiences?|insights|knowledge|skills) (?:learnt|learned|gained|made|acquired|gathered)"
    r" (?:at|in|from|during))"
    r" (?:the |its |their )?$"
)
"""'briefed them on preparations for the meeting', 'presented the report of the meeting'."""


def _is_topic(text: str, start: int, behind: int, position: int) -> bool:
    """Whether a meeting at ``position`` is what the phrase at ``start`` that somebody speaks with is about.

    ``behind`` is where the words begin that may say that the meeting is where he spoke.
    """
    return _WHERE.search(text, behind, position) is None or _ABOUT.search(text, start, position) is not None


def meeting_in(text: str, start: int, end: int, *, topical: bool) -> int:
    """Position of the meeting in the phrase or right behind it, -1 if there is none."""
    position = text.rfind(MEETING, start, end)
    if position < 0:
        behind = text.find(MEETING, end, end + 30)
        position = behind if behind >= 0 and not _APART.search(text, end, behind) else -1
    topic = topical and position >= 0 and _is_topic(text, start, end if position >= end else start, position)
    return -1 if topic else position


def meeting_beside(text: str, start: int, end: int) -> int:
    """Position of the meeting beside the phrase of which it is said, -1 if there is none."""
    behind = _SUBJECT_BEHIND.match(text, end) if _FRONTED.match(text, 0, start + 1) else None
    if behind:
        return behind.end() - 1
    before = text.rfind(MEETING, max(0, start - 60), start)
    if before >= 0 and _ABOUT.search(text, 0, before):
        return -1  # 'A presented the report of the Committee, while B spoke'
    if before >= 0 and _SUBJECT.fullmatch(text, before + 1, start):
        return before
    related = text.rfind(MEETING, max(0, start - 150), start)
    if related >= 0 and _ABOUT.search(text, 0, related):
        return -1  # 'The conclusions of the Committee, held in X, were presented by A'
    if related >= 0 and any(told.fullmatch(text, related + 1, start) for told in (_RELATIVE, _TOOK_PLACE, _WHICH)):
        return related
    begins = _BEGINS.match(text)
    passive = begins and begins.end() <= start and _PASSIVE.search(text, 0, start)
    return begins.end() - 1 if begins and passive else -1
