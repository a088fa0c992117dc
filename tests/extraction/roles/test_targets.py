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


@pytest.mark.parametrize("which", ["the previous conference", "its previous session in Nadi, Fiji"])
def test_a_previous_meeting_is_not_this_one(at_conference, which):
    assert not at_conference(f"Mr. Larry Liza chaired {which}.").roles


@pytest.mark.parametrize(
    "body",
    ["The conference was hosted by the ROCB A/P in 1998.", "In 1998, the conference was hosted by the ROCB A/P."],
)
def test_what_was_done_in_a_year_before_was_not_done_there(at_conference, body):
    assert not at_conference(body).roles


@pytest.mark.parametrize("which", ["The previous conference", "Last year's meeting", "Similar workshops"])
def test_the_host_of_another_one_is_not_that_of_this_one(at_conference, which):
    assert not at_conference(f"{which} was hosted by the ROCB A/P.").roles


def test_what_was_done_for_an_event_before_was_not_done_for_this_one(at_conference):
    body = "The conference was preceded by a round table on trade, convened by the ROCB A/P."
    assert not at_conference(body).roles


def test_what_was_held_before_is_what_a_participle_is_about(at_conference):
    body = (
        "Before it, the Heads had held their own RTC Heads Meeting in Suva on 17 February 2023, chaired by "
        "Mr. Larry Liza, at which Ms. Ho presented a plan."
    )
    assert {(who, role) for who, role, meeting in at_conference(body).roles if "RTC Heads" in meeting} == {
        ("Larry Liza", "chair"),
        ("Ho", "speaker"),
    }


def test_what_somebody_did_from_year_to_year_was_not_done_there(at_conference):
    assert not at_conference("They honoured Mr. Larry Liza, who chaired the group from 2001 to 2009.").roles
