"""A verb said once holds for those who are named with a topic of their own further on."""

import pytest

MEETING = "The 18th Global Meeting of the Regional Entities was held in Brussels, Belgium on 20-21 February 2023."


def speakers(stated, sentence):
    return {who for who, role, _ in stated(f"{MEETING} {sentence}").roles if role == "speaker"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Kunio Mikuriya spoke on reform, Mr. Larry Liza on training and Mr. Norikazu Kuramoto on data.",
        "Mr. Kunio Mikuriya told them about reform, Mr. Larry Liza about training, Mr. Norikazu Kuramoto about data.",
        (
            "Mr. Kunio Mikuriya gave a talk on reform; Mr. Larry Liza, Head of the RILO, on training, "
            "and Mr. Norikazu Kuramoto in turn on data."
        ),
        ("The speakers were Mr. Kunio Mikuriya, on reform, Mr. Larry Liza, on training, and Mr. Norikazu Kuramoto."),
        (
            "Remarks were made by Mr. Kunio Mikuriya and Mr. Larry Liza, on behalf of the ROCB A/P, "
            "and by Mr. Norikazu Kuramoto."
        ),
        ("Mr. Kunio Mikuriya dealt with reform, Mr. Larry Liza with training and Mr. Norikazu Kuramoto with data."),
        (
            "The day was devoted to talks by Mr. Kunio Mikuriya on reform, Mr. Larry Liza on training "
            "and Mr. Norikazu Kuramoto on data."
        ),
    ],
)
def test_each_topic_has_its_speaker(stated, sentence):
    assert speakers(stated, sentence) == {"Kunio Mikuriya", "Larry Liza", "Norikazu Kuramoto"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Kunio Mikuriya spoke on reform, and Mr. Larry Liza listened.",
        "Mr. Kunio Mikuriya spoke on the plans of Mr. Larry Liza for training.",
        "Mr. Kunio Mikuriya spoke on reform, with Mr. Larry Liza at his side.",
    ],
)
def test_who_has_no_topic_does_not_speak(stated, sentence):
    assert speakers(stated, sentence) == {"Kunio Mikuriya"}


def test_the_remark_behind_a_name_does_not_end_a_list(stated):
    sentence = (
        "Presentations were given by Mr. Kunio Mikuriya (reform), Mr. Larry Liza (training) and Mr. Ian Saunders."
    )
    assert speakers(stated, sentence) == {"Kunio Mikuriya", "Larry Liza", "Ian Saunders"}


def test_the_passive_is_said_once_too(stated):
    sentence = "Fuels were explained by Mr. Kunio Mikuriya, honey by Mr. Larry Liza and Mr. Ian Saunders."
    assert speakers(stated, sentence) == {"Kunio Mikuriya", "Larry Liza", "Ian Saunders"}


def test_those_in_brackets_behind_their_topics_spoke(stated):
    sentence = "Talks were given on reform (Mr. Kunio Mikuriya), training (Mr. Larry Liza, ROCB ESA) and data (Ms. Ho)."
    assert speakers(stated, sentence) == {"Kunio Mikuriya", "Larry Liza", "Ho"}


def test_each_moderates_a_part(stated):
    sentence = "The first week was facilitated by Mr. Kunio Mikuriya; the second by Mr. Larry Liza."
    assert _moderators(stated, sentence) == {"Kunio Mikuriya", "Larry Liza"}
    sentence = "Group 1 was led by Mr. Kunio Mikuriya and Group 2 by Mr. Larry Liza."
    assert _moderators(stated, sentence) == {"Kunio Mikuriya", "Larry Liza"}


def _moderators(stated, sentence):
    return {who for who, role, _ in stated(f"{MEETING} {sentence}").roles if role == "moderator"}


def test_who_does_something_else_does_not_do_the_same(stated):
    sentence = "It was opened by Mr. Kunio Mikuriya, and chaired by Mr. Larry Liza."
    roles = {(who, role) for who, role, _ in stated(f"{MEETING} {sentence}").roles}
    assert ("Larry Liza", "opening") not in roles


