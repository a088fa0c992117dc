import pytest

from kg.extraction.meetings.names import find_events
from kg.model import MeetingKind

NAMED = [
    (
        "WCO Headquarters was the place of the 10thROCBs/RTCs/Vice Chairs Meeting.",
        "10th ROCBs/RTCs/Vice Chairs Meeting", (10,), "the",
    ),
    (
        "at the First Meeting of Legal and Technical Working Groups of the Interim Group on Paperless Trade.",
        "First Meeting of Legal and Technical Working Groups of the Interim Group on Paperless Trade", (1,), "the",
    ),
    ("127th/128th Sessions of the WCO Council: Fiji", "127th/128th Sessions of the WCO Council", (127, 128), ""),
    (
        "at the 21st Oceania Customs Organisation Annual Conference, 13-15 May 2019",
        "21st Oceania Customs Organisation Annual Conference", (21,), "the",
    ),
    ("for the ROCB A/P’s 10th Anniversary Ceremony in Bangkok", "ROCB A/P’s 10th Anniversary Ceremony", (10,), "the"),
    (
        "of the 24th East and Southern Africa (ESA) Region Governing Council Meeting over two days",
        "24th East and Southern Africa (ESA) Region Governing Council Meeting", (24,), "the",
    ),
    (
        "A WCO National Workshop on Customs Valuation, Origin and Classification was held in Lusaka",
        "WCO National Workshop on Customs Valuation, Origin and Classification", (), "a",
    ),
    ("They met for a workshop on risk management attended by 30 officers",
     "workshop on risk management", (), "a"),
    ("came together for the 17th Session of the body", "17th Session", (17,), "the"),
    ("was called to an extraordinary conference on 29 December 2020", "extraordinary conference", (), "an"),
    ("for a formal visit to RTC-China (Shanghai Customs College), between",
     "formal visit to RTC-China (Shanghai Customs College)", (), "a"),
    (
        "the Heads of Customs Meeting of the Americas and Caribbean Region.",
        "Heads of Customs Meeting of the Americas and Caribbean Region", (), "the",
    ),
    (
        "the 18th Global Meeting of the Regional Entities established by the Members and the Vice-Chairs’ Offices ran",
        "18th Global Meeting of the Regional Entities established by the Members and the Vice-Chairs’ Offices",
        (18,), "the",
    ),
    ("ROCB A/P Takes Part in the TRAFFIC Consultative Workshop", "TRAFFIC Consultative Workshop", (), "the"),
    ("a seminar on “Data Analysis for Effective Border Management” took place",
     "seminar on “Data Analysis for Effective Border Management”", (), "a"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "ordinals", "determiner"), NAMED)
def test_meeting_name_phrase_is_read_in_full(text, name, ordinals, determiner):
    [event] = find_events(text, 0, len(text))
    assert (event.name, event.ordinals, event.determiner) == (name, ordinals, determiner)
    assert not event.bare


@pytest.mark.parametrize(
    "text",
    [
        "the EU Border Assistance Mission gave its support",
        "the workshop participants were glad",
        "at the Customs and Excise Training School",
        "in the course of the year",
        "a meeting room was full",
        "the WCO programme is well known",
    ],
)
def test_a_word_for_an_event_that_describes_something_else_is_none(text):
    assert find_events(text, 0, len(text)) == []


def test_a_date_or_place_in_brackets_is_no_part_of_the_name():
    text = "results of the RTC Heads Meeting (Hong Kong, China, December 2016)"
    [event] = find_events(text, 0, len(text))
    assert event.name == "RTC Heads Meeting"


def test_the_head_alone_points_back():
    text = "In the Meeting and at this workshop"
    assert [(e.name, e.bare, e.determiner) for e in find_events(text, 0, len(text))] == [
        ("Meeting", True, "the"),
        ("workshop", True, "this"),
    ]


def test_words_of_time_are_no_part_of_the_name():
    text = "chairperson of the next Global Meeting of Regional Entities"
    [event] = find_events(text, 0, len(text))
    assert (event.name, event.tense) == ("Global Meeting of Regional Entities", "future")


def test_the_kind_is_that_of_the_head():
    text = "the signing ceremony and the webinar"
    assert [e.kind for e in find_events(text, 0, len(text))] == [MeetingKind.CEREMONY, MeetingKind.SEMINAR]


def test_who_signs_for_somebody_is_no_event():
    text = "Signing for the WCO was the Director."
    assert find_events(text, 0, len(text)) == []


def test_a_signing_with_a_name_is_an_event():
    text = "The MoU Signing on Border Cooperation was held."
    [event] = find_events(text, 0, len(text))
    assert event.name == "MoU Signing on Border Cooperation"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ms. Ho, Head of the EUBAM mission, attended.", []),
        ("The WCO mission went to Suva.", ["WCO mission"]),
        ("Mission to Suva", ["Mission"]),
    ],
)
def test_a_mission_that_goes_on_is_an_organization(text, names):
    assert [event.name for event in find_events(text, 0, len(text))] == names


def test_a_school_is_where_courses_are_held():
    text = "They met at the Institute for Advanced Customs Training."
    assert find_events(text, 0, len(text)) == []


def test_the_head_of_mission_of_an_embassy_leads_no_mission():
    text = "The Deputy Head of Mission of the Embassy spoke."
    assert find_events(text, 0, len(text)) == []


@pytest.mark.parametrize(
    "text", ["Director, Training and Research Division, and two staff", "the Training & Data Unit met"]
)
def test_what_begins_the_name_of_a_unit_is_no_event(text):
    assert find_events(text, 0, len(text)) == []
