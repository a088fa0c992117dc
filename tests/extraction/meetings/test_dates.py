import pytest

from kg.extraction.meetings.analysis import analyse
from kg.model import PartialDate

TITLE = ("title", "4th Regional Workshop on Valuation")


def days(report):
    main = analyse(report).meetings[0]
    return [str(s.value) for s in main.starts[:1]], [str(s.value) for s in main.ends[:1]]


def test_the_date_of_the_body_goes_before_that_of_the_dateline(make_report):
    report = make_report(
        TITLE, ("dateline", "3 May 2017, Nadi, Fiji"), "The Workshop on Valuation was held from 3 to 5 May 2017."
    )
    assert days(report) == (["2017-05-03"], ["2017-05-05"])


def test_the_dateline_is_taken_where_the_body_has_no_date(make_report):
    report = make_report(TITLE, ("dateline", "3-5 May 2017, Nadi, Fiji"), "The Workshop on Valuation went well.")
    assert days(report) == (["2017-05-03"], ["2017-05-05"])


def test_a_missing_year_is_the_datelines(make_report):
    report = make_report(TITLE, ("dateline", "May 3, 2017"), "The Workshop on Valuation was held on 3 and 4 May.")
    assert days(report) == (["2017-05-03"], ["2017-05-04"])


def test_an_opening_day_alone_is_a_start_without_end(make_report):
    report = make_report(TITLE, "The Workshop on Valuation began on 3 May 2017 in Nadi, Fiji.")
    assert days(report) == (["2017-05-03"], [])


def test_a_month_is_no_more_precise_than_stated(make_report):
    report = make_report(TITLE, "The Workshop on Valuation took place in Nadi, Fiji, in May 2017.")
    assert days(report) == (["2017-05"], ["2017-05"])


@pytest.mark.parametrize(
    "sentence",
    [
        "The Workshop on Valuation took place in the centre, which was founded on 3 May 2011.",
        "The Workshop on Valuation drew on the Conference on Trade held on 3 May 2011.",
        "The Workshop on Valuation took place today.",
    ],
)
def test_a_date_of_something_else_is_not_the_events(make_report, sentence):
    assert days(make_report(TITLE, sentence)) == ([], [])


def test_the_day_of_publication_is_not_the_events(make_report):
    report = make_report(TITLE, "The Workshop on Valuation went well.", issued=PartialDate(2017, 5, 9))
    assert days(report) == ([], [])


def test_a_news_line_a_few_days_later_is_not_the_events(make_report):
    told = "On 3 May 2017 the WCO and the Revenue Service signed a Memorandum of Understanding."
    report = make_report(("title", "New RTC for the region"), ("dateline", "Nadi, Fiji, 9 May 2017"), told)
    assert days(report) == (["2017-05-03"], ["2017-05-03"])
    assert not analyse(report).discrepancies


def test_a_range_that_stands_beside_the_name_goes_before_the_news_line_of_the_next_day(make_report):
    told = (
        "It took two ballots.",
        "The vote was close.",
        "The 26th Conference of Directors General of Customs took place from May 11 to 13, 2025.",
    )
    report = make_report(("title", "Vice-Chair elected"), ("dateline", "Suva, Fiji, May 14"), *told)
    assert days(report) == (["2025-05-11"], ["2025-05-13"])


def test_a_dateline_long_after_the_first_date_is_the_events(make_report):
    told = "On 3 May 2016 the WCO and the Revenue Service signed a Memorandum of Understanding."
    report = make_report(("title", "New RTC for the region"), ("dateline", "Nadi, Fiji, 9 May 2017"), told)
    assert days(report) == (["2017-05-09"], ["2017-05-09"])


def test_several_days_before_the_dateline_are_the_events(make_report):
    report = make_report(
        TITLE,
        ("dateline", "Suva, Fiji, 12 May 2017"),
        "It was hot.",
        "For three days, from 3 to 5 May, they worked.",
        "The Workshop on Valuation went well.",
    )
    assert days(report) == (["2017-05-03"], ["2017-05-05"])


def test_first_and_last_day_of_a_sentence_are_both_the_events(make_report):
    report = make_report(
        TITLE, "The Workshop went well.", "It had begun on 27 October 2025 and ran until 7 November 2025."
    )
    assert days(report) == (["2025-10-27"], ["2025-11-07"])


