"""Reads the dates of events in all their forms, with no more precision than is stated.

A date may lack its year or be a month alone; :func:`complete` takes what is missing from another date. Relative dates
('today', 'a week later') are not dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.extraction.values.days import Day, in_calendar, in_order
from kg.extraction.values.ordinals import day_words
from kg.model import PartialDate, Span
from kg.regex import regex
from kg.tables import read_table

__all__ = ["DateMention", "Day", "complete", "find_dates", "month_names"]


class DateMention(NamedTuple):
    """A date or a range of dates in a text.

    Attributes:
        span: Where it stands.
        start: First day, or month, or year.
        end: Last day; the same as ``start`` for a single day, month or year.
    """

    span: Span
    start: Day
    end: Day

    @property
    def has_day(self) -> bool:
        """Whether days are stated, not a month or a year alone."""
        return self.start.day is not None

    @property
    def has_year(self) -> bool:
        """Whether the year is stated."""
        return self.end.year is not None


_DAY = (
    r"(?<![\d.])(?<!\d,)(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th))?(?![\d%])"
    r"(?:\s?\((?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\))?"
)
_DASH = r"[-‐‑–—−~～]"
_TO = rf"(?:\s*{_DASH}{{1,2}}\s*|\s*(?:to|till|until|through|thru|up\sto|and|&)\s*(?:the\s+)?|\s*/\s*)"
_LIST = rf"(?:{_TO}|\s*,\s*(?:and\s+)?)"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s*,?\s*(?:the\s+)?)"
_OF = rf"(?:\s*(?:days?\s+)?(?:of\s+)?(?:the\s+month\s+of\s+)?|{_DASH})"
_BETWEEN = regex(
    rf"(?:\.(?=\s*(?:to|till|until|{_DASH})))?\s*,?\s*(?:{_DASH}{{1,2}}|\b(?:to|till|until|through|thru|up\sto)\b|(?P<listed>and\b|&|,))?\s*(?:on\s+)?(?:the\s+)?{_WEEKDAY}?",
    re.IGNORECASE,
)
"""What stands between the two ends of an event's dates that both name their month."""
_ISO = regex(r"(?P<y>(?:19|20)(?<![\d/-]..)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\d-])")
_NUMERIC = regex(
    rf"(?<![\d./-])(?:(?P<first>\d{{1,2}})\s?{_DASH}\s?)?(?P<a>\d{{1,2}})(?P<sep>[./])(?P<b>\d{{1,2}})(?P=sep)"
    r"(?P<y>(?:19|20)\d\d)(?![\d/-])"
)
_YEAR_ALONE = regex(rf"(?<![\d/.,–-])(?P<y>{_YEAR})(?![-/–]?\d)")


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    months = {}
    for row in read_table("data", "wordings", "months.csv", columns=("name", "month", "language")):
        if row["language"] == "en":
            months[row["name"].lower()] = int(row["month"])
    return months


def month_names() -> tuple[str, ...]:
    """The names of months, in small letters."""
    return tuple(_months())


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = sorted(_months(), key=lambda name: (-len(name), name))
    month = rf"(?:{'|'.join(names)})(?![a-z])(?:\.(?=\s*(?:19|20|\d{{1,2}}\b)))?"
    days = rf"{_DAY}(?:{_LIST}{_WEEKDAY}?{_DAY}(?!{_OF}(?:{month}))){{0,5}}"
    days_before = rf"{_DAY}(?:{_LIST}{_WEEKDAY}?{_DAY}){{0,5}}"
    words = "|".join(sorted(day_words(), key=len, reverse=True))
    spelled = rf"(?<!\w)(?:{words})(?:\s+(?:and|to)\s+(?:the\s+)?(?:{words}))?(?=\s+(?:day\s+)?of\s)"
    day_first = (
        rf"(?:(?P<a>{days_before})|(?P<w>{spelled})){_OF}(?P<am>{month})(?:(?:\s*,?\s*(?:of\s+)?|{_DASH})(?P<ay>{_YEAR}))?"
        rf"(?:{_TO}{_WEEKDAY}?(?P<last>{_DAY})(?<=[a-z])(?!{_OF}[a-z])(?:\s*,?\s*(?P<ly>{_YEAR}))?)?"
    )
    month_first = rf"(?P<bm>(?<![a-z]){month})\s+(?:the\s+)?(?P<b>{days})(?:(?:\s*,\s*|\s+)(?P<by>{_YEAR}))?"
    month_only = rf"(?P<cm>(?<![a-z]){month})(?:\s*,?\s*(?:of\s+)?(?P<cy>{_YEAR}))?"
    return regex(f"{day_first}|{month_first}|{month_only}", re.IGNORECASE), regex(month, re.IGNORECASE)


