"""Which meeting a phrase speaks of."""

import pytest


def test_a_meeting_behind_and_is_not_the_one_that_was_organized(at_conference):
    body = "It was organized by the ROCB A/P and the Workshop on Valuation in Suva, Fiji followed in March 2023."
    read = at_conference(body)
    assert {(who, role, what) for who, role, what in read.roles} == {
        ("ROCB A/P", "organizer", "18th Conference of Directors General of Customs")
    }


def test_the_meeting_that_was_held_is_the_one_that_was_chaired(at_conference):
    body = "It is recalled that the 17th Conference was held in Nadi, Fiji, under the chairmanship of Mr. Larry Liza."
    read = at_conference(body)
    assert {(who, role, what) for who, role, what in read.roles} == {("Larry Liza", "chair", "17th Conference")}


def test_the_meeting_that_somebody_chaired_is_that_before_which(at_conference):
    body = (
        "It was preceded by the 17th Conference in Nadi, Fiji, which Mr. Larry Liza, Director of the ROCB ESA, chaired."
    )
    assert at_conference(body).roles == {("Larry Liza", "chair", "17th Conference")}


def test_what_was_held_before_is_what_a_participle_is_about(at_conference):
    body = (
        "Before it, the Heads had held their own RTC Heads Meeting in Suva on 17 February 2023, chaired by "
        "Mr. Larry Liza, at which Ms. Ho presented a plan."
    )
    assert {(who, role) for who, role, meeting in at_conference(body).roles if "RTC Heads" in meeting} == {
        ("Larry Liza", "chair"),
        ("Ho", "speaker"),
    }


def test_there_is_where_the_paragraph_speaks_of(stated):
    read = stated(
        "The 4th Workshop on Value was held on 3 May 2023.\n\nIn an inaugural session the Minister, Mr. Larry Liza, "
        "made the opening speech. It was short.\n\nMs. Ho was there for the WCO. Mr. Ian Saunders was there, too.",
        "4th Workshop on Value",
    )
    assert {(who, meeting) for who, role, meeting in read.roles if role == "attendee"} == {
        ("Ho", "4th Workshop on Value"),
        ("Ian Saunders", "4th Workshop on Value"),
    }


@pytest.mark.parametrize(
    ("body", "meeting"),
    [
        ("There he spoke on tariffs.", "2nd Pacific Dialogue"),
        ("There was a talk by Ms. Ann Ho.", "18th Conference of Directors General of Customs"),
    ],
)
def test_there_at_first_is_where_the_sentence_before_went(at_conference, body, meeting):
    read = at_conference(f"Mr. Larry Liza had come to Suva for the 2nd Pacific Dialogue. {body}")
    assert {held for _, role, held in read.roles if role == "speaker"} == {meeting}


def test_what_is_said_behind_which_and_and_is_said_of_the_same_meeting(at_conference):
    read = at_conference(
        "It made proposals for the 2nd Pacific Dialogue, which was held on 22 February at the same place and was "
        "officially opened by Mr. Larry Liza."
    )
    assert read.roles == {("Larry Liza", "opening", "2nd Pacific Dialogue")}


def test_the_ceremony_over_which_somebody_presided(at_conference):
    read = at_conference("There was an opening ceremony over which Mr. Larry Liza presided.")
    assert read.roles == {("Larry Liza", "chair", "opening ceremony")}


def test_a_body_is_the_meeting_that_has_its_name(stated):
    read = stated(
        "The 25th Steering Group Meeting was held in Suva, Fiji on 8 May 2023, followed by the 22nd Governing Council "
        "Meeting on 11 May 2023.\n\nThe Council unanimously elected Mr. Larry Liza as Vice-Chair."
    )
    assert {what for _, role, what in read.roles if role == "elected-vice-chair"} == {"22nd Governing Council Meeting"}


def test_a_meeting_is_known_by_its_days(at_conference):
    read = at_conference("The preparatory meeting of 14-15 January had been chaired by Mr. Larry Liza.")
    assert [held for _, role, held in read.roles if role == "chair"] == ["preparatory meeting"]


def test_what_was_learnt_at_another_meeting_is_told_at_this_one(stated):
    body = (
        "Mr. Larry Liza briefed on the lessons learnt at the Regional Workshop on Valuation (Suva, Fiji, 3 May 2018)."
    )
    read = stated(
        f"The 18th Conference of Directors General of Customs was held in Brussels, Belgium on 20 February 2023. {body}"
    )
    assert {(role, meeting.split(" of ")[0]) for who, role, meeting in read.roles if who == "Larry Liza"} == {
        ("speaker", "18th Conference")
    }


