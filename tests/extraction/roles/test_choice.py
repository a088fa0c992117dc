"""Which of the frames met in a sentence count."""

import pytest

MEETING = "The 18th Conference of Directors General of Customs was held in Brussels, Belgium on 20-21 February 2023."


def roles(stated, body):
    return {(who, role) for who, role, _ in stated(f"{MEETING} {body}").roles}


@pytest.mark.parametrize(
    "plan",
    [
        "The next one is planned for Nadi in March 2024, with Mr. Larry Liza as moderator.",
        "A course shall take place in June, with Mr. Larry Liza as moderator.",
    ],
)
def test_a_plan_gives_no_role_to_whom_it_is_with(stated, plan):
    assert roles(stated, plan) == set()


def test_what_was_with_somebody_does(stated):
    assert roles(stated, "A panel followed, with Mr. Larry Liza as moderator.") == {("Larry Liza", "moderator")}


def test_a_label_of_another_role_ends_a_list_of_speakers(stated):
    body = (
        "\n\nProgramme:\n09:30 Presentations: Mr. Larry Liza (WCO), Mr. Kunio Mikuriya (ROCB ESA)\n"
        "11:15 Discussion. Moderator: Mr. Ian Saunders\n12:20 Closing remarks: Mr. Norikazu Kuramoto"
    )
    assert roles(stated, body) == {
        ("Larry Liza", "speaker"),
        ("Kunio Mikuriya", "speaker"),
        ("Ian Saunders", "moderator"),
        ("Norikazu Kuramoto", "closing"),
    }
