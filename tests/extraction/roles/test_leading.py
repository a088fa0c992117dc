"""What leading an event makes somebody."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "The panel was chaired by Mr. Larry Liza.",
        "Mr. Larry Liza chaired the second session.",
        "The session on transit was chaired by Mr. Larry Liza.",
        "Session 3, chaired by Mr. Larry Liza, dealt with transit.",
        "Chaired by Mr. Larry Liza, a panel discussed transit.",
        "A round table under the chairmanship of Mr. Larry Liza closed the day.",
    ],
)
def test_who_chairs_a_part_moderates(roles, body):
    assert roles(body) == {("Larry Liza", "moderator")}


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Mr. Larry Liza conducted the workshop.", "speaker"),
        ("The workshop was conducted by Mr. Larry Liza.", "speaker"),
        ("The workshop was led by Mr. Larry Liza.", "moderator"),
        ("Mr. Larry Liza chaired the workshop.", "chair"),
    ],
)
def test_who_conducts_a_workshop_teaches_and_who_leads_it_moderates(stated, body, role):
    first = "The Regional Workshop on Valuation was held in Brussels, Belgium on 20-21 February 2023."
    assert {role for _, role, _ in stated(f"{first} {body}").roles} == {role}


def test_who_conducts_a_conference_chairs_it(roles):
    assert roles("Mr. Larry Liza conducted the Conference.") == {("Larry Liza", "chair")}


@pytest.mark.parametrize(
    "body",
    [
        "The debates were chaired by Mr. Larry Liza.",
        "The working sessions were chaired by Mr. Larry Liza.",
        "Mr. Larry Liza chaired the Conference, and a panel discussed transit.",
    ],
)
def test_who_chairs_the_whole_is_the_chair(roles, body):
    assert roles(body) == {("Larry Liza", "chair")}


def test_who_conducts_a_workshop_within_a_conference_moderates(roles):
    assert roles("The workshop on trend analysis was conducted by Mr. Larry Liza.") == {("Larry Liza", "moderator")}
