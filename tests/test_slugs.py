from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.slugs import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norikazu Kuramoto", "norikazu-kuramoto"),
        ("ROCB A/P", "rocb-ap"),
        ("ROCB A/P’s 10th Anniversary", "rocb-ap-10th-anniversary"),
        ("P.R. China", "pr-china"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("Vice-Chairs’ Offices", "vice-chairs-offices"),
        ("Bjørn Røse", "bjorn-rose"),
        ("Guénolé Mbongo Koumou", "guenole-mbongo-koumou"),
        ("Customs & Excise", "customs-and-excise"),
        ("上海", "shanghai"),
        ("--", "x"),
        ("", "x"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_limit_cuts_between_words_and_leaves_no_dangling_article() -> None:
    assert slug("Workshop for the Pacific Islands", 17) == "workshop"
    assert slug("Workshop for the Pacific Islands", 24) == "workshop-for-the-pacific"
    assert slug("Superintendencia", 5) == "super"


@given(st.text())
def test_every_text_has_a_slug_that_fits_into_a_path(text: str) -> None:
    result = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", result)
    assert slug(result) == result


@given(st.text(), st.integers(min_value=1, max_value=30))
def test_no_slug_is_longer_than_its_limit(text: str, limit: int) -> None:
    assert 0 < len(slug(text, limit)) <= limit
