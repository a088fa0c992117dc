"""Recognises lines that are a date, or a place with a date, and reads dates of publication.

Reading needs to know which line is a dateline and when a page was published; dates of events are read by extraction.
"""

from __future__ import annotations

import calendar
import re
from functools import cache
from typing import NamedTuple

from kg.model import PartialDate
from kg.reading.wordings import wordings
from kg.regex import regex

__all__ = ["DateLine", "date_in_address", "date_line", "dated", "is_place", "issue_date", "read_date"]

_LONGEST = 160
"""Characters of the longest line that can be a dateline: beyond it, a date at either end belongs to prose."""
_LONGEST_DATE = 60
_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?"
_FIELDS = regex(r"\s*[|•·]\s*|\s+(?=by\s)", re.IGNORECASE)
_BY = regex(r"by\b", re.IGNORECASE)
_AFTER_LABEL = regex(r"\s*(?:(?:on|at|in|am)\b)?\s*:?\s*", re.IGNORECASE)
_BRACKET = regex(r"\(([^()]{1,60})\)$")
_DIGIT = regex(r"\d")
_ISO = regex(r"(?P<y>(?:19|20)\d\d)[-./年](?P<m>\d{1,2})[-./月](?P<d>\d{1,2})日?(?:[T ]\d\d:\d\S*)?")
_NUMERIC = regex(r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})[./-](?P<y>(?:19|20)\d\d)(?:,? \d\d?:\d\S*)?")
_UNREADABLE_MONTH = regex(r"(?P<d>\d{1,2})\s+[^\x00-\x7f]\S{0,20}\s+(?P<y>(?:19|20)\d\d)")
_HIJRI = regex(
    r"(?<!\w)(?:\d{1,2}\s)?(?:Muharram|Safar|Rabi|Jumada|Rajab|Sha['’]?ban|Ramadan|Shawwal|Dhu|Thul)[\w'’ -]{0,24}?"
    r"(?:,?\s\d{1,2},)?\s1[45]\d\d(?!\d)(?:\s?A?H\b)?(?:\s?[/,–—-]\s?|\s(?=\w)|$)",
    re.IGNORECASE,
)
"""A date of the Islamic calendar, as news agencies write it beside the other: '3 Rabi al-Akhir 1445 / 18 October'."""
_NAMED = regex(r"\w+\s(?:on|for|about)\s", re.IGNORECASE)
"""'Webinar on Small Craft, 12 October 2021': the name of an event."""
_SMALL_WORDS = frozenset(
    ("of", "the", "and", "de", "la", "el", "le", "du", "des", "da", "do", "at", "in", "by", "via", "hosted")
)


class DateLine(NamedTuple):
    """What a line with a date is.

    Attributes:
        date: The day, as far as stated; ``None`` where no single day or month is.
        alone: Whether the line holds nothing but the date.
        range: Whether it names several days, which only an event has.
        place: What it holds besides.
    """

    date: PartialDate | None
    alone: bool
    range: bool
    place: str


