"""Posts that pass from one person to the next."""

import pytest

MEETING = "The 18th Global Meeting of the Regional Entities was held in Brussels, Belgium on 20-21 February 2023."
HEAD = "Mr. Larry Liza, Head of the ROCB ESA, attended."


@pytest.mark.parametrize(
    "sentence",
    [
        "He succeeds Mr. Ian Saunders, who has retired.",
        "He took over from Mr. Ian Saunders last summer.",
        "His predecessor, Mr. Ian Saunders, was there too.",
        "He will be succeeded by Mr. Ian Saunders in May.",
        "His successor, Mr. Ian Saunders, spoke next.",
        "In his place Mr. Ian Saunders has been appointed as of 1 January.",
        "Mr. Ian Saunders, currently Director of the RILO A/P, was designated to replace him.",
    ],
)
def test_the_other_has_the_same_post(stated, sentence):
    assert ("Ian Saunders", "Head", "ROCB ESA") in stated(f"{MEETING} {HEAD} {sentence}").posts


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Larry Liza, Director of the ROCB ESA, spoke, having taken over as OCO Chair from Mr. Ian Saunders.",
        "Mr. Larry Liza, Director of the ROCB ESA, spoke, succeeding Mr. Ian Saunders of Fiji as Chair of the OCO.",
    ],
)
def test_a_post_that_is_named_is_that_of_both(stated, sentence):
    posts = stated(f"{MEETING} {sentence}").posts
    assert {("Ian Saunders", "Chair", "OCO"), ("Larry Liza", "Chair", "OCO")} <= posts
    assert ("Ian Saunders", "Director", "ROCB ESA") not in posts


@pytest.mark.parametrize(
    "sentence",
    [
        "He was followed by Mr. Ian Saunders, who spoke on data.",
        "Mr. Ian Saunders, Secretary General of the WCO, succeeded in convincing everybody.",
        "He succeeds Mr. Ian Saunders, Secretary General of the WCO.",
        "He was elected Vice-Chair for the ESA region; he succeeds Mr. Ian Saunders.",
    ],
)
def test_what_only_looks_like_it_passes_nothing_on(stated, sentence):
    assert ("Ian Saunders", "Head", "ROCB ESA") not in stated(f"{MEETING} {HEAD} {sentence}").posts


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Larry Liza handed over the office of Director of the ROCB ESA to his successor, Mr. Ian Saunders.",
        "Mr. Larry Liza has passed the post of Director of the ROCB ESA on to Mr. Ian Saunders.",
        "Mr. Larry Liza handed the post of Director of the ROCB ESA over to Mr. Ian Saunders.",
    ],
)
def test_an_office_that_is_handed_over_is_that_of_both(stated, sentence):
    assert stated(f"{MEETING} {sentence}").posts == {
        ("Larry Liza", "Director", "ROCB ESA"),
        ("Ian Saunders", "Director", "ROCB ESA"),
    }


def test_what_who_was_chosen_is_now_the_other_never_was(stated):
    sentence = "Mr. Ian Saunders, Director of the RILO A/P, was chosen to succeed Mr. Larry Liza."
    assert stated(f"{MEETING} {sentence}").posts == {("Ian Saunders", "Director", "RILO A/P")}


def test_what_the_successor_was_before_the_other_never_was(stated):
    sentence = "Mr. Larry Liza welcomed his successor, Mr. Ian Saunders, who was previously Director of the RILO A/P."
    assert stated(f"{MEETING} {sentence}").posts == {("Ian Saunders", "Director", "RILO A/P")}


def test_a_successor_is_told_with_a_verb_as_well(at_conference):
    body = "It was closed by the Head of RTC Fiji, Mr. Larry Liza. His successor as Head will be Mr. Ian Saunders."
    assert ("Ian Saunders", "Head", "RTC Fiji") in at_conference(body).posts


def test_who_was_appointed_anew_did_not_take_over_the_post_held_before(at_conference):
    body = "Ms. Ho, Head of RTC Fiji, was appointed as Director. She replaces Mr. Larry Liza."
    assert "Larry Liza" not in {who for who, _, _ in at_conference(body).posts}


def test_a_successor_in_another_post_has_none_of_this_one(at_conference):
    body = "Mr. Larry Liza, Director of RTC Fiji, spoke. His successor as Treasurer is Ms. Ho."
    assert at_conference(body).posts == {("Larry Liza", "Director", "RTC Fiji")}


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "Mr. Larry Liza, Director General of Fiji Customs, gave the flag to his successor, Mr. Ian Saunders, "
            "Director General of Samoa Customs."
        ),
        "Mr. Larry Liza, Director General of Fiji Customs, was elected. He takes over from Mr. Ian Saunders of Samoa.",
    ],
)
def test_posts_in_two_countries_are_not_passed_on(stated, sentence):
    assert ("Ian Saunders", "Director General", "Fiji Customs") not in stated(f"{MEETING} {sentence}").posts


@pytest.mark.parametrize(
    "sentence",
    [
        "The responsibilities of Director of RTC Fiji passed from Ms. Ho to Mr. Larry Liza.",
        "It was attended by Ms. Ho, outgoing Director of RTC Fiji, and by her successor, Mr. Larry Liza.",
    ],
)
def test_a_post_passes_from_one_to_the_other(stated, sentence):
    assert stated(f"{MEETING} {sentence}").posts == {
        ("Ho", "Director", "RTC Fiji"),
        ("Larry Liza", "Director", "RTC Fiji"),
    }
