"""Names without honorific or title beside them."""

import pytest

from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.people.free_names import find_free_names
from kg.extraction.people.titles import find_titles


def names(text, *offices):
    places = [(text.index(office), office) for office in offices]
    named = [Mention(Kind.OFFICE, at, at + len(form), form) for at, form in places]
    return {mention.form for mention in find_free_names(text, find_titles(text, named, []), named)}


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
        "Two came: Kenyan Norikazu Kuramoto, a lecturer, and another.",
        "Edited by Norikazu Kuramoto",
        "Then Norikazu Kuramoto put it down. Kuramoto smiled.",
        "“It was late,” laughed Norikazu Kuramoto as he left.",
        "Norikazu Kuramoto, Fiji's minister of trade, came.",
        "Norikazu Kuramoto, research fellow at a university, came.",
        "Its director, Norikazu Kuramoto, came.",
        "The Mayor of Saly, Norikazu Kuramoto, was there.",
        "The Commissioner General of the old revenue service (ARS), Norikazu Kuramoto, spoke.",
        "Norikazu Kuramoto, a Senior Customs Officer who took part, was there.",
        "They were shown round by the Centre's manager, Norikazu Kuramoto.",
        "The head of the Regional Office for Capacity Building (ROCB), Norikazu Kuramoto, was there.",
        "It was one of the participants, Norikazu Kuramoto, who said it.",
        "Two came: Norikazu Kuramoto from Fiji and another.",
        "For Norikazu Kuramoto of Fiji, who was there, it was hard.",
        "Later Norikazu Kuramoto, on behalf of Fiji, was heard.",
        "In between it was Norikazu Kuramoto who held the chair.",
        "Caption: the house. Picture by Norikazu Kuramoto",
        "Norikazu Kuramoto (Belgium) was elected to it.",
        "Moderator Norikazu Kuramoto asked them.",
        "Norikazu Kuramoto of the DNRED showed a film.",
        "Norikazu Kuramoto from the Spanish Guardia Civil described it.",
        "Text: Norikazu Kuramoto",
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


def test_an_organization_in_brackets_makes_a_name():
    text = "Papers came from Norikazu Kuramoto (Fiji Customs)."
    assert names(text, "Fiji Customs") == {"Norikazu Kuramoto"}
    assert names(text) == set()


def test_two_before_a_title_in_the_plural_are_names():
    assert names("Norikazu Kuramoto and Kunio Mikuriya, Heads of them, came.") == {
        "Norikazu Kuramoto",
        "Kunio Mikuriya",
    }


def test_a_saints_name_is_a_name():
    assert names("Ian St. Saunders, of the Suva Customs Agency, spoke.") == {"Ian St. Saunders"}
    assert names("The first was led by Mr. Larry Liza and the second by Kunio Mikuriya of Suva.") == {"Kunio Mikuriya"}


def test_names_of_a_list_without_honorifics(roles):
    body = "Presentations were given by Keiko Arai, Samir Haddad and Larry Liza."
    assert {who for who, role in roles(body) if role == "speaker"} == {"Keiko Arai", "Samir Haddad", "Larry Liza"}


def test_initials_may_begin_a_name():
    assert names("Talks were given by N. P. Kuramoto (Fiji Customs).", "Fiji Customs") == {"N. P. Kuramoto"}


def test_what_a_country_has_is_nobody():
    assert names("It was told by the Spanish Guardia Civil, who spoke.") == set()
