"""What no rule read is told: whom the sentence names, and the words from which a rule can grow."""

import csv

from kg.extraction import extract
from kg.extraction.engine import _MOST
from kg.resources import resource

THANKED = "On 3 May 2019 Mr. Larry Liza has frobnicated and re-thanked the ROCB A/P’s people."


def test_the_words_between_the_names_are_told(make_report) -> None:
    report = make_report("The Plan in Brief", THANKED)
    (unread,) = extract(report).unread
    assert report.quote(unread.span) == THANKED
    assert unread.names == ("Larry Liza", "ROCB A/P")
    assert unread.words == ("frobnicated", "re-thanked", "people")


def test_words_are_told_once(make_report) -> None:
    (unread,) = extract(make_report("Mr. Larry Liza frobnicated, and frobnicated, and so did Ms. Jane Roe.")).unread
    assert unread.words == ("frobnicated",)


def test_what_names_nobody_is_not_told(make_report) -> None:
    assert extract(make_report("Everybody frobnicated.")).unread == ()


def test_a_sentence_that_was_read_is_not_told(make_report) -> None:
    found = extract(make_report("Mr. Larry Liza, Director of ROCB A/P, frobnicated."))
    assert found.unread == ()
    assert (found.sentences_read, found.sentences_total) == (1, 1)


def test_a_table_of_names_is_told_though_nothing_is_read_from_it(make_report) -> None:
    names = ", ".join(["Mr. Larry Liza"] * _MOST)
    found = extract(make_report(f"At the 18th Global Meeting of the ROCBs on 3 May 2019 sat {names}."))
    (unread,) = found.unread
    assert "Larry Liza" in unread.names
    assert unread.words == ()
    assert found.sentences_read == 0


def test_function_words_are_in_order() -> None:
    with resource("data", "wordings", "function_words.csv").open(encoding="utf-8", newline="") as file:
        words = [row["word"] for row in csv.DictReader(file)]
    assert words == sorted({word.lower() for word in words})
