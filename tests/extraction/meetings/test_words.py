from kg.extraction.meetings.words import effect_of, event_words
from kg.model import MeetingKind


def test_longer_heads_come_first():
    heads = event_words().heads["training"]
    assert [head.word for head in heads][-1] == "training"
    assert heads[-1].kind is MeetingKind.TRAINING


def test_words_before_a_head_have_an_effect():
    assert effect_of("regional") == "keep"
    assert effect_of("next") == "future"
    assert effect_of("three-week") == "drop"
    assert effect_of("table") == ""


def test_no_word_both_ends_a_name_and_belongs_to_it():
    words = event_words()
    assert not words.stops & words.common
