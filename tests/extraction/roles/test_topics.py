"""Which other meeting a paragraph or a list item is about."""

import pytest

DIALOGUE = "2nd Pacific Dialogue"
MAIN = "18th Conference of Directors General of Customs"


@pytest.mark.parametrize(
    "sentence",
    [
        "The 2nd Pacific Dialogue took place in Suva, Fiji, on 17 February 2023.",
        "At the 2nd Pacific Dialogue in Suva, Fiji, on 17 February 2023, Members agreed on a plan.",
        "Following the ceremony, the 2nd Pacific Dialogue (17 February 2023) commenced in the new hall.",
    ],
)
def test_a_sentence_goes_on_about_the_event_with_which_the_one_before_began(at_conference, sentence):
    read = at_conference(f"It was chaired by Mr. Kunio Mikuriya.\n\n{sentence} Mr. Larry Liza spoke on data.")
    assert read.roles == {("Kunio Mikuriya", "chair", MAIN), ("Larry Liza", "speaker", DIALOGUE)}


def test_a_new_paragraph_is_about_the_main_meeting_again(at_conference):
    read = at_conference(
        "\n\nThe 2nd Pacific Dialogue took place in Suva, Fiji, on 17 February 2023.\n\nMr. Larry Liza spoke on data."
    )
    assert read.roles == {("Larry Liza", "speaker", MAIN)}


def test_what_names_the_main_meeting_is_about_it(at_conference):
    read = at_conference(
        "\n\nThe 2nd Pacific Dialogue took place in Suva, Fiji, on 17 February 2023. "
        "Then the Conference met. Mr. Larry Liza spoke on data."
    )
    assert read.roles == {("Larry Liza", "speaker", MAIN)}


def test_an_event_still_to_come_is_looked_at_in_passing(at_conference):
    read = at_conference(
        "\n\nThe 19th Conference will be held in Suva, Fiji, in March 2024. Mr. Larry Liza spoke on data."
    )
    assert ("Larry Liza", "speaker", MAIN) in read.roles


def test_each_list_item_is_about_the_event_with_which_it_begins(at_conference):
    read = at_conference(
        "Two events stood around the Conference:\n\n"
        "1. The 2nd Pacific Dialogue (17 February 2023), convened by the ROCB A/P, was chaired by Mr. Larry Liza.\n\n"
        "2. The 3rd Heads of RTC Meeting (18 February 2023) had Mr. Kunio Mikuriya in the chair. RTC Fiji attended."
    )
    assert read.roles == {
        ("ROCB A/P", "organizer", DIALOGUE),
        ("Larry Liza", "chair", DIALOGUE),
        ("Kunio Mikuriya", "chair", "3rd Heads of RTC Meeting"),
        ("RTC Fiji", "attendee", "3rd Heads of RTC Meeting"),
    }


def test_who_is_on_a_visit_goes_from_event_to_event(stated):
    read = stated(
        "On 20 February 2023, Mr. Larry Liza of the ROCB A/P paid a visit to Fiji Customs in Suva, Fiji.\n\n"
        "On 21 February 2023, Mr. Liza attended the 4th Forum of Customs Trainers, organized by Fiji Customs. "
        "Mr. Kunio Mikuriya spoke on data."
    )
    assert ("Kunio Mikuriya", "speaker", "4th Forum of Customs Trainers") in read.roles


def test_an_event_that_was_held_before_is_what_the_next_sentence_is_about(at_conference):
    read = at_conference(
        "\n\nOn the eve of the Conference, the 2nd Pacific Dialogue was held in Suva, Fiji. "
        "It was chaired by Mr. Larry Liza."
    )
    assert read.roles == {("Larry Liza", "chair", DIALOGUE)}


@pytest.mark.parametrize("when", ["", ", on 18 February,"])
def test_an_event_that_came_before_is_what_the_next_sentence_is_about(at_conference, when):
    read = at_conference(f"\n\nThe Conference was preceded{when} by the 2nd Pacific Dialogue. Fiji Customs attended.")
    assert read.roles == {("Fiji Customs", "attendee", DIALOGUE)}


def test_a_sentence_that_tells_when_one_other_event_was_is_about_it(at_conference):
    read = at_conference(
        "\n\nWe closed the month on 24 February 2023 with a Seminar on Origin. It was well attended. "
        "Mr. Larry Liza spoke on data.\n\nMs. Ho spoke on value."
    )
    assert read.roles == {("Larry Liza", "speaker", "Seminar on Origin"), ("Ho", "speaker", MAIN)}


def test_an_event_of_other_times_is_looked_at_in_passing(at_conference):
    read = at_conference(
        "\n\nThe programme began with a Seminar on Origin on 24 February 2020. Mr. Larry Liza spoke on data."
    )
    assert read.roles == {("Larry Liza", "speaker", MAIN)}


def test_what_followed_another_event_is_told_of(at_conference):
    read = at_conference(
        "\n\nRight after the conference, on 22 February 2023, the ROCB A/P conducted a Workshop on Origin there. "
        "Mr. Larry Liza spoke on data."
    )
    assert read.roles == {
        ("ROCB A/P", "organizer", "Workshop on Origin"),
        ("Larry Liza", "speaker", "Workshop on Origin"),
    }
