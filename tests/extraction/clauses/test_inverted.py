"""Posts that stand before the verb, with the name behind it."""

import pytest

from kg.extraction import extract
from kg.model import PostStatus
from kg.reading import read_text

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


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The Director of the OCO is Mr. Larry Liza.", None),
        ("The Director of the OCO was Mr. Larry Liza until 2012.", PostStatus.FORMER),
        ("The post of Director of the OCO was held by Mr. Larry Liza from 2001 to 2005.", PostStatus.FORMER),
        ("Mr. Larry Liza, who until March was Director of the OCO, spoke.", PostStatus.FORMER),
        ("Mr. Larry Liza will take up the post of Director of the OCO.", PostStatus.INCOMING),
    ],
)
def test_whether_a_post_is_held(sentence, status):
    posts = extract(read_text(f"Published by: WCO\n\n4th Workshop on Value\n\n{sentence}\n", "r")).posts
    assert [(post.title, post.status) for post in posts] == [("Director", status)]


def test_of_whom_somebody_is_said_to_be_another(at_conference):
    assert at_conference("The Director of the ROCB ESA was Mr. Larry Liza's first teacher.").posts == set()
