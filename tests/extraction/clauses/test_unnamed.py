"""The unnamed at the head of a list, over whom it goes on."""

import pytest

from kg.extraction.clauses.patterns import OFFICE
from kg.extraction.clauses.unnamed import crowd_before, unnamed_at


@pytest.mark.parametrize(
    "words",
    [
        "52 delegates drawn from eighteen (18) member administrations",
        "more than 120 participants from 28 members",
        "nineteen customs administrations out of twenty-three (23)",
    ],
)
def test_a_list_that_begins_with_a_crowd_goes_on(words):
    text = f"attended by {words}, the {OFFICE} and {OFFICE}"
    assert crowd_before(text, 0, text.index(OFFICE)) == len("attended by ")
    found = unnamed_at(text, len("attended by "), in_list=False)
    assert (found.end, found.delegates) == (len(f"attended by {words}"), True)


@pytest.mark.parametrize(
    "text", [f"of 28 members, 21 logged in, and with them {OFFICE}", f"28 members met {OFFICE}", f"the {OFFICE}"]
)
def test_where_it_does_not_go_on_the_list_begins_with_the_name(text):
    name = text.index(OFFICE)
    assert crowd_before(text, 0, name) == name


def test_bodies_without_name_stand_in_lists_alone():
    assert unnamed_at("the private sector came", 0, in_list=True).end == len("the private sector")
    assert unnamed_at("the private sector came", 0, in_list=False) is None


def test_attendance_is_read_over_the_crowd(stated):
    read = stated(
        "The 18th Global Meeting of the Regional Entities was held on 20 February 2023. The Meeting was attended by 52 "
        "delegates from 18 Members, the World Bank, the private sector and observers from SADC and COMESA."
    )
    assert {(who, role) for who, role, _ in read.roles} == {
        ("World Bank", "attendee"),
        ("SADC", "observer"),
        ("COMESA", "observer"),
    }


def test_the_verb_before_the_unnamed_is_no_part_of_them(roles):
    body = "The Conference brought together delegates from ten members as well as Mr. Larry Liza."
    assert ("Larry Liza", "attendee") in roles(body)
