from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.words.text import alternation, lowered, title_case, without_accents


@pytest.mark.parametrize("text", ["", "ROCB A/P", "Sangaré", "İstanbul and Ankara", "İİ"])
def test_small_letters_stand_where_the_capitals_stood(text: str) -> None:
    assert len(lowered(text)) == len(text)
    assert all(small in {letter, letter.lower()} for small, letter in zip(lowered(text), text, strict=True))


@pytest.mark.parametrize(
    ("text", "plain"), [("ROCB", "ROCB"), ("Sangaré", "Sangare"), ("Łódź", "Lodz"), ("Đà Nẵng", "Đa Nang")]
)
def test_letters_lose_their_accents(text: str, plain: str) -> None:
    assert without_accents(text) == plain


@pytest.mark.parametrize(
    ("word", "written"),
    [("SANGARE", "Sangare"), ("o'brien", "O'Brien"), ("McDonald", "McDonald"), ("P.S.M.", "P.S.M."), ("A", "A")],
)
def test_a_word_of_a_name_is_written_as_usual(word: str, written: str) -> None:
    assert title_case(word) == written


WORDS = st.sets(st.text("abC '(", min_size=1, max_size=6).filter(lambda word: word.strip() == word), max_size=12)


@given(WORDS)
def test_an_alternation_matches_its_words_and_the_longest_first(words: set[str]) -> None:
    pattern = re.compile(alternation(words))
    for word in words:
        assert pattern.fullmatch(word)
        match = pattern.match(f"{word}-")
        assert match is not None
        assert match.group() == word


def test_an_alternation_of_nothing_is_empty() -> None:
    assert alternation([]) == alternation([""]) == ""
