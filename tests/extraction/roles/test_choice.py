"""Which of the frames met in a sentence count."""

import pytest


@pytest.mark.parametrize(
    "plan",
    [
        "The next one is planned for Nadi in March 2024, with Mr. Larry Liza as moderator.",
        "A course shall take place in June, with Mr. Larry Liza as moderator.",
    ],
)
def test_a_plan_gives_no_role_to_whom_it_is_with(roles, plan):
    assert roles(plan) == set()


def test_what_was_with_somebody_does(roles):
    assert roles("A panel followed, with Mr. Larry Liza as moderator.") == {("Larry Liza", "moderator")}


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
