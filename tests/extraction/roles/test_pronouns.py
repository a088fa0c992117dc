"""What stands for somebody, or for an office, named before."""

import pytest

TWO = "The ROCB A/P and the World Bank attended."


@pytest.mark.parametrize(
    ("body", "sponsors"),
    [
        (f"{TWO} The latter also funded it.", {"World Bank"}),
        (f"{TWO} The former also funded it.", {"ROCB A/P"}),
        (f"{TWO} Both also funded it.", {"ROCB A/P", "World Bank"}),
        (f"{TWO} The Bank also funded it.", {"World Bank"}),
        (f"{TWO} The office also funded it.", {"ROCB A/P"}),
        ("The ROCB A/P and the ROCB ESA attended. The office also funded it.", set()),
        (f"{TWO} They spoke with the Bank and funded it.", set()),
    ],
)
def test_words_that_stand_for_an_office(roles, body, sponsors):
    assert {who for who, role in roles(body) if role == "sponsor"} == sponsors


def test_a_pronoun_and_a_name(roles):
    body = "The lecture was given by Ms. Ho. She and Mr. Larry Liza signed the protocol."
    assert {who for who, role in roles(body) if role == "signatory"} == {"Ho", "Larry Liza"}


def test_of_two_people_and_two_offices_the_people_are_meant(roles):
    body = "Mr. Larry Liza of the ROCB ESA and Mr. Ian Saunders of the WCO came. Both spoke on data."
    assert {who for who, role in roles(body) if role == "speaker"} == {"Larry Liza", "Ian Saunders"}


def test_she_is_the_only_woman_of_the_sentence_before(roles):
    body = "Mr. Larry Liza and Ms. Ho signed the protocol. She chaired it."
    assert {who for who, role in roles(body) if role == "chair"} == {"Ho"}


def test_she_is_the_woman_and_not_somebody_who_may_be_a_man(roles):
    body = "Dr. Kunio Mikuriya was thanked by Ms. Ann Ho. She chaired it."
    assert {who for who, role in roles(body) if role == "chair"} == {"Ann Ho"}


def test_he_is_the_subject_of_the_sentence_before(roles):
    body = "Dr. Kunio Mikuriya was thanked by Mr. Larry Liza. He chaired it."
    assert {who for who, role in roles(body) if role == "chair"} == {"Kunio Mikuriya"}


@pytest.mark.parametrize("who", ["The two", "Both", "Both officers", "The two officials"])
def test_two_are_meant_by_what_they_are(roles, who):
    body = f"Mr. Larry Liza met Ms. Ann Ho. {who} then signed the minutes."
    assert {name for name, role in roles(body) if role == "signatory"} == {"Larry Liza", "Ann Ho"}


def test_they_that_dealt_with_something_are_lectures(roles):
    body = "The sessions were led by Mr. Larry Liza and Ms. Ann Ho. They dealt with risk."
    assert "speaker" not in {role for _, role in roles(body)}
