import pytest

from kg.extraction.meetings.analysis import analyse
from kg.extraction.meetings.candidates import same_event
from kg.extraction.meetings.names import find_events


def event(text):
    [found] = find_events(text, 0, len(text))
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "the 16th Meeting of the Heads of the WCO A/P Regional Training Centers (RTCs)",
            "the 16th meeting of RTC heads",
        ),
        ("the 19th Global Meeting of the Regional Entities", "the Global Meeting of Regional Structures"),
        ("the Regional Workshop on Risk Management", "the workshop on risk management"),
        ("the Heads of Customs Conference", "the Conference of Directors General"),
    ],
)
def test_names_of_one_event_agree(one, other):
    assert same_event(event(one), event(other))


def test_what_sort_of_event_it_was_names_no_other(stated):
    read = stated(
        "The 3rd Steering Committee Meeting of the Training Programme was held in Suva, Fiji. The hybrid meeting, held "
        "on 16 September 2021, was hosted by Fiji Customs.",
        dateline="",
    )
    assert read.roles == {("Fiji Customs", "host", "3rd Steering Committee Meeting of the Training Programme")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the 16th Meeting of the Heads of RTCs", "the 15th Meeting of the Heads of RTCs"),
        ("the Regional Workshop on Risk Management", "the Regional Workshop on Valuation"),
        ("the ESA Heads of Customs Conference", "the MENA Heads of Customs Conference"),
        ("the Workshop on Valuation", "the ceremony on Valuation"),
    ],
)
def test_names_of_different_events_do_not(one, other):
    assert not same_event(event(one), event(other))


def test_headline_and_body_that_number_one_event_differently_are_one_event(make_report):
    report = make_report(
        ("title", "ROCB A/P joins the 18th Global Meeting of the Regional Entities"),
        "In Brussels, Belgium, the 17th Global Meeting of the WCO Regional Entities was held on 20-21 February 2023.",
    )
    analysis = analyse(report)
    [main] = analysis.meetings
    assert [s.value for s in main.ordinals] == [18, 17]
    [discrepancy] = analysis.discrepancies
    assert discrepancy.reason.startswith("The headline says 18, the body says 17")


def test_an_earlier_edition_stays_apart(make_report):
    report = make_report(
        ("title", "3rd Meeting of the Europe Region RTCs and ROCB"),
        "At their 2nd meeting, in Skopje, the RTCs had begun.",
        "The 3rd Meeting of the RTCs and ROCB was held in Moscow, Russia.",
    )
    analysis = analyse(report)
    assert [m.ordinals[0].value for m in analysis.meetings] == [3, 2]
    assert analysis.discrepancies == ()


def test_an_event_introduced_without_a_name_gets_it_later(make_report):
    report = make_report(
        "On 1 October 2010 they held a joint meeting in Brussels, Belgium.",
        "The meeting of the ROCBs and RTCs was of one mind.",
    )
    [main] = analyse(report).meetings
    assert main.names[0].value == "meeting of the ROCBs and RTCs"


def test_a_number_that_stands_apart_belongs_to_the_event(make_report):
    report = make_report("The Regional Steering Group of ESA met on 3 May 2018 for its 29th Session.")
    [main] = analyse(report).meetings
    assert [s.value for s in main.ordinals] == [29]


def test_a_headline_that_calls_the_event_by_its_city_names_the_event_of_the_body(make_report):
    report = make_report(
        ("title", "Suva Conference comes to an end"),
        "The 19th Conference of Heads of Customs was held in Suva, Fiji on 9-11 May 2018.",
    )
    [main] = analyse(report).meetings
    assert main.names[0].value == "19th Conference of Heads of Customs"


def test_a_second_one_is_not_the_one_of_the_headline(make_report):
    report = make_report(
        ("title", "A webinar finds out"),
        "The WCO had organized the Regional Webinar on Rules of Origin on 17 May 2023.",
        "A second webinar will follow on 14 June 2023.",
    )
    main, other = analyse(report).meetings
    assert (main.names[0].value, other.names[0].value) == ("Regional Webinar on Rules of Origin", "second webinar")


def test_a_round_table_with_a_name_is_an_event(make_report):
    report = make_report(
        ("title", "Green Customs Roundtable in Suva"),
        "The Asia/Pacific Green Customs Roundtable was held on 3 May 2023.",
        "The last round table was lively.",
    )
    assert [meeting.names[0].value for meeting in analyse(report).meetings] == ["Asia/Pacific Green Customs Roundtable"]


def test_the_regional_meeting_is_the_one_of_the_region_named_before(make_report):
    report = make_report(
        ("title", "143rd Sessions of the WCO Council"),
        "The 143rd Sessions of the WCO Council were held on 27 June 2024.",
        "Between the Sessions the A/P Regional Meeting sat on June 28, with Fiji in the chair.",
        "Reports were made to the Regional Meeting.",
    )
    assert [meeting.names[0].value for meeting in analyse(report).meetings] == [
        "143rd Sessions of the WCO Council",
        "A/P Regional Meeting",
    ]


def test_a_webinar_with_a_date_of_its_own_is_not_the_workshop_of_its_name(make_report):
    report = make_report(
        ("title", "Workshop on Origin in Suva"),
        "The Workshop on Origin was held in Suva, Fiji on 3 May 2023.",
        "The Webinar on Origin was held on 8 June 2023.",
    )
    assert [[c.value for c in m.cities] for m in analyse(report).meetings] == [["Suva"], []]


@pytest.mark.parametrize("words", ["Those in charge of customs training in West Africa", "Men of training in Asia"])
def test_training_as_such_is_no_event(make_report, words):
    report = make_report(f"{words} met in Suva, Fiji on 3 May 2023 for the 4th Meeting of Managers.")
    assert [m.names[0].value for m in analyse(report).meetings] == ["4th Meeting of Managers"]