def test_who_chaired_the_second_session_moderates_as_well(stated):
    sentence = "The first session was chaired by Mr. Kunio Mikuriya and the second by Mr. Larry Liza."
    assert _moderators(stated, sentence) == {"Kunio Mikuriya", "Larry Liza"}


def test_who_moderated_the_second_panel_moderates_as_well(stated):
    sentence = "Mr. Kunio Mikuriya moderated the first panel and Mr. Larry Liza the second."
    assert _moderators(stated, sentence) == {"Kunio Mikuriya", "Larry Liza"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Larry Liza signed on behalf of the ROCB A/P and the Director, Ms. Ho, on behalf of Fiji Customs.",
        "Mr. Larry Liza signed for the ROCB A/P, and Ms. Ho for Fiji Customs.",
    ],
)
def test_each_signs_for_his_own(stated, sentence):
    signatories = {who for who, role, _ in stated(f"{MEETING} {sentence}").roles if role == "signatory"}
    assert signatories == {"Larry Liza", "Ho"}


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Fiji was represented by Mr. Kunio Mikuriya, and Samoa by Mr. Larry Liza, Director.", "attendee"),
        ("The panellists were Mr. Kunio Mikuriya, who looked back upon it, and Mr. Larry Liza.", "speaker"),
        ("Mr. Kunio Mikuriya chaired the first day and Mr. Larry Liza the second one.", "chair"),
    ],
)
def test_a_second_one_told_with_the_verb_left_out(stated, sentence, role):
    people = {who for who, own, _ in stated(f"{MEETING} {sentence}").roles if own == role}
    assert people >= {"Kunio Mikuriya", "Larry Liza"}


def test_each_of_several_was_represented_by_somebody(at_conference):
    body = (
        "RTC Fiji was represented by Mr. Larry Liza, RTC Japan by Ms. Ho, Lecturer, and RTC Korea by Mr. Ian Saunders."
    )
    read = at_conference(body)
    assert {who for who, role, _ in read.roles if role == "attendee"} == {
        "RTC Fiji",
        "RTC Japan",
        "RTC Korea",
        "Larry Liza",
        "Ho",
        "Ian Saunders",
    }
    assert ("Ho", "Lecturer", "RTC Korea") not in read.posts


def test_who_signed_for_the_other_side(at_conference):
    read = at_conference("The protocol was signed by Mr. Larry Liza for RTC Fiji and for the Moldovan side by Ms. Ho.")
    assert {who for who, role, _ in read.roles if role == "signatory"} == {"Larry Liza", "Ho"}


def test_who_chaired_on_the_second_day(roles):
    body = "It was chaired on the first day by Mr. Larry Liza, and on the second by Ms. Ann Ho."
    assert roles(body) == {("Larry Liza", "chair"), ("Ann Ho", "chair")}


def test_one_on_something_else_is_a_talk_too(roles):
    body = "Mr. Larry Liza gave a presentation on risk, and Ms. Ann Ho one on data."
    assert roles(body) == {("Larry Liza", "speaker"), ("Ann Ho", "speaker")}


def test_the_last_of_a_list_may_come_for_a_sector(roles):
    body = "Speakers came from the WCO; from the OCO; and, for the private sector, RTC Fiji."
    assert roles(body) == {("WCO", "speaker"), ("OCO", "speaker"), ("RTC Fiji", "speaker")}


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("A letter was signed for Kenya by Mr. Larry Liza and for Ghana by Ms. Ann Ho.", "signatory"),
        ("Cases were presented for Kenya by Mr. Larry Liza and for Ghana by Ms. Ann Ho.", "speaker"),
        ("Mr. Larry Liza presented a case of transfer pricing and Ms. Ann Ho one on textiles.", "speaker"),
    ],
)
def test_who_did_it_for_another_country_or_case(roles, body, role):
    assert {(who, what) for who, what in roles(body) if what == role} == {("Larry Liza", role), ("Ann Ho", role)}
