"""As much of what was read from a report as linking needs: names, dates, places and seats, never where they stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from kg.model import Extractions, Meeting, Passage, Span, Stated

__all__ = ["for_linking"]

_NOWHERE = Passage(Span(0, 0), "")
Value = TypeVar("Value")


def for_linking(extractions: Extractions) -> Extractions:
    """The same without passages, roles, discrepancies and sentences, at about a fifth of the size."""
    return Extractions(
        extractions.report,
        tuple(_meeting(each) for each in extractions.meetings),
        tuple(replace(each, passages=()) for each in extractions.persons),
        tuple(replace(each, passages=()) for each in extractions.offices),
        tuple(replace(each, passages=()) for each in extractions.posts),
    )


def _meeting(meeting: Meeting) -> Meeting:
    return Meeting(
        meeting.key,
        meeting.main,
        meeting.kind,
        (),
        tuple(map(_stated, meeting.names)),
        tuple(map(_stated, meeting.ordinals)),
        tuple(map(_stated, meeting.starts)),
        tuple(map(_stated, meeting.ends)),
        tuple(map(_stated, meeting.cities)),
        tuple(map(_stated, meeting.countries)),
        regions=tuple(map(_stated, meeting.regions)),
    )


def _stated(stated: Stated[Value]) -> Stated[Value]:
    return stated._replace(passage=_NOWHERE)
