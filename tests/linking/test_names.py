from __future__ import annotations

import pytest

from kg.linking.names import key_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Regional Offices for Capacity Building of Asia/Pacific", ("rocb", "of", "ap")),
        ("Heads of RTCs", ("head", "of", "rtc")),
        ("East and Southern Africa (ESA) Region", ("esa", "esa", "region")),
        ("Customs Laboratories", ("customs", "laboratory")),
        ("", ("x",)),
    ],
)
def test_words(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


def test_key_words_leave_out_what_adds_nothing() -> None:
    assert key_words("the Meeting of the Heads of the ROCBs") == {"meeting", "head", "rocb"}
