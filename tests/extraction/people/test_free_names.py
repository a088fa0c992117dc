"""Names without honorific or title beside them."""

import pytest

from kg.extraction.people.free_names import find_free_names


def names(text):
    return {mention.form for mention in find_free_names(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The office was represented by Norikazu Kuramoto at the talks.",
        "Norikazu Kuramoto, who heads it, was there.",
        "Norikazu Kuramoto, a former adviser, was there.",
        "In the afternoon Norikazu Kuramoto spoke about data.",
        "Her predecessor, Norikazu Kuramoto, was there.",
        "It was told by tax auditor Norikazu Kuramoto of the service.",
        "Norikazu Kuramoto, of the Border Force, joined.",
        "Seated: Norikazu Kuramoto (RTC Brazil)",
        "Edited by Norikazu Kuramoto",
        "Norikazu Kuramoto, a Senior Customs Officer who took part, was there.",
        "They were shown round by the Centre's manager, Norikazu Kuramoto.",
        "The head of the Regional Office for Capacity Building (ROCB), Norikazu Kuramoto, was there.",
        "It was one of the participants, Norikazu Kuramoto, who said it.",
        "Two came: Norikazu Kuramoto from Fiji and another.",
        "For Norikazu Kuramoto of Fiji, who was there, it was hard.",
    ],
)
def test_what_is_said_beside_it_makes_a_name(text):
    assert names(text) == {"Norikazu Kuramoto"}


@pytest.mark.parametrize(
    "text",
    [
        "The exercise was led by Business Process Analysis.",
        "The week was hosted by Kuala Lumpur in spring.",
        "Border Security, a member of the group, said so.",
        "It was presented by WCO Europe.",
        "Nothing here names anybody.",
    ],
)
def test_ordinary_words_and_places_make_none(text):
    assert names(text) == set()