@pytest.mark.parametrize(
    "body",
    [
        "They spoke of the 17th Conference (Nadi, Fiji, 25-26 May 2017), chaired by Mr. Larry Liza.",
        "The day before, the 17th Conference had taken place in Nadi, under the chairmanship of Mr. Larry Liza.",
    ],
)
def test_a_bracket_or_a_place_may_stand_before_what_is_said_of_a_meeting(at_conference, body):
    assert at_conference(body).roles == {("Larry Liza", "chair", "17th Conference")}


def test_who_speaks_in_the_paragraph_of_a_visit_speaks_there(at_conference):
    body = (
        "It was opened by Mr. Ian Saunders.\n\nOn 22 February Mr. Larry Liza paid a visit to the ROCB A/P. "
        "Mr. Norikazu Kuramoto briefed him on the work plan.\n\nMs. Ho briefed the delegates on data."
    )
    spoke = {who: meeting for who, role, meeting in at_conference(body).roles if role == "speaker"}
    assert "visit" in spoke["Norikazu Kuramoto"]
    assert spoke["Ho"] == "18th Conference of Directors General of Customs"


TWO = (
    "The 9th Meeting of the Heads of Regional Training Centers was held on 22 October 2024 in Suva, Fiji. Back to back "
    "with it, the 4th Meeting of the Heads of Regional Customs Laboratories took place from 24 to 25 October 2024. "
)


def test_both_events_and_the_first_of_two(stated):
    said = "Both events were hosted by Fiji Customs. The first meeting was opened by Mr. Larry Liza."
    assert {(who, role, what[:3]) for who, role, what in stated(TWO + said).roles} == {
        ("Fiji Customs", "host", "9th"),
        ("Fiji Customs", "host", "4th"),
        ("Larry Liza", "opening", "9th"),
    }


def test_the_meeting_of_which_somebody_gave_an_account_is_not_where_he_spoke(at_conference):
    read = at_conference("Mr. Larry Liza gave an account of the 80th Session of the Policy Commission.")
    [(_, role, what)] = read.roles
    assert (role, what.split()[0]) == ("speaker", "18th")


def test_the_first_of_two_alone_is_the_one_named_first(stated):
    read = stated(
        "The Workshop on Risk was held in Suva, Fiji, on 3 May 2023 and was followed, on 6 May, by a Business Forum. "
        "The ROCB A/P organised the first; the second was run by the Fiji Customs Service.",
        "Workshop on Risk",
    )
    assert {(who, meeting) for who, role, meeting in read.roles if role == "organizer"} == {
        ("ROCB A/P", "Workshop on Risk"),
        ("Fiji Customs Service", "Business Forum"),
    }


def test_what_a_participle_in_front_is_said_of_stands_behind_it(at_conference):
    body = "Placed under the presidency of Mr. Larry Liza, Director of the ROCB ESA, the opening ceremony was short."
    assert at_conference(body).roles == {("Larry Liza", "chair", "opening ceremony")}


def test_both_events_are_those_with_a_day(stated):
    read = stated(
        "The 31st Contact Points Meeting was held in Suva, Fiji, on 25 and 26 May 2023. The Workshop on Risk followed "
        "on 27 May 2023. The ROCB A/P thanked the Fiji Customs Service for hosting both events. The 32nd Meeting is "
        "planned for 2024.",
        "31st Contact Points Meeting",
    )
    assert {(role, meeting) for who, role, meeting in read.roles if role == "host"} == {
        ("host", "31st Contact Points Meeting"),
        ("host", "Workshop on Risk"),
    }


def test_the_body_that_reported_is_not_where_the_next_one_spoke(at_conference):
    body = (
        "\n\nThe Finance Committee met in Suva on 18 February 2023.\n\nMr. Larry Liza presented the report of the "
        "Finance Committee, while Ms. Ho briefed the house on training."
    )
    assert {meeting for _, role, meeting in at_conference(body).roles if role == "speaker"} == {
        "18th Conference of Directors General of Customs"
    }


def test_the_conclusions_of_a_meeting_are_presented_at_another(at_conference):
    read = at_conference(
        "The conclusions of the 5th Meeting of Experts, held on 4 May 2022, were presented by Mr. Larry Liza."
    )
    assert {what for who, _, what in read.roles if who == "Larry Liza"} == {
        "18th Conference of Directors General of Customs"
    }
