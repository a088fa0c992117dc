from kg.extraction.meetings.records import MeetingMention, distinct
from kg.model import Passage, SentenceKind, Span, Stated


def stated(value, start):
    return Stated(value, Passage(Span(start, start + 1), "meeting.place.sentence"), SentenceKind.BODY)


def test_of_each_value_the_first_statement_stays():
    values = [stated("Suva", 3), stated("Nadi", 5), stated("Suva", 1)]
    assert distinct(values) == (stated("Suva", 3), stated("Nadi", 5))


def test_no_value_gives_no_statement():
    assert distinct(iter([])) == ()


def test_mentions_sort_by_their_place_in_the_text():
    mentions = [MeetingMention(Span(9, 12), "m1"), MeetingMention(Span(2, 6), None)]
    assert [mention.span.start for mention in sorted(mentions)] == [2, 9]
