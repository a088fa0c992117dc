import pytest

from kg.extraction.meetings.context import read_lines, states_other_matter
from kg.model import SentenceKind


def test_lines_are_the_sentences_that_are_no_furniture(make_report):
    report = make_report(
        ("title", "Workshop on Valuation"),
        ("furniture", "Click here to subscribe"),
        ("dateline", "Suva, Fiji, 3 May 2017"),
        "The delegates met.",
        ("item", "Japan Customs"),
    )
    lines = read_lines(report)
    assert [report.quote(line.sentence.span) for line in lines][1] == "Suva, Fiji, 3 May 2017"
    assert [(line.index, line.body) for line in lines] == [(0, -1), (1, -1), (2, 0), (3, 1)]


def test_each_line_holds_its_events_dates_and_places(make_report):
    [line] = read_lines(make_report("The 4th Regional Workshop on Valuation was held in Nadi, Fiji on 3-5 May 2017."))
    assert [event.name for event in line.events] == ["4th Regional Workshop on Valuation"]
    assert [(date.start.day, date.end.day) for date in line.dates] == [(3, 5)]
    assert [place.city for place in line.places] == ["Nadi"]
    assert line.owners == [0]


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("The Workshop on Valuation on 3 May 2017 and the Seminar on Origin on 8 May 2017 were useful.", [0, 1]),
        ("On 3 May 2017 the Workshop on Valuation began, while the Seminar on Origin followed.", [0]),
        ("The Workshop on Valuation opened on 4 May 2017, the day before the Seminar on Origin.", [0]),
        ("Trade of March 2017 was discussed by the participants.", [None]),
    ],
    ids=["each its own", "the nearest behind", "not the one it is set against", "none"],
)
def test_a_date_belongs_to_the_nearest_event_of_its_clause(make_report, sentence, owners):
    [line] = read_lines(make_report(sentence))
    assert line.owners == owners


def test_a_first_line_of_date_and_place_is_read_as_a_dateline(make_report):
    lines = read_lines(make_report("Suva, Fiji, 3-5 May 2017", "The delegates met."))
    assert [line.kind for line in lines] == [SentenceKind.DATELINE, SentenceKind.BODY]
    assert [line.body for line in lines] == [-1, 0]


def test_a_first_sentence_that_says_more_is_none(make_report):
    lines = read_lines(make_report("Suva, Fiji, saw them meet on 3-5 May 2017.", "They met."))
    assert [line.kind for line in lines] == [SentenceKind.BODY, SentenceKind.BODY]


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        ("The office was founded in 2004 in Bangkok.", True),
        ("Customs has been a Member since 1 July 1998.", True),
        ("The delegates met on 3 May 2017.", False),
        ("The office, founded after the Workshop on Valuation, which was held on 3 May 2017, grew.", False),
    ],
)
def test_words_before_a_date_may_tie_it_to_other_matter(make_report, sentence, other):
    report = make_report(sentence)
    [line] = read_lines(report)
    assert states_other_matter(report.text, line, line.dates[0]) is other


def test_a_visit_told_by_a_verb_is_an_event_of_the_line(make_report):
    [line] = read_lines(make_report("Mr. Kunio Mikuriya paid a visit to the Korea Customs Service on 3 May 2017."))
    assert len(line.events) == 1
    assert "Korea Customs Service" in line.events[0].name


def test_no_more_phrases_are_looked_for_than_a_report_can_have(make_report):
    lines = read_lines(make_report(*["The Workshop on Valuation was held."] * 500))
    assert len(lines) == 500
    assert sum(len(line.events) for line in lines) == 400


def test_the_form_of_an_event_is_no_event_of_its_own(stated):
    read = stated(
        "The Second Regional Dialogue was convened on 3 May 2023 as a virtual meeting. Reports of the RTC Heads "
        "Meeting (Seoul, Korea, November 2019) were read. Mr. Larry Liza chaired."
    )
    assert read.roles == {("Larry Liza", "chair", "Second Regional Dialogue")}
