import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.values.dates import complete, find_dates
from kg.model import PartialDate

RANGES = [
    ("on the 8-9th of September 2010", (2010, 9, 8), (2010, 9, 9)),
    ("18th-20th May 2013", (2013, 5, 18), (2013, 5, 20)),
    ("On February 19-20, 2024, the", (2024, 2, 19), (2024, 2, 20)),
    ("both 22 and 23 February 2018", (2018, 2, 22), (2018, 2, 23)),
    ("from 29 to 30 of January 2015", (2015, 1, 29), (2015, 1, 30)),
    ("27 February – 1 March 2019", (2019, 2, 27), (2019, 3, 1)),
    ("February 28 to March 2, 2024", (2024, 2, 28), (2024, 3, 2)),
    ("December 30, 2019 to January 2, 2020", (2019, 12, 30), (2020, 1, 2)),
    ("28 December to 3 January 2020", (2019, 12, 28), (2020, 1, 3)),
    ("November 18 -19, 2009", (2009, 11, 18), (2009, 11, 19)),
    ("14 to 16November 2011", (2011, 11, 14), (2011, 11, 16)),
    ("from 21to 23 November 2017", (2017, 11, 21), (2017, 11, 23)),
    ("from 29 to30 November 2022", (2022, 11, 29), (2022, 11, 30)),
    ("13-15 may 2019", (2019, 5, 13), (2019, 5, 15)),
    ("23 – 25 Sept. 2015", (2015, 9, 23), (2015, 9, 25)),
    ("from 25 Nov. to 27 Nov. 2015", (2015, 11, 25), (2015, 11, 27)),
    ("Monday 5 June to Wednesday, 7 June 2017", (2017, 6, 5), (2017, 6, 7)),
    ("5, 6 and 7 June 2019", (2019, 6, 5), (2019, 6, 7)),
    ("over two days, 15 and 16 May 2017", (2017, 5, 15), (2017, 5, 16)),
    ("between 1 and 5 April, 2019", (2019, 4, 1), (2019, 4, 5)),
    ("15th October 2020", (2020, 10, 15), (2020, 10, 15)),
    ("in December 2016", (2016, 12, None), (2016, 12, None)),
    ("founded in 1965", (1965, None, None), (1965, None, None)),
    ("on October 1st", (None, 10, 1), (None, 10, 1)),
    ("the end of May.", (None, 5, None), (None, 5, None)),
    ("2016-12-07", (2016, 12, 7), (2016, 12, 7)),
    ("25/05/2019", (2019, 5, 25), (2019, 5, 25)),
    ("the third and fourth of May 2018", (2018, 5, 3), (2018, 5, 4)),
    ("from the 21st of September to the 23rd, 2015", (2015, 9, 21), (2015, 9, 23)),
    ("from March 5, to March 7, 2018", (2018, 3, 5), (2018, 3, 7)),
    ("September 30 - 2 October 2019", (2019, 9, 30), (2019, 10, 2)),
    ("From 30th of September until October 2nd, 2019", (2019, 9, 30), (2019, 10, 2)),
    ("5th (Mon) to 7th (Wed) March 2018", (2018, 3, 5), (2018, 3, 7)),
    ("the 5th and 7th days of March 2018", (2018, 3, 5), (2018, 3, 7)),
    ("5-7.03.2018", (2018, 3, 5), (2018, 3, 7)),
    ("24-28/09/2018", (2018, 9, 24), (2018, 9, 28)),
    ("17th,18th May 2016", (2016, 5, 17), (2016, 5, 18)),
    ("30-2 June 2020", (2020, 5, 30), (2020, 6, 2)),
]


@pytest.mark.parametrize(("text", "start", "end"), RANGES)
def test_a_date_is_read_with_the_precision_stated(text, start, end):
    [mention] = find_dates(text, 0, len(text))
    assert (mention.start, mention.end) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "today",
        "next week",
        "they may 5 times",
        "the march of 12 officers",
        "on 31 June 2019",
        "12/05/2019",
        "7500 managers",
        "the 30th anniversary",
        "FY2015/16",
        "1987-1998",
        "HS 2022",
        "Windows 10 may come",
    ],
)
def test_what_is_no_date_is_not_read(text):
    assert find_dates(text, 0, len(text)) == []


def test_dates_of_two_events_stay_apart():
    text = "Council sessions, 23 to 25 June 2022; the other on 23 May and 14 July 2016"
    assert [text[m.span.start : m.span.end] for m in find_dates(text, 0, len(text))] == [
        "23 to 25 June 2022",
        "23 May",
        "14 July 2016",
    ]


def test_a_missing_year_comes_from_the_context():
    [mention] = find_dates("On 17-18 February", 0, 17)
    assert complete(mention, PartialDate(2022, 2, 23)) == (PartialDate(2022, 2, 17), PartialDate(2022, 2, 18))
    assert complete(mention, None) is None


def test_an_event_of_december_reported_in_january_was_last_years():
    [mention] = find_dates("on 12 December", 0, 14)
    assert complete(mention, PartialDate(2022, 1, 5), published=True) == (PartialDate(2021, 12, 12),) * 2
    assert complete(mention, PartialDate(2022, 12, 1), published=True) == (PartialDate(2022, 12, 12),) * 2


@given(st.text(alphabet="0123456789 -/,.Mayandto", max_size=120))
def test_offsets_lie_in_the_text_and_days_in_the_calendar(text):
    position = 0
    for mention in find_dates(text, 0, len(text)):
        assert position <= mention.span.start < mention.span.end <= len(text)
        position = mention.span.end
        assert mention.start.day is None or 1 <= mention.start.day <= 31


def test_months_within_words_are_looked_at_once():
    text = "Trade Mark Africa, " * 20_000
    months = [place for place in range(len(text)) if text.startswith("Mar", place)]
    assert find_dates(text, 0, len(text), months=months) == []  # a search from each of them would take minutes
