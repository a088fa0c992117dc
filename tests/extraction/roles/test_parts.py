"""Who chairs a part of a meeting leads the talk there, and does not chair the meeting."""

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
    "body",
    [
        "The debates were chaired by Mr. Larry Liza.",
        "The working sessions were chaired by Mr. Larry Liza.",
        "Mr. Larry Liza chaired the Conference, and a panel discussed transit.",
    ],
)
def test_who_chairs_the_whole_is_the_chair(roles, body):
    assert roles(body) == {("Larry Liza", "chair")}
