"""Titles in small letters count beside what looks like a name, and nowhere else."""

import pytest

from kg.extraction.offices.find import find_offices
from kg.extraction.people.lower_titles import find_lower_titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Larry Liza, director of the ROCB ESA, came.", "director"),
        ("Larry Liza, a senior adviser at the World Bank, came.", "senior adviser"),
        ("It was told by tax auditor Norikazu Kuramoto.", "tax auditor"),
        ("The head of the Main Department of International Cooperation Norikazu Kuramoto came.", "head"),
        (
            "Larry Liza, commissioner of customs and border control at Fiji Customs, came.",
            "commissioner of customs and border control",
        ),
        ("Larry Liza, Fiji's minister of finance, came.", "minister of finance"),
        ("Larry Liza, the WCO's deputy secretary general, came.", "deputy secretary general"),
        ("Its director, Larry Liza, came.", "director"),
        ("The two met Fiji's ambassador, Larry Liza, at noon.", "ambassador"),
        ("Finance minister Larry Liza came.", "Finance minister"),
        ("Liza is director of the ROCB ESA.", "director"),
        ("She was Fiji's deputy minister of trade.", "deputy minister of trade"),
        ("He was met by Larry Liza, head of the centre, and others.", "head"),
        ("Larry Liza, chair of the WCO Council, came.", "chair"),
        ("The guest was vice president of Shanghai Customs College Norikazu Kuramoto.", "vice president"),
    ],
)
def test_beside_a_name(text, title):
    [found] = find_lower_titles(text, find_offices(text))
    assert found.form == title == text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        "The head of the delegation spoke.",
        "They met the director of the ROCB ESA.",
        "It was late, director of nothing.",
        "Every manager of the office came.",
        "It was led by vice-chair Larry Liza.",
    ],
)
def test_not_without_one(text):
    assert list(find_lower_titles(text, find_offices(text))) == []


def test_a_second_one_may_follow():
    text = "Larry Liza, director of the ROCB ESA and vice-chair for the WCO Europe Region, came."
    assert [mention.form for mention in find_lower_titles(text, find_offices(text))] == ["director", "vice-chair"]


def test_a_title_behind_its_or_our_is_one():
    text = (
        "Its director, Mr. Larry Liza, and our programme officer, Ms. Ho, came; its secretary, Mr. Ian Saunders, too."
    )
    assert [mention.form for mention in find_lower_titles(text, find_offices(text))] == [
        "director",
        "programme officer",
    ]


def test_a_title_behind_the_letters_of_an_office_is_one():
    text = "The NCS spokesman, Mr. Larry Liza, was quoted."
    assert [mention.form for mention in find_lower_titles(text, find_offices(text))] == ["spokesman"]
