from __future__ import annotations

import pytest

from kg.extraction.words.text import lowered, without_accents


@pytest.mark.parametrize("text", ["", "ROCB A/P", "Sangaré", "İstanbul and Ankara", "İİ"])
def test_small_letters_stand_where_the_capitals_stood(text: str) -> None:
    assert len(lowered(text)) == len(text)
    assert all(small in {letter, letter.lower()} for small, letter in zip(lowered(text), text, strict=True))


@pytest.mark.parametrize(
    ("text", "plain"), [("ROCB", "ROCB"), ("Sangaré", "Sangare"), ("Łódź", "Lodz"), ("Đà Nẵng", "Đa Nang")]
)
def test_letters_lose_their_accents(text: str, plain: str) -> None:
    assert without_accents(text) == plain
