"""Roles of one report that contradict each other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from kg.model import Attribute, Discrepancy, Participation, Report, Role, SentenceKind, Stated

__all__ = ["chair_discrepancies"]

_ABOVE = frozenset({SentenceKind.TITLE, SentenceKind.BYLINE, SentenceKind.SIGNATURE})


def chair_discrepancies(
    report: Report, participations: Iterable[Participation], main: str, names: Mapping[str, str]
) -> list[Discrepancy]:
    """One chair in the headline or under the text, and somebody else in it. Two in the body may have taken turns.

    Args:
        report: The report.
        participations: What it states.
        main: Key of its main meeting.
        names: Of the people, by key.
    """
    starts = [sentence.span.start for sentence in report.sentences]
    framed: list[Stated[str]] = []
    told: list[Stated[str]] = []
    for participation in participations:
        if participation.role is not Role.CHAIR or participation.meeting != main or participation.agent not in names:
            continue
        parts = {
            report.sentences[max(0, bisect_right(starts, passage.span.start) - 1)].kind: passage
            for passage in participation.passages
        }
        above = [(kind, passage) for kind, passage in parts.items() if kind in _ABOVE]
        kind, passage = (above or list(parts.items()))[0]
        if above and len(above) < len(parts):
            return []  # the headline and the body agree on somebody
        (framed if above else told).append(Stated(names[participation.agent], passage, kind))
    if not framed or not told:
        return []
    reason = (
        f"The text names {told[0].value} as chair, the headline or signature {framed[0].value}; both are kept, "
        "and the text is adopted, because it tells of the meeting in full."
    )
    return [Discrepancy(main, Attribute.CHAIR, (*told, *framed), reason)]
