"""Which of the frames met in a sentence count."""

import pytest


def test_a_label_of_another_role_ends_a_list_of_speakers(roles):
    body = (
        "\n\nProgramme:\n09:30 Presentations: Mr. Larry Liza (WCO), Mr. Kunio Mikuriya (ROCB ESA)\n"
        "11:15 Discussion. Moderator: Mr. Ian Saunders\n12:20 Closing remarks: Mr. Norikazu Kuramoto"
    )
    assert roles(body) == {
        ("Larry Liza", "speaker"),
        ("Kunio Mikuriya", "speaker"),
        ("Ian Saunders", "moderator"),
        ("Norikazu Kuramoto", "closing"),
    }


def test_who_leads_a_delegation_where_no_visit_is_told_of_attended(roles):
    body = "The Kenyan delegation, led by Mr. Larry Liza, took an active part."
    assert ("Larry Liza", "attendee") in roles(body)


def test_who_becomes_chair_of_a_body_chairs_no_meeting(roles):
    assert not roles("Mr. Larry Liza has been appointed Deputy Chairman of the Customs Committee.")
    assert not roles("Mr. Larry Liza has been appointed Chairman of the Customs Committee.")


def test_delegates_who_are_welcomed_pay_no_visit(roles):
    read = roles("The delegates of RTC Fiji were welcomed by Mr. Larry Liza.")
    assert {role for _, role in read} <= {"attendee", "opening"}


def test_in_a_phrase_on_behalf_of_an_office_each_has_a_role_of_its_kind(roles):
    body = "Opening the Conference on behalf of the host, the ROCB A/P, its Director, Mr. Larry Liza, looked back."
    assert roles(body) == {("ROCB A/P", "host"), ("Larry Liza", "opening")}


def test_a_meeting_that_an_office_conducts_is_organized_by_it(roles):
    assert roles("The ROCB A/P conducted the meeting.") == {("ROCB A/P", "organizer")}
    assert roles("Mr. Larry Liza conducted the meeting.") == {("Larry Liza", "chair")}


@pytest.mark.parametrize("thing", ["Lunch was", "The venue was", "Certificates were", "The work had been"])
def test_what_is_provided_besides_speeches_makes_no_speaker(roles, thing):
    assert roles(f"{thing} provided by Mr. Larry Liza.") == set()


def test_a_lecture_on_such_things_does(roles):
    assert roles("Lectures on training materials were provided by Mr. Larry Liza.") == {("Larry Liza", "speaker")}


def test_who_is_to_be_thanked_for_something_has_given_it(roles):
    body = "The Conference wishes to thank the ROCB A/P for its generous sponsorship."
    assert roles(body) == {("ROCB A/P", "sponsor")}


def test_one_thanks_goes_to_several_each_for_its_part(roles):
    body = "The ROCB A/P thanks Fiji Customs for hosting the meeting, and Japan Customs for funding the travel of all."
    assert roles(body) == {("Fiji Customs", "host"), ("Japan Customs", "sponsor")}


def test_a_welcome_in_a_message_is_no_speech_besides(roles):
    body = "In a video message Mr. Larry Liza, Director of RTC Fiji, also welcomed the participants."
    assert roles(body) == {("Larry Liza", "opening")}


def test_each_of_those_behind_a_colon_spoke(roles):
    body = "Congratulatory remarks followed: by Mr. Larry Liza; by Ms. Ho; and, on video, by Mr. Kunio Mikuriya."
    assert roles(body) == {(name, "speaker") for name in ("Larry Liza", "Ho", "Kunio Mikuriya")}