_LONGEST = 80
"""Characters of the longest list of days before its month."""
_CENTURY = regex(r"(?:19|20)\d\d")
_SEPARATED_YEAR = regex(r"[./](?:19|20)\d\d")
_DAY_AHEAD = regex(r"\d|[oO][fF]\s")
"""A digit; or the 'of' behind a day in words."""
_NUMBERS = regex(r"\d{1,2}")


def find_dates(text: str, start: int, end: int, *, months: Sequence[int] | None = None) -> list[DateMention]:
    """The dates in ``text[start:end]``, in its order, without overlap. Offsets are those of ``text``.

    A year alone counts only after a word that makes it a date ('in 2014', 'of 2019').

    Args:
        text: The whole text.
        start: First character to read.
        end: One past the last.
        months: Where the names of months in the part begin, in order, if the caller knows.
    """
    if months is None:
        months = [match.start() for match in _patterns()[1].finditer(text, start, end)]
    found = _with_months(text, start, end, months)
    if len(found) > 1:
        found = _joined(text, found)
    if not _CENTURY.search(text, start, end):
        return found
    numerics = [*_ISO.finditer(text, start, end)]
    if _SEPARATED_YEAR.search(text, start, end):
        numerics += _NUMERIC.finditer(text, start, end)
    for numeric in numerics:
        mention = _numeric(numeric)
        if mention and not _overlaps(found, mention.span):
            found.append(mention)
    for year in _YEAR_ALONE.finditer(text, start, end):
        span = Span(*year.span("y"))
        if _YEAR_CONTEXT.search(text[max(start, span.start - 16) : span.start]) and not _overlaps(found, span):
            day = Day(int(year["y"]), None, None)
            found.append(DateMention(span, day, day))
    found.sort()
    return found


def _with_months(text: str, start: int, end: int, months: Sequence[int]) -> list[DateMention]:
    """The dates that name a month."""
    found: list[DateMention] = []
    pattern = _patterns()[0]
    position, before = start, -1
    for month in months:  # only around them there is something to be found
        if month < position:
            continue
        first = max(position, month - _LONGEST)
        if before < first:
            first = _first_day(text, first, month)
        before = month
        match = pattern.search(text, first, end)
        if match is None:
            break
        found.extend(_reading(match))
        position = match.end()
    return found


def _first_day(text: str, start: int, month: int) -> int:
    """Where at the earliest the days before a month may begin, if no other month stands between."""
    found = _DAY_AHEAD.search(text, start, month)
    if found is None:
        return month
    return found.start() if found.group().isdigit() else start


def _joined(text: str, found: list[DateMention]) -> list[DateMention]:
    """The dates, two made one where they are the ends of one event: '27 February - 1 March 2019'."""
    joined: list[DateMention] = []
    for date in found:
        before = joined[-1] if joined else None
        whole = _one_event(text, before, date) if before else None
        if whole is None:
            joined.append(date)
        else:
            joined[-1] = whole
    return joined


def _one_event(text: str, first: DateMention, last: DateMention) -> DateMention | None:
    """One date from two with a month each, if what stands between them makes them a range.

    'and' and commas also join the dates of two events; these lie further apart.
    """
    gap = text[first.span.end : last.span.start]
    between = _BETWEEN.fullmatch(gap) if first.has_day and last.has_day and len(gap) < 32 else None
    if between is None or not gap.strip() or first.end.month is None or last.start.month is None:
        return None
    year = first.end.year
    if year is None and last.end.year is not None:
        year = last.end.year - (first.end.month > last.start.month)
    if between["listed"] or gap.strip() == ",":
        months = last.start.month - first.end.month + 12 * ((last.start.year or year or 0) - (year or 0))
        if not 0 <= 30 * months + (last.start.day or 0) - (first.end.day or 0) <= _APART:
            return None
    span = Span(first.span.start, last.span.end)
    end = last.end._replace(year=last.end.year or year)
    checked = _checked(span, first.start._replace(year=first.start.year or year), end)
    return checked[0] if checked else None


_APART = 4
"""Days between the dates of one event that are listed one by one."""


_YEAR_CONTEXT = regex(r"(?:\b(?:in|of|since|from|until|during|for|to|by|year)\s|[,(]\s?)$", re.IGNORECASE)


def _overlaps(found: list[DateMention], span: Span) -> bool:
    return any(other.span.start < span.end and span.start < other.span.end for other in found)


def _reading(match: re.Match[str]) -> list[DateMention]:
    groups = match.groupdict()
    if groups["a"] or groups["w"]:
        return _day_first(match, groups)
    if groups["b"]:
        return _month_first(match, groups)
    return _month_only(match, groups)


