import pytest

from kg.extraction.meetings.analysis import analyse
from kg.model import Region


def region(report):
    return next((s.value for s in analyse(report).meetings[0].regions), None)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The 10th ROCBs/RTCs/Vice Chairs Meeting was held in Brussels, Belgium.", Region.GLOBAL),
        ("The 12th WCO Annual PICARD Conference was held in Hammamet, Tunisia.", Region.GLOBAL),
        ("The 127th/128th Sessions of the WCO Council were held in Brussels, Belgium.", Region.GLOBAL),
        ("The 24th ESA Region Governing Council Meeting was held in Gaborone, Botswana.", Region.ESA),
        ("The 14th Meeting of Heads of the WCO A/P RTCs was held in Hong Kong.", Region.AP),
        ("A WCO workshop on risk management was held in Lusaka, Zambia.", Region.ESA),
        ("The WCO Sub-regional Workshop on Audit for the Pacific Islands was held.", Region.AP),
        ("A formal visit to RTC-China took place on 2 December 2019.", Region.AP),
    ],
)
def test_meeting_region_is_read(make_report, sentence, expected):
    assert region(make_report(sentence)) is expected


def test_a_meeting_of_centres_in_the_region_that_called_it_is_of_that_region(make_report):
    report = make_report(
        "The 18th Meeting of Heads of Regional Training Centres (RTCs) was held in Lilongwe, Malawi.",
        "The ROCB ESA had called it.",
    )
    assert region(report) is Region.ESA


@pytest.mark.parametrize(
    "sentence",
    [
        "The 21st Oceania Customs Organisation Annual Conference was held in Saipan, CNMI.",
        "The CAREC Workshop on Trade was held in Bangkok, Thailand with the ROCB A/P.",
        "The 9th Capacity Building seminar of UNESCAP was held in Bangkok, Thailand.",
    ],
)
def test_an_event_of_another_organization_has_no_region(make_report, sentence):
    assert region(make_report(sentence)) is None


def test_an_event_to_which_the_wco_was_only_invited_has_no_region(make_report):
    report = make_report(
        "Dr. Tong Hua of the ROCB A/P was a guest speaker at the Workshop for Post Offices in Bangkok, Thailand."
    )
    assert region(report) is None


def test_meeting_region_members_are_those_of_the_countries_named(make_report):
    report = make_report("From 18 to 22 October 2021 auditors of Ghana and Togo attended an online workshop on audit.")
    assert region(report) is Region.WCA


def test_a_committee_of_a_region_is_no_event_of_the_whole(make_report):
    report = make_report(
        "The Third Meeting of the Finance Committee of the West and Central Africa (WCA) region was held in Malabo.",
        "As Chair of the Finance Committee, Mr. X presided over the Third Meeting of the Finance Committee.",
    )
    assert region(report) is Region.WCA
