"""Whether a number, or the year of a date, fits in the series of a meeting, told from the other editions of it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

__all__ = ["UNKNOWN", "Edition", "Fit", "Fitting", "fit"]


class Edition(NamedTuple):
    """A meeting of a series of which number and year are each stated in one way alone."""

    number: int
    year: int


class Fit(IntEnum):
    """How well something fits in a series, the best first."""

    IN_STEP = 0
    """The editions nearest to it show one a year, and it is the one of that year."""
    POSSIBLE = 1
    """Nothing speaks against it."""
    AGAINST = 2
    """Another edition has the number, or one with a higher number was earlier or one with a lower number later."""


class Fitting(NamedTuple):
    """How well a value fits in a series.

    Attributes:
        fit: How well.
        words: What the other editions say, as a sentence; empty where they say nothing.
    """

    fit: Fit
    words: str = ""


UNKNOWN = Fitting(Fit.POSSIBLE)


def fit(number: int, year: int, editions: Iterable[Edition], value: str = "") -> Fitting:
    """How well an edition of that number and year fits among the others.

    Args:
        number: Of the meeting.
        year: In which it was held.
        editions: The others of its series.
        value: What is in question, as the sentence is to call it; by default the number.
    """
    others = sorted(set(editions))
    value = value or str(number)
    for other in others:
        if other.number == number:
            return Fitting(Fit.AGAINST, f"{number} is the number of another meeting of the series in {other.year}.")
    before = [each for each in others if each.number < number]
    after = [each for each in others if each.number > number]
    wrong = [each for each in before[::-1] if each.year > year] + [each for each in after if each.year < year]
    if wrong:
        return Fitting(Fit.AGAINST, f"{value} does not fit in the series, in which {_held(wrong[0])}.")
    near = [before[-1], after[0]] if before and after else before[-2:] or after[:2]
    if len(near) < 2:
        return UNKNOWN
    first, second = near
    told = f"in the series, in which {_held(first)} and {second.number} in {second.year}."
    yearly = second.number - first.number == second.year - first.year
    if yearly and number - first.number != year - first.year:
        return Fitting(Fit.POSSIBLE, f"{value} is out of step {told}")
    if yearly:
        return Fitting(Fit.IN_STEP, f"{value} fits {told}")
    return Fitting(Fit.POSSIBLE, f"{value} fits {told}") if before and after else UNKNOWN


def _held(edition: Edition) -> str:
    return f"{edition.number} was in {edition.year}"
