"""What was done at an earlier or another meeting was not done at this one."""

import pytest


@pytest.mark.parametrize("which", ["the previous conference", "its previous session in Nadi, Fiji"])
def test_a_previous_meeting_is_not_this_one(at_conference, which):
    assert not at_conference(f"Mr. Larry Liza chaired {which}.").roles


@pytest.mark.parametrize(
    "body",
    ["The conference was hosted by the ROCB A/P in 1998.", "In 1998, the conference was hosted by the ROCB A/P."],
)
def test_what_was_done_in_a_year_before_was_not_done_there(at_conference, body):
    assert not at_conference(body).roles


@pytest.mark.parametrize(
    "which",
    [
        "The previous conference",
        "Last year's meeting",
        "Similar workshops",
        "The last meeting, in Nadi,",
        "Last year, a meeting",
    ],
)
def test_the_host_of_another_one_is_not_that_of_this_one(at_conference, which):
    assert not at_conference(f"{which} was hosted by the ROCB A/P.").roles


@pytest.mark.parametrize(
    "body",
    [
        "At the previous meeting, Mr. Larry Liza had presented a plan.",
        "In the previous meeting, the second of the series, which Mr. Larry Liza chaired, it was decided to write.",
        "The Committee of Experts had met just before, on 17 February, under the chairmanship of Mr. Larry Liza.",
    ],
)
def test_what_was_done_at_the_one_before_was_not_done_at_this_one(at_conference, body):
    assert not at_conference(body).roles


def test_what_was_done_for_an_event_before_was_not_done_for_this_one(at_conference):
    body = "The conference was preceded by a round table on trade, convened by the ROCB A/P."
    assert not at_conference(body).roles


def test_what_somebody_did_from_year_to_year_was_not_done_there(at_conference):
    assert not at_conference("They honoured Mr. Larry Liza, who chaired the group from 2001 to 2009.").roles


@pytest.mark.parametrize("one", ["the last one", "the previous edition"])
def test_who_chaired_another_one_did_not_chair_this_one(roles, one):
    assert not roles(f"Mr. Larry Liza chaired {one}.")
    assert roles("Mr. Larry Liza chaired the Conference.") == {("Larry Liza", "chair")}


def test_a_year_within_a_phrase_counts_where_it_lies_before_all_meetings(roles):
    assert not roles("The hotel, opened in 1978 by Mr. Larry Liza, was full.")
    assert roles("The Conference was opened in 2023 by Mr. Larry Liza.") == {("Larry Liza", "opening")}


def test_what_was_done_in_a_year_that_stands_before_it_was_done_then(roles):
    assert not roles("The guidelines were adopted in 2017 under the Chair, Mr. Larry Liza.")


def test_who_came_in_another_year_was_not_there(roles):
    assert roles("Samoa and Tonga came to the office for the same purpose in 2021 and 2022.") == set()


@pytest.mark.parametrize(
    "body",
    [
        "The last such workshop took place in Suva in 2001. It was chaired by Mr. Larry Liza.",
        "The previous meeting had been held in Baku in May 2001. Mr. Larry Liza chaired it.",
        "The first edition was held in Suva in 2001; it was hosted by Fiji Customs.",
    ],
)
def test_it_is_the_earlier_meeting_told_of_just_before(at_conference, body):
    assert at_conference(body).roles == set()


def test_it_is_the_main_meeting_again_a_sentence_later(at_conference):
    body = "The last such workshop took place in Suva in 2001. Much has changed. It was chaired by Mr. Larry Liza."
    assert {(who, role) for who, role, _ in at_conference(body).roles} == {("Larry Liza", "chair")}