def test_the_day_to_which_the_talks_run_is_the_last(make_report):
    report = make_report(
        TITLE, "He said so on Tuesday, 6 May 2025 at the Workshop on Valuation.", "The talks run until 8 May."
    )
    assert days(report) == (["2025-05-06"], ["2025-05-08"])


def test_the_year_of_the_last_day_is_that_of_the_first(make_report):
    report = make_report(
        ("title", "Valuers meet"), "The workshop started on November 18, 2025 and will finish on November 20."
    )
    assert days(report) == (["2025-11-18"], ["2025-11-20"])


def test_a_day_beside_training_as_such_is_the_events(make_report):
    report = make_report(TITLE, "From 3 to 5 May 2017, Suva was the capital of Customs training.")
    assert days(report) == (["2017-05-03"], ["2017-05-05"])


def test_the_year_of_a_day_is_no_part_of_a_name(make_report):
    report = make_report(TITLE, "The May 3-5, 2017 meeting, hosted by the WCO, drew 40 delegates.")
    assert days(report) == (["2017-05-03"], ["2017-05-05"])
    assert len(analyse(report).meetings) == 1


def test_a_day_is_not_of_the_meeting_beside_which_the_event_was(make_report):
    told = (
        "The Workshop on Valuation was held on 3 May 2017, back to back with the Heads of RTCs Meeting of 1 May 2017."
    )
    assert days(make_report(TITLE, told)) == (["2017-05-03"], ["2017-05-03"])


def test_a_day_long_after_the_first_is_not_the_last(make_report):
    told = "The Workshop on Valuation began on 3 May 2016, and its results are on display until 30 June 2016."
    assert days(make_report(TITLE, told)) == (["2016-05-03"], [])


def test_the_day_before_a_dash_is_that_of_the_news(make_report):
    report = make_report(TITLE, "16/12/2020 – The Workshop on Valuation took place virtually on 14 December 2020.")
    assert days(report) == (["2020-12-14"], ["2020-12-14"])


def test_the_only_day_before_a_dash_is_the_events(make_report):
    report = make_report(TITLE, "16/12/2020 – The Workshop on Valuation took place virtually.")
    assert days(report) == (["2020-12-16"], ["2020-12-16"])


def test_the_day_of_an_inauguration_is_that_of_its_ceremony(make_report):
    report = make_report(
        ("title", "Training Centre opened"),
        "A Training Centre was inaugurated in Suva on 6 October 2011.",
        "The Minister officiated at the inauguration ceremony.",
    )
    assert days(report) == (["2011-10-06"], ["2011-10-06"])


def test_the_day_of_an_inauguration_is_not_that_of_a_workshop(make_report):
    report = make_report(TITLE, "The centre was inaugurated on 6 October 2011.", "It saw the Workshop on Valuation.")
    assert days(report) == ([], [])


def test_the_days_of_an_operation_are_not_those_of_its_debriefing(make_report):
    report = make_report(
        "Operation AMBERGRIS (2-15 May 2016) is over; its Debriefing Meeting was held in Cologne on 22 September 2016."
    )
    assert [stated.value.month for stated in analyse(report).meetings[0].starts] == [9]


def test_the_year_may_stand_with_the_day_of_the_news_alone(make_report):
    report = make_report(
        "Lagos, Nov. 27, 2015 (NNW) Officers called for a pact.",
        "It was agreed at the 4th Regional Workshop on Valuation, which was held from Nov. 25 to Nov. 27.",
    )
    assert days(report) == (["2015-11-25"], ["2015-11-27"])


def test_when_it_ended_goes_before_the_day_of_the_news(make_report):
    report = make_report(
        TITLE,
        ("dateline", "Update: August 19, 2016"),
        "The Workshop on Valuation opened on August 17 and finished yesterday, August 18.",
    )
    assert days(report) == (["2016-08-17"], ["2016-08-18"])


def test_a_day_on_the_margins_of_another_event_is_that_of_the_event(make_report):
    report = make_report(
        ("title", "The region changes hands"),
        "The handover ceremony took place in Brussels on 26 June 2026, on the margins of the 147th Session of the "
        "WCO Council.",
    )
    assert days(report) == (["2026-06-26"], ["2026-06-26"])
