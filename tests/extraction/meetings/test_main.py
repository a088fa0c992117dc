import pytest

from kg.extraction.meetings.analysis import analyse
from kg.model import MeetingKind, Mode, PartialDate, Region


def main(report):
    return analyse(report).meetings[0]


def values(stated):
    return [each.value for each in stated]


@pytest.fixture
def heads(make_report):
    return make_report(
        ("title", "18th Global Meeting of the Regional Entities"),
        ("dateline", "Brussels, Belgium, 2-3 March 2023"),
        "The 18th Global Meeting of the Regional Entities was held at the WCO Headquarters with 45 delegates in "
        "attendance.",
    )


def test_the_record_holds_all_that_is_stated_of_the_main_event(heads):
    meeting = main(heads)
    assert (meeting.key, meeting.main, meeting.kind) == ("m1", True, MeetingKind.MEETING)
    assert values(meeting.names) == ["18th Global Meeting of the Regional Entities"]
    assert values(meeting.ordinals) == [18]
    assert (values(meeting.starts), values(meeting.ends)) == ([PartialDate(2023, 3, 2)], [PartialDate(2023, 3, 3)])
    assert (values(meeting.cities), values(meeting.countries)) == (["Brussels"], ["BE"])
    assert values(meeting.regions) == [Region.GLOBAL]
    assert values(meeting.people) == [45]


def test_each_passage_names_the_event_and_says_in_which_part(heads):
    passages = main(heads).passages
    assert [heads.quote(p.span) for p in passages] == ["18th Global Meeting of the Regional Entities"] * 2
    assert [p.rule for p in passages] == ["meeting.name.title", "meeting.name.phrase"]


def test_the_fullest_name_with_the_headlines_ordinal_comes_first(make_report):
    report = make_report(
        ("title", "7th Workshop on Valuation"),
        "The 7th WCO Regional Workshop on Valuation was held in Nadi, Fiji on 3-5 May 2017.",
    )
    assert values(main(report).names)[0] == "7th WCO Regional Workshop on Valuation"


def test_years_since_something_are_no_number_of_the_meeting(make_report):
    report = make_report(
        ("title", "ROCB A/P 10th Anniversary Ceremony"),
        "The ROCB A/P’s 10th Anniversary Ceremony was held in Bangkok, Thailand on 3 May 2014.",
    )
    assert main(report).ordinals == ()


def test_an_event_online_was_in_no_city(make_report):
    report = make_report(
        ("title", "Virtual Workshop on Valuation"),
        "The Virtual Workshop on Valuation was held online in Suva, Fiji on 3-5 May 2021.",
    )
    meeting = main(report)
    assert values(meeting.modes) == [Mode.ONLINE]
    assert meeting.cities == meeting.countries == ()


def test_the_country_of_the_adopted_city_comes_first(make_report):
    report = make_report(
        ("title", "Regional Workshop on Valuation"),
        ("dateline", "Nadi, Fiji, 3-5 May 2017"),
        "The Regional Workshop on Valuation was held in Japan, in Tokyo, and in Nadi.",
    )
    meeting = main(report)
    assert (meeting.cities[0].value, meeting.countries[0].value) == ("Nadi", "FJ")


def test_a_dateline_does_not_end_what_began_later(make_report):
    report = make_report(
        ("title", "24th Conference of Directors General of Customs"),
        ("dateline", "Brussels, 30 June 2018"),
        "The work of the 24th Conference of Directors General of Customs opened on 10 April 2019 in Malabo.",
    )
    meeting = main(report)
    assert meeting.starts[0].value == PartialDate(2019, 4, 10)
    assert meeting.ends == ()


def test_the_first_visit_is_no_meeting_with_a_number(make_report):
    report = make_report(
        ("title", "ROCB Director pays first visit to RTC Jamaica"),
        "His visit to RTC Jamaica took place in Kingston, Jamaica on 1 and 2 March 2023.",
    )
    assert main(report).kind is MeetingKind.VISIT
    assert values(main(report).ordinals) == []
