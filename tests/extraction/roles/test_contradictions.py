"""Roles of one report that contradict each other."""

from kg.extraction import extract
from kg.model import Attribute
from kg.reading import read_text

HEAD = "Published by: ROCB A/P\n\n{title}\n\n20-21 February 2023, Brussels, Belgium\n\n"
MEETING = "The 18th Global Meeting of the Regional Entities was held in Brussels on 20-21 February 2023. "


def found(title, body):
    return [
        (d.attribute, [stated.value for stated in d.candidates])
        for d in extract(read_text(HEAD.format(title=title) + MEETING + body + "\n", "r")).discrepancies
    ]


def test_headline_and_text_name_two_chairs():
    title = "Mr. Larry Liza chaired the 18th Global Meeting of the Regional Entities"
    assert found(title, "Mr. Norikazu Kuramoto chaired the meeting.") == [
        (Attribute.CHAIR, ["Norikazu Kuramoto", "Larry Liza"])
    ]


def test_who_takes_turns_contradicts_nobody():
    body = "Mr. Norikazu Kuramoto chaired the meeting on the first day, and Mr. Larry Liza chaired it on the second."
    assert found("18th Global Meeting of the Regional Entities", body) == []


def test_where_headline_and_text_agree_a_second_chair_contradicts_nobody():
    title = "Mr. Larry Liza chaired the 18th Global Meeting of the Regional Entities"
    body = "Mr. Larry Liza chaired the meeting; on the second day Mr. Norikazu Kuramoto presided."
    assert found(title, body) == []
