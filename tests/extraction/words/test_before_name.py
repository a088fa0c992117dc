"""Where capitalised words end before somebody's name."""

import pytest

from kg.extraction.words.before_name import end_before_name


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Department of Capacity Building Norikazu Kuramoto", "Department of Capacity Building"),
        ("Capacity Building", "Capacity Building"),
        ("University of Addis Ababa", "University of Addis Ababa"),
        ("Department of Trade Kuramoto", "Department of Trade Kuramoto"),
        ("Ministry of Finance WCO UNODC", "Ministry of Finance WCO UNODC"),
        ("Norikazu Kuramoto", "Norikazu Kuramoto"),
        ("", ""),
    ],
)
def test_two_words_that_are_no_ordinary_ones_are_a_name(words, kept):
    text = f"He met {words}."
    assert text[7 : end_before_name(text, 7, 7 + len(words))] == kept
