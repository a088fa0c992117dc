"""Who is elected to what, where one verb elects several."""

import pytest

MEETING = "The 18th Global Meeting of the Regional Entities was held in Brussels, Belgium on 20-21 February 2023."
BOTH = {("Larry Liza", "chair"), ("Ian Saunders", "vice-chair")}


def elected(stated, sentence):
    return {(who, role) for who, role, _ in stated(f"{MEETING} {sentence}").roles}


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Larry Liza and Mr. Ian Saunders were elected as Chair and Vice-Chair of the Meeting.",
        "Mr. Larry Liza and Mr. Ian Saunders were elected Chair and Vice-Chair respectively.",
        "Mr. Larry Liza was elected as Chairperson of the Meeting and Mr. Ian Saunders as Vice-Chairperson.",
        "Mr. Larry Liza of RTC Kenya was elected as Chair, and Mr. Ian Saunders of RTC Fiji as Vice-Chair.",
    ],
)
def test_each_has_the_role_of_his_title(stated, sentence):
    assert elected(stated, sentence) == BOTH


def test_a_title_that_is_no_role_gives_none(stated):
    sentence = "Mr. Larry Liza was elected as Chair of the Meeting and Mr. Ian Saunders as Secretary General."
    assert elected(stated, sentence) == {("Larry Liza", "chair")}


def test_two_who_share_one_title_share_the_role(stated):
    sentence = "Mr. Larry Liza and Mr. Ian Saunders were elected as Chairs of the Meeting."
    assert elected(stated, sentence) == {("Larry Liza", "chair"), ("Ian Saunders", "chair")}


@pytest.mark.parametrize("how", [", by unanimity,", " unanimously", ""])
def test_a_president_of_the_meeting_presides_over_it(stated, how):
    assert elected(stated, f"Mr. Larry Liza was elected{how} as President of the meeting.") == {("Larry Liza", "chair")}


def test_a_president_of_something_else_does_not(stated):
    assert elected(stated, "Mr. Larry Liza was elected President of the Republic of Fiji.") == set()


def test_the_next_meeting_is_another_though_it_has_no_name(stated):
    body = f"{MEETING} Mr. Larry Liza was elected chair of the next meeting, to be held in Suva in May 2025."
    assert stated(body).roles == {("Larry Liza", "elected-chair", "next meeting")}


def test_how_it_was_decided_may_stand_in_between(stated):
    sentence = "They elected, by consensus, Mr. Larry Liza, Head of the ROCB ESA, as next Vice-Chair of the region."
    assert elected(stated, sentence) == {("Larry Liza", "elected-vice-chair")}


def test_the_vice_chair_may_be_said_to_be_the_regions(stated):
    sentence = "Mr. Larry Liza was elected the region's next Vice-Chair; Mr. Ian Saunders stood, too."
    assert elected(stated, sentence) == {("Larry Liza", "elected-vice-chair")}


def test_who_assists_as_vice_chair_is_the_vice_chair_of_this_meeting(stated):
    sentence = "Mr. Larry Liza chaired the Meeting and was assisted as Vice-Chair of the Meeting by Mr. Ian Saunders."
    assert elected(stated, sentence) == BOTH


def test_that_session_is_not_this_one(stated):
    assert elected(stated, "Mr. Larry Liza was elected to chair that session.") == set()


@pytest.mark.parametrize(
    "body",
    [
        "Mr. Larry Liza was chosen to chair the next conference.",
        "Mr. Larry Liza was elected as the chair of the forthcoming conference.",
        "For the coming conference in 2024, Mr. Larry Liza was chosen as chairman.",
    ],
)
def test_who_is_to_chair_a_coming_meeting_does_not_chair_this_one(at_conference, body):
    main = "18th Conference of Directors General of Customs"
    assert ("Larry Liza", "chair", main) not in at_conference(body).roles


def test_its_chair_is_that_of_the_meeting_named_before(at_conference):
    body = (
        "Members agreed that the 19th Conference will be held in Suva, Fiji, and elected Mr. Larry Liza as its Chair."
    )
    assert at_conference(body).roles == {("Larry Liza", "elected-chair", "19th Conference")}


def test_the_chair_of_that_meeting_does_not_chair_this_one(at_conference):
    body = "The 19th Conference will be held in Suva, Fiji. Mr. Larry Liza was elected as Chairperson of that meeting."
    assert not at_conference(body).roles


