"""The office that publishes a report, where it speaks of itself."""

import pytest

from kg.extraction.offices.own import own_offices, publishing_office


@pytest.mark.parametrize(
    ("publisher", "name"),
    [
        ("ROCB A/P", "ROCB A/P"),
        ("ROCB WCA (BRRC-AOC), Abidjan", "ROCB WCA"),
        ("The Suva Ledger", None),
        ("Fiji Revenue and Customs Service", None),
        (None, None),
    ],
)
def test_a_publisher_is_a_regional_office_or_none(publisher, name):
    found = publishing_office(publisher)
    assert (found.form.split(" (")[0] if found else None) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Our office convened them.", "office"),
        ("It was run by our Regional Office.", "Regional Office"),
        ("Our centre convened them.", None),
        ('"Our office is small," said the guest.', None),
        ("Our officers came.", None),
    ],
)
def test_our_office_is_the_publisher(text, words):
    found = list(own_offices(text, publishing_office("ROCB A/P")))
    assert [text[each.start : each.end] for each in found] == ([words] if words else [])
    assert all(each.form == "ROCB A/P" for each in found)


def test_our_manager_is_of_the_publisher(stated):
    read = stated(
        "Our Program Manager, Mr. Larry Liza, spoke. It was organized by our office.", "4th Workshop on Value"
    )
    assert read.posts == {("Larry Liza", "Program Manager", "ROCB A/P")}
    assert ("ROCB A/P", "organizer", "4th Workshop on Value") in read.roles


@pytest.mark.parametrize(
    "sentence",
    [
        'Mr. Larry Liza said: "I thank our Programme Officer, Ms. Ho."',
        "It was opened by our Secretary General, Ms. Ho.",
        "Mr. Larry Liza said ‘our office organized the workshop’.",
    ],
)
def test_what_others_call_theirs_is_not_the_publishers(stated, sentence):
    read = stated(sentence, "4th Workshop on Value")
    assert "ROCB A/P" not in {office for _, _, office in read.posts} | {who for who, _, _ in read.roles}


def test_the_office_of_a_report_is_the_one_that_publishes_it(stated):
    read = stated("The Office hosted the 5th Meeting of Heads on 20 February 2023.", "5th Meeting of Heads")
    assert {(who, role) for who, role, _ in read.roles} == {("ROCB A/P", "host")}


def test_the_office_named_before_goes_before_the_one_that_publishes(stated):
    read = stated(
        "The Regional Office for Capacity Building for Europe met on 20 February 2023. "
        "The Office hosted the 5th Meeting of Heads.",
        "5th Meeting of Heads",
    )
    assert {who for who, role, _ in read.roles if role == "host"} == {
        "Regional Office for Capacity Building for Europe"
    }