@cache
def _run() -> re.Pattern[str]:
    """A run of parts of a date: numbers, names of months and weekdays, and the words and marks between them."""
    months = "|".join(sorted((re.escape(name) for name in wordings().months), key=len, reverse=True))
    return regex(
        rf"""(?:(?<![^\W\d_])(?:
            (?P<month>(?:{months})(?!\w)\.?)
            | (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?!\w)\.?
            | (?:of|de|del|du|le|les|from|to|and|until|till|through|et|au|y|al|und|bis|и|по|the)(?!\w)
          )
          | (?<!\d)(?:{_TIME} | (?:19|20)\d\d(?!\d) | \d{{1,2}}(?:st|nd|rd|th|er|º|ª)?(?![\d:]))
          | [年月日] | [\s,.–—‑&+-] )+""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _part() -> re.Pattern[str]:
    months = "|".join(sorted((re.escape(name) for name in wordings().months), key=len, reverse=True))
    return regex(rf"{_TIME}|(?P<month>(?:{months})(?!\w))|(?P<number>\d+)", re.IGNORECASE)


def read_date(text: str) -> tuple[PartialDate | None, bool] | None:
    """The date that a whole text states.

    Returns:
        The date (``None`` where it is a range or lacks the year), and whether it is a range; ``None`` if it is no date.
    """
    numeric = _read_numeric(text)
    if numeric is not None:
        return numeric, False
    days: list[int] = []
    months: list[int] = []
    years: list[int] = []
    for match in _part().finditer(text):
        name = match.group("month")
        if name is not None:
            months.append(wordings().months[name.casefold()])
            continue
        digits = match.group("number")
        if digits is None:
            continue
        if len(digits) == 4:
            years.append(int(digits))
        elif 1 <= int(digits) <= 31:
            days.append(int(digits))
        else:
            return None
    if not months or len(years) > 2 or (not days and not years):
        return None
    if len(days) > 1 or len(months) > 1 or len(years) > 1:
        return None, True
    if not years:
        return None, False
    return dated(years[0], months[0], days[0] if days else None), False


def _read_numeric(text: str) -> PartialDate | None:
    if match := _ISO.fullmatch(text):
        return _checked(int(match["y"]), int(match["m"]), int(match["d"]))
    if match := _NUMERIC.fullmatch(text):
        return _day_and_month(int(match["y"]), int(match["a"]), int(match["b"]), match["sep"])
    match = _UNREADABLE_MONTH.fullmatch(text)
    if match is None or any(name in wordings().months for name in text.casefold().split()):
        return None
    # A month in broken characters: whoever knows the month from elsewhere needs the day.
    return PartialDate(int(match["y"]), None, int(match["d"]))


def _day_and_month(year: int, first: int, second: int, separator: str) -> PartialDate | None:
    if separator == "." or first > 12 or first == second:
        return _checked(year, second, first)
    if second > 12:
        return _checked(year, first, second)
    # Day and month cannot be told apart: only the year is stated beyond doubt.
    return PartialDate(year)


def _checked(year: int, month: int, day: int) -> PartialDate | None:
    return PartialDate(year, month, day) if 1 <= month <= 12 and _has_day(year, month, day) else None


def _has_day(year: int, month: int, day: int) -> bool:
    return 1 <= day <= calendar.monthrange(year, month)[1]


def dated(year: int, month: int, day: int | None) -> PartialDate:
    """The date, without its day where the month has no such day: '30 February' is a misprint."""
    return PartialDate(year, month, day if day is not None and _has_day(year, month, day) else None)


def date_line(text: str) -> DateLine | None:
    """Whether a line is a date, a date and a place, or a place and a date.

    Args:
        text: One line, blanks around it left out.
    """
    if len(text) > _LONGEST or _DIGIT.search(text) is None:
        return None
    bare = _HIJRI.sub("", text.strip("[]|*_ "))
    bracket = _BRACKET.search(bare)
    if bracket is None:
        return _date_and_place(bare)
    if bracket.start() == 0:
        return _date_and_place(bracket[1])
    found = _date_and_place(bare[: bracket.start()].rstrip())
    if found is None or _run().fullmatch(bracket[1]) or not (found.place or is_place(bracket[1])):
        return found
    # '5 May 2021 (virtual)': the mode stands in the place of a place.
    return found._replace(alone=False, place=f"{found.place} {bracket[0]}".lstrip())


def _date_and_place(bare: str) -> DateLine | None:
    start = _run().match(bare)
    if (start is not None and start.end() == len(bare)) or _read_numeric(bare) is not None:
        whole = read_date(bare)
        return whole and DateLine(whole[0], alone=True, range=whole[1], place="")
    if start is not None:
        found = _with_place(start.group(), bare[start.end() :])
        if found is not None:
            return found
    if not (bare[-1:].isdigit() or bare.rpartition(" ")[2].casefold() in wordings().months):
        return None
    for match in _run().finditer(bare, max(0, len(bare) - _LONGEST_DATE)):
        if match.end() == len(bare):
            return _with_place(match.group(), bare[: match.start()])
    return None


def _with_place(date: str, rest: str) -> DateLine | None:
    found = read_date(date.strip(" ,.–—-"))
    place = rest.strip(" ,;:|/–—-")
    return DateLine(found[0], alone=False, range=found[1], place=place) if found and is_place(place) else None


def is_place(text: str) -> bool:
    """Whether a text can name a place, a venue or a mode: few words, with capitals, and none that names an event."""
    words = text.replace("(", " ").replace(")", " ").replace(",", " ").replace(":", " ").split()
    if not 1 <= len(words) <= 16 or text[-1:] in "?!":
        return False
    tables = wordings()
    if text.lower().startswith(tables.modes):
        return _NAMED.match(text) is None
    if any(word.lower() in tables.events for word in words):
        return False
    return all(word[0].isupper() or not word[0].isalpha() or word.lower() in _SMALL_WORDS for word in words)


_BOARD = regex(
    r"(?:reg(?:istration|\.)? ?date|date|registered|posted)\s*:?\s*(?P<date>\d[\d./-]{7,}\d)\s.*"
    r"\b(?:writer|author|name|hits?|views?|read|file)\s*:",
    re.IGNORECASE,
)
"""The line that a message board puts above a text: 'Date: 2021-09-17  Writer: Secretariat  Hit: 214'."""


def issue_date(text: str) -> PartialDate | None:
    """The date of publication in a line that gives it with a label or an author ('Posted on 27 May 2019 by admin').

    Args:
        text: One line, blanks around it left out.
    """
    if len(text) > _LONGEST or _DIGIT.search(text) is None:
        return None
    low = text.lower()
    for label in wordings().issued_labels:
        if low.startswith(label):
            return _leading_date(_AFTER_LABEL.sub("", text[len(label) :], count=1))
    board = _BOARD.match(text)
    if board:
        return _leading_date(board["date"])
    first, *others = _FIELDS.split(text)
    if not others:
        return None
    dates = [found for field in (first, *others) if (found := date_line(field)) is not None and found.alone]
    places = [
        field for field in (first, *others) if not _BY.match(field) and date_line(field) is None and is_place(field)
    ]
    return dates[0].date if len(dates) == 1 and not places else None


def _leading_date(text: str) -> PartialDate | None:
    start = _run().match(text[:_LONGEST_DATE])
    found = start and read_date(start.group().strip(" ,.–—-"))
    return found[0] if found else _read_numeric(text.strip())


@cache
def _address() -> re.Pattern[str]:
    months = "|".join(name for name in wordings().months if name.isascii() and len(name) > 2)
    return regex(
        rf"/(?P<date>(?P<y>(?:19|20)\d\d)/(?P<m>{months}|\d{{1,2}})(?:/(?P<d>\d{{1,2}}))?)(?=/)", re.IGNORECASE
    )


def date_in_address(url: str) -> tuple[PartialDate, int, int] | None:
    """The date of publication in the path of a newsroom's address, such as ``/newsroom/2019/may/``.

    Returns:
        The date and the half-open place of its characters in ``url``.
    """
    match = _address().search(url)
    if match is None:
        return None
    name = match["m"].casefold()
    month = int(name) if name.isdigit() else wordings().months[name]
    if not 1 <= month <= 12:
        return None
    day = int(match["d"]) if match["d"] else None
    return (
        dated(int(match["y"]), month, day),
        match.start("date"),
        match.end("date"),
    )
