"""Organizations that no table knows, beside people and their titles."""

import pytest

from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.offices.of_posts import offices_in_brackets, offices_of_posts


def mention(text, words, kind):
    start = text.index(words)
    return Mention(kind, start, start + len(words), words)


def found(text, title, name, taken=()):
    titles, people = [mention(text, title, Kind.TITLE)], [mention(text, name, Kind.PERSON)]
    known = [mention(text, words, Kind.OFFICE) for words in taken]
    return [office.form for office in offices_of_posts(text, titles, people, known)]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The Principal of KESRA Mombasa Campus, Mr. Larry Liza, spoke.", "KESRA Mombasa Campus"),
        ("Mr. Larry Liza, Principal of KESRA Mombasa Campus, spoke.", "KESRA Mombasa Campus"),
        ("The Principal of the Customs School (CSK), Mr. Larry Liza, spoke.", "Customs School (CSK)"),
    ],
)
def test_where_somebody_has_a_post_is_an_organization(text, office):
    assert found(text, "Principal", "Mr. Larry Liza") == [office]


def test_a_longer_name_is_found_although_part_of_it_is_known():
    text = "The Principal of KESRA Mombasa Campus, Mr. Larry Liza, spoke."
    assert found(text, "Principal", "Mr. Larry Liza", taken=["KESRA"]) == ["KESRA Mombasa Campus"]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("The Principal of the World Bank, Mr. Larry Liza, spoke.", ["World Bank"]),
        ("The Principal of the Global Meeting, Mr. Larry Liza, spoke.", []),
        ("The Principal of Coffee Breaks left. Mr. Larry Liza spoke.", []),
    ],
)
def test_what_is_known_or_no_organization_is_not_found(text, taken):
    assert found(text, "Principal", "Mr. Larry Liza", taken) == []


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Ms. Roxana Suarez (DHL Express) spoke.", ["DHL Express"]),
        ("Ms. Roxana Suarez (Gideon) spoke.", []),
        ("Ms. Roxana Suarez (Deputy Head) spoke.", []),
        ("Ms. Roxana Suarez (Days 1 and 2) spoke.", []),
    ],
)
def test_an_organization_may_stand_in_brackets(text, offices):
    people = [mention(text, "Ms. Roxana Suarez", Kind.PERSON)]
    assert [office.form for office in offices_in_brackets(text, people, [])] == offices
