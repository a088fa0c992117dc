"""Events by the acronyms that a report gives them."""

import pytest

from kg.extraction.meetings.acronyms import acronyms_of
from kg.extraction.meetings.names import find_events


def defined(text):
    return set(acronyms_of(find_events(text, 0, len(text))))


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("The Second Regional Entities Coordination Meeting (RECM) was held.", "RECM"),
        ("The 5th Global Meeting of Regional Structures (GMRS) was held.", "GMRS"),
    ],
)
def test_the_initials_of_a_name_are_its_acronym(text, acronym):
    assert defined(text) == {acronym}


@pytest.mark.parametrize(
    "text",
    [
        "The Conference of the Oceania Customs Organisation (OCO) was held.",
        "The workshop on the Authorized Economic Operator (AEO) was held.",
        "The Second Regional Entities Coordination Meeting (RCM) was held.",
        "The Second Regional Entities Coordination Meeting (hybrid) was held.",
    ],
)
def test_other_brackets_give_no_acronym(text):
    assert defined(text) == set()


def test_the_acronym_of_a_committee_stands_for_its_session(stated):
    read = stated(
        "The 19th Global Meeting of the Regional Entities was held in Brussels on 3 May 2023, back to back with the "
        "15th Session of the Capacity Building Committee (CBC). At the CBC, Mr. Larry Liza spoke on data. The "
        "Chairperson of the CBC, Ms. Ann Ho, opened the Global Meeting."
    )
    assert {(who, role, what[:4]) for who, role, what in read.roles} == {
        ("Larry Liza", "speaker", "15th"),
        ("Ann Ho", "opening", "19th"),
    }


def test_an_acronym_with_another_number_is_another_event(stated):
    read = stated(
        "The Second Regional Entities Coordination Meeting (RECM) was held in Suva, Fiji on 3 May 2023. The RECM was "
        "chaired by Mr. Larry Liza. The First RECM had taken place in Nadi, Fiji in May 2021 and had been chaired by "
        "Ms. Ann Ho."
    )
    assert read.roles == {
        ("Larry Liza", "chair", "Second Regional Entities Coordination Meeting (RECM)"),
        ("Ann Ho", "chair", "First RECM"),
    }