def _month_number(name: str) -> int:
    return _months()[name.lower().rstrip(".")]


def _written_as_month(name: str, year: str | None) -> bool:
    """'may' and 'march' are words unless a year follows."""
    return name[0].isupper() or year is not None


def _day_first(match: re.Match[str], groups: dict[str, str | None]) -> list[DateMention]:
    name, year = groups["am"] or "", groups["ly"] or groups["ay"]
    if not _written_as_month(name, year):
        return []
    days = _numbers(groups["a"] or "") or _spelled_numbers(groups["w"] or "")
    days += _numbers(groups["last"] or "")
    return _span_of_days(Span(*match.span()), days, _month_number(name), int(year) if year else None)


def _month_first(match: re.Match[str], groups: dict[str, str | None]) -> list[DateMention]:
    name, year = groups["bm"] or "", groups["by"]
    if not _written_as_month(name, year):
        return []
    days = _numbers(groups["b"] or "")
    return _span_of_days(Span(*match.span()), days, _month_number(name), int(year) if year else None)


def _month_only(match: re.Match[str], groups: dict[str, str | None]) -> list[DateMention]:
    name, year = groups["cm"] or "", groups["cy"]
    if not name[0].isupper() or (year is None and not _month_context(match)):
        return []
    day = Day(int(year) if year else None, _month_number(name), None)
    return [DateMention(Span(*match.span()), day, day)]


_MONTH_CONTEXT = regex(
    r"\b(?:in|of|this|last|next|during|since|until|mid|early|late|end of|beginning of)[\s-]$", re.IGNORECASE
)


def _month_context(match: re.Match[str]) -> bool:
    """'May' and 'March' alone are months after a word that makes them one."""
    return _MONTH_CONTEXT.search(match.string[max(0, match.start() - 16) : match.start()]) is not None


def _spelled_numbers(text: str) -> list[int]:
    return [day_words()[word] for word in re.split(r"\s+(?:and|to)\s+(?:the\s+)?", text.lower()) if word in day_words()]


def _numbers(text: str) -> list[int]:
    return [int(number) for number in _NUMBERS.findall(text)]


def _span_of_days(span: Span, days: list[int], month: int, year: int | None) -> list[DateMention]:
    first, last = min(days), max(days)
    start = Day(year, month, first)
    if len(days) == 2 and days[0] >= 25 and days[1] <= 7:
        # '30-2 March': the first day lies in the month before, though only the second month is named.
        earlier = month - 1 or 12
        start, last = Day(year if month > 1 or year is None else year - 1, earlier, days[0]), days[1]
    return _checked(span, start, Day(year, month, last))


def _checked(span: Span, start: Day, end: Day) -> list[DateMention]:
    """The mention, if its days are in the calendar."""
    if all(in_calendar(day) for day in (start, end)) and in_order(start, end):
        return [DateMention(span, start, end)]
    return []


def _numeric(match: re.Match[str]) -> DateMention | None:
    groups = match.groupdict()
    if "d" in groups:
        day = Day(int(match["y"]), int(match["m"]), int(match["d"]))
    else:
        first, second = int(match["a"]), int(match["b"])
        plain = match["sep"] == "." or match["first"] or first == second
        if not plain and first <= 12 and second <= 12:
            return None  # Day and month cannot be told apart.
        if first <= 12 < second:
            first, second = second, first
        day = Day(int(match["y"]), second, first)
    start = day._replace(day=int(groups["first"])) if groups.get("first") else day
    checked = _checked(Span(*match.span()), start, day)
    return checked[0] if checked else None


def complete(
    mention: DateMention, context: PartialDate | None, *, published: bool = False
) -> tuple[PartialDate, PartialDate] | None:
    """First and last day of a mention, what is missing taken from another date.

    Args:
        mention: A date of an event.
        context: The event's dateline, or the day of publication.
        published: ``context`` is the day of publication: an event of December reported in January was last year's.

    Returns:
        ``None`` where the year is neither stated nor to be had.
    """
    start, end = mention.start, mention.end
    if end.year is None and start.year is None:
        if context is None:
            return None
        year = context.year
        if published and context.month is not None and end.month is not None and end.month > context.month + 1:
            year -= 1
        start_year = year - 1 if (start.month or 0) > (end.month or 13) else year
        start, end = start._replace(year=start_year), end._replace(year=year)
    elif start.year is None:
        start = start._replace(year=end.year)
    elif end.year is None:
        end = end._replace(year=start.year)
    if not (in_calendar(start) and in_calendar(end) and in_order(start, end)):
        return None
    return _partial(start), _partial(end)


def _partial(day: Day) -> PartialDate:
    return PartialDate(day.year or 0, day.month, day.day)
