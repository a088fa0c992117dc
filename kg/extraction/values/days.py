"""Days as far as they are stated, and whether the calendar has them."""

from __future__ import annotations

import calendar
from typing import NamedTuple

__all__ = ["Day", "in_calendar", "in_order"]


class Day(NamedTuple):
    """One end of a date, as far as stated."""

    year: int | None
    month: int | None
    day: int | None


_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days of each month; February has one more in leap years."""


def in_calendar(day: Day) -> bool:
    """Whether the calendar has the day, as far as it is stated."""
    if day.month is None or day.day is None:
        return True
    if (day.month, day.day) == (2, 29):
        return calendar.isleap(day.year or 2000)
    return 1 <= day.month <= 12 and 1 <= day.day <= _DAYS[day.month]


def in_order(start: Day, end: Day) -> bool:
    """Whether an event may begin on one day and end on another, as far as they are stated."""
    if start.year is None or end.year is None:
        return True
    return (start.year, start.month or 0, start.day or 0) <= (end.year, end.month or 13, end.day or 32)