def test_the_title_may_stand_before_who_is_elected(roles):
    body = "The Conference elected as new Vice-Chair Mr. Larry Liza, Director of Customs of Fiji."
    assert roles(body) == {("Larry Liza", "elected-vice-chair")}
    assert roles("The delegates elected as Chairperson Mr. Larry Liza.") == {("Larry Liza", "chair")}


def test_each_is_elected_to_an_office_of_his_own_without_a_verb_between(roles):
    body = "Mr. Larry Liza of Fiji was elected Chairperson of the Conference and Ms. Ho of Tonga Vice-Chairperson."
    assert roles(body) == {("Larry Liza", "chair"), ("Ho", "vice-chair")}
    assert roles(body.replace("Vice-Chair", "its Vice-Chair")) == {("Larry Liza", "chair"), ("Ho", "vice-chair")}


def test_a_gavel_handed_to_who_comes_into_office_is_not_the_chair(roles):
    body = "The outgoing Vice-Chair, Mr. Larry Liza, handed over the gavel to the incoming Vice-Chair, Ms. Ho."
    assert ("Ho", "chair") not in roles(body)
    assert ("Ho", "chair") in roles("Mr. Larry Liza handed over the gavel to Ms. Ho.")


def test_who_is_elected_for_a_coming_meeting_is_its_chair(stated):
    read = stated(
        "The 20th Global Meeting was held in May 2026. For the 21st Global Meeting they elected Ms. Ho as Chairperson.",
        "20th Global Meeting",
    )
    assert ("Ho", "elected-chair", "21st Global Meeting") in read.roles


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Election of Mr. Larry Liza, Head of RTC Fiji, as chair of the Conference.", "chair"),
        ("Election of Mr. Larry Liza, Head of RTC Fiji, as chair of the 19th Conference in Suva.", "elected-chair"),
        ("Re-election of Mr. Larry Liza as Vice-Chair.", "elected-vice-chair"),
    ],
)
def test_an_election_in_note_form(roles, body, role):
    assert ("Larry Liza", role) in roles(body)


def test_since_an_election_nobody_is_elected(roles):
    assert roles("Since the election of Mr. Larry Liza as Vice-Chair trade has grown.") == set()


def test_a_vice_chair_beside_who_is_elected_for_another_meeting_is_elected_for_it(stated):
    body = "Mr. Larry Liza was elected Chairperson of the 19th Meeting in April 2024, with Ms. Ho as Vice-Chairperson."
    assert elected(stated, body) == {("Larry Liza", "elected-chair"), ("Ho", "elected-vice-chair")}


def test_titles_may_stand_in_small_letters(stated):
    body = (
        "Delegates elected Mr. Larry Liza as chair of the Meeting and Mr. Ian Saunders of Fiji Customs as vice-chair."
    )
    assert elected(stated, body) == BOTH


@pytest.mark.parametrize(
    "body",
    [
        "Mr. Larry Liza was elected as chair of the Meeting to be held in 2024.",
        "For the next edition of the Meeting, the delegates elected Mr. Larry Liza as Chair.",
        "Mr. Larry Liza was elected to chair the next Meeting.",
    ],
)
def test_who_is_elected_for_a_coming_meeting_does_not_chair_this_one(stated, body):
    assert elected(stated, body) == {("Larry Liza", "elected-chair")}


def test_both_may_be_elected_for_the_next_meeting(stated):
    body = "Members elected Mr. Larry Liza as chairperson of the next workshop and Ms. Ho as its vice-chairperson."
    assert elected(stated, body) == {("Larry Liza", "elected-chair"), ("Ho", "elected-vice-chair")}


def test_who_is_elected_to_chair_it_chairs_the_meeting_named_before_in_the_sentence(stated):
    body = "The 25th Session of the Commission is to be held in June, and Mr. Larry Liza was elected to chair it."
    assert elected(stated, body) == {("Larry Liza", "elected-chair")}


def test_a_vice_chair_of_the_meeting_holds_no_post_for_it(stated):
    read = stated(f"{MEETING} Mr. Larry Liza was elected Vice-Chair of the meeting.")
    assert {(who, role) for who, role, _ in read.roles} == {("Larry Liza", "vice-chair")}
    assert read.posts == set()
