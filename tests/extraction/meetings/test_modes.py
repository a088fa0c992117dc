import pytest

from kg.extraction.meetings.analysis import analyse
from kg.model import Mode

TITLE = ("title", "4th Regional Workshop on Valuation")


def mode(report):
    return next((s.value for s in analyse(report).meetings[0].modes), None)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Workshop on Valuation was held online on 3 May 2020.", Mode.ONLINE),
        ("The Virtual Workshop on Valuation took place.", Mode.ONLINE),
        ("The Workshop on Valuation ran in a hybrid format.", Mode.HYBRID),
        ("At the Workshop on Valuation some attended in person, others joined online.", Mode.HYBRID),
        ("The Workshop on Valuation was held in person again.", Mode.IN_PERSON),
        ("The Workshop on Valuation was a hybrid event.", Mode.HYBRID),
        ("The Workshop on Valuation was held face to face; who could not fly followed it online.", Mode.HYBRID),
        ("The Workshop on Valuation was held in Nadi, Fiji and, via Zoom, Ms. Ho spoke.", Mode.HYBRID),
        ("The Workshop on Valuation was held partly on Zoom.", Mode.HYBRID),
        ("The Workshop on Valuation was held in Nadi, Fiji, with Tonga and Samoa doing so via Zoom.", Mode.HYBRID),
    ],
)
def test_meeting_mode_is_stated_in_words(make_report, sentence, expected):
    assert mode(make_report(TITLE, sentence)) is expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Workshop on Valuation was held in Nadi, Fiji.",
        "The Workshop on Valuation heard of virtual reality training.",
        "The Workshop on Valuation used the web site, online since 2014.",
        "After the Workshop on Valuation a virtual Seminar on Origin was announced.",
    ],
)
def test_a_place_or_a_word_about_something_else_is_no_mode(make_report, sentence):
    assert mode(make_report(TITLE, sentence)) is None


def test_a_dateline_may_state_the_mode(make_report):
    report = make_report(TITLE, ("dateline", "3 May 2020, Online"), "The workshop went well.")
    assert mode(report) is Mode.ONLINE


@pytest.mark.parametrize(
    "sentence",
    [
        "The Workshop on Valuation brought together Members in Nadi, Fiji, 13 on site and six via video link.",
        "The Workshop on Valuation was held in Nadi, Fiji; whoever could not come could dial in.",
    ],
)
def test_an_event_at_a_place_with_some_online_is_hybrid(make_report, sentence):
    assert mode(make_report(TITLE, sentence)) is Mode.HYBRID


def test_an_event_that_was_hybrid_is(make_report):
    report = make_report(("title", "4th Workshop on Value"), "It was held in Suva, Fiji, for the format was hybrid.")
    assert [stated.value.value for stated in analyse(report).meetings[0].modes] == ["hybrid"]


def test_who_joined_by_video_link_while_others_came_makes_it_hybrid(make_report):
    report = make_report(
        "The 4th Workshop on Valuation was held in Nadi, Fiji on 3 May 2017.",
        "Experts of Japan came to attend it, while RTC Kenya joined by video link.",
    )
    assert [stated.value for stated in analyse(report).meetings[0].modes] == [Mode.HYBRID]


def test_how_the_next_event_will_be_is_not_how_this_one_was(make_report):
    report = make_report(
        "The 4th Webinar on Valuation took place on 3 May 2021.",
        "A follow-up workshop will be held in Nadi, Fiji, in March 2022, in person if rules permit.",
    )
    assert mode(report) is Mode.ONLINE
