"""Posts that stand before the verb, with the name behind it."""

import pytest

POST = ("Larry Liza", "Director", "ROCB ESA")


@pytest.mark.parametrize(
    "body",
    [
        "The Director of the ROCB ESA is Mr. Larry Liza.",
        "The ROCB ESA's Director is Mr. Larry Liza.",
        "The present Director of the ROCB ESA is now Mr. Larry Liza.",
        "The post of Director of the ROCB ESA is held by Mr. Larry Liza.",
        "The function of Director of the ROCB ESA was taken up by Mr. Larry Liza.",
    ],
)
def test_the_holder_stands_behind_the_verb(at_conference, body):
    assert at_conference(body).posts == {POST}


def test_who_stands_at_the_helm_heads(at_conference):
    assert at_conference("At the helm of the ROCB ESA stands Mr. Larry Liza.").posts == {
        ("Larry Liza", "Head", "ROCB ESA")
    }


@pytest.mark.parametrize(
    "body",
    [
        "The Director of the ROCB ESA is grateful to Mr. Larry Liza.",
        "The successor of the Director of the ROCB ESA is Mr. Larry Liza.",
        "Speaking after the Director of the ROCB ESA was Mr. Larry Liza.",
        "The guest of the Director of the ROCB ESA was received by Mr. Larry Liza.",
        "The Directors of the ROCB ESA were Mr. Larry Liza and Ms. Ho.",
        "The Director is Mr. Larry Liza.",
    ],
)
def test_who_holds_none_is_given_none(at_conference, body):
    assert POST not in at_conference(body).posts
