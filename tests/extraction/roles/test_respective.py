"""Of two people with two roles, each has his own where the sentence says so."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "The opening and closing remarks were delivered by Mr. Larry Liza and Ms. Ann Ho respectively.",
        "Mr. Larry Liza and Ms. Ann Ho opened and closed the conference, respectively.",
        "Mr. Larry Liza and Ms. Ann Ho gave the opening and closing addresses, respectively.",
    ],
)
def test_one_opens_and_the_other_closes(roles, body):
    assert roles(body) == {("Larry Liza", "opening"), ("Ann Ho", "closing")}


def test_one_chairs_and_the_other_moderates(roles):
    body = "Mr. Larry Liza and Ms. Ann Ho served as chair and moderator respectively."
    assert roles(body) == {("Larry Liza", "chair"), ("Ann Ho", "moderator")}


def test_without_the_word_both_do_both(roles):
    body = "Mr. Larry Liza and Ms. Ann Ho opened and closed the conference."
    assert len(roles(body)) == 4
