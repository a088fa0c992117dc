"""Posts of whom a pronoun means."""

import pytest

from kg.extraction import extract
from kg.model import PostStatus
from kg.reading import read_text


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("He heads RTC Fiji, and knows it well.", "Head"),
        ("He is the Director of RTC Fiji.", "Director"),
        ("He was Director of RTC Fiji until 2010.", "Director"),
        ("He ran RTC Fiji for ten years.", "Head"),
    ],
)
def test_he_is_who_was_named_before(at_conference, sentence, title):
    assert at_conference(f"Mr. Larry Liza spoke. {sentence}").posts == {("Larry Liza", title, "RTC Fiji")}


@pytest.mark.parametrize(
    "sentence",
    [
        "He leads the WCO delegation.",
        "He was glad.",
        "They head RTC Fiji.",
        "She heads RTC Fiji, which Mr. Ian Saunders said.",
    ],
)
def test_other_sentences_state_no_post(at_conference, sentence):
    assert at_conference(f"Mr. Larry Liza spoke. {sentence}").posts == set()


def test_a_time_may_stand_before_the_pronoun(at_conference):
    read = at_conference("Mr. Larry Liza spoke. Until last December he was Director of RTC Fiji.")
    assert read.posts == {("Larry Liza", "Director", "RTC Fiji")}


def test_what_he_was_is_a_former_post_and_the_passage_is_the_sentence():
    text = "Published by: WCO\n\n4th Workshop on Value\n\nMr. Larry Liza spoke. He was Director of RTC Fiji.\n"
    report = read_text(text, "r")
    [post] = extract(report).posts
    assert post.status is PostStatus.FORMER
    assert report.quote(post.passages[0].span) == "He was Director of RTC Fiji"


@pytest.mark.parametrize(
    "sentence",
    [
        "He was appointed Director of RTC Fiji in 2015.",
        "He was named Director of RTC Fiji.",
        "He served as Director of RTC Fiji since 2012.",
    ],
)
def test_what_he_became_is_no_former_post(sentence):
    text = f"Published by: WCO\n\n4th Workshop on Value\n\nMr. Larry Liza spoke. {sentence}\n"
    [post] = extract(read_text(text, "r")).posts
    assert (post.title, post.status) == ("Director", None)


def test_who_leads_in_a_ranking_heads_nothing(at_conference):
    assert at_conference("Mr. Larry Liza spoke. He leads RTC Fiji in the ranking.").posts == set()


def test_what_somebody_was_until_lately(at_conference):
    read = at_conference("Mr. Larry Liza opened it, and until last month he was Director of the ROCB ESA.")
    assert read.posts == {("Larry Liza", "Director", "ROCB ESA")}
