"""Visits have two sides, and may be told over several sentences."""

import pytest

from kg.extraction import extract
from kg.model import PartialDate
from kg.reading import read_text

VISIT = "visit to the Customs Training Institute"


def test_who_comes_and_what_is_visited(stated):
    read = stated("Mr. Norikazu Kuramoto visited the Korea Customs Service.", headline="Visit to Korea")
    assert {(who, role) for who, role, _ in read.roles} == {
        ("Norikazu Kuramoto", "visitor"),
        ("Korea Customs Service", "host"),
    }


def test_who_is_shown_round_there_visits_what_the_sentence_before_names(stated):
    read = stated(
        "The 18th Global Meeting of the Regional Entities was held on 20 February 2023. "
        "A visit to the Customs Training Institute in Leuven was the last point on 21 February 2023. "
        "Mr. Kunio Mikuriya and Mr. Larry Liza were shown round there by Mr. Norikazu Kuramoto."
    )
    assert {(who, role) for who, role, what in read.roles if what.startswith(VISIT)} == {
        ("Kunio Mikuriya", "visitor"),
        ("Larry Liza", "visitor"),
        ("Norikazu Kuramoto", "attendee"),
    }


def test_who_comes_together_with_a_visitor_visits(stated):
    read = stated(
        "On 20 February 2023 the ROCB A/P had the honour of a visit from the Maldives. "
        "Mr. Kunio Mikuriya came to our office together with Mr. Larry Liza.",
        headline="A visit from the Maldives",
    )
    assert {(who, role) for who, role, _ in read.roles} >= {("Kunio Mikuriya", "visitor"), ("Larry Liza", "visitor")}


def test_a_visit_in_the_headline_is_the_one_that_is_told_of(stated):
    read = stated(
        "A signing ceremony was held in Bangkok on 22 August 2019. On 26 August 2019 Mr. Larry Liza paid a visit to "
        "the ROCB A/P.",
        headline="Memorandum signed; Larry Liza visits",
    )
    assert {what for _, role, what in read.roles if role == "visitor"} == {"visit to the ROCB A/P"}


def test_what_the_delegates_visit_is_no_visit(stated):
    read = stated(
        "The 18th Global Meeting of the Regional Entities was held on 20 February 2023. "
        "The delegates visited the Customs Training Institute."
    )
    assert not any(role == "visitor" for _, role, _ in read.roles)


def test_an_office_may_be_visited_and_somebody_there_receive(stated):
    read = stated(
        "The 18th Global Meeting of the Regional Entities was held on 20 February 2023. Mr. Larry Liza spoke. "
        "On the same day Mr. Larry Liza was received at the Korea Customs Service by its Head, Mr. Ian Saunders."
    )
    assert {(who, role) for who, role, what in read.roles if what == "visit to Korea Customs Service"} == {
        ("Larry Liza", "visitor"),
        ("Ian Saunders", "attendee"),
        ("Korea Customs Service", "host"),
    }


def test_what_is_received_by_somebody_is_no_visit(at_conference):
    assert not at_conference("Certificates were received by Mr. Larry Liza.").roles


def test_a_courtesy_call_is_called_so(at_conference):
    read = at_conference("In the margins, Mr. Larry Liza paid a courtesy call on Mr. Ian Saunders.")
    assert {meeting for who, _, meeting in read.roles if who == "Larry Liza"} == {"courtesy call on Ian Saunders"}


def test_who_receives_is_no_visitor(stated):
    read = stated(
        "On 20 February 2023 Mr. Kunio Mikuriya visited the Korea Customs Service. The guest was received by "
        "Mr. Larry Liza, and shown round the laboratories by Mr. Ian Saunders.",
        headline="Visit to the Korea Customs Service",
    )
    assert {who for who, role, _ in read.roles if role == "visitor"} == {"Kunio Mikuriya"}


def test_a_visit_to_somebody_is_called_by_the_post_too(stated):
    read = stated(
        "The 18th Global Meeting was held on 20 February 2023. Mr. Larry Liza, Chairman of the Fiji Customs Service, "
        "opened it.\n\nOn the sidelines Mr. Liza received Mr. Kunio Mikuriya at the headquarters of the service."
    )
    names = {what for who, role, what in read.roles if role == "visitor"}
    assert names == {"visit to Liza"}


def test_the_post_of_who_is_visited_is_a_name_of_the_visit(make_report):
    report = make_report(
        "Mr. Kunio Mikuriya attended the 18th Global Meeting in Suva, Fiji, on 20 February 2023.",
        "On the sidelines Mr. Mikuriya paid a courtesy call on Mr. Larry Liza, Minister of Finance of Fiji.",
    )
    visit = extract(report).meetings[1]
    assert [name.value for name in visit.names] == [
        "courtesy call on Larry Liza",
        "visit to Larry Liza",
        "courtesy call on Minister of Finance of Fiji",
        "visit to Minister of Finance of Fiji",
    ]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("On 22 February 2023 Mr. Larry Liza paid a courtesy call on H.E. Ann Ho.", PartialDate(2023, 2, 22)),
        ("Mr. Larry Liza visited RTC Fiji in Suva on 22 February.", PartialDate(2023, 2, 22)),
        ("Mr. Larry Liza visited RTC Fiji, which opened on 22 February 2019.", None),
    ],
)
def test_a_visit_in_the_margins_has_the_day_that_is_told_of_it(sentence, day):
    conference = "The 18th Global Meeting of the Regional Entities was held in Brussels on 20 February 2023."
    [visit] = extract(read_text(f"Meeting\n\n{conference} {sentence}\n", "a.txt")).meetings[1:]
    assert [stated.value for stated in (*visit.starts, *visit.ends)] == ([day, day] if day else [])
