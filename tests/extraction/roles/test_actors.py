"""Those whom a sentence adds to the agents of a phrase further on."""

import pytest

MEETING = "The 18th Conference of Directors General of Customs was held in Brussels, Belgium on 20-21 February 2023."


def who(stated, body, role):
    return {agent for agent, stated_role, _ in stated(f"{MEETING} {body}").roles if stated_role == role}


def test_offices_behind_a_colon_are_those_that_were_counted_before_it(stated):
    body = "Six of the seven RTCs dialled in: RTC Fiji, Japan and Korea."
    assert who(stated, body, "attendee") == {"RTC Fiji", "RTC Japan", "RTC Korea"}


@pytest.mark.parametrize(
    "body",
    [
        "Reports were presented by Mr. Larry Liza, who had come from Nairobi, and by Mr. Kunio Mikuriya.",
        "Reports were presented by Mr. Larry Liza and, for the RTCs, by Mr. Kunio Mikuriya.",
        "Reports were presented by Mr. Larry Liza and by two invited guests, Mr. Kunio Mikuriya and Mr. Ian Saunders.",
    ],
)
def test_a_second_by_leads_to_more_of_them(stated, body):
    assert who(stated, body, "speaker") >= {"Larry Liza", "Kunio Mikuriya"}


def test_each_signs_for_an_office_of_his_own(stated):
    body = "A letter was signed by Mr. Larry Liza for the ROCB ESA and Mr. Kunio Mikuriya for the WCO."
    assert who(stated, body, "signatory") == {"Larry Liza", "Kunio Mikuriya"}


def test_who_ably_represents_somebody_opens_the_meeting(stated):
    body = "Declaring the Conference open, the Minister of Finance, ably represented by Mr. Larry Liza, spoke of trust."
    assert who(stated, body, "opening") == {"Larry Liza"}
