"""Those whom a sentence adds to the agents of a phrase further on."""

import pytest


def who(roles, body, role):
    return {agent for agent, stated in roles(body) if stated == role}


@pytest.mark.parametrize("words", ["of the seven RTCs dialled in: ", "RTCs had sent their Heads, namely "])
def test_offices_of_a_list_are_those_that_were_counted_before_it(roles, words):
    body = f"Six {words}RTC Fiji, Japan and Korea."
    assert who(roles, body, "attendee") == {"RTC Fiji", "RTC Japan", "RTC Korea"}


@pytest.mark.parametrize(
    "body",
    [
        "Reports were presented by Mr. Larry Liza, who had come from Nairobi, and by Mr. Kunio Mikuriya.",
        "Reports were presented by Mr. Larry Liza and, for the RTCs, by Mr. Kunio Mikuriya.",
        "Reports were presented by Mr. Larry Liza and by two invited guests, Mr. Kunio Mikuriya and Mr. Ian Saunders.",
        "Reports were presented by Mr. Larry Liza and two officials whom Fiji had sent, Ms. Ho and Mr. Kunio Mikuriya.",
    ],
)
def test_a_second_by_leads_to_more_of_them(roles, body):
    assert who(roles, body, "speaker") >= {"Larry Liza", "Kunio Mikuriya"}


def test_each_signs_for_an_office_of_his_own(roles):
    body = "A letter was signed by Mr. Larry Liza for the ROCB ESA and Mr. Kunio Mikuriya for the WCO."
    assert who(roles, body, "signatory") == {"Larry Liza", "Kunio Mikuriya"}


def test_who_ably_represents_somebody_opens_the_meeting(roles):
    body = "Declaring the Conference open, the Minister of Finance, ably represented by Mr. Larry Liza, spoke of trust."
    assert who(roles, body, "opening") == {"Larry Liza"}


@pytest.mark.parametrize(
    "body",
    [
        "A letter was signed by Mr. Larry Liza on behalf of the OCO and by Mr. Kunio Mikuriya on behalf of the WCO.",
        "A letter was signed by Mr. Larry Liza, on behalf of the WCO by Mr. Kunio Mikuriya.",
        "A letter was signed by Mr. Larry Liza for Fiji and Mr. Kunio Mikuriya for Japan.",
        "A letter was signed by Mr. Larry Liza on behalf of its members, and by Mr. Kunio Mikuriya for the WCO.",
    ],
)
def test_each_signs_on_behalf_of_another(roles, body):
    assert who(roles, body, "signatory") == {"Larry Liza", "Kunio Mikuriya"}


def test_who_drafted_it_did_not_sign(roles):
    body = "A letter was signed by Mr. Larry Liza and drafted by Mr. Kunio Mikuriya on behalf of the WCO."
    assert who(roles, body, "signatory") == {"Larry Liza"}


def test_a_clause_behind_a_list_of_colleagues_is_of_its_own(roles):
    body = "I met colleagues from Kenya, Uganda and Togo, and UNCTAD sent experts too."
    assert who(roles, body, "attendee") == {"Kenya", "Uganda", "Togo", "UNCTAD"}


def test_those_among_a_counted_crowd(roles):
    body = "Among the 110 delegates, from 21 of the 24 Members, were those of Kenya, Uganda and Togo."
    assert who(roles, body, "attendee") == {"Kenya", "Uganda", "Togo"}


def test_those_who_stand_behind_their_number(roles):
    body = "It was facilitated by Mr. Larry Liza, together with two trainers, namely Ms. Ho and Mr. Ian Saunders."
    assert who(roles, body, "moderator") == {"Larry Liza", "Ho", "Ian Saunders"}


def test_some_of_his_people_do_it_too(roles):
    body = "Reports were presented by Mr. Larry Liza and by two of his colleagues, Ms. Ho and Mr. Ian Saunders."
    assert who(roles, body, "speaker") == {"Larry Liza", "Ho", "Ian Saunders"}
