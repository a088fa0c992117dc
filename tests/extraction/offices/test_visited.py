"""Places of work known by being visited."""

import pytest

from kg.extraction.mentions.mention import Kind, Mention
from kg.extraction.offices.visited import visited_places


def found(text, *known):
    mentions = [Mention(Kind.OFFICE, text.index(form), text.index(form) + len(form), form) for form in known]
    return [mention.form for mention in visited_places(text, mentions)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They visited the Port of Suva in the afternoon.", "Port of Suva"),
        ("Mr. Liza toured the Kigali Logistics Park.", "Kigali Logistics Park"),
        ("She paid a visit to Mwanza border post.", "Mwanza border post"),
        ("He paid a call to Lautoka Customs House.", "Lautoka Customs House"),
    ],
)
def test_a_place_of_work_that_is_visited(text, name):
    assert found(text) == [name]


@pytest.mark.parametrize("text", ["They visited Suva.", "The Port of Suva was closed.", "They visited a port."])
def test_what_is_no_name_or_is_not_visited(text):
    assert found(text) == []


def test_a_known_organization_stays_what_it_is():
    assert found("They visited the Customs Training School.", "Customs Training School") == []


def test_who_visits_it_is_a_visitor(at_conference):
    read = at_conference("In the margins, Mr. Larry Liza visited the Port of Suva.")
    assert {(who, role) for who, role, meeting in read.roles if meeting == "visit to Port of Suva"} == {
        ("Larry Liza", "visitor"),
        ("Port of Suva", "host"),
    }
